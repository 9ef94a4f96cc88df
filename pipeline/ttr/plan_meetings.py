"""The rows of the year plan around each meeting, counted from its day (M22-M35, M40, M66, M95, G01, G02, G05, G32)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.ttr.academic_year import SEASONS, friday_of_week, season, teaching_begins
from pipeline.ttr.deadlines import WEEK, WEEK_AND_A_HALF
from pipeline.ttr.handing_out import hand_out, hand_out_day
from pipeline.ttr.plan_days import PlanDays
from pipeline.ttr.plan_row import Activity, DayRule, Doer, PlanRow
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, HandOut, Meeting
from pipeline.ttr.working_days import back_to_work, shifted

LEADS = (Doer.TEAM_LEAD,)

_OPENING_WEEKS = 2
_NOT_COUNTED_FROM_IT = (DayRule.OPENING_WEEKS, DayRule.AUTUMN_BEGINS)


def meeting_rows(days: PlanDays, meeting: Meeting) -> Iterator[PlanRow]:
    """What is done before, in and after a meeting, in the order of the manual."""
    rows = _around_intro(days, meeting) if meeting.key == INTRO else _around_follow_up(days, meeting)
    return (_of_meeting(row, days, meeting) for row in rows)


def _around_intro(days: PlanDays, intro: Meeting) -> Iterator[PlanRow]:
    week = days.before(intro, WEEK)
    begin, prepared = _opening_weeks(days, intro.day)
    yield PlanRow(Activity.SCAN, LEADS, DayRule.WEEK_BEFORE, week, ours=True)
    yield PlanRow(Activity.PREPARE_INTRO, (Doer.MANAGEMENT, *LEADS), DayRule.OPENING_WEEKS, prepared, begin)
    yield PlanRow(Activity.LETTERS, LEADS, DayRule.WEEK_BEFORE, week, ours=True)
    yield PlanRow(Activity.INTRO, (Doer.STAFF, Doer.MANAGEMENT, *LEADS), _found(days, intro), intro.day)
    rule, framed = days.framed
    yield PlanRow(Activity.FRAME, LEADS, rule, framed, intro.day)


def _around_follow_up(days: PlanDays, meeting: Meeting) -> Iterator[PlanRow]:
    """Follow-up 3 is counted from itself, and has a report as well, where the manual's table slips (G01, G02)."""
    prepared, former = days.before(meeting, WEEK_AND_A_HALF), days.former(meeting)
    begin = former if former and prepared and former <= prepared else None
    rule = DayRule.WEEK_AND_A_HALF_BEFORE
    yield PlanRow(Activity.COLLECT, (Doer.MENTORS, Doer.TEACHERS), rule, prepared, begin)
    yield PlanRow(Activity.PREPARE, LEADS, rule, prepared)
    during = hand_out(meeting) is HandOut.DURING
    handed_out = _found(days, meeting) if during else DayRule.WEEK_BEFORE
    yield PlanRow(Activity.HAND_OUT, LEADS, handed_out, hand_out_day(meeting, days.programme), ours=True)
    yield PlanRow(Activity.FOLLOW_UP, (Doer.STAFF, Doer.MANAGEMENT, *LEADS), _found(days, meeting), meeting.day)
    last = meeting.key == FOLLOW_UPS[-1]
    yield PlanRow(Activity.REPORT, LEADS, DayRule.AFTER_MEETING, days.reported(meeting), meeting.day, ours=last)


def _of_meeting(row: PlanRow, days: PlanDays, meeting: Meeting) -> PlanRow:
    """The row with what it has from its meeting."""
    hangs_on_it = meeting.key in days.proposed and row.rule not in _NOT_COUNTED_FROM_IT
    return replace(
        row,
        meeting=meeting.key,
        season=season(row.day) if row.day else _expected_season(meeting.key),
        proposed=row.day is not None and (row.proposed or hangs_on_it),
        regular_meeting=meeting.regular_meeting if row.is_meeting else None,
        place=meeting.place("day"),
    )


def _found(days: PlanDays, meeting: Meeting) -> DayRule:
    """A meeting for which no day could be found is a proposal still to come."""
    return DayRule.PROPOSED if meeting.day is None or meeting.key in days.proposed else DayRule.PLANNED


def _expected_season(key: str) -> str:
    return SEASONS[FOLLOW_UPS.index(key)] if key in FOLLOW_UPS else SEASONS[0]


def _opening_weeks(days: PlanDays, intro: date | None) -> tuple[date | None, date | None]:
    """From the first day of teaching to the end of its second week, but before the introductory session (M22)."""
    programme, teaching = days.programme, teaching_begins(days.programme)
    if teaching is None:
        return None, None
    last = friday_of_week(teaching, _OPENING_WEEKS)
    prepared = back_to_work(last if intro is None else min(last, shifted(intro, -1)), programme)
    return (teaching if teaching <= prepared else None), prepared
