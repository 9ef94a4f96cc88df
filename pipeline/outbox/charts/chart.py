"""One chart, native and editable, with the workbook behind it: the same in Word, PowerPoint and Excel.

The chart and its workbook are drawn from the same value, so that what is shown and what "Edit data" opens never
differ. XlsxWriter draws both; Word and PowerPoint take the chart out of the workbook.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree

from pipeline.documents.contents import BarChart, Chart, DotField, LaneChart
from pipeline.outbox.charts.bars import bars_height, drawn_bars, write_bars
from pipeline.outbox.charts.dots import dots_height, drawn_dots, write_dots
from pipeline.outbox.charts.lanes import drawn_lanes, lanes_height, lanes_room, write_lanes
from pipeline.outbox.normalising import LOCALES, normalised

__all__ = [
    "EXTERNAL",
    "NativeChart",
    "drawn_chart",
    "has_content",
    "height",
    "native_chart",
    "room_on_sheet",
    "write_numbers",
]

EXTERNAL: Final = "rId1"
"""The relation from a chart to its workbook."""

_SHEET = "Sheet1"
_CHART_NS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SAID_OUTRIGHT = (  # (where, after what, the element): Word and PowerPoint take a missing one for "yes"
    (".", "lang", "roundedCorners"),
    (".//{*}chart", "title", "autoTitleDeleted"),
    (".//{*}barChart", "grouping", "varyColors"),
    (".//{*}scatterChart", "scatterStyle", "varyColors"),
    (".//{*}barChart/{*}ser", "spPr", "invertIfNegative"),
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


def native_chart(chart: Chart, language: str) -> NativeChart:
    """`chart` for Word or PowerPoint; its part wants the workbook as relation `EXTERNAL`."""
    return NativeChart(
        _chart_part(_workbook(chart, drawn=True), LOCALES[language]),
        normalised(_workbook(chart, drawn=False), title=chart.title or chart.value_title, language=language),
        height(chart),
    )


def drawn_chart(book: Any, chart: Chart, sheet: str) -> Any:
    """`chart` as XlsxWriter draws it, for a workbook that has its numbers on `sheet` by `write_numbers`."""
    match chart:
        case BarChart():
            return drawn_bars(book, chart, sheet)
        case LaneChart():
            return drawn_lanes(book, chart, sheet)
        case DotField():
            return drawn_dots(book, chart, sheet)


def write_numbers(sheet: Any, chart: Chart) -> None:
    """The numbers of `chart` on an XlsxWriter sheet, with a header row."""
    match chart:
        case BarChart():
            write_bars(sheet, chart)
        case LaneChart():
            write_lanes(sheet, chart)
        case DotField():
            write_dots(sheet, chart)


def charts_said_outright(workbook: bytes) -> bytes:
    """A workbook of XlsxWriter whose charts look the same in LibreOffice, which takes what is left unsaid for "yes"."""
    target = BytesIO()
    with ZipFile(BytesIO(workbook)) as archive, ZipFile(target, "w") as written:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename.startswith("xl/charts/chart"):
                space = etree.fromstring(content)
                _say_outright(space)
                content = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
            written.writestr(entry, content)
    return target.getvalue()


def height(chart: Chart) -> float:
    """How high the chart should be, in cm, at a width of 16."""
    match chart:
        case BarChart():
            return bars_height(chart)
        case LaneChart():
            return lanes_height(chart)
        case DotField():
            return dots_height(chart)


def room_on_sheet(chart: Chart) -> float:
    """How high the chart should be, in cm, on a sheet: many lanes go on over pages, all else stays on one."""
    return 1.25 * lanes_room(chart) if isinstance(chart, LaneChart) else min(1.15 * height(chart), 14.5)


def has_content(chart: Chart) -> bool:
    """Whether there is anything to draw."""
    match chart:
        case BarChart():
            return bool(chart.categories and chart.series)
        case LaneChart():
            return bool(chart.lanes)
        case DotField():
            return bool(chart.dots)


def _workbook(chart: Chart, *, drawn: bool) -> bytes:
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
    _say_outright(space)
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _say_outright(space: etree._Element) -> None:
    """What XlsxWriter leaves to Excel's own default, in the order of the standard."""
    for where, after, name in _SAID_OUTRIGHT:
        for parent in space.iterfind(where):
            for element in parent.findall(f"{_CHART_NS}{after}"):
                element.addnext(etree.Element(f"{_CHART_NS}{name}", val="0"))
    for position in space.iter(f"{_CHART_NS}dLblPos"):
        key = position.getprevious()
        if key is not None and key.tag == f"{_CHART_NS}showLegendKey":
            position.addnext(key)
    for element in space.iter(f"{_CHART_NS}plotVisOnly"):
        element.addnext(etree.Element(f"{_CHART_NS}dispBlanksAs", val="gap"))  # what is not known is no zero
