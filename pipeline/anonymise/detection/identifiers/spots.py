"""Marks rooms without a number: by a name, a letter or a floor, and by what they lie beside (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_LONGEST_FRONT = 20  # letters before "lokaal" in one word
# A letter and a figure that are no room: levels of a language, chapters, periods, sizes of paper.
_NO_ROOM = re.compile(r"[abc][12]|a[0-6]|[hpqksv]\d+|w\d+", re.IGNORECASE)


def described_rooms(copy: PlainCopy) -> Iterator[Span]:
    """`hut 6 behind the gym`, `the linen store on Level 2`, `the old print shop`."""
    for match in _described().finditer(copy.low):
        start = word_start(copy, match.start(), _LONGEST_FRONT)
        article = _article().search(copy.low, max(0, start - 8), start)
        whole = start == match.start() or _compounded().match(copy.low, match.start())
        if whole and (article or not match["held"]):
            yield (_room if match["number"] else _asked)(article.start() if article else start, match.end())
    for match in _former().finditer(copy.low):
        yield _asked(*match.span())


def named_rooms(copy: PlainCopy) -> Iterator[Span]:
    """`zaal De Kuip`, `Hörsaal A`, `5-West`; what could be another word is asked about."""
    for match in _lettered().finditer(copy.content):
        yield _room(*match.span("spot"))
    for match in _named().finditer(copy.content):
        yield (_room if match["certain"] or match["side"] else _asked)(*match.span("spot"))
    for pattern in (_numbered(), _own_name()):
        for match in pattern.finditer(copy.content):
            yield _asked(*match.span("spot"))
    for match in _block().finditer(copy.content):
        yield _room(*match.span())
    for match in _ward().finditer(copy.low):
        yield _room(*match.span())
    for match in _short().finditer(copy.low):
        if not _NO_ROOM.fullmatch(match["room"]):
            yield _asked(*match.span("room"))


def _room(start: int, end: int) -> Span:
    return Span(start, end, Label.ROOM, rank=Rank.PATTERN)


def _asked(start: int, end: int) -> Span:
    return Span(start, end, Label.ROOM, asked=True, rank=Rank.DOUBT)


@cache
def _described() -> re.Pattern[str]:
    """`lokaal naast de kantine op de derde`, `room next to the lift`, `Zimmer mit dem roten Sofa, 4. OG`."""
    word = r"[^\W\d_][\w-]{1,25}(?:\.\d{1,3}[a-z]?)?"
    number = r"(?P<number>\s[a-z]?\d{1,3}(?:\.\d{1,3})?)?"
    beside = rf"{number}\s{any_of('spot.beside')}\s(?:{any_of('spot.whose')}\s)?{word}(?:\s\d{{1,3}}(?!\w))?"
    held = rf"(?P<held>\s{any_of('spot.with')}\s(?:{word}\s)?{word})"
    room = any_of("spot.room", "spot.numbered")
    return re.compile(rf"{room}(?:(?:{beside}|{held})(?:,?\s{floor_pattern()})?|,?\s{floor_pattern()})(?!\w)")


@cache
def _former() -> re.Pattern[str]:
    whose = any_of("spot.whose")
    word = r"[^\W\d_][\w-]{1,25}"
    return re.compile(rf"(?<![\w-]){whose}\s{any_of('spot.former')}\s(?:{word}\s)?{any_of('spot.room')}(?!\w)")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of('spot.whose')}\s$")


@cache
def _compounded() -> re.Pattern[str]:
    """The ends of such words: `stiltekamer`, `Kopierraum`."""
    return re.compile(rf"{any_of('room.ending')}(?!\w)")


def word_start(copy: PlainCopy, start: int, longest: int) -> int:
    """Where the word begins that goes on there; a word too long or with a figure begins nowhere before."""
    first = start
    while first and copy.content[first - 1].isalpha() and start - first < longest:
        first -= 1
    return first


@cache
def floor_pattern() -> str:
    """`op de derde (verdieping)`, `on level 2`, `4. OG`, `in the west wing`, `op 5-west`."""
    ordinal = alternatives(tuple(word for word, number in numbered("ordinal").items() if 1 <= number <= 12))
    article = rf"(?:{any_of('spot.whose')}\s)?"
    which = rf"(?:{ordinal}|\d{{1,2}}(?:e|ste|de|th|st|nd|rd)?|{any_of('spot.compass')}|[a-z])(?!\w)"
    level = any_of("spot.floor")
    at = any_of("spot.at")
    return (
        rf"(?:(?:{at}\s)?(?:{article}{which}\.?\s{level}|{level}\s{which})"
        rf"|op\sde\s{ordinal}|{at}\s\d{{1,2}}[- ]?{any_of('spot.compass')})"
    )


@cache
def _named() -> re.Pattern[str]:
    """A name with an article of its own, or one that is no sentence: `zaal De Kuip`, `gebouw Zuid, rij 14`."""
    compass = "|".join(word.capitalize() for word in cue_words("spot.compass"))
    article = rf"(?i:{any_of('spot.article')})\s"
    quote = "[\"'\u201c\u201e\u201d\u00bb\u00ab]?"
    name = rf"{quote}(?P<certain>{article})?{_CAPITAL}[\w'-]{{2,20}}{quote}"
    row = rf"(?:,?\s(?i:{any_of('spot.row')})\s\d{{1,3}})?"
    return re.compile(
        rf"(?<![\w-])(?P<spot>(?i:{any_of('spot.lettered')})\s(?P<side>{compass}){row}"
        rf"|(?i:{any_of('spot.named')})\s{name}(?:\s\d{{1,2}})?{row})(?!\w)"
    )


@cache
def _lettered() -> re.Pattern[str]:
    """`lecture theatre B`; a small letter is a word as often as not."""
    row = rf"(?:,?\s(?i:{any_of('spot.row')})\s\d{{1,3}})?"
    letter = rf"(?i:{any_of('spot.lettered')})\s(?:[A-HJ-Z]|I{{2,3}}|I?V)"
    return re.compile(rf"(?<![\w-])(?P<spot>{letter}{row})(?![\w%'-]|[.,]\w)")


@cache
def _numbered() -> re.Pattern[str]:
    """`Haus 4`, `hut 6`."""
    return re.compile(rf"(?<![\w-])(?P<spot>(?i:{any_of('spot.numbered')})\s\d{{1,3}}[a-zA-Z]?)(?![\w%'-]|[.,]\d)")


@cache
def _own_name() -> re.Pattern[str]:
    """`the Glass Room`, `the Ada Lovelace Building`."""
    kinds = "|".join(word[0].upper() + word[1:] for word in cue_words("spot.own_name"))
    return re.compile(
        rf"(?<!\w)(?:the|The)\s(?!Common|Staff)(?P<spot>(?:{_CAPITAL}[\w'-]{{1,20}}\s){{1,2}}(?:{kinds}))(?!\w)"
    )


@cache
def _block() -> re.Pattern[str]:
    """`H-gebouw`, `A-gebouw 3.12`."""
    return re.compile(rf"(?<![\w-])[A-Z]{{1,3}}-{any_of('spot.block')}(?:\s[A-Z]?\d{{1,2}}\.\d{{1,3}})?(?!\w)")


@cache
def _ward() -> re.Pattern[str]:
    """`5-West`."""
    return re.compile(rf"(?<![\w.,-])\d{{1,2}}-{any_of('spot.compass')}(?!\w)")


@cache
def _short() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of('spot.towards')}\s(?P<room>[a-z]\d{{1,3}})(?=\s?[(),;!?]|\.?\s?$|\.\s)", re.MULTILINE
    )
