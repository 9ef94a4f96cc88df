"""The live chart on its own sheet: lanes for a small group, dots for a large one, a distribution when nobody is shown.

It is read from across a room, on a screen that is shared (M56, G21).
"""

from typing import Any

from pipeline.documents.score_sheet import ScoreSheet
from pipeline.outbox.chart_look import COLOURS
from pipeline.outbox.form_look import DEEP, FONT
from pipeline.outbox.score_order import DOT_BACK, DOT_FRONT, DOT_X, FRONT, LABEL

WIDTH, HEIGHT = 1240, 600
"""Pixels: with the ribbon above it, what a shared screen of 1080 lines shows."""

_INK = "#1F2A30"
_TRACK = "#F0F0F0"
_EDGE = "#C5CCD0"
_BANDS = ("band.front", "band.middle", "band.back")
_DOTS = ((40, 14), (80, 10), (200, 7))


def add_chart(book: Any, page: Any, sheet: ScoreSheet, rows: int) -> None:
    """The chart of `rows` rows on the hidden sheet, with its rule printed above it."""
    page.set_column(0, 20, 9)
    page.write_string(0, 0, sheet.texts["chart.title"], _format(book, font_size=20, bold=True, font_color=DEEP))
    page.write_string(1, 0, sheet.texts["rule"], _format(book, font_size=12))
    page.set_row(0, 30)
    page.set_row(1, 20)
    chart = _lanes(book, sheet, rows) if sheet.lanes else _dots(book, sheet, rows)
    if not sheet.by_code:
        chart = _distribution(book, sheet, rows)
    chart.set_chartarea({"border": {"none": True}, "fill": {"color": "#FFFFFF"}})
    chart.set_title({"none": True})
    chart.set_legend({"position": "top", "font": _font(14)})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    chart.show_hidden_data()
    page.insert_chart(2, 0, chart, {"description": sheet.texts["chart.alt"], "object_position": 3})
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 1)


def _lanes(book: Any, sheet: ScoreSheet, rows: int) -> Any:
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    parts = (*zip(_BANDS, COLOURS[:3], strict=True), ("to_go", _TRACK[1:]))
    for column, (name, colour) in enumerate(parts, FRONT):
        chart.add_series(
            {
                "name": sheet.texts[name],
                "categories": [sheet.texts["order.tab"], 1, LABEL, rows, LABEL],
                "values": [sheet.texts["order.tab"], 1, column, rows, column],
                "fill": {"color": f"#{colour}"},
                "border": {"color": _EDGE, "width": 0.75},
                "gap": 24,
                "overlap": 100,
            }
        )
    chart.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",
            "interval_unit": 1,
            "num_font": _font(16 if rows <= 14 else 12),
            "major_tick_mark": "none",
            "minor_tick_mark": "none",
            "line": {"color": _INK},
            "major_gridlines": {"visible": False},
        }
    )
    chart.set_x_axis(_value_axis(sheet))
    return chart


def _dots(book: Any, sheet: ScoreSheet, rows: int) -> Any:
    chart = book.add_chart({"type": "scatter"})
    size = next((size for most, size in _DOTS if rows <= most), _DOTS[-1][1])
    tab = sheet.texts["order.tab"]
    for column, name, colour in zip(range(DOT_FRONT, DOT_BACK + 1), _BANDS, COLOURS[:3], strict=True):
        chart.add_series(
            {
                "name": sheet.texts[name],
                "categories": [tab, 1, DOT_X, rows, DOT_X],
                "values": [tab, 1, column, rows, column],
                "line": {"none": True},
                "marker": {
                    "type": "circle",
                    "size": size,
                    "fill": {"color": f"#{colour}"},
                    "border": {"color": f"#{COLOURS[0]}", "width": 1},
                },
            }
        )
    chart.set_x_axis(_value_axis(sheet))
    chart.set_y_axis(_count_axis(sheet))
    return chart


def _distribution(book: Any, sheet: ScoreSheet, rows: int) -> Any:
    chart = book.add_chart({"type": "column", "subtype": "stacked"})
    tab = sheet.texts["order.tab"]
    for column, (name, colour) in enumerate(zip(_BANDS, COLOURS[:3], strict=True), 1):
        chart.add_series(
            {
                "name": sheet.texts[name],
                "categories": [tab, 1, 0, rows, 0],
                "values": [tab, 1, column, rows, column],
                "fill": {"color": f"#{colour}"},
                "border": {"color": f"#{COLOURS[0]}", "width": 0.75},
                "gap": 20,
                "overlap": 100,
            }
        )
    chart.set_x_axis(
        {
            "name": sheet.texts["value_title"],
            "name_font": _font(14),
            "num_font": _font(14),
            "interval_unit": max(1, rows // 11),
            "major_tick_mark": "none",
            "line": {"color": _INK},
        }
    )
    chart.set_y_axis(_count_axis(sheet))
    return chart


def _value_axis(sheet: ScoreSheet) -> dict[str, Any]:
    return {
        "name": sheet.texts["value_title"],
        "name_font": _font(14),
        "num_font": _font(14),
        "min": 0,
        "max": sheet.maximum,
        "major_unit": max(10, sheet.maximum // 100 * 10),
        "major_gridlines": {"visible": True, "line": {"color": "#D9E2E7", "width": 0.75}},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "line": {"none": True} if sheet.lanes else {"color": _INK},
    }


def _count_axis(sheet: ScoreSheet) -> dict[str, Any]:
    return {
        "name": sheet.texts["how_many"],
        "name_font": _font(14) | {"rotation": -90},
        "num_font": _font(14),
        "num_format": "0",
        "min": 0,
        "major_gridlines": {"visible": True, "line": {"color": "#D9E2E7", "width": 0.75}},
        "line": {"none": True},
    }


def _font(size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False, "color": _INK}


def _format(book: Any, **look: object) -> Any:
    return book.add_format({"font_name": FONT, "valign": "vcenter", **look})
