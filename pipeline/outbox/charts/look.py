"""How our charts look: their colours, letters and axes, the same for each kind of chart."""

from dataclasses import dataclass
from typing import Any, Final

from pipeline.outbox.normalising import legal

COLOURS: Final = ("08415C", "4C8FB0", "A9CCE0", "5B6770", "C5CCD0", "7A4E2D")
"""One colour a series, dark to light, apart in grey too; each bar has a dark edge besides."""

BANDS: Final = ("08415C", "4C8FB0", "A9CCE0")
"""Front, middle and back: one hue, from dark to light, so that being at the back looks like no fault."""

OPEN_ENDED: Final = "F0F0F0"
"""What was not answered."""

INK: Final = "1F2A30"
EDGE: Final = "08415C"
GRID: Final = "D9E2E7"
FONT: Final = "Calibri"
LETTERS_ON: Final = {"08415C": "FFFFFF", "4C8FB0": "000000"}
"""The letters on a dark colour; on any other they are of ink."""

_TITLE_ROOM, _MARGIN, _UNDER_AXIS = 1.0, 0.3, 0.6  # cm
_THREE_LINES = 0.137  # cm a point: the numbers, the axis' title and the legend
_SLIDE_HEIGHT = 10.5  # cm


@dataclass(frozen=True, slots=True)
class Room:
    """What is laid out by hand.

    `names` is the part of the width for what stands on the left, `height` that of the chart in cm on a page, `letters`
    the size of those below.
    """

    names: float
    height: float
    letters: int


def font(size: int, *, bold: bool = False, colour: str = INK) -> dict[str, Any]:
    """Letters as XlsxWriter wants to have them described."""
    return {"name": FONT, "size": size, "bold": bold, "color": f"#{colour}"}


def font_on(colour: str, size: int) -> dict[str, Any]:
    """Letters that can be read on `colour`."""
    return font(size, colour=LETTERS_ON.get(colour, INK))


def said(text: str) -> str:
    """A title that XlsxWriter does not take for a formula."""
    clean = " ".join(legal(text).split())
    return f" {clean}" if clean.startswith("=") else clean


def dress(made: Any, title: str, *, legend: bool, size: int = 10) -> None:
    """Title, ground and legend of a chart of XlsxWriter; on a slide that bears the title, the chart has none."""
    bold = font(size + 2, bold=True)
    made.set_title({"name": said(title), "name_font": bold, "overlay": False} if title else {"none": True})
    made.set_chartarea({"border": {"none": True}, "fill": {"color": "#FFFFFF"}})
    made.set_plotarea({"fill": {"none": True}})
    made.set_legend({"position": "bottom", "font": font(size)} if legend else {"none": True})


def set_out(made: Any, title: str, room: Room) -> None:
    """Give the axes their room by hand: Office and LibreOffice leave less to many lanes."""
    height = room.height if title else _SLIDE_HEIGHT
    top = (_TITLE_ROOM if title else _MARGIN) / height
    below = min((_UNDER_AXIS + _THREE_LINES * room.letters) / height, 0.27)
    layout = {"x": room.names, "y": top, "width": 0.97 - room.names, "height": 1 - top - below}
    made.set_plotarea({"fill": {"none": True}, "layout": layout})


def width(title: str) -> int:
    """How wide a chart is, in points: with a title it stands on a page, without on a slide that bears the title."""
    return 450 if title else 820


def name_axis(size: int = 10) -> dict[str, Any]:
    """The axis along which the names stand."""
    return {
        "num_font": font(size),
        "line": {"color": f"#{INK}", "width": 0.75},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "interval_unit": 1,
        "major_gridlines": {"visible": False},
    }


def number_axis(title: str, size: int = 10, *, lying: bool = True) -> dict[str, Any]:
    """The axis along which is counted; `lying` has it level."""
    return {
        "name": said(title),
        "name_font": font(size) | ({} if lying else {"rotation": -90}),
        "num_font": font(size),
        "num_format": "0",
        "major_gridlines": {"visible": True, "line": {"color": f"#{GRID}", "width": 0.75}},
        "line": {"none": True},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "min": 0,
    }


def unit(maximum: int) -> int:
    """A round distance between the lines of a scale of points, so that ten to twenty of them are drawn at most."""
    return next((step for step in (10, 20, 50, 100) if maximum <= 15 * step), 500)
