"""Texts that somebody typed without capitals: there the words beside a word tell whether it is a name (M90)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipeline.anonymise.detection.gazetteers import is_given_name, is_name, is_surname
from pipeline.anonymise.detection.names.around import adjoins, says, speaks
from pipeline.anonymise.detection.names.name_cues import joining_words, words_before_a_name
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import Standing, is_determined, is_everyday, is_frequent, standing
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token
from pipeline.anonymise.names import PARTICLES
from pipeline.language.catalogue import catalogue

_COMMA = re.compile(r",[ \t]+(?:\r?\n)?|[ \t]*[+&/][ \t]*|,\r?\n")
_SHORTEST = 3
_LONG_ENOUGH = 5  # letters; shorter ones are often slang
_PARTICLES = "|".join(sorted(PARTICLES))
_INITIAL_FIRST = re.compile(rf"(?<![\w.'\u2019-])[^\W\d_]\. ?(?:(?:{_PARTICLES}) ){{0,3}}(?P<surname>[^\W\d_]{{2,}})")
_SURNAME_FIRST = re.compile(r"(?<![\w-])(?P<surname>[^\W\d_]{3,}), [^\W\d_]\.(?!\w)")


def careless_names(text: Text) -> Iterator[Span]:
    """Names in small letters; one that is a word as well is asked about."""
    yield from _with_initials(text)
    if text.is_careless:
        yield from _unknown(text)
        yield from _listed(text)


def _listed(text: Text) -> Iterator[Span]:
    """Names of a list: masked where one speaks, or where one comes again and stands once as only a name does."""
    found = [at for at, token in enumerate(text.tokens) if not token.capital and _may_be(text, at)]
    times = Counter(text.tokens[at].plain for at in found)
    telling = {text.tokens[at].plain for at in found if _stands_as_a_name(text, at)}
    for at in found:
        word = text.tokens[at]
        again = times[word.plain] > 1 and word.plain in telling
        sure = is_given_name(word.plain) and (again or _speaks_for_certain(text, at))
        yield Span(word.start, word.end, Label.NAME, asked=not sure, rank=Rank.LISTED if sure else Rank.DOUBT)


def _stands_as_a_name(text: Text, at: int) -> bool:
    rare = not is_frequent(text.tokens[at].plain, text.language)
    return rare and (_is_named_beside(text, at) or _is_told_of(text, at) or speaks(text, at) or says(text, at))


def _with_initials(text: Text) -> Iterator[Span]:
    """`r. vos`, `l. de haas`, `mulder, f.`."""
    for shape in (_INITIAL_FIRST, _SURNAME_FIRST):
        for found in shape.finditer(text.content):
            surname = found["surname"]
            named = is_surname(surname) or not is_everyday(surname, text.language)
            if named and surname.islower() and surname not in PARTICLES and not is_frequent(surname, text.language):
                yield Span(found.start(), found.end(), Label.NAME, rank=Rank.CUE)


def _unknown(text: Text) -> Iterator[Span]:
    """What no list knows and comes again, or stands beside another such word: ollerton, wil ollerton."""
    unknown = {at for at, token in enumerate(text.tokens) if _is_unknown(text, token)}
    times = Counter(text.tokens[at].plain for at in unknown)
    for at in sorted(unknown):
        beside = at - 1 in unknown and adjoins(text, at)
        first = text.tokens[at - 1] if beside else text.tokens[at]
        if beside or times[text.tokens[at].plain] > 1:
            yield Span(first.start, text.tokens[at].end, Label.NAME, rank=Rank.UNKNOWN)


def _is_unknown(text: Text, token: Token) -> bool:
    word = token.plain
    if token.capital or not word.isalpha() or len(word) < _LONG_ENOUGH or is_determined(text, token):
        return False
    return standing(word, text.language) is Standing.UNKNOWN


def _may_be(text: Text, at: int) -> bool:
    """A first name that is a rare word may always be one; another only where the words beside it say so."""
    word = text.tokens[at]
    if not is_name(word.plain) or is_determined(text, word) or word.plain in _small_words(text.language):
        return False
    if is_given_name(word.plain) and len(word.plain) > 2 and not is_frequent(word.plain, text.language):
        return True
    rare = not is_frequent(word.plain, text.language)
    return _is_named_beside(text, at) or (rare and (_is_told_of(text, at) or speaks(text, at) or says(text, at)))


def _speaks_for_certain(text: Text, at: int) -> bool:
    """A rare word where somebody speaks: `toen zei roos`; in a chat `floor: wie komt er?`."""
    word = text.tokens[at]
    if is_frequent(word.plain, text.language) or len(word.plain) < _SHORTEST:
        return False
    return speaks(text, at) or (word.opens_sentence and text.content[word.end : word.end + 2] == ": ")


def _is_told_of(text: Text, at: int) -> bool:
    """`volgens wil`, `met jan`; a greeting, a question to somebody."""
    before = text.tokens[at - 1].plain if at and adjoins(text, at) else ""
    return before in words_before_a_name(text.language) and not says(text, at)


def _is_named_beside(text: Text, at: int) -> bool:
    """Within a row of names: mark, sanne en wil."""
    return any(_is_sure(text, other) for other in _beside(text, at))


def _is_sure(text: Text, word: Token) -> bool:
    return is_given_name(word.plain) and not is_frequent(word.plain, text.language)


def _beside(text: Text, at: int) -> Iterator[Token]:
    tokens = text.tokens
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(tokens):
            continue
        neighbour = one if other == at else other
        if _COMMA.fullmatch(text.content, tokens[one].end, tokens[other].start):
            yield tokens[neighbour]
        elif tokens[neighbour].plain in joining_words(text.language) and adjoins(text, other):
            further = neighbour + (neighbour - at)
            if 0 <= further < len(tokens):
                yield tokens[further]


@cache
def _small_words(language: str) -> frozenset[str]:
    """Words that are never a name, though somebody may be called so."""
    small = frozenset(catalogue(language).many("reading.language.small_words"))
    beside = words_before_a_name(language) | joining_words(language)
    return small | beside | PARTICLES | typed_words("context", "determiners", language)
