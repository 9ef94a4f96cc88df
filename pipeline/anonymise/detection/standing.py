"""What the lists say of a word where a name may stand (M90)."""

from enum import Enum
from functools import lru_cache

from pipeline.anonymise.detection.gazetteers import is_name
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.stores import typed_words
from pipeline.anonymise.detection.tokens import Text, Token, token_at
from pipeline.anonymise.everyday import everyday_words
from pipeline.anonymise.folding import folded


class Standing(Enum):
    """Whether it is known as a word, as a name, as both, or not at all."""

    UNKNOWN = "unknown"
    NAME = "name"
    WORD_AND_NAME = "word and name"  # Roos, Mark, Ernst
    WORD = "word"
    ALLOWED = "allowed"  # written with a capital and telling nothing: Teams, Engels


_A_FEW = 3
_THAT = "dat"  # more often begins a clause: ik wil dat mulder kijkt
MAY_BE_A_NAME = frozenset((Standing.UNKNOWN, Standing.NAME, Standing.WORD_AND_NAME))


@lru_cache(maxsize=1 << 16)
def standing(word: str, language: str) -> Standing:
    """What a word is, whatever capital it is written with."""
    if lexicon(language).is_allowed(word):
        return Standing.ALLOWED
    called = is_name(word)
    if is_everyday(word, language):
        also = called or (folded(word) in everyday_words() and not is_frequent(word, language))
        return Standing.WORD_AND_NAME if also else Standing.WORD
    return Standing.NAME if called else Standing.UNKNOWN


@lru_cache(maxsize=1 << 16)
def is_everyday(word: str, language: str) -> bool:
    """Whether the language has the word, for something else than a person."""
    spellings = {word.lower(), word.capitalize()} if language == "de" else {word.lower()}
    words = lexicon(language)
    return folded(word) in everyday_words() or any(words.is_word(spelling) for spelling in spellings)


@lru_cache(maxsize=1 << 16)
def is_frequent(word: str, language: str) -> bool:
    """Whether the word stands on every page."""
    spellings = {word.lower(), word.capitalize()} if language == "de" else {word.lower()}
    return any(lexicon(language).known(spelling) is Known.FREQUENT for spelling in spellings)


def is_determined(text: Text, word: Token) -> bool:
    """Whether an article or the like stands before it: the storm, ein Engel."""
    at = token_at(text, word.start)
    before = text.tokens[at - 1].plain.lower() if at else ""
    return before != _THAT and before in typed_words("context", "determiners", text.language)


def capital_tells(word: Token, language: str) -> bool:
    """Whether a capital within a sentence is that of a name: in German only where the word is no noun."""
    return language != "de" or not lexicon(language).is_word(word.plain)


def is_shouting(text: Text, at: int) -> bool:
    """Whether the words around are all in capitals, so that those tell nothing."""
    around = [token for token in text.tokens[max(0, at - 4) : at + 5] if len(token.plain) > 1]
    return len(around) > _A_FEW and sum(token.plain.isupper() for token in around) > len(around) * 0.7
