"""Small groups of two to four, by code, and other ones at the next meeting (M78, G28)."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from pipeline.ttr.programme import MEETINGS, Programme

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


def groups(codes: Iterable[str], meeting_number: int = 0, apart: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """The codes in groups, for the meeting of this number: 0 is the introductory session.

    The codes are sorted first, so that the order of signing up makes no difference and colleagues who signed up
    together do not end up together. They lie in rows, of which each group takes one place; from meeting to meeting
    each row moves on by a step of its own. So two of one row never meet: the codes `apart` come first, and are in
    different groups as far as there are groups. With four groups or more nobody meets the same colleague twice running.
    """
    ordered = sorted(set(codes), key=lambda code: (code not in apart, code))
    number = len(group_sizes(len(ordered)))
    if not number:
        return ()
    dealt: dict[int, list[str]] = defaultdict(list)
    last_row = (len(ordered) - 1) // number
    for position, code in enumerate(ordered):
        row, column = divmod(position, number)
        # Counted from the last row, which may not be full, so that the larger groups come first.
        moved = _moved(row, number, meeting_number) - _moved(last_row, number, meeting_number)
        dealt[(column + moved) % number].append(code)
    return tuple(tuple(sorted(dealt[group])) for group in range(number))


def groups_of(codes: Iterable[str], programme: Programme, meeting: str) -> tuple[tuple[str, ...], ...]:
    """The groups for the meeting of this key, with the team leads apart where the programme asks it."""
    leads = {lead.code for lead in programme.leads if lead.code} if programme.leads_apart else ()
    return groups(codes, MEETINGS.index(meeting), leads)


def _moved(row: int, number: int, meeting_number: int) -> int:
    """How many groups further a row is dealt than at meeting 0.

    There are at most four rows. With fewer than four groups two of them would keep in step for ever; the second part
    parts them every other meeting.
    """
    turns, step = divmod(row, number)
    return meeting_number * step + meeting_number // 2 * turns
