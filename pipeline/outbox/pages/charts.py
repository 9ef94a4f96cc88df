"""A native chart in a Word document, as wide as the page, with its numbers behind it."""

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm

from pipeline.documents.contents import Chart
from pipeline.outbox.charts.chart import EXTERNAL, has_content, native_chart
from pipeline.outbox.normalising import legal

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_chart(document: Any, chart: Chart, language: str) -> None:
    """`chart` in a paragraph of its own; its alternative text says what it shows."""
    if not has_content(chart):
        return
    native = native_chart(chart, language)
    package = document.part.package
    number = 1 + sum(relation.reltype == f"{_OFFICE}/chart" for relation in document.part.rels.values())
    workbook = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"), _WORKBOOK_TYPE, native.workbook, package
    )
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, native.xml, package)
    part.rels.add_relationship(f"{_OFFICE}/package", workbook, EXTERNAL)
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    inline = _inline(document.part.relate_to(part, f"{_OFFICE}/chart"), number, width, Cm(native.height))
    told = inline.find(qn("wp:docPr"))
    told.set("descr", legal(chart.alt))
    told.set("title", legal(chart.title))
    document.add_paragraph(style="Body Text").add_run().element.add_drawing(inline)


def _inline(relation: str, number: int, width: int, height: int) -> Any:
    return parse_xml(
        f'<wp:inline xmlns:wp="{_PLACING}" xmlns:a="{_DRAWING}" xmlns:c="{_CHART}" xmlns:r="{_OFFICE}"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{int(width)}" cy="{int(height)}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
        f'<a:graphicData uri="{_CHART}"><c:chart r:id="{relation}"/></a:graphicData></a:graphic></wp:inline>'
    )
