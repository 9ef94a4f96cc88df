"""Marks days without their month ("on the 14th"), and those counted from another ("the first Friday of June") (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_MONTHS = tuple(f"month.{month}" for month in range(1, 13))


def days_alone(copy: PlainCopy) -> Iterator[Span]:
    """Counted from another or with a weekday they are sure; an ordinal alone is asked about."""
    for match in _of_month().finditer(copy.low):
        yield Span(*match.span(), Label.DATE, rank=Rank.PATTERN)
    for match in _with_weekday().finditer(copy.low):
        yield Span(*match.span(), Label.DATE, rank=Rank.PATTERN)
    for match in _ordinal().finditer(copy.low):
        yield Span(*match.span(match.lastgroup or 0), Label.DATE, asked=True, rank=Rank.DOUBT)


@cache
def _one() -> str:
    """An ordinal of up to 31, in figures or words."""
    spelled = {word for word, number in numbered("ordinal").items() if number <= 31}
    words = alternatives(tuple(sorted(spelled, key=lambda word: (-len(word), word))))
    return rf"(?:(?:3[01]|[12]\d|[1-9])\s?(?:e|ste|de|th|st|nd|rd|ten)|{words})"


@cache
def _of_month() -> re.Pattern[str]:
    """`de laatste dinsdag van april`, `first Friday of June`, `ultimo September`."""
    spelled = alternatives(tuple(word for word, number in numbered("ordinal").items() if number <= 5))
    which = rf"(?:{any_of('day_alone.which')}|{spelled}|[1-5](?:e|ste|de|th|st|nd|rd|\.))"
    article = r"(?:(?:de|the|der|die|den|dem|am)\s)?"
    months = any_of(*_MONTHS)
    weekday = rf"{article}{which}\s{any_of('weekday')}\s{any_of('day_alone.of_month')}\s{months}"
    return re.compile(rf"(?<!\w)(?:{weekday}|{any_of('day_alone.ultimo')}\s{months})(?!\w)")


@cache
def _with_weekday() -> re.Pattern[str]:
    """`vrijdag de dertiende`, `Friday the 13th`, `Freitag, der 13.`; a month behind it was found before."""
    days = alternatives(tuple(word for word in cue_words("weekday") if len(word) > 5))
    return re.compile(rf"(?<!\w){days},?\s(?:de|the|den|der|dem)\s(?:{_one()}(?!\w)|(?:3[01]|[12]\d|[1-9])\.)")


@cache
def _ordinal() -> re.Pattern[str]:
    """With no noun behind it."""
    ends = rf"(?:\s*(?:[.,;:!?)](?!\d)|\n|$)|\s{any_of('day_alone.goes_on')}(?!\w))"
    cue = any_of("day_alone.since", "day_alone.on")
    german = alternatives(cue_words("day_alone.since", "day_alone.on", language="de"))
    return re.compile(
        rf"(?<!\w)(?:{cue}\s(?P<day>(?:de\s)?{_one()})(?={ends})|{german}\s(?P<dotted>(?:3[01]|[12]\d|[1-9])\.)"
        rf"(?=\s{any_of('day_alone.goes_on')}(?!\w)))",
        re.MULTILINE,
    )
