"""Sheets with one answer beside each question."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from pipeline.findings import Finding, Level, Word
from pipeline.forms.questions import Form, Question, Sheet
from pipeline.inbox.answers import Answer, Row
from pipeline.inbox.filled import Filled, value_of
from pipeline.inbox.grid import Grid, term_in
from pipeline.inbox.kinds import Refused
from pipeline.inbox.vocabulary import answer_words, header_words, likely

_MOST_ROWS = 500
_MOST_COLUMNS = 30


@dataclass(frozen=True, slots=True)
class Labels:
    """In which column the questions stand and in which the answers, and each question in which rows.

    `guessed` are the questions that are only like ours.
    """

    column: int
    answers: int
    rows: Mapping[str, tuple[int, ...]]
    guessed: frozenset[str] = frozenset()


def labels_of(grid: Grid, form: Form, sheet: Sheet) -> Labels | None:
    """The column that holds most questions; None when none holds any."""
    words = header_words(form, sheet)
    found: dict[int, dict[str, tuple[int, ...]]] = {}
    others: dict[int, dict[int, str]] = {}
    for row in islice(grid.rows, _MOST_ROWS):
        for column, cell in islice(grid.rows[row].items(), _MOST_COLUMNS):
            term = term_in(cell)
            if term in words:
                named = found.setdefault(column, {})
                named[words[term]] = (*named.get(words[term], ()), row)
            elif term:
                others.setdefault(column, {})[row] = term
    if not found:
        return None
    column = max(found, key=lambda column: len(found[column]))
    guessed = _guessed(others.get(column, {}), words, found[column])
    return Labels(column, _answer_column(grid, column), found[column] | guessed, frozenset(guessed))


def _answer_column(grid: Grid, questions: int) -> int:
    """The column under our own heading for answers; without one, the next to the questions."""
    headed = (
        cell.column
        for row in islice(grid.rows, _MOST_ROWS)
        for cell in grid.rows[row].values()
        if questions < cell.column <= questions + _MOST_COLUMNS and term_in(cell) in answer_words()
    )
    return next(headed, questions + 1)


def _guessed(
    terms: Mapping[int, str], words: Mapping[str, str], known: Mapping[str, object]
) -> dict[str, tuple[int, ...]]:
    left = {word: key for word, key in words.items() if key not in known}
    found: dict[str, tuple[int, ...]] = {}
    for row, term in terms.items():
        if key := likely(term, left):
            found[key] = (*found.get(key, ()), row)
    return {key: rows for key, rows in found.items() if len(rows) == 1}


def read_fields(filled: Filled, labels: Labels) -> tuple[Row, list[Finding]]:
    """The answers of the sheet as one row, and what there is to say about them."""
    answers: dict[str, Answer] = {}
    findings: list[Finding] = []
    for question in filled.sheet.questions:
        answers[question.key] = _answer(filled, labels, question, findings)
    return Row(answers, filled.grid.whole), findings


def _answer(filled: Filled, labels: Labels, question: Question, findings: list[Finding]) -> Answer:
    rows = labels.rows.get(question.key, ())
    if not rows:
        if question.required:
            findings.append(filled.missing("question_missing", question, filled.grid.whole))
        return Answer(None, filled.grid.whole)
    row = _answered(filled, question, labels, rows)
    place = filled.grid.place(row, labels.answers)
    if question.key in labels.guessed:
        at = filled.grid.place(row, labels.column)
        findings.append(filled.note("header_guessed", at, question=filled.label(question)))
    if len(rows) > 1:
        findings.append(_doubled(filled, labels, question, rows))
    said = filled.said(question, filled.grid.cell(row, labels.answers))
    if isinstance(said, Refused):
        findings.append(filled.refused(question, said, place))
    elif said is None and question.required:
        findings.append(filled.missing("answer_missing", question, place))
    return Answer(value_of(said), place)


def _answered(filled: Filled, question: Question, labels: Labels, rows: tuple[int, ...]) -> int:
    """The first of the rows with this question that has an answer."""
    told = (row for row in rows if filled.said(question, filled.grid.cell(row, labels.answers)) is not None)
    return next(told, rows[0])


def _doubled(filled: Filled, labels: Labels, question: Question, rows: tuple[int, ...]) -> Finding:
    answers = [filled.said(question, filled.grid.cell(row, labels.answers)) for row in rows]
    given = [answer for answer in answers if answer is not None]
    differ = any(answer != given[0] for answer in given)
    values: dict[str, Word] = {"question": filled.label(question)}
    place = filled.grid.place(rows[1], labels.column)
    return Finding(Level.STOP if differ else Level.NOTE, "header_doubled", place, values, filled.form.key)
