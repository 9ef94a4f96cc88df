"""Whom of the people met so far a mention may mean: by its words, a slip in one, a nickname, initials (M91)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from rapidfuzz.distance import OSA

from pipeline.anonymise.detection.names.name_index import SHORTEST_MISSPELT, SHORTEST_NICKNAME, bared
from pipeline.anonymise.names import PARTICLES, is_initial

Name: TypeAlias = tuple[str, ...]
"""The folded words of a name."""

_Met: TypeAlias = tuple[str, Name]


class PeopleMet:
    """Keys of people with their names, laid out so that a mention need not be held against everybody."""

    __slots__ = ("_by_beginning", "_by_letter", "_by_slip", "_by_word", "_likely", "_met")

    def __init__(self) -> None:
        self._met: set[_Met] = set()
        self._by_word: dict[str, set[_Met]] = defaultdict(set)
        self._by_slip: dict[str, set[_Met]] = defaultdict(set)
        self._by_beginning: dict[str, set[_Met]] = defaultdict(set)
        self._by_letter: dict[str, set[_Met]] = defaultdict(set)
        self._likely: dict[Name, frozenset[str]] = {}

    def add(self, key: str, name: Name) -> None:
        """Somebody goes by this name too."""
        met = (key, name)
        if met in self._met or not name:
            return
        self._met.add(met)
        self._likely.clear()
        for word in name:
            self._by_word[word].add(met)
            for spelling in _spellings(word):
                self._by_slip[spelling].add(met)
        for length in range(SHORTEST_NICKNAME, len(name[0]) + 1):
            self._by_beginning[name[0][:length]].add(met)
        for word in _telling(name)[:1]:
            self._by_letter[word[0]].add(met)

    def likely(self, name: Name) -> frozenset[str]:
        """The keys of those who may be meant, by the surest way in which anybody may."""
        if name not in self._likely:
            ways = (self._same(name), self._nearly_same(name), self._begun(name), self._with_initials(name))
            self._likely[name] = next((keys for way in ways if (keys := frozenset(way))), frozenset())
        return self._likely[name]

    def _same(self, name: Name) -> Iterator[str]:
        """Every word of the one is a word of the other; `Youssefs` may be Youssef."""
        words = _telling(name) or list(name)
        if not any(is_initial(word) for word in words):
            spelled = [{word, word[:-1]} if word.endswith("s") else {word} for word in words]
            near = _fewest(self._by_word, spelled)
            yield from (key for key, other in near if all(not word.isdisjoint(other) for word in spelled))

    def _nearly_same(self, name: Name) -> Iterator[str]:
        words = _telling(name)
        near = _fewest(self._by_slip, map(_spellings, words))
        yield from (key for key, other in near if all(any(_near(word, part) for part in other) for word in words))

    def _begun(self, name: Name) -> Iterator[str]:
        """Moh is Mohamed."""
        if len(name) == 1:
            yield from (key for key, _ in self._by_beginning.get(name[0], ()))

    def _with_initials(self, name: Name) -> Iterator[str]:
        """`M. de Vries` is Marieke de Vries, `F.` is Fatima, `FEA` is Fatima el Amrani."""
        words = _telling(name)
        if any(is_initial(word) for word in words):
            whole = [{word} for word in words if not is_initial(word)]
            near = _fewest(self._by_word, whole) if whole else self._by_letter.get(words[0][0], ())
            yield from (key for key, other in near if _are_initials(words, _telling(other)))

    def __repr__(self) -> str:
        return "<people>"


def _telling(name: Name) -> list[str]:
    return [word for word in name if word not in PARTICLES]


def _spellings(word: str) -> set[str]:
    """What the word has in common with one that is nearly the same."""
    return bared(word) if len(word) >= SHORTEST_MISSPELT else {word}


def _fewest(table: Mapping[str, set[_Met]], words: Iterable[set[str]]) -> set[_Met]:
    """Those with the word that fewest have, in any of its spellings."""
    found = (set().union(*(table.get(spelling, ()) for spelling in word)) for word in words)
    return min(found, key=len, default=set())


def _near(word: str, part: str) -> bool:
    if word == part:
        return True
    shortest = min(len(word), len(part))
    return shortest >= SHORTEST_MISSPELT and OSA.distance(word, part, score_cutoff=1) <= 1


def _are_initials(words: list[str], parts: list[str]) -> bool:
    return (
        len(words) <= len(parts)
        and words[0][0] == parts[0][0]
        and all(any(part == word or (is_initial(word) and part[0] == word) for part in parts) for word in words)
    )
