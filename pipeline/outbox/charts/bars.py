"""A chart with bars: beside each other, or end to end as parts of a whole."""

import math
from typing import Any

from pipeline.documents.contents import BarChart, Series
from pipeline.outbox.charts.look import COLOURS, EDGE, OPEN_ENDED, dress, font, font_on, name_axis, number_axis
from pipeline.outbox.normalising import legal

_SIZE, _SIZE_ON_SLIDE = 10, 16  # points
_MOST_COLUMNS, _LONGEST_COLUMN_LABEL = 6, 14
_PARTS = COLOURS[:3]


def drawn_bars(book: Any, chart: BarChart, sheet: str) -> Any:
    """The chart as XlsxWriter draws it."""
    lying = lies_down(chart)
    kind = {"type": "bar" if lying else "column"}
    made = book.add_chart(kind | ({"subtype": "stacked"} if chart.stacked else {}))
    last = len(chart.categories)
    for number, series in enumerate(chart.series, 1):
        made.add_series(
            {
                "name": [sheet, 0, number],
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, number, last, number],
                **(_part(series, number) if chart.stacked else _beside(chart, series, number)),
            }
        )
    _dress(made, chart, lying=lying)
    return made


def write_bars(sheet: Any, chart: BarChart) -> None:
    """Its numbers: categories down column A, a column for each series."""
    sheet.set_column(0, 0, min(max(map(len, chart.categories), default=0), 60) + 4)
    sheet.set_column(1, max(len(chart.series), 1), 14)
    for row, category in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, legal(category))
    for column, series in enumerate(chart.series, 1):
        sheet.write_string(0, column, legal(series.name))
        for row, value in enumerate(_values(series, len(chart.categories)), 1):
            if value is not None:
                sheet.write_number(row, column, value)


def lies_down(chart: BarChart) -> bool:
    """Whether the bars lie: many categories or long names are read more easily line by line."""
    longest = max(map(len, chart.categories), default=0)
    return len(chart.categories) > _MOST_COLUMNS or longest > _LONGEST_COLUMN_LABEL


def bars_height(chart: BarChart) -> float:
    """How high the chart should be, in cm, at a width of 16: each bar gets its room, a page holds it."""
    if not lies_down(chart):
        return 8.0
    bars = len(chart.categories) * (1 if chart.stacked else max(len(chart.series), 1))
    wrapped = sum(1 + len(category) // 38 for category in chart.categories)
    return min(max(3.2 + 0.55 * bars + 0.25 * len(chart.categories), 3.2 + 0.6 * wrapped, 5.0), 21.0)


def _beside(chart: BarChart, series: Series, number: int) -> dict[str, Any]:
    return {
        "fill": {"color": f"#{COLOURS[(number - 1) % len(COLOURS)]}"},
        "border": {"color": f"#{EDGE}", "width": 0.75},
        "gap": 60 if len(chart.series) > 1 else 45,
        "overlap": 0,
        "data_labels": {
            "value": True,
            "position": "outside_end",
            "font": font(_size(chart)),
            "num_format": _number_format((series,)),
        },
    }


def _part(series: Series, number: int) -> dict[str, Any]:
    colour = OPEN_ENDED if series.unanswered else _PARTS[(number - 1) % len(_PARTS)]
    return {
        "fill": {"color": f"#{colour}"},
        "border": {"color": f"#{EDGE}", "width": 0.75},
        "gap": 40,
        "overlap": 100,
        "data_labels": {
            "value": True,
            "position": "center",
            "font": font_on(colour, _SIZE),
            "num_format": "0;;",  # a part that is not there has no number
        },
    }


def _dress(made: Any, chart: BarChart, *, lying: bool) -> None:
    dress(made, chart.title, legend=len(chart.series) > 1, size=_size(chart))
    set_names, set_numbers = made.set_x_axis, made.set_y_axis
    if lying:  # XlsxWriter calls what is level the x axis
        set_names, set_numbers = set_numbers, set_names
    set_names(
        name_axis(_size(chart)) | {"reverse": lying} | ({"crossing": "max"} if lying else {})
    )  # the first one on top
    set_numbers(_value_axis(chart))


def _value_axis(chart: BarChart) -> dict[str, Any]:
    values = [value for series in chart.series for value in _values(series, len(chart.categories)) if value is not None]
    axis = number_axis(chart.value_title, _size(chart), lying=lies_down(chart))
    axis["num_format"] = "0" if max(values, default=0) > 2 else _number_format(chart.series)
    if min(values, default=0) < 0:
        del axis["min"]
    if max(values, default=0) <= 10 and _number_format(chart.series) == "0" and not chart.stacked:
        axis["major_unit"] = 1 if max(values, default=0) <= 6 else 2
    if chart.stacked:
        axis |= _whole(chart)
    return axis


def _whole(chart: BarChart) -> dict[str, Any]:
    """A scale that ends where the longest bar ends."""
    columns = [_values(series, len(chart.categories)) for series in chart.series]
    longest = max((sum(value or 0 for value in row) for row in zip(*columns, strict=True)), default=0)
    return {"max": max(math.ceil(longest), 1), "major_unit": max(1, math.ceil(longest / 10))}


def _size(chart: BarChart) -> int:
    return _SIZE if chart.title else _SIZE_ON_SLIDE


def _values(series: Series, count: int) -> tuple[float | None, ...]:
    """One value a category; a number that is none (nan, infinity) is not known."""
    known = tuple(value if value is not None and math.isfinite(value) else None for value in series.values[:count])
    return known + (None,) * (count - len(known))


def _number_format(series: tuple[Series, ...]) -> str:
    values = [value for one in series for value in one.values if value is not None and math.isfinite(value)]
    return "0" if all(float(value).is_integer() for value in values) else "0.0"
