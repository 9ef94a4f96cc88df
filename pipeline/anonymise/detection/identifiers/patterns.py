"""Everything in a text that has a form of its own: addresses, numbers, dates, ages, rooms, and what is rare (M90)."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TypeAlias

from pipeline.anonymise.detection.identifiers import numbers
from pipeline.anonymise.detection.identifiers.addresses_online import addresses_online
from pipeline.anonymise.detection.identifiers.ages import ages
from pipeline.anonymise.detection.identifiers.homes import homes
from pipeline.anonymise.detection.identifiers.places_by_number import british_postcodes, streets_with_postcodes
from pipeline.anonymise.detection.identifiers.quasi import quasi_identifiers
from pipeline.anonymise.detection.identifiers.rooms_and_codes import codes, rooms
from pipeline.anonymise.detection.identifiers.spots import described_rooms, named_rooms
from pipeline.anonymise.detection.identifiers.times import dates
from pipeline.anonymise.detection.plain_copy import PlainCopy, plain_copy
from pipeline.anonymise.detection.spans import Span
from pipeline.anonymise.detection.tokens import Text

_Finder: TypeAlias = Callable[[PlainCopy], Iterator[Span]]

# In this order: what an earlier one has taken, a later one does not look into.
_IN_FIGURES: tuple[_Finder, ...] = (
    numbers.account_numbers,
    british_postcodes,
    numbers.personal_numbers,
    numbers.student_numbers,
    described_rooms,
    dates,
    numbers.named_citizen_numbers,
    numbers.phone_numbers,
    numbers.citizen_numbers,
    rooms,
    named_rooms,
    streets_with_postcodes,
    homes,
    codes,
    numbers.unnamed_numbers,
)


def pattern_spans(text: Text) -> Iterator[Span]:
    """Every stretch with a form of its own, masked, and every quasi-identifier, asked about; masked ones never overlap.

    A span whose `wider` is empty is replaced by the words at `wider.` and its label in small letters.
    """
    copy = plain_copy(text.content)
    taken = _Taken()
    yield from (copy.as_written(span) for span in taken.added(addresses_online(copy)))
    finders = (*_IN_FIGURES, ages) if _has_figures(copy) else (described_rooms, dates, named_rooms, homes, ages)
    for find in finders:
        yield from (copy.as_written(span) for span in taken.added(find(copy)))
    yield from (copy.as_written(span) for span in quasi_identifiers(copy) if not taken.covers(span))


class _Taken:
    """The stretches that are marked already, in order."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def added(self, spans: Iterator[Span]) -> Iterator[Span]:
        """Those that lie free, or are only asked about."""
        for span in spans:
            at = bisect_left(self._spans, (span.start, span.end))
            free_before = at == 0 or self._spans[at - 1][1] <= span.start
            free_behind = at == len(self._spans) or self._spans[at][0] >= span.end
            if free_before and free_behind:
                self._spans.insert(at, (span.start, span.end))
                yield span

    def covers(self, span: Span) -> bool:
        """Whether it lies wholly in a stretch that is marked already."""
        at = bisect_left(self._spans, (span.start + 1, 0))
        return at > 0 and self._spans[at - 1][1] >= span.end


def _has_figures(copy: PlainCopy) -> bool:
    return any(sign.isdigit() for sign in copy.content)
