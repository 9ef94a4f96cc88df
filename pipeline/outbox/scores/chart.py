"""The chart that moves along with the score sheet, on a sheet of its own that fits a shared screen (M56, M60, G21).

Up to 24 codes each have a lane, more are dots on top of each other; without codes there are columns that count.
"""

from dataclasses import dataclass
from typing import Any

from pipeline.documents.walk.score_sheet import MOST_LANES, ScoreSheet
from pipeline.outbox.charts.look import BANDS as COLOURS
from pipeline.outbox.charts.look import EDGE, INK, OPEN_ENDED, dress, font, name_axis, number_axis, said, unit
from pipeline.outbox.scores.order import ACROSS, FRONT, LABEL, TO_GO, UP_FRONT
from pipeline.ttr.programme import Walk
from pipeline.ttr.walk_figures import BANDS

WIDTH, HEIGHT = 1240, 470
"""In pixels: with the rows above it, what a laptop shows below Excel's ribbon."""

_SIZE = 13
_SHAPES = ("circle", "square", "diamond")
_LANE_LETTERS = ((10, 15), (16, 13), (MOST_LANES, 10))
_DOT_SIZES = ((40, 15), (80, 11), (200, 8))
_COUNT_STEPS = ((40, 1), (80, 2), (200, 5), (500, 20))
_SMALLEST_DOT, _LARGEST_STEP = 5, 50
_MOST_NUMBERS = 25


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the numbers of a chart stand: on which sheet, and how many rows below its header."""

    tab: str
    rows: int

    def column(self, column: int) -> list[object]:
        return [self.tab, 1, column, self.rows, column]


def live_chart(book: Any, sheet: ScoreSheet, rows: int) -> Any:
    """The chart as XlsxWriter draws it, from `rows` rows of the sheet that is not seen."""
    source = _Source(sheet.texts["order.tab"], rows)
    if sheet.walk is Walk.ONESELF:
        made = _groups(book, sheet, source)
    elif sheet.walk is Walk.ANONYMOUS:
        made = _columns(book, sheet, source)
    else:
        made = _lanes(book, sheet, source) if sheet.lanes else _dots(book, sheet, source)
    made.set_size({"width": WIDTH, "height": HEIGHT})
    made.show_hidden_data()
    return made


def _lanes(book: Any, sheet: ScoreSheet, source: _Source) -> Any:
    made = book.add_chart({"type": "bar", "subtype": "stacked"})
    names = (*_band_names(sheet), sheet.texts["chart.to_go"])
    for column, name, colour in zip(range(FRONT, TO_GO + 1), names, (*COLOURS, OPEN_ENDED), strict=True):
        made.add_series(
            {
                "name": name,
                "categories": source.column(LABEL),
                "values": source.column(column),
                "fill": {"color": f"#{colour}"},
                "border": {"color": f"#{EDGE}", "width": 0.75},
                "gap": 35,
                "overlap": 100,
            }
        )
    dress(made, "", legend=True, size=_SIZE)
    letters = _first(_LANE_LETTERS, len(sheet.rows), _LANE_LETTERS[-1][1])
    made.set_y_axis(name_axis(letters) | {"reverse": True, "crossing": "max"})
    made.set_x_axis(_scale(sheet) | {"min": 0, "max": sheet.maximum})
    made.set_plotarea(_layout(0.03 + 0.0075 * letters))
    return made


def _dots(book: Any, sheet: ScoreSheet, source: _Source) -> Any:
    made = book.add_chart({"type": "scatter"})
    size = _first(_DOT_SIZES, len(sheet.rows), _SMALLEST_DOT)
    for column, name, colour, shape in zip(
        range(UP_FRONT, UP_FRONT + len(COLOURS)), _band_names(sheet), COLOURS, _SHAPES, strict=True
    ):
        marker = {
            "type": shape,
            "size": size,
            "fill": {"color": f"#{colour}"},
            "border": {"color": f"#{EDGE}", "width": 0.75},
        }
        made.add_series(
            {
                "name": name,
                "categories": source.column(ACROSS),
                "values": source.column(column),
                "marker": marker,
                "line": {"none": True},
            }
        )
    dress(made, "", legend=True, size=_SIZE)
    made.set_x_axis(_roomy_scale(sheet))
    made.set_y_axis(_count(sheet))
    made.set_plotarea(_layout(0.06))
    return made


def _columns(book: Any, sheet: ScoreSheet, source: _Source) -> Any:
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    for column, (name, colour) in enumerate(zip(_band_names(sheet), COLOURS, strict=True), 1):
        made.add_series(_bars(name, source, column, colour))
    dress(made, "", legend=True, size=_SIZE)
    across = name_axis(_SIZE) | {
        "interval_unit": -(-source.rows // _MOST_NUMBERS),
        "name": sheet.texts["kind.value_title"],
    }
    made.set_x_axis(across | {"name_font": font(_SIZE)})
    made.set_y_axis(_count(sheet))
    made.set_plotarea(_layout(0.06))
    return made


def _groups(book: Any, sheet: ScoreSheet, source: _Source) -> Any:
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    made.add_series(_bars(sheet.texts["chart.count"], source, 1, COLOURS[1]) | {"gap": 80})
    dress(made, "", legend=False, size=_SIZE)
    made.set_x_axis(name_axis(_SIZE))
    made.set_y_axis(_count(sheet))
    made.set_plotarea(_layout(0.06, below=0.1))
    return made


def _bars(name: str, source: _Source, column: int, colour: str) -> dict[str, Any]:
    return {
        "name": name,
        "categories": source.column(0),
        "values": source.column(column),
        "fill": {"color": f"#{colour}"},
        "border": {"color": f"#{EDGE}", "width": 0.75},
        "gap": 20,
        "overlap": 100,
    }


def _scale(sheet: ScoreSheet) -> dict[str, Any]:
    return number_axis(sheet.texts["kind.value_title"], _SIZE) | {"major_unit": unit(sheet.maximum)}


def _roomy_scale(sheet: ScoreSheet) -> dict[str, Any]:
    """The scale with room at both ends, unnumbered: else the dots at nought lie on the count."""
    step = unit(sheet.maximum)
    return _scale(sheet) | {
        "min": -step,
        "max": sheet.maximum + step,
        "num_format": f'[<0]"";[>{sheet.maximum}]"";0',
        "crossing": "min",
        "line": {"color": f"#{INK}", "width": 0.75},
    }


def _count(sheet: ScoreSheet) -> dict[str, Any]:
    """How many, without a highest number: it grows along."""
    step = _first(_COUNT_STEPS, len(sheet.rows), _LARGEST_STEP)
    return number_axis(sheet.texts["chart.count"], _SIZE, lying=False) | {"major_unit": step}


def _band_names(sheet: ScoreSheet) -> tuple[str, ...]:
    return tuple(said(sheet.texts[f"band.{one}"]) for one in BANDS)


def _layout(names: float, below: float = 0.2) -> dict[str, Any]:
    """The axes by hand; `names` is the part of the width for what stands on the left."""
    return {"fill": {"none": True}, "layout": {"x": names, "y": 0.03, "width": 0.98 - names, "height": 0.97 - below}}


def _first(steps: tuple[tuple[int, int], ...], count: int, otherwise: int) -> int:
    return next((value for most, value in steps if count <= most), otherwise)
