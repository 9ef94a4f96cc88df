"""What the programme asks of the follow-ups that were held, and of their action points (M04, M20, M98-M103, G29)."""

from collections.abc import Iterator
from datetime import date

from pipeline.findings import Finding, Word, note
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules_people import FEWEST_PARTICIPANTS

ABOUT = "meeting"


def meetings_broken(year: TeamYear, today: date) -> Iterator[Finding]:
    """What is remarkable about the meetings that were held, and which of those that are over has no form yet."""
    programme = year.programme or Programme()
    yield from _without_form(year, programme, today)
    for held in year.held:
        yield from _of_held(held, programme)
    yield from _due_before(year, programme)


def _without_form(year: TeamYear, programme: Programme, today: date) -> Iterator[Finding]:
    """A report follows every meeting (M20); one whose form cannot be used yet counts as missing too."""
    held = {one.meeting for one in year.held}
    for meeting in programme.meetings:
        if meeting.key in FOLLOW_UPS and meeting.key not in held and meeting.day and meeting.day < today:
            named = _name(meeting.key)
            yield note("report_missing", meeting.place("day"), ABOUT, meeting=named, day=meeting.day)


def _of_held(held: HeldMeeting, programme: Programme) -> Iterator[Finding]:
    planned = programme.meeting(held.meeting)
    if planned is None and programme.meetings:
        yield note("meeting_unplanned", held.place, ABOUT, meeting=_name(held.meeting))
    if planned and planned.day and held.day and planned.day != held.day:
        days = {"day": held.day, "planned": planned.day}
        yield note("meeting_day_differs", held.place, ABOUT, meeting=_name(held.meeting), **days)
    if held.present is not None and held.present < FEWEST_PARTICIPANTS:
        yield note("meeting_few_present", held.place, ABOUT, count=held.present, least=FEWEST_PARTICIPANTS)


def _due_before(year: TeamYear, programme: Programme) -> Iterator[Finding]:
    """Nobody agrees on something for a day that is over: such a date was mistyped."""
    days = {meeting.key: meeting.day for meeting in programme.meetings}
    days |= {held.meeting: held.day for held in year.held if held.day}
    for point in year.action_points:
        day = days.get(point.meeting or "")
        if day and point.due and point.due < day:
            named = _name(point.meeting or "")
            yield note("action_due_before_meeting", point.place, ABOUT, meeting=named, day=day, due=point.due)


def _name(meeting: str) -> Word:
    return Word(f"terms.meeting.{meeting}")
