"""What the year plan reckons by the day it is opened: where each row stands, and how that looks (M102).

Whether something was done cannot be known in a workbook, so nothing is called late here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.documents.plan.year_plan import COLUMNS, SOON, PlanState
from pipeline.outbox.normalising import legal

_LONGEST: Final = 200
"""Signs; a text in a formula may have 255, and a quotation mark counts twice."""


@dataclass(frozen=True, slots=True)
class StateCells:
    """Formulas about the row of this number, as Excel counts; `column` tells where a column stands."""

    row: int

    def state(self, words: Mapping[PlanState, str]) -> str:
        """Where the row stands, in a word."""
        told = {state: f'"{_quotable(word)}"' for state, word in words.items()}
        ahead = f"IF({self._running()},{told[PlanState.RUNNING]},{told[PlanState.LATER]})"
        ahead = f"IF({self._day}<=TODAY()+{SOON},{told[PlanState.SOON]},{ahead})"
        ahead = f"IF({self._day}<TODAY(),{told[PlanState.PAST]},{ahead})"
        return f"=IF(ISNUMBER({self._day}),{ahead},{told[PlanState.OPEN]})"

    def past(self) -> str:
        """Whether its day has passed."""
        return f"=AND(ISNUMBER({self._day}),{self._day}<TODAY())"

    def soon(self) -> str:
        """Whether its day is within two weeks."""
        return f"=AND(ISNUMBER({self._day}),{self._day}>=TODAY(),{self._day}<=TODAY()+{SOON})"

    def _running(self) -> str:
        begin = self._cell("begin")
        return f"AND(ISNUMBER({begin}),{begin}<=TODAY())"

    @property
    def _day(self) -> str:
        return self._cell("day")

    def _cell(self, column: str) -> str:
        return f"${letter(column)}{self.row}"


def letter(column: str) -> str:
    """The letter above a column."""
    return chr(ord("A") + COLUMNS.index(column))


def told(states: Mapping[PlanState, str]) -> Iterator[tuple[PlanState, str]]:
    """The words as a cell shows them, the value that a formula has now among them."""
    for state, word in states.items():
        yield state, _shown(word)


def _shown(word: str) -> str:
    return legal(word)[:_LONGEST]


def _quotable(word: str) -> str:
    return _shown(word).replace('"', '""')
