"""Marks e-mail addresses, web addresses and names of accounts, also as people write them out (M90)."""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.cue_words import any_of
from pipeline.anonymise.detection.plain_copy import PlainCopy
from pipeline.anonymise.detection.spans import Label, Rank, Span

_ENDS = (
    "nl|be|de|com|org|net|eu|edu|uk|gov|info|fr|at|ch|lu|es|it|pl|tr|ma|sr|aw|cw|id|cn|us|ie|pt|io|me|nu|app|dev|tv|ai"
    "|example|frl|amsterdam|berlin|brussels|gent|vlaanderen|school|online|site|cloud|biz|academy|university|swiss"
)
# Such an ending is an address by itself; the others are also words or kinds of files.
_SURE_ENDS = "nl|be|de|com|org|net|eu|edu|uk|gov|fr|example"
_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]")
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![\w])|[\w-]{2,63}(?:\.[\w-]{1,63}){0,6}")
_APART = re.compile(rf"\s?[\w-]{{1,63}}(?:\s?\.\s?[\w-]{{1,63}}){{0,4}}\s?\.\s?(?:{_ENDS})\b")
_LOCAL_APART = re.compile(r"[\w.+-]{1,64}$")
_LONGEST_LOCAL = 64

_AT = r"(?:\s?[\[({<]\s?(?:at|a|@|apenstaartje|ät)\s?[\])}>]\s?|\s(?:apenstaartje|klammeraffe|\(at\))\s|_at_)"
_DOT = r"(?:\s?[\[({<]\s?(?:dot|punt|punkt|\.)\s?[\])}>]\s?|\s(?:dot|punt|punkt)\s|\.)"
_SPOKEN_DOT = r"(?:\s?[\[({<]\s?(?:dot|punt|punkt|\.)\s?[\])}>]\s?|\s(?:dot|punt|punkt)\s)"
_WRITTEN_OUT = re.compile(
    rf"(?<![\w.-])[\w+-]{{1,64}}(?:{_DOT}[\w+-]{{1,64}}){{0,3}}"
    rf"(?:{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,3}}{_DOT}[^\W\d_]{{2,24}}|"
    rf"\s(?:at|bij)\s[\w-]{{1,63}}(?:{_SPOKEN_DOT}[\w-]{{1,63}}){{0,3}}{_SPOKEN_DOT}(?:{_ENDS}))\b"
)
_HINT = re.compile(rf"[\[({{<]\s?(?:at|a|@|apenstaartje|ät)\s?[\])}}>]|apenstaartje|klammeraffe|_at_|{_SPOKEN_DOT}")
_REACH = 140  # signs before such a hint in which its address begins

_WITH_SCHEME = re.compile(r"(?:https?|ftps?)://[^\s<>\"]{2,500}|\bwww\.[^\s<>\"]{2,500}")
_BARE = re.compile(
    rf"(?<![\w@.-])(?:[\w-]{{1,63}}\.){{1,4}}(?:(?:{_SURE_ENDS})(?![\w-]|\.\w)(?:[/?#][^\s<>\"]{{0,500}})?"
    rf"|[^\W\d_]{{2,24}}/[^\s<>\"]{{1,500}})"
)
_TRAILING = ".,;:!?'\"*_)]}\u201d\u201c\u00bb\u2026"

_MENTION = re.compile(r"(?<![\w@./])@[^\W\d][\w.]{1,40}(?<!\.)")
_UNDERSCORED = re.compile(
    r"(?<![\w./@-])(?=[a-z\d.]{1,40}_)[a-z][a-z\d.]{0,40}(?:_[a-z\d.]{1,40}){1,3}(?<!\.)(?![\w@/])"
)
_TAG = re.compile(r"(?<![\w#])[^\W\d]\w{1,31}#\d{4}\b")


def addresses_online(copy: PlainCopy) -> Iterator[Span]:
    """E-mail addresses first, for what is left of them would look like an account or a site."""
    yield from _emails(copy)
    yield from _sites(copy)
    yield from _accounts(copy)


def _emails(copy: PlainCopy) -> Iterator[Span]:
    at = copy.content.find("@")
    while at >= 0:
        found = _around(copy.low, at)
        if found:
            yield _span(*found, Label.EMAIL)
        at = copy.content.find("@", at + 1)
    done = 0
    for hint in _HINT.finditer(copy.low):
        if hint.start() >= done:
            match = _WRITTEN_OUT.search(copy.low, max(0, done, hint.start() - _REACH), hint.end() + _REACH)
            if match:
                done = match.end()
                yield _span(*match.span(), Label.EMAIL)


def _around(low: str, at: int) -> tuple[int, int] | None:
    """The address whose @ stands there; with blanks around it only where it ends as addresses do."""
    start = at
    while start > 0 and at - start < _LONGEST_LOCAL and _LOCAL.match(low[start - 1]):
        start -= 1
    start += len(low[start:at]) - len(low[start:at].lstrip("'`*/_{|!#.?"))
    whole = _DOMAIN.match(low, at + 1) if start < at else None
    apart = _APART.match(low, at + 1)
    if whole and not (apart and apart.end() > whole.end() and "." not in whole[0]):
        return start, whole.end()
    if apart:
        before = _LOCAL_APART.search(low, max(0, at - _LONGEST_LOCAL - 1), at - (low[at - 1 : at].isspace()))
        return (before.start(), apart.end()) if before else None
    return None


def _sites(copy: PlainCopy) -> Iterator[Span]:
    if "." not in copy.content:
        return
    for match in _WITH_SCHEME.finditer(copy.low):
        yield _span(match.start(), match.start() + len(match[0].rstrip(_TRAILING)), Label.URL)
    for dot in _BARE.finditer(copy.low):
        yield _span(dot.start(), dot.start() + len(dot[0].rstrip(_TRAILING)), Label.URL)


def _accounts(copy: PlainCopy) -> Iterator[Span]:
    if "@" in copy.content:
        for match in _MENTION.finditer(copy.content):
            yield _span(*match.span(), Label.HANDLE)
    if "#" in copy.content:
        for match in _TAG.finditer(copy.content):
            yield _span(*match.span(), Label.HANDLE)
    if "_" in copy.content:
        for match in _UNDERSCORED.finditer(copy.content):
            yield _span(*match.span(), Label.HANDLE)
    for match in _named().finditer(copy.low):
        yield _span(*match.span(match.lastgroup or 0), Label.HANDLE)


@cache
def _named() -> re.Pattern[str]:
    """`insta: fatima_x`: behind a colon any single word, else only one that has signs of an account in it."""
    sign = r"(?=[\w.]{0,40}(?:[_\d]|\w\.\w))"
    word = r"(?P<name>@?[^\W\d_][\w.]{2,40}(?<!\.))"
    cue = rf"\b{any_of('online.account')}-?(?:\s?(?:{any_of('online.joining')})){{0,2}}"
    alone = r"(?=\s*(?:[,;).!?]|$|\n|\())"
    single, bare = word.replace("name", "single"), word.replace("name", "bare")
    return re.compile(rf"{cue}(?:\s?[:=]\s?(?:{sign}{word}|{single}{alone})|\s{sign}{bare})", re.MULTILINE)


def _span(start: int, end: int, label: Label) -> Span:
    return Span(start, end, label, rank=Rank.PATTERN)
