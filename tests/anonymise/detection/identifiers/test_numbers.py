"""Numbers that belong to one person are found by their check digits, their form or the word before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Bel {PHONE|06-12345678} of {PHONE|06 12 34 56 78}.",
    "Zijn nummer is {PHONE|+31 6 12345678}, thuis {PHONE|020 623 1234}.",
    "Ze belde {PHONE|0031 20 6231234}, en {PHONE|(030) 253 1234}.",
    "App me op {PHONE|0612345678}.",
    "In Gent: {PHONE|+32 9 264 12 34} of {PHONE|0470 12 34 56}.",
    "Call {PHONE|+44 20 7946 0958} or {PHONE|0131 496 0123}.",
    "Rufen Sie {PHONE|030 12345678} oder {PHONE|+49 151 23456789} an.",
    "Tel. {PHONE|6231234}.",
    "Bel toestel {PHONE|4321}, or extension {PHONE|5512}, oder Durchwahl {PHONE|307}.",
    "Haar burgerservicenummer is {BSN|111222333}.",
    "BSN: {BSN|1234.56.782}, of bsn {BSN|12345678}.",
    "Op het formulier stond {BSN|123456782}.",
    "Rekening {ID|NL91 ABNA 0417 1643 00} staat op zijn naam.",
    "IBAN {ID|NL91ABNA0417164300}, {ID|BE68 5390 0754 7034} en {ID|DE89370400440532013000}.",
    "The account is {ID|GB82 WEST 1234 5698 7654 32}.",
    "iban {ID|nl91 abna 0417 1643 00}",
    "Studentnummer {SNR|1234567} kwam niet.",
    "Haar stud.nr. is {SNR|654321}.",
    "Student {SNR|1234567} en {SNR|s7654321} waren er.",
    "Her student number is {SNR|20231234}.",
    "Matrikelnummer: {SNR|7654321}.",
    "Ihre Matr.-Nr. lautet {SNR|1234567}.",
    "Paspoort {ID|NW1234567} was verlopen.",
    "Mijn personeelsnummer is {ID|48213}.",
    "Passport number {ID|AB1234567}, staff number {ID|E-20931}.",
    "Personalnummer: {ID|00482}.",
    "Kenteken {ID|AB-123-C} stond voor de deur.",
    "Haar auto, {ID|KX19 QPD}, stond naast {ID|TR-482-K} en {ID|4-ABD-12}.",
    "Das Kennzeichen war {ID|AC-XY 1234}, dachte er.",
    "Ihr Aktenzeichen {ID|3 C 118/26} und das Schreiben {ID|SW/2026/118}.",
)
TRAPS = (
    "In 2019 en 2020 waren er 1234 studenten.",
    "ISBN 978-90-274-3964-2 is het boek, ISBN 0-306-40615-2 het andere.",
    "Het kostte 1.250.000 euro, of € 123456782.",
    "De score was 12-34, en later 2019-2020.",
    "Student 1 en student 2 zaten apart.",
    "Bel om 10 uur, of app me.",
    "In 100 000 gevallen gaat het goed.",
    "Zijn paspoort was verlopen in 2019.",
    "Tel de punten op: 10 15 20 25.",
    "Call me at 10.30 on Monday.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_number_of_a_person_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_a_number_of_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


def _citizen_number(digits: list[int]) -> str:
    """Eight digits and the ninth that makes them pass the eleven test, or nothing where none does."""
    check = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
    return "".join(map(str, digits)) + str(check) if check < 10 else ""


def _account(bank: str, number: int) -> str:
    rest = f"{bank}{number:010d}"
    checked = int("".join(str(int(sign, 36)) for sign in f"{rest}NL00"))
    return f"NL{98 - checked % 97:02d}{rest}"


_DIGITS = st.lists(st.integers(0, 9), min_size=8, max_size=8)
_LETTERS = st.text(st.characters(categories=["L", "P", "Zs"]), max_size=30)


@given(_DIGITS, _LETTERS, _LETTERS)
def test_no_citizen_service_number_gets_through(digits: list[int], before: str, behind: str) -> None:
    number = _citizen_number([1, *digits[1:]])
    if number:
        _assert_covered(f"{before} ", number, f" {behind}")


@given(
    st.from_regex("[A-Z]{4}", fullmatch=True), st.integers(0, 10**10 - 1), st.text(max_size=30), st.text(max_size=30)
)
def test_no_account_gets_through(bank: str, number: int, before: str, behind: str) -> None:
    account = _account(bank, number)
    grouped = " ".join(account[at : at + 4] for at in range(0, len(account), 4))
    for written in (account, grouped, grouped.lower()):
        _assert_covered(f"{before} ", written, f" {behind}")


@given(st.integers(10_000_000, 99_999_999), _LETTERS, _LETTERS)
def test_no_mobile_number_gets_through(number: int, before: str, behind: str) -> None:
    for written in (f"06{number}", f"06-{number}", f"+31 6 {number}", f"06 {str(number)[:4]} {str(number)[4:]}"):
        _assert_covered(f"{before} ", written, f" {behind}")


def _assert_covered(before: str, stretch: str, behind: str) -> None:
    covered = {place for one in found(before + stretch + behind) for place in range(one.start, one.end)}
    wanted = range(len(before), len(before) + len(stretch))
    assert [place for place in wanted if place not in covered and (before + stretch + behind)[place].isalnum()] == []
