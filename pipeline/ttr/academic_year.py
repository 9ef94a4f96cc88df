"""The academic year: when it opens, its seasons and its weeks of teaching (G04, G06)."""

from datetime import date

from pipeline.ttr.programme import Programme
from pipeline.ttr.working_days import on_to_work, shifted

# Ours (G04): the day in the middle between two windows parts the seasons.
WINTER_BEGINS = (12, 31)
SPRING_BEGINS = (3, 21)
SEASONS = ("autumn", "winter", "spring")

_JULY = 7


def season(day: date) -> str:
    """Autumn from July on, so that any day has its season."""
    month_and_day = (day.month, day.day)
    if day.month >= _JULY and month_and_day < WINTER_BEGINS:
        return "autumn"
    return "spring" if SPRING_BEGINS <= month_and_day < (_JULY, 1) else "winter"


def stated_year(programme: Programme) -> int | None:
    """The year in which it opens, as the form says it."""
    begins = (programme.academic_year or "")[:4]
    # isdecimal alone lets digits of other scripts through; int reads those just as well.
    if len(begins) == 4 and begins.isdecimal() and date.min.year <= int(begins) < date.max.year:
        return int(begins)
    return None


def opening_year(programme: Programme) -> int | None:
    """The year in which it opens: as stated, or else that of the first day in the form."""
    stated = stated_year(programme)
    if stated is not None:
        return stated
    days = [meeting.day for meeting in programme.meetings if meeting.day]
    first = programme.first_teaching_day or min(days, default=None)
    if first is None:
        return None
    year = first.year if first.month >= _JULY else first.year - 1
    return min(max(year, date.min.year), date.max.year - 1)


def in_the_year(programme: Programme, day: date | None) -> bool:
    """From July to August of the next year, which is wide enough for every country; what is not known is in it."""
    opening = stated_year(programme)
    return day is None or opening is None or date(opening, 7, 1) <= day <= date(opening + 1, 8, 31)


def teaching_begins(programme: Programme) -> date | None:
    """The first teaching day on which the team works; None as well for one outside the year, a slip of the pen."""
    first = programme.first_teaching_day
    return on_to_work(first, programme) if first and in_the_year(programme, first) else None


def monday_of_week(teaching: date, week: int) -> date:
    """The Monday of a week of teaching; that of the first teaching day is week 1."""
    return shifted(teaching, 7 * (week - 1) - teaching.isoweekday() + 1)


def friday_of_week(teaching: date, week: int) -> date:
    """The Friday of a week of teaching."""
    return shifted(monday_of_week(teaching, week), 4)
