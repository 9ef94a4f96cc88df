"""What a Power Walk came to in figures: how far apart the totals lie, and which statements did that (M56-M61, G21).

What may be shown depends on how was walked. In a persona's name a total stands beside its code. Anonymously there are
totals without codes, and none at all under five: by elimination one would know whose is whose. As oneself there are
only groups of persons, no total, and nothing under eight; a group of one or two is joined with the one beside it,
since one of two persons knows the other (M65). The thresholds of five and three are ours, the eight is the programme's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.ttr.bands import Band, band
from pipeline.ttr.programme import Walk
from pipeline.ttr.scores import POINTS, STEP, Score, Scores

FEWEST_ANONYMOUS = 5
FEWEST_AS_ONESELF = 8
SMALLEST_GROUP = 3
BANDS = tuple(Band)
MOST_NAMED = 3

_LARGEST_VARIANCE = (STEP / 2) ** 2


@dataclass(frozen=True, slots=True)
class Total:
    """How far one persona got; `not_answered` is what might have come on top (M58, G21)."""

    total: int
    band: Band
    not_answered: int = 0
    code: str | None = None
    persona: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the totals lie apart; the quartiles lie between two totals where they must."""

    lowest: int
    lower_quartile: float
    median: float
    upper_quartile: float
    highest: int
    deviation: float


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """The answers to one statement by what they earned, so that a reverse-scored one reads as any other (G24).

    `split` runs from 0, when all answered alike, to 100, when half had all its points and half had none: the variance
    of the points as a share of the largest there can be. `missed` are the points that were not earned by who answered.
    Both measures are ours.
    """

    number: int
    ten: int
    five: int
    nought: int
    blank: int
    split: float | None
    missed: int

    @property
    def answered(self) -> int:
        """How many personas answered."""
        return self.ten + self.five + self.nought

    @property
    def share(self) -> float | None:
        """The part of who answered that got all its points, from 0 to 1."""
        return self.ten / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class WalkFigures:
    """All figures of one walk; `totals` from high to low, `without` counts who filled in nothing."""

    totals: tuple[Total, ...]
    without: int
    spread: Spread | None
    statements: tuple[StatementFigures, ...]

    def count(self, band: Band) -> int:
        """How many personas are in a band."""
        return sum(total.band is band for total in self.totals)


@dataclass(frozen=True, slots=True)
class Group:
    """Bands beside each other that are shown as one, and how many persons are in them."""

    bands: tuple[Band, ...]
    persons: int


def walk_figures(scores: Scores) -> WalkFigures:
    """Everything that can be counted; half-filled rows count with what they have."""
    totals = [_total(row, row.total, scores) for row in scores.rows if row.total is not None]
    return WalkFigures(
        totals=tuple(sorted(totals, key=lambda total: (-total.total, total.code or ""))),
        without=len(scores.rows) - len(totals),
        spread=_spread([total.total for total in totals]),
        statements=_statements(scores),
    )


def may_be_shown(scores: Scores, walk: Walk) -> bool:
    """Whether there are enough totals to show anything of them."""
    fewest = {Walk.PERSONA: 1, Walk.ANONYMOUS: FEWEST_ANONYMOUS, Walk.ONESELF: FEWEST_AS_ONESELF}
    return sum(row.total is not None for row in scores.rows) >= fewest[walk]


def groups_as_oneself(figures: WalkFigures) -> tuple[Group, ...]:
    """The bands from front to back, joined until no group is of one or two; all in one when there is no other way."""
    groups = [Group((band,), figures.count(band)) for band in BANDS]
    while len(groups) > 1 and any(0 < group.persons < SMALLEST_GROUP for group in groups):
        small = next(place for place, group in enumerate(groups) if 0 < group.persons < SMALLEST_GROUP)
        first = min(small, len(groups) - 2)
        groups[first : first + 2] = [_joined(groups[first], groups[first + 1])]
    return tuple(groups)


def most_split(figures: WalkFigures, most: int = MOST_NAMED) -> tuple[StatementFigures, ...]:
    """The statements that set the group apart most, `most` of them; with equal splits the first one first (M61)."""
    split = [statement for statement in figures.statements if statement.split]
    return tuple(sorted(split, key=lambda statement: (-(statement.split or 0), statement.number))[:most])


def most_missed(figures: WalkFigures) -> tuple[StatementFigures, ...]:
    """The statements at which most points were missed, three at the most; with as many the first one first (M61)."""
    missed = [statement for statement in figures.statements if statement.missed]
    return tuple(sorted(missed, key=lambda statement: (-statement.missed, statement.number))[:MOST_NAMED])


def _total(row: Score, total: int, scores: Scores) -> Total:
    not_answered = STEP * (len(row.points) - row.answered)
    return Total(total, band(total, scores.maximum), not_answered, row.code, row.persona)


def _spread(totals: Sequence[int]) -> Spread | None:
    if not totals:
        return None
    import pandas as pd  # noqa: PLC0415 - slow to start

    series = pd.Series(totals, dtype="int64")
    lower, median, upper = (round(float(value), 2) for value in series.quantile([0.25, 0.5, 0.75]))
    deviation = round(float(series.std(ddof=0)), 2)
    return Spread(int(series.min()), lower, median, upper, int(series.max()), deviation)


def _statements(scores: Scores) -> tuple[StatementFigures, ...]:
    rows = [row.points for row in scores.rows if row.points]
    if not rows:
        return ()
    import pandas as pd  # noqa: PLC0415 - slow to start

    table = pd.DataFrame(rows, columns=list(scores.statements), dtype="float64")
    return tuple(_statement(number, table[number]) for number in scores.statements)


def _statement(number: int, points: Any) -> StatementFigures:
    ten, five, nought = (int(points.eq(worth).sum()) for worth in POINTS)
    split = round(100 * float(points.var(ddof=0)) / _LARGEST_VARIANCE, 1) if ten + five + nought else None
    missed = int((STEP - points).sum())
    return StatementFigures(number, ten, five, nought, int(points.isna().sum()), split, missed)


def _joined(one: Group, other: Group) -> Group:
    return Group(one.bands + other.bands, one.persons + other.persons)
