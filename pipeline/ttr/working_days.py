"""On which days a team works: Monday to Friday, no break, no public holiday, no turn of the year (G04, G05).

Where the calendar has no such day, the day that was counted stands; no function leaves the calendar.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from pipeline.ttr.programme import Programme

SATURDAY = 6

# Ours: every institution that we know closes between these days, both included, whatever the region or the breaks.
_YEAR_CLOSES, _YEAR_OPENS = (12, 24), (1, 1)

# Beside the public holidays: 5 May, on which colleges and universities in the Netherlands close every year; and Good
# Friday and the Friday after Ascension Day, on which the banks of Belgium close, and most of those in both countries.
_BANKS = ("BE", "bank")
_CALENDARS = {
    "nl": (("NL", "public"), ("NL", "optional"), _BANKS),
    "vl": (("BE", "public"), _BANKS),
    "de": (("DE", "public"),),
}


def works(day: date, programme: Programme) -> bool:
    """Whether the team works on this day; without a region nothing is known of holidays."""
    if day.isoweekday() >= SATURDAY or is_closed(day) or in_break(day, programme):
        return False
    return not is_holiday(day, programme.region)


def is_closed(day: date) -> bool:
    """Whether it is the turn of the year, on which everything is closed."""
    return (day.month, day.day) >= _YEAR_CLOSES or (day.month, day.day) <= _YEAR_OPENS


def in_break(day: date, programme: Programme) -> bool:
    """Whether the form has a break on this day."""
    return any(pause.first_day <= day <= pause.last_day for pause in programme.breaks)


def is_holiday(day: date, region: str | None) -> bool:
    """Whether it is a public holiday of this region (a key of `regions.REGIONS`)."""
    return region is not None and day in _holidays(region, day.year)


def back_to_work(day: date, programme: Programme) -> date:
    """`day`, or the last working day before it."""
    return next((one for one in _outside_breaks(day, -1, programme) if works(one, programme)), day)


def on_to_work(day: date, programme: Programme) -> date:
    """`day`, or the first working day after it."""
    return next((one for one in _outside_breaks(day, 1, programme) if works(one, programme)), day)


def working_days_after(day: date, count: int, programme: Programme) -> date:
    """The day on which so many working days have passed since `day`."""
    for _ in range(count):
        day = on_to_work(shifted(day, 1), programme)
    return day


def shifted(day: date, days: int) -> date:
    """So many days later, or earlier; no earlier than the first day of all and no later than the last."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _outside_breaks(day: date, step: int, programme: Programme) -> Iterator[date]:
    """`day` and those after it, or before it with a step of -1; a break is crossed at once, however long it is."""
    number = day.toordinal()
    while date.min.toordinal() <= number <= date.max.toordinal():
        day = date.fromordinal(number)
        within = [pause for pause in programme.breaks if pause.first_day <= day <= pause.last_day]
        if not within:
            yield day
        elif step > 0:
            number = max(pause.last_day for pause in within).toordinal()
        else:
            number = min(pause.first_day for pause in within).toordinal()
        number += step


@cache
def _holidays(region: str, year: int) -> frozenset[date]:
    # Its import takes longer than most commands, and few of them count days.
    from holidays import country_holidays  # noqa: PLC0415

    calendars, state = _CALENDARS[region[:2]], region.partition("_")[2].upper() or None
    return frozenset(
        day
        for country, category in calendars
        for day in country_holidays(country, subdiv=state, years=year, categories=category)
    )
