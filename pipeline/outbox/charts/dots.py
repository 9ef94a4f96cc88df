"""A field of dots: one for each total, those of the same total on top of each other, no code beside any (M56, G21).

Each row of the numbers is a dot: its total, and its height in the column of its band. So all series are equally long,
without which LibreOffice leaves some out.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pipeline.documents.contents import DotField
from pipeline.outbox.charts.look import BANDS, EDGE, Room, dress, number_axis, set_out, unit, width
from pipeline.outbox.normalising import legal

_SIZE, _SIZE_ON_SLIDE = 11, 14
_SHAPES = ("circle", "square", "diamond")
_ROOM_UP, _ROOM_UP_ON_SLIDE = 120, 200  # points within the axes
_PART_ACROSS = 0.78  # of the width, with a little air between the dots
_LARGEST_DOT, _SMALLEST_DOT = 18, 3
_STEP = 5  # the smallest distance between two totals


def drawn_dots(book: Any, chart: DotField, sheet: str) -> Any:
    """The chart as XlsxWriter draws it: one series a band, each with a shape of its own."""
    made = book.add_chart({"type": "scatter"})
    last = len(chart.dots)
    for column, (colour, shape) in enumerate(zip(BANDS, _SHAPES, strict=True), 1):
        marker = {
            "type": shape,
            "size": _dot_size(chart),
            "fill": {"color": f"#{colour}"},
            "border": {"color": f"#{EDGE}", "width": 0.75},
        }
        made.add_series(
            {
                "name": [sheet, 0, column],
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, column, last, column],
                "marker": marker,
            }
        )
    dress(made, chart.title, legend=True, size=_size(chart))
    set_out(made, chart.title, Room(0.09, dots_height(chart), _size(chart)))
    made.set_x_axis(_across(chart))
    made.set_y_axis(_up(chart))
    return made


def write_dots(sheet: Any, chart: DotField) -> None:
    """Its numbers: a row for each dot."""
    sheet.set_column(0, len(chart.bands), 26)
    for column, name in enumerate((chart.value_title, *chart.bands)):
        sheet.write_string(0, column, legal(name))
    for row, (total, height, band) in enumerate(_placed(chart), 1):
        sheet.write_number(row, 0, total)
        sheet.write_number(row, 1 + band, height)


def dots_height(chart: DotField) -> float:
    """How high the chart should be, in cm, at a width of 16: the dots of one total need their room."""
    return min(max(7.0, 3.6 + 0.25 * _highest(chart)), 9.0)


def _placed(chart: DotField) -> Iterator[tuple[int, int, int]]:
    """Total, height and band of each dot."""
    heights = Counter[int]()
    for dot in chart.dots:
        heights[dot.total] += 1
        yield dot.total, heights[dot.total], dot.band


def _highest(chart: DotField) -> int:
    return max(Counter(dot.total for dot in chart.dots).values(), default=1)


def _dot_size(chart: DotField) -> int:
    across = _PART_ACROSS * width(chart.title) * _STEP / (chart.maximum + 2 * unit(chart.maximum))
    up = 0.85 * (_ROOM_UP if chart.title else _ROOM_UP_ON_SLIDE) / _scale(chart)[0]
    return int(min(max(min(up, across), _SMALLEST_DOT), _LARGEST_DOT))


def _size(chart: DotField) -> int:
    return _SIZE if chart.title else _SIZE_ON_SLIDE


def _across(chart: DotField) -> dict[str, Any]:
    """The scale with a step of room at both ends, unnumbered: else the dots at nought lie on the count."""
    step = unit(chart.maximum)
    return number_axis(chart.value_title, _size(chart)) | {
        "min": -step,
        "max": chart.maximum + step,
        "major_unit": step,
        "num_format": f'[<0]"";[>{chart.maximum}]"";0',
        "crossing": "min",
        "line": {"color": f"#{EDGE}", "width": 0.75},
    }


def _up(chart: DotField) -> dict[str, Any]:
    whole, step = _scale(chart)
    return number_axis(chart.count_title, _size(chart), lying=False) | {"max": whole, "major_unit": step}


def _scale(chart: DotField) -> tuple[int, int]:
    """Where the count ends, and how far its lines lie apart."""
    highest = max(_highest(chart) + 1, 4)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if highest <= 8 * step)
    return -(-highest // step) * step, step
