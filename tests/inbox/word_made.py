"""Makers of Word files as people hand them in, element by element, without the program's own way of writing forms."""

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from pipeline.findings import Finding
from pipeline.inbox.listing import Arrival
from pipeline.inbox.opening import Opened, read_safely
from pipeline.inbox.word_text import WordDocument, document

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{_OFFICE}"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True)
class Besides:
    """What lies in a Word file besides its text: styles and parts as XML, an identifier, parts by name and kind."""

    styles: str = ""
    item: str = ""
    identifier: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    related: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def word(body: str, besides: Besides = Besides()) -> bytes:
    """A Word file with this body, as XML without the names of its spaces."""
    parts = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"}
    links = []
    if besides.styles:
        parts["word/styles.xml"] = f"<w:styles {_SPACES}>{besides.styles}</w:styles>"
        links.append(("styles", "styles.xml"))
    if besides.item:
        parts["customXml/item7.xml"] = besides.item
        links.append(("customXml", "../customXml/item7.xml"))
    for name, (kind, content) in besides.related.items():
        parts[f"word/{name}"] = content.replace(">", f" {_SPACES}>", 1)
        links.append((kind, name))
    root = [(f"{_OFFICE}/officeDocument", "word/document.xml")]
    if besides.identifier:
        parts["docProps/core.xml"] = _core(besides.identifier)
        root.append((f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"))
    if besides.properties:
        parts["docProps/custom.xml"] = _custom(besides.properties)
        root.append((f"{_OFFICE}/custom-properties", "docProps/custom.xml"))
    parts["word/_rels/document.xml.rels"] = _relationships((f"{_OFFICE}/{kind}", target) for kind, target in links)
    parts["_rels/.rels"] = _relationships(root)
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    )
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def read(content: bytes, folder: Path) -> WordDocument:
    """The document, read as one that lies in the inbox."""
    result = read_at(content, folder)
    assert isinstance(result, WordDocument), result
    return result


def read_at(content: bytes, folder: Path) -> WordDocument | Finding:
    """The document, or why it could not be read."""
    path = folder / "form.docx"
    path.write_bytes(content)
    return read_safely(Arrival(path, "inbox/form.docx"), document)


def opened(content: bytes, folder: Path) -> Opened:
    """The file, looked through."""
    path = folder / "form.docx"
    path.write_bytes(content)
    result = read_safely(Arrival(path, "inbox/form.docx"), lambda file: file)
    assert isinstance(result, Opened), result
    return result


def run(text: str, properties: str = "") -> str:
    """A run of text; its lines are parted by breaks."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{lines}</w:r>"


def para(content: str, properties: str = "") -> str:
    """A paragraph of this content, or of this text when it is no XML."""
    inside = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def control(content: str, properties: str = "<w:text/>") -> str:
    """A content control around this content, or around this text."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table; what is no XML in a cell is a paragraph."""

    def cell(content: str) -> str:
        return f"<w:tc><w:tcPr/>{content if content.startswith('<') else para(content)}</w:tc>"

    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def _relationships(links: Iterable[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _core(identifier: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>{identifier}</dc:identifier></cp:coreProperties>'
    )


def _custom(properties: Mapping[str, str]) -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    told = "".join(
        f'<property fmtid="x" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return f'<Properties xmlns="{space}" xmlns:vt="{types}">{told}</Properties>'


def changed(content: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The Word file with its text changed."""
    with ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(bytes(parts["word/document.xml"]))
    change(root)
    parts["word/document.xml"] = etree.tostring(root)
    return packed(parts)


def without(*names: str) -> Callable[[etree._Element], None]:
    """Takes out every element with one of these names, and leaves what stands behind it."""

    def change(root: etree._Element) -> None:
        for element in [found for name in names for found in root.iter(f"{{*}}{name}")]:
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)

    return change


def unwrapped(root: etree._Element) -> None:
    """Takes out every control and leaves what stands in it."""
    for element in list(root.iter("{*}sdt")):
        parent, inside = element.getparent(), element.find("{*}sdtContent")
        assert parent is not None
        assert inside is not None
        at = parent.index(element)
        parent[at : at + 1] = list(inside)
