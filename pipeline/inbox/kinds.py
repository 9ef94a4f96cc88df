"""What a cell says, by the kind of its question: a value that can be relied on, or why it cannot be read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

from pipeline.findings import Shown, Word
from pipeline.forms.questions import (
    YES_NO,
    AcademicYear,
    Address,
    CatalogueKey,
    Choice,
    Clock,
    Day,
    Designation,
    Kind,
    Name,
    Names,
    Number,
    Prose,
    Remark,
)
from pipeline.inbox.answers import Given
from pipeline.inbox.cleaning import cleaned, folded, on_one_line, plain
from pipeline.inbox.days import academic_year_in, clock_in, day_in
from pipeline.inbox.personal import Personal
from pipeline.inbox.raw import CellValue, RawCell
from pipeline.inbox.vocabulary import LONGEST_TERM, likely, option_words, stands_for

LONGEST_NAME = 200
LONGEST_ADDRESS = 254
_WHOLE = re.compile(r"([+-]?\d{1,12})(?:[.,]0{1,2})?")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@(?:[^\s@<>()\[\],;:\"\\._-][^\s@<>()\[\],;:\"\\._]*\.)+[^\W\d_]{2,}")
_IN_BRACKETS = re.compile(r"[^<>]*<\s*(?:mailto:)?([^<>]+?)\s*>")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is no value: the key of a finding and its values."""

    key: str
    values: Mapping[str, Shown] = field(default_factory=dict)


Said: TypeAlias = Given | Refused | None
"""None where nothing was filled in."""


def said(kind: Kind, cell: RawCell | None, keys: Mapping[str, str]) -> Said:
    """The answer in the cell; `keys` are those of the catalogue that the sheet offers."""
    if cell is None:
        return None
    if cell.formula or (isinstance(cell.value, str) and stands_for(cell.value, "mending.formula")):
        return Refused("formula_not_read")
    if cell.error or cell.value is None or (isinstance(cell.value, str) and stands_for(cell.value, "mending.error")):
        return Refused("cell_error")
    if isinstance(cell.value, str) and not cleaned(cell.value):
        return None
    return _understood(kind, cell.value, keys)


def whole_number(value: CellValue) -> int | None:
    """The number that a cell holds as a number, where it is a whole one; yes and no are none."""
    match value:
        case bool():
            return None
        case int():
            return value
        case float() if value.is_integer():
            return int(value)
        case _:
            return None


def _understood(kind: Kind, value: CellValue, keys: Mapping[str, str]) -> Given | Refused:  # noqa: PLR0911 - one per kind
    match kind:
        case Name() | Names() | Address() | Remark() | Prose() | Designation():
            return _text(kind, value)
        case Choice():
            return _option(kind, value)
        case Number():
            return _number(kind, value)
        case Day():
            return _day(kind, value)
        case Clock():
            return _clock(value)
        case AcademicYear():
            return academic_year_in(value) or Refused("year_unclear")
        case CatalogueKey():
            return _key(value, keys)


def _text(kind: Name | Names | Address | Remark | Prose | Designation, value: CellValue) -> Personal | Refused:
    if isinstance(value, date | time) and not isinstance(kind, Remark):
        # Excel turns `3-4` into the third of April; which room was meant cannot be told any more.
        return Refused("text_became_date")
    text = _written(value)
    match kind:
        case Address():
            return _address(text)
        case Name():
            return _no_longer_than(LONGEST_NAME, on_one_line(text))
        case Designation(longest):
            return _no_longer_than(longest, on_one_line(text))
        case Prose(longest) | Names(longest):
            return _no_longer_than(longest, cleaned(text))
        case Remark():
            return Personal(cleaned(text))


def _written(value: CellValue) -> str:
    match value:
        case str():
            return value
        case bool():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _no_longer_than(longest: int, text: str) -> Personal | Refused:
    if len(text) > longest:
        return Refused("text_too_long", {"most": longest, "length": len(text)})
    return Personal(text)


def _address(text: str) -> Personal | Refused:
    text = on_one_line(text[: 4 * LONGEST_ADDRESS]).lower()
    if bracketed := _IN_BRACKETS.fullmatch(text):
        text = bracketed[1]
    text = text.removeprefix("mailto:").strip()
    if len(text) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(text):
        return Refused("address_odd")
    return Personal(text)


def _option(choice: Choice, value: CellValue) -> str | Refused:
    words = option_words(choice)
    if choice == YES_NO and isinstance(value, int | float) and value in {0, 1}:
        return YES_NO.options[0] if value else YES_NO.options[1]
    options = tuple(Word(f"choices.{choice.group}.{option}") for option in choice.options)
    text = _written(value)
    if len(text) <= LONGEST_TERM:
        term = folded(text)
        if term in words:
            return words[term]
        if meant := likely(term, words):
            return Refused("choice_close", {"meant": Word(f"choices.{choice.group}.{meant}"), "options": options})
    return Refused("choice_unknown", {"options": options})


def _number(kind: Number, value: CellValue) -> int | Refused:
    number = _whole(value)
    limits: dict[str, Shown] = {"lowest": kind.lowest, "highest": kind.highest}
    if number is None:
        return Refused("number_unclear", limits)
    return number if kind.lowest <= number <= kind.highest else Refused("number_outside", limits)


def _whole(value: CellValue) -> int | None:
    """The whole number; never from a text such as `1.234`, that is a thousand here and a fraction there."""
    if isinstance(value, str):
        found = _WHOLE.fullmatch(plain(value)) if len(value) <= LONGEST_TERM else None
        return int(found[1]) if found else None
    return whole_number(value)


def _day(kind: Day, value: CellValue) -> date | Refused:
    if isinstance(value, int | float):
        return Refused("date_is_number")
    day = day_in(value)
    if day is None:
        return Refused("date_unclear")
    if not kind.earliest <= day <= kind.latest:
        return Refused("date_outside", {"earliest": kind.earliest, "latest": kind.latest})
    return day


def _clock(value: CellValue) -> time | Refused:
    clock = clock_in(value)
    return Refused("clock_unclear") if clock is None else clock


def _key(value: CellValue, keys: Mapping[str, str]) -> str | Refused:
    if not isinstance(value, str):
        return Refused("key_unknown")
    text = on_one_line(value) if len(value) <= 2_000 else ""
    return keys.get(text) or keys.get(folded(text)) or Refused("key_unknown")
