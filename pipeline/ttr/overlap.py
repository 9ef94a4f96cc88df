"""How much of the team took part the year before, and what that advises (M106, G36).

The manual says: largely the same team. Ours is 70 percent of who signed up now; the team decides.
"""

from dataclasses import dataclass
from enum import StrEnum

LARGELY_THE_SAME = 70
"""Percent of those who signed up now."""


class Advice(StrEnum):
    """What to do with the introductory session."""

    LEAVE_OUT = "leave_out"  # newcomers get an introduction of their own
    REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many signed up the year before and now, and how many of them both times."""

    before: int
    now: int
    both: int

    def __post_init__(self) -> None:
        if not 0 <= self.both <= min(self.before, self.now):
            raise ValueError("whoever is counted in both years is counted in each")

    @property
    def newcomers(self) -> int:
        """How many of those who signed up now were not there the year before."""
        return self.now - self.both

    @property
    def percent(self) -> int | None:
        """How many of those who signed up now were there before, in whole percent, rounded down.

        So a number that reaches the limit is never shown for a team that does not. None without two sign-ups.
        """
        return self.both * 100 // self.now if self.before and self.now else None

    @property
    def advice(self) -> Advice | None:
        """What we advise; None as long as there is nothing to compare."""
        if self.percent is None:
            return None
        return Advice.LEAVE_OUT if self.percent >= LARGELY_THE_SAME else Advice.REPEAT
