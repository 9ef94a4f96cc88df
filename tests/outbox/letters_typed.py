"""Word templates as staff type them: with python-docx, run by run."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.documents.persona_instruction import FIELDS
from pipeline.outbox.letters.template import letter_template
from pipeline.workspace import shipped_templates

SHIPPED = shipped_templates()
VALUES: dict[str, object] = {
    **{field.key: f"<{field.key}>" for field in FIELDS if field.kind.value == "text"},
    **{field.key: 10 for field in FIELDS if field.kind.value == "number"},
    **{field.key: False for field in FIELDS if field.kind.value == "yes_no"},
    "aspects": ("gender", "belief"),
}


def blank() -> Any:
    """An empty document with our styles."""
    document = docx.Document(str(SHIPPED / "document.docx"))
    paragraph = document.paragraphs[0]._element
    paragraph.getparent().remove(paragraph)
    document.sections[0].footer.paragraphs[0].text = "Een voettekst"
    return document


def saved(document: Any) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def typed(*paragraphs: str | Sequence[str]) -> bytes:
    """A template with these paragraphs; one that is a list is cut in runs as Word cuts them."""
    document = blank()
    for content in paragraphs:
        paragraph = document.add_paragraph()
        for piece in (content,) if isinstance(content, str) else content:
            paragraph.add_run(piece)
    return saved(document)


def with_parts(package: bytes, **changes: bytes) -> bytes:
    """The package with parts put in their place; `word__footer` is word/footer.xml."""
    target = BytesIO()
    named = {name.replace("__", "/") + ".xml": content for name, content in changes.items()}
    with ZipFile(BytesIO(package)) as archive, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            copy.writestr(name, named.pop(name, archive.read(name)))
        for name, content in named.items():
            copy.writestr(name, content)
    return target.getvalue()


def part(package: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def element(xml: str) -> Any:
    """A piece of Word's own markup; `@ns` stands for its namespace."""
    return parse_xml(xml.replace("@ns", nsdecls("w"), 1))


def letter(file: bytes, **fields: object) -> bytes:
    """The template filled in."""
    return letter_template(file, title="Brief", language="nl").render(VALUES | fields)


def lines(package: bytes) -> list[str]:
    """What stands in the body, paragraph by paragraph, those in tables last."""
    document = docx.Document(BytesIO(package))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells
