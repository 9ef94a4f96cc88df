"""The calendar file of a meeting, for Outlook, Google, Apple and phones (M07, M16, M66).

The same meeting has the same identifier in every run, also when it moves, so that a calendar changes its entry and
makes no second one. Times stand in UTC: a calendar that is told only the name of a time zone may be an hour off. The
meetings of a team are in one of three countries, whose clocks agree all year.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.normalising import legal
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme
from pipeline.ttr.timetable import timetable_for

if TYPE_CHECKING:
    from icalendar import Event

_ZONE = "Europe/Amsterdam"  # Brussels and Berlin change their clocks at the same moment


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as it stands in calendars; `sequence` counts how often that was changed since it was first sent."""

    meeting: Meeting
    uid: str
    sequence: int = 0


def entry(meeting: Meeting, programme: Programme, key: TeamKey, sequence: int = 0) -> Entry:
    """The meeting under an identifier that only this team's folder gives, and that tells nothing."""
    digest = key.digest("calendar", f"{programme.academic_year or ''} {meeting.key}")
    return Entry(meeting, str(UUID(bytes=digest[:16], version=4)), sequence)


def calendar_file(entries: Iterable[Entry], words: Catalogue) -> bytes | None:
    """One file with these meetings, without anybody's name; None when none of them has a day.

    A meeting without a time takes the whole day and leaves it free.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to start

    planned = [(one, one.meeting.day) for one in entries if one.meeting.day]
    if not planned:
        return None
    calendar = Calendar()
    calendar.add("prodid", f"-//#Ibelong//Team Teacher Reflection//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for one, day in planned:
        calendar.add_component(_event(one, day, words))
    content: bytes = calendar.to_ical()
    return content


def length(meeting: Meeting) -> int:
    """How many minutes the meeting takes: as planned, or else as the manual has it."""
    return meeting.minutes or timetable_for(meeting.key, None).minutes


def place(meeting: Meeting, words: Catalogue) -> str | None:
    """Where the meeting is; None while it is not known."""
    online = words.say("terms.online") if meeting.mode is Mode.ONLINE else ""
    return " ".join(legal(meeting.room or online).split()) or None


def _event(one: Entry, day: date, words: Catalogue) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - slow to start

    meeting, event = one.meeting, Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", datetime.combine(day, time(), UTC))  # not the clock's: the same input gives the same bytes
    event.add("summary", words.say("post.calendar.title", meeting=words.say(f"terms.meeting.{meeting.key}")))
    event.add("description", "\n".join(words.many(f"post.calendar.{'intro' if meeting.key == INTRO else 'follow_up'}")))
    where = place(meeting, words)
    if where:
        event.add("location", where)
    _add_times(event, meeting, day)
    return event


def _add_times(event: "Event", meeting: Meeting, day: date) -> None:
    if meeting.start is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        return
    begin = datetime.combine(day, meeting.start, ZoneInfo(_ZONE)).astimezone(UTC)
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=length(meeting)))
    event.add("transp", "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", "BUSY")
