"""The calendar file of a meeting, for Outlook, Google, Apple and phones (M07, M16, M66).

The same meeting has the same identifier in every run, also when it moves, so that a calendar changes its entry and
makes no second one. Times stand in UTC: a calendar that is told only the name of a time zone may be an hour off. The
meetings of a team are in one of three countries, whose clocks agree all year.

A meeting that was called off is published too, as cancelled. The method to withdraw one (CANCEL) is for invitations: it
needs an organiser, and we name nobody. A calendar may hide a cancelled entry, strike it out or show it like any other;
so its title says it too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox.normalising import legal
from pipeline.post.mail import Attachment
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme
from pipeline.ttr.timetable import timetable_for

if TYPE_CHECKING:
    from icalendar import Event

_ZONE = "Europe/Amsterdam"  # Brussels and Berlin change their clocks at the same moment
_FIRST_STAMP = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as it stands in calendars; `sequence` counts how often that was changed since it was first sent.

    One that is `cancelled` does not take place on this day.
    """

    meeting: Meeting
    uid: str
    sequence: int = 0
    cancelled: bool = False


def entry(meeting: Meeting, programme: Programme, key: TeamKey, sequence: int = 0) -> Entry:
    """The meeting under an identifier that only this team's folder gives, and that tells nothing.

    The academic year is part of it: a folder that serves a second year takes nothing out of last year's calendars.
    """
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


def enclosed(one: Entry, words: Catalogue) -> tuple[Attachment, ...]:
    """The file of one meeting as it goes with a mail; none while the meeting has no day.

    Its name is as we ship it: a team's own wording may hold signs that a file's name cannot.
    """
    content = calendar_file((one,), words)
    name = catalogue(words.language).say(f"post.file.{one.meeting.key}")
    return () if content is None else (Attachment(f"{name}.ics", content),)


def length(meeting: Meeting) -> int:
    """How many minutes the meeting takes: as planned, or else as the manual has it."""
    return meeting.minutes or timetable_for(meeting.key, None).minutes


def place(meeting: Meeting, words: Catalogue) -> str | None:
    """Where the meeting is; None while it is not known."""
    online = words.say("terms.online") if meeting.mode is Mode.ONLINE else ""
    return " ".join(legal(meeting.room or online).split()) or None


def _event(one: Entry, day: date, words: Catalogue) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - slow to start

    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", _stamp(one))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("summary", _title(one, words))
    event.add("description", "\n".join(_description(one, words)))
    where = place(one.meeting, words)
    if where:
        event.add("location", where)
    _add_times(event, one.meeting, day)
    takes_time = one.meeting.start is not None and not one.cancelled
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "BUSY" if takes_time else "FREE")
    return event


def _stamp(one: Entry) -> datetime:
    """When this version was made, in name only: a clock would give other bytes in every run.

    Of two versions with one sequence number a calendar takes the later stamp, and some look at nothing else. So it
    grows with the number, whichever way the meeting moves.
    """
    return _FIRST_STAMP + timedelta(days=one.sequence)


def _title(one: Entry, words: Catalogue) -> str:
    title = words.say("post.calendar.title", meeting=words.say(f"terms.meeting.{one.meeting.key}"))
    return words.say("post.calendar.cancelled.title", title=title) if one.cancelled else title


def _description(one: Entry, words: Catalogue) -> tuple[str, ...]:
    if one.cancelled:
        return words.many("post.calendar.cancelled.text")
    return words.many(f"post.calendar.{'intro' if one.meeting.key == INTRO else 'follow_up'}")


def _add_times(event: "Event", meeting: Meeting, day: date) -> None:
    if meeting.start is None:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        return
    begin = datetime.combine(day, meeting.start, ZoneInfo(_ZONE)).astimezone(UTC)
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(minutes=length(meeting)))
