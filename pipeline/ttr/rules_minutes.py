"""The length and the hour of the meetings, against what the programme asks (M12, M16, M82, M97, G07, G08)."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from pipeline.findings import Finding, Shown, Word, note, stop
from pipeline.ttr.programme import INTRO, Meeting, Programme
from pipeline.ttr.timetable import FOLLOW_UP_TIMETABLES, INTRO_TIMETABLES, timetable_for

# Ours: an hour outside these is almost always a slip, such as 1:30 for 13:30.
EARLIEST = time(7)
LATEST = time(22, 30)


def minutes_broken(programme: Programme, today: date) -> Iterable[Finding]:
    """What does not fit in the planned minutes, or leaves some over, in the meetings that are not over yet."""
    ahead = [meeting for meeting in programme.meetings if meeting.day is None or meeting.day >= today]
    for meeting in ahead:
        if meeting.key == INTRO:
            yield from _intro(meeting)
    follow_ups = [meeting for meeting in ahead if meeting.key != INTRO and meeting.minutes is not None]
    for minutes in sorted({meeting.minutes for meeting in follow_ups if meeting.minutes is not None}):
        yield from _follow_ups(minutes, [meeting for meeting in follow_ups if meeting.minutes == minutes])
    for meeting in ahead:
        yield from _hour(meeting)


def _intro(meeting: Meeting) -> Iterable[Finding]:
    if meeting.minutes is None:
        return
    place, shortest, longest = meeting.place("minutes"), INTRO_TIMETABLES[0].minutes, INTRO_TIMETABLES[-1].minutes
    if meeting.minutes < shortest:
        yield stop("intro_too_short", place, "programme", minutes=meeting.minutes, least=shortest)
    elif meeting.minutes > longest:
        yield note("intro_long", place, "programme", minutes=meeting.minutes, most=longest)
    else:
        yield from _left_over(meeting.minutes, [meeting])


def _follow_ups(minutes: int, meetings: list[Meeting]) -> Iterable[Finding]:
    shortest, longest = FOLLOW_UP_TIMETABLES[0].minutes, FOLLOW_UP_TIMETABLES[-1].minutes
    place = meetings[0].place("minutes")
    # A short follow-up is no STOP: that would hold up the introductory session too.
    if minutes < shortest:
        yield note("follow_up_short", place, "programme", minutes=minutes, least=shortest, meetings=_names(meetings))
    elif minutes > longest:
        yield note("follow_up_long", place, "programme", minutes=minutes, most=longest, meetings=_names(meetings))
    else:
        yield from _left_over(minutes, meetings)


def _left_over(minutes: int, meetings: list[Meeting]) -> Iterable[Finding]:
    timetable = timetable_for(meetings[0].key, minutes)
    if minutes != timetable.minutes:
        yield note(
            "minutes_left_over",
            meetings[0].place("minutes"),
            "programme",
            meetings=_names(meetings),
            minutes=minutes,
            used=timetable.minutes,
            left=minutes - timetable.minutes,
            timetable=Word("rules.timetable.manual" if timetable.from_manual else "rules.timetable.ours"),
        )


def _hour(meeting: Meeting) -> Iterable[Finding]:
    if meeting.start is None:
        return
    begin = datetime.combine(date(2000, 1, 1), meeting.start)
    end = begin + timedelta(minutes=meeting.minutes or 0)
    if begin.time() < EARLIEST or end > datetime.combine(begin.date(), LATEST):
        said: dict[str, Shown] = {"meeting": Word(f"terms.meeting.{meeting.key}"), "start": meeting.start}
        yield note("at_night", meeting.place("start"), "programme", end=end.time(), **said)


def _names(meetings: list[Meeting]) -> tuple[Word, ...]:
    return tuple(Word(f"terms.meeting.{meeting.key}") for meeting in meetings)
