"""Hides what came in damaged: half a name is a name still (M90)."""

import re
from collections.abc import Iterator

from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.tokens import Text

LOST = "\ufffd"
"""What stands in the place of a sign that could not be read."""

_STRETCH = re.compile(r"\S+")


def damaged_words(text: Text) -> Iterator[Span]:
    """Every word with a sign in it that was lost."""
    if LOST in text.content:
        for found in _STRETCH.finditer(text.content):
            if LOST in found[0]:
                yield Span(found.start(), found.end(), Label.QUASI, rank=Rank.FAILED, wider="placeholder.hidden")
