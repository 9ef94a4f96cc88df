"""Writes cards as a Word document to print and cut out, after a page that says what to do with them (G19).

A row of cards is a table of one row, so that whoever listens to the page hears one card after the other.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips

from pipeline.documents.walk.card_sheets import CardSheet, PaperCard
from pipeline.findings import Finding
from pipeline.outbox.pages.card_text import POINT, SHAPES, Shape, Text, fitting
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.pages.word import page_file

_OF_A_PAGE = {qn("w:type"), qn("w:pgSz"), qn("w:pgMar")}
_WIDTH, _HEIGHT = 11906, 16838  # A4
_TOP, _SIDE = 779, 567
_BOTTOM = 360  # less than above, so that a hair too much does not drive a card to the next page
_ROWS_ON_A_PAGE = 2
_CUT, _NO_LINE = "4C8FB0", 'w:val="nil"'
_BOX_STEP = 880
_BOX_INDENT = 90  # the frame of a box stands out to the left
_FIGURE, _HALF_FIGURE = "\N{FIGURE SPACE}", "\N{FOUR-PER-EM SPACE}"


def card_file(sheet: CardSheet, shipped: Path, own: Path | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """`sheet` as a .docx, and what there is to say about the template.

    `shipped` and `own` are the folders with the templates; one of the team's own goes first.
    """
    guide, findings = page_file(sheet.guide, shipped, own)
    document = docx.Document(BytesIO(guide))
    _open_card_pages(document)
    shape = SHAPES[sheet.on_a_page]
    for number, first in enumerate(range(0, len(sheet.cards), shape.columns)):
        begins_page = number % _ROWS_ON_A_PAGE == 0
        _put(document, _row(document, sheet.cards[first : first + shape.columns], shape, begins_page=begins_page))
    target = BytesIO()
    document.save(target)
    return normalised(target.getvalue(), title=sheet.guide.title, language=sheet.guide.language), findings


def _open_card_pages(document: Any) -> None:
    """Pages with nothing above or below the cards, whose cut lines run through the middle of the paper."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    for element in list(section._sectPr):  # noqa: SLF001 - what a template does to its pages has no name in python-docx
        if element.tag not in _OF_A_PAGE:
            section._sectPr.remove(element)  # noqa: SLF001
    section.page_width, section.page_height = Twips(_WIDTH), Twips(_HEIGHT)
    section.orientation, section.gutter = WD_ORIENT.PORTRAIT, Twips(0)
    section.top_margin, section.bottom_margin = Twips(_TOP), Twips(_BOTTOM)
    section.left_margin = section.right_margin = Twips(_SIDE)
    section.header_distance = section.footer_distance = Twips(0)
    for part in (section.header, section.footer, section.even_page_header, section.even_page_footer):
        part.is_linked_to_previous = False
        (empty,) = part.paragraphs
        empty.style = document.styles["Body Text"]
        empty.paragraph_format.space_before = empty.paragraph_format.space_after = Twips(0)
        empty.paragraph_format.line_spacing = Twips(POINT)


def _put(document: Any, table: str) -> None:
    """The row, and the finest of lines below it: without one, Word joins it with the next."""
    last = document.element.body.sectPr
    last.addprevious(parse_xml(table))
    last.addprevious(
        parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="{POINT}" w:lineRule="exact"/>'
            f'<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
        )
    )


