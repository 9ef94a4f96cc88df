"""Of which meetings there is something to make by now (M102)."""

from collections.abc import Collection
from datetime import date

from pipeline.ttr.programme import MEETINGS, Programme


def by_now(programme: Programme, held: Collection[str], today: date) -> tuple[str, ...]:
    """The planned meetings up to the one that comes next, by their keys in the order of the programme.

    `held` are those of which a form tells that they took place. A meeting without a day comes when those before it are
    over.
    """
    planned = [key for key in MEETINGS if programme.meeting(key) is not None]
    over = [at for at, key in enumerate(planned) if key in held or _is_over(programme, key, today)]
    return tuple(planned[: max(over, default=-1) + 2])


def _is_over(programme: Programme, key: str, today: date) -> bool:
    meeting = programme.meeting(key)
    return meeting is not None and meeting.day is not None and meeting.day < today
