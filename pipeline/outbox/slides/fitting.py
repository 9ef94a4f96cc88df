"""How much room a text takes on a slide, so that what is said fits and stays large enough to read.

No font is measured, because it may not be on this machine: letters have a careful width each, as in Calibri.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SMALLEST = 18  # points; the smallest that one reads from the back of a room
EMU_PER_POINT = 12_700
LINE_HEIGHT = 1.22
BOLDER = 1.04

_WIDTHS = (
    (0.27, "ijlI',. \u00a0|:;\u2018\u2019·!()[]ıİ"),
    (0.36, "rtJf-{}"),
    (0.42, "cszLşç"),
    (0.68, "DGHNOQUÖÜØ&"),
    (0.74, "w%…"),
    (0.86, "mM"),
    (0.92, "W@—"),
)
_WIDTH_OF = {letter: width for width, letters in _WIDTHS for letter in letters}
_BREAKING_HYPHEN = re.compile(r"-(?!\d)")
_WORD = re.compile(r"(?:\S|\u00a0)+")  # a hard space keeps a date on one line
_USUAL = 0.54
_WIDE_FROM = 0x1100  # from here on letters may be as wide as they are high
_WIDE = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph on a slide; a size of 0 or an empty colour is what its place has by itself.

    `before` is the room above it in points. `marker` is `bullet`, `number` or `none`; empty leaves it to its place.
    """

    text: str
    size: float = 0
    bold: bool = False
    colour: str = ""
    align: str = ""
    before: float = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Fit:
    """The size that was chosen, and whether the text fits at it."""

    size: int
    fits: bool


def words_of(text: str) -> list[str]:
    """What is never parted over two lines."""
    return _WORD.findall(text)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    ems = sum(_WIDTH_OF.get(letter, _USUAL if ord(letter) < _WIDE_FROM else _WIDE) for letter in text)
    return ems * size * (BOLDER if bold else 1)


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the longest word is, in points; a hyphen may end a line, but not within a code."""
    words = words_of(_BREAKING_HYPHEN.sub("- ", text).replace("/", "/ "))
    return max((text_width(word, size, bold=bold) for word in words), default=0)


def line_count(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """Over how many lines of `width` points the text runs."""
    space = text_width(" ", size, bold=bold)
    lines, reached = 1, 0.0
    for word in words_of(text):
        length = text_width(word, size, bold=bold)
        if reached and reached + space + length > width:
            lines, reached = lines + 1, 0.0
        reached += (space if reached else 0) + length
        lines += int((reached - 1) // width) if reached > width else 0
    return lines


def texts_height(texts: Sequence[Text], width: float) -> float:
    """How high the paragraphs are together in `width` points, each at its own size."""
    height = 0.0
    for text in texts:
        lines = line_count(text.text, text.size, width, bold=text.bold)
        height += text.before + lines * text.size * LINE_HEIGHT
    return height


def words_fit(texts: Sequence[Text], width: float) -> bool:
    """Whether no word has to be broken in `width` points."""
    return all(longest_word(text.text, text.size, bold=text.bold) <= width for text in texts)


def texts_fit(texts: Sequence[Text], width: float, height: float) -> bool:
    """Whether the paragraphs fit in `width` by `height` points."""
    return words_fit(texts, width) and texts_height(texts, width) <= height


def largest(sizes: Sequence[int], fits: Callable[[int], bool]) -> Fit:
    """The first of `sizes`, from large to small, that fits; the last one when none does."""
    for size in sizes:
        if fits(size):
            return Fit(size, fits=True)
    return Fit(sizes[-1], fits=False)


def sizes_from(size: float) -> tuple[int, ...]:
    """The sizes to try, from `size` down to the smallest."""
    steps = (60, 54, 48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, SMALLEST)
    first = max(int(size), SMALLEST)
    return (first, *(step for step in steps if step < first))
