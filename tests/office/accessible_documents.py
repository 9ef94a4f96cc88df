"""What bars the way into a Word document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from tests.office.alt_text import is_silent
from tests.office.colours import ENOUGH, WHITE, Colour, contrast, from_hex
from tests.office.packages import W, parts_of, tree

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_NAMES = {"w": W, "wp": _WP}
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_MOVING_PART = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, each with the one that it is based on."""

    root: etree._Element
    by_id: Mapping[str, etree._Element]

    @classmethod
    def of(cls, root: etree._Element) -> "Styles":
        """The styles under `w:styles`."""
        return cls(root, {style.get(_w("styleId"), ""): style for style in root.iter(_w("style"))})

    def chain(self, number: str | None, kind: str) -> Iterator[etree._Element]:
        """A style (or the one that counts where none is named) and what it is based on."""
        style = self.by_id.get(number or "")
        if style is None:
            found = self.root.xpath(f"w:style[@w:type='{kind}'][@w:default='1']", namespaces=_NAMES)
            style = found[0] if found else None
        seen: set[str] = set()
        while style is not None and style.get(_w("styleId"), "") not in seen:
            seen.add(style.get(_w("styleId"), ""))
            yield style
            based = style.find(_w("basedOn"))
            style = None if based is None else self.by_id.get(based.get(_w("val"), ""))

    def default_language(self) -> str:
        """The language in which text is when nothing else is said."""
        found = self.root.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val", namespaces=_NAMES)
        return str(found[0]) if found else ""


def document_barriers(content: bytes, language: str) -> Iterator[str]:
    """Headings out of order, tables without a header row, silent pictures, faint text, text in another language."""
    parts = parts_of(content)
    body = tree(parts["word/document.xml"])
    styles = Styles.of(tree(parts["word/styles.xml"]))
    roots = [body, *(tree(part) for name, part in parts.items() if _MOVING_PART.fullmatch(name))]
    yield from _headings(body, styles)
    yield from _tables(roots)
    yield from _drawings(roots)
    yield from _languages(roots, styles, language)
    yield from _faint(roots, styles)


def _headings(body: etree._Element, styles: Styles) -> Iterator[str]:
    before = 0
    levels = [(_level(paragraph, styles), _text(paragraph)) for paragraph in body.iter(_w("p"))]
    headings = [(level, text) for level, text in levels if level is not None]
    if not headings:
        yield "no heading"
    for level, text in headings:
        if not text.strip():
            yield f"an empty heading of level {level}"
        if level > before + 1:
            yield f"heading {text!r} of level {level} comes after level {before}"
        before = level


def _level(paragraph: etree._Element, styles: Styles) -> int | None:
    number = _attribute(paragraph, "w:pPr/w:pStyle/@w:val")
    for holder in (paragraph, *styles.chain(number, "paragraph")):
        outline = _attribute(holder, "w:pPr/w:outlineLvl/@w:val")
        if outline is not None:
            return int(outline) + 1 if int(outline) < 9 else None
        name = _attribute(holder, "w:name/@w:val") or ""
        if name.lower() == "title":
            return 0
        if found := _HEADING.match(name):
            return int(found[1])
    return None


def _tables(roots: list[etree._Element]) -> Iterator[str]:
    for table in (table for root in roots for table in root.iter(_w("tbl"))):
        rows = list(table.iter(_w("tr")))
        if len(rows) > 1 and _attribute(rows[0], "w:trPr/w:tblHeader") in (None, "0", "false"):
            yield f"the table {_text(rows[0])[:40]!r} has no header row"
        if not (_attribute(table, "w:tblPr/w:tblCaption/@w:val | w:tblPr/w:tblDescription/@w:val") or "").strip():
            yield f"the table {_text(rows[0])[:40]!r} has no alt text"


def _drawings(roots: list[etree._Element]) -> Iterator[str]:
    for properties in (found for root in roots for found in root.iter(f"{{{_WP}}}docPr")):
        if is_silent(properties):
            yield f"the drawing {properties.get('name')!r} has no alt text"


def _languages(roots: list[etree._Element], styles: Styles, language: str) -> Iterator[str]:
    if not _same(styles.default_language(), language):
        yield f"the text is in {styles.default_language() or 'no language'}, the file in {language or 'none'}"
    for run in _runs(roots):
        holders = [run, *styles.chain(_attribute(run, "w:rPr/w:rStyle/@w:val"), "character")]
        holders += styles.chain(_attribute(_paragraph(run), "w:pPr/w:pStyle/@w:val"), "paragraph")
        said = next(filter(None, (_attribute(holder, "w:rPr/w:lang/@w:val") for holder in holders)), None)
        if said is not None and not _same(said, language):
            yield f"{_text(run)[:40]!r} is said to be in {said}"


def _faint(roots: list[etree._Element], styles: Styles) -> Iterator[str]:
    for run in _runs(roots):
        ink, ground = _ink(run, styles), _ground(run, styles)
        if ink is not None and contrast(ink, ground) < ENOUGH:
            yield f"{_text(run)[:40]!r} is faint: contrast {contrast(ink, ground):.1f}"


def _ink(run: etree._Element, styles: Styles) -> Colour | None:
    """The colour of the letters; None is automatic, which Word makes black or white by itself."""
    holders = [run, *styles.chain(_attribute(run, "w:rPr/w:rStyle/@w:val"), "character")]
    holders += styles.chain(_attribute(_paragraph(run), "w:pPr/w:pStyle/@w:val"), "paragraph")
    holders += styles.root.xpath("w:docDefaults/w:rPrDefault", namespaces=_NAMES)
    found = next(filter(None, (_attribute(holder, "w:rPr/w:color/@w:val") for holder in holders)), "auto")
    return None if found == "auto" else from_hex(found)


def _ground(run: etree._Element, styles: Styles) -> Colour:
    paragraph = _paragraph(run)
    found = [_attribute(run, "w:rPr/w:shd/@w:fill"), _attribute(paragraph, "w:pPr/w:shd/@w:fill")]
    chain = styles.chain(_attribute(paragraph, "w:pPr/w:pStyle/@w:val"), "paragraph")
    found += [_attribute(style, "w:pPr/w:shd/@w:fill") for style in chain]
    found += [_attribute(cell, "w:tcPr/w:shd/@w:fill") for cell in run.iterancestors(_w("tc"))]
    shades = (fill for fill in found if fill not in (None, "auto"))
    return next((from_hex(fill) for fill in shades if fill is not None), WHITE)


def _runs(roots: list[etree._Element]) -> Iterator[etree._Element]:
    for run in (found for root in roots for found in root.iter(_w("r"))):
        if _text(run).strip() and run.find(f"{_w('rPr')}/{_w('vanish')}") is None:
            yield run


def _paragraph(run: etree._Element) -> etree._Element:
    return next(run.iterancestors(_w("p")))


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(_w("t"), _w("delText")))


def _attribute(element: etree._Element, where: str) -> str | None:
    found = element.xpath(where, namespaces=_NAMES)
    if not found:
        return None
    return str(found[0]) if isinstance(found[0], str) else found[0].get(_w("val"), "1")


def _same(tag: str, language: str) -> bool:
    return bool(tag) and tag.partition("-")[0].lower() == language.lower()
