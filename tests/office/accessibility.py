"""What would keep somebody from reading a file: with a screen reader, with low vision, or in the wrong language."""

from collections.abc import Iterator

from tests.office.accessible_documents import document_barriers
from tests.office.accessible_slides import deck_barriers
from tests.office.accessible_workbooks import workbook_barriers
from tests.office.packages import DC, core_property, parts_of

_BY_MAIN_PART = {
    "word/document.xml": document_barriers,
    "ppt/presentation.xml": deck_barriers,
    "xl/workbook.xml": workbook_barriers,
}


def barriers(content: bytes) -> list[str]:
    """Every barrier in a Word document, deck or workbook, in words, with its place."""
    parts = parts_of(content)
    language = core_property(parts, DC, "language")
    found = list(_unnamed(language, core_property(parts, DC, "title")))
    known = [check for name, check in _BY_MAIN_PART.items() if name in parts]
    if not known:
        return [*found, "not a document, deck or workbook"]
    return [*found, *known[0](content, language.partition("-")[0])]


def _unnamed(language: str, title: str) -> Iterator[str]:
    if not title:
        yield "the file has no title"
    if not language:
        yield "the file has no language"
