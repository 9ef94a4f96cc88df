"""Marked stretches of a text that could tell who it is about; the text itself is never changed (M90)."""

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NoReturn


class Label(StrEnum):
    """What a stretch tells."""

    NAME = "NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    SNR = "SNR"  # student number
    BSN = "BSN"  # Dutch citizen service number
    ADDR = "ADDR"
    PC = "PC"  # postcode
    DOB = "DOB"  # date of birth
    HANDLE = "HANDLE"
    URL = "URL"
    ID = "ID"  # bank account, passport, staff number and other numbers of one person
    DATE = "DATE"
    AGE = "AGE"
    ROOM = "ROOM"
    CODE = "CODE"  # of a course or a class
    ORG = "ORG"
    PLACE = "PLACE"
    QUASI = "QUASI"  # together with something else it may point at one person


class Rank(IntEnum):
    """How sure an annotator is; of two stretches that overlap the surer one keeps the whole."""

    DOUBT = 0
    UNKNOWN = 10  # stands in no word list
    LISTED = 20  # stands in a list of names or places
    CUE = 30  # follows a word that comes before a name
    SEEN = 40  # was found for certain elsewhere
    KNOWN = 50  # is on the roster or given in the form
    PATTERN = 60  # has a form of its own, such as an address
    FAILED = 99  # something went wrong: nothing may show


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """A stretch of a text, from `start` up to `end` in code points.

    `asked` is a doubtful one: shown to the reviewer, not masked. `rank` decides between overlapping ones: the higher
    is the surer (see `Rank`; numbers in between are allowed). `person` is equal for mentions of one person, empty where
    nobody in particular is meant. `wider` is a key of the catalogue for a wording that tells less, with `values` to
    fill it.
    """

    start: int
    end: int
    label: Label
    asked: bool = False
    rank: int = 0
    person: str = ""
    wider: str = ""
    values: tuple[tuple[str, str], ...] = field(default=())

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a span holds at least one sign")

    def __repr__(self) -> str:
        return "<span>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a span cannot be pickled")
