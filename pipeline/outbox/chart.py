"""One bar chart, native and editable, with the workbook behind it: the same in Word, PowerPoint and Excel.

The chart and its workbook are drawn from the same value, so that what is shown and what "Edit data" opens never
differ. XlsxWriter draws both; Word and PowerPoint take the chart out of the workbook.
"""

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree

from pipeline.documents.contents import BarChart, Series
from pipeline.outbox.normalising import LOCALES, legal, normalised

COLOURS: Final = ("08415C", "4C8FB0", "A9CCE0", "5B6770", "C5CCD0", "7A4E2D")
"""One colour a series, dark to light, apart in grey too; each bar has a dark edge besides."""

EXTERNAL: Final = "rId1"
"""The relation from a chart to its workbook."""

_INK = "1F2A30"
_EDGE = "08415C"
_GRID = "D9E2E7"
_FONT = "Calibri"
_SMALL, _LABEL, _TITLE = 10, 10, 12  # points
_SHEET = "Sheet1"
_MOST_COLUMNS, _LONGEST_COLUMN_LABEL = 6, 14
_CHART_NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SAID_OUTRIGHT = (  # (where, after what, the element): Word and PowerPoint take a missing one for "yes"
    (".", "lang", "roundedCorners"),
    (".//{*}chart", "title", "autoTitleDeleted"),
    (".//{*}barChart", "grouping", "varyColors"),
    (".//{*}ser", "spPr", "invertIfNegative"),
    (".//{*}dLbls", "txPr", "showLegendKey"),
    (".//{*}dLbls", "showVal", "showCatName"),
    (".//{*}dLbls", "showCatName", "showSerName"),
    (".//{*}dLbls", "showSerName", "showPercent"),
    (".//{*}dLbls", "showPercent", "showBubbleSize"),
    (".//{*}catAx", "scaling", "delete"),
    (".//{*}valAx", "scaling", "delete"),
    (".//{*}title", "layout", "overlay"),
    (".//{*}legend", "layout", "overlay"),
)
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part and the workbook it belongs to; `height` in cm suits a width of 16."""

    xml: bytes
    workbook: bytes
    height: float


def native_chart(chart: BarChart, language: str) -> NativeChart:
    """`chart` for Word or PowerPoint; its part wants the workbook as relation `EXTERNAL`."""
    return NativeChart(
        _chart_part(_workbook(chart, drawn=True), LOCALES[language]),
        normalised(_workbook(chart, drawn=False), title=chart.title, language=language),
        height(chart),
    )


def drawn_chart(book: Any, chart: BarChart, sheet: str) -> Any:
    """`chart` as XlsxWriter draws it, for a workbook that has its numbers on `sheet` by `write_numbers`."""
    lying = lies_down(chart)
    made = book.add_chart({"type": "bar" if lying else "column"})
    last = len(chart.categories)
    for number, series in enumerate(chart.series, 1):
        colour = COLOURS[(number - 1) % len(COLOURS)]
        made.add_series(
            {
                "name": [sheet, 0, number],
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, number, last, number],
                "fill": {"color": f"#{colour}"},
                "border": {"color": f"#{_EDGE}", "width": 0.75},
                "gap": 60 if len(chart.series) > 1 else 45,
                "overlap": 0,
                "data_labels": {
                    "value": True,
                    "position": "outside_end",
                    "font": _font(_LABEL),
                    "num_format": _number_format((series,)),
                },
            }
        )
    _dress(made, chart, lying=lying)
    return made


def write_numbers(sheet: Any, chart: BarChart) -> None:
    """The numbers of `chart` on an XlsxWriter sheet: categories down column A, a column for each series."""
    sheet.set_column(0, 0, 40)
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


def height(chart: BarChart) -> float:
    """How high the chart should be, in cm, at a width of 16: each bar gets its room, a page holds it."""
    if not lies_down(chart):
        return 8.0
    bars = len(chart.categories) * max(len(chart.series), 1)
    wrapped = sum(1 + len(category) // 38 for category in chart.categories)
    return min(max(3.2 + 0.55 * bars + 0.25 * len(chart.categories), 3.2 + 0.6 * wrapped, 5.0), 21.0)


def _workbook(chart: BarChart, *, drawn: bool) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - only who makes a chart needs it

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet(_SHEET)
        write_numbers(sheet, chart)
        if drawn:
            sheet.insert_chart(0, 0, drawn_chart(book, chart, _SHEET))
    return target.getvalue()


def _chart_part(workbook: bytes, locale: str) -> bytes:
    """The chart of `workbook` as a part of its own, with a link to its numbers in place of the sheet's page set-up."""
    with ZipFile(BytesIO(workbook)) as archive:
        space = etree.fromstring(archive.read("xl/charts/chart1.xml"))
    for element in space.iter(etree.Element):
        if "lang" in element.attrib:
            element.set("lang", locale)
        elif element.tag == f"{_CHART_NS}lang":
            element.set("val", locale)
        elif element.tag == f"{_CHART_NS}printSettings":
            element.tag = f"{_CHART_NS}externalData"
            element[:] = []
            element.set(_RELATION_ID, EXTERNAL)
            etree.SubElement(element, f"{_CHART_NS}autoUpdate", val="0")
    for where, after, name in _SAID_OUTRIGHT:
        for parent in space.iterfind(where):
            for element in parent.findall(f"{_CHART_NS}{after}"):
                element.addnext(etree.Element(f"{_CHART_NS}{name}", val="0"))
    for element in space.iter(f"{_CHART_NS}plotVisOnly"):
        element.addnext(etree.Element(f"{_CHART_NS}dispBlanksAs", val="gap"))  # what is not known is no zero
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _dress(made: Any, chart: BarChart, *, lying: bool) -> None:
    made.set_title({"name": _said(chart.title), "name_font": _font(_TITLE, bold=True), "overlay": False})
    made.set_chartarea({"border": {"none": True}, "fill": {"color": "#FFFFFF"}})
    made.set_plotarea({"fill": {"none": True}})
    made.set_legend({"none": True} if len(chart.series) < 2 else {"position": "bottom", "font": _font(_SMALL)})
    set_category_axis, set_value_axis = made.set_x_axis, made.set_y_axis
    if lying:  # XlsxWriter calls what is level the x axis
        set_category_axis, set_value_axis = set_value_axis, set_category_axis
    set_category_axis(
        {
            "num_font": _font(_SMALL),
            "line": {"color": f"#{_INK}", "width": 0.75},
            "major_tick_mark": "none",
            "minor_tick_mark": "none",
            "reverse": lying,  # the first one on top
            "interval_unit": 1,
            "major_gridlines": {"visible": False},
        }
        | ({"crossing": "max"} if lying else {})
    )
    set_value_axis(_value_axis(chart))


