"""In which language a text is, by the small words that only one of the three has."""

import re
from collections import Counter
from functools import cache

from pipeline.language.catalogue import LANGUAGES, catalogue

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000  # signs: more of a text tells nothing new


def guessed_language(text: str, otherwise: str) -> str:
    """nl, en or de; `otherwise` where the text does not tell."""
    words = Counter(word.lower() for word in _WORD.findall(text[:_ENOUGH]))
    hits = {language: sum(words[word] for word in _small_words(language)) for language in LANGUAGES}
    most = max(hits.values())
    found = [language for language, number in hits.items() if number == most]
    return found[0] if len(found) == 1 else otherwise


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(catalogue(language).many("reading.language.small_words"))