def _row(document: Any, cards: Sequence[PaperCard], shape: Shape, *, begins_page: bool) -> str:
    """A row of cards with a dashed line between them, and below the upper one of the page."""
    alt = " · ".join(dict.fromkeys(legal(card.heading) for card in cards))
    dashed = f'w:val="dashed" w:sz="6" w:space="0" w:color="{_CUT}"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    cut = {"bottom", "insideV"} if begins_page else {"insideV"}
    borders = "".join(f"<w:{side} {dashed if side in cut else _NO_LINE}/>" for side in sides)
    cells = [_cell(document, card, shape, begins_page=begins_page and number == 0) for number, card in enumerate(cards)]
    cells += [f"<w:tc>{_properties(shape)}<w:p/></w:tc>"] * (shape.columns - len(cards))
    column = f'<w:gridCol w:w="{shape.width}"/>'
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{shape.columns * shape.width}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f"{''.join(_edge(side, shape.padding) for side in sides[:4])}</w:tblCellMar>"
        f"<w:tblCaption w:val={quoteattr(alt)}/><w:tblDescription w:val={quoteattr(alt)}/></w:tblPr>"
        f"<w:tblGrid>{column * shape.columns}</w:tblGrid><w:tr><w:trPr><w:cantSplit/>"
        f'<w:trHeight w:val="{shape.height}" w:hRule="atLeast"/></w:trPr>{"".join(cells)}</w:tr></w:tbl>'
    )


def _edge(side: str, padding: int) -> str:
    """The white within a card; above and below half of it is enough."""
    return f'<w:{side} w:w="{padding if side in {"left", "right"} else padding // 2}" w:type="dxa"/>'


def _cell(document: Any, card: PaperCard, shape: Shape, *, begins_page: bool) -> str:
    first, *others = fitting(card, shape)
    paragraphs = [_paragraph(document, first, shape, begins_page=begins_page)]
    paragraphs += (_paragraph(document, text, shape) for text in others)
    return f"<w:tc>{_properties(shape)}{''.join(paragraphs)}</w:tc>"


def _properties(shape: Shape) -> str:
    upright = "center" if shape.columns == 1 else "top"
    return f'<w:tcPr><w:tcW w:w="{shape.width}" w:type="dxa"/><w:vAlign w:val="{upright}"/></w:tcPr>'


def _paragraph(document: Any, text: Text, shape: Shape, *, begins_page: bool = False) -> str:
    """Sizes and spaces stand with the paragraph itself: a card has the same room whatever the template is like."""
    style = document.styles["Body Text"].style_id
    # Not a style for headings: those of a template may begin a page or be kept with the next paragraph, and then
    # LibreOffice moves the whole row of cards.
    level = '<w:outlineLvl w:val="0"/>' if text.heading else ""
    begins = "<w:pageBreakBefore/>" if begins_page else ""
    ruled = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{_CUT}"/></w:pBdr>' if text.ruled else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{begins}{ruled}{_tabs(text, shape)}'
        f'<w:spacing w:before="{text.before * POINT}" w:after="{text.after * POINT}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{_BOX_INDENT if text.framed else 0}" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
        f"{level}</w:pPr>{''.join(_runs(text))}</w:p>"
    )


def _tabs(text: Text, shape: Shape) -> str:
    if text.blank:
        return f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{shape.room}"/></w:tabs>'
    if text.framed:
        places = range(_BOX_INDENT + _BOX_STEP, shape.room, _BOX_STEP)
        stops = (f'<w:tab w:val="left" w:pos="{place}"/>' for place in places)
        return f"<w:tabs>{''.join(stops)}</w:tabs>"
    return ""


def _runs(text: Text) -> Iterator[str]:
    weight = "<w:b/><w:bCs/>" if text.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    size = 2 * text.size  # in half points
    look = f'{weight}<w:color w:val="{text.colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    tab = f"<w:r><w:rPr>{look}</w:rPr><w:tab/></w:r>"
    if not text.framed:
        yield _run(text.text, look)
        yield tab if text.blank else ""
        return
    frame = f'{look}<w:bdr w:val="single" w:sz="8" w:space="4" w:color="{_CUT}"/>'
    for number, label in enumerate(text.text.split("\t")):
        yield tab if number else ""
        yield _run(_as_wide_as_others(label), frame)


def _as_wide_as_others(label: str) -> str:
    """One figure and two figures in boxes of the same width."""
    around = {1: _FIGURE, 2: _HALF_FIGURE}.get(len(label), "")
    return f"{around}{label}{around}"


def _run(text: str, look: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r>'
