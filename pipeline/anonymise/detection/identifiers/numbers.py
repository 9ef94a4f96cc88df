"""Marks numbers that belong to one person: phone, citizen service number, account, student number, papers (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import any_of, cue_words, unit_behind
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_REGIONS = ("NL", "BE", "DE", "GB")
_SHORTEST_ACCOUNT, _LONGEST_ACCOUNT = 15, 34
_ACCOUNT = re.compile(r"(?<!\w)(?=(?P<account>[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,38}))")
_DUTCH_ACCOUNT = re.compile(r"(?<!\w)[a-z]{2}\s?\d{2}[ .-]?[a-z]{4}(?:[ .-]?\d){10}(?!\d)")
_NINE = re.compile(r"(?<![\w.,/-])(?<![€$£]\s)(?<![€$£])\d(?:[ .-]?\d){8}(?![\w]|[.,/-]\d)")
_STUDENT = re.compile(r"(?<![\w.-])[su]-?\d{6,8}(?!\w)")
_IN_A_ROW = re.compile(r"(?<![\w.,/:€$£+-])(?<![€$£]\s)(?!\d*000(?!\d))\d{6,14}(?![\w%]|[.,:/-]\d)")
_MIXED = re.compile(
    r"(?<![\w.-])(?=[A-Z\d-]{7,24}(?![\w-]))(?=(?:[A-Z-]*\d){4})(?=[\d-]*[A-Z])(?P<letters>[A-Z]+)?[A-Z\d]*(?:-[A-Z\d]+){0,3}"
)
# Number plates: British and Dutch, Belgian, German.
_PLATE = re.compile(
    r"(?<![\w.-])(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]{1,3}-\d{2,3}-[A-Z]{1,3}|\d{1,3}-[A-Z]{2,3}-\d{1,3}|[A-Z]{2}-[A-Z]{2}-\d{2}"
    r"|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s\d{3,4}[EH]?)(?![\w-])"
)
# Numbers of files: "SW/2026/118", "3 C 118/26".
_FILE = re.compile(r"(?<![\w./-])(?:[A-Z]{1,4}/\d{2,4}/\d{1,6}|\d{1,3}\s[A-Z][A-Za-z]{0,2}\s\d{1,5}/\d{2,4})(?![\w/-])")
_DIALLED = re.compile(r"(?<![\w.,/])(?:\+\d|\(\+?\d{1,5}\)\s?\d|00\d|0[\s-]?\d)[\d\s().\-/]{5,20}\d(?!\w)")
_MOBILE = re.compile(r"(?<![\w.,/-])(?:\+31\s?(?:\(0\))?\s?|0031\s?|0)[\s-]?6(?:[\s.-]{0,2}\d){8}(?!\w)")
_LONGEST_STUDENT = 9  # digits
_CUE_REACH = 45  # signs in which a word stands before its number
_FEWEST, _MOST = 9, 13  # digits of a number that is dialled with its area code


def account_numbers(copy: PlainCopy) -> Iterator[Span]:
    """IBANs by their check digits, and what looks like a Dutch one by its form."""
    for match in _ACCOUNT.finditer(copy.low):
        end = _account_end(match["account"])
        if end:
            yield _span(match.start(), match.start() + end, Label.ID)
    for match in _DUTCH_ACCOUNT.finditer(copy.low):
        yield _span(*match.span(), Label.ID)


def citizen_numbers(copy: PlainCopy) -> Iterator[Span]:
    """Nine digits that pass the eleven test."""
    from stdnum.nl import bsn  # noqa: PLC0415 - most texts hold no nine digits

    for match in _NINE.finditer(copy.low):
        if bsn.is_valid(re.sub(r"\D", "", match[0])) and not _of_something_else(copy, match.start()):
            yield _span(*match.span(), Label.BSN)


def named_citizen_numbers(copy: PlainCopy) -> Iterator[Span]:
    """Eight or nine digits behind a word that says what they are, whatever they add up to."""
    for match in _citizen().finditer(copy.low):
        yield _span(*match.span("number"), Label.BSN)


def student_numbers(copy: PlainCopy) -> Iterator[Span]:
    """`s1234567`, and five to nine digits behind a word that says so."""
    for match in _STUDENT.finditer(copy.low):
        yield _span(*match.span(), Label.SNR)
    for match in _student().finditer(copy.low):
        yield _span(*match.span("number"), Label.SNR)


def unnamed_numbers(copy: PlainCopy) -> Iterator[Span]:
    """Six figures or more in a row, and letters with figures, that count nothing: somebody's number, whatever kind."""
    for match in _IN_A_ROW.finditer(copy.low):
        if not unit_behind().match(copy.low, match.end()) and not _of_something_else(copy, match.start()):
            yield _span(*match.span(), Label.SNR if len(match[0]) <= _LONGEST_STUDENT else Label.ID)
    for match in _MIXED.finditer(copy.content):
        letters = match["letters"]
        if not (letters and letters.lower() in cue_words("room.not_code")) and not _of_something_else(
            copy, match.start()
        ):
            yield _span(*match.span(), Label.ID)


