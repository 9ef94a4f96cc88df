"""What is saved is the same for the same content, names nobody and is valid."""

import time
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pytest
import xlsxwriter
from docx.opc.constants import CONTENT_TYPE
from lxml import etree
from openpyxl.packaging.custom import StringProperty
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from pipeline.outbox.normalising import legal, normalised

AUTHOR = "Ayşe Özdemir"


def document() -> bytes:
    made = docx.Document()
    made.add_heading("R&D <HR>")
    paragraph = made.add_paragraph("Er staat ' w:rsidR=\"00AB12CD\"' in deze zin.")
    made.add_comment(paragraph.runs, "Kijk hier nog eens naar.", author="TTR")
    made.core_properties.author = made.core_properties.last_modified_by = AUTHOR
    return saved(made)


def deck() -> bytes:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[5])
    numbers = CategoryChartData()
    numbers.categories = ["A", "B"]
    numbers.add_series("Score", (3, 5))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Cm(1), Cm(5), Cm(10), Cm(8), numbers)
    made.core_properties.author = AUTHOR
    return saved(made)


def sheet_by_openpyxl() -> bytes:
    made = openpyxl.Workbook()
    made.worksheets[0]["A1"] = "Code"
    made.worksheets[0]["A1"].font = openpyxl.styles.Font(name="Calibri", bold=True, italic=True)
    made.properties.creator = AUTHOR
    made.custom_doc_props.append(StringProperty(name="ttr_form", value="ttr:sign_up:1:nl"))
    made.custom_doc_props.append(StringProperty(name="MSIP_Label_Owner", value=AUTHOR))
    return saved(made)


def sheet_by_xlsxwriter() -> bytes:
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        made.set_properties({"author": AUTHOR, "company": "Havenhogeschool"})
        made.add_worksheet("Scores").write_string(0, 0, "Code")
    return target.getvalue()


def saved(made: object) -> bytes:
    target = BytesIO()
    made.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def normal(package: bytes) -> bytes:
    return normalised(package, title="Jaarplan", language="nl")


def parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def everything(package: bytes) -> bytes:
    """All parts one after the other, those of the workbooks within too."""
    return b"".join(
        everything(content) if name.endswith(".xlsx") else content for name, content in parts(package).items()
    )


MAKERS = (document, deck, sheet_by_openpyxl, sheet_by_xlsxwriter)
every_kind = pytest.mark.parametrize("make", MAKERS)


def test_what_is_made_two_seconds_apart_is_the_same_to_the_byte() -> None:
    first = [normal(make()) for make in MAKERS]
    time.sleep(2.1)
    assert [normal(make()) for make in MAKERS] == first


@every_kind
def test_normalising_twice_gives_what_once_gives(make: Callable[[], bytes]) -> None:
    once = normal(make())
    assert normal(once) == once


@every_kind
def test_nobody_is_named(make: Callable[[], bytes]) -> None:
    told = everything(normal(make()))
    for trace in (AUTHOR, "Steve Canny", "python-docx", "openpyxl", "Havenhogeschool", "generated"):
        assert trace.encode() not in told


@every_kind
def test_title_language_and_identifier_are_ours(make: Callable[[], bytes]) -> None:
    package = normalised(make(), title="R&D \x02 <HR>\n{{ x }}", language="de", identifier="ttr:case:1:de")
    core = etree.fromstring(parts(package)["docProps/core.xml"])
    told = {etree.QName(entry).localname: entry.text for entry in core}
    assert told == {
        "title": "R&D <HR> {{ x }}",
        "language": "de-DE",
        "identifier": "ttr:case:1:de",
        "created": "2000-01-01T00:00:00Z",
        "modified": "2000-01-01T00:00:00Z",
    }


@every_kind
def test_the_package_is_complete_and_in_order(make: Callable[[], bytes]) -> None:
    package = parts(normal(make()))
    names = list(package)
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
    types = etree.fromstring(package["[Content_Types].xml"])
    typed = [entry.get("PartName", "")[1:] for entry in types if entry.get("PartName")]
    assert len(typed) == len(set(typed))
    assert {"docProps/core.xml", "docProps/app.xml"} <= set(typed) <= set(names)
    targets = [entry.get("Target") for entry in etree.fromstring(package["_rels/.rels"])]
    assert len(targets) == len(set(targets))
    assert {"docProps/core.xml", "docProps/app.xml"} <= set(targets)


@every_kind
def test_the_thumbnail_of_a_template_is_gone(make: Callable[[], bytes]) -> None:
    package = parts(normal(make()))
    assert not [name for name in package if "thumbnail" in name]
    assert b"thumbnail" not in package["_rels/.rels"]


def test_every_date_in_the_zip_is_the_same() -> None:
    with ZipFile(BytesIO(normal(deck()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_our_mark_in_a_form_stays_and_other_properties_go() -> None:
    book = openpyxl.load_workbook(BytesIO(normal(sheet_by_openpyxl())))
    assert [(entry.name, entry.value) for entry in book.custom_doc_props.props] == [("ttr_form", "ttr:sign_up:1:nl")]


def test_the_same_files_open_again_with_their_content() -> None:
    reopened = docx.Document(BytesIO(normal(document())))
    assert [paragraph.text for paragraph in reopened.paragraphs][1:] == [
        "Er staat ' w:rsidR=\"00AB12CD\"' in deze zin."
    ]
    chart = pptx.Presentation(BytesIO(normal(deck()))).slides[0].shapes[-1].chart
    assert list(chart.plots[0].series[0].values) == [3, 5]
    assert openpyxl.load_workbook(BytesIO(normal(sheet_by_openpyxl()))).worksheets[0]["A1"].value == "Code"


def test_editing_sessions_and_comment_times_leave_no_trace() -> None:
    package = parts(normal(with_traces(document())))
    story = package["word/document.xml"].replace(b"&quot;", b'"')
    assert story.count(b"rsid") == 1  # the one in the sentence
    assert b"w:date" not in package["word/comments.xml"]
    assert b"rsid" not in package["word/settings.xml"]


def with_traces(package: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts(package).items():
            archive.writestr(name, content.replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD">'))
    return target.getvalue()


def test_what_a_library_leaves_invalid_is_mended() -> None:
    assert b'axId val="-' not in everything(normal(deck()))
    assert b'<w:zoom w:percent="100"' in parts(normal(document()))["word/settings.xml"]
    fonts = etree.fromstring(parts(normal(sheet_by_openpyxl()))["xl/styles.xml"])[0]
    for font in fonts:
        names = [etree.QName(entry).localname for entry in font]
        assert names == [name for name in ("b", "i", "sz", "color", "name", "family", "scheme") if name in names]


def test_a_package_without_properties_gets_them() -> None:
    bare = {name: content for name, content in parts(sheet_by_xlsxwriter()).items() if not name.startswith("docProps")}
    bare["_rels/.rels"] = bare["_rels/.rels"].replace(b"docProps/", b"gone/")
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in bare.items():
            archive.writestr(name, content)
    package = parts(normal(target.getvalue()))
    assert CONTENT_TYPE.OPC_CORE_PROPERTIES.encode() in package["[Content_Types].xml"]
    assert b"gone/" not in package["_rels/.rels"]
    assert b"Jaarplan" in package["docProps/core.xml"]


def test_signs_that_xml_cannot_hold_are_taken_out() -> None:
    assert legal("a\x00b\x0bc\ud800d\uffffe\tf\n") == "abcde\tf\n"
