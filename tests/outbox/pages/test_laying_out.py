"""The pages of a document are counted by LibreOffice, which leaves no trace and is not waited for in vain."""

import os
import tempfile
import zlib
from pathlib import Path

import pytest

from pipeline.documents.contents import Page, Paragraph
from pipeline.outbox.pages.laying_out import office_program, pages_in, pages_of
from pipeline.outbox.pages.word import page_file
from pipeline.workspace import shipped_templates
from tests.office.tools import require

on_unix = pytest.mark.skipif(os.name == "nt", reason="a program in a few words of shell")


def document(paragraphs: int) -> bytes:
    page = Page(
        "Lang", "nl", tuple(Paragraph("Een zin van zeven woorden, telkens weer. " * 40) for _ in range(paragraphs))
    )
    return page_file(page, shipped_templates())[0]


def program(folder: Path, script: str) -> Path:
    """A program that LibreOffice's name calls."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the path is nothing but what is in the folder and what every machine has."""
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/bin")


@pytest.mark.parametrize(("paragraphs", "pages"), [(0, 1), (2, 1), (5, 3)])
def test_libreoffice_counts_the_pages(paragraphs: int, pages: int) -> None:
    require("soffice")
    assert pages_of(document(paragraphs)) == pages


def test_it_works_in_a_folder_with_blanks_and_leaves_nothing_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    require("soffice")
    folder = tmp_path / "Mijn documenten é & co"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert pages_of(document(1)) == 1
    assert list(folder.iterdir()) == []


def test_what_is_no_document_has_no_pages() -> None:
    require("soffice")
    assert pages_of(document(1)[:2000]) is None


def test_without_libreoffice_nothing_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if office_program() is not None:
        pytest.skip("LibreOffice is where it is usually installed")
    assert pages_of(document(1)) is None


@on_unix
def test_who_does_not_answer_is_ended_with_whatever_it_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin", f"sleep 60 &\necho $! > '{tmp_path}/began'\nwait")
    only(tmp_path / "bin", monkeypatch)
    assert pages_of(document(1), patience=0.5) is None
    began = int((tmp_path / "began").read_text())
    assert not is_running(began)


def is_running(process: int) -> bool:
    """Whether it is there and no mere remainder that nobody asked after."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@on_unix
@pytest.mark.parametrize("script", ["exit 1", "exit 0", 'echo no > "$10/document.pdf"', 'touch "${10}/document.pdf"'])
def test_who_fails_or_makes_no_pages_counts_none(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin", script)
    only(tmp_path / "bin", monkeypatch)
    assert pages_of(document(1)) is None


@on_unix
def test_a_program_that_cannot_be_begun_counts_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "bin", "").write_text("#!/nowhere/at/all\n")
    only(tmp_path / "bin", monkeypatch)
    assert pages_of(document(1)) is None


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"])
@pytest.mark.parametrize("name", ["soffice.com", "soffice.exe"])
def test_it_is_found_where_windows_has_it(
    variable: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Program Files" / "LibreOffice" / "program" / name
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(variable, str(tmp_path / "Program Files"))
    assert office_program() == str(place)


def test_it_is_found_where_a_mac_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    if Path("/Applications/LibreOffice.app").exists():
        pytest.skip("the one for everybody goes first")
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert office_program() == str(place)


def test_pages_are_counted_where_a_pdf_packs_them_too() -> None:
    packed = zlib.compress(b"1 0 2 9 <</Type/Page/Parent 3 0 R>> <</Type /Page>> <</Type/Pages/Count 2>>")
    described = b"5 0 obj\n<</Type/ObjStm/N 3/First 8/Filter/FlateDecode>>\nstream\r\n" + packed + b"\r\nendstream\n"
    assert pages_in(b"%PDF-1.7\n" + described) == 2
    assert pages_in(b"<</Type/Page>> <</Type /Pages>> <</Type/PageLabel>>") == 1
    assert pages_in(b"") == 0
    assert pages_in(b"/Type/ObjStm stream\nno zip endstream") == 0
