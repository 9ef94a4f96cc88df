"""Marks ages in figures and words, and proposes a rounder one; what only lasts for years is left alone (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered, unit_behind
from pipeline.anonymise.detection.identifiers.age_numbers import GROWN, LIKELY, age_span, goes_on, numbers, value
from pipeline.anonymise.detection.identifiers.ages_in_passing import ages_in_passing
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_BEFORE = 40  # signs in which a number stands before "jaar"


def ages(copy: PlainCopy) -> Iterator[Span]:
    """Every age; one stretch holds the number and the words that make it an age."""
    yield from _with_year_words(copy)
    yield from _with_words_before(copy)
    yield from _bare(copy)
    yield from _birthdays(copy)
    yield from ages_in_passing(copy)


def _with_year_words(copy: PlainCopy) -> Iterator[Span]:
    for match in _year_word().finditer(copy.low):
        before = _number_before().search(copy.low, max(0, match.start() - _BEFORE), match.start())
        if not before:
            continue
        number, start = value(before["number"]), before.start("number")
        if match["adjective"]:
            if _tells_age(copy, number, match.end()):
                yield _described(copy, start, match, number)
        elif match["old"] or (number in LIKELY and before["blank"] and not _lasts(copy, start, match.end())):
            yield age_span(start, match.end(), number)


def _tells_age(copy: PlainCopy, number: int, end: int) -> bool:
    """A ten-year anniversary is no age, and below twelve only a child is meant."""
    if _lasting().match(copy.low, end):
        return False
    return number >= GROWN or bool(_child().match(copy.low, end))


def _lasts(copy: PlainCopy, start: int, end: int) -> bool:
    if _somebody_of().search(copy.low, max(0, start - 40), start):
        return bool(_lasting().match(copy.low, end))
    if _duration_before().search(copy.low, max(0, start - 30), start):
        return True
    return not goes_on().match(copy.low, end)


def _with_words_before(copy: PlainCopy) -> Iterator[Span]:
    """`aged nineteen`, `leeftijd: 19`, `im Alter von 19`."""
    for match in _aged().finditer(copy.low):
        if not unit_behind().match(copy.low, match.end()):
            yield age_span(match.start("number"), match.end(), value(match["number"]))


def _bare(copy: PlainCopy) -> Iterator[Span]:
    """`she is 34`, `een vrouw van 34` and `Fatima (19)`."""
    for match in _being().finditer(copy.low):
        number = value(match["number"])
        if number in LIKELY and _ends_there(copy, match.end(), whatever=bool(match["of"])):
            yield age_span(match.start("number"), match.end(), number)
    for match in _behind_name().finditer(copy.content):
        stretch = match.lastgroup or ""
        number = value(match[stretch].lower())
        told = stretch != "told" or _ends_there(copy, match.end(), whatever=False)
        if number in LIKELY and told and match["subject"].lower() not in cue_words("age.not_who"):
            yield age_span(match.start(stretch), match.end(stretch), number)


def _ends_there(copy: PlainCopy, end: int, *, whatever: bool) -> bool:
    """Whether the number counts nothing; `whatever` may come behind "a woman of 34" but for an amount."""
    return (whatever or bool(goes_on().match(copy.low, end))) and not unit_behind().match(copy.low, end)


def _birthdays(copy: PlainCopy) -> Iterator[Span]:
    for match in _birthday().finditer(copy.low):
        number = match["ordinal"]
        years = value(number) if number[0].isdigit() else numbered("ordinal")[number]
        yield age_span(*match.span("ordinal"), years, wider="wider.years.birthday")
    for match in _at_ordinal().finditer(copy.low):
        number = match["ordinal"]
        years = value(number) if number[0].isdigit() else numbered("ordinal")[number]
        if years >= GROWN:
            yield age_span(match.start("ordinal"), match.end("ordinal"), years, wider="wider.years.birthday")


def _described(copy: PlainCopy, start: int, match: re.Match[str], number: int) -> Span:
    """`19-jarige` stands before a noun or is one, so that its ending stays."""
    ending = re.search(r"(?:rig|old)(e[nrsm]?|s)?$", match[0])
    kept = (ending[1] or "none") if ending else "none"
    vowel = re.search(r"(?<!\w)an\s$", copy.low[max(0, start - 4) : start])
    values = (("age", str(max(5, (number + 2) // 5 * 5))),)
    wider = f"wider.described.{'an' if vowel else kept}"
    return Span(start, match.end(), Label.AGE, rank=Rank.PATTERN, wider=wider, values=values)


@cache
def _year_word() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<adjective>{any_of('age.year_old')})(?!\w)|(?<!\w)(?P<old>{any_of('age.years_old')})(?!\w)"
        rf"|(?<!\w){any_of('age.years')}(?!\w)"
    )


@cache
def _number_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-])(?P<number>{numbers()})(?:(?P<blank>\s{{1,2}})|-\s?|)$")


@cache
def _duration_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('age.before_duration')}\s$")


@cache
def _somebody_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of('age.who')}\s{any_of('age.of')}|{any_of('age.at')})\s$")


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('age.lasting')}(?!\w)")


@cache
def _child() -> re.Pattern[str]:
    return re.compile(rf"(?:\s\w{{1,20}})?\s{any_of('age.child')}(?!\w)")


@cache
def _aged() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('age.aged')}\s(?P<number>{numbers()})(?:\s{any_of('age.years')})?(?![\w%]|[.,/:]\d)"
    )


@cache
def _being() -> re.Pattern[str]:
    who = rf"(?<!\w)(?:{any_of('age.who')})"
    just = rf"(?:\s{any_of('age.just')}){{0,2}}"
    verb = rf"(?:\s{any_of('age.being')}|'[sm]){just}"
    return re.compile(rf"{who}(?:{verb}|(?P<of>\s{any_of('age.of')}))\s(?P<number>{numbers()})(?![\w%-]|[.,/:]\d)")


@cache
def _behind_name() -> re.Pattern[str]:
    """`Fatima (19)`, `Kofi, 22, zei`, `mijn moeder, tachtig,` and `Fatima is 19`."""
    number = rf"(?i:{numbers()})"
    subject = rf"(?<![\w.])(?P<subject>[^\W\d_a-zà-öø-ÿ][^\W\d_'-]{{1,25}}|{any_of('age.who')})"
    verb = rf"\s(?:{any_of('age.being')})(?:\s{any_of('age.just')})?\s"
    behind = r"(?=,|;|\)|\s(?:en|and|und)\s)"
    return re.compile(
        rf"{subject}(?:\s\((?P<bracketed>{number})\)|,\s(?P<parted>{number}){behind}|{verb}(?P<told>{number})(?![\w%-]|[.,/:]\d))"
    )


@cache
def _ordinals() -> str:
    spelled = (word for word, number in numbered("ordinal").items() if number >= 5)
    return rf"(?:[1-9]\d?(?:e|ste|de|th|st|nd|rd|\.)|{alternatives(tuple(sorted(spelled, key=len, reverse=True)))})"


@cache
def _birthday() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,-])(?P<ordinal>{_ordinals()})\s{any_of('age.birthday')}(?!\w)")


@cache
def _at_ordinal() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('age.at_ordinal')}\s(?P<ordinal>{_ordinals()})(?=\s*[,.;)!?]|\s(?!\w*(?:keer|poging|attempt|try|test)))"
    )
