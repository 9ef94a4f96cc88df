"""The questions of a Word form: on the left what is asked, on the right a control to answer it in."""

from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.forms.questions import Names, Prose, Sheet
from pipeline.outbox.form_document_control import Control
from pipeline.outbox.form_words import FormWords
from pipeline.outbox.normalising import legal
from pipeline.outbox.word_lists import gap

_WIDTHS: Final = (3570, 5500)  # as everything here in twentieths of a point
_STORY_HEIGHT, _NAMES_HEIGHT, _LINE_HEIGHT = 1900, 900, 500
_DARK, _PALE, _WHITE, _LINE, _QUIET = "08415C", "F1F6F9", "FFFFFF", "4C8FB0", "4A5A63"
_NOTE_SIZE = 19  # half points
_TITLE_LENGTH = 80


def has_story(sheet: Sheet) -> bool:
    """Whether there is something to tell, which asks for a page of its own."""
    return any(isinstance(question.kind, Prose) and question.kind.story for question in sheet.questions)


def add_questions(document: Any, said: FormWords, sheet: Sheet, controls: Sequence[Control]) -> None:
    """The table of a sheet, its header on every page; without a story it stays on one."""
    style = document.styles["Table Text"].style_id
    together = not has_story(sheet)
    rows = "".join(_row(one, style, kept=together and one is not controls[-1]) for one in controls)
    opening = _opening(document.styles["Table Grid"].style_id, legal(said.tab(sheet)), legal(said.help(sheet)))
    document.element.body.sectPr.addprevious(parse_xml(f"{opening}{_header(said, style)}{rows}</w:tbl>"))
    gap(document)


def _opening(style: str, title: str, alt: str) -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    borders = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="115" w:type="dxa"/>'
        '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="115" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(title[:_TITLE_LENGTH])}/>'
        f"<w:tblDescription w:val={quoteattr(alt)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def _header(said: FormWords, style: str) -> str:
    look = '<w:b/><w:color w:val="FFFFFF"/>'
    cells = (
        _cell(width, _DARK, _paragraph(style, _run(said.shipped.say(f"forms.fields.{name}"), look), kept=True))
        for width, name in zip(_WIDTHS, ("question", "answer"), strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _row(control: Control, style: str, *, kept: bool) -> str:
    """A long answer may run on to the next page, any other stays whole."""
    said, sheet, question = control.said, control.sheet, control.question
    asked = _paragraph(style, _run(legal(said.label(sheet, question)), "<w:b/>"), kept=True)
    quiet = f'<w:color w:val="{_QUIET}"/><w:sz w:val="{_NOTE_SIZE}"/><w:szCs w:val="{_NOTE_SIZE}"/>'
    meant = _paragraph(style, _run(legal(said.note(sheet, question)), quiet), kept=kept)
    answer = _paragraph(style, control.xml(), kept=kept)
    split = "" if isinstance(question.kind, Prose) else "<w:cantSplit/>"
    return (
        f'<w:tr><w:trPr>{split}<w:trHeight w:val="{_height(control)}" w:hRule="atLeast"/></w:trPr>'
        f"{_cell(_WIDTHS[0], _PALE, asked + meant)}{_cell(_WIDTHS[1], _WHITE, answer)}</w:tr>"
    )


def _height(control: Control) -> int:
    match control.question.kind:
        case Prose(story=True):
            return _STORY_HEIGHT
        case Names():
            return _NAMES_HEIGHT
        case _:
            return _LINE_HEIGHT


def _cell(width: int, fill: str, content: str) -> str:
    """Shaded directly, so that the contrast holds whatever a style says."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{content}</w:tc>'


def _paragraph(style: str, content: str, *, kept: bool = False) -> str:
    keep = "<w:keepNext/>" if kept else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{content}</w:p>'


def _run(text: str, look: str) -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
