"""Marks ages told in passing: between commas, several in a row, behind "when she was", in tens of years (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import any_of, cue_words, unit_behind
from pipeline.anonymise.detection.identifiers.age_numbers import LIKELY, age_span, goes_on, numbers, value
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Span

_DECADES = tuple(f"decade.{tens}" for tens in range(20, 80, 10))
_IN_TENS = "wider.age"


def ages_in_passing(copy: PlainCopy) -> Iterator[Span]:
    """Those that no word for a year stands beside."""
    yield from _told(copy)
    yield from _in_a_row(copy)
    yield from _between_commas(copy)
    yield from _decades(copy)


def _told(copy: PlainCopy) -> Iterator[Span]:
    """`beide 18`, `, net achttien,`, `toen ze 16 was`, `mit 17 kam sie`, `met haar 52`."""
    for pattern in (_both(), _just(), _when(), _was_she(), _moment(), _with_years()):
        for match in pattern.finditer(copy.low):
            number = value(match["number"])
            if number in LIKELY and not unit_behind().match(copy.low, match.end("number")):
                yield age_span(*match.span("number"), number)


def _in_a_row(copy: PlainCopy) -> Iterator[Span]:
    """`kinderen van 3, 5 en 9`, and figures before `and 19 years old`; each by itself."""
    for match in _of_children().finditer(copy.low):
        years = [value(one[0]) for one in _one(match["row"])]
        grown = match["people"] is None or all(number in LIKELY for number in years)
        ends = len(years) > 1 or goes_on().match(copy.low, match.end())
        if grown and ends and not unit_behind().match(copy.low, match.end()):
            yield from _each(copy, *match.span("row"))
    for match in _before_years().finditer(copy.low):
        yield from _each(copy, *match.span("row"))


def _each(copy: PlainCopy, start: int, end: int) -> Iterator[Span]:
    for match in _one(copy.low[start:end]):
        yield age_span(start + match.start(), start + match.end(), value(match[0]))


def _one(row: str) -> Iterator[re.Match[str]]:
    return _single().finditer(row)


def _between_commas(copy: PlainCopy) -> Iterator[Span]:
    """`Noor, de oudste, 20 en moe`, `a mentor, 19, said`, `yassin (19)`: doubtful, for it may be anything."""
    for pattern in (_parted(), _bracketed()):
        for match in pattern.finditer(copy.low):
            number = int(match["number"])
            counted = match["subject"] in cue_words("age.not_who", "units")
            if number in LIKELY and not counted and not unit_behind().match(copy.low, match.end("number")):
                yield age_span(*match.span("number"), number, asked=True)
    for match in _lower_name().finditer(copy.low):
        number = value(match["number"])
        known = {match["first"], match["subject"]} & _no_names()
        if number in LIKELY and not known and goes_on().match(copy.low, match.end("number")):
            yield age_span(*match.span("number"), number, asked=True)


def _decades(copy: PlainCopy) -> Iterator[Span]:
    """`begin veertig`, `in her mid-forties`, `a forty-something`: only asked about, for it tells little."""
    for match in _tens().finditer(copy.low):
        stretch = match.lastgroup or ""
        ends = goes_on().match(copy.low, match.end()) and not unit_behind().match(copy.low, match.end())
        if ends or stretch == "whole":
            yield age_span(*match.span(stretch), 0, wider=_IN_TENS, asked=True)


@cache
def _single() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){numbers()}(?!\w)")


@cache
def _both() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('passing.both')}\s(?P<number>{numbers()})(?=\s*[.,;)!?\n]|$)(?!\S\d)")


@cache
def _just() -> re.Pattern[str]:
    just = rf"(?:{any_of('passing.just')}\s){{1,2}}"
    return re.compile(rf"[^\W\d_][,(]\s?{just}(?P<number>{numbers()})(?=[,;)!?]|\.(?!\d)|\s(?:en|and|und)\s)")


@cache
def _when() -> re.Pattern[str]:
    """The verb stands last in Dutch and German."""
    just = rf"(?:{any_of('passing.just', 'age.just')}\s){{0,2}}"
    return re.compile(
        rf"(?<!\w){any_of('passing.when')}\s{any_of('passing.pronoun')}\s{just}"
        rf"(?P<number>{numbers()})\s{any_of('passing.being')}(?!\w)"
    )


@cache
def _was_she() -> re.Pattern[str]:
    just = rf"(?:{any_of('passing.just', 'age.just')}\s){{0,2}}"
    return re.compile(
        rf"(?<!\w){any_of('passing.being')}\s{any_of('passing.pronoun')}\s{just}"
        rf"(?P<number>{numbers()})(?=\s*(?:[.](?!\d)|[,;:!?)](?!\d)|$)|\s{any_of('age.behind_age')}(?!\w))"
    )


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('passing.moment')}\s(?P<number>{numbers()}),?\s{any_of('passing.moment_verb')}(?!\w)"
    )


@cache
def _with_years() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('passing.with')}\s(?P<number>{numbers()})(?![\w%-]|[.,/:]\d)")


@cache
def _row() -> str:
    """One number, or up to four with commas and a last "and" between them."""
    return (
        rf"{numbers()}(?:(?:,\s?|\s?/\s?|\s?-\s?|,?\s{any_of('passing.and')}\s){numbers()}){{0,3}}(?![\w%]|[.,/:-]\d)"
    )


@cache
def _of_children() -> re.Pattern[str]:
    who = rf"(?:{any_of('passing.children')}|(?P<people>{any_of('passing.people')}))"
    return re.compile(rf"(?<!\w){who}(?:\s{any_of('passing.of')}\s|,\s|:\s|\s?\()(?P<row>{_row()})")


@cache
def _before_years() -> re.Pattern[str]:
    """The last one has its noun and is found with it."""
    joint = rf"(?:,\s|\s?/\s?|\s?-\s?|,?\s{any_of('passing.and')}\s)"
    years = rf"(?:-|\s)?(?:{any_of('age.years_old')}|{any_of('age.year_old')})"
    return re.compile(
        rf"(?<![\w.,:/€$£-])(?<!, )(?P<row>[1-9]\d?(?:{joint}[1-9]\d?){{0,2}}){joint}[1-9]\d?{years}(?!\w)"
    )


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?P<subject>[^\W\d_]{2,30}),\s(?P<number>[1-9]\d)(?:,(?!\s?\d)(?=\s\w)|(?=\s(?:en|and|und)\s[^\W\d]))"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """`(19)`, `(21, single)`, `(v, 34)`, `(toen 19)`."""
    just = rf"(?:{any_of('passing.just')}\s)?"
    return re.compile(
        rf"(?<!\w)(?P<subject>[^\W\d_]{{2,30}})\s\((?:[mvwf][,/]?\s?)?{just}(?P<number>[1-9]\d)(?=,\s[^\W\d]|\s(?:en|and|und)\s|\)(?!\s?\d))"
    )


@cache
def _lower_name() -> re.Pattern[str]:
    """`ala lewandowska is 19,`: two words that no article or pronoun is among."""
    return re.compile(
        rf"(?<![\w'-])(?P<first>[^\W\d_]{{2,20}})\s(?P<subject>[^\W\d_]{{3,20}})\s(?:is|wordt|werd|turned|turns|ist|wird)\s"
        rf"(?:{any_of('age.just')}\s)?(?P<number>{numbers()})(?![\w%-]|[.,/:]\d)"
    )


@cache
def _no_names() -> frozenset[str]:
    return frozenset(cue_words("passing.no_name", "age.not_who"))


@cache
def _tens() -> re.Pattern[str]:
    """The words before it that leave an age to be told stay; "the late sixties" and "the sixties" are years."""
    tens = any_of(*_DECADES)
    part = rf"(?<!the ){any_of('decade.part')}[\s-]{tens}"
    lead = rf"{any_of('decade.lead')}\s(?:{any_of('age.just')}\s)?"
    behind = rf"de\s(?P<passed>{tens})\s{any_of('decade.behind')}"
    return re.compile(
        rf"(?<!\w)(?:(?P<part>{part})|{lead}(?P<tens>{part}|{tens})|{behind}|(?P<whole>{any_of('decade.whole')}))(?!\w)"
    )
