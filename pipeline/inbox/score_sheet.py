"""The points in a score sheet, a tally or an export, cell by cell: one row for each persona (M53, M54, G19, G23)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Finding, Place, note
from pipeline.inbox.answers import RawScore, StatementColumn
from pipeline.inbox.cleaning import on_one_line
from pipeline.inbox.grid import Grid, has_something, term_in
from pipeline.inbox.personal import Personal
from pipeline.inbox.raw import RawCell, column_letters
from pipeline.inbox.score_headers import ScoreHeader
from pipeline.inbox.score_words import points_in
from pipeline.inbox.vocabulary import reading_words, stands_for
from pipeline.ttr.scores import POINTS, STEP

ABOUT = "scores"
STEPS = (1, 0)
LONGEST_WHO = 254


@dataclass(frozen=True, slots=True)
class Table:
    """A table with scores on the sheet where it was found."""

    grid: Grid
    header: ScoreHeader
    steps: bool = False

    @property
    def columns(self) -> tuple[StatementColumn, ...]:
        """The statements in the order of the sheet."""
        return tuple(self.header.columns[column] for column in sorted(self.header.columns))

    @property
    def rows(self) -> Iterator[int]:
        """The numbers of the rows below the header."""
        return (row for row in self.grid.rows if row > self.header.row)


def counts_steps(grid: Grid, header: ScoreHeader) -> bool:
    """Whether a table whose mark was lost was filled in on the spot: with ones and noughts only."""
    cells = (
        cell
        for row, filled in grid.rows.items()
        if row > header.row
        for column, cell in filled.items()
        if column in header.columns and cell.value is not None and has_something(cell)
    )
    values = {points_in(cell.value) for cell in cells if cell.value is not None}
    return 1 in values and values <= set(STEPS)


def read_scores(table: Table) -> tuple[tuple[RawScore, ...], list[Finding]]:
    """Every row with points in it, and what there is to say about the table."""
    findings = list(_about_columns(table))
    rows: list[RawScore] = []
    for number in table.rows:
        if _is_persons(table, number):
            row, said = _row(table, number)
            findings += said
            if row is not None:
                rows.append(row)
    return tuple(rows), findings


def who_in(grid: Grid, row: int, columns: Sequence[int]) -> tuple[Personal, ...]:
    """Everything in these columns that may tell whose row it is."""
    nobody = reading_words("nobody")
    cells = [cell for column in columns if (cell := grid.cell(row, column)) and term_in(cell) not in nobody]
    texts = (on_one_line(cell.value)[:LONGEST_WHO] for cell in cells if isinstance(cell.value, str))
    return tuple(Personal(text) for text in texts if text)


def unreadable(cell: RawCell) -> bool:
    """Whether there is a formula or an error where a value belongs, or what a copy to mend shows in its place."""
    if cell.formula or cell.error or cell.value is None:
        return True
    return isinstance(cell.value, str) and any(
        stands_for(cell.value, key) for key in ("mending.formula", "mending.error")
    )


def _row(table: Table, number: int) -> tuple[RawScore | None, list[Finding]]:
    """The row, unless nothing was typed in it."""
    findings: list[Finding] = []
    points: list[int | None] = []
    blank: list[Place] = []
    for column in sorted(table.header.columns):
        cell, place = table.grid.cell(number, column), table.grid.place(number, column)
        if cell is None or not has_something(cell):
            blank.append(place)
            points.append(None)
            continue
        value = _points(table, cell)
        points.append(value)
        if value is None:
            key = "score_formula" if unreadable(cell) else "score_step_outside" if table.steps else "score_outside"
            findings.append(note(key, place, ABOUT))
    if len(blank) == len(points):
        return None, []
    if blank and sum(value is not None for value in points) * 2 >= len(points):
        findings.append(note("score_half_filled", blank[0], ABOUT, count=len(blank)))
    who = () if table.header.numbered else who_in(table.grid, number, table.header.who)
    return RawScore(who, table.grid.place(number, table.header.who[0]), tuple(points)), findings


def _points(table: Table, cell: RawCell) -> int | None:
    if cell.value is None or unreadable(cell):
        return None
    value = points_in(cell.value)
    if table.steps:
        return STEP * value if value is not None and value in STEPS else None
    return value if value in POINTS else None


def _is_persons(table: Table, number: int) -> bool:
    """Whether the row is somebody's: not the header once more, and no sum below the table."""
    cells = table.grid.rows[number]
    if _is_header_again(table, number):
        return False
    typed = any(
        not cell.formula and not cell.error and has_something(cell)
        for column, cell in cells.items()
        if column in table.header.columns
    )
    named = bool(who_in(table.grid, number, table.header.who)) and not _is_sum(table, number)
    return typed or named


def _is_sum(table: Table, number: int) -> bool:
    cell = table.grid.cell(number, table.header.who[0])
    return cell is not None and term_in(cell) in _sums()


def _sums() -> frozenset[str]:
    return reading_words("scores.total") | reading_words("scores.answered")


def _is_header_again(table: Table, number: int) -> bool:
    above = table.grid.rows[table.header.row]
    same = [
        column
        for column, cell in table.grid.rows[number].items()
        if column in above and term_in(cell) and term_in(cell) == term_in(above[column])
    ]
    return len(same) > 1 and bool(set(same) & set(table.header.columns))


def _about_columns(table: Table) -> Iterator[Finding]:
    """A column that somebody added; one without a header counts as well when something was typed in it."""
    known = {*table.header.columns, *table.header.who}
    filled: dict[int, Place] = {}
    for number in table.rows:
        if not _is_persons(table, number):
            continue
        for column, cell in table.grid.rows[number].items():
            if column in known or not _typed(cell) or not _is_added(table, column):
                continue
            filled.setdefault(column, table.grid.place(table.header.row, column))
    for column, place in sorted(filled.items()):
        yield note("score_column_added", place, ABOUT, column=column_letters(column))


def _typed(cell: RawCell) -> bool:
    return not cell.formula and not cell.error and has_something(cell)


def _is_added(table: Table, column: int) -> bool:
    """Whether its header says nothing to us; beside the table there may be anything."""
    above = table.grid.cell(table.header.row, column)
    if above is not None and has_something(above):
        return column in table.header.unread or not isinstance(above.value, str)
    return min(table.header.columns) < column < max(table.header.columns)
