"""Joins what is alike on average, as people put cards together on a table: the most alike first."""

from collections.abc import Mapping, Sequence
from math import sqrt

from pipeline.ttr.likeness import Meaning

SAME = 1000
"""How alike two wordings of the same words are."""
ALIKE = 550
"""From so much on, on average, wordings say the same."""

_FAINT = 300


def likenesses(meant: Sequence[Meaning]) -> list[dict[int, int]]:
    """For each the others that are like it, and how much; what is only faintly like it is left out."""
    lengths = [sum(weight * weight for weight in meaning.values()) for meaning in meant]
    holders: dict[str, list[int]] = {}
    found: list[dict[int, int]] = [{} for _ in meant]
    for number, meaning in enumerate(meant):
        shared: dict[int, int] = {}
        for thing, weight in meaning.items():
            for other in holders.setdefault(thing, []):
                shared[other] = shared.get(other, 0) + weight * weight
            holders[thing].append(number)
        for other, weight in shared.items():
            likeness = round(SAME * weight / sqrt(lengths[number] * lengths[other]))
            if likeness >= _FAINT:
                found[number][other] = found[other][number] = likeness
    return found


def joined(meant: Sequence[Meaning]) -> list[list[int]]:
    """The numbers of those that belong together; the order in which they stand decides only between equals."""
    same: dict[frozenset[tuple[str, int]], list[int]] = {}
    for number, meaning in enumerate(meant):
        same.setdefault(frozenset(meaning.items()), []).append(number)
    members = list(same.values())
    table = _Table(members, likenesses([meant[numbers[0]] for numbers in members]))
    for number in range(len(members)):
        table.settle(number)
    return [numbers for numbers in table.members if numbers]


class _Table:
    """Heaps of cards, and how alike all pairs of two heaps are together.

    Joining two heaps never makes them more like a third than one of them was, so it makes no difference where on the
    table one begins (nearest-neighbour chain, Murtagh 1983).
    """

    def __init__(self, members: list[list[int]], alike: Sequence[Mapping[int, int]]) -> None:
        self.members = members
        sizes = [len(numbers) for numbers in members]
        self._sums = [
            {other: likeness * sizes[number] * sizes[other] for other, likeness in others.items()}
            for number, others in enumerate(alike)
        ]

    def settle(self, start: int) -> None:
        """Join until this heap, with what came to it, can be joined with nothing more."""
        chain = [start] if self.members[start] else []
        while chain:
            last, before = chain[-1], chain[-2] if len(chain) > 1 else -1
            near = self._nearest(last, before)
            if near is None:
                return
            if near != before:
                chain.append(near)
                continue
            kept = self._join(near, last)
            chain = chain[:-2] or [kept]

    def _nearest(self, heap: int, before: int) -> int | None:
        """The heap that it is most like; of equals the one before it, then the first."""
        size, members = len(self.members[heap]), self.members
        best = max(
            (
                (total / (size * len(members[other])), other == before, -other)
                for other, total in self._sums[heap].items()
            ),
            default=(0.0, False, 0),
        )
        return -best[2] if best[0] >= ALIKE else None

    def _join(self, one: int, two: int) -> int:
        kept, gone = sorted((one, two))
        self.members[kept] = sorted(self.members[kept] + self.members[gone])
        self.members[gone] = []
        sums = self._sums
        for other, total in sums[gone].items():
            del sums[other][gone]
            if other != kept:
                sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0) + total
        sums[gone] = {}
        return kept
