"""The one normalising save: the same content always gives the same bytes, and no trace of who made them or when.

Word, PowerPoint and Excel files pass here last, with the workbooks that lie inside them. A part that need not change
is copied unread.
"""

import posixpath
import re
from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

LOCALES: Final = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}
"""How Office names our languages."""

_MOMENT = "2000-01-01T00:00:00Z"
_LEVEL = 6
_CONTENT_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_CUSTOM = "docProps/custom.xml"
_OWN_PROPERTIES = "ttr"

_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_WORD_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHEET_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_OWN_PARTS = {
    _CORE: (_RELATIONSHIPS + "core-properties", "application/vnd.openxmlformats-package.core-properties+xml"),
    _APP: (_OFFICE + "extended-properties", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
}
_DROPPED = {_RELATIONSHIPS + "thumbnail", *(kind for kind, _ in _OWN_PARTS.values())}

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEGATIVE_AXIS = re.compile(rb'(<c:(?:axId|crossAx) val=")-')
_BARE_ZOOM = re.compile(rb"<w:zoom(?![^>]*w:percent)")
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name"),
    *("family", "charset", "scheme"),
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP_XML = (
    f'{_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Team Teacher Reflection</Application></Properties>"
).encode()


def normalised(package: bytes, *, title: str, language: str, identifier: str = "") -> bytes:
    """`package`, a Word, PowerPoint or Excel file, with our title and language and nobody's traces.

    `language` is nl, en or de. Normalising twice gives what once gives.
    """
    parts = _unpacked(package)
    _drop_traces(parts)
    _put_properties(parts, _core(title, language, identifier))
    _keep_types_complete(parts)
    for name, content in parts.items():
        if name.endswith(".xlsx"):
            parts[name] = normalised(content, title=title, language=language)
        elif name.endswith(".xml"):
            parts[name] = _mended(name, content)
    return _packed(parts)


def legal(text: str) -> str:
    """`text` without the signs that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def _unpacked(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def _packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    first = [_CONTENT_TYPES, _ROOT]
    with ZipFile(target, "w") as archive:
        for name in first + sorted(parts.keys() - set(first)):
            entry = ZipInfo(name)  # dated 1980-01-01
            entry.create_system = 0  # else Windows and Mac differ
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=_LEVEL)
    return target.getvalue()


def _drop_traces(parts: dict[str, bytes]) -> None:
    """Take out the properties and the thumbnail of whoever made the file or its template."""
    root = _parsed(parts[_ROOT])
    for relationship in root.findall(f"{_RELATIONSHIPS_NS}Relationship"):
        if relationship.get("Type") in _DROPPED:
            root.remove(relationship)
            parts.pop(posixpath.normpath(relationship.get("Target", "").lstrip("/")), None)
    parts[_ROOT] = _written(root)


def _put_properties(parts: dict[str, bytes], core: bytes) -> None:
    root = _parsed(parts[_ROOT])
    for name, (kind, _) in _OWN_PARTS.items():
        taken = {relationship.get("Id") for relationship in root}
        number = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        etree.SubElement(root, f"{_RELATIONSHIPS_NS}Relationship", Id=number, Type=kind, Target=name)
    parts[_ROOT] = _written(root)
    parts[_CORE] = core
    parts[_APP] = _APP_XML


def _keep_types_complete(parts: dict[str, bytes]) -> None:
    """A content type for each part there is, and for none that is gone."""
    types = _parsed(parts[_CONTENT_TYPES])
    extensions = {name.rpartition(".")[2].lower() for name in parts}
    for entry in list(types):
        name = entry.get("PartName", "").lstrip("/")
        gone = name not in parts or name in _OWN_PARTS
        if gone if name else entry.get("Extension", "").lower() not in extensions:
            types.remove(entry)
    for name, (_, kind) in _OWN_PARTS.items():
        etree.SubElement(types, f"{_TYPES_NS}Override", PartName=f"/{name}", ContentType=kind)
    parts[_CONTENT_TYPES] = _written(types)


def _core(title: str, language: str, identifier: str) -> bytes:
    named = f"<dc:identifier>{_escaped(identifier)}</dc:identifier>" if identifier else ""
    return (
        f"{_DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:created>{named}'
        f"<dc:language>{LOCALES[language]}</dc:language>"
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MOMENT}</dcterms:modified>'
        f"<dc:title>{_escaped(title)}</dc:title></cp:coreProperties>"
    ).encode()


def _escaped(text: str) -> str:
    return escape(" ".join(legal(text).split()))


def _mended(name: str, content: bytes) -> bytes:
    """One part without traces, and valid where a library leaves it invalid."""
    if "/charts/" in name:
        return _NEGATIVE_AXIS.sub(rb"\1", content)
    if name.startswith("word/"):
        content = _BARE_ZOOM.sub(b'<w:zoom w:percent="100"', content)
        traces = b"rsid" in content or name == "word/comments.xml"
        return _changed(content, _drop_revision_traces) if traces else content
    if name == "xl/styles.xml":
        return _changed(content, _order_fonts)
    return _changed(content, _keep_own_properties) if name == _CUSTOM else content


def _changed(content: bytes, change: Callable[[etree._Element], bool]) -> bytes:
    root = _parsed(content)
    return _written(root) if change(root) else content


def _drop_revision_traces(root: etree._Element) -> bool:
    """Word numbers each editing session (rsid), and stamps comments with the time: both tell and both differ."""
    found = False
    for element in list(root.iter(f"{_WORD_NS}*")):
        traces = [name for name in element.attrib if str(name).startswith(f"{_WORD_NS}rsid")]
        if element.tag == f"{_WORD_NS}comment" and f"{_WORD_NS}date" in element.attrib:
            traces.append(f"{_WORD_NS}date")
        for name in traces:
            del element.attrib[name]
        parent = element.getparent()
        if element.tag in {f"{_WORD_NS}rsids", f"{_WORD_NS}rsid"} and parent is not None:
            parent.remove(element)
            traces.append(element.tag)
        found |= bool(traces)
    return found


def _keep_own_properties(root: etree._Element) -> bool:
    """Our mark stays; what a library or a labelling service of an organisation adds may name somebody."""
    strange = [entry for entry in root if not entry.get("name", "").startswith(_OWN_PROPERTIES)]
    for entry in strange:
        root.remove(entry)
    return bool(strange)


def _order_fonts(root: etree._Element) -> bool:
    """The schema wants what belongs to a font in one order; openpyxl has its own."""
    found = False
    for font in root.iter(f"{_SHEET_NS}font"):
        ordered = sorted(font, key=_place_in_font)
        if ordered != list(font):
            font[:] = ordered
            found = True
    return found


def _place_in_font(element: etree._Element) -> int:
    name = etree.QName(element).localname
    return _FONT_ORDER.index(name) if name in _FONT_ORDER else len(_FONT_ORDER)


def _parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
