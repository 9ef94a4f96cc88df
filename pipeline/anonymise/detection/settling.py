"""Where stretches overlap one of them is chosen, and nothing that somebody marked gets lost (M90)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.names import PARTICLES

# Between the words of one name: blanks, at most one line end, or a hyphen.
_WITHIN_A_NAME = re.compile(r"[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*|[-\u2010\u2011]")

_SAYING = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def settled(content: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Stretches in the order of the text that do not overlap; what one of them was masked for stays masked.

    Masked goes before asked, then the surer one, then the longer. What is left of the other beside it keeps its own
    mark, so that the choice never uncovers a letter.
    """
    chosen: list[Span] = []
    for span in sorted(spans, key=_preference):
        for part in tuple(_free(chosen, span)):
            stretch = _SAYING.search(content, part.start, part.end)
            if stretch:
                kept = part if part is span else replace(part, start=stretch.start(), end=stretch.end())
                chosen.insert(_place(chosen, kept), kept)
    return tuple(_names_joined(content, list(_without_particles(content, chosen))))


def _preference(span: Span) -> tuple[bool, int, int, int]:
    return span.asked, -span.rank, span.start - span.end, span.start


def _place(chosen: Sequence[Span], span: Span) -> int:
    return bisect_left(chosen, span.start, key=lambda other: other.start)


def _free(chosen: Sequence[Span], span: Span) -> Iterator[Span]:
    """What of a stretch no chosen one covers; a part no longer fits the wording that was proposed for the whole."""
    start = span.start
    at = max(_place(chosen, span) - 1, 0)
    while at < len(chosen) and chosen[at].start < span.end:
        other = chosen[at]
        if other.end > start:
            if other.start > start:
                yield _part(span, start, other.start)
            start = other.end
        at += 1
    if start < span.end:
        yield _part(span, start, span.end)


def _part(span: Span, start: int, end: int) -> Span:
    if (start, end) == (span.start, span.end):
        return span
    return replace(span, start=start, end=end, wider="", values=())


def _without_particles(content: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Without what only stands between two people: Fatima zu Marieke."""
    for before, span, behind in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        between_two = before and behind and before.person != behind.person and before.person and behind.person
        if not (between_two and span.label is Label.NAME and content[span.start : span.end] in PARTICLES):
            yield span


def _names_joined(content: str, spans: Sequence[Span]) -> Iterator[Span]:
    """`Fatima` and `El Amrani` beside each other are one name, unless they are known to be two people."""
    before: Span | None = None
    for span in spans:
        if before and _one_name(content, before, span):
            person = before.person or span.person
            asked = before.asked and span.asked
            before = replace(before, end=span.end, asked=asked, rank=max(before.rank, span.rank), person=person)
        else:
            if before:
                yield before
            before = span
    if before:
        yield before


def _one_name(content: str, one: Span, other: Span) -> bool:
    return (
        one.label is other.label is Label.NAME
        and (not one.person or not other.person or one.person == other.person)
        and bool(_WITHIN_A_NAME.fullmatch(content, one.end, other.start))
    )
