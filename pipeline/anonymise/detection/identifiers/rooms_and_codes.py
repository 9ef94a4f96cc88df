"""Marks rooms, and the codes of courses and classes, which point at a group of a few people (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered, unit_behind
from pipeline.anonymise.detection.identifiers.spots import floor_pattern, word_start
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

# Two figures behind the last dot: "B1.2" is a level of a language.
_BARE_ROOM = re.compile(
    r"(?<![\w.-])(?:[A-Z]{1,2}(?:\d{1,2}|\.\d{1,2}|-\d)\.\d{2,3}|[A-Z]-\d{3}|[a-z]\d\.\d{2})[a-z]?(?![\w%]|[.,]\d|-\w)"
)
_ROOM = r"(?:[a-z][-. ]?|[a-z]{2,3}[-.]?)?\d{1,4}(?:[.:-]\d{1,3}){0,2}[a-z]?|[a-z]{1,2}\d?\.[a-z0-9]{1,4}"
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_BARE_CODE = re.compile(
    rf"(?<![\w.-])(?:\d{_CAPITAL}-{_CAPITAL}{{2,5}}|(?P<letters>{_CAPITAL}{{2,6}})"
    rf"(?:-?\d{{3,5}}{_CAPITAL}?|\d[A-Za-z]\d?|-\d{{1,2}}[A-Za-z]|-\d\.\d[a-z]?|\d-{_CAPITAL}{{1,3}}\d{{0,2}}))(?:-{_CAPITAL}{{1,4}}\d?)?(?![\w%]|-\w|[.,]\d)"
)
# Figures alone only behind "in" and where nothing follows that they would count; a name only before "2.07".
_UNNAMED_ROOM = re.compile(
    r"(?<!\w)(?:in|naar|bij|at(?!\s(?:[7-9]|1\d|2[0-3])\.[0-5]\d(?!\d))|to|im|nach|aan)\s(?P<room>(?:[A-Z]\w{2,20}\s\d{1,2}\.0\d|\d\.\d{2,3})(?=\s?[(),;!?]|\.?\s?$|\.\s))",
    re.MULTILINE,
)
# "In 2.07 met" may be an amount, "C104" a number of something else.
_TO = r"(?<!\w)(?:in|naar|bij|to|im|nach|uit|from|aus|vor)\s"
_DOUBTFUL_ROOM = re.compile(
    rf"(?:{_TO}(?P<room>\d\.\d{{2}}(?=\s[a-z])|[A-Z]\s\d{{3}}|(?P<hall>[A-Z]{{2}})\s?\d{{1,2}})"
    r"|(?<![\w.-])(?P<bare>[B-KT]\d{3}|(?P<currency>[A-Z]{1,3})\s\d{1,2}\.\d{2}|[A-Z]{2}\.\d{2,3}))"
    r"(?![\w%]|[.,]\d|-\w)"
)
# "In 1B", "V4b", "CS 204" may be of a house, a model or an amount.
_DOUBTFUL_CODE = re.compile(
    r"(?<![\w.-])(?:(?:in|uit|van|naar|from|of|out of|aus|der|die)\s"
    r"(?P<class>[1-6][A-Z]{1,2}\d?|[VHMAT][1-6][A-Za-z]\d?)"
    r"|(?P<course>(?P<letters>[A-Z]{2,4})\s\d{3}|(?P<short>[A-Z]{3,5})\d{1,2}|\d(?P<behind>[A-Z]{3,6})\d?|\d[A-Z]{2}\d))"
    r"(?![\w%]|-\w|[.,]\d|\s\d)"
)
_CLASS = r"(?=[a-z-]{0,6}\d)(?=[\d.-]{0,6}[a-z])[a-z]{0,6}-?\d{1,2}[a-z]{0,3}\d{0,2}(?:[.-]\d{1,2}|-[a-z]{1,5}){0,2}"
_LONGEST_FRONT = 20  # letters before "lokaal" in one word
_YEAR = re.compile(r"(?:19|20)\d\d$")


def rooms(copy: PlainCopy) -> Iterator[Span]:
    """`lokaal B2.14`, `Raum 204`, and `B2.14` alone."""
    for match in _room().finditer(copy.low):
        known = match[0] in cue_words("room.not_room") or _YEAR.search(match["code"])
        if match["name"] and not copy.content[match.start("name")].isupper():
            continue
        start = _room_start(copy, match.start())
        if not known and start is not None and not unit_behind().match(copy.low, match.end()):
            yield Span(start, _with_building(copy, match.end()), Label.ROOM, rank=Rank.PATTERN)
    for match in _BARE_ROOM.finditer(copy.content):
        if not _version_before().search(copy.low, max(0, match.start() - 20), match.start()):
            yield Span(*match.span(), Label.ROOM, rank=Rank.PATTERN)
    for match in _UNNAMED_ROOM.finditer(copy.content):
        yield Span(*match.span("room"), Label.ROOM, rank=Rank.PATTERN)
    for match in _DOUBTFUL_ROOM.finditer(copy.content):
        letters = (match["hall"] or match["currency"] or "").lower()
        if letters not in _not_code() and not unit_behind().match(copy.low, match.end()):
            yield Span(*match.span("room" if match["room"] else "bare"), Label.ROOM, asked=True, rank=Rank.DOUBT)


def _room_start(copy: PlainCopy, start: int) -> int | None:
    """Where the word begins that goes on there: `muzieklokaal 3`; none for a short cue inside another word."""
    first = word_start(copy, start, _LONGEST_FRONT)
    if first and (copy.content[first - 1].isalnum() or copy.content[first - 1] == "_"):
        return None
    return first if first == start or _ending().match(copy.low, start) else None


def _with_building(copy: PlainCopy, end: int) -> int:
    """With its building or floor: `lokaal 3 van gebouw B`."""
    behind = _building().match(copy.low, end)
    return behind.end() if behind else end


def codes(copy: PlainCopy) -> Iterator[Span]:
    """`klas 1B`, `groep EV1C`, `module INF-101`, and such codes alone."""
    for match in _class().finditer(copy.low):
        if not unit_behind().match(copy.low, match.end()):
            yield Span(*match.span(), Label.CODE, rank=Rank.PATTERN, wider="wider.class")
            yield from _further_classes(copy, match.end())
    for match in _course().finditer(copy.low):
        if not unit_behind().match(copy.low, match.end()):
            yield Span(*match.span(), Label.CODE, rank=Rank.PATTERN, wider="wider.code")
    for match in _BARE_CODE.finditer(copy.content):
        if (match["letters"] or "").lower() not in _not_code():
            yield Span(*match.span(), Label.CODE, rank=Rank.PATTERN, wider="wider.code")
    yield from _doubtful_codes(copy)


def _doubtful_codes(copy: PlainCopy) -> Iterator[Span]:
    for match in _numbered_group().finditer(copy.content):
        if not unit_behind().match(copy.low, match.end()):
            yield Span(*match.span(), Label.CODE, asked=True, rank=Rank.DOUBT, wider="wider.class")
    for match in _DOUBTFUL_CODE.finditer(copy.content):
        code = match["class"] or match["course"]
        letters = (match["letters"] or match["short"] or match["behind"] or "").lower()
        if letters not in _not_code() and not unit_behind().match(copy.low, match.end()):
            start = match.end() - len(code)
            yield Span(start, match.end(), Label.CODE, asked=True, rank=Rank.DOUBT, wider="wider.code")


@cache
def _room() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of('room.cue')}:?\s{{1,2}}(?:(?P<name>[^\W\d_]\w{{2,20}})\s)?(?P<code>{_ROOM}|{_spelled()})"
        r"(?![\w%]|[.,:/]\d)"
    )


def _further_classes(copy: PlainCopy, end: int) -> Iterator[Span]:
    while behind := _next_class().match(copy.low, end):
        yield Span(*behind.span("code"), Label.CODE, rank=Rank.PATTERN, wider="wider.class")
        end = behind.end()


@cache
def _spelled() -> str:
    return alternatives(tuple(word for word, number in numbered("number").items() if 2 <= number <= 12))


@cache
def _ending() -> re.Pattern[str]:
    """The cues that others are made of: `computerlokaal`, `Seminarraum`."""
    return re.compile(rf"{any_of('room.ending')}(?!\w)")


@cache
def _building() -> re.Pattern[str]:
    return re.compile(rf"\s{floor_pattern()}(?!\w)")


@cache
def _class() -> re.Pattern[str]:
    """A figure and a letter at least: `groep 3` is one of a lesson."""
    return re.compile(rf"(?<!\w){any_of('room.code')}\s{{1,2}}(?:{_CLASS})(?![\w%]|[.,:]\d)")


@cache
def _next_class() -> re.Pattern[str]:
    """`klassen 2A en 2B`."""
    return re.compile(rf"(?:,|/|,?\s(?:en|and|und|of|or|oder)|\s?\+|\s?&)\s?(?P<code>{_CLASS})(?![\w%]|[.,:]\d)")


@cache
def _numbered_group() -> re.Pattern[str]:
    """`tutorgroep 7`, `class C`, `groep DT 2B`; one letter only as a capital."""
    alone = rf"(?i:{any_of('room.numbered_group')})\s(?:\d{{1,2}}|[B-HJ-Z])"
    parted = rf"(?i:{any_of('room.code')})\s[A-Z]{{2,4}}\s\d{{1,2}}[A-Za-z]?"
    return re.compile(rf"(?<![\w-])(?:{parted}|{alone})(?![\w%'-]|[.,:/]\w)")


@cache
def _course() -> re.Pattern[str]:
    code = r"(?=[^\W\d_]{1,6}[\d.-])[^\W\d_]{1,6}[-. ]?\d{1,5}(?:[.-]?[a-z0-9]{1,3}){0,2}"
    return re.compile(rf"(?<!\w){any_of('room.course')}\s{{1,2}}(?:{code})(?![\w%]|[.,:/]\d)")


@cache
def _not_code() -> frozenset[str]:
    return frozenset(cue_words("room.not_code"))


@cache
def _version_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('number.not_person')}\s?$")
