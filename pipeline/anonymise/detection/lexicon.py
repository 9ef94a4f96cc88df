"""Which words a language knows, written just so; what no list knows may be a name (M90).

Nothing stands here because it is a name: a word that is also one (Roos, Mark, Ernst) is a word.
"""

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

import marisa_trie

from pipeline.anonymise.detection.gazetteers import is_name
from pipeline.anonymise.detection.stores import store, typed_words

_BORROWED = {"nl": ("en",), "en": ("nl",), "de": ("en",)}
_LINKS = {"nl": ("", "s", "e", "en", "n"), "en": ("",), "de": ("", "s", "es", "n", "en", "er", "e")}
_PART = 4  # letters that a part of a compound has at least
_LONGEST_COMPOUND = 40  # letters
_DIGRAPHS = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))


class Known(IntEnum):
    """How well a language knows a word."""

    NOT = 0
    BORROWED = 1  # a common word of another language
    COMPOUND = 2  # made of words that it knows
    RARE = 3
    COMMON = 4
    FREQUENT = 5  # on every page


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language (nl, en or de), and the common ones of the others that its texts borrow."""

    language: str
    words: marisa_trie.Trie
    common: marisa_trie.Trie

    def is_word(self, text: str) -> bool:
        """Whether this is a word just as it is written, capitals and all; compounds of known words too."""
        return self.known(text) is not Known.NOT

    def is_allowed(self, text: str) -> bool:
        """Whether it is written with a capital and tells nothing: Teams, Engels, May in English."""
        return text in _allowed(self.language)

    def known(self, text: str) -> Known:
        """How well the word is known just as it is written."""
        return _known(self.language, text)


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, mapped into memory once."""
    return Lexicon(language, store(f"words-{language}"), store(f"common-{language}"))


@cache
def _allowed(language: str) -> frozenset[str]:
    """Of the other languages only what is no name as well: June is nobody's month in Dutch."""
    lists = ("tools", "abbreviations", "programme", "thinkers", "subjects", language)
    own = frozenset[str]().union(*(typed_words("allowed", name) for name in lists))
    others = frozenset[str]().union(*(typed_words("allowed", name) for name in _BORROWED))
    return own | {word for word in others if not is_name(word)}


@lru_cache(maxsize=1 << 16)
def _known(language: str, text: str) -> Known:
    of_language = lexicon(language)
    found = max((_as_written(of_language, spelling) for spelling in _spellings(language, text)), default=Known.NOT)
    if found is not Known.NOT:
        return found
    if any(text in lexicon(other).common for other in _BORROWED[language]):
        return Known.BORROWED
    return Known.COMPOUND if _is_compound(of_language, text) else Known.NOT


def _as_written(of_language: Lexicon, text: str) -> Known:
    if "!" + text in of_language.common:
        return Known.FREQUENT
    if text in of_language.common:
        return Known.COMMON
    return Known.RARE if text in of_language.words else Known.NOT


def _spellings(language: str, text: str) -> tuple[str, ...]:
    """As it stands; in Dutch without the accents of stress (dé, zó), in German with the letters a keyboard lacks."""
    if language == "nl" and not text.isascii():
        apart = unicodedata.normalize("NFD", text)
        return text, unicodedata.normalize("NFC", apart.replace("\u0301", ""))
    if language == "de":
        return text, *(text.replace(typed, letter) for typed, letter in _DIGRAPHS if typed in text)
    return (text,)


def _is_compound(of_language: Lexicon, text: str) -> bool:
    """Whether two known words make it; what ends as surnames do is none."""
    return len(text) <= _LONGEST_COMPOUND and any(
        _is_head(of_language, text, cut) and _is_tail(of_language, text[cut:], capital=text[0].isupper())
        for cut in range(_PART, len(text) - _PART + 1)
    )


def _is_tail(of_language: Lexicon, tail: str, *, capital: bool) -> bool:
    if tail in typed_words("context", "surname_endings", "all"):
        return False
    if capital and of_language.language == "de":
        tail = tail.capitalize()
    return tail in of_language.words and (len(tail) > _PART or tail in of_language.common)


def _is_head(of_language: Lexicon, text: str, cut: int) -> bool:
    head = text[:cut]
    for link in _LINKS[of_language.language]:
        stem = head.removesuffix(link) if link else head
        if len(stem) >= _PART and head.endswith(link) and _is_part(of_language, stem):
            return True
    return False


def _is_part(of_language: Lexicon, stem: str) -> bool:
    if stem.lower() in of_language.words:
        return True
    if of_language.language != "de":
        return False
    return stem.capitalize() in of_language.words or stem.lower() + "en" in of_language.words  # Lern-zentrum
