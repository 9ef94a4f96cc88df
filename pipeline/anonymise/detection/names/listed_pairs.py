"""Two words beside each other tell more than each alone: a first name with a surname, one person and another (M90)."""

import re
from collections.abc import Iterator

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name, is_surname
from pipeline.anonymise.detection.names.around import MOST_PARTICLES, adjoins, speaks
from pipeline.anonymise.detection.names.name_cues import Cue, joining_words, name_cues
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import (
    MAY_BE_A_NAME,
    capital_tells,
    is_determined,
    is_everyday,
    is_frequent,
    standing,
)
from pipeline.anonymise.detection.tokens import Text, Token
from pipeline.anonymise.names import PARTICLES

_AND = re.compile(r"[ \t]*[+&/][ \t]*|,[ \t]+")
_ALONE = re.compile(r"[?!\u2026,\"'\u2019\u201d)]|\.(?!\w)|\s*\Z")
_IN_A_NAME = PARTICLES - {
    "in",
    "op",
    "aan",
    "bij",
    "over",
    "uit",
    "voor",
    "onder",
    "zum",
    "zur",
    "zu",
    "am",
    "as",
    "do",
}
_SHORTEST = 2


def listed_pairs(text: Text) -> Iterator[Span]:
    """Whole names in small letters, and names that open a sentence beside another."""
    for at, token in enumerate(text.tokens):
        if token.capital and token.opens_sentence and is_name(token.plain):
            yield from _opening(text, at)
        elif not token.capital and at + 1 < len(text.tokens):
            yield from _in_small_letters(text, at)


def _in_small_letters(text: Text, at: int) -> Iterator[Span]:
    """`pim de vries`, `li wei`: masked where one of them is no word, else asked about; `toen zei roos` as well."""
    first = text.tokens[at]
    if not is_name(first.plain) or is_frequent(first.plain, text.language):
        return
    reach = _over_particles(text, at)
    other = text.tokens[at + 1]
    joined = bool(_AND.fullmatch(text.content, first.end, other.start)) and other.capital and is_given_name(other.plain)
    if (speaks(text, at) or joined) and is_given_name(first.plain) and not is_determined(text, first):
        yield Span(first.start, first.end, Label.NAME, asked=True, rank=Rank.DOUBT)
    last = text.tokens[reach]
    if last.capital or not adjoins(text, reach) or not _are_a_pair(first, last) or is_determined(text, first):
        return
    words = [is_everyday(word.plain, text.language) for word in (first, last)]
    if is_frequent(last.plain, text.language) and (reach == at + 1 or words[0]):
        return
    yield Span(first.start, last.end, Label.NAME, asked=all(words) and not text.is_careless, rank=Rank.LISTED)


def _are_a_pair(first: Token, last: Token) -> bool:
    western = is_given_name(first.plain) and is_surname(last.plain)
    return len(last.plain) >= _SHORTEST and (western or (is_surname(first.plain) and is_given_name(last.plain)))


def _opening(text: Text, at: int) -> Iterator[Span]:
    """What opens a sentence is a name where a surname follows; beside another name or alone it may be one."""
    first, reach = text.tokens[at], _over_particles(text, at)
    cue = name_cues(text.language).ending_at(text.tokens, at)
    if cue and cue[0] is not Cue.LISTED:
        return
    if reach < len(text.tokens) and adjoins(text, reach) and _is_surname(text.tokens[reach], tied=reach > at + 1):
        doubtful = is_frequent(first.plain, text.language) or not capital_tells(text.tokens[reach], text.language)
        yield Span(first.start, text.tokens[reach].end, Label.NAME, asked=doubtful, rank=Rank.LISTED)
        return
    other = _joined_with(text, at)
    beside = other is not None and other.capital and standing(other.plain, text.language) in MAY_BE_A_NAME
    alone = _ALONE.match(text.content, first.end) and not is_frequent(first.plain, text.language)
    if beside or alone:
        yield Span(first.start, first.end, Label.NAME, asked=True, rank=Rank.DOUBT)


def _is_surname(word: Token, *, tied: bool) -> bool:
    """A capital behind particles, or one that a list has."""
    return word.capital and len(word.plain) > 1 and not word.opens_sentence and (tied or is_surname(word.plain))


def _over_particles(text: Text, at: int) -> int:
    """The number of the next word that is no particle."""
    reach = at + 1
    furthest = min(at + MOST_PARTICLES, len(text.tokens) - 1)
    while reach < furthest and text.tokens[reach].plain in _IN_A_NAME and adjoins(text, reach):
        reach += 1
    return reach


def _joined_with(text: Text, at: int) -> Token | None:
    """The word behind "and", or behind a sign that says so."""
    if at + 1 == len(text.tokens):
        return None
    one, two = text.tokens[at], text.tokens[at + 1]
    if _AND.fullmatch(text.content, one.end, two.start):
        return two
    behind = at + 2 < len(text.tokens) and adjoins(text, at + 1) and adjoins(text, at + 2)
    return text.tokens[at + 2] if behind and two.plain in joining_words(text.language) else None
