"""A track with a lane for each total, coloured by its band, the best on top (M56, M60, G21)."""

from typing import Any

from pipeline.documents.contents import Lane, LaneChart
from pipeline.outbox.charts.look import (
    BANDS,
    EDGE,
    OPEN_ENDED,
    Room,
    dress,
    font_on,
    name_axis,
    number_axis,
    set_out,
    unit,
    width,
)
from pipeline.outbox.normalising import legal

_LABELS = ((8, 12), (10, 11))  # on a page: (lanes at the most, points)
_LABELS_ON_SLIDE = ((8, 16), (12, 14), (16, 12))
_SMALLEST_LABEL = 10
_LETTERS, _LETTERS_ON_SLIDE = 10, 13
_MANY = 16  # lanes


def drawn_lanes(book: Any, chart: LaneChart, sheet: str) -> Any:
    """The chart as XlsxWriter draws it: one series a band, and one for what was not answered."""
    made = book.add_chart({"type": "bar", "subtype": "stacked"})
    last, size = len(chart.lanes), _label_size(chart)
    for column, (_, colour) in enumerate(_series(chart), 1):
        made.add_series(
            {
                "name": [sheet, 0, column],
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, column, last, column],
                "fill": {"color": f"#{colour}"},
                "border": {"color": f"#{EDGE}", "width": 0.75},
                "gap": 25 if size > _SMALLEST_LABEL else 15,
                "overlap": 100,
            }
            | ({"data_labels": _labels(colour, size)} if colour != OPEN_ENDED else {})
        )
    letters = _LETTERS if chart.title or last > _MANY else _LETTERS_ON_SLIDE
    dress(made, chart.title, legend=True, size=letters)
    set_out(made, chart.title, Room(_names_room(chart, size), lanes_room(chart), letters))
    made.set_y_axis(name_axis(size) | {"reverse": True, "crossing": "max"})
    made.set_x_axis(number_axis(chart.value_title, letters) | {"max": chart.maximum, "major_unit": unit(chart.maximum)})
    return made


def write_lanes(sheet: Any, chart: LaneChart) -> None:
    """Its numbers: a row for each lane, the total in the column of its band."""
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(_series(chart)), 26)
    for column, (name, _) in enumerate(_series(chart), 1):
        sheet.write_string(0, column, legal(name))
    for row, lane in enumerate(chart.lanes, 1):
        sheet.write_string(row, 0, legal(lane.label))
        sheet.write_number(row, 1 + lane.band, lane.total)
        if lane.not_answered:
            sheet.write_number(row, 1 + len(chart.bands), lane.not_answered)


def lanes_height(chart: LaneChart) -> float:
    """How high the chart should be, in cm, at a width of 16; however many lanes, no higher than a page."""
    return min(lanes_room(chart), 21.0)


def lanes_room(chart: LaneChart) -> float:
    """How high the chart should be, in cm, where nothing ends below."""
    return max(2.7 + 0.42 * len(chart.lanes), 6.5)


def _series(chart: LaneChart) -> list[tuple[str, str]]:
    """The name and colour of each series; what was not answered only where something was not."""
    series = list(zip(chart.bands, BANDS, strict=True))
    return [*series, (chart.not_answered, OPEN_ENDED)] if any(map(_is_open, chart.lanes)) else series


def _is_open(lane: Lane) -> bool:
    return lane.not_answered > 0


def _labels(colour: str, size: int) -> dict[str, Any]:
    """The total in its lane; a nought would lie on the name before it, and an empty lane says it too."""
    return {"value": True, "position": "inside_end", "font": font_on(colour, size), "num_format": "0;;"}


def _label_size(chart: LaneChart) -> int:
    sizes = _LABELS if chart.title else _LABELS_ON_SLIDE
    return next((size for most, size in sizes if len(chart.lanes) <= most), _SMALLEST_LABEL)


def _names_room(chart: LaneChart, size: int) -> float:
    """The part of the width that the names take."""
    letters = max((len(lane.label) for lane in chart.lanes), default=0)
    return min(0.03 + 0.55 * letters * size / width(chart.title), 0.4)
