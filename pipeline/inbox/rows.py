"""Sheets with one row per person, meeting or statement, under a header."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.findings import Finding, Level, Place
from pipeline.forms import SIGN_UP
from pipeline.forms.questions import Address, Form, Name, Prose, Question, Remark, Sheet
from pipeline.inbox.answers import Answer, Row
from pipeline.inbox.cleaning import folded
from pipeline.inbox.filled import Filled, value_of
from pipeline.inbox.grid import has_something, term_in
from pipeline.inbox.headers import Header
from pipeline.inbox.kinds import Refused, Said, said
from pipeline.inbox.raw import RawCell, column_letters
from pipeline.inbox.vocabulary import examples, header_words, keys_offered, reading_words

_PERSON = ("name", "email")
_FEWEST_EXAMPLES = 2
_FREE_TEXT = (Name, Address, Remark, Prose)


def read_rows(filled: Filled, header: Header) -> tuple[tuple[Row, ...], list[Finding]]:
    """Every row below the header that somebody filled in, and what there is to say about them."""
    table = _Table(filled, header)
    findings = list(_about_header(table))
    rows: list[Row] = []
    doubled: dict[str, Place] = {}
    for number in filled.grid.rows:
        if number > header.row:
            row = _row(table, number, findings, doubled)
            if row is not None:
                rows.append(row)
    findings += _about_respondents(table, rows)
    findings += _about_doubles(table, doubled)
    findings += _about_hidden(table, rows)
    return tuple(rows), findings


@dataclass(frozen=True, slots=True)
class _Table:
    filled: Filled
    header: Header

    @property
    def header_place(self) -> Place:
        return self.filled.grid.place(self.header.row, self.header.first_column)

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.filled.sheet.questions

    def column(self, question: Question) -> int | None:
        columns = self.header.columns.get(question.key)
        return columns[0] if columns else None

    def place(self, question: Question, row: int) -> Place:
        """Where the answer stands, or would stand."""
        column = self.column(question)
        return self.header_place if column is None else self.filled.grid.place(row, column)


def _about_header(table: _Table) -> Iterator[Finding]:
    filled, header = table.filled, table.header
    for question in table.questions:
        column = table.column(question)
        if column is None:
            if question.required:
                yield filled.missing("header_missing", question, table.header_place)
        elif question.key in header.guessed:
            place = filled.grid.place(header.row, column)
            yield filled.note("header_guessed", place, question=filled.label(question))
    if header.unread:
        place = filled.grid.place(header.row, header.unread[0])
        letters = tuple(column_letters(column) for column in header.unread)
        yield filled.note("columns_not_read", place, columns=letters, count=len(letters))


def _row(table: _Table, number: int, findings: list[Finding], doubled: dict[str, Place]) -> Row | None:
    """The row, unless it is blank, our own example, the header once more, or about nobody."""
    told = {question.key: _said(table, question, number, doubled) for question in table.questions}
    if _says_nothing(table, told) or _is_example(table, number, told) or _is_header_again(table, number):
        return None
    if _is_about_nobody(table, told):
        findings.append(table.filled.note("row_without_person", _first_place(table, number)))
        return None
    counts = table.filled.form.key != SIGN_UP.key or any(value_of(told[key]) for key in _PERSON)
    answers: dict[str, Answer] = {}
    for question in table.questions:
        answer, place = told[question.key], table.place(question, number)
        if isinstance(answer, Refused):
            findings.append(table.filled.refused(question, answer, place))
        elif answer is None and counts and _is_awaited(table, question):
            findings.append(table.filled.missing("answer_missing", question, place))
        answers[question.key] = Answer(value_of(answer), place)
    return Row(answers, _first_place(table, number)) if counts else None


def _said(table: _Table, question: Question, row: int, doubled: dict[str, Place]) -> Said:
    columns = table.header.columns.get(question.key, ())
    grid, filled = table.filled.grid, table.filled
    if question.key == "name" and table.header.parts:
        return _joined(table, question, row)
    cells = [grid.cell(row, column) for column in columns]
    if question.key in table.header.respondent and _is_anonymous(cells[0]):
        return None
    answers = [filled.said(question, cell) for cell in cells]
    given = [answer for answer in answers if answer is not None]
    if len(given) > 1 and any(answer != given[0] for answer in given):
        doubled.setdefault(question.key, grid.place(row, columns[1]))
    return given[0] if given else None


def _joined(table: _Table, question: Question, row: int) -> Said:
    """A name whose parts stand in columns of their own."""
    cells = [cell for column in table.header.parts if (cell := table.filled.grid.cell(row, column))]
    if untold := next((cell for cell in cells if cell.formula or cell.error), None):
        return table.filled.said(question, untold)
    text = " ".join(str(cell.value) for cell in cells)
    return table.filled.said(question, RawCell(text, row, table.header.parts[0]) if text else None)


def _is_anonymous(cell: RawCell | None) -> bool:
    return cell is not None and term_in(cell) in reading_words("nobody")


def _says_nothing(table: _Table, told: Mapping[str, Said]) -> bool:
    """Whether nothing was filled in but what we filled in ourselves; there a row of its own is to be kept."""
    fixed = table.filled.sheet.fixed
    return (told[fixed] if fixed else next((answer for answer in told.values() if answer is not None), None)) is None


def _is_example(table: _Table, row: int, told: Mapping[str, Said]) -> bool:
    """Whether all that is filled in is our own example: known by its free text, or as the whole first row.

    A team may well plan its first meeting on the day and hour of our example.
    """
    given = {key: answer for key, answer in told.items() if answer is not None}
    if len(given) < _FEWEST_EXAMPLES:
        return False
    free = any(isinstance(table.filled.sheet.question(key).kind, _FREE_TEXT) for key in given)
    first = row == next(number for number in table.filled.grid.rows if number > table.header.row)
    return any(
        (free or (first and len(given) == len(example)))
        and all(
            key in example and (answer == example[key].said or _term(table, key, row) == example[key].term)
            for key, answer in given.items()
        )
        for example in _examples(table.filled.form, table.filled.sheet)
    )


def _term(table: _Table, key: str, row: int) -> str:
    columns = table.header.columns.get(key, ())
    cell = table.filled.grid.cell(row, columns[0]) if columns else None
    return term_in(cell) if cell else ""


@dataclass(frozen=True, slots=True)
class _Example:
    term: str
    said: Said


@cache
def _examples(form: Form, sheet: Sheet) -> tuple[Mapping[str, _Example], ...]:
    """The example row of each language, as it is written and as it is read."""
    return tuple(
        {
            key: _Example(folded(text), said(sheet.question(key).kind, RawCell(text, 1, 1), keys_offered(sheet)))
            for key, text in row.items()
        }
        for row in examples(form, sheet)
    )


def _is_header_again(table: _Table, row: int) -> bool:
    """A long list printed on several pages may repeat its header."""
    words = header_words(table.filled.form, table.filled.sheet)
    columns = [(key, columns[0]) for key, columns in table.header.columns.items()]
    cells = [(key, cell) for key, column in columns if (cell := table.filled.grid.cell(row, column))]
    return len(cells) > 1 and all(words.get(term_in(cell)) == key for key, cell in cells)


def _is_about_nobody(table: _Table, told: Mapping[str, Said]) -> bool:
    return table.filled.form.key == SIGN_UP.key and not any(told[key] for key in _PERSON)


def _is_awaited(table: _Table, question: Question) -> bool:
    """Whether to say that it is empty: not of a row of ours, a missing column or what an export filled in itself."""
    if not question.required or table.filled.sheet.fixed or question.key in table.header.respondent:
        return False
    return table.column(question) is not None


def _first_place(table: _Table, row: int) -> Place:
    columns = sorted(column for columns in table.header.columns.values() for column in columns)
    grid = table.filled.grid
    first = next((c for c in columns if (cell := grid.cell(row, c)) and has_something(cell)), columns[0])
    return grid.place(row, first)


def _about_respondents(table: _Table, rows: list[Row]) -> Iterator[Finding]:
    """An export without names or addresses, for nobody had to sign in."""
    for question in table.questions:
        if question.key in table.header.respondent and rows and not any(row[question.key].value for row in rows):
            column = table.header.columns[question.key][0]
            yield table.filled.missing("header_missing", question, table.filled.grid.place(table.header.row, column))


def _about_doubles(table: _Table, doubled: Mapping[str, Place]) -> Iterator[Finding]:
    """Two columns with the same header are one matter as long as no row answers them in two ways."""
    filled = table.filled
    for question in table.questions:
        columns = table.header.columns.get(question.key, ())
        if len(columns) > 1 and not (question.key == "name" and table.header.parts):
            place = doubled.get(question.key) or filled.grid.place(table.header.row, columns[1])
            level = Level.STOP if question.key in doubled else Level.NOTE
            yield Finding(level, "header_doubled", place, {"question": filled.label(question)}, filled.form.key)


def _about_hidden(table: _Table, rows: list[Row]) -> Iterator[Finding]:
    """Answers that nobody sees on the sheet were read like all others; that has to be known."""
    filled, sheet = table.filled, table.filled.grid.sheet
    read = [row for row in rows if _row_number(row) in sheet.hidden_rows] if sheet.hidden_rows else []
    if read:
        yield filled.note("rows_hidden", read[0].place, count=len(read))
    hidden = [
        columns[0]
        for key, columns in table.header.columns.items()
        if columns[0] in sheet.hidden_columns and key != filled.sheet.fixed and any(row[key].value for row in rows)
    ]
    if hidden:
        letters = tuple(column_letters(column) for column in sorted(hidden))
        place = filled.grid.place(table.header.row, min(hidden))
        yield filled.note("columns_hidden", place, columns=letters, count=len(letters))


def _row_number(row: Row) -> int:
    return int(row.place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
