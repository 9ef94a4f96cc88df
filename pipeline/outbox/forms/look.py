"""How a blank form looks: calm, in one font, readable on A4 paper and by everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Final

from pipeline.forms.questions import (
    AcademicYear,
    Address,
    CatalogueKey,
    Choice,
    Clock,
    Day,
    Designation,
    Kind,
    Name,
    Number,
    Prose,
    Remark,
)

FONT: Final = "Calibri"
DEEP: Final = "#08415C"
WARM: Final = "#F6F1E7"
LINE: Final = "#CFC6B4"
QUIET: Final = "#595959"
WHITE: Final = "#FFFFFF"
INK: Final = "#1F2933"
NOTE_PAPER: Final = "#FFF8E7"

TEXT: Final = "@"
DAY: Final = "yyyy-mm-dd"
CLOCK: Final = "hh:mm"
WHOLE: Final = "0"

WIDEST_TEXT = 60
_NARROWEST: Mapping[type[Kind], int] = {
    Number: 12,
    Clock: 12,
    Day: 13,
    AcademicYear: 13,
    Choice: 18,
    Name: 23,
    Designation: 23,
    Address: 34,
    Remark: 36,
    Prose: 62,
    CatalogueKey: 62,
}
_LINE_HEIGHT = 15.0
_ROOM = 6.0
# How much wider than the width of its column, in digits, a line of usual letters may be.
_LETTERS_PER_DIGIT = 1.15

_BASE = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter", "text_wrap": True, "indent": 1}
_RULED = {**_BASE, "border": 1, "border_color": LINE}


@dataclass(frozen=True, slots=True)
class Look:
    """The formats of a workbook; XlsxWriter writes equal ones once."""

    workbook: Any
    _made: dict[str, Any] = field(default_factory=dict)

    @property
    def heading(self) -> Any:
        """A header cell."""
        return self._format("heading", _RULED | {"bold": True, "font_color": WHITE, "bg_color": DEEP})

    @property
    def label(self) -> Any:
        """A question, or something else that is ours and locked."""
        return self._format("label", _RULED | {"bg_color": WARM, "num_format": TEXT})

    @property
    def question(self) -> Any:
        """The question beside its answer."""
        return self._format("question", _RULED | {"bg_color": WARM, "bold": True})

    @property
    def quiet(self) -> Any:
        """What explains."""
        return self._format("quiet", _RULED | {"bg_color": WARM, "font_color": QUIET})

    @property
    def example(self) -> Any:
        """The row that shows how it is meant."""
        return self._format(
            "example", _RULED | {"bg_color": WARM, "font_color": QUIET, "italic": True, "num_format": TEXT}
        )

    def answer(self, kind: Kind, *, ruled: bool = True) -> Any:
        """A cell to fill in; without lines below the rows that a blank form offers."""
        told = {"locked": False, "num_format": number_format(kind), "align": "left"}
        look = _RULED | {"bg_color": WHITE} if ruled else _BASE
        return self._format(f"answer {told['num_format']} {ruled}", look | told)

    @property
    def title(self) -> Any:
        """The form's title."""
        return self._format("title", _BASE | {"bold": True, "font_size": 22, "font_color": WHITE, "bg_color": DEEP})

    @property
    def purpose(self) -> Any:
        """What the form is for."""
        return self._format("purpose", _BASE | {"font_size": 13, "bg_color": WARM})

    @property
    def subtitle(self) -> Any:
        """A heading on the page that explains."""
        return self._format("subtitle", _BASE | {"bold": True, "font_size": 14, "font_color": DEEP})

    @property
    def text(self) -> Any:
        """A sentence on the page that explains."""
        return self._format("text", _BASE | {"valign": "top", "align": "left"})

    @property
    def link(self) -> Any:
        """What leads to a sheet."""
        return self._format("link", _BASE | {"bold": True, "font_color": DEEP, "underline": 1})

    def _format(self, name: str, properties: dict[str, Any]) -> Any:
        if name not in self._made:
            self._made[name] = self.workbook.add_format(properties)
        return self._made[name]


def number_format(kind: Kind) -> str:
    """How Excel shows an answer; text stays the text that was typed, also where it begins with an equals sign."""
    match kind:
        case Day():
            return DAY
        case Clock():
            return CLOCK
        case Number():
            return WHOLE
        case _:
            return TEXT


def width(kind: Kind, texts: Iterable[str]) -> int:
    """A column's width in digits: room for its kind, for the longest text, and for the longest word of its header."""
    needed = max((len(text) for text in texts), default=0) + 4
    narrowest = _NARROWEST[type(kind)]
    return min(max(narrowest, needed), max(narrowest, WIDEST_TEXT))


def height(cells: Iterable[tuple[str, float]], size: int = 11) -> float:
    """The height of a row in points, by the text and the width of each of its cells."""
    lines = max((_lines(text, width * 11 / size) for text, width in cells), default=1)
    return lines * _LINE_HEIGHT * size / 11 + _ROOM


def _lines(text: str, width: float) -> int:
    room = width * _LETTERS_PER_DIGIT - 3
    return sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
