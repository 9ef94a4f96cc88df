"""The workbook of the results: native charts whose caches hold what the cells hold, and nothing that bars the way."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.utils.cell import range_boundaries

from pipeline.documents.contents import Lane, LaneChart
from pipeline.documents.walk.results import ResultSheet, Table, WalkResults, walk_results
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.scores.walk_workbook import walk_workbook_file
from pipeline.ttr.programme import Walk
from tests.documents.walks import scores, walked
from tests.office.judgement import complaints

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
SIZES = (8, 14, 24, 40, 200)


def workbook(language: str, count: int, walk: Walk = Walk.PERSONA, *, steps: bool = False) -> bytes:
    made = walk_results(walked(language, scores(count, steps=steps), walk), catalogue(language))
    assert made is not None
    return walk_workbook_file(made)


def charts(content: bytes) -> list[Any]:
    with ZipFile(BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("xl/charts/chart"))
        return [etree.fromstring(archive.read(name)) for name in names]


def cells(book: Any, formula: str) -> dict[int, object]:
    """What stands in the cells that a chart points at, by place; empty cells left out."""
    tab, _, area = formula.rpartition("!")
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    rows = book[tab.strip("'")].iter_rows(top, bottom, left, right, values_only=True)
    return {place: value for place, (value,) in enumerate(rows) if value is not None}


@pytest.mark.parametrize("count", SIZES)
def test_every_chart_shows_what_its_cells_hold(count: int) -> None:
    content = workbook("nl", count)
    book = openpyxl.load_workbook(BytesIO(content))
    found = charts(content)
    assert len(found) == 3
    for chart in found:
        for reference in (*chart.iterfind(".//c:numRef", C), *chart.iterfind(".//c:strRef", C)):
            shown = {int(p.get("idx")): p.findtext("c:v", "", C) for p in reference.iterfind(".//c:pt", C)}
            held = cells(book, reference.findtext("c:f", "", C))
            assert {place: str(value) for place, value in held.items()} == shown
        assert chart.find(".//c:dispBlanksAs", C).get("val") == "gap"


def test_nothing_is_a_formula_and_nothing_is_locked() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook("de", 14)))
    for sheet in book.worksheets:
        assert not sheet.protection.sheet
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert book.security is None or not book.security.lockStructure


def test_every_sheet_is_a4_and_one_page_wide_and_every_chart_says_what_it_shows() -> None:
    content = workbook("nl", 14)
    for sheet in openpyxl.load_workbook(BytesIO(content)).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    with ZipFile(BytesIO(content)) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("xl/drawings/drawing"))
    assert "15 banen" in told.decode()
    assert "15 stippen" in told.decode()


def test_text_that_looks_like_a_formula_or_like_markup_stays_text() -> None:
    labels = ("=1+1", "R&D <HR>", "{{ x }}", "@SUM(A1)")
    chart = LaneChart(
        "=T", tuple(Lane(label, 50, 1) for label in labels), 100, ("a", "b", "c"), "open", "=value", "=alt"
    )
    sheet = ResultSheet("R&D", "=heading", ("=line", "+line"), Table(("=h",), tuple((label,) for label in labels)))
    content = walk_workbook_file(
        WalkResults("=title", "en", (sheet, ResultSheet("Picture", "x", chart=chart, numbers="Numbers")), "a & b")
    )
    book = openpyxl.load_workbook(BytesIO(content))
    assert [book["R&D"].cell(row, 1).value for row in (1, 2, 3)] == ["=heading", "=line", "+line"]
    assert [row[0] for row in book["Numbers"].iter_rows(min_row=2, values_only=True)] == list(labels)
    assert all(cell.data_type != "f" for page in book.worksheets for row in page.iter_rows() for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbooks_are_sound_and_accessible_in_every_language(language: str, tmp_path: Path) -> None:
    paths = []
    for walk, count, steps in ((Walk.PERSONA, 14, False), (Walk.ANONYMOUS, 40, True), (Walk.ONESELF, 8, False)):
        paths.append(tmp_path / f"{walk}.xlsx")
        paths[-1].write_bytes(workbook(language, count, walk, steps=steps))
    assert complaints(paths) == []


def test_the_same_results_are_the_same_to_the_byte() -> None:
    assert workbook("nl", 24) == workbook("nl", 24)
