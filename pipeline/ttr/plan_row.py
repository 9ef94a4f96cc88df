"""A row of the year plan: what is done, by whom, by when, and how that day was found (M22-M36, G01-G06)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.findings import Place
from pipeline.ttr.programme import FOLLOW_UPS


class Activity(StrEnum):
    """What is done in a year; its name stands at `plan.activity.<key>`."""

    SCAN = "scan"
    PREPARE_INTRO = "prepare_intro"
    LETTERS = "letters"
    INTRO = "intro"
    FRAME = "frame"
    COLLECT = "collect"
    PREPARE = "prepare"
    HAND_OUT = "hand_out"
    FOLLOW_UP = "follow_up"
    REPORT = "report"
    ANNUAL_REPORT = "annual_report"
    DIALOGUE_DAYS = "dialogue_days"  # beside TTR, if the institution has them (M05)
    MENTORING = "mentoring"


class Doer(StrEnum):
    """Who does it; the name stands at `plan.doer.<key>`."""

    MANAGEMENT = "management"
    TEAM_LEAD = "team_lead"
    STAFF = "staff"
    MENTORS = "mentors"
    TEACHERS = "teachers"


class DayRule(StrEnum):
    """How the day was found; told beside it at `plan.rule.<key>`."""

    PLANNED = "planned"  # the day of a meeting, from the form
    PROPOSED = "proposed"  # ours, for a meeting without a day
    OPENING_WEEKS = "opening_weeks"  # the first two weeks of teaching
    WEEK_BEFORE = "week_before"
    WEEK_AND_A_HALF_BEFORE = "week_and_a_half_before"
    AUTUMN_BEGINS = "autumn_begins"
    BEFORE_FIRST_CASE = "before_first_case"  # before follow-up 1 is prepared
    AFTER_MEETING = "after_meeting"  # so many working days after it
    SPRING_ENDS = "spring_ends"
    OWN = "own"  # no day of ours


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the year plan.

    `day` is the day of a meeting, or the last day for anything else; `begin` is the first day of a period. Both are
    None while they cannot be known. `meeting` is the key of the meeting it belongs to. `proposed` tells that `day`
    is, or hangs on, a day that we propose because the form has none. `ours` tells that the manual has no such row.
    """

    activity: Activity
    doers: tuple[Doer, ...]
    rule: DayRule
    day: date | None = None
    begin: date | None = None
    meeting: str | None = None
    season: str | None = None
    proposed: bool = False
    ours: bool = False
    regular_meeting: str | None = None
    place: Place = field(default=Place(), compare=False)

    @property
    def key(self) -> str:
        """Its name in the program: `report_2` for the report of follow-up 2, `frame` for the frame of reference."""
        number = FOLLOW_UPS.index(self.meeting) + 1 if self.meeting in FOLLOW_UPS else 0
        return f"{self.activity.value}_{number}" if number else self.activity.value

    @property
    def is_meeting(self) -> bool:
        """Whether the team meets."""
        return self.activity in {Activity.INTRO, Activity.FOLLOW_UP}
