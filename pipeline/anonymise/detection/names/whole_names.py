"""A name that was found in part is taken as a whole: its initials, its hyphens, the capital beside it (M90)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.anonymise.detection.gazetteers import is_given_name, is_surname
from pipeline.anonymise.detection.names.around import MOST_PARTICLES, adjoins
from pipeline.anonymise.detection.names.name_cues import Cue, name_cues, words_before_a_name
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.standing import (
    MAY_BE_A_NAME,
    Standing,
    capital_tells,
    is_frequent,
    is_shouting,
    standing,
)
from pipeline.anonymise.detection.tokens import Text, Token, token_at
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import PARTICLES

_BESIDE = re.compile(r"[ \t\u00a0]{1,2}(?:\r?\n[ \t]*)?|\r?\n[ \t]*")
_BEHIND_INITIAL = re.compile(r"\.[ \t\u00a0]?")
_BETWEEN_TWO = " \t\r\n\u00a0-\u2010\u2011"
_NO_WORD = frozenset((Standing.UNKNOWN, Standing.NAME))
_SAYING_WHOSE = frozenset(("van", "von", "of", "di", "da", "du", "des", "del", "della"))
_BEFORE_A_CLAUSE = frozenset(("en", "and", "und", "dat", "that", "dass", "zei", "vroeg"))
_NEVER_PARTICLES = frozenset(words("in op aan bij over uit voor onder am as do af t het im zum zur zu te"))


def whole_names(text: Text, spans: Iterable[Span]) -> Iterator[Span]:
    """The same stretches, those of masked names as long as the name is."""
    found = tuple(spans)
    for before, span, behind in zip((None, *found), found, (*found[1:], None), strict=False):
        if span.label is Label.NAME and not span.wider:
            start, end = (_around_asked if span.asked else _around)(text, span)
            if before and before.person not in {"", span.person}:
                start = max(start, span.start - len(text.content[before.end : span.start].lstrip(_BETWEEN_TWO)))
            if behind and behind.person not in {"", span.person}:
                end = min(end, span.end + len(text.content[span.end : behind.start].rstrip(_BETWEEN_TWO)))
            # A first name with "van der" and a capital behind it, or one before a surname in small letters.
            sure = end > span.end or (start < span.start and is_given_name(text.tokens[token_at(text, start)].plain))
            yield replace(span, start=start, end=end, asked=span.asked and not sure)
        else:
            yield span


def _around(text: Text, span: Span) -> tuple[int, int]:
    return _start(text, span), _end(text, span)


def _around_asked(text: Text, span: Span) -> tuple[int, int]:
    """Of a doubtful name only what particles tie to it: Sem van der Meer, de Vries."""
    first, last = token_at(text, span.start), token_at(text, span.end) - 1
    start, end = span.start, span.end
    if 0 < first < len(text.tokens) and text.tokens[first].start == start:
        start = text.tokens[_over_particles(text, first)].start
        before = text.tokens[first - 1]
        if (
            start == span.start
            and adjoins(text, first)
            and not before.capital
            and _begins_small(before, text.tokens[first])
        ):
            start = before.start
    if 0 <= last < len(text.tokens) - 1 and text.tokens[last].end == end:
        word = text.tokens[last]
        reach = _further_right(text, last) if _is_particle(text.tokens[last + 1]) else last
        if reach > last and word.capital and is_given_name(word.plain):
            end = text.tokens[reach].end
    return start, end


def _start(text: Text, span: Span) -> int:
    at = token_at(text, span.start)
    start = span.start
    if at and text.tokens[at - 1].end > start:  # within a hyphenated word: al-Masri
        at -= 1
        start = _start_of_hyphenated(text.tokens[at], start)
    while 0 < at < len(text.tokens) and start == text.tokens[at].start:
        reach = _further_left(text, at)
        if reach == at:
            break
        at, start = reach, text.tokens[reach].start
    return start


def _start_of_hyphenated(token: Token, start: int) -> int:
    """Before a part of a word that is a name, other parts that look like one or are particles."""
    for part in reversed([part for part in token.parts if part.end <= start]):
        if not part.capital and not _is_particle(part):
            break
        start = part.start
    return start


def _further_left(text: Text, at: int) -> int:
    """The word to the left with which the name begins, or `at`."""
    before, word = text.tokens[at - 1], text.tokens[at]
    between = text.content[before.end : word.start]
    if len(before.plain) == 1 and before.plain.isalpha() and _BEHIND_INITIAL.fullmatch(between):
        return at - 1
    if not _BESIDE.fullmatch(between) or word.opens_sentence:
        return at
    if before.capital and _begins_a_name(text, at - 1, word):
        return at - 1
    if not before.capital and _begins_small(before, word):
        return at - 1
    return _over_particles(text, at)


def _over_particles(text: Text, at: int) -> int:
    """The particles before a surname, and the first name before those; `at` where "van" only says whose."""
    reach = at - 1
    while reach and at - reach < MOST_PARTICLES and _is_particle(text.tokens[reach]) and _adjoins(text, reach):
        reach -= 1
    first = reach if _is_particle(text.tokens[reach]) else reach + 1
    if first == at or not _adjoins(text, first + 1):
        return at
    before = text.tokens[reach] if first > reach else None
    if before and _adjoins(text, first) and before.capital and is_given_name(before.plain):
        return first if _tells_nothing(text, reach) else reach
    word = text.tokens[at].plain
    if is_given_name(word) and not is_surname(word):
        return at
    belongs = at - first > 1 or text.tokens[first].plain.lower() not in _SAYING_WHOSE
    return first if belongs or (before is not None and _may_precede(text, before)) else at


def _may_precede(text: Text, before: Token) -> bool:
    """Whether "van" behind it can only belong to a name: volgens van Dijk."""
    return before.plain.lower() in words_before_a_name(text.language) - _BEFORE_A_CLAUSE


def _begins_a_name(text: Text, at: int, following: Token) -> bool:
    word = text.tokens[at]
    if _tells_nothing(text, at):
        listed = is_given_name(word.plain) and is_surname(following.plain) and not is_given_name(following.plain)
        return listed and text.language != "de" and not _is_cue(text, at)
    if word.plain.isupper() and following.plain.isupper() and len(word.plain) > 1 and not is_shouting(text, at):
        return True
    return is_given_name(word.plain) or standing(word.plain, text.language) in MAY_BE_A_NAME


def _begins_small(word: Token, following: Token) -> bool:
    """`mark ollerton`; but `dat wil youssef` is two."""
    if following.capital or not is_given_name(word.plain):
        return False
    return is_surname(following.plain) or not is_given_name(following.plain)


def _tells_nothing(text: Text, at: int) -> bool:
    """A cue, a word of every page that opens a sentence."""
    word = text.tokens[at]
    tells = not word.opens_sentence and capital_tells(word, text.language) and not is_shouting(text, at)
    often = is_frequent(word.plain, text.language) and not tells
    return often or _is_cue(text, at)


def _is_cue(text: Text, at: int) -> bool:
    cue = name_cues(text.language).ending_at(text.tokens, at)
    return cue is not None and cue[0] is not Cue.LISTED


def _end(text: Text, span: Span) -> int:
    at = token_at(text, span.end) - 1
    end = span.end
    if at < 0:
        return end
    if text.tokens[at].end > end and text.content[end] in "-\u2010\u2011":
        end = _end_of_hyphenated(text.tokens[at], end)
    while at + 1 < len(text.tokens) and end >= text.tokens[at].end:
        reach = _further_right(text, at)
        if reach == at:
            break
        at, end = reach, text.tokens[reach].end
        if len(text.tokens[at].plain) == 1 and text.content[end : end + 1] == ".":
            end += 1
    return end


def _end_of_hyphenated(token: Token, end: int) -> int:
    for part in token.parts:
        if part.start >= end:
            if not part.capital:
                break
            end = part.end
    return end


def _further_right(text: Text, at: int) -> int:
    """The word to the right with which the name ends, or `at`."""
    reach = at + 1
    furthest = min(at + MOST_PARTICLES, len(text.tokens) - 1)
    while reach < furthest and _is_particle(text.tokens[reach]) and _adjoins(text, reach):
        reach += 1
    word = text.tokens[reach]
    if not _adjoins(text, reach) or not word.plain[0].isalpha():
        return at
    if not word.capital:
        return reach if _ends_small(text, at, reach) else at
    if len(word.plain) == 1 and word.plain != "I":
        between = reach + 1 < len(text.tokens) and _adjoins(text, reach + 1) and text.tokens[reach + 1].capital
        return reach if between or text.content[word.end : word.end + 1] == "." else at
    if reach > at + 1 and is_given_name(word.plain) and not is_surname(word.plain):
        return at  # de zus van Fatima
    known = standing(word.plain, text.language)
    if capital_tells(word, text.language) and not (word.plain.isupper() and is_shouting(text, reach)):
        goes_on = known is not Standing.ALLOWED and word.plain != "I"
    else:
        goes_on = known in _NO_WORD or (reach > at + 1 and known is Standing.WORD_AND_NAME)
    return reach if goes_on else at


def _ends_small(text: Text, at: int, reach: int) -> bool:
    """`mingzhe hou`: what no list knows, and a surname."""
    name, word = text.tokens[at], text.tokens[reach].plain
    unknown = not name.capital and standing(name.plain, text.language) in _NO_WORD
    return unknown and is_surname(word) and not is_frequent(word, text.language)


def _adjoins(text: Text, at: int) -> bool:
    before, word = text.tokens[at - 1], text.tokens[at]
    return bool(_BESIDE.fullmatch(text.content, before.end, word.start)) and not word.opens_sentence


def _is_particle(word: Token) -> bool:
    return word.plain.lower() in PARTICLES and word.plain.lower() not in _NEVER_PARTICLES
