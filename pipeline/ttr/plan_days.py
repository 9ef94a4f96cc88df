"""The days on which the year plan stands: those of the meetings, from the form or proposed, and what hangs on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.ttr.academic_year import opening_year, teaching_begins
from pipeline.ttr.deadlines import WEEK_AND_A_HALF, before
from pipeline.ttr.plan_row import DayRule
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Meeting, Programme
from pipeline.ttr.proposals import FRAME_TAKES, with_proposals
from pipeline.ttr.working_days import back_to_work, on_to_work, shifted, working_days_after

REPORT_TAKES = 10
"""Ours: a report is there in so many working days, while all of it is fresh."""

_AUTUMN_BEGINS = (9, 21)
_SPRING_ENDS = (6, 20)


@dataclass(frozen=True, slots=True)
class PlanDays:
    """The programme with a day for every meeting that one can be found for; `proposed` are the keys of ours."""

    programme: Programme
    proposed: frozenset[str] = frozenset()

    @property
    def meetings(self) -> Sequence[Meeting]:
        """The meetings in the order of the programme."""
        known = (one for one in self.programme.meetings if one.key in MEETINGS)
        return sorted(known, key=lambda one: MEETINGS.index(one.key))

    def day(self, key: str) -> date | None:
        """The day of a meeting."""
        meeting = self.programme.meeting(key)
        return meeting.day if meeting else None

    def before(self, meeting: Meeting, days: int) -> date | None:
        """The last day to do something so many days before a meeting."""
        return None if meeting.day is None else before(meeting.day, days, self.programme)

    def former(self, meeting: Meeting) -> date | None:
        """The day of the meeting before, or of the start of teaching."""
        earlier = [one.day for one in self.meetings[: self.meetings.index(meeting)] if one.day]
        return max(earlier, default=teaching_begins(self.programme))

    def reported(self, meeting: Meeting) -> date | None:
        """The day by which its report is there: before the next meeting, where that leaves a working day."""
        if meeting.day is None:
            return None
        due = working_days_after(meeting.day, REPORT_TAKES, self.programme)
        later = [one.day for one in self.meetings[self.meetings.index(meeting) + 1 :] if one.day]
        return self._until(due, min(later, default=None), meeting.day)

    @property
    def framed(self) -> tuple[DayRule, date | None]:
        """The day by which the frame of reference is there, and how it was found.

        It is the start of autumn, or later after the session (G06); but before the first case is prepared, for which it
        is needed, where that leaves a day after the session.
        """
        intro, case = self.day(INTRO), self.before_first_case
        if intro is None:
            return DayRule.AFTER_MEETING, None
        written = working_days_after(intro, FRAME_TAKES, self.programme)
        due = max(written, self.autumn or written)
        if case is not None and intro < case < due:
            return DayRule.BEFORE_FIRST_CASE, case
        return (DayRule.AFTER_MEETING if due == written else DayRule.AUTUMN_BEGINS), due

    @property
    def autumn(self) -> date | None:
        """The first working day of autumn."""
        year = opening_year(self.programme)
        return None if year is None else on_to_work(date(year, *_AUTUMN_BEGINS), self.programme)

    @property
    def first_follow_up(self) -> Meeting | None:
        """The follow-up that comes first."""
        return next((one for one in self.meetings if one.key in FOLLOW_UPS), None)

    @property
    def before_first_case(self) -> date | None:
        """The last working day before the first follow-up is prepared."""
        first = self.first_follow_up
        prepared = None if first is None else self.before(first, WEEK_AND_A_HALF)
        return None if prepared is None else back_to_work(shifted(prepared, -1), self.programme)

    @property
    def year_reported(self) -> date | None:
        """The day of the annual report: the end of spring, but after the last report."""
        spring, last = self.spring_ends, self.last_report
        if spring is None or last is None or last < spring:
            return spring
        return working_days_after(last, 1, self.programme)

    @property
    def spring_ends(self) -> date | None:
        """The last working day of spring."""
        year = opening_year(self.programme)
        return None if year is None else back_to_work(date(year + 1, *_SPRING_ENDS), self.programme)

    @property
    def last_report(self) -> date | None:
        """The day by which the report of the last follow-up is there."""
        reported = (self.reported(one) for one in self.meetings if one.key in FOLLOW_UPS)
        return max((day for day in reported if day), default=None)

    def _until(self, due: date, following: date | None, after: date) -> date:
        """`due`, or the last working day before what follows, if that is after what it belongs to."""
        if following is None or due < following:
            return due
        last = back_to_work(shifted(following, -1), self.programme)
        return last if last > after else due


def plan_days(programme: Programme) -> PlanDays:
    """The days of a programme, with a proposal for each meeting without one."""
    whole = with_proposals(programme)
    open_before = {one.key for one in programme.meetings if one.day is None}
    return PlanDays(whole, frozenset(one.key for one in whole.meetings if one.key in open_before and one.day))
