"""What the Power Walk came to: a score per persona code, as it came back (M53-M58, G19-G23)."""

from dataclasses import dataclass, field

from pipeline.findings import Place

POINTS = (10, 5, 0)
"""Applies, in doubt or partly, does not apply (M54)."""
STEP = 10
"""One step forward on the same axis (G19)."""


@dataclass(frozen=True, slots=True)
class Score:
    """One persona's outcome.

    `points` holds one of `POINTS` for each statement, None where nothing was filled in; it is empty where only a total
    came in. `code` is None where no row may be tied to anybody. `persona` are the identity aspects that were typed in
    for the reveal.
    """

    code: str | None
    points: tuple[int | None, ...] = ()
    only_total: int | None = None
    persona: tuple[str, ...] = ()
    place: Place = field(default=Place(), compare=False)

    @property
    def answered(self) -> int:
        """How many statements have points."""
        return sum(points is not None for points in self.points)

    @property
    def total(self) -> int | None:
        """The sum so far; None as long as nothing came in."""
        if not self.points:
            return self.only_total
        return sum(points for points in self.points if points is not None) if self.answered else None


@dataclass(frozen=True, slots=True)
class Scores:
    """All that came back of one Power Walk.

    `statements` are the numbers (from 1) of the statements that have a column, so the maximum is ten times as many.
    With `steps` the scores were counted in steps on the spot: such a walk is never compared with one in points (G19).
    """

    rows: tuple[Score, ...]
    statements: tuple[int, ...]
    steps: bool = False

    @property
    def maximum(self) -> int:
        """The highest total there can be (G23)."""
        return STEP * len(self.statements)
