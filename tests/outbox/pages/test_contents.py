"""The contents of a document are there when it is opened: every chapter, a link to it, and its page or none at all."""

import os
import re
import subprocess
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.documents.contents import Cover, Heading, Page, Paragraph
from pipeline.language.catalogue import LANGUAGES
from pipeline.outbox.pages.laying_out import laid_out
from pipeline.outbox.pages.pdf_outline import Found, headings_in
from pipeline.outbox.pages.word import page_file
from pipeline.outbox.pages.contents import counted
from pipeline.workspace import shipped_templates
from tests.office.judgement import complaints
from tests.office.tools import require
from tests.outbox.pages.test_laying_out import on_unix, only, program

TEXT = Paragraph("Een zin van zeven woorden, telkens weer. " * 60)
PAGE = Page(
    "Jaarverslag & <meer>",
    "nl",
    (
        Heading("1. Cijfers & \u201cfeiten\u201d", new_page=True),
        *(TEXT,) * 5,
        Heading("Wat we   deden", 2),
        TEXT,
        Heading("Onderdeel dat niet wordt genoemd", 3),
        TEXT,
        Heading(" ", 4),
        Heading("Nog dieper", 4),
        Heading("2. Größe, łódź en Yıldız", new_page=True),
    ),
    footer="TTR",
    cover=Cover((("Team", "Leerjaar 1"),)),
    contents="Inhoud",
)
LISTED = ["1. Cijfers & \u201cfeiten\u201d", "Wat we   deden", "2. Größe, łódź en Yıldız"]


def body(package: bytes) -> Any:
    return docx.Document(BytesIO(package)).element.body


def lines(package: bytes) -> list[tuple[str, str]]:
    """The lines of the contents: text, and what stands behind the tab."""
    found = []
    for link in body(package).iter(qn("w:hyperlink")):
        text = "".join(
            "\t" if part.tag == qn("w:tab") else part.text or "" for part in link.iter(qn("w:t"), qn("w:tab"))
        )
        before, _, after = text.partition("\t")
        found.append((before, after))
    return found


def instructions(package: bytes) -> list[str]:
    return [(found.text or "").strip() for found in body(package).iter(qn("w:instrText"))]


