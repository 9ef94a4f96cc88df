"""E-mail, web addresses and accounts are found however they are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Mail naar {EMAIL|fatima.el-amrani@school.nl} als je wilt.",
    "Zijn adres ({EMAIL|k.mensah+stage@student.hogeschool.example.com}) staat erbij.",
    "Stuur het naar {EMAIL|s1234567@school.nl}, of naar {EMAIL|Wei.Zhang@uni.edu}.",
    "Ze gaf {EMAIL|f.yilmaz [at] school.nl} op.",
    "Schrijf {EMAIL|yilmaz (at) school (dot) nl} of {EMAIL|yilmaz[at]school[dot]nl}.",
    "Ze is te bereiken via {EMAIL|fatima [at] school punt nl}, zei ze.",
    "Adres: {EMAIL|kofi @ school.nl}.",
    "Adres: {EMAIL|kofi@school . nl}.",
    "Write to {EMAIL|john.smith at college dot ac dot uk} please.",
    "E-Mail: {EMAIL|jürgen.weiß@hochschule.de}.",
    "Schreiben Sie an {EMAIL|mueller(ät)hochschule.de}.",
    "<{EMAIL|ayse@ornek.com.tr}>; '{EMAIL|o'neill@school.nl}'",
    "Kijk op {URL|www.fatima-schrijft.nl/blog} voor meer.",
    "Zie {URL|https://school.nl/team?naam=fatima&x=1}.",
    "Haar profiel ({URL|instagram.com/fatima}) is open.",
    "Het staat op {URL|youtu.be/abc123} en op {URL|mijnschool.nl}.",
    "See {URL|http://people.example.org/~kofi/}, he said.",
    "Insta: {HANDLE|fatima_x}, snapchat {HANDLE|kofi.m99}.",
    "Ze heet {HANDLE|@fatima_x} op Instagram.",
    "Tag {HANDLE|@kofi.mensah}.",
    "Op Discord is hij {HANDLE|wei_zhang#1234}.",
    "instagram: {HANDLE|fatimaelamrani}",
    "Gebruikersnaam: {HANDLE|kofi99}.",
    "Benutzername: {HANDLE|ayse.y}.",
)
TRAPS = (
    "We spraken om 10 uur af @ de kantine.",
    "Op Instagram zag ik dat de anderen samen waren.",
    "Instagram: daar stond de foto van het feest.",
    "Ik lees het verslag.docx en de notities van vorige week.",
    "Dat is bijv. de les van gisteren, enz.",
    "Ze vroeg het a.u.b. nog eens.",
    "Facebook is uit. Snapchat ook.",
    "We meet at the library.",
    "Er schaut z.B. auf Facebook nach.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_address_online_is_found_whole(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_an_address_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_an_address_in_decomposed_letters_and_with_hidden_signs_is_found_as_it_stands() -> None:
    for address in (
        unicodedata.normalize("NFD", "jürgen@hochschule.de"),
        "fa\u00adtima@sch\u200bool.nl",
        "kofi@ｓchool.nl",
    ):
        text = f"Mail naar {address} graag."
        assert [one.stretch for one in found(text)] == [address]


_NAMES = st.from_regex(r"[a-zéüışç][a-z0-9éü]{0,12}([._+-][a-z0-9]{1,8}){0,2}", fullmatch=True)
_DOMAINS = st.from_regex(r"[a-z][a-z0-9-]{0,12}[a-z0-9](\.[a-z]{2,8}){0,1}\.(nl|be|de|com|org|edu)", fullmatch=True)


@given(_NAMES, _DOMAINS, st.text(max_size=30), st.text(max_size=30))
def test_no_valid_address_gets_through_in_whatever_text(name: str, domain: str, before: str, behind: str) -> None:
    address = f"{name}@{domain}"
    text = f"{before} {address} {behind}"
    start = len(before) + 1
    assert any(one.start <= start and one.end >= start + len(address) for one in found(text) if one.label == "EMAIL")


@given(_DOMAINS, st.text(max_size=30), st.text(max_size=30))
def test_no_site_gets_through_in_whatever_text(domain: str, before: str, behind: str) -> None:
    for site in (f"https://{domain}/x", f"www.{domain}"):
        text = f"{before} {site} {behind}"
        start = len(before) + 1
        covered = {place for one in found(text) for place in range(one.start, one.end)}
        assert set(range(start, start + len(site))) <= covered
