"""How large the words of a card can be: as large as the card has room for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final, assert_never
from unicodedata import east_asian_width

from pipeline.documents.walk.card_sheets import Boxes, Lines, OnAPage, PaperCard, Sentence

POINT: Final = 20
"""Lengths are in twentieths of a point, as Word counts."""

DARK, INK, GREY = "08415C", "1F2A30", "4A5A63"
_LETTER, _BOLD_LETTER = 0.46, 0.48  # of its size: how wide a letter of Calibri is, in the widest of our texts
_LINE = 1.23  # of its size: how high a line is
_ROUND_A_LINE = 9  # points that a frame or a line keeps free around it
_WIDE = "MW@%\N{EM DASH}"
_BOXES_IN_A_ROW = 5
_LARGEST_IN_A_BOX = 18  # points: in larger ones five boxes are wider than a card


@dataclass(frozen=True, slots=True)
class Shape:
    """A card on the page: its size, the white along its edges, and how large its words may be, in points."""

    columns: int
    width: int
    height: int
    padding: int
    sizes: tuple[int, ...]

    @property
    def room(self) -> int:
        """How wide a line may be."""
        return self.width - 2 * self.padding


SHAPES: Final = {
    OnAPage.TWO: Shape(1, 10772, 7640, 850, (40, 36, 32, 28, 26, 24)),
    OnAPage.FOUR: Shape(2, 5386, 7640, 480, (20, 19, 18, 17, 16, 15, 14, 13, 12, 11)),
}
"""A4 in halves and in quarters, within white edges of a centimetre or more, where printers print nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a card; `size`, `before` and `after` in points.

    With `framed`, each of its parts, set apart by tabs, has a frame; with `blank`, a line to write on follows.
    """

    text: str
    size: int
    before: int = 0
    after: int = 0
    colour: str = INK
    bold: bool = False
    heading: bool = False
    framed: bool = False
    blank: bool = False
    ruled: bool = False

    def height(self, width: int) -> float:
        """How much of a card's height it takes."""
        letters = max(1, int(width / ((_BOLD_LETTER if self.bold else _LETTER) * self.size * POINT)))
        lines = 1 if self.framed else len(wrap("".join(map(_counted, self.text)), letters))
        line = _ROUND_A_LINE if self.framed or self.ruled else 0
        return POINT * (self.before + self.after + line + lines * self.size * _LINE)


def fitting(card: PaperCard, shape: Shape) -> Sequence[Text]:
    """The paragraphs of the card, in the largest size with which it stays within its height.

    In the smallest one a card may grow, for no word is ever left out.
    """
    room = shape.height - shape.padding
    tries = [tuple(text for text in _texts(card, size) if text.text) for size in shape.sizes]
    return next((texts for texts in tries if sum(text.height(shape.room) for text in texts) <= room), tries[-1])


def _texts(card: PaperCard, size: int) -> Iterator[Text]:
    match card.body:
        case Lines(lines):
            yield _heading(card, 20)
            for line in lines:
                yield Text(line.about, 11, before=8, colour=GREY, bold=True)
                yield Text(line.text, size)
            yield Text(card.foot, 11, before=14, ruled=True)
        case Sentence(text, question, mark):
            yield _heading(card, 18)
            yield Text(mark, 20, before=16, bold=True, framed=True)
            yield Text(question, 18, before=14, colour=GREY, bold=True)
            yield Text(text, size, before=10, after=14, colour=DARK, bold=True)
            yield Text(card.foot, 20, bold=True)
        case Boxes(instruction, labels, blanks):
            yield _heading(card, 20)
            yield Text(instruction, 14, before=6, after=8)
            for first in range(0, len(labels), _BOXES_IN_A_ROW):
                figures, air = min(size, _LARGEST_IN_A_BOX), 2 * size // 3
                yield Text("\t".join(labels[first : first + _BOXES_IN_A_ROW]), figures, air, air, framed=True)
            for label in blanks:
                yield Text(label, 12, before=24, blank=True)
            yield Text(card.foot, 11, before=12, colour=GREY)
        case _:
            assert_never(card.body)


def _counted(sign: str) -> str:
    """A sign as wide as two, twice."""
    return 2 * sign if sign in _WIDE or east_asian_width(sign) in {"W", "F"} else sign


def _heading(card: PaperCard, size: int) -> Text:
    return Text(card.heading, size, colour=DARK, bold=True, heading=True)