def text_of(pdf: bytes, folder: Path) -> list[str]:
    """What stands on each page, as another program reads it."""
    (folder / "made.pdf").write_bytes(pdf)
    command = [require("pdftotext"), str(folder / "made.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")


def without_office(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that gives no answer is as good as none."""
    program(folder / "bin", "exit 1")
    only(folder / "bin", monkeypatch)


def test_each_line_tells_the_page_on_which_libreoffice_puts_the_heading(tmp_path: Path) -> None:
    require("soffice")
    package, _ = page_file(PAGE, shipped_templates())
    pdf = laid_out(package)
    assert pdf
    assert [text for text, _ in lines(package)] == LISTED
    told = [int(page) for _, page in lines(package)]
    assert told[0] == 3
    for text, number in zip(LISTED, told, strict=True):
        assert [" ".join(page.split()) for page in text_of(pdf, tmp_path)][number - 1].count(
            " ".join(text.split())
        ) == 1


@on_unix
def test_without_libreoffice_there_is_no_number_rather_than_a_wrong_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(tmp_path, monkeypatch)
    package, _ = page_file(PAGE, shipped_templates())
    assert lines(package) == [(text, "") for text in LISTED]
    assert instructions(package) == [r'TOC \n \o "1-2" \h \z']


def test_a_document_with_other_headings_than_ours_has_no_pages() -> None:
    require("soffice")
    package, _ = page_file(PAGE, shipped_templates())
    assert counted(package, [Heading("Iets anders")]) is None
    assert counted(package[:2000], [Heading("Iets anders")]) is None


def test_every_line_leads_to_the_bookmark_at_its_heading() -> None:
    package, _ = page_file(PAGE, shipped_templates())
    wanted = [link.get(qn("w:anchor")) for link in body(package).iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")): mark for mark in body(package).iter(qn("w:bookmarkStart"))}
    assert list(marks) == wanted
    assert all(re.fullmatch(r"_Toc\d+", name) for name in wanted)
    told = ["".join(text.text or "" for text in marks[name].getparent().iter(qn("w:t"))) for name in wanted]
    assert told == LISTED


def test_it_is_a_field_that_word_need_not_renew() -> None:
    package, _ = page_file(PAGE, shipped_templates())
    assert instructions(package)[0].startswith(r"TOC")
    marks = [mark.get(qn("w:fldCharType")) for mark in body(package).iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == len(instructions(package))
    assert not [mark for mark in body(package).iter(qn("w:fldChar")) if mark.get(qn("w:dirty"))]
    with ZipFile(BytesIO(package)) as archive:
        assert b"updateFields" not in archive.read("word/settings.xml")


def test_a_page_without_contents_or_headings_has_none() -> None:
    for page in (Page("Kort", "nl", (Heading("Een"),)), Page("Leeg", "nl", (TEXT,), contents="Inhoud")):
        package, _ = page_file(page, shipped_templates())
        assert not list(body(package).iter(qn("w:sdt"), qn("w:bookmarkStart"), qn("w:hyperlink")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_accessible_and_always_the_same(language: str, tmp_path: Path) -> None:
    page = Page("Jaar", language, PAGE.blocks, cover=PAGE.cover, contents="Inhoud")
    path = tmp_path / "made.docx"
    path.write_bytes(page_file(page, shipped_templates())[0])
    assert path.read_bytes() == page_file(page, shipped_templates())[0]
    assert complaints([path]) == []


@on_unix
def test_it_is_valid_without_numbers_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        without_office(tmp_path, patched)
        package, _ = page_file(PAGE, shipped_templates())
    (tmp_path / "made.docx").write_bytes(package)
    assert complaints([tmp_path / "made.docx"]) == []


def test_a_team_with_a_look_of_its_own_has_contents_in_it(tmp_path: Path) -> None:
    own = docx.Document()
    own.save(str(tmp_path / "document.docx"))
    package, _ = page_file(PAGE, shipped_templates(), tmp_path)
    assert [text for text, _ in lines(package)] == LISTED


OUTLINE = (
    b"1 0 obj\n<</Type/Pages/Kids[2 0 R 3 0 R]>>\nendobj\n2 0 obj\n<</Type/Page/Parent 1 0 R>>\nendobj\n"
    b"3 0 obj\n<</Type/Pages/Kids[4 0 R 5 0 R]>>\nendobj\n4 0 obj\n<</Type/Page>>\nendobj\n"
    b"5 0 obj\n<</Type/Page>>\nendobj\n6 0 obj\n<</Type/Catalog/Outlines 7 0 R>>\nendobj\n"
    b"7 0 obj\n<</First 8 0 R/Last 8 0 R>>\nendobj\n"
)
ITEMS = (
    (8, b"<</Title<FEFF0045006E>/Dest[4 0 R/XYZ 0 0 0]/First 9 0 R/Next 10 0 R>>"),
    (9, b"<</Title<4865>/Dest[ 4 0 R /Fit]/Parent 8 0 R>>"),
    (10, b"<</Title<0041>/Dest[5 0 R/Fit]/Next 8 0 R>>"),
)


def outlined(*, packed: bool, items: tuple[tuple[int, bytes], ...] = ITEMS) -> bytes:
    if not packed:
        return OUTLINE + b"".join(b"%d 0 obj\n%s\nendobj\n" % item for item in items)
    bodies, starts = b"", []
    for number, item in items:
        starts.append(b"%d %d" % (number, len(bodies)))
        bodies += item + b" "
    stream = zlib.compress(b" ".join(starts) + b" " + bodies)
    return OUTLINE + b"20 0 obj\n<</Type/ObjStm/N 3>>\nstream\n" + stream + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("packed", [False, True])
def test_an_outline_is_read_in_its_order_whether_it_is_packed_or_not(*, packed: bool) -> None:
    assert headings_in(outlined(packed=packed)) == (Found("En", 2), Found("He", 2), Found("\0A", 3))


def test_an_outline_that_leads_nowhere_tells_nothing() -> None:
    astray = ((8, b"<</Title<FEFF0045>/Dest[99 0 R/Fit]>>"),)
    assert headings_in(outlined(packed=False, items=astray)) == ()
    assert headings_in(b"") == headings_in(OUTLINE) == headings_in(os.urandom(500)) == ()
