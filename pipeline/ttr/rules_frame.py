"""How long a frame of reference is: half a page to one page, which is about 150 to 450 words (M85)."""

from collections.abc import Iterator

from pipeline.findings import Finding, note, stop
from pipeline.ttr.frame import FEWEST_WORDS, MOST_WORDS, FrameOfReference

ABOUT = "frame"


def frame_broken(frame: FrameOfReference) -> Iterator[Finding]:
    """A frame of too many words is to be made shorter; one of few is worth knowing."""
    words = frame.words
    if words > MOST_WORDS:
        yield stop("frame_too_long", frame.place, ABOUT, count=words, most=MOST_WORDS, over=words - MOST_WORDS)
    elif words < FEWEST_WORDS:
        yield note("frame_short", frame.place, ABOUT, count=words, least=FEWEST_WORDS)


def of_pages(pages: int | None, frame: FrameOfReference) -> Iterator[Finding]:
    """How long its document turned out to be; `pages` is None where they could not be counted."""
    if pages is None:
        yield note("frame_length", frame.place, ABOUT, count=frame.words)
    elif pages > 1:
        yield note("frame_pages", frame.place, ABOUT, count=frame.words, pages=pages)
    else:
        yield note("frame_fits", frame.place, ABOUT, count=frame.words)
