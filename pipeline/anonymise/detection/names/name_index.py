"""Names that are known, laid out so that a word of a text finds whose it may be, however many there are (M90)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NoReturn, TypeAlias

from rapidfuzz.distance import OSA

from pipeline.anonymise.folding import readings, spelled_out
from pipeline.anonymise.names import PARTICLES, NameForm, name_forms

SHORTEST_MISSPELT = 5  # letters: in a shorter word one letter makes another name
SHORTEST_NICKNAME = 3
LONGEST_WORD = 60  # letters of a name that is looked for misspelt
_LONGEST_CHANCE = 7
_WEAK = PARTICLES - {"ben"}  # Ben is a first name more often than a particle

_PET_ENDING = re.compile(r"(?<=\w{3})(?:tje|pje|je|ie|ke|chen|lein|i|y)$")

Keys: TypeAlias = frozenset[str]
NOBODY: Keys = frozenset()


@dataclass(frozen=True, slots=True, repr=False)
class KnownPerson:
    """Somebody by name; `role` is student, teacher or other, None where it is not known.

    Who goes by several names stands in a list several times, with one key.
    """

    key: str
    name: str
    role: str | None = None


class NameIndex:
    """Everybody's names by word, by word with a letter wrong, by initials; closed: it prints `<names>`."""

    __slots__ = (
        "_bare",
        "_given",
        "_initials",
        "_nicknames",
        "_particles",
        "_shapes",
        "_surnames",
        "_together",
        "_weak",
        "_words",
    )

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._weak: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, set[str]] = defaultdict(set)
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._particles: dict[str, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._shapes: dict[str, set[str]] = defaultdict(set)
        self._together: dict[str, set[str]] = defaultdict(set)
        self._bare: dict[str, set[str]] = defaultdict(set)
        self._nicknames: dict[str, set[str]] = defaultdict(set)
        for person in people:
            for form in name_forms(person.name):
                self._take_up(person.key, form)

    def whose(self, word: str) -> Keys:
        """Who has this word as a first name or surname."""
        return self._of(self._words, word)

    def whose_weak(self, word: str) -> Keys:
        """Who has it in a name, though it is a particle or one letter: it tells nothing alone."""
        return self._of(self._weak, word)

    def whose_given(self, word: str) -> Keys:
        """Who has it as a first name."""
        return self._of(self._given, word)

    def whose_surname(self, word: str) -> Keys:
        """Who has it as a surname behind a first name."""
        return self._of(self._surnames, word)

    def whose_together(self, word: str) -> Keys:
        """Whose whole name it is, written as one word."""
        return self._of(self._together, word)

    def whose_shape(self, letters: str) -> Keys:
        """Whose first letters these are: `fea` of Fatima el Amrani."""
        return self._of(self._shapes, letters)

    def whose_initial(self, letter: str) -> Keys:
        """Who has a first name or surname that begins so."""
        return self._of(self._initials, letter)

    def whose_particle(self, word: str) -> Keys:
        """Who has it between first name and surname."""
        return self._of(self._particles, word)

    def whose_misspelt(self, word: str) -> Keys:
        """Who has a name that differs in one letter, or two letters changed about."""
        if not SHORTEST_MISSPELT - 1 <= len(word) <= LONGEST_WORD:
            return NOBODY
        near = {name for bare in bared(word) for name in self._bare.get(bare, ())}
        alike = [name for name in near if OSA.distance(name, word, score_cutoff=1) <= 1]
        return frozenset(key for name in alike for key in self._words[name])

    def whose_nickname(self, word: str) -> Keys:
        """Who has a first name that begins with it, or with what a pet ending leaves of it: Moh, Jantje, Kathy."""
        if len(word) < SHORTEST_NICKNAME:
            return NOBODY
        stem = _PET_ENDING.sub("", word)
        return self._of(self._nicknames, word) | (self._of(self._words, stem) if stem != word else NOBODY)

    def signs(self) -> Iterator[tuple[str, Keys]]:
        """Whole names in scripts that part no words."""
        for name, keys in self._together.items():
            if name.upper() == name.lower():
                yield name, frozenset(keys)

    @staticmethod
    def _of(table: dict[str, set[str]], word: str) -> Keys:
        return frozenset(table.get(word, ()))

    def _take_up(self, key: str, form: NameForm) -> None:
        self._take_up_words(key, form)
        self._take_up_whole(key, form)
        for word in (*form.given, *form.surname):
            self._initials[word[0]].add(key)
            if SHORTEST_MISSPELT <= len(word) <= LONGEST_WORD:
                for bare in bared(word):
                    self._bare[bare].add(word)
        for word in form.given or form.surname:
            for length in range(SHORTEST_NICKNAME, min(len(word), LONGEST_WORD) - 1):
                self._nicknames[word[:length]].add(key)

    def _take_up_words(self, key: str, form: NameForm) -> None:
        for word in (*form.given, *form.surname):
            strong = len(word) > 1 and word not in _WEAK
            (self._words if strong else self._weak)[word].add(key)
        for word in form.given:
            self._given[word].add(key)
        for word in form.surname if form.given else ():
            self._surnames[word].add(key)
        for one, other in pairwise(form.given):  # Annemarie is Anne-Marie
            self._words[one + other].add(key)
        for particle in (*form.particles, *(word for word in form.given if word in _WEAK)):  # de Vries, alone
            self._particles[particle].add(key)

    def _take_up_whole(self, key: str, form: NameForm) -> None:
        uncased = "".join(form.full).upper() == "".join(form.full).lower()
        for name in {"".join(form.full), "".join((*form.given[:1], *form.surname)), "".join(form.in_any_order)}:
            if (uncased and len(name) > 1) or (len(form.full) > 1 and len(name) > _LONGEST_CHANCE):
                self._together[name].add(key)
        if form.particles:
            self._together["".join((*form.particles, *form.surname))].add(key)
        if form.given:
            with_particles = (*form.given, *form.particles, *form.surname)
            for parts in (with_particles, (*form.given, *form.surname), (*form.given[:1], *form.surname)):
                self._shapes["".join(part[0] for part in parts)].add(key)
            first_letters = "".join(part[0] for part in form.given)
            self._together[first_letters + "".join((*form.particles, *form.surname))].add(key)

    def __repr__(self) -> str:
        return "<names>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("names cannot be pickled")


LONGEST_NAME = 60
"""Letters of one word of a name."""


@lru_cache(maxsize=1 << 16)
def folded_readings(word: str) -> frozenset[str]:
    """A word of a text as the index holds them, with and without a possessive, figures, and umlauts spelled out."""
    bare = word.strip("0123456789") or word
    if bare.isascii() and bare.isalpha():  # most words, and much quicker
        small = bare.lower()
        return frozenset((small, small[:-1])) if small.endswith("s") and len(small) > 1 else frozenset((small,))
    found = readings(bare)
    return found if bare.isascii() else found | readings(spelled_out(bare))


def bared(word: str) -> set[str]:
    """The word, and the word without each of its letters: what two that differ in one letter have in common.

    What is longer than any name stands for itself alone: a page without a blank would fill the memory.
    """
    if len(word) > LONGEST_NAME:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
