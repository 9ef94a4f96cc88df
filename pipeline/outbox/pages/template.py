"""Opens the Word template, the team's own where there is one, and leaves nothing of it but its look.

What stood in a template, its comments and what it drew from elsewhere may name somebody, so it never travels on.
"""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from pipeline.documents.contents import Page
from pipeline.outbox.normalising import LOCALES, legal

FILE: Final = "document.docx"
_OWN_FILES = (FILE, "document.dotx")
_PLACEHOLDER = "{{ footer }}"
_LARGEST = 64 << 20  # bytes, unpacked
_USUAL = frozenset(
    {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet", "List Number"}
)
_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
}
_UNSHARED_SETTINGS = (
    *("attachedTemplate", "mailMerge", "documentProtection", "trackRevisions", "footnotePr", "endnotePr"),
    *("writeProtection", "docVars", "removePersonalInformation"),
)
DAMAGE: Final = (
    *(OSError, BadZipFile, OpcError, etree.XMLSyntaxError, zlib.error, struct.error, EOFError),
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, RuntimeError, AssertionError, NotImplementedError),
)
"""What python-docx raises over a file that is no sound document."""


def own_file(shipped: Path, own: Path | None) -> Path | None:
    """The team's own template, when it has one."""
    if own is None or own.resolve() == shipped.resolve():
        return None
    return next((own / name for name in _OWN_FILES if (own / name).is_file()), None)


def shipped_look(page: Page, shipped: Path) -> Any:
    """An empty document with our look, and the language and the footer of `page`."""
    return _emptied((shipped / FILE).read_bytes(), page)


def own_look(page: Page, file: Path, shipped: Path) -> tuple[Any, tuple[str, ...]]:
    """The same with a team's own look, and the usual styles it lacks; one of `DAMAGE` when it cannot serve."""
    document = _emptied(file.read_bytes(), page)
    return document, _complete(document, docx.Document(BytesIO((shipped / FILE).read_bytes())))


def _emptied(content: bytes, page: Page) -> Any:
    document = docx.Document(BytesIO(_as_document(content)))
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    section = document.sections[0]
    _drop_unshared(document)
    _speak(document, LOCALES[page.language])
    _put_footer(section.footer, legal(page.footer))
    return document


def _as_document(content: bytes) -> bytes:
    """A .dotx is a document by another content type; what unpacks to something huge is no template."""
    kind = b"wordprocessingml.template.main+xml"
    with ZipFile(BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
            raise ValueError(FILE)
        if kind not in archive.read("[Content_Types].xml"):
            return content
        target = BytesIO()
        with ZipFile(target, "w") as copy:
            for entry in archive.infolist():
                part = archive.read(entry)
                if entry.filename == "[Content_Types].xml":
                    part = part.replace(kind, b"wordprocessingml.document.main+xml")
                copy.writestr(entry.filename, part)
        return target.getvalue()


def _drop_unshared(document: Any) -> None:
    """Only what makes the look stays: styles, lists, colours, and the header and footer of the page."""
    used = set(document.element.body.xpath(".//@r:id"))
    for name, relation in list(document.part.rels.items()):
        if name not in used and relation.reltype not in _KEPT:
            del document.part.rels[name]
    for name, relation in list(document.part.rels.items()):
        if name in used:
            _accept(relation.target_part.element)
    settings = document.settings
    for wanted in _UNSHARED_SETTINGS:
        for element in settings.element.findall(qn(f"w:{wanted}")):
            settings.element.remove(element)
    document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.clear()


def _accept(story: Any) -> None:
    """Tracked changes bear their author's name: what was put in stays, what was taken out goes."""
    for tag in ("w:del", "w:moveFrom", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        for element in story.findall(f".//{qn(tag)}"):
            element.getparent().remove(element)
    for tag in ("w:ins", "w:moveTo"):
        for element in story.findall(f".//{qn(tag)}"):
            for child in element:
                element.addprevious(child)
            element.getparent().remove(element)
    for element in story.xpath(".//*[@w:author]"):
        element.getparent().remove(element)


def _speak(document: Any, locale: str) -> None:
    styles = document.styles.element
    defaults = _child(_child(_child(styles, "w:docDefaults", first=True), "w:rPrDefault", first=True), "w:rPr")
    _child(defaults, "w:lang")
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), locale)


def _child(parent: Any, tag: str, *, first: bool = False) -> Any:
    found = parent.find(qn(tag))
    if found is None:
        found = OxmlElement(tag)
        parent.insert(0, found) if first else parent.append(found)
    return found


def _put_footer(footer: Any, text: str) -> None:
    """The text in its place in the footer; in a footer that has no such place, on a line of its own."""
    for paragraph in footer.paragraphs:
        if _PLACEHOLDER in paragraph.text:
            for run in paragraph.runs:
                if _PLACEHOLDER in run.text:  # the others may hold the page number
                    run.text = run.text.replace(_PLACEHOLDER, text)
            return
    if text:
        footer.add_paragraph(text)


def _complete(document: Any, shipped: Any) -> tuple[str, ...]:
    """Add the styles that the team's template lacks; the names of the usual ones among them are worth saying."""
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in document.part.rels.values()):
        document.part.relate_to(shipped.part.numbering_part, RELATIONSHIP_TYPE.NUMBERING)
    names = {style.name for style in document.styles}
    missing = []
    for style in shipped.styles:
        if style.name not in names and not style.element.get(qn("w:default")):
            document.styles.element.append(_fitted(style.element, document))
            if style.name in _USUAL:
                missing.append(style.name)
    return tuple(missing)


def _fitted(style: Any, document: Any) -> Any:
    """A shipped style among strange ones: it leans on none of them, and its key is its own."""
    taken = {other.style_id for other in document.styles}
    for tag in ("w:basedOn", "w:next", "w:link"):
        for element in style.findall(qn(tag)):
            style.remove(element)
    for element in style.iter(qn("w:numPr")):
        element.getparent().remove(element)
    if style.styleId in taken:
        style.styleId = f"TTR{style.styleId}"
    return style
