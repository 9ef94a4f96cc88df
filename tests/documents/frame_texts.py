"""An invented team's frame of reference in three languages, as long as one asks, and the version before it.

`frames/` holds the definition and the four conditions, a sentence on each line.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import Lead

AGREED_ON = date(2027, 10, 14)
_FOLDER = Path(__file__).parent / "frames"


def frame(language: str, sentences: int = 4) -> FrameOfReference:
    """A frame with so many sentences in each of its five texts."""
    return _frame([" ".join(text[:sentences]) for text in _sentences(language)], 2, AGREED_ON)


def frame_of(language: str, words: int) -> FrameOfReference:
    """A frame of exactly so many words, its five texts equally long."""
    texts = [" ".join(text).split() for text in _sentences(language)]
    share, over = divmod(words, len(texts))
    cut = [" ".join(text[: share + (place < over)]) for place, text in enumerate(texts)]
    return _frame(cut, 2, AGREED_ON)


def former_frame(language: str) -> FrameOfReference:
    """What the team agreed on a year before."""
    return _frame([" ".join(text) for text in _sentences(f"{language}-before")], 1, date(2026, 10, 15))


@cache
def _sentences(name: str) -> Sequence[Sequence[str]]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(tuple(part.splitlines()) for part in text.strip().split("\n\n"))


def _frame(texts: Sequence[str], version: int, agreed_on: date) -> FrameOfReference:
    definition, first, second, third, fourth = texts
    return FrameOfReference(
        definition,
        (first, second, third, fourth),
        version,
        agreed=True,
        agreed_on=agreed_on,
        authors=(Lead("KTM-473"), Lead("AHR-219")),
    )
