"""The plain values of cards to print and cut out: what stands on a card, and how many go on a page."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from pipeline.documents.contents import Page


class OnAPage(IntEnum):
    """How many cards an A4 page is cut into."""

    TWO = 2
    FOUR = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A few words in large type, with what they are about above them."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """A card with some lines to take in one by one."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A card with one sentence to read aloud; `question` stands above it, and a `mark` where it asks for attention."""

    text: str
    question: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """A card with boxes to tick; `blanks` are the labels of what is filled in by hand below them."""

    instruction: str
    labels: tuple[str, ...]
    blanks: tuple[str, ...] = ()


CardBody: TypeAlias = Lines | Sentence | Boxes


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One card; `foot` stands small at the bottom."""

    heading: str
    body: CardBody
    foot: str = ""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """Cards to print; `guide` is the page before them that says what to do, and gives title and language."""

    guide: Page
    cards: tuple[PaperCard, ...]
    on_a_page: OnAPage


def filling_pages(number: int, on_a_page: OnAPage) -> int:
    """So many cards or a few more, so that the last page is full."""
    return -(-number // on_a_page) * on_a_page
