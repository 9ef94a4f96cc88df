"""Marks addresses that are no plain street with a number: a street alone, an old name, a flat (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import any_of, cue_words, unit_behind
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_NUMBER = r"[1-9]\d{0,3}(?:\s?[a-h](?!\w))?(?:\s?[-/]\s?(?:\d{1,3}|[iv]{1,3})[a-z]?(?!\w))?"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_WORD = r"[^\W\d_][\w'-]{1,30}"
_CLAUSE = re.compile(r"[.!?\n](?:\s|$)")
_LONGEST_STREET = 50  # signs
_REACH = 60  # signs between "woont" and the street
_ENDS = re.compile(r"\s*(?:[.,;:!?)\n](?!\d)|-\s|$)|\s(?:en|and|und|met|with|mit|in|bij|near|bei)(?!\w)")


def homes(copy: PlainCopy) -> Iterator[Span]:
    """`Kerkstraat` alone, `achterom 5 hs`, `woont in der Neuen Reihe 2b`, `flat 4`; and quarters of a town."""
    yield from _houses(copy)
    for match in _dwells().finditer(copy.low):
        yield from _where(copy, match.end())
    yield from _streets_alone(copy)
    for match in _quarter().finditer(copy.content):
        yield Span(*match.span("place"), Label.PLACE, asked=True, rank=Rank.DOUBT)


def _houses(copy: PlainCopy) -> Iterator[Span]:
    for match in _house_number().finditer(copy.low):
        before = _house_before().search(copy.low, max(0, match.start() - _LONGEST_STREET), match.start())
        if before:
            yield _masked(before.start(), match.end())
    for match in _flat().finditer(copy.low):
        yield _masked(*match.span())


def _streets_alone(copy: PlainCopy) -> Iterator[Span]:
    for pattern in (_street(), _street_with_capital(), _english_street()):
        for match in pattern.finditer(copy.content):
            if match["street"].lower() not in cue_words("street.not_street"):
                yield _asked(*match.span("street"))
    for match in _small_street().finditer(copy.low):
        if not unit_behind().match(copy.low, match.start("name") - 1):
            yield _asked(*match.span())
    for match in _by_door().finditer(copy.low):
        yield _asked(*match.span("street"))


def _where(copy: PlainCopy, start: int) -> Iterator[Span]:
    """Behind a word such as "lives": with a number it is sure."""
    end = start + len(_CLAUSE.split(copy.low[start : start + _REACH], 1)[0])
    for match in _numbered().finditer(copy.low, start, end):
        named = match["name"].split()[-1] not in cue_words("home.not_street", "room.cue", "spot.floor", "units")
        if named and len(match["name"].split()[-1]) > 2 and not unit_behind().match(copy.low, match.end("address")):
            yield _masked(*match.span("address"))
    for match in _unnumbered().finditer(copy.low, start, end):
        if not {*match["name"].split()} & _elsewhere() and _ENDS.match(copy.low, match.end()):
            yield _asked(*match.span("name"))


def _masked(start: int, end: int) -> Span:
    return Span(start, end, Label.ADDR, rank=Rank.PATTERN)


def _asked(start: int, end: int) -> Span:
    return Span(start, end, Label.ADDR, asked=True, rank=Rank.DOUBT)


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(
        cue_words("home.not_street", "home.article", "street.not_street", "room.cue", "spot.floor", "weekday")
    )


@cache
def _dwells() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('home.dwell')}(?!\w)")


@cache
def _house_number() -> re.Pattern[str]:
    """A number with what only a house has: `5 hs`, `9 bus 4`, `3-II`."""
    return re.compile(
        rf"(?<=\w\s)[1-9]\d{{0,3}}\s?[a-h]?(?:\s?{any_of('home.suffix')}|\sbus\s\d{{1,3}}|-(?:i{{1,3}}|iv))(?!\w)"
    )


@cache
def _house_before() -> re.Pattern[str]:
    """A word, with another before it where that is part of such a name."""
    return re.compile(
        rf"(?<![\w'-])(?:(?:hoge|lage|lange|korte|oude|nieuwe|grote|kleine)\s)?(?!{any_of('street.number')}\s){_WORD}\s$"
    )


@cache
def _flat() -> re.Pattern[str]:
    """One without its street, or a post box."""
    return re.compile(
        r"(?<![\w-])(?:flat|apartment|apt\.?|appartement)\s\d{1,4}[a-h]?(?!\w)"
        rf"|(?<!\w){any_of('home.box')}\s\d{{2,6}}(?!\w)"
    )


@cache
def _numbered() -> re.Pattern[str]:
    article = rf"(?:{any_of('home.article')}\s)?"
    name = rf"(?P<name>(?:{_WORD}\s){{0,2}}{_WORD})"
    address = "|".join(
        rf"(?<={word}\s)" for word in ("adres", "address", "adresse", "schrift", "adres:", "address:", "adresse:")
    )
    known = rf"(?:{any_of('home.near')}\s|(?={any_of('home.article')}\s)|{address})"
    return re.compile(rf"(?<![\w'-]){known}(?P<address>{article}{name}\s{_NUMBER})(?![\w%:]|[.,]\d)")


@cache
def _unnumbered() -> re.Pattern[str]:
    """In Dutch and German with its article."""
    return re.compile(rf"(?<!\w){any_of('home.near_the')}\s(?P<name>(?:{_WORD}\s)?{_WORD})")


@cache
def _street() -> re.Pattern[str]:
    """A word with an ending that only streets have; in small letters behind its preposition."""
    ending = rf"(?i:{any_of('street.certain')})"
    capital = rf"(?:{_CAPITAL}[\w'-]{{2,20}}\s)?{_CAPITAL}[\w'-]{{3,30}}?{ending}"
    small = rf"(?<=\s(?:in|op)\sde\s)[a-z][\w'-]{{4,30}}?{ending}"
    return re.compile(rf"(?<![\w'-])(?P<street>{capital}|{small})(?![\w'-])")


@cache
def _street_with_capital() -> re.Pattern[str]:
    """`via de Zeeweg`, `aan de Hoge Rijndijk`: a capital where a word of its kind has none."""
    ending = rf"(?i:{any_of('street.capital')})"
    street = rf"(?:{_CAPITAL}[\w'-]{{2,20}}\s)?{_CAPITAL}[\w'-]{{2,30}}?{ending}"
    return re.compile(rf"(?<!\w)(?i:{any_of('home.on_the')})\s(?P<street>{street})(?![\w'-])")


@cache
def _english_street() -> re.Pattern[str]:
    """`off Tanner's Row`, `The Shambles`."""
    kinds = "|".join(re.escape(word[0].upper() + word[1:]) for word in cue_words("street.behind_number"))
    named = rf"(?:{_CAPITAL}[\w'-]{{1,20}}\s){{1,2}}(?:{kinds})"
    return re.compile(
        rf"(?<!\w){any_of('home.nearby')}\s(?P<street>{named}|The\s{_CAPITAL}[a-z]{{3,20}}(?!\s[A-Z]))(?![\w-])"
    )


@cache
def _quarter() -> re.Pattern[str]:
    """`de wijk de zandhoek`, `the village of Thornby`: a capital, or an article and then the end of the clause."""
    name = rf"(?:(?:[Dd]e|[Hh]et|'t)\s)?{_CAPITAL}[\w'-]{{2,30}}|(?:de|het|'t)\s[a-z][\w'-]{{3,30}}(?=[.,;!?)\n]|$)"
    return re.compile(rf"(?<![\w-])(?i:{any_of('home.quarter')})\s(?P<place>{name})")


@cache
def _small_street() -> re.Pattern[str]:
    """`14 station road`."""
    kinds = "street|road|avenue|lane|crescent|terrace|gardens|grove|mews"
    return re.compile(
        rf"(?<![\w.,:/€$£-])[1-9]\d{{0,2}}[a-d]?\s(?P<name>(?!the\s|of\s|down\s)[a-z][\w'-]{{2,20}}\s(?:[a-z][\w'-]{{2,20}}\s)?)(?:{kinds})(?!\w)"
    )


@cache
def _by_door() -> re.Pattern[str]:
    """`(het weegje, derde deur)`."""
    article = any_of("home.article")
    return re.compile(
        rf"(?<!\w)(?P<street>{article}\s{_WORD}),\s(?:\w{{2,10}}\s|\d\w{{0,3}}\s){any_of('home.door')}(?!\w)"
    )
