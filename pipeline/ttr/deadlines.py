"""By which day something has to go out before a meeting (M66, M80, M95, G05).

The manual says one week, or one and a half. Ours (G05): so many days back, and then back to a working day, so that it
reaches people at work.
"""

from collections.abc import Iterator
from datetime import date

from pipeline.findings import Finding, note
from pipeline.ttr.programme import INTRO, Programme
from pipeline.ttr.working_days import back_to_work, shifted

WEEK = 7
WEEK_AND_A_HALF = 11
"""One and a half weeks are ten and a half days; who gets something a little early can still read it in time."""


def before(day: date, days: int, programme: Programme) -> date:
    """`days` days before `day`, or the last working day before that.

    Where the calendar has no such day it is `days` days before, whatever that is; no earlier than the first of all.
    """
    return back_to_work(shifted(day, -days), programme)


def letters_due(programme: Programme) -> date | None:
    """The last day to send the persona instructions; None while the introductory session has no day."""
    intro = programme.meeting(INTRO)
    return None if intro is None or intro.day is None else before(intro.day, WEEK, programme)


def of_letters(programme: Programme, today: date) -> Iterator[Finding]:
    """When the letters go out, or that it is late for them; nothing once the introductory session is over."""
    intro, due = programme.meeting(INTRO), letters_due(programme)
    if intro is None or intro.day is None or due is None or intro.day < today:
        return
    if today <= due:
        yield note("letters_due", intro.place("day"), "programme", due=due, day=intro.day)
    else:
        yield note("letters_late", intro.place("day"), "programme", due=due, day=intro.day)
