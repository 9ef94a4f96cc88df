"""The tables of a Word form and their cells, in one look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.ns import nsdecls

from pipeline.forms.questions import Form, Prose, Sheet
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.outbox.normalising import legal

WIDTH: Final = 9070
"""Of a table, as everything here in twentieths of a point."""

DARK, PALE, WHITE = "08415C", "F1F6F9", "FFFFFF"
BOLD: Final = "<w:b/>"
_LINE, _QUIET = "4C8FB0", "4A5A63"
_NOTE_SIZE = 19  # half points
_TITLE_LENGTH = 80
_APART = 60


@dataclass(frozen=True, slots=True)
class Room:
    """How much room things take: what is asked, a story, names, a line, and what stays free in a cell."""

    asked: int
    story: int
    names: int
    line: int
    free: int


_WIDE, _CLOSE = Room(3570, 1900, 900, 500, 70), Room(4150, 1050, 420, 420, 40)
_SHARED = Room(4600, 1300, 900, 420, 40)


def room_in(form: Form) -> Room:
    """A form without a story is laid out closely, on few pages; a story shares its page with the release behind it."""
    if not any(is_story(form, sheet) for sheet in form.sheets):
        return _CLOSE
    *_, last, behind = form.sheets
    return _SHARED if is_story(form, last) and behind == RELEASE_SHEET else _WIDE


def is_story(form: Form, sheet: Sheet) -> bool:
    """Whether it is all to be told, after other questions: then it has pages of its own."""
    told = all(isinstance(question.kind, Prose) and question.kind.story for question in sheet.questions)
    return told and sheet is not form.sheets[0]


@dataclass(frozen=True, slots=True)
class TableLook:
    """The keys of the styles of a table and of the text in it, what it is called and what it is for."""

    table: str
    text: str
    title: str
    alt: str
    room: Room


def opening(look: TableLook, widths: Sequence[int]) -> str:
    """The beginning of a table; its rows and `</w:tbl>` are still to follow."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    free = look.room.free
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{look.table}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{free}" w:type="dxa"/><w:left w:w="115" w:type="dxa"/>'
        f'<w:bottom w:w="{free}" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(legal(look.title)[:_TITLE_LENGTH])}/>'
        f"<w:tblDescription w:val={quoteattr(legal(look.alt))}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def header(cells: str) -> str:
    """The row that comes again on every page."""
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def row(cells: str, height: int, *, whole: bool) -> str:
    """A row of at least this height; a whole one stays on one page."""
    split = "<w:cantSplit/>" if whole else ""
    return f'<w:tr><w:trPr>{split}<w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>'


def cell(width: int, fill: str, content: str) -> str:
    """Shaded directly, so that the contrast holds whatever a style says."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'


def paragraph(style: str, content: str, *, kept: bool = False, apart: bool = False) -> str:
    """A paragraph; a kept one stays on the page of the next, one apart keeps a little distance from what is above."""
    keep = "<w:keepNext/>" if kept else ""
    space = f'<w:spacing w:before="{_APART}"/>' if apart else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{space}</w:pPr>{content}</w:p>'


def run(text: str, look: str) -> str:
    """A text in this look."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(legal(text))}</w:t></w:r>'


def on_dark(*, bold: bool) -> str:
    """The look of what stands in a header, big or small."""
    return f'{BOLD}<w:color w:val="{WHITE}"/>' if bold else f'<w:b w:val="0"/><w:color w:val="{WHITE}"/>{_small()}'


def quiet() -> str:
    """The look of what explains a question."""
    return f'<w:color w:val="{_QUIET}"/>{_small()}'


def _small() -> str:
    return f'<w:sz w:val="{_NOTE_SIZE}"/><w:szCs w:val="{_NOTE_SIZE}"/>'