def _value_axis(chart: BarChart) -> dict[str, Any]:
    values = [value for series in chart.series for value in _values(series, len(chart.categories)) if value is not None]
    axis: dict[str, Any] = {
        "name": _said(chart.value_title),
        "name_font": _font(_SMALL) | ({} if lies_down(chart) else {"rotation": -90}),
        "num_font": _font(_SMALL),
        "num_format": "0" if max(values, default=0) > 2 else _number_format(chart.series),
        "major_gridlines": {"visible": True, "line": {"color": f"#{_GRID}", "width": 0.75}},
        "line": {"none": True},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
    }
    if min(values, default=0) >= 0:
        axis["min"] = 0
    if max(values, default=0) <= 10 and _number_format(chart.series) == "0":
        axis["major_unit"] = 1 if max(values, default=0) <= 6 else 2
    return axis


def _values(series: Series, count: int) -> tuple[float | None, ...]:
    """One value a category; a number that is none (nan, infinity) is not known."""
    known = tuple(value if value is not None and math.isfinite(value) else None for value in series.values[:count])
    return known + (None,) * (count - len(known))


def _number_format(series: tuple[Series, ...]) -> str:
    values = [value for one in series for value in one.values if value is not None and math.isfinite(value)]
    return "0" if all(float(value).is_integer() for value in values) else "0.0"


def _said(text: str) -> str:
    """A title that XlsxWriter does not take for a formula."""
    clean = " ".join(legal(text).split())
    return f" {clean}" if clean.startswith("=") else clean


def _font(size: int, *, bold: bool = False) -> dict[str, Any]:
    return {"name": _FONT, "size": size, "bold": bold, "color": f"#{_INK}"}
