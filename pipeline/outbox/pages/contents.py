"""The table of contents of a Word document, filled in: a field that Word can renew and need not.

It leads to a bookmark at each heading. The numbers of the pages are those that LibreOffice counts; where it is not
there, or finds other headings than we wrote, the contents have no numbers: better none than a wrong one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.documents.contents import Heading, PageBlock
from pipeline.outbox.normalising import legal
from pipeline.outbox.pages.laying_out import laid_out
from pipeline.outbox.pages.pdf_outline import headings_in
from pipeline.outbox.pages.fields import add_field, add_text, begin_field, end_field

LOWEST: Final = 2
"""The lowest level of heading that is listed."""

_EMU: Final = 635  # in a twentieth of a point


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that is listed; `number` is its place among them, from 1, and `page` None where it is not known."""

    number: int
    text: str
    level: int
    page: int | None = None

    @property
    def bookmark(self) -> str:
        """The name by which Word knows the headings of its contents."""
        return f"_Toc{self.number:08d}"


def listed(blocks: Sequence[PageBlock], pages: Sequence[int] | None) -> tuple[Entry, ...]:
    """The headings that are listed; `pages` holds the page of each heading there is, listed or not."""
    headings = headings_of(blocks)
    known = pages if pages is not None else [None] * len(headings)
    shown = [(heading, page) for heading, page in zip(headings, known, strict=True) if heading.level <= LOWEST]
    return tuple(
        Entry(number, legal(heading.text), heading.level, page) for number, (heading, page) in enumerate(shown, 1)
    )


def headings_of(blocks: Sequence[PageBlock]) -> tuple[Heading, ...]:
    """All headings that have something to say."""
    return tuple(block for block in blocks if isinstance(block, Heading) and legal(block.text).strip())


def counted(docx: bytes, headings: Sequence[Heading]) -> tuple[int, ...] | None:
    """On which page each heading of this document stands; None where that cannot be known for sure."""
    pdf = laid_out(docx)
    found = headings_in(pdf) if pdf else ()
    if [_bare(one.text) for one in found] != [_bare(heading.text) for heading in headings]:
        return None
    return tuple(one.page for one in found)


def add_contents(document: Any, heading: str, entries: Sequence[Entry], *, new_page: bool) -> None:
    """The heading, which is in no list, and a line for each entry; nothing without an entry."""
    if not entries:
        return
    box, content = _box()
    document.element.body.sectPr.addprevious(box)
    title = document.add_paragraph(legal(heading), "TOC Heading")
    title.paragraph_format.page_break_before = new_page or None
    content.append(title._p)  # noqa: SLF001 - the paragraph's own element
    room = _room(document)
    numbered = all(entry.page is not None for entry in entries)
    for entry in entries:
        line = document.add_paragraph(style=f"toc {entry.level}")._p  # noqa: SLF001 - the same
        if numbered:
            line.get_or_add_pPr().append(_tab(room))
        if entry.number == 1:
            begin_field(line, rf'TOC \o "1-{LOWEST}" \h \z' if numbered else rf'TOC \n \o "1-{LOWEST}" \h \z')
        line.append(_link(entry, numbered=numbered))
        if entry is entries[-1]:
            end_field(line)
        content.append(line)


def add_bookmark(paragraph: Any, entry: Entry) -> None:
    """Where the line of `entry` leads to: around the text of its heading."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), str(entry.number))
    begin.set(qn("w:name"), entry.bookmark)
    element = paragraph._p  # noqa: SLF001 - the paragraph's own element
    element.get_or_add_pPr().addnext(begin)
    element.append(end)


def _box() -> tuple[Any, Any]:
    """What Word takes for contents of its own making, with a button to renew them."""
    box, properties, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    kind, gallery, only = (OxmlElement(f"w:{name}") for name in ("docPartObj", "docPartGallery", "docPartUnique"))
    gallery.set(qn("w:val"), "Table of Contents")
    kind.extend((gallery, only))
    properties.append(kind)
    box.extend((properties, content))
    return box, content


def _link(entry: Entry, *, numbered: bool) -> Any:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), entry.bookmark)
    link.set(qn("w:history"), "1")
    add_text(link, f"{entry.text}\t" if numbered else entry.text)
    if numbered:
        add_field(link, rf"PAGEREF {entry.bookmark} \h", str(entry.page))
    return link


def _tab(room: int) -> Any:
    """The numbers stand at the right margin, whatever the template's is."""
    tabs, tab = OxmlElement("w:tabs"), OxmlElement("w:tab")
    for name, value in (("val", "right"), ("leader", "dot"), ("pos", str(room))):
        tab.set(qn(f"w:{name}"), value)
    tabs.append(tab)
    return tabs


def _room(document: Any) -> int:
    section = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin) // _EMU


def _bare(text: str) -> str:
    return " ".join(legal(text).split())
