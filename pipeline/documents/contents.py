"""The plain values a document is made of: pages, decks, blocks of text, tables and charts.

Nothing here knows Office. Texts are final: in the reader's language, with no name in them.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A short list; on a slide five lines at the most."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A box with a heading and a few words; `mark` is a number or a clock time that stands out."""

    heading: str
    text: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Boxes side by side, or in rows when there are more than three."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; `alt` says what it holds for who cannot see it."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Big:
    """A sentence in large type, with a line above it (`kicker`) and what to do below (`action`)."""

    text: str
    kicker: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Space:
    """An empty place, framed, for what comes later; `text` stands in it."""

    text: str
    alt: str


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers of a chart; `unanswered` counts who gave no answer, and is drawn as paper."""

    name: str
    values: tuple[float | None, ...]
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart with a bar per category; native and editable wherever it is put.

    On a slide, whose own title says it, a chart has an empty title: then its letters are larger.
    When it is `stacked`, the series are parts of one whole and lie end to end.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    value_title: str
    alt: str
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """How far one got; `band` is the place of its band in the chart's names.

    `not_answered` is what might have come on top, had everything been answered.
    """

    label: str
    total: int
    band: int
    not_answered: int = 0


@dataclass(frozen=True, slots=True)
class LaneChart:
    """A track with a lane for each, in the order given: the best first.

    `bands` are the names of the bands, from front to back; `not_answered` names the last part of a lane.
    """

    title: str
    lanes: tuple[Lane, ...]
    maximum: int
    bands: tuple[str, ...]
    not_answered: str
    value_title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One total without whose it is; `band` is the place of its band in the chart's names."""

    total: int
    band: int


@dataclass(frozen=True, slots=True)
class DotField:
    """A dot for each total, those of the same total on top of each other.

    `bands` are the names of the bands, from front to back; `count_title` says what the height counts.
    """

    title: str
    dots: tuple[Dot, ...]
    maximum: int
    bands: tuple[str, ...]
    value_title: str
    count_title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is a chapter of the page. On paper it may begin a `new_page`."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """A box beside what follows on a page, for what one keeps in view: a heading, a text and numbered points."""

    heading: str
    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """So many empty lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table or a chart on a page: `label` says which, and each label is counted by itself."""

    label: str
    text: str


Chart: TypeAlias = BarChart | LaneChart | DotField
Block: TypeAlias = Paragraph | Points | Cards | Grid | Big | Space | Chart | Heading
PageBlock: TypeAlias = Block | Aside | Ruled | Caption
"""What a page can hold: all that a slide can, and what only paper serves for."""


class Look(Enum):
    """Which layout a slide asks of the house style."""

    TITLE = "title"
    SECTION = "section"
    CONTENT = "content"
    OPEN = "open"  # a title, and room for boxes, tables and large sentences
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Notes:
    """What the moderator finds under a slide.

    `minutes` is how long the slide is on; 0 says that it goes with the one before it.
    """

    say: tuple[str, ...]
    minutes: int = 0
    if_needed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; its title is unique in the deck, `subtitle` stands small under it."""

    look: Look
    title: str
    notes: Notes
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a deck, as PowerPoint shows it on the left."""

    title: str
    slides: tuple[Slide, ...]


@dataclass(frozen=True, slots=True)
class NotesLabels:
    """The words that stand before each part of the notes, in the deck's language.

    `together` stands for the minutes of a slide that goes with the one before it.
    """

    say: str
    minutes: str
    if_needed: str
    together: str


@dataclass(frozen=True, slots=True)
class Deck:
    """A slide deck; `language` is nl, en or de, `footer` stands small on each slide."""

    title: str
    language: str
    sections: tuple[Section, ...]
    labels: NotesLabels
    footer: str = ""

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)


class Density(Enum):
    """How close a page is set: as the template has it, closer, or as close as still reads well."""

    OPEN = "open"
    CLOSE = "close"
    CLOSEST = "closest"


@dataclass(frozen=True, slots=True)
class Cover:
    """What a title page tells under its title: lines with a label and what it says, and a word to whoever reads on."""

    lines: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A Word document; `language` is nl, en or de, `footer` stands on each page.

    With a `cover` its title has a page of its own. `contents` is the heading of the table of contents; there is none
    where that is empty.
    """

    title: str
    language: str
    blocks: tuple[PageBlock, ...]
    subtitle: str = ""
    footer: str = ""
    density: Density = Density.OPEN
    cover: Cover | None = None
    contents: str = ""
