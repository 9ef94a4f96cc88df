"""The year plan: the manual's table of activities with real days, found from the programme form (M22-M36, G01-G06)."""

from collections.abc import Iterable
from datetime import date

from pipeline.ttr.plan_days import plan_days
from pipeline.ttr.plan_meetings import meeting_rows
from pipeline.ttr.plan_row import Activity, DayRule, Doer, PlanRow
from pipeline.ttr.plan_year import closing_rows, opening_rows
from pipeline.ttr.programme import Programme

__all__ = ["Activity", "DayRule", "Doer", "PlanRow", "year_plan"]


def year_plan(programme: Programme) -> tuple[PlanRow, ...]:
    """Every activity of the year, by day; those without one at the end of what they belong to."""
    days = plan_days(programme)
    around = (row for meeting in days.meetings for row in meeting_rows(days, meeting))
    return _by_day((*opening_rows(days), *around, *closing_rows(days)))


def _by_day(rows: Iterable[PlanRow]) -> tuple[PlanRow, ...]:
    """In the order of the days; a row without one goes with the row that stands before it in the manual."""
    placed: list[tuple[date, PlanRow]] = []
    for row in rows:
        former = placed[-1][0] if placed else date.min
        placed.append((row.day or former, row))
    return tuple(row for _, row in sorted(placed, key=lambda entry: entry[0]))
