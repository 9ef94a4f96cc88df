"""What stands on a slide: filled placeholders, boxes, tables and charts, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from pipeline.documents.contents import Chart
from pipeline.outbox.slides.fitting import EMU_PER_POINT, Text


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a slide, in EMU (12,700 to the point)."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.top + self.height

    def points(self, inset: int = 0) -> tuple[float, float]:
        """Width and height in points, without `inset` EMU on every side."""
        return (self.width - 2 * inset) / EMU_PER_POINT, (self.height - 2 * inset) / EMU_PER_POINT

    def below(self, top: int) -> "Area":
        """The part of it that lies below `top`."""
        return Area(self.left, max(top, self.top), self.width, max(self.bottom - max(top, self.top), 0))


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place that a layout keeps for something; `size` is its own type size, `bold` whether it is bold by itself."""

    kind: str
    index: int
    area: Area
    size: float
    bold: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A placeholder with its text; with an `area` it is put elsewhere than the layout has it."""

    placeholder: Placeholder
    texts: tuple[Text, ...]
    area: Area | None = None
    is_slide_number: bool = False
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with text; without text it is decoration. `alt` says what it is to who cannot see it."""

    name: str
    area: Area
    texts: tuple[Text, ...] = ()
    fill: str = ""
    line: str = ""
    dashed: bool = False
    anchor: str = "t"
    inset: int = 0
    alt: str = ""
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with the colour behind it."""

    text: Text
    fill: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row is its header; `widths` are of its columns, `heights` of its rows."""

    name: str
    area: Area
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    line: str
    alt: str
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """The place of a native chart."""

    area: Area
    chart: Chart


Shape: TypeAlias = Filled | Box | Table | ChartFrame
