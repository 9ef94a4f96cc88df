"""A sheet row by row, as people look at it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.findings import Place
from pipeline.inbox.cleaning import cleaned, folded
from pipeline.inbox.raw import RawCell, RawSheet, column_letters
from pipeline.inbox.vocabulary import LONGEST_TERM


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a sheet by row, then by column, in order; `file` is the file's shown name."""

    file: str
    sheet: RawSheet
    rows: Mapping[int, Mapping[int, RawCell]]

    def cell(self, row: int, column: int) -> RawCell | None:
        """The cell, if something stands in it."""
        return self.rows.get(row, {}).get(column)

    def place(self, row: int, column: int) -> Place:
        """The cell as people name it."""
        return Place(self.file, self.sheet.name, f"{column_letters(column)}{row}")

    @property
    def whole(self) -> Place:
        """The sheet itself."""
        return Place(self.file, self.sheet.name)


def grid(file: str, sheet: RawSheet) -> Grid:
    """The sheet by its rows."""
    rows: dict[int, dict[int, RawCell]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = cell
    return Grid(file, sheet, rows)


def has_something(cell: RawCell) -> bool:
    """Whether somebody would say that the cell is filled."""
    return not isinstance(cell.value, str) or bool(cleaned(cell.value[:LONGEST_TERM]) or cleaned(cell.value))


def term_in(cell: RawCell) -> str:
    """The folded text of a cell that could hold a header or a label; empty when it could not."""
    return folded(cell.value) if isinstance(cell.value, str) and len(cell.value) <= LONGEST_TERM else ""
