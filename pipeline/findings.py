"""What is said about a form or a run: where it is, what is wrong, what to do.

A finding never quotes what somebody wrote. It names a message of the catalogue (`key`) and fills it
with values that are safe to show: numbers, dates, names of files and words of our own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time  # noqa: TC003 - the alias below is read at run time too
from enum import Enum
from typing import TypeAlias


class Level(Enum):
    """How much a finding weighs: NOTE is worth knowing, STOP is to be mended first."""

    NOTE = "note"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of our own, by its key in the catalogue; shown in the reader's language."""

    key: str


Shown: TypeAlias = "str | int | date | time | Word | tuple[Shown, ...]"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: a file in the inbox, its sheet and cell (as `C7`), or its line (from 1) in a text.

    In a Word form that is a `question`, by the key of its words; in a list there the `line` is its row.
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""
    line: int = 0
    question: str = ""


NOWHERE = Place()
"""Not in a file: what is missing as a whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know or to mend; `key` names its problem and its remedy in the catalogue.

    `about` is the key of the form it concerns; a STOP about a form holds up only what is made from that form.
    """

    level: Level
    key: str
    place: Place = Place()
    values: Mapping[str, Shown] = field(default_factory=dict)
    about: str = ""

    @property
    def stops(self) -> bool:
        """Whether this is to be mended before what depends on it can be made."""
        return self.level is Level.STOP


def note(key: str, place: Place = NOWHERE, about: str = "", **values: Shown) -> Finding:
    """A finding that is worth knowing."""
    return Finding(Level.NOTE, key, place, values, about)


def stop(key: str, place: Place = NOWHERE, about: str = "", **values: Shown) -> Finding:
    """A finding that must be mended first."""
    return Finding(Level.STOP, key, place, values, about)


class PipelineError(Exception):
    """The machine, not a form, is in the way; `key` names what and what to do in the catalogue."""

    def __init__(self, key: str, **values: Shown) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
