"""A document becomes a PDF that everybody can read, with its title and its language, and the same bytes each time."""

import re
import subprocess
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import BarChart, Card, Cards, Cover, Grid, Heading, Page, Paragraph, Series
from pipeline.language.catalogue import LANGUAGES
from pipeline.outbox.normalising import LOCALES
from pipeline.outbox.pages.laying_out import pages_in
from pipeline.outbox.pages.pdf import is_tagged, normalised_pdf, pdf_of
from pipeline.outbox.pages.pdf_mending import alternatives_of, mended
from pipeline.outbox.pages.word import page_file
from pipeline.workspace import shipped_templates
from tests.office.tools import require
from tests.outbox.pages.test_laying_out import on_unix, only, program

CHART = BarChart("Hoe vaak?", ("Nooit", "Vaak"), (Series("Team", (2, 5)),), "Aantal", "Nooit 2, vaak 5 (Größe)")
PAGE = Page(
    "Jaarverslag Yıldız",
    "nl",
    (
        Heading("1. Een", new_page=True),
        Paragraph("Tekst met een (haakje) en <teken>."),
        CHART,
        Cards((Card("Ontbreekt", "Er is geen verslag."),)),
        Grid(("Wat", "Aantal"), (("Sessies", "3"),), "Hoe vaak"),
        Heading("Onderdeel", 2),
    ),
    footer="TTR",
    cover=Cover((("Team", "Leerjaar 1"),), "Geef dit niet door."),
    contents="Inhoud",
)


def document(language: str = "nl") -> bytes:
    page = Page(PAGE.title, language, PAGE.blocks, footer=PAGE.footer, cover=PAGE.cover, contents=PAGE.contents)
    return page_file(page, shipped_templates())[0]


def made(language: str = "nl") -> bytes:
    require("soffice")
    pdf = pdf_of(document(language))
    assert pdf is not None
    return pdf


