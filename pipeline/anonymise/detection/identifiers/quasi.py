"""Asks about what may point at one person together with something else, with a wording that tells less (M90).

"The only man in the group", posts that one person holds, rare conditions, a week of the year: the reviewer decides.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from pipeline.anonymise.detection.cue_words import alternatives, any_of, cue_words, numbered
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_KINDS = ("post", "condition", "gender", "pregnancy", "flight", "family", "faith", "sport", "media", "event", "means")
_SEASONS = ("winter", "spring", "summer", "autumn")
_LESSON_WEEKS = 10  # "in week 3" is one of a block of lessons
_LONG = 30  # years
_ANY_YEAR = 2026  # one with 53 weeks


def quasi_identifiers(copy: PlainCopy) -> Iterator[Span]:
    """Stretches to ask about, each with a wider wording."""
    yield from _only_ones(copy)
    yield from _weeks(copy)
    yield from _families(copy)
    yield from _listed(copy)
    yield from _tenures(copy)


def _only_ones(copy: PlainCopy) -> Iterator[Span]:
    for match in _only().finditer(copy.low):
        described = frozenset(re.findall(r"[^\W\d_]+", match["who"]))
        people = not match["few"] or bool(_people().search(match["who"]))
        if people and not described & _nobody() and (described or not match["neuter"]):
            yield _asked(match.start(), match.end(), "wider.only")


def _weeks(copy: PlainCopy) -> Iterator[Span]:
    for match in _week().finditer(copy.low):
        week = int(match["number"])
        certain = match["cue"] in cue_words("week.certain")
        if 1 <= week <= 53 and (certain or not _lessons_behind().match(copy.low, match.end())):
            yield _asked(match.start(), match.end(), f"wider.week.{_season(week, certain=certain)}")


def _season(week: int, *, certain: bool) -> str:
    """Of the middle of the week; a low number may be that of a block of lessons."""
    if week <= _LESSON_WEEKS and not certain:
        return "lessons"
    return _SEASONS[date.fromisocalendar(_ANY_YEAR, week, 4).month % 12 // 3]


def _families(copy: PlainCopy) -> Iterator[Span]:
    for match in _kin().finditer(copy.low):
        start, end = match.span("kin")
        kin = (("kin", copy.content[start:end]),)
        yield Span(match.start(), end, Label.QUASI, asked=True, rank=Rank.DOUBT, wider="wider.kin", values=kin)
    for match in _place_in_row().finditer(copy.low):
        yield _asked(match.start(), match.end(), "wider.family")


def _tenures(copy: PlainCopy) -> Iterator[Span]:
    """`al 31 jaar`: few are anywhere that long."""
    for match in _tenure().finditer(copy.low):
        if int(match["number"]) >= _LONG:
            yield _asked(match.start(), match.end(), "wider.tenure")


def _listed(copy: PlainCopy) -> Iterator[Span]:
    """Words of the lists; one with a capital in the list and two letters (MS) only as it stands there."""
    for match in _rare().finditer(copy.low):
        kind = match.lastgroup or ""
        if kind == "nothing":
            continue
        start = match.start(kind)
        if len(match[kind]) > 2 or copy.content[start : match.end()].isupper():
            yield _asked(match.start() if kind == "post" else start, match.end(), f"wider.{kind}")


def _asked(start: int, end: int, wider: str) -> Span:
    return Span(start, end, Label.QUASI, asked=True, rank=Rank.DOUBT, wider=wider)


@cache
def _only() -> re.Pattern[str]:
    """Up to three words behind the cue that do not end the phrase, and where: `in the group`."""
    word = rf"\s(?!{any_of('only.stop')}(?!\w))[^\W\d_][\w'-]{{0,30}}"
    where = rf"(?:\s{any_of('only.place')}(?:\s{any_of('only.article')})?{word})?"
    cue = rf"(?:(?P<neuter>het enige|das einzige)|(?P<few>{any_of('only.few')})|{any_of('only.cue')})"
    return re.compile(rf"(?<!\w)(?<!niet )(?<!not )(?<!nicht ){cue}(?!\w)(?P<who>(?:{word}){{0,3}}){where}")


@cache
def _nobody() -> frozenset[str]:
    return frozenset(cue_words("only.nobody"))


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('only.people')}(?!\w)")


@cache
def _week() -> re.Pattern[str]:
    before = rf"(?:{any_of('week.before')}\s)?"
    return re.compile(
        rf"(?<!\w){before}(?P<cue>{any_of('week.cue')})\s(?:nr\.?\s)?(?P<number>\d{{1,2}})(?![\w%]|[.,:/-]\d)"
    )


@cache
def _lessons_behind() -> re.Pattern[str]:
    return re.compile(rf"[ ]?{any_of('week.behind')}(?!\w)")


@cache
def _count() -> str:
    spelled = alternatives(tuple(word for word, number in numbered("number").items() if 2 <= number <= 12))
    return rf"(?:[2-9]|1[0-2]|{spelled})"


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-]){_count()}\s(?:\w{{1,12}}\s)?(?P<kin>{any_of('quasi.kin')})(?!\w)")


@cache
def _place_in_row() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('quasi.kin_before')}\s{_count()}(?!\w)")


@cache
def _tenure() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('quasi.tenure')}\s(?P<number>[2-6]\d)\s{any_of('age.years')}(?!\w)")


@cache
def _rare() -> re.Pattern[str]:
    article = rf"(?:{any_of('quasi.article')}\s)?"
    kinds = (
        rf"{article if kind == 'post' else ''}(?P<{kind}>{any_of(f'quasi.{kind}')})(?!\w)"
        for kind in ("nothing", *_KINDS)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})")
