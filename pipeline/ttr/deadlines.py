"""By which day something has to go out before a meeting (M66, M80, M95, G05).

The manual says one week, or one and a half. Ours (G05): so many days back, and on to the first working day before
that is in no break, so that it reaches people at work.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pipeline.findings import Finding, note
from pipeline.ttr.programme import INTRO, Break, Programme

WEEK = 7
WEEK_AND_A_HALF = 11
"""One and a half weeks are ten and a half days; who gets something a little early can still read it in time."""

_SATURDAY = 6


def before(day: date, days: int, breaks: Iterable[Break]) -> date:
    """`days` days before `day`, or the last working day before that, Monday to Friday and in no break.

    Where the calendar has no such day it is `days` days before, whatever that is; no earlier than the first of all.
    """
    pauses = tuple(breaks)
    counted = date.fromordinal(max(day.toordinal() - days, date.min.toordinal()))
    return next((due for due in _backwards(counted) if _works(due, pauses)), counted)


def letters_due(programme: Programme) -> date | None:
    """The last day to send the persona instructions; None while the introductory session has no day."""
    intro = programme.meeting(INTRO)
    return None if intro is None or intro.day is None else before(intro.day, WEEK, programme.breaks)


def of_letters(programme: Programme, today: date) -> Iterator[Finding]:
    """When the letters go out, or that it is late for them; nothing once the introductory session is over."""
    intro, due = programme.meeting(INTRO), letters_due(programme)
    if intro is None or intro.day is None or due is None or intro.day < today:
        return
    if today <= due:
        yield note("letters_due", intro.place("day"), "programme", due=due, day=intro.day)
    else:
        yield note("letters_late", intro.place("day"), "programme", due=due, day=intro.day)


def _backwards(day: date) -> Iterator[date]:
    """`day` and every day before it."""
    for number in range(day.toordinal(), 0, -1):
        yield date.fromordinal(number)


def _works(day: date, pauses: Sequence[Break]) -> bool:
    return day.isoweekday() < _SATURDAY and not any(pause.first_day <= day <= pause.last_day for pause in pauses)
