"""The rows of a Word form: a table under a header, with a control in every cell."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from docx.oxml import parse_xml

from pipeline.forms.questions import Choice, Clock, Day, Kind, Number, Prose, Question, Sheet
from pipeline.outbox.forms.document_cells import (
    DARK,
    WHITE,
    WIDTH,
    TableLook,
    cell,
    header,
    on_dark,
    opening,
    paragraph,
    room_in,
    row,
    run,
)
from pipeline.outbox.forms.document_control import Control
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.pages.lists import gap

_SHARES: Final[Mapping[type[Kind], int]] = {Prose: 9, Number: 3, Clock: 3, Day: 5, Choice: 4}
_OTHER_SHARE = 6


def add_rows(document: Any, said: FormWords, sheet: Sheet, rows: Sequence[Sequence[Control]]) -> None:
    """The table of a sheet with one row per item, its header on every page."""
    look = TableLook(
        document.styles["Table Grid"].style_id,
        document.styles["Table Text"].style_id,
        said.tab(sheet),
        said.help(sheet),
        room_in(said.form),
    )
    widths = _widths(sheet.questions)
    lines = "".join(_row(controls, widths, look) for controls in rows)
    table = f"{opening(look, widths)}{_header(said, sheet, widths, look.text)}{lines}</w:tbl>"
    document.element.body.sectPr.addprevious(parse_xml(table))
    gap(document)


def _widths(questions: Sequence[Question]) -> list[int]:
    """A sentence takes more room than a word; what is left over goes to the first."""
    shares = [_SHARES.get(type(question.kind), _OTHER_SHARE) for question in questions]
    widths = [WIDTH * share // sum(shares) for share in shares]
    return [widths[0] + WIDTH - sum(widths), *widths[1:]]


def _header(said: FormWords, sheet: Sheet, widths: Sequence[int], style: str) -> str:
    """Each question, with what is meant below it in small letters."""
    cells = (
        cell(
            width,
            DARK,
            paragraph(style, run(said.label(sheet, question), on_dark(bold=True)), kept=True)
            + paragraph(style, run(said.meaning(sheet, question), on_dark(bold=False)), kept=True),
        )
        for width, question in zip(widths, sheet.questions, strict=True)
    )
    return header("".join(cells))


def _row(controls: Sequence[Control], widths: Sequence[int], look: TableLook) -> str:
    cells = (
        cell(width, WHITE, paragraph(look.text, control.xml())) for width, control in zip(widths, controls, strict=True)
    )
    return row("".join(cells), look.room.line, whole=True)
