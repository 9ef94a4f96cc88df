"""What was put in people's calendars, so that a meeting that moves is moved there too (M07, M16, M66).

A calendar takes a new version of an entry only under a higher sequence number. So that number must outlast the outbox,
which may be emptied: it stands in `private`, beside the key from which the identifiers of the meetings come. It counts
the changes that files were made of, whether or not they were sent: a number that is left out does no harm. Where the
record is lost or damaged the numbers begin again, and a calendar that knows a higher one keeps what it has; nothing
tells us of that, and whoever has the old entry must move it by hand.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, time
from uuid import UUID

from pipeline.anonymise.key import TeamKey
from pipeline.outbox.normalising import legal
from pipeline.post.calendar_file import Entry, entry, length
from pipeline.ttr.programme import MEETINGS, Meeting, Programme
from pipeline.ttr.records import TeamYear

FILE = ".calendar.json"
"""Where the record lies in `private`."""

_HIGHEST = 2**31 - 1  # of any whole number in a calendar file (RFC 5545, 3.3.8)
_LONGEST = 24 * 60  # minutes
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class Noted:
    """A meeting as calendars last got it; `minutes` is its length, `digest` stands for all that counts in it.

    One that was `cancelled` keeps its day and time, for a calendar finds it there.
    """

    key: str
    day: date
    start: time | None
    minutes: int
    digest: str
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRecord:
    """What calendars got, by the identifier of each meeting."""

    meetings: Mapping[str, Noted] = field(default_factory=dict)

    def entry(self, meeting: Meeting, programme: Programme, key: TeamKey) -> Entry:
        """The meeting under the number that is noted; 0 where none is."""
        new = entry(meeting, programme, key)
        noted = self.meetings.get(new.uid)
        return replace(new, sequence=noted.sequence) if noted else new

    def cancelled(self, today: date | None) -> tuple[Entry, ...]:
        """The meetings that do not take place on the day they had; nobody need be told once that day is over."""
        off = [(uid, one) for uid, one in sorted(self.meetings.items()) if one.cancelled and not _over(one, today)]
        return tuple(
            Entry(Meeting(one.key, one.day, one.start, one.minutes), uid, one.sequence, cancelled=True)
            for uid, one in off
        )


def recorded(year: TeamYear, key: TeamKey, record: CalendarRecord) -> CalendarRecord:
    """The record with the meetings of the programme in it, which every stage that sends one asks for first.

    Doing it twice changes nothing. Without a programme form it stays as it is; a form in which something is to be
    mended first is no plan either, and should not be put in.
    """
    if year.programme is None:
        return record
    planned = filter(None, map(year.programme.meeting, MEETINGS))
    return updated(record, (entry(meeting, year.programme, key) for meeting in planned), year.today)


def updated(record: CalendarRecord, entries: Iterable[Entry], today: date | None = None) -> CalendarRecord:
    """The record once these, and no others, are planned: one higher for each that changed, or changed back.

    A meeting that is noted and has no day any more is cancelled, unless its day is over: that one was held. A new one
    begins at 0; one that is planned again goes on counting, and for that what is cancelled stays in the record.
    """
    planned = {one.uid: (one.meeting, one.meeting.day) for one in entries if one.meeting.day}
    left = {uid: _without(noted, today) for uid, noted in record.meetings.items() if uid not in planned}
    now = {uid: _noted(uid, meeting, day, record.meetings.get(uid)) for uid, (meeting, day) in planned.items()}
    return CalendarRecord(left | now)


def read_record(content: bytes | None) -> CalendarRecord:
    """The record as it was kept; what is missing or damaged in it was never noted."""
    try:
        told = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return CalendarRecord()
    lines = told.items() if isinstance(told, dict) else ()
    return CalendarRecord({uid: noted for uid, line in lines if _is_uid(uid) and (noted := _read(line))})


def record_bytes(record: CalendarRecord) -> bytes:
    """The record as it is kept, the same for the same meetings."""
    lines = {
        uid: asdict(one) | {"day": one.day.isoformat(), "start": one.start and one.start.isoformat()}
        for uid, one in record.meetings.items()
    }
    return f"{json.dumps(lines, indent=1, sort_keys=True)}\n".encode()


def _over(noted: Noted, today: date | None) -> bool:
    return today is not None and noted.day < today


def _without(noted: Noted, today: date | None) -> Noted:
    if noted.cancelled or _over(noted, today):
        return noted
    return replace(noted, sequence=noted.sequence + 1, cancelled=True)


def _noted(uid: str, meeting: Meeting, day: date, before: Noted | None) -> Noted:
    now = Noted(meeting.key, day, meeting.start, length(meeting), _digest(uid, meeting, day))
    if before is None:
        return now
    changed = before.cancelled or before.digest != now.digest
    return replace(now, sequence=before.sequence + changed)


def _digest(uid: str, meeting: Meeting, day: date) -> str:
    """Of what matters to who comes: when, how long, where and how; not of our words, nor of the language."""
    when = (day.isoformat(), meeting.start and (meeting.start.isoformat(), length(meeting)))
    where = (" ".join(legal(meeting.room or "").split()), meeting.mode)
    return hashlib.sha256(json.dumps((uid, *when, *where)).encode()).hexdigest()


def _is_uid(text: str) -> bool:
    with suppress(ValueError):
        return str(UUID(text)) == text
    return False


def _read(line: object) -> Noted | None:
    match line:
        case {
            "key": str(key),
            "day": str(day),
            "start": None | str() as start,
            "minutes": int(minutes),
            "digest": str(digest),
            "sequence": int(sequence),
            "cancelled": bool(cancelled),
        } if key in MEETINGS and 0 < minutes <= _LONGEST and 0 <= sequence < _HIGHEST:
            with suppress(ValueError):
                begin = time.fromisoformat(start).replace(tzinfo=None) if start else None
                noted = Noted(key, date.fromisoformat(day), begin, int(minutes), digest, int(sequence), cancelled)
                return noted if noted.day.year in _YEARS else None
    return None
