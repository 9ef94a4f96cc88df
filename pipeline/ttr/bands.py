"""Front, middle and back of the Power Walk: where each begins (G21)."""

from collections.abc import Sequence
from enum import StrEnum

SMALLEST = 5
"""Totals go up in fives (M55)."""


class Band(StrEnum):
    """A part of the field; the order is that of the walk, front first."""

    FRONT = "front"
    MIDDLE = "middle"
    BACK = "back"


def limits(maximum: int) -> tuple[int, int]:
    """The lowest totals of the middle and of the front, multiples of five.

    The back ends at a third of `maximum`, the front begins above two thirds: with 100 that is 0-33, 34-66 and 67-100
    as G21 has it, so 35 and 70.
    """
    return _above(maximum, 1), _above(maximum, 2)


def band(total: int, maximum: int) -> Band:
    """The band of a total by thirds of the maximum; it depends on the total alone, so ties are never split."""
    middle, front = limits(maximum)
    if total >= front:
        return Band.FRONT
    return Band.MIDDLE if total >= middle else Band.BACK


def terciles(totals: Sequence[int]) -> tuple[Band, ...]:
    """The bands by rank, about a third of the group each; equal totals share the band of the best of them."""
    ranks = {total: sum(other > total for other in totals) for total in set(totals)}
    return tuple(_by_rank(ranks[total], len(totals)) for total in totals)


def _by_rank(better: int, count: int) -> Band:
    if 3 * better < count:
        return Band.FRONT
    return Band.MIDDLE if 3 * better < 2 * count else Band.BACK


def _above(maximum: int, thirds: int) -> int:
    """The lowest multiple of five that is more than so many thirds of `maximum`."""
    return maximum * thirds // (3 * SMALLEST) * SMALLEST + SMALLEST
