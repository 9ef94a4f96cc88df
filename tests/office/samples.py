"""Small files with nothing wrong, made for the oracles alone, so that a planted fault is the only one."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import pptx
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx.util import Inches

from tests.office.packages import packed, parts_of

LANGUAGE = "nl-NL"


def document(plant: Callable[[Any], object] | None = None) -> bytes:
    """A Word document with a heading, a table and a line; `plant` puts something wrong in it."""
    made = docx.Document()
    lang = made.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    lang.set(qn("w:val"), LANGUAGE)
    zoom = made.settings.element.find(qn("w:zoom"))
    zoom.set(qn("w:percent"), "100")
    made.add_heading("Referentiekader", 1)
    table = made.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"Vak {number}"
    _mark(table._tbl.tr_lst[0].get_or_add_trPr(), "w:tblHeader")
    _mark(table._tbl.tblPr, "w:tblDescription", "Vier vakken")
    made.add_paragraph("Een gewone zin.")
    if plant:
        plant(made)
    return _clean(made)


def deck(plant: Callable[[Any], object] | None = None) -> bytes:
    """Two slides with a title, points and a table; `plant` puts something wrong in them."""
    made = pptx.Presentation()
    for number in (1, 2):
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text = f"Dia {number}"
        slide.placeholders[1].text = "Een punt"
        box = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(4), Inches(1))
        box.text_frame.text = "Los woord"
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            run.get_or_add_rPr().set("lang", LANGUAGE)
    if plant:
        plant(made)
    return _clean(made)


def workbook(plant: Callable[[Any, Any], object] | None = None, name: str = "Deelnemers") -> bytes:
    """A sheet with a table; `plant` puts something wrong in it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        made.set_properties({"title": "Aanmelding"})
        sheet = made.add_worksheet(name)
        sheet.add_table(0, 0, 2, 1, {"columns": [{"header": "Code"}, {"header": "Score"}]})
        sheet.write_row(1, 0, ("KTM-473", 45))
        sheet.write_row(2, 0, ("BXR-218", 70))
        if plant:
            plant(made, sheet)
    parts = parts_of(target.getvalue())
    core = parts["docProps/core.xml"].replace(b"<dc:creator></dc:creator>", b"").replace(b"<dc:creator/>", b"")
    parts["docProps/core.xml"] = core.replace(b"</dc:title>", b"</dc:title><dc:language>nl-NL</dc:language>")
    return packed(parts)


@cache
def good(kind: str) -> bytes:
    """The file of a kind (docx, pptx, xlsx) with nothing wrong."""
    return {"docx": document, "pptx": deck, "xlsx": workbook}[kind]()


def _mark(parent: Any, tag: str, value: str | None = None) -> None:
    element = OxmlElement(tag)
    if value is not None:
        element.set(qn("w:val"), value)
    parent.append(element)


def _clean(made: Any) -> bytes:
    for name in ("author", "last_modified_by", "comments"):
        setattr(made.core_properties, name, "")
    made.core_properties.title, made.core_properties.language = "Een bestand", LANGUAGE
    package = made.part.package
    threads = package.rels if hasattr(package, "rels") else package._rels
    for number, thread in list(threads.items()):
        if thread.reltype.endswith("/thumbnail"):
            threads.pop(number)
    target = io.BytesIO()
    made.save(target)
    return packed(parts_of(target.getvalue()))
