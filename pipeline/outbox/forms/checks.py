"""What a cell of a blank form accepts: drop-downs, limits, and what Excel says when something does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import time
from typing import Any

from pipeline.forms.questions import (
    AcademicYear,
    Address,
    Choice,
    Clock,
    Day,
    Designation,
    Kind,
    Number,
    Prose,
)
from pipeline.language.catalogue import Catalogue

LONGEST_MESSAGE = 255
LONGEST_HEADING = 32
LONGEST_LIST = 255

_REFUSALS: Mapping[type[Kind], str] = {
    Number: "number",
    Day: "day",
    Clock: "clock",
    Designation: "length",
    Prose: "length",
    AcademicYear: "academic_year",
    Address: "address",
    Choice: "choice",
}


def option_texts(choice: Choice, words: Catalogue) -> tuple[str, ...]:
    """The options of a choice as the form shows them."""
    return tuple(words.say(f"choices.{choice.group}.{option}") for option in choice.options)


def fits_in_cell(texts: Sequence[str]) -> bool:
    """Whether Excel can keep a drop-down in the cell itself: short, and without signs that would cut an option."""
    return len(",".join(texts)) <= LONGEST_LIST and not any(sign in text for text in texts for sign in ',"')


def check(kind: Kind, words: Catalogue, cell: str) -> dict[str, Any]:
    """What XlsxWriter needs to let in only what fits the kind; `cell` is the first cell this goes for."""
    told = _limits(kind, cell)
    if told["validate"] == "any":
        return told
    return told | {
        "error_title": clipped(words.say("forms.refusal.title"), LONGEST_HEADING),
        "error_message": clipped(words.say(f"forms.refusal.{_REFUSALS[type(kind)]}", **asdict(kind)), LONGEST_MESSAGE),
    }


def from_list(told: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A check that lets in the same as `told`, with all of it in a drop-down; `name` is that of its range."""
    said = {key: told[key] for key in ("error_title", "error_message")}
    return {"validate": "list", "source": f"={name}"} | said


def clipped(text: str, longest: int) -> str:
    """The text, cut off with an ellipsis where Excel would refuse it."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _limits(kind: Kind, cell: str) -> dict[str, Any]:  # noqa: PLR0911 - a line for each kind
    match kind:
        case Number(lowest, highest):
            return _between("integer", lowest, highest)
        case Day(earliest, latest):
            return _between("date", earliest, latest)
        case Clock():
            return _between("time", time(0, 0), time(23, 59))
        case Designation(longest) | Prose(longest):
            return {"validate": "length", "criteria": "<=", "value": longest}
        case AcademicYear():
            following = f'AND(LEN({cell})=9,MID({cell},5,1)="-",VALUE(RIGHT({cell},4))=VALUE(LEFT({cell},4))+1)'
            return {"validate": "custom", "value": f"={following}"}
        case Address():
            # Only a warning: what looks odd may still be right.
            like_an_address = f'=ISNUMBER(SEARCH("?@?*.?",{cell}))'
            return {"validate": "custom", "value": like_an_address, "error_type": "warning"}
        case Choice():
            return {"validate": "list"}
        case _:
            return {"validate": "any"}


def _between(validate: str, lowest: object, highest: object) -> dict[str, Any]:
    return {"validate": validate, "criteria": "between", "minimum": lowest, "maximum": highest}
