"""What the score sheet reckons: every formula with the value that it has now (M55-M57, G19-G23).

Only functions that every Excel and LibreOffice knows. What was pasted and is no score counts as not answered, so that a
total never leaves the scale.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.documents.walk.score_sheet import ScoreSheet

HEADER = 3
"""Its row, counted from 0, below the title and two lines."""
FIRST = HEADER + 1
FIRST_COLUMN = 1
"""The column of the first statement; before it stands whose row it is."""

Filled: TypeAlias = Mapping[str, Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that reckons, and its value as long as nobody changes anything."""

    text: str
    value: int | str


@dataclass(frozen=True, slots=True)
class Entries:
    """The cells to fill in, with what is in them."""

    sheet: ScoreSheet
    scores: tuple[tuple[int | None, ...], ...]

    @property
    def total_column(self) -> int:
        """Behind the last statement."""
        return FIRST_COLUMN + len(self.sheet.columns)

    @property
    def totals(self) -> tuple[int | None, ...]:
        """The total of each row; None where there is no score yet."""
        return tuple(self._total(row) for row in self.scores)

    @property
    def shown(self) -> bool:
        """Whether so many rows have a total that the chart may show them."""
        return sum(total is not None for total in self.totals) >= self.sheet.fewest

    def total(self, number: int) -> Formula:
        """The total of a row, empty as long as there is no score in it."""
        cells = self._row(number)
        worth = [(option * self.sheet.worth, option) for option in self.sheet.options if option]
        total = "+".join(f"{points}*COUNTIF({cells},{option})" for points, option in worth)
        value = self.totals[number]
        return Formula(f'=IF({self._count(cells)}=0,"",{total})', "" if value is None else value)

    def answered(self, number: int) -> Formula:
        """How many statements of a row have a score: `3/10`."""
        return self._progress(self._row(number), self.scores[number : number + 1])

    def progress(self) -> Formula:
        """How many of all cells have a score."""
        return self._progress(area((FIRST, FIRST_COLUMN), (self._last, self.total_column - 1)), self.scores)

    def labels(self) -> str:
        """Whose rows they are, for a formula on another sheet."""
        return self._outside(0)

    def all_totals(self) -> str:
        """The totals, for a formula on another sheet."""
        return self._outside(self.total_column)

    def total_at(self, number: int) -> str:
        """The total of a row, for a formula on another sheet."""
        return f"{quoted(self.sheet.texts['tab'])}!{cell(FIRST + number, self.total_column)}"

    @property
    def _last(self) -> int:
        return FIRST + len(self.scores) - 1

    def _total(self, row: Sequence[int | None]) -> int | None:
        known = [score for score in row if score in self.sheet.options]
        return self.sheet.worth * sum(score or 0 for score in known) if known else None

    def _row(self, number: int) -> str:
        row = FIRST + number
        return area((row, FIRST_COLUMN), (row, self.total_column - 1))

    def _count(self, cells: str) -> str:
        return "+".join(f"COUNTIF({cells},{option})" for option in self.sheet.options)

    def _progress(self, cells: str, rows: Sequence[Sequence[int | None]]) -> Formula:
        of = len(rows) * len(self.sheet.columns)
        answered = sum(score in self.sheet.options for row in rows for score in row)
        return Formula(f'={self._count(cells)}&"/{of}"', f"{answered}/{of}")

    def _outside(self, column: int) -> str:
        return f"{quoted(self.sheet.texts['tab'])}!{area((FIRST, column), (self._last, column), fixed=True)}"


def entries(sheet: ScoreSheet, filled: Filled) -> Entries:
    """The cells of `sheet` with the scores of `filled`, by row; ValueError for a row or a column that is not there."""
    strange = filled.keys() - set(sheet.rows)
    if strange or any(len(scores) != len(sheet.columns) for scores in filled.values()):
        raise ValueError("scores for a row or a statement that the sheet does not have")
    nothing = (None,) * len(sheet.columns)
    return Entries(sheet, tuple(tuple(filled.get(row, nothing)) for row in sheet.rows))


def ranked(totals: Sequence[int | None]) -> tuple[int, ...]:
    """The numbers of the rows from high to low; equals in their own order, and those without a total last."""
    return tuple(
        sorted(range(len(totals)), key=lambda number: (totals[number] is None, -(totals[number] or 0), number))
    )


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """The name of a cell, as `B6` or `$B$6`."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - slow to start

    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def area(first: tuple[int, int], last: tuple[int, int], *, fixed: bool = False) -> str:
    """The name of a range, as `B6:K6`; one cell is a range too."""
    return f"{cell(*first, fixed=fixed)}:{cell(*last, fixed=fixed)}"


def quoted(tab: str) -> str:
    """The name of a sheet as it stands in a formula."""
    doubled = tab.replace("'", "''")
    return f"'{doubled}'"
