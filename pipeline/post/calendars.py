"""The calendar files of the year: one for each meeting, and one with all of them (M07, M16)."""

from collections.abc import Mapping
from datetime import time

from pipeline.post.calendar_file import Entry, calendar_file
from pipeline.post.letters import Mailing
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS

FOLDER = "1_prepare/calendar"
ALL_MEETINGS = "all-meetings"
NAMES: Mapping[str, str] = {INTRO: "introduction"} | {
    key: f"follow-up-{number}" for number, key in enumerate(FOLLOW_UPS, 1)
}


def calendars(mailing: Mailing) -> Mapping[str, bytes]:
    """The files by their path in the outbox; a meeting without a day is in none of them.

    Most calendars put one meeting where it belongs, and make a calendar of its own of several; so there are both. One
    that was cancelled is in the file with all until the day it had is over, and in its own file unless the same meeting
    is planned under another identifier, as when the academic year was wrong.
    """
    entries = _entries(mailing)
    own = {one.meeting.key: one for one in entries}
    chosen: dict[str, tuple[Entry, ...]] = {NAMES[key]: (own[key],) for key in MEETINGS if key in own}
    if entries:
        chosen[ALL_MEETINGS] = tuple(sorted(entries, key=_when))
    made = ((name, calendar_file(some, mailing.words)) for name, some in chosen.items())
    return {f"{FOLDER}/{name}.ics": content for name, content in made if content is not None}


def _entries(mailing: Mailing) -> tuple[Entry, ...]:
    """What is cancelled, and after it what is planned, each meeting once."""
    meetings = filter(None, map(mailing.programme.meeting, MEETINGS))
    planned = [mailing.entry(meeting) for meeting in meetings if meeting.day]
    uids = {one.uid for one in planned}
    return (*(one for one in mailing.calendar.cancelled(mailing.year.today) if one.uid not in uids), *planned)


def _when(one: Entry) -> tuple[str, time, str]:
    return f"{one.meeting.day}", one.meeting.start or time(), one.uid