def drawn(pdf: bytes) -> list[bytes]:
    """What is drawn on each page, the last version of it."""
    found = dict(re.findall(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*\bendobj\b", pdf, re.DOTALL))
    contents = [re.search(rb"/Contents (\d+) 0 R", body) for body in found.values() if re.search(rb"/Page\b", body)]
    streams = (re.search(rb"stream\r?\n(.*)endstream", found[one[1]], re.DOTALL) for one in contents if one)
    return [zlib.decompressobj().decompress(stream[1]) for stream in streams if stream]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_of_itself_what_the_standard_asks(language: str) -> None:
    pdf = made(language)
    assert is_tagged(pdf)
    assert f"/Lang({LOCALES[language]})".encode() in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert PAGE.title in pdf.decode("utf-8", "replace")
    assert "\ufeffJaarverslag Yıldız".encode("utf-16-be").hex().upper().encode() in pdf
    assert pages_in(pdf) >= 3


def test_the_same_document_gives_the_same_bytes_and_tells_nothing_of_when_and_with_what() -> None:
    pdf = made()
    assert pdf == made()
    for trace in (b"CreationDate", b"ModDate", b"CreateDate", b"LibreOffice", b"/Creator", b"/Producer", b"/Author"):
        assert trace not in pdf


def test_a_chart_says_what_it_shows_in_the_pdf_too() -> None:
    assert alternatives_of(document()) == (CHART.alt,)
    assert b"/Alt<" + f"\ufeff{CHART.alt}".encode("utf-16-be").hex().upper().encode() in made().replace(b"\n", b"")


def test_nothing_is_drawn_outside_of_a_mark() -> None:
    for page in drawn(made()):
        depth = 0
        for line in page.split(b"\n"):
            depth += line.rstrip().endswith((b"BMC", b"BDC")) - (line.strip() == b"EMC")
            assert depth or not re.search(rb"(?:^|\s)(?:S|f\*?|TJ)\s*$", line)


def test_links_are_reached_in_the_order_of_the_text() -> None:
    pdf = made()
    assert len(re.findall(rb"/Tabs\s*/S\b", pdf)) == 1
    assert b"/Tabs(S)" not in pdf


def test_another_program_can_read_it(tmp_path: Path) -> None:
    program, path = require("pdftotext"), tmp_path / "made.pdf"
    path.write_bytes(made())
    read = subprocess.run([program, path, "-"], capture_output=True, text=True, check=True)
    assert read.stderr == ""
    assert "Tekst met een (haakje) en <teken>." in read.stdout
    assert read.stdout.count("Er is geen verslag.") == 1


@on_unix
@pytest.mark.parametrize("script", ["exit 1", "sleep 60", 'echo "%PDF-1.6 no tags" > "$10/document.pdf"'])
def test_without_a_libreoffice_that_answers_well_there_is_none(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin", script)
    only(tmp_path / "bin", monkeypatch)
    assert pdf_of(PLAIN, patience=0.5) is None


PLAIN = page_file(Page("Kort", "nl", (Heading("Een"),)), shipped_templates())[0]

TRACED = (
    b"1 0 obj\n<</Title<FEFF0041>/Creator(a \\) b)/Producer<FEFF>/CreationDate(D:20261127121454Z)>>\nendobj\n"
    b"2 0 obj\n<<>>\nstream\n/Creator<00> packed\nendstream\nendobj\n"
    b"3 0 obj\n<<>>\nstream\n<x:xmpmeta><xmp:CreateDate>2026</xmp:CreateDate></x:xmpmeta>\nendstream\nendobj\n"
    b"trailer\n<</ID [ <941F8FD6F333664D3DD174779F1348A7>\n<941F8FD6F333664D3DD174779F1348A7> ]\n"
    b"/DocChecksum /7AA92CE72211C9C1EDAE70292AE6C901>>\n"
)


def test_traces_are_blanked_in_their_place_and_nothing_else_is() -> None:
    bare = normalised_pdf(TRACED)
    assert len(bare) == len(TRACED)
    assert b"<</Title<FEFF0041>" in bare
    assert b"stream\n/Creator<00> packed\nendstream" in bare
    assert not re.search(rb"CreationDate|Producer|2026|941F8FD6|7AA92CE7", bare)
    assert bare == normalised_pdf(TRACED.replace(b"121454", b"235959").replace(b"941F8FD6", b"AAAAAAAA"))
    assert bare != normalised_pdf(TRACED.replace(b"0041", b"0042"))
    assert normalised_pdf(bare) == bare


@given(st.binary(max_size=400))
def test_whatever_the_bytes_mending_them_takes_nothing_away(content: bytes) -> None:
    assert mended(content, ()).startswith(content.replace(b"/Tabs(S)", b"/Tabs/S "))
    assert len(normalised_pdf(content)) == len(content)


def test_a_pdf_that_is_packed_otherwise_is_left_alone() -> None:
    assert mended(b"1 0 obj\n<</Type/ObjStm>>\nendobj\n", ("x",)) == b"1 0 obj\n<</Type/ObjStm>>\nendobj\n"


def test_figures_stay_silent_where_it_is_not_known_which_is_which() -> None:
    figures = b"1 0 obj\n<</S/Figure/K 0>>\nendobj\n2 0 obj\n<</S/Figure/Alt(x)>>\nendobj\n"
    pdf = b"%PDF-1.6\n" + figures + b"xref\ntrailer\n<</Size 3>>\nstartxref\n9\n%%EOF\n"
    assert mended(pdf, ("a",)) == pdf
    added = mended(pdf, ("a", "b")).removeprefix(pdf)
    assert b"1 0 obj\n<</S/Figure/K 0\n/Alt<FEFF0061>\n>>\nendobj" in added
    assert b"2 0 obj" not in added
    assert b"/Prev 9" in added


def test_alternatives_are_those_of_the_document_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "two.docx").write_bytes(page_file(Page("T", "nl", (CHART, CHART)), shipped_templates())[0])
    with ZipFile(tmp_path / "two.docx") as archive:
        assert b"wp:docPr" in archive.read("word/document.xml")
    assert alternatives_of((tmp_path / "two.docx").read_bytes()) == (CHART.alt, CHART.alt)
