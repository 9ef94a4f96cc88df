"""The tables of a Word form as sheets of cells: what one reads in each, without what we print there (M100)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.forms import anchors
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.inbox.cleaning import folded
from pipeline.inbox.days import day_in
from pipeline.inbox.raw import CellValue, RawCell
from pipeline.inbox.vocabulary import LONGEST_TERM, notes_in
from pipeline.inbox.word_anchors import without_prompt
from pipeline.inbox.word_values import Cell, Field, FieldKind, Paragraph, WordDocument


@dataclass(frozen=True, slots=True)
class Named:
    """A cell whose control or bookmark says to which question of which list it belongs."""

    sheet: str
    question: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table by row and column; `begin` is where it begins in the text, `spans` where each of its rows stands."""

    begin: int
    cells: Mapping[tuple[int, int], RawCell]
    spans: Mapping[int, tuple[int, int]]
    named: tuple[Named, ...] = ()


def tables_in(document: WordDocument, form: Form) -> tuple[Table, ...]:
    """Every table of the document, in the order in which they begin."""
    parts: dict[int, dict[tuple[int, int], list[Paragraph]]] = {}
    for paragraph in document.paragraphs:
        for cell in _cells_around(paragraph):
            parts.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(paragraph)
    fields = sorted(document.fields, key=lambda field: field.begin)
    return tuple(_table(parts[number], fields, form) for number in sorted(parts))


def _cells_around(paragraph: Paragraph) -> Iterator[Cell]:
    """The cell with the paragraph in it, and those around its table."""
    cell = paragraph.cell
    while cell is not None:
        yield cell
        cell = cell.inside


def _table(parts: Mapping[tuple[int, int], Sequence[Paragraph]], fields: Sequence[Field], form: Form) -> Table:
    cells: dict[tuple[int, int], RawCell] = {}
    named: list[Named] = []
    spans: dict[int, tuple[int, int]] = {}
    for (row, column), paragraphs in parts.items():
        spans[row] = (spans.get(row, (paragraphs[0].begin, 0))[0], paragraphs[-1].end)
        inside = _fields_in(paragraphs, fields)
        value = _value(paragraphs, inside, form)
        if value != "":
            cells[row, column] = RawCell(value, row, column)
        names = (name for field in inside for name in (field.tag, *field.bookmarks) if name)
        marks = (*names, *(name for paragraph in paragraphs for name in paragraph.starts))
        found = next((key for name in marks if (key := _names(form).get(name.rstrip("0123456789")))), None)
        named += [Named(*found, row, column)] if found else []
    return Table(min(begin for begin, _ in spans.values()), cells, spans, tuple(named))


def _fields_in(paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> list[Field]:
    first = bisect_left(fields, paragraphs[0].begin, key=lambda field: field.begin)
    last = bisect_left(fields, paragraphs[-1].end + 1, key=lambda field: field.begin)
    return [field for field in fields[first:last] if field.end <= paragraphs[-1].end]


def _value(paragraphs: Sequence[Paragraph], fields: Sequence[Field], form: Form) -> CellValue:
    """The text; the day that a control keeps, where that text is none."""
    lines = (line for paragraph in paragraphs for line in without_prompt(paragraph.text, form).split("\n"))
    text = "\n".join(line for line in lines if not _is_note(line, form)).strip()
    days = [field.day for field in fields if field.kind is FieldKind.DAY and field.day is not None]
    return days[0] if text and len(days) == 1 and day_in(text) is None else text


def _is_note(line: str, form: Form) -> bool:
    return len(line) <= LONGEST_TERM and folded(line) in notes_in(form)


@cache
def _names(form: Form) -> Mapping[str, tuple[str, str]]:
    """The list and the question by what we call the control and the bookmark in a row, without the row's number."""
    return {
        name(sheet, question, 1)[:-1]: (sheet.key, question.key)
        for sheet in lists_of(form)
        for question in sheet.questions
        for name in (anchors.tag, anchors.bookmark)
    }


@cache
def lists_of(form: Form) -> tuple[Sheet, ...]:
    """The sheets of the form with one row per item."""
    return tuple(sheet for sheet in form.sheets if sheet.layout is Layout.ROWS)
