"""Days, times of day and academic years, as cells hold them or as people type them in three languages.

What could be read in two ways is not read at all: None means that it is not clear.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache

from pipeline.inbox.cleaning import folded
from pipeline.inbox.raw import CellValue
from pipeline.language.catalogue import Catalogue, catalogues

_LONGEST = 60
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?")
_NUMBERS = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ste|de|e)?[ .-]*(?:of )?([^\W\d_]{3,})[ .,-]*(\d{4})")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})[ .-]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4})")
_WEEKDAY = re.compile(r"([^\W\d_]{2,})[., ]+(?=.*\d.*\d{4})")
_HOURS_MINUTES = re.compile(r"(\d{1,2}) ?([^\d\s]) ?(\d{2})(?::\d{2})? ?([^\W\d].*)?")
_HOURS = re.compile(r"(\d{1,2}) ?([^\W\d].*)")
_YEARS = re.compile(r"(20\d{2}) ?[-/] ?((?:20)?\d{2})")
_NOON = 12


def day_in(value: CellValue) -> date | None:
    """The day in a cell of dates, or in a text such as `23 sept. 2027`; years have four digits."""
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case str() if len(value) <= _LONGEST:
            return _typed_day(folded(value))
        case _:
            return None


def clock_in(value: CellValue) -> time | None:
    """The time in a cell of times or a fraction of a day, or in a text such as `13.30 uur` or `1:30 pm`."""
    match value:
        case datetime():
            return _to_the_minute(value.time())
        case time():
            return _to_the_minute(value)
        case float() if 0 < value < 1:
            return _to_the_minute((datetime.min + timedelta(days=value)).time())  # noqa: DTZ901 - knows no zone
        case str() if len(value) <= _LONGEST:
            return _typed_clock(folded(value))
        case _:
            return None


def academic_year_in(value: CellValue) -> str | None:
    """Two years that follow each other, as `2027-2028`."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    found = _YEARS.fullmatch(folded(value))
    if found is None:
        return None
    first, second = int(found[1]), int(found[2]) % 100
    return f"{first}-{first + 1}" if second == (first + 1) % 100 and found[2][:-2] in {"", "20"} else None


def _typed_day(text: str) -> date | None:
    weekdays: frozenset[int] | None = None
    if (named := _WEEKDAY.match(text)) and (weekdays := _numbers_called(named[1], "weekday", 2)):
        text = text[named.end() :]
    days = set(_days(text))
    if len(days) != 1:
        return None
    day = days.pop()
    return day if not weekdays or day.isoweekday() in weekdays else None


def _days(text: str) -> Iterator[date]:
    """Every day that the text could mean."""
    if found := _YEAR_FIRST.fullmatch(text):
        yield from _existing(found[1], found[3], found[4])
    elif found := _NUMBERS.fullmatch(text):
        yield from _day_or_month_first(found[1], found[2], found[3], found[4])
    elif found := _DAY_MONTH.fullmatch(text):
        for month in _numbers_called(found[2], "month", 3):
            yield from _existing(found[3], month, found[1])
    elif found := _MONTH_DAY.fullmatch(text):
        for month in _numbers_called(found[1], "month", 3):
            yield from _existing(found[3], month, found[2])


def _day_or_month_first(first: str, sign: str, second: str, year: str) -> Iterator[date]:
    """Full stops and dashes stand in dates of ours, the day first; a slash stands in American ones as well."""
    day_first = tuple(_existing(year, second, first))
    yield from day_first
    if sign == "/" or (sign == "-" and not day_first):
        yield from _existing(year, first, second)


def _existing(year: str, month: str | int, day: str) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return


def _numbers_called(word: str, what: str, shortest: int) -> frozenset[int]:
    """The months or weekdays that this word, or the start of a word, names in any language."""
    if len(word) < shortest:
        return frozenset()
    return frozenset(number for name, number in _calendar_words(what) if name.startswith(word))


@cache
def _calendar_words(what: str) -> tuple[tuple[str, int], ...]:
    named = [
        (name, number)
        for words in catalogues()
        for number in range(1, {"month": 12, "weekday": 7}[what] + 1)
        for name in _names(words, what, number)
    ]
    return tuple((spelling, number) for name, number in named for spelling in _spellings(folded(name)))


def _names(words: Catalogue, what: str, number: int) -> tuple[str, ...]:
    full = words.say(f"terms.{what}.{number}")
    return (full, words.many("reading.short_month")[number - 1]) if what == "month" else (full,)


def _spellings(word: str) -> set[str]:
    return {word, word.replace("ä", "a"), word.replace("ä", "ae")}


def _typed_clock(text: str) -> time | None:
    if found := _HOURS_MINUTES.fullmatch(text):
        hour, sign, minute, after = found.groups()
        if sign in {":", "."} or (sign in _words("hour") and not after):
            return _clock(int(hour), int(minute), after or "")
    elif found := _HOURS.fullmatch(text):
        return _clock(int(found[1]), 0, found[2])
    return None


def _clock(hour: int, minute: int, after: str) -> time | None:
    """The time, with what stands behind it: `uur`, `pm` or nothing."""
    if after and after not in _words("hour"):
        half = {word: half for half, name in enumerate(("before_noon", "after_noon")) for word in _words(name)}
        if after not in half or not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + _NOON * half[after]
    return time(hour, minute) if hour < 24 and minute < 60 else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for words in catalogues() for word in words.many(f"reading.{name}"))


def _to_the_minute(moment: time) -> time:
    """A fraction of a day is seldom a whole minute; half past one comes as 13:29:59.99."""
    minutes = moment.hour * 60 + moment.minute + round((moment.second + moment.microsecond / 1e6) / 60)
    return time(minutes // 60 % 24, minutes % 60)
