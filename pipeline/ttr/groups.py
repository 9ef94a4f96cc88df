"""Small groups of two to four, by code (M78, G28)."""

from collections.abc import Iterable

LARGEST_GROUP = 4
SMALLEST_GROUP = 2


def group_sizes(participants: int) -> tuple[int, ...]:
    """How large the groups are: as few as possible, as equal as possible, the larger ones first.

    Nobody is left alone; with fewer than two participants there are no groups.
    """
    if participants < SMALLEST_GROUP:
        return ()
    number = -(-participants // LARGEST_GROUP)
    size, larger = divmod(participants, number)
    return (size + 1,) * larger + (size,) * (number - larger)


def groups(codes: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The codes dealt over the groups one by one.

    The codes are sorted first, so that the order of signing up makes no difference and colleagues who
    signed up together do not end up together.
    """
    ordered = sorted(set(codes))
    number = len(group_sizes(len(ordered)))
    return tuple(tuple(ordered[first::number]) for first in range(number))
