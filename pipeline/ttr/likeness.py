"""What a wording is about, as far as its words tell, in Dutch, English and German at once.

A wording becomes the things it means, each with a weight: the words on one line of `likeness.toml` mean one thing, and
a word that stands nowhere means what all words with its beginning do. No language is asked for, as teams mix them.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Meaning: TypeAlias = Mapping[str, int]
"""Things meant, with what each of them weighs."""

_WEIGHTS = {"telling": 3, "middling": 2, "weak": 1}
_UNLISTED, _SAID_ONCE = 3, 1
_WORD = re.compile(r"\w+")
_ENDINGS = (
    *("keiten", "heiten", "ungen", "ingen", "heden", "heid", "heit", "keit", "ness", "ung", "ing"),
    *("en", "er", "es", "ed", "em", "e", "s", "n"),
)
_DOUBLED = re.compile(r"([aeou])\1")
_SHORTEST_STEM, _LONGEST_STEM = 4, 7
_SHORTEST_MISSPELT = 6
_SHORTEST_BEGINNING = 3
_SHORTEST_COMPOUND, _SHORTEST_PART, _SHORTEST_STRANGE_PART = 9, 4, 6


def meanings(texts: Sequence[str]) -> tuple[Meaning, ...]:
    """What each text is about; a word that is misspelt in one is known by the others.

    What only one text says tells it apart, but hardly: it is seldom what the text is about.
    """
    spoken = [tuple(_WORD.findall(plain(text))) for text in texts]
    mended = _mended({word for words in spoken for word in words})
    meant = [_things([mended.get(word, word) for word in words]) for words in spoken]
    said = Counter(thing for things in meant for thing in things)
    return tuple({thing: _weight(thing, said[thing]) for thing in things} for things in meant)


def plain(text: str) -> str:
    """The text in small letters without accents."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign))


def _things(words: Sequence[str]) -> tuple[str, ...]:
    """What the words mean, each thing once; what nearly every text says only where there is nothing else."""
    lexicon = _lexicon()
    found: list[str] = []
    left = list(words)
    for thing, stems in lexicon.several:
        used = [next((word for word in left if _fits(word, stem)), "") for stem in stems]
        if all(used):
            found.append(thing)
            left = [word for word in left if word not in used]
    for word in left:
        if word not in lexicon.stop:
            found += _things_in(word)
    return tuple(dict.fromkeys(found or map(_stem, words)))


def _things_in(word: str) -> tuple[str, ...]:
    """What a word means, and what the last part means of one that is put together."""
    lexicon = _lexicon()
    first, length = lexicon.found(word)
    # German `vergessen` does not end in `essen`.
    begin, shortest = (length, _SHORTEST_PART) if first else (_SHORTEST_PART, _SHORTEST_STRANGE_PART)
    parts = range(max(begin, _SHORTEST_PART), len(word) - shortest + 1) if len(word) >= _SHORTEST_COMPOUND else ()
    last = next((thing for at in parts if (thing := lexicon.found(word[at:])[0])), "")
    if last and not first:
        first = lexicon.beginning(word)
    return tuple(thing for thing in (first, last) if thing) or (_stem(word),)


def _weight(thing: str, times: int) -> int:
    return _lexicon().weights.get(thing, _UNLISTED if times > 1 else _SAID_ONCE)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The list, ready to be looked up; `several` are things said in more than one word."""

    stop: frozenset[str]
    whole: Mapping[str, str]
    beginnings: Mapping[str, str]
    several: tuple[tuple[str, tuple[str, ...]], ...]
    weights: Mapping[str, int]

    def found(self, word: str) -> tuple[str, int]:
        """What the word means, and how many of its letters say so; empty where no line has it."""
        if word in self.whole:
            return self.whole[word], len(word)
        return self._longest(word, self.beginnings)

    def beginning(self, word: str) -> str:
        """What the word means that this one begins with."""
        return self._longest(word, self.whole)[0]

    def _longest(self, word: str, terms: Mapping[str, str]) -> tuple[str, int]:
        lengths = range(len(word), _SHORTEST_BEGINNING - 1, -1)
        return next(((terms[word[:length]], length) for length in lengths if word[:length] in terms), ("", 0))


@cache
def _lexicon() -> _Lexicon:
    told = tomllib.loads(files("pipeline.ttr").joinpath("likeness.toml").read_text(encoding="utf-8"))
    terms = [(thing, term) for level in _WEIGHTS for thing, line in told[level].items() for term in plain(line).split()]
    return _Lexicon(
        frozenset(plain(" ".join(told["stop"].values())).split()),
        {term: thing for thing, term in terms if "_" not in term and not term.endswith("-")},
        {term[:-1]: thing for thing, term in terms if "_" not in term and term.endswith("-")},
        tuple((thing, tuple(term.split("_"))) for thing, term in terms if "_" in term),
        {thing: weight for level, weight in _WEIGHTS.items() for thing in told[level]},
    )


def _fits(word: str, stem: str) -> bool:
    return word.startswith(stem[:-1]) if stem.endswith("-") else word == stem


def _stem(word: str) -> str:
    """The beginning that a word shares with its other forms."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_STEM), "")
    stem = _DOUBLED.sub(r"\1", word.removesuffix(ending))
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return f"{stem[:_LONGEST_STEM]}-"


def _mended(words: Iterable[str]) -> Mapping[str, str]:
    """For a long word that no line has, one that differs in a single letter and that a line has."""
    return dict(_near(sorted(word for word in words if len(word) >= _SHORTEST_MISSPELT)))


def _near(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    from rapidfuzz import process  # noqa: PLC0415 - slow to start
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - slow to start

    lexicon = _lexicon()
    known = [word for word in words if lexicon.found(word)[0]]
    for word in words:
        if word not in lexicon.stop and not lexicon.found(word)[0]:
            near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
            if near is not None and near[0][0] == word[0]:
                yield word, near[0]
