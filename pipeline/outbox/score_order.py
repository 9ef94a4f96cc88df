"""The hidden sheet behind the live chart: who stands where by now, in formulas that every Excel and LibreOffice knows.

Totals are ranked by a whole-number key (a thousand times the total, less the row), so that equals keep the order of
the sheet and empty rows drop to the end (M56, G21).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pipeline.documents.score_sheet import ScoreSheet
from pipeline.outbox.normalising import legal
from pipeline.ttr.bands import Band, band, limits
from pipeline.ttr.scores import STEP

Cell: TypeAlias = tuple[str, int | str]
"""A formula and the value it has."""

KEY, PLACE, LABEL, TOTAL, FRONT, MIDDLE, BACK, TO_GO, DOT_X, DOT_FRONT, DOT_MIDDLE, DOT_BACK = range(12)
BANDS = (Band.FRONT, Band.MIDDLE, Band.BACK)
OUT_OF_SIGHT = -10
"""A dot that is not there stands below the chart: an empty x would turn all of a series into 1, 2, 3."""

_HEADERS = ("Key", "Row", "Label", "Total", "Front", "Middle", "Back", "To go", "x", "y front", "y middle", "y back")
_BASE = 1000


@dataclass(frozen=True, slots=True)
class Entries:
    """What stands on the sheet to fill in: its name, its first row, the column of the totals, and the cells."""

    sheet: str
    first: int
    total: int
    worth: int
    rows: tuple[tuple[int | None, ...], ...]

    @property
    def totals(self) -> tuple[int | None, ...]:
        """The total of each row; None while it is empty."""
        return tuple(
            self.worth * sum(value for value in row if value is not None)
            if any(value is not None for value in row)
            else None
            for row in self.rows
        )

    def sums(self, number: int) -> tuple[Cell, Cell]:
        """The total of a row, empty until something is filled in, and how far the row is."""
        cells = _span(self.first + number, 1, self.first + number, self.total - 1)
        total, count = self.totals[number], sum(value is not None for value in self.rows[number])
        worth = f"*{self.worth}" if self.worth != 1 else ""
        return (
            (f'=IF(COUNT({cells})=0,"",SUM({cells}){worth})', "" if total is None else total),
            (f'=COUNT({cells})&"/{self.total - 1}"', f"{count}/{self.total - 1}"),
        )

    def progress(self) -> Cell:
        """How many cells are filled in, of all."""
        cells = _span(self.first, 1, self.first + len(self.rows) - 1, self.total - 1)
        filled = sum(value is not None for row in self.rows for value in row)
        every = len(self.rows) * (self.total - 1)
        return f'=COUNT({cells})&"/{every}"', f"{filled}/{every}"

    def column(self, column: int) -> str:
        """A whole column of the sheet, as other sheets refer to it."""
        name = self.sheet.replace("'", "''")
        return f"'{name}'!{_span(self.first, column, self.first + len(self.rows) - 1, column, fixed=True)}"

    def cell(self, number: int, column: int) -> str:
        """One cell of a row."""
        name = self.sheet.replace("'", "''")
        return f"'{name}'!{_span(self.first + number, column, self.first + number, column).split(':')[0]}"


def write_order(page: Any, sheet: ScoreSheet, entries: Entries) -> int:
    """Each place in the walk in a row; how many there are."""
    for column, text in enumerate(_HEADERS):
        page.write_string(0, column, text)
    totals = entries.totals
    order = sorted(
        (number for number, total in enumerate(totals) if total is not None),
        key=lambda number: (-(totals[number] or 0), number),
    )
    for number in range(len(entries.rows)):
        for column, (formula, value) in enumerate(_Place(sheet, entries, number, order).cells()):
            page.write_formula(number + 1, column, formula, None, value)
    return len(entries.rows)


@dataclass(frozen=True, slots=True)
class _Place:
    """The row of the hidden sheet for the place `number` (from 0), taken by the sheet's row `row`, or by nobody yet."""

    sheet: ScoreSheet
    entries: Entries
    number: int
    order: Sequence[int]

    def cells(self) -> list[Cell]:
        """All its cells, in the order of the columns."""
        return [self._key(), self._row(), self._label(), self._total(), *self._lanes(), *self._dots()]

    @property
    def at(self) -> int:
        return self.number + 2

    @property
    def row(self) -> int | None:
        return self.order[self.number] if self.number < len(self.order) else None

    @property
    def total(self) -> int | None:
        return None if self.row is None else self.entries.totals[self.row]

    def _key(self) -> Cell:
        """The key of the row that stands here on the sheet, whatever its place."""
        mine, base = self.entries.totals[self.number], _BASE - self.number
        cell = self.entries.cell(self.number, self.entries.total)
        return f'=IF({cell}="","",{cell}*{_BASE}+{base})', "" if mine is None else mine * _BASE + base

    def _row(self) -> Cell:
        keys, place = f"$A$2:$A${len(self.entries.rows) + 1}", self.number + 1
        found = "" if self.row is None else self.row + 1
        return f'=IF({place}>COUNT({keys}),"",MATCH(LARGE({keys},{place}),{keys},0))', found

    def _label(self) -> Cell:
        label = "" if self.row is None else f"{self.sheet.rows[self.row]}  {self.total}"
        return f'=IF(B{self.at}="","",INDEX({self.entries.column(0)},B{self.at})&"  "&D{self.at})', legal(label)

    def _total(self) -> Cell:
        formula = f'=IF(B{self.at}="","",INDEX({self.entries.column(self.entries.total)},B{self.at}))'
        return formula, "" if self.total is None else self.total

    def _lanes(self) -> Iterator[Cell]:
        """The length of the lane in the band it ends in, and what is still to go."""
        for one, inside in self._bands():
            here = self.total is not None and band(self.total, self.sheet.maximum) is one
            yield f'=IF(B{self.at}="",0,IF({inside},D{self.at},0))', (self.total or 0) if here else 0
        to_go = 0 if self.total is None else self.sheet.maximum - self.total
        yield f'=IF(B{self.at}="",0,{self.sheet.maximum}-D{self.at})', to_go

    def _dots(self) -> Iterator[Cell]:
        """Where the dot stands: at its total, on top of those with the same total."""
        yield f'=IF(B{self.at}="",0,D{self.at})', self.total or 0
        below = sum(self.entries.totals[other] == self.total for other in self.order[: self.number + 1])
        for one, inside in self._bands():
            here = self.total is not None and band(self.total, self.sheet.maximum) is one
            formula = f"IF({inside},COUNTIF(D$2:D{self.at},D{self.at}),{OUT_OF_SIGHT})"
            yield f'=IF(B{self.at}="",{OUT_OF_SIGHT},{formula})', below if here else OUT_OF_SIGHT

    def _bands(self) -> Iterator[tuple[Band, str]]:
        middle, front = limits(self.sheet.maximum)
        yield Band.FRONT, f"D{self.at}>={front}"
        yield Band.MIDDLE, f"AND(D{self.at}>={middle},D{self.at}<{front})"
        yield Band.BACK, f"D{self.at}<{middle}"


def write_distribution(page: Any, sheet: ScoreSheet, entries: Entries) -> int:
    """How many rows have each total there can be, by band; no row can be told from another."""
    each = STEP if sheet.worth == STEP else STEP // 2
    known = entries.totals
    for column, text in enumerate(("Total", "Front", "Middle", "Back")):
        page.write_string(0, column, text)
    possible = range(0, sheet.maximum + 1, each)
    for at, total in enumerate(possible, 1):
        page.write_number(at, 0, total)
        for column, one in enumerate(BANDS, 1):
            if band(total, sheet.maximum) is one:
                formula = f"=COUNTIF({entries.column(entries.total)},A{at + 1})"
                page.write_formula(at, column, formula, None, sum(value == total for value in known))
            else:
                page.write_number(at, column, 0)
    return len(possible)


def _span(row: int, column: int, last_row: int, last_column: int, *, fixed: bool = False) -> str:
    from xlsxwriter.utility import xl_range, xl_range_abs  # noqa: PLC0415 - slow to start

    text: str = (xl_range_abs if fixed else xl_range)(row, column, last_row, last_column)
    return text if ":" in text else f"{text}:{text}"
