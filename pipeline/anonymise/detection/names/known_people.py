"""People whose names are known (roster, names given in a form) are found in a text however they are written (M90).

Whole names, first name or surname alone, initials, the surname first, possessives, small letters, one letter wrong,
parted by a line end, a hyphen or a stray blank: each is a stretch of its own. A name that is an everyday word as well
(Roos, Mark) is masked where its capital tells, and asked about where it tells nothing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise
from typing import NoReturn, TypeAlias

from pipeline.anonymise.detection.names.name_index import (
    NOBODY,
    SHORTEST_MISSPELT,
    Keys,
    KnownPerson,
    NameIndex,
    folded_readings,
)
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import is_determined, is_everyday, is_frequent
from pipeline.anonymise.detection.tokens import Text, Token
from pipeline.anonymise.folding import APOSTROPHES

__all__ = ["KnownPeople", "KnownPerson"]

IsWord: TypeAlias = Callable[[str, str], bool]

SHORTEST_ALONE = 3
_NO_INITIALS = frozenset("ABCDIOQUXYZ")  # letters that are words, or stand for anybody: I, U, person X
_LONGEST_CHANCE = 7  # letters: so long a whole name in small letters may be chance (an le)
_MOST_REMEMBERED = 1 << 16  # words
_BLANK = r"[ \t\u00a0\u2000-\u200b\u202f_]"
_GAP = re.compile(rf"{_BLANK}*(?:\r?\n{_BLANK}*){{0,2}}|\.|{_BLANK}*[-\u2010\u2011]{_BLANK}*\n?")
_GAP_BEHIND_INITIAL = re.compile(rf"\.?(?:{_BLANK}|-)*(?:\r?\n)?{_BLANK}*")
_GAP_SURNAME_FIRST = re.compile(r"[ \t]*,[ \t\u00a0]*(?:\r?\n)?[ \t]*")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_FULL_STOP = re.compile(r"\.(?!\w)")


class Likeness(IntEnum):
    """How a word is like a name."""

    NONE = 0
    NICKNAME = 1
    MISSPELT = 2
    WORD = 3


@dataclass(frozen=True, slots=True, repr=False)
class _Match:
    """Whose name a word may be, and how it is like it."""

    keys: Keys = NOBODY
    likeness: Likeness = Likeness.NONE
    a_word_too: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class _Run:
    """Words from `first` up to `last` that are the name of one of `keys`."""

    first: int
    last: int
    keys: Keys
    names: int = 1
    initials: int = 0


class KnownPeople:
    """Names and how they stand in a text; closed: it prints `<people>` and cannot be pickled."""

    __slots__ = ("_by_first_sign", "_index", "_is_word", "_matches", "_rank")

    def __init__(self, people: Iterable[KnownPerson], rank: Rank = Rank.KNOWN, is_word: IsWord | None = None) -> None:
        self._index = NameIndex(people)
        self._rank = rank
        self._is_word = is_word or is_everyday
        self._by_first_sign: dict[str, list[tuple[str, Keys]]] = defaultdict(list)
        for name, keys in self._index.signs():
            self._by_first_sign[name[0]].append((name, keys))
        self._matches: dict[tuple[str, str], _Match] = {}

    def spans(self, text: Text) -> Iterator[Span]:
        """Every mention of them."""
        words = [part for token in text.tokens for part in token.parts]
        careless = text.is_careless
        yield from self._in_signs(text)
        yield from self._written_together(text)
        yield from self._parted(text, words)
        yield from self._in_letters(text, words)
        at = 0
        while at < len(words):
            match = self._match(words[at], text.language)
            if not match.keys:
                at += 1
                continue
            run = self._run(text, words, at, match.keys)
            yield from self._judged(text, words, run, careless=careless)
            at = run.last

    # --- one word ----------------------------------------------------------------------------------------------

    def _match(self, word: Token, language: str) -> _Match:
        known = self._matches.get((word.plain, language))
        if known is None:
            if len(self._matches) >= _MOST_REMEMBERED:  # the filter sees no end of its input
                self._matches.clear()
            known = self._matches[word.plain, language] = self._looked_up(word, language)
        return known

    def _looked_up(self, word: Token, language: str) -> _Match:
        too = self._is_word(word.plain, language)
        if keys := _any_of(self._index.whose, word.plain):
            return _Match(keys, Likeness.WORD, a_word_too=too)
        if word.plain.isdigit() or (too and is_frequent(word.plain, language)):
            return _Match()
        if not too and (keys := _any_of(self._index.whose_misspelt, word.plain)):
            return _Match(keys, Likeness.MISSPELT)
        return _Match(_any_of(self._index.whose_nickname, word.plain), Likeness.NICKNAME, a_word_too=too)

    # --- several words -----------------------------------------------------------------------------------------

    def _run(self, text: Text, words: Sequence[Token], at: int, keys: Keys) -> _Run:
        """The name that the word at `at` belongs to, as far as it reaches to either side."""
        run = self._to_the_left(text, words, _Run(at, at + 1, keys))
        run = self._to_the_right(text, words, run)
        return self._surname_first(text, words, run)

    def _to_the_right(self, text: Text, words: Sequence[Token], run: _Run) -> _Run:
        reached, at, keys = run, run.last, run.keys
        while at < len(words) and self._adjoins(text, words[at - 1], words[at]):
            word = words[at]
            if named := keys & self._match(word, text.language).keys:
                keys = named
                reached = replace(reached, last=at + 1, keys=keys, names=reached.names + 1)
            elif initialled := keys & self._initial(word):
                keys = initialled
                reached = replace(reached, last=at + 1, keys=keys, initials=reached.initials + 1)
            elif word.capital and (named := keys & self._weak(word)):
                keys = named
                reached = replace(reached, last=at + 1, keys=keys, names=reached.names + 1)
            elif not (keys := keys & self._particle(word)):
                break
            at += 1
        return reached

    def _to_the_left(self, text: Text, words: Sequence[Token], run: _Run) -> _Run:
        """Initials and particles before a surname; the first name was met before."""
        reached, at, keys = run, run.first, run.keys
        while at and self._adjoins(text, words[at - 1], words[at]):
            word = words[at - 1]
            if initialled := keys & self._initial(word):
                keys = initialled
                reached = replace(reached, first=at - 1, keys=keys, initials=reached.initials + 1)
            elif with_particle := keys & self._particle(word):
                keys = with_particle
                if reached.first == at:  # a particle counts only where it touches the name
                    reached = replace(reached, first=at - 1, keys=keys)
            else:
                break
            at -= 1
        return reached

    def _surname_first(self, text: Text, words: Sequence[Token], run: _Run) -> _Run:
        """`Vries, de, M.` and `Vries, Marieke de`."""
        keys = run.keys & _any_of(self._index.whose_surname, words[run.last - 1].plain)
        if run.names + run.initials > 1 or not keys:
            return run
        reached, at, comma = run, run.last, False
        while at < len(words):
            between = text.content[words[at - 1].end : words[at].start]
            comma = comma or bool(_GAP_SURNAME_FIRST.fullmatch(between))
            if not comma or not (_GAP_SURNAME_FIRST.fullmatch(between) or _adjoining(between, words[at - 1])):
                break
            word = words[at]
            if called := keys & (self._initial(word) or self._given(word)):
                keys = called
                reached = replace(reached, last=at + 1, keys=keys, initials=reached.initials + 1)
            elif not (keys := keys & self._particle(word)):
                break
            at += 1
        return reached

    def _initial(self, word: Token) -> Keys:
        return self._index.whose_initial(word.plain.lower()) if _is_capital_letter(word) else NOBODY

    def _weak(self, word: Token) -> Keys:
        return _any_of(self._index.whose_weak, word.plain)

    def _particle(self, word: Token) -> Keys:
        return _any_of(self._index.whose_particle, word.plain)

    def _given(self, word: Token) -> Keys:
        return _any_of(self._index.whose_given, word.plain)

    @staticmethod
    def _adjoins(text: Text, one: Token, other: Token) -> bool:
        return _adjoining(text.content[one.end : other.start], one)

    # --- what is said of it ------------------------------------------------------------------------------------

    def _judged(self, text: Text, words: Sequence[Token], run: _Run, *, careless: bool) -> Iterator[Span]:
        within = words[run.first : run.last]
        named = [word for word in within if self._match(word, text.language).keys]
        particles = len(within) - run.names - run.initials
        if run.names + run.initials > 1 or particles > 1:  # van der Meer
            sure = (
                particles > 1
                or any(word.capital for word in named)
                or sum(len(word.plain) for word in named) > _LONGEST_CHANCE
            )
            yield self._span(text, within, run.keys, asked=not sure)
        elif (asked := self._doubt(text, named[0], within[0], careless=careless)) is not None:
            yield self._span(text, within, run.keys, asked=asked)

    def _doubt(self, text: Text, word: Token, first: Token, *, careless: bool) -> bool | None:
        """Whether a name alone is only asked about; None where it is no name at all."""
        match = self._match(word, text.language)
        tells = word.capital and not word.opens_sentence and text.language != "de" and not word.plain.isupper()
        if len(word.plain) < SHORTEST_ALONE:
            short = (not tells or match.a_word_too) if word.capital else not match.a_word_too
            return short or (None if not word.capital else False)
        if not match.a_word_too:
            return False
        determined, often = is_determined(text, first), is_frequent(word.plain, text.language)
        if match.likeness is Likeness.NICKNAME:
            return True if word.capital and not determined else None
        if word.capital:
            return not tells and (often or determined)
        return None if determined or (often and not careless) else not careless or often

    def _span(self, text: Text, within: Sequence[Token], keys: Keys, *, asked: bool) -> Span:
        start, end = within[0].start, within[-1].end
        with_stop = _is_capital_letter(within[-1]) and _FULL_STOP.match(text.content, end)
        if with_stop or (within[-1].plain[-1:] in "sxz" and APOSTROPHES.match(text.content, end)):
            end += 1
        return Span(start, end, Label.NAME, asked=asked, rank=self._rank, person=self._person(keys))

    def _person(self, keys: Keys) -> str:
        """Who it is; empty where it may be several, or where a name is all that is known."""
        return next(iter(keys)) if len(keys) == 1 and self._rank is Rank.KNOWN else ""

    # --- shapes that are no words of their own -----------------------------------------------------------------

    def _in_signs(self, text: Text) -> Iterator[Span]:
        for at in range(len(text.content)) if self._by_first_sign else ():
            for name, keys in self._by_first_sign.get(text.content[at], ()):
                if text.content.startswith(name, at):
                    yield Span(at, at + len(name), Label.NAME, rank=self._rank, person=self._person(keys))

    def _written_together(self, text: Text) -> Iterator[Span]:
        """`fatimaelamrani`, `FatimaElAmrani`, `MdV`."""
        for token in text.tokens:
            if keys := _any_of(self._index.whose_together, token.plain):
                yield self._span(text, (token,), keys, asked=False)
            elif 1 < len(token.plain) <= 5 and sum(sign.isupper() for sign in token.plain) > 1:
                if keys := self._index.whose_shape(token.plain.lower()):
                    sure = len(token.plain) > 2 and not token.plain.isupper()
                    if sure or not self._is_word(token.plain, text.language):
                        yield self._span(text, (token,), keys, asked=not sure)
            elif len(camel := _CAMEL.split(token.text)) > 1:
                yield from self._in_camel(text, token, camel)

    def _in_camel(self, text: Text, token: Token, camel: Sequence[str]) -> Iterator[Span]:
        start = token.start
        for part in camel:
            word = Token(part, start, start + len(part), opens_sentence=False, plain=part)
            match = self._match(word, text.language)
            if match.likeness is Likeness.WORD and len(part) >= SHORTEST_ALONE and not match.a_word_too:
                yield self._span(text, (word,), match.keys, asked=False)
            start += len(part)

    def _parted(self, text: Text, words: Sequence[Token]) -> Iterator[Span]:
        """One name with a blank, a line end or a hyphen in it."""
        for one, other in pairwise(words):
            if other.start - one.end > 3 or not self._adjoins(text, one, other):
                continue
            joined = one.plain + other.plain
            if len(joined) < SHORTEST_MISSPELT or APOSTROPHES.search(joined):
                continue
            if one.capital and other.capital and len(one.plain) > 1:
                continue
            if self._is_word(one.plain, text.language) and self._is_word(other.plain, text.language):
                continue
            if keys := _any_of(self._index.whose, joined):
                yield self._span(text, (one, other), keys, asked=False)

    def _in_letters(self, text: Text, words: Sequence[Token]) -> Iterator[Span]:
        """`M.d.V.`, and a name whose letters stand apart."""
        at = 0
        while at < len(words):
            end = at + 1
            while end < len(words) and len(words[end].plain) == 1 and len(words[at].plain) == 1:
                if not _GAP_BEHIND_INITIAL.fullmatch(text.content, words[end - 1].end, words[end].start):
                    break
                end += 1
            if end - at > 1:
                yield from self._spelled(text, words[at:end])
            elif keys := self._bare_letter(text, words[at]):
                yield self._span(text, (words[at],), keys, asked=True)
            at = end

    def _bare_letter(self, text: Text, word: Token) -> Keys:
        """Whose one letter without a full stop may be: `toen kwam K binnen`."""
        if word.opens_sentence or word.plain in _NO_INITIALS or text.content[word.end : word.end + 1] == ".":
            return NOBODY
        return self._initial(word)

    def _spelled(self, text: Text, letters: Sequence[Token]) -> Iterator[Span]:
        spelled = "".join(letter.plain for letter in letters)
        dotted = text.content[letters[0].end] == "."
        if dotted and (keys := self._index.whose_shape(spelled.lower())):
            yield self._span(text, letters, keys, asked=False)
        for reading in folded_readings(spelled) if len(letters) >= SHORTEST_ALONE else ():
            if keys := self._index.whose(reading) | self._index.whose_together(reading):
                yield self._span(text, letters, keys, asked=False)

    def __repr__(self) -> str:
        return "<people>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("people cannot be pickled")


def _any_of(whose: Callable[[str], Keys], word: str) -> Keys:
    return frozenset(key for reading in folded_readings(word) for key in whose(reading))


def _is_capital_letter(word: Token) -> bool:
    return len(word.plain) == 1 and word.plain.isupper()


def _adjoining(between: str, before: Token) -> bool:
    gap = _GAP_BEHIND_INITIAL if _is_capital_letter(before) else _GAP
    return bool(gap.fullmatch(between))
