"""How many conditions somebody wrote into the four places for them (M14, M81).

A list pasted into one place counts by its points, and a fifth point at the end of the fourth place counts as well. A
condition may have paragraphs of its own, or a list behind a line that leads to it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from pipeline.anonymise.prose import plain_text
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogues

_LONGEST_HEADING = 6  # words
_NUMBER = re.compile(r"\(?(?P<ordinal>\d{1,2})[.):]+(?!\d)\s*(?=\S)")
_LETTER = re.compile(r"\(?(?P<letter>[a-eA-E])[.)]\s+(?=\S)")
_BULLET = re.compile(
    r"(?:[-\u2010-\u2015*]\s+|[\u2022\u00b7\u25aa\u25ab\u25e6\u2023\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7]\s*)(?=\S)"
)


class _Mark(NamedTuple):
    """What a point of a list begins with: of which kind, the how manieth it says to be, and where the text begins."""

    kind: str
    ordinal: int
    end: int


def conditions_in(places: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The conditions in each place, in the order in which they were written, without the marks of a list."""
    blocks = [tuple(_blocks(text)) for text in places]
    alone = sum(bool(one) for one in blocks) == 1
    return tuple(tuple(_parts(one, alone=alone)) if one else () for one in blocks)


def without_mark(line: str) -> str:
    """The line without what marks it as a point of a list."""
    mark = _mark(line)
    return line[mark.end :] if mark else line


def _blocks(text: str) -> Iterator[tuple[str, ...]]:
    """The lines of a text, blank ones part them."""
    lines = [plain_text(Personal(line)) for line in text.splitlines()]
    for written, those in groupby(lines, bool):
        if written:
            yield tuple(point for line in those for point in _points_in_a_row(line))


def _points_in_a_row(line: str) -> Iterator[str]:
    """`1. We listen. 2. We ask.` is two points; a number within a sentence parts nothing."""
    mark = _mark(line)
    while mark and mark.kind == "number":
        behind = re.compile(rf"(?<=[.;,!?])\s+(?=\(?{mark.ordinal + 1}[.):]\s)").search(line)
        if behind is None:
            break
        yield line[: behind.start()]
        line = line[behind.end() :]
        mark = _mark(line)
    yield line


def _parts(blocks: Sequence[tuple[str, ...]], *, alone: bool) -> Iterator[str]:
    """The conditions in one place; `alone` if all of the others are empty."""
    lines = [line for block in blocks for line in block]
    opening = _mark(lines[0])
    at, later = next(((at, mark) for at, line in enumerate(lines) if (mark := _mark(line))), (0, None))
    if opening:
        yield from _split(lines, opening.kind)
    elif later and (alone or later.ordinal > 1):
        heading = lines[:at]
        if later.ordinal > 1 or not _is_heading(heading):
            yield "\n".join(heading)
        yield from _split(lines[at:], later.kind)
    elif alone and len(blocks) > 1:
        yield from ("\n".join(block) for block in blocks)
    elif alone:
        yield from lines  # a list of which Word made the numbers, so that they were not copied with it
    else:
        yield "\n".join(lines)


def _split(lines: Iterable[str], kind: str) -> Iterator[str]:
    """The points of a list whose marks are of this kind; other marks are lists within a point."""
    point: list[str] = []
    for line in lines:
        mark = _mark(line)
        if mark and mark.kind == kind:
            if any(point):
                yield "\n".join(filter(None, point))
            point = [line[mark.end :]]
        else:
            point.append(line)
    if any(point):
        yield "\n".join(filter(None, point))


def _is_heading(lines: Sequence[str]) -> bool:
    """Whether this leads to a list and is no point of it."""
    text = " ".join(lines)
    return text.endswith(":") or (len(text.split()) <= _LONGEST_HEADING and not text.endswith("."))


def _mark(line: str) -> _Mark | None:
    for kind, shape in (("label", _label()), ("number", _NUMBER), ("letter", _LETTER), ("bullet", _BULLET)):
        if found := shape.match(line):
            told = found.groupdict()
            ordinal = int(told["ordinal"]) if "ordinal" in told else 1
            if letter := told.get("letter"):
                ordinal = "abcde".index(letter.lower()) + 1
            return _Mark(kind, ordinal, found.end())
    return None


@cache
def _label() -> re.Pattern[str]:
    """`Condition 2:`, on a line of its own as well."""
    names = "|".join(re.escape(word) for words in catalogues() for word in words.many("reading.frame.condition"))
    return re.compile(rf"(?:{names})\s*(?P<ordinal>\d{{1,2}})(?!\w)\s*[-\u2010-\u2015.:)]*\s*", re.IGNORECASE)
