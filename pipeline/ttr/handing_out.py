"""When the case of a follow-up is handed out (M94-M96, G32)."""

from collections.abc import Iterator
from datetime import date

from pipeline.findings import Finding, Word, note
from pipeline.ttr.cases import Case
from pipeline.ttr.deadlines import WEEK, before
from pipeline.ttr.programme import INTRO, HandOut, Meeting, Programme
from pipeline.ttr.records import TeamYear


def hand_out(meeting: Meeting) -> HandOut:
    """When the case is handed out: before the meeting, as is advised, unless the team said otherwise (M96)."""
    return meeting.hand_out or HandOut.BEFORE


def hand_out_day(meeting: Meeting, programme: Programme) -> date | None:
    """The last day to hand out the case: a week before the meeting, or the meeting itself; None without a day."""
    if meeting.day is None or hand_out(meeting) is HandOut.DURING:
        return meeting.day
    return before(meeting.day, WEEK, programme)


def chosen_case(year: TeamYear, meeting: str) -> Case | None:
    """The one case that was chosen for the meeting of this key; None as well where there are two (M94)."""
    chosen = [case for case in year.cases if case.meeting == meeting]
    return chosen[0] if len(chosen) == 1 else None


def of_hand_outs(year: TeamYear, today: date) -> Iterator[Finding]:
    """When the case of the follow-up that comes next goes out, or that it is late for that."""
    programme = year.programme or Programme()
    meeting = _next_follow_up(programme, today)
    if meeting is None or hand_out(meeting) is HandOut.DURING or chosen_case(year, meeting.key) is None:
        return
    due = hand_out_day(meeting, programme)
    if meeting.day and due:
        named, place = Word(f"terms.meeting.{meeting.key}"), meeting.place("day")
        late = today > due
        yield note(
            "case_mail_late" if late else "case_mail_due", place, "programme", meeting=named, day=meeting.day, due=due
        )


def _next_follow_up(programme: Programme, today: date) -> Meeting | None:
    ahead = [meeting for meeting in programme.meetings if meeting.key != INTRO and meeting.day and meeting.day >= today]
    return min(ahead, key=lambda meeting: meeting.day or date.max, default=None)
