"""The words by which dates, ages, numbers and the like are recognised, in all three languages at once (M90)."""

import re
from functools import cache

from pipeline.language.catalogue import catalogue, catalogues

_BLANK = r"\s{1,3}"


def cue_words(*keys: str, language: str = "") -> tuple[str, ...]:
    """What stands at `keys` of the room `detect` in every language or in one, in small letters, the longest first."""
    sources = (catalogue(language),) if language else catalogues()
    found = {word.lower() for words in sources for key in keys for word in words.many(f"detect.{key}")}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def any_of(*keys: str) -> str:
    """A pattern for any of them: a blank is any blank, and a star is the rest of a word or, in front, its beginning."""
    return alternatives(cue_words(*keys))


def alternatives(words: tuple[str, ...]) -> str:
    """The same for words that are at hand; a pattern that fits nothing where there are none."""
    return f"(?:{'|'.join(_pattern(word) for word in words)})" if words else "(?!)"


@cache
def unit_behind() -> re.Pattern[str]:
    """What makes the number before it an amount: `hours`, `students`, a percent sign."""
    return re.compile(rf"\s?(?:%|{any_of('units')}(?!\w))")


@cache
def numbered(key: str) -> dict[str, int]:
    """The words of a list by their place in it, from 0, in every spelling; spellings are parted by `|`."""
    return {
        spelling.lower(): number
        for words in catalogues()
        for number, spellings in enumerate(words.many(f"detect.{key}"))
        for spelling in spellings.split("|")
        if spelling
    }


def _pattern(word: str) -> str:
    return _BLANK.join(re.escape(part).replace(r"\*", r"[^\W\d_]{0,30}") for part in word.split())
