"""What a Word document holds, as whoever opens it and accepts all changes would read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias


class FieldKind(Enum):
    """What a content control lets people fill in."""

    TEXT = "text"
    CHOICE = "choice"
    DAY = "day"
    TICK = "tick"
    OTHER = "other"  # a picture, a group, a repeating row


class LeftOut(Enum):
    """What stands in a document and is not among its text."""

    NOTES = "notes"  # footnotes and endnotes
    INCLUDED = "included"  # another file that Word would read in (altChunk)
    PICTURES = "pictures"
    ATTACHMENTS = "attachments"  # another file that can be opened from this one


Span: TypeAlias = tuple[int, int]
"""Where something begins and ends in the text of the document."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, counted from 1; `inside` is the cell that holds the table, when there is one."""

    table: int
    row: int
    column: int
    inside: "Cell | None" = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line that was broken in it is a new line of its text.

    `heading` is its level from 1 (0: none), `starts` and `ends` name the bookmarks with an end in it, `begin` is where
    it stands in the text of the document.
    """

    text: str = field(repr=False)
    begin: int
    style: str = ""
    heading: int = 0
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    cell: Cell | None = None
    boxed: bool = False  # in a text box

    @property
    def end(self) -> int:
        """Where it ends in the text of the document."""
        return self.begin + len(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A content control, in the order of the document; one inside another comes after it.

    `key` is what it is bound to in our own part (`people.others`), `chosen` the value behind the visible word of a
    choice; `prompt` tells that Word shows its own hint, not an answer. `inner` tells that it stands inside another.
    """

    kind: FieldKind
    text: str = field(repr=False)
    begin: int
    end: int
    key: str = ""
    tag: str = ""
    alias: str = ""
    bookmarks: tuple[str, ...] = ()
    prompt: bool = False
    chosen: str = field(default="", repr=False)
    day: date | None = None
    ticked: bool | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document in the accepted view: insertions in, deletions out, hidden text and the working of fields out.

    `text` is all paragraphs, each on a line of its own. `pending` counts the changes nobody has accepted or rejected
    yet, `hidden` tells that there was hidden text, `mark` is what our own documents carry.
    """

    text: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...]
    fields: tuple[Field, ...] = ()
    bound: Mapping[str, str] = field(default_factory=dict, repr=False)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    pending: int = 0
    comments: int = 0
    hidden: bool = False
    mark: str = ""
    left_out: frozenset[LeftOut] = frozenset()

    def bookmarked(self, name: str) -> str:
        """The text in the bookmark; empty when there is no such bookmark."""
        begin, end = self.spans.get(name, (0, 0))
        return self.text[begin:end]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; those that touch or lie in another count once."""
    found: list[Span] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
