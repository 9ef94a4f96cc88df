"""Everyday words that are also names (Roos, Work, Beer): alone they name nobody for certain.

The list holds such as open a sentence, or stand in the name of a room or a programme. One that is missing costs a
team a question too many; one too many costs a question that is not asked.
"""

import tomllib
from functools import cache
from importlib.resources import files

from pipeline.anonymise.folding import spelled_out, words


@cache
def everyday_words() -> frozenset[str]:
    """The words of all three languages, folded."""
    lists = tomllib.loads(files("pipeline.anonymise").joinpath("everyday.toml").read_text(encoding="utf-8"))
    return frozenset(
        word for text in lists.values() for spelling in (text, spelled_out(text)) for word in words(spelling)
    )
