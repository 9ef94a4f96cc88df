"""The questions of a Word form: on the left what is asked, on the right a control to answer it in."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml

from pipeline.forms.questions import Names, Prose, Sheet
from pipeline.outbox.forms.document_cells import (
    BOLD,
    DARK,
    PALE,
    WHITE,
    WIDTH,
    TableLook,
    cell,
    header,
    on_dark,
    opening,
    paragraph,
    quiet,
    room_in,
    row,
    run,
)
from pipeline.outbox.forms.document_control import Control
from pipeline.outbox.forms.words import FormWords
from pipeline.outbox.pages.lists import gap


def add_questions(document: Any, said: FormWords, sheet: Sheet, controls: Sequence[Control]) -> None:
    """The table of a sheet, its header on every page; without free text it stays on one."""
    style, room = document.styles["Table Text"].style_id, room_in(said.form)
    together = not any(isinstance(one.question.kind, Prose) for one in controls)
    rows = "".join(_row(one, style, kept=together and one is not controls[-1]) for one in controls)
    look = TableLook(document.styles["Table Grid"].style_id, style, said.tab(sheet), said.help(sheet), room)
    table = f"{opening(look, (room.asked, WIDTH - room.asked))}{_header(said, style)}{rows}</w:tbl>"
    document.element.body.sectPr.addprevious(parse_xml(table))
    gap(document)


def _header(said: FormWords, style: str) -> str:
    asked = room_in(said.form).asked
    cells = (
        cell(
            width, DARK, paragraph(style, run(said.shipped.say(f"forms.fields.{name}"), on_dark(bold=True)), kept=True)
        )
        for width, name in ((asked, "question"), (WIDTH - asked, "answer"))
    )
    return header("".join(cells))


def _row(control: Control, style: str, *, kept: bool) -> str:
    """A long answer may run on to the next page, any other stays whole."""
    said, sheet, question = control.said, control.sheet, control.question
    # What is kept in every row LibreOffice takes as a table to be kept whole.
    asked = paragraph(style, run(said.label(sheet, question), BOLD), kept=kept)
    meant = paragraph(style, run(said.note(sheet, question), quiet()), kept=kept)
    answer = paragraph(style, control.xml(), kept=kept)
    wide = room_in(said.form).asked
    cells = f"{cell(wide, PALE, asked + meant + _beside(control, style, kept=kept))}{cell(WIDTH - wide, WHITE, answer)}"
    return row(cells, _height(control), whole=not isinstance(question.kind, Prose))


def _beside(control: Control, style: str, *, kept: bool) -> str:
    """What helps to answer, begun with a label by which it is known where the table got lost."""
    if not control.beside:
        return ""
    label = control.said.shipped.say(f"forms.{control.said.form.key}.beside.label")
    return paragraph(style, run(f"{label} ", BOLD + quiet()) + run(control.beside, quiet()), kept=kept, apart=True)


def _height(control: Control) -> int:
    room = room_in(control.said.form)
    match control.question.kind:
        case Prose(story=True):
            return room.story
        case Names():
            return room.names
        case _:
            return room.line
