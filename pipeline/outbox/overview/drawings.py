"""Where everything stands in the drawings of the overview.

Across is reckoned in percent of the width and down in pixels, so that letters keep their size on a phone and on a desk.
What lies close together is stacked by the width of a narrow phone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.documents.contents import BarChart, DotField
from pipeline.documents.overview.steps import Step, Timeline
from pipeline.outbox.charts.look import unit

_NARROWEST: Final = 290
"""Pixels: what a drawing has on the narrowest phone."""

_MARGIN: Final = 5.0
"""Percent at both ends, so that nothing is cut off."""

_SIGN, _ROW, _MEETING = 20, 24, 42  # pixels
_ABOVE, _MOST_MONTHS = 64, 12
_LARGEST_DOT, _STEP, _MOST_NUMBERS = 7.0, 5, 11
_LOWEST_FIELD: Final = 60.0  # pixels


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the timeline: its sign stands in the middle of `x`, `y`; a meeting has a label above it."""

    x: float
    y: int
    standing: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a text at it; where it is crowded, some lines have none."""

    x: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """The year from left to right: meetings above the `axis`, all else below it."""

    months: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    today: float | None
    axis: int
    height: int


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot of the Power Walk."""

    x: float
    y: float
    band: int


@dataclass(frozen=True, slots=True)
class DotPicture:
    """A field of dots of radius `radius` upon the `axis`."""

    dots: tuple[PlacedDot, ...]
    ticks: tuple[Tick, ...]
    radius: float
    axis: float
    height: float


def share(part: float, whole: float) -> float:
    """A part in percent of the whole, a tenth of one exactly, never more than all."""
    return round(min(100.0, 100 * part / whole), 1) if whole else 0.0


def timeline_picture(steps: Sequence[Step], timeline: Timeline | None, today: date) -> TimelinePicture | None:
    """The marks along the months; None without a timeline. A day of another year is not drawn."""
    if timeline is None:
        return None
    begin, end = timeline.months[0].begin, timeline.end
    meetings = list(_stacked([one for one in steps if one.mark], begin, end, _MEETING))
    others = list(_stacked([one for one in steps if not one.mark], begin, end, _SIGN))
    axis = _ABOVE + _MEETING * max((row for _, _, row in meetings), default=0)
    marks = (
        *(Mark(x, axis - _SIGN // 2 - 4 - _MEETING * row, one.standing, one.mark) for one, x, row in meetings),
        *(Mark(x, axis + _ROW // 2 + 2 + _ROW * row, one.standing) for one, x, row in others),
    )
    rows = 1 + max((row for _, _, row in others), default=0)
    every = -(-len(timeline.months) // _MOST_MONTHS)
    months = tuple(
        Tick(_along(month.begin, begin, end), "" if number % every else month.name)
        for number, month in enumerate(timeline.months)
    )
    now = _along(today, begin, end) if begin <= today < end else None
    return TimelinePicture(months, marks, now, axis, axis + _ROW * rows + 26)


def _stacked(steps: Iterable[Step], begin: date, end: date, width: int) -> Iterator[tuple[Step, float, int]]:
    """Each step with its place across and the first row in which it touches none before it."""
    taken: list[float] = []
    for day, one in sorted(((one.day, one) for one in steps if one.day), key=lambda pair: pair[0]):
        x = _along(day, begin, end)
        row = next((number for number, last in enumerate(taken) if x - last >= 100 * width / _NARROWEST), len(taken))
        taken[row : row + 1] = [x]
        yield one, x, row


def _along(day: date, begin: date, end: date) -> float:
    return round(_MARGIN + (100 - 2 * _MARGIN) * (day - begin).days / (end - begin).days, 2)


def dot_picture(chart: DotField) -> DotPicture:
    """The dots, those of the same total on top of each other, above a scale."""
    radius = min(_LARGEST_DOT, round(0.45 * _NARROWEST * 0.9 * _STEP / (chart.maximum + _STEP), 1))
    highest = max(Counter(dot.total for dot in chart.dots).values(), default=1)
    axis = round(max(_LOWEST_FIELD, 2 * radius * highest + radius + 6), 1)
    heights = Counter[int]()
    placed = []
    for dot in chart.dots:
        heights[dot.total] += 1
        y = round(axis - 3 - radius * (2 * heights[dot.total] - 1), 1)
        placed.append(PlacedDot(_at(dot.total, chart.maximum), y, dot.band))
    return DotPicture(tuple(placed), tuple(_scale(chart.maximum)), radius, axis, round(axis + 24, 1))


def _scale(maximum: int) -> Iterator[Tick]:
    totals = range(0, maximum + 1, unit(maximum))
    every = -(-len(totals) // _MOST_NUMBERS)
    for number, total in enumerate(totals):
        yield Tick(_at(total, maximum), "" if number % every else str(total))


def _at(total: int, maximum: int) -> float:
    return round(_MARGIN + (100 - 2 * _MARGIN) * total / max(maximum, 1), 2)


def bars(chart: BarChart) -> tuple[float, ...]:
    """How long the bar of each category is, in percent of the longest."""
    values = [value or 0.0 for value in chart.series[0].values]
    return tuple(share(value, max(values, default=0.0)) for value in values)
