"""People on the roster are found however their names are written, and everyday words are left alone."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.names.known_people import KnownPeople, KnownPerson
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import covered, shown

TEAM = (
    "Marieke de Vries",
    "Youssef El Amrani",
    "Fatima Bouzidi",
    "Roos Vermeulen",
    "Wil de Beer",
    "李伟",
    "Łukasz Wójcik",
    "Jürgen Müller",
    "An Le",
    "Anne-Marie Jansen-Tuhuteru",
    "Jan Vos",
    "Ayşe Yılmaz",
    "Chukwuemeka D'Angelo",
    "Mohamed Wolfsen",
    "ณัฐวุฒิ ทองดี",
)
PEOPLE = KnownPeople(KnownPerson(name, name) for name in TEAM)


def found(content: str, language: str = "nl") -> list[str]:
    return shown(content, PEOPLE.spans(Text(content, language)))


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Ik zag Marieke de Vries gisteren.", ["Marieke de Vries"]),
        ("Ik zag Marieke Vries gisteren.", ["Marieke Vries"]),
        ("Volgens M. de Vries mag dat.", ["M. de Vries"]),
        ("Volgens M.d.V. mag dat.", ["M.d.V."]),
        ("Volgens MdV mag dat.", ["MdV"]),
        ("Vries, de, M. is er niet.", ["Vries, de, M."]),
        ("Vries, Marieke de: afwezig", ["Vries, Marieke"]),
        ("Ik belde El  Amrani.", ["El  Amrani"]),
        ("Ik belde Youssef\nEl Amrani.", ["Youssef\nEl Amrani"]),
        ("Jan V. en J. Vos", ["Jan V.", "J. Vos"]),
    ],
)
def test_whole_names_and_initials_are_one_stretch(content: str, names: list[str]) -> None:
    assert found(content) == names


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Met Fatima's laptop, Youssefs jas en Jans' fiets.", ["Fatima's", "Youssefs", "Jans'"]),
        ("Ik zag fatima en YOUSSEF.", ["fatima", "YOUSSEF"]),
        ("Ik zag Ayse en AYŞE, bij Ayşe'nin thuis.", ["Ayse", "AYŞE", "Ayşe'nin"]),
        ("Bij Lukasz Wojcik en Mueller.", ["Lukasz Wojcik", "Mueller"]),
        ("Bij Fatma en Mareike.", ["Fatma", "Mareike"]),
        ("bij Am-\nrani en Ama rani en A m r a n i", ["Am-\nrani", "A m r a n i"]),
        ("de Tuhuteru-groep van Annemarie", ["Tuhuteru", "Annemarie"]),
        ("fatimabouzidi en FatimaBouzidi en fatima_bouzidi", ["fatimabouzidi", "FatimaBouzidi", "fatima_bouzidi"]),
        ("我认识李伟老师", ["李伟"]),
        ("Ik zag ณัฐวุฒิ en ทองดี.", ["ณัฐวุฒิ", "ทองดี"]),
        ("Toen lachte D’Angelo's vriend.", ["D’Angelo's"]),
        ("Dat is Fatima2, echt.", ["Fatima2"]),
        ("volgens \uff26\uff41\uff54\uff49\uff4d\uff41 niet", ["\uff26\uff41\uff54\uff49\uff4d\uff41"]),
        ("Met Moh gaat het goed.", ["Moh"]),
    ],
)
def test_one_name_alone_is_found_in_every_shape(content: str, names: list[str]) -> None:
    assert found(content) == names


def test_a_name_that_is_a_word_is_masked_where_its_capital_tells_and_asked_about_where_not() -> None:
    assert found("Toen vroeg ik het aan Wil.") == ["Wil"]
    assert found("Wil kwam later.") == ["?Wil"]
    assert found("Ik wil een roos, geen beer.") == []
    assert found("wil had dat niet. toen zei beer niks. we gingen door.") == ["?wil", "beer"]


def test_short_names_need_a_capital() -> None:
    assert found("Ik vroeg het An Le.") == ["An Le"]
    assert found("Ik dacht aan le professeur.") == []


def test_a_person_is_known_only_when_nobody_else_may_be_meant() -> None:
    people = KnownPeople((KnownPerson("a", "Jan Vos"), KnownPerson("b", "Jan de Wit"), KnownPerson("a", "Janneman")))
    spans = list(people.spans(Text("Ik zag Jan, en Jan Vos, en Janneman.", "nl")))
    assert [span.person for span in spans] == ["", "a", "a"]


def test_two_people_beside_each_other_are_two_stretches() -> None:
    assert found("Ik zag Fatima, Youssef en Jan.") == ["Fatima", "Youssef", "Jan"]


def test_the_people_do_not_show() -> None:
    assert repr(PEOPLE) == "<people>"
    with pytest.raises(TypeError):
        PEOPLE.__reduce__()


# What nobody reads as another word: case, spacing, Unicode form, borders.
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFKC", name),
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "  "),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "_"),
    "\u200b".join,
    lambda name: f"{name[:2]}\u00ad{name[2:]}",
)
_NAMES = tuple(name for name in TEAM if len(name) > 5)
_BORDERS = st.sampled_from(["", " ", "\n", "(", ")", '"', "\u201c", "/", "_", ",", ".", "!", ":", "*", "@", "\t", "…"])


@given(
    name=st.sampled_from(_NAMES),
    spelling=st.sampled_from(_SPELLINGS),
    other=st.sampled_from(_SPELLINGS),
    before=_BORDERS,
    behind=_BORDERS,
    language=st.sampled_from(["nl", "en", "de"]),
)
def test_no_name_of_the_roster_is_left(  # noqa: PLR0917 - one for each thing that varies
    name: str, spelling: Callable[[str], str], other: Callable[[str], str], before: str, behind: str, language: str
) -> None:
    written = other(spelling(name))
    content = f"gisteren {before}{written}{behind} gisteren"
    start = content.index(written)
    places = covered(PEOPLE.spans(Text(content, language)))
    left = [content[at] for at in range(start, start + len(written)) if content[at].isalnum() and at not in places]
    assert left == []
