"""The rows of the year plan that belong to the year as a whole (M05, M36, M109)."""

from collections.abc import Iterator

from pipeline.ttr.academic_year import SEASONS, season
from pipeline.ttr.plan_days import PlanDays
from pipeline.ttr.plan_row import Activity, DayRule, Doer, PlanRow
from pipeline.ttr.programme import FOLLOW_UPS, INTRO


def opening_rows(days: PlanDays) -> Iterator[PlanRow]:
    """In a year without an introductory session the team looks whether its frame of reference still fits (M109)."""
    first = days.first_follow_up
    if days.programme.meeting(INTRO) is None and first is not None:
        day = days.before_first_case
        yield PlanRow(
            *(Activity.FRAME, (Doer.TEAM_LEAD,), DayRule.BEFORE_FIRST_CASE, day),
            season=season(day) if day else SEASONS[0],
            proposed=day is not None and first.key in days.proposed,
            place=first.place("day"),
        )


def closing_rows(days: PlanDays) -> Iterator[PlanRow]:
    """The annual report, and what the institution may have beside TTR."""
    day = days.year_reported
    hangs_on_a_proposal = day != days.spring_ends and not days.proposed.isdisjoint(FOLLOW_UPS)
    yield PlanRow(
        *(Activity.ANNUAL_REPORT, (Doer.TEAM_LEAD,), DayRule.SPRING_ENDS, day),
        season=season(day) if day else SEASONS[-1],
        proposed=hangs_on_a_proposal,
        place=days.programme.place("academic_year"),
    )
    yield PlanRow(Activity.DIALOGUE_DAYS, (Doer.TEACHERS,), DayRule.OWN, ours=True)
    yield PlanRow(Activity.MENTORING, (Doer.MENTORS,), DayRule.OWN, ours=True)
