"""How the minutes of a session are spent, block by block (M82, M97).

The manual gives one timetable for each kind of session. The shorter and longer ones are ours, because the manual
allows 90 to 120 and 30 to 45 minutes without saying how to fill them (G07, G08).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.ttr.programme import INTRO


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a session; its name stands in the catalogue at `programme.block.<key>`."""

    key: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Timetable:
    """The blocks of a session in order; `from_manual` is False for a timetable of ours."""

    blocks: tuple[Block, ...]
    from_manual: bool

    @property
    def minutes(self) -> int:
        """How long the session takes."""
        return sum(block.minutes for block in self.blocks)

    def length(self, key: str) -> int:
        """How many minutes the block has."""
        return next(block.minutes for block in self.blocks if block.key == key)

    def start(self, key: str) -> int:
        """How many minutes after the opening the block begins."""
        return dict(self.starts())[key]

    def starts(self) -> tuple[tuple[str, int], ...]:
        """Each block with the minute it begins, counted from the opening."""
        minute = 0
        starts = []
        for block in self.blocks:
            starts.append((block.key, minute))
            minute += block.minutes
        return tuple(starts)


INTRO_BLOCKS = ("introduction", "power_walk", "break", "definition", "conditions", "finalisation", "wrap_up")
FOLLOW_UP_BLOCKS = ("inventory", "reflection", "action_points")


def timetable_for(meeting_kind: str, planned_minutes: int | None) -> Timetable:
    """The longest timetable that fits in the planned minutes, or the shortest when none does.

    `meeting_kind` is the key of a meeting. Without planned minutes it is the manual's own timetable.
    """
    choices = INTRO_TIMETABLES if meeting_kind == INTRO else FOLLOW_UP_TIMETABLES
    if planned_minutes is None:
        return next(timetable for timetable in choices if timetable.from_manual)
    fitting = [timetable for timetable in choices if timetable.minutes <= planned_minutes]
    return fitting[-1] if fitting else choices[0]


def shared(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Whole minutes by weight that together are exactly `minutes`.

    Each part ends at its share of the whole, rounded, so no part is more than a minute off.
    """
    whole = sum(weights)
    ends = [0]
    reached = 0
    for weight in weights:
        reached += weight
        ends.append((2 * reached * minutes + whole) // (2 * whole))
    return tuple(end - begin for begin, end in pairwise(ends))


def _timetable(keys: tuple[str, ...], minutes: tuple[int, ...], *, from_manual: bool = False) -> Timetable:
    blocks = tuple(Block(key, length) for key, length in zip(keys, minutes, strict=True))
    return Timetable(blocks, from_manual)


# From short to long; the shorter one of ours never cuts the Power Walk below what its talk needs (G26).
INTRO_TIMETABLES = (
    _timetable(INTRO_BLOCKS, (5, 30, 5, 10, 25, 10, 5)),
    _timetable(INTRO_BLOCKS, (10, 35, 10, 10, 30, 10, 5), from_manual=True),
    _timetable(INTRO_BLOCKS, (10, 40, 10, 10, 35, 10, 5)),
)
FOLLOW_UP_TIMETABLES = (
    _timetable(FOLLOW_UP_BLOCKS, (5, 15, 10)),
    _timetable(FOLLOW_UP_BLOCKS, (10, 20, 10), from_manual=True),
    _timetable(FOLLOW_UP_BLOCKS, (10, 25, 10)),
)
