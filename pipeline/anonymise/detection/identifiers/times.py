"""Marks days, written in figures or words, and days of birth (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered, unit_behind
from pipeline.anonymise.detection.identifiers.days_alone import days_alone
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_SEASONS = ("winter", "spring", "summer", "autumn")
_IN_WORDS = (
    r"(?:tweeduizend|zweitausend|neunzehnhundert|negentienhonderd|two thousand|nineteen)(?: ?(?:en|and|und))?[- ]?"
    r"(?:[a-zäöü]{3,10}(?:tien|teen|zehn|tig|ty|zig|ßig)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{2,6}(?:en|und)[a-zß]{5,7}"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|eins|zwei|drei|fünf|sechs|sieben|acht|neun|zehn|zwölf)"
)
_YEAR = rf"(?:\s?,?\s?(?:(?:(?:19|20)\d\d|'\d\d)(?!\d)|{_IN_WORDS}(?!\w)))"
_IN_FIGURES = re.compile(
    r"(?<![\w.,/-])(?:(?P<day>\d{1,2})(?P<sep>[-/.]|\s-\s|\.\s)(?P<month>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|'?\d\d)"
    r"|(?P<year2>(?:19|20)\d\d)(?P<sep2>[-/.])(?P<month2>\d{1,2})(?P=sep2)(?P<day2>\d{1,2}))(?![\w/-]|[.,]\d)"
)
_WITHOUT_YEAR = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P<dot>\.?)(?![\w/%-]|[.,]\d)"
)
_OF = re.compile(r"(?<!\w)(?:van|of|uit|from)\s$")
_FULL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BORN_BY = 2010  # who studies was born by then, and no case is that old
_BORN_NEAR = 40  # signs between "born" and the day
_DAY_BEFORE = 60  # signs that a day may take before its month
_ALWAYS = (24, 7)  # 24/7 is no day


def dates(copy: PlainCopy) -> Iterator[Span]:
    """Every day; a month alone is none, and with a year it is only asked about."""
    if any(sign.isdigit() for sign in copy.content):
        yield from (_told(copy, *found) for found in _figures(copy))
    yield from (_told(copy, *found) for found in _words(copy))
    yield from days_alone(copy)


def _figures(copy: PlainCopy) -> Iterator[tuple[int, int, int]]:
    """Where each begins and ends, and its month."""
    for match in _IN_FIGURES.finditer(copy.low):
        day, month = int(match["day"] or match["day2"]), int(match["month"] or match["month2"])
        pairs = f"{match['day']}{match['month']}{match['year']}"
        version = match["sep"] == "." and (len(match["year"]) == 2 and len(pairs) < 6)
        if month > 12 >= day and not match["year2"]:  # as in the United States
            day, month = month, day
        if _is_day(day, month) and not version:
            yield _with_weekday(copy, match.start()), match.end(), month
    for match in _WITHOUT_YEAR.finditer(copy.low):
        day, month = int(match["day"]), int(match["month"])
        if _is_day(day, month) and (day, month) != _ALWAYS and _is_announced(copy, match):
            yield _with_weekday(copy, match.start()), match.end(), month


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_announced(copy: PlainCopy, match: re.Match[str]) -> bool:
    """A day and a month alone could be a mark, a score or a range, unless a word before them says otherwise."""
    if match["sep"] == "." and not match["dot"]:
        return bool(_weekday_before().search(copy.low, max(0, match.start() - 16), match.start()))
    if match["sep"] == "-" and len(match[0]) < 4:
        return False
    if unit_behind().match(copy.low, match.end()):
        return False
    if (
        int(match["day"]) > int(match["month"])
        and match["sep"] == "/"
        and _OF.search(copy.low, max(0, match.start() - 6), match.start())
    ):
        return True  # no fraction
    return bool(_announcing().search(copy.low, max(0, match.start() - 24), match.start()))


def _words(copy: PlainCopy) -> Iterator[tuple[int, int, int]]:
    months = numbered_months()
    for match in _month().finditer(copy.low):
        month = months[match[0]]
        end = match.end()
        before = _day_before().search(copy.low, max(0, match.start() - _DAY_BEFORE), match.start())
        behind = _day_behind().match(copy.low, end)
        year = _year_behind().match(copy.low, end)
        if before:
            start = before.start("day")
            yield _with_weekday(copy, start), (year.end() if year else end), month
        elif behind and _written_as_english(copy, match) and not unit_behind().match(copy.low, behind.end()):
            yield _with_weekday(copy, match.start()), behind.end(), month
        elif year and len(match[0]) > 3:
            yield match.start(), -year.end(), month


def _written_as_english(copy: PlainCopy, match: re.Match[str]) -> bool:
    """`May 12`, not `may 12`; `Jan 12` may be somebody called Jan."""
    written = copy.content[match.start() : match.end()]
    return written[0].isupper() and match[0] in _english_months() and match[0] != "jan"


def _told(copy: PlainCopy, start: int, end: int, month: int) -> Span:
    season = _SEASONS[month % 12 // 3]
    if end < 0:
        return Span(start, -end, Label.DATE, asked=True, rank=Rank.DOUBT, wider=f"wider.month.{season}")
    born = _born_before().search(copy.low, max(0, start - _BORN_NEAR), start) or _born_behind().match(copy.low, end)
    year = _FULL_YEAR.search(copy.low, start, end)
    if born or (year and int(year[0]) <= _BORN_BY):
        return Span(start, end, Label.DOB, rank=Rank.PATTERN)
    contracted = _contracted().search(copy.low, max(0, start - 4), start)
    if contracted:
        return Span(contracted.start(), end, Label.DATE, rank=Rank.PATTERN, wider=f"wider.on_day.{season}")
    return Span(start, end, Label.DATE, rank=Rank.PATTERN, wider=f"wider.day.{season}")


def _with_weekday(copy: PlainCopy, start: int) -> int:
    before = _weekday_before().search(copy.low, max(0, start - 24), start)
    return before.start() if before else start


_MONTHS = tuple(f"month.{month}" for month in range(1, 13))


@cache
def numbered_months() -> dict[str, int]:
    """Every way to write a month, with its number."""
    return {word: number for number in range(1, 13) for word in cue_words(f"month.{number}")}


@cache
def _english_months() -> frozenset[str]:
    return frozenset(cue_words(*_MONTHS, language="en"))


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(*_MONTHS)}(?!\w)")


@cache
def _day_before() -> re.Pattern[str]:
    """`12`, `12e`, `12.`, `twaalfde`, `12th of`, `12 en 13`, `12 t/m 14`, up to where the month begins."""
    spelled = alternatives(tuple(sorted({*numbered("ordinal"), *_days_in_words()}, key=len, reverse=True)))
    one = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:e|ste|de|th|st|nd|rd|\.))?|{spelled})"
    joined = r"\s?(?:,|en|and|und|of|or|oder|tot|tot en met|t/m|to|bis|-|&|\+)\s?"
    return re.compile(
        rf"(?<![\w.,/'-])(?P<day>(?:(?:de|the)\s)?{one}(?:{joined}(?:de\s|the\s)?{one}){{0,3}})[\s-]{{1,2}}(?:(?:of|van)\s)?$"
    )


def _days_in_words() -> tuple[str, ...]:
    return tuple(word for word, number in numbered("number").items() if 2 <= number <= 31)


@cache
def _day_behind() -> re.Pattern[str]:
    spelled = alternatives(tuple(sorted(numbered("ordinal"), key=len, reverse=True)))
    return re.compile(rf"\s(?:the\s)?(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|{spelled})(?![\w:%]|[.,]\d){_YEAR}?")


@cache
def _year_behind() -> re.Pattern[str]:
    return re.compile(_YEAR)


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('weekday')}\.?,?\s(?:(?:de|dem|den|the)\s)?$")


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)am\s$")


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('before_day')}|{any_of('weekday')}\.?,?)\s$")


@cache
def _born_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('born')}(?!\w)[^.!?\n]{{0,30}}$|(?<!\w)geb\.?\s?(?:am|op|:)?\s?$|[*]\s?$")


@cache
def _born_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s\S{{1,20}}){{0,2}}\s{any_of('born_behind')}(?!\w)")
