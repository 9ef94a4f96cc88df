"""Whether a text names somebody we know by name: whoever signed up, leads, moderates or stands in the team scan."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import NoReturn

from pipeline.anonymise.everyday import everyday_words
from pipeline.anonymise.folding import raw_words, readings
from pipeline.anonymise.names import PARTICLES, NameForm, is_initial, name_forms
from pipeline.inbox.personal import Personal

SHORTEST_ALONE = 3
LONGEST_CHANCE = 7
"""Up to so many letters a whole name in small letters may be chance (`an le`); one that is longer is none."""

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w")
_SENTENCE_END = re.compile(r"[.!?…:\n]")
_HYPHEN = re.compile(r"[-\u2010\u2011]\s*")


class Mention(IntEnum):
    """How surely a text names somebody.

    SURELY: an address, a whole name, first name and surname, an initial and a surname. LIKELY: one of the names alone,
    written as a name. MAYBE: one of the names alone that is an everyday word as well (Roos, Work, Beer), where its
    capital tells nothing: at the start of a sentence, in German, in a title.

    SURELY and LIKELY never pass in a sentence, for that can be put in other words, and a name that goes through cannot
    be called back. MAYBE passes: it would leave a team with a colleague called Wil no Dutch sentence, and a person has
    said of the sentence that it names nobody.

    A designation is no sentence. Everything in it may have a capital, and the name of a university is not the team's
    to change: a colleague called Van Utrecht must not hold up Utrecht for ever. So the name of an institution or a
    programme is held back only when it is SURELY somebody's; one name alone is asked about and passes. What the team
    names itself (team, room, regular meeting) is held back from LIKELY on, but for the words of programme and
    institution, which are public already.
    """

    NOBODY = 0
    MAYBE = 1
    LIKELY = 2
    SURELY = 3


@dataclass(frozen=True, slots=True, repr=False)
class _Word:
    """A word of a text; `readings` are what it may stand for, with and without a possessive."""

    readings: frozenset[str]
    capital: bool
    opens_sentence: bool


class KnownNames:
    """Names and how they can stand in a text; closed: it prints `<names>` and cannot be pickled."""

    __slots__ = ("_alone", "_by_first_word", "_hints", "_signs", "_written_together")

    def __init__(self, names: Iterable[Personal]) -> None:
        self._alone: set[str] = set()
        self._by_first_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._written_together: set[str] = set()
        self._signs: set[str] = set()
        for name in names:
            for form in name_forms(name.reveal()):
                self._take_up(form)
        # A name begins with an initial nowhere else than beside a word that is no initial.
        whole = {word for names in self._by_first_word.values() for name in names for word in name}
        self._hints = frozenset(self._alone | self._written_together | {word for word in whole if len(word) > 1})

    def mention(self, text: str, language: str | None = None) -> Mention:
        """How surely a sentence in this language names somebody; None is a language that is not known."""
        capitals_tell = language != "de" and text not in {text.upper(), text.lower()}
        return self._most(text, capitals_tell=capitals_tell)

    def mention_in_title(self, text: str, public_words: Collection[str] = ()) -> Mention:
        """The same of a designation; one of the `public_words` (folded) alone names nobody."""
        return self._most(text, capitals_tell=False, public_words=public_words)

    def mention_anywhere(self, text: str, public_words: Collection[str] = ()) -> Mention:
        """The same of a text of any kind, as it may stand in a finished file; it may hold addresses of nobody here."""
        return self._most_of_names(text, capitals_tell=False, public_words=public_words)

    def alone(self, folded_words: Collection[str]) -> frozenset[str]:
        """Which of these words are a first name or a surname, if nothing but the word is looked at."""
        return frozenset(self._alone.intersection(folded_words))

    def may_be_in(self, folded_words: Collection[str], folded_text: str) -> bool:
        """Whether a text may hold a name at all, by its folded words: quickly told, and never too narrowly."""
        return not self._hints.isdisjoint(folded_words) or any(signs in folded_text for signs in self._signs)

    def _most(self, text: str, *, capitals_tell: bool, public_words: Collection[str] = ()) -> Mention:
        if _ADDRESS.search(text):
            return Mention.SURELY
        return self._most_of_names(text, capitals_tell=capitals_tell, public_words=public_words)

    def _most_of_names(self, text: str, *, capitals_tell: bool, public_words: Collection[str]) -> Mention:
        spellings = {text, _HYPHEN.sub("", text)}  # "Am-rani" at the end of a line, and "Amrani-groep"
        return max(
            mention
            for spelling in spellings
            for mention in self._mentions(_words(spelling), capitals_tell=capitals_tell, public_words=public_words)
        )

    def _mentions(
        self, text: Sequence[_Word], *, capitals_tell: bool, public_words: Collection[str]
    ) -> Iterator[Mention]:
        yield Mention.NOBODY
        together = "".join(max(word.readings, key=len, default="") for word in text)
        if any(signs in together for signs in self._signs):
            yield Mention.SURELY
        for at, word in enumerate(text):
            if not word.readings.isdisjoint(self._written_together) or self._begins(text, at):
                yield Mention.SURELY
            alone = word.readings & self._alone - frozenset(public_words)
            if alone and word.capital:
                a_word_too = alone <= everyday_words() and (word.opens_sentence or not capitals_tell)
                yield Mention.MAYBE if a_word_too else Mention.LIKELY

    def _begins(self, text: Sequence[_Word], at: int) -> bool:
        """Whether a whole name begins here."""
        names = (name for reading in text[at].readings for name in self._by_first_word.get(reading, ()))
        return any(_stands(name, text[at : at + len(name)]) for name in names)

    def _take_up(self, form: NameForm) -> None:
        for name in _whole_names(form):
            self._by_first_word[name[0]].add(name)
        parts = {part for part in (*form.given, *form.surname) if len(part) >= SHORTEST_ALONE}
        self._alone |= parts - (PARTICLES - {"ben"})  # Ben is a first name more often than a particle
        together = {"".join(form.full), "".join((*form.given[:1], *form.surname))}
        if len(form.full) > 1:
            self._written_together |= {name for name in together if len(name) > LONGEST_CHANCE}
            self._alone |= {"".join(pair) for pair in pairwise(form.given)}  # Annemarie is Anne-Marie
        if "".join(form.full).upper() == "".join(form.full).lower():
            self._signs |= {name for name in together if len(name) > 1}

    def __repr__(self) -> str:
        return "<names>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("names cannot be pickled")


def _whole_names(form: NameForm) -> Iterator[tuple[str, ...]]:
    """First name or initial with the surname, in either order, with and without particles."""
    if not form.given:
        return
    yield form.full
    first, surname = form.given[0], form.surname
    for called in dict.fromkeys((first, first[0])):
        if is_initial(called) or not is_initial(first):
            yield (called, *surname)
            yield (called, *form.particles, *surname)
            yield (*surname, called)
            yield (*form.particles, *surname, called)


def _stands(name: Sequence[str], text: Sequence[_Word]) -> bool:
    """Whether these words are this name: an initial needs capitals, or every "I will" would be Ian Will."""
    if len(name) != len(text) or any(part not in word.readings for part, word in zip(name, text, strict=True)):
        return False
    capitals = [word.capital for part, word in zip(name, text, strict=True) if part not in PARTICLES]
    if any(is_initial(part) for part in name):
        return all(capitals)
    return any(capitals) or sum(map(len, name)) > LONGEST_CHANCE


def _words(text: str) -> tuple[_Word, ...]:
    careless = text == text.lower()  # whoever types without capitals leaves them out in names too
    found: list[_Word] = []
    for raw, between in raw_words(text):
        first = next((sign for sign in raw if sign.isalnum()), "")
        capital = careless or first != first.lower() or first == first.upper()
        opens = not found or bool(_SENTENCE_END.search(between))
        found.append(_Word(readings(raw), capital, opens))
    return tuple(found)