def personal_numbers(copy: PlainCopy) -> Iterator[Span]:
    """Numbers of passports, staff and files, behind a word that says so, and plates of cars by their form."""
    for file in _FILE.finditer(copy.content):
        yield _span(*file.span(), Label.ID)
    for plate in _PLATE.finditer(copy.content):
        if plate[0][:3].strip("-").lower() not in cue_words("room.not_code"):
            yield _span(*plate.span(), Label.ID)
    for match in _personal().finditer(copy.low):
        yield _span(*match.span("number"), Label.ID)


def phone_numbers(copy: PlainCopy) -> Iterator[Span]:
    """Numbers that can be dialled from here, and shorter ones behind a word such as "call"."""
    for match in _MOBILE.finditer(copy.low):
        yield _span(*match.span(), Label.PHONE)
    for match in _DIALLED.finditer(copy.low):
        if not _of_something_else(copy, match.start()):
            yield from _dialled(match)
    for pattern in (_phone(), _extension()):
        for match in pattern.finditer(copy.low):
            yield _span(*match.span("number"), Label.PHONE)


def _account_end(signs: str) -> int:
    """How many signs of them make an account number; 0 where none do."""
    from stdnum import iban  # noqa: PLC0415 - most texts hold nothing like it

    places = [place for place, sign in enumerate(signs, 1) if sign.isalnum()]
    bare = "".join(sign for sign in signs if sign.isalnum()).upper()
    for length in range(min(len(bare), _LONGEST_ACCOUNT), _SHORTEST_ACCOUNT - 1, -1):
        whole = places[length - 1]
        if _checks(bare[:length]) and iban.is_valid(bare[:length], check_country=False):
            return whole
    return 0


def _checks(account: str) -> bool:
    """ISO 7064: with its first four signs behind the others and letters as numbers, one is left of 97."""
    return int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4])) % 97 == 1


def _of_something_else(copy: PlainCopy, start: int) -> bool:
    return bool(_not_person().search(copy.low, max(0, start - _CUE_REACH), start))


def _dialled(match: re.Match[str]) -> Iterator[Span]:
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415 - most texts hold no such digits

    text = match[0]
    for region in _REGIONS:
        found = list(PhoneNumberMatcher(text, region, leniency=Leniency.VALID))
        if found:
            yield from (
                _span(match.start() + one.start, match.start() + one.end, Label.PHONE)
                for one in found
                if sum(sign.isdigit() for sign in one.raw_string) >= _FEWEST
            )
            return
    grouped = not text.isdigit() or len(text) > _FEWEST  # nine digits in a row are tested as something else
    if grouped and _FEWEST <= sum(sign.isdigit() for sign in text) <= _MOST and "\n" not in text:
        yield _span(*match.span(), Label.PHONE)


@cache
def _phone() -> re.Pattern[str]:
    return _behind("number.phone", r"(?:\+|\()?\d(?:[ ()./-]{0,2}\d){5,13}")


@cache
def _extension() -> re.Pattern[str]:
    return _behind("number.extension", r"\d{3,6}")


@cache
def _citizen() -> re.Pattern[str]:
    return _behind("number.citizen", r"\d(?:[ .-]?\d){7,8}")


@cache
def _student() -> re.Pattern[str]:
    return _behind("number.student", r"[a-z]{0,2}-?\d(?:[ ]?\d){4,8}")


@cache
def _personal() -> re.Pattern[str]:
    return _behind(
        "number.person", r"(?=[a-z0-9 ./-]{0,8}\d)(?=(?:[ ./-]?[a-z0-9]){4})[a-z0-9]{1,12}(?:[./-][a-z0-9]{1,8}){0,3}"
    )


@cache
def _not_person() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('number.not_person')}(?!\w)[^\w\n]{{0,3}}(?:1[03]\W{{0,3}})?$")


def _behind(cue: str, number: str) -> re.Pattern[str]:
    """A number behind a word, with at most a colon and a word such as "is" between them."""
    joining = rf"(?:\s?[:=(#]|\s{any_of('number.joining')}){{0,3}}"
    return re.compile(rf"(?<!\w){any_of(cue)}{joining}\s?(?P<number>{number})(?![\w%]|[.,]\d)")


def _span(start: int, end: int, label: Label) -> Span:
    return Span(start, end, label, rank=Rank.PATTERN)
