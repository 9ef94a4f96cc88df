"""How texts are put together and begun, and how much of a longer one is told where there is little room."""

import re

from pipeline.language.catalogue import Catalogue

SHORT = 160
"""Signs; up to so many a text is told whole."""

_FEWEST = 30
_END = re.compile(r"(\w*)([.!?…]+)[\"'\u201c\u201d\u2018\u2019)\]]*\s+(?=\S)")


def begun(text: str) -> str:
    """The text as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def joined(*parts: str | None) -> str:
    """The parts that there are, on one line with a dot between them."""
    return " · ".join(part for part in parts if part)


def opening_sentence(text: str, words: Catalogue) -> str:
    """The text on one line; of a long one its first sentence, or all of it where none can be told apart."""
    whole = " ".join(text.split())
    if len(whole) <= SHORT:
        return whole
    abbreviations = words.many("reading.abbreviations")
    ends = (found.end() for found in _END.finditer(whole) if _closes(found, whole, abbreviations))
    return next((whole[:end].rstrip() for end in ends if end > _FEWEST), whole)


def _closes(found: re.Match[str], text: str, abbreviations: tuple[str, ...]) -> bool:
    """Whether a sentence ends here, and not a number or a shortened word."""
    word = found[1].casefold()
    shortened = found[2] == "." and (word.isdigit() or len(word) <= 1 or word in abbreviations)
    return not shortened and not text[found.end()].islower()
