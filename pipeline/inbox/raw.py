"""What was read from a sheet before anybody asked what it means: cells with their addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeAlias

CellValue: TypeAlias = str | int | float | bool | datetime | date | time
"""What a cell can hold."""


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell, counted from 1; a formula and an error have no value that could be trusted."""

    value: CellValue | None = field(repr=False)
    row: int
    column: int
    formula: bool = False
    error: bool = False

    @property
    def address(self) -> str:
        """As Excel calls it: `C7`."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The cells of a sheet by row and column; empty ones are left out. A CSV file has one, without name."""

    name: str
    cells: Mapping[tuple[int, int], RawCell] = field(repr=False)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RawWorkbook:
    """All sheets in order; `mark` is what our own forms carry (`ttr:sign_up:1:nl`), else empty."""

    sheets: tuple[RawSheet, ...]
    mark: str = ""


def column_letters(column: int) -> str:
    """The name of a column, counted from 1: `A`, `Z`, `AA`."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
