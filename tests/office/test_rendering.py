"""LibreOffice opens what is good, and a page without anything on it is noticed."""

from pathlib import Path
from typing import Any

import pytest

from tests.office import samples
from tests.office.rendering import blank_pages, contact_sheet, opens, pages, pictures


def empty_page(document: Any) -> None:
    document.add_page_break()
    document.add_paragraph()


def test_files_open_together_and_an_empty_page_is_found(tmp_path: Path) -> None:
    paths = [tmp_path / "goed.pptx", tmp_path / "leeg.docx"]
    paths[0].write_bytes(samples.good("pptx"))
    paths[1].write_bytes(samples.document(empty_page))
    slides, document = (pictures(pdf, tmp_path) for pdf in opens(paths, tmp_path))
    assert len(slides) == 2
    assert blank_pages(slides) == []
    assert blank_pages(document) == ["leeg-2.png"]
    assert contact_sheet(slides, tmp_path / "samen.png").stat().st_size


def test_a_file_that_does_not_open_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "stuk.pptx"
    path.write_bytes(samples.good("pptx")[:2000])
    with pytest.raises(AssertionError, match="stuk"):
        pages(path, tmp_path / "uit")
