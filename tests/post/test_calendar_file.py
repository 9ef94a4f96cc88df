"""The calendar file says when and where in every calendar, and changes its entry instead of doubling it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.calendar_file import calendar_file, entry
from pipeline.ttr.programme import Meeting, Mode, Programme

KEY = TeamKey(bytes(range(32)))
PROGRAMME = Programme(academic_year="2027-2028")
INTRO = Meeting("intro", date(2027, 9, 23), time(13, 30), 110, Mode.OFFLINE, "Lokaal B2.14")


def made(*meetings: Meeting, language: str = "nl") -> bytes:
    content = calendar_file([entry(meeting, PROGRAMME, KEY) for meeting in meetings], catalogue(language))
    assert content is not None
    return content


def events(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]


def starts(day: date, start: time) -> tuple[datetime, datetime]:
    [event] = events(made(Meeting("intro", day, start, 110)))
    return event.decoded("dtstart"), event.decoded("dtend")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_when_and_where(language: str) -> None:
    words = catalogue(language)
    content = made(INTRO, language=language)
    calendar, [event] = Calendar.from_ical(content), events(content)
    assert (str(calendar["method"]), str(calendar["version"])) == ("PUBLISH", "2.0")
    meeting = words.say("terms.meeting.intro")
    assert str(event["summary"]) == f"#Ibelong Team Teacher Reflection - {meeting}"
    assert event.decoded("dtstart") == datetime(2027, 9, 23, 11, 30, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2027, 9, 23, 13, 20, tzinfo=UTC)
    assert str(event["location"]) == "Lokaal B2.14"
    assert str(event["description"]).split("\n") == list(words.many("post.calendar.intro"))
    assert str(event["x-microsoft-cdo-busystatus"]) == "BUSY"


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2027, 3, 27), 12),  # winter time in UTC+1
        (date(2027, 3, 28), 11),  # the clocks have gone forward that night
        (date(2027, 10, 30), 11),
        (date(2027, 10, 31), 12),  # and back
    ],
)
def test_the_time_is_right_on_both_sides_of_the_change_of_clocks(day: date, hour: int) -> None:
    begin, end = starts(day, time(13, 0))
    assert begin == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert end - begin == timedelta(minutes=110)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.times())
def test_people_in_three_countries_see_the_planned_time(day: date, start: time) -> None:
    start = start.replace(second=0, microsecond=0)
    begin, end = starts(day, start)
    assert end - begin == timedelta(minutes=110)
    for zone in ("Europe/Amsterdam", "Europe/Brussels", "Europe/Berlin"):
        seen = begin.astimezone(ZoneInfo(zone))
        skipped = seen.utcoffset() != (seen - timedelta(hours=2)).utcoffset()
        assert skipped or (seen.date(), seen.time()) == (day, start)


def test_a_moved_meeting_keeps_its_identifier_and_no_other_meeting_or_team_has_it() -> None:
    moved = Meeting("intro", date(2027, 9, 30), None, None, Mode.ONLINE, "elders")
    [first], [second] = events(made(INTRO)), events(made(moved))
    assert first["uid"] == second["uid"]
    follow_up, other_year = Meeting("follow_up_1"), Programme(academic_year="2028-2029")
    others = {
        entry(follow_up, PROGRAMME, KEY).uid,
        entry(INTRO, other_year, KEY).uid,
        entry(INTRO, PROGRAMME, TeamKey(bytes(32))).uid,
    }
    assert len(others | {str(first["uid"])}) == 4


def test_a_change_that_was_sent_is_counted() -> None:
    content = calendar_file([entry(INTRO, PROGRAMME, KEY, sequence=3)], catalogue("nl"))
    assert content is not None
    assert [int(event["sequence"]) for event in events(content)] == [3]
    assert [int(event["sequence"]) for event in events(made(INTRO))] == [0]


def test_a_meeting_without_a_time_takes_the_day_and_leaves_it_free() -> None:
    [event] = events(made(Meeting("follow_up_1", date(2027, 12, 9))))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 12, 9), date(2027, 12, 10))
    assert type(event.decoded("dtstart")) is date
    assert (str(event["transp"]), str(event["x-microsoft-cdo-busystatus"])) == ("TRANSPARENT", "FREE")


def test_a_meeting_without_a_day_is_left_out_and_a_file_without_a_meeting_too() -> None:
    open_yet = Meeting("follow_up_2", None, time(15, 0))
    assert len(events(made(INTRO, open_yet, Meeting("follow_up_1", date(2027, 12, 9))))) == 2
    assert calendar_file([entry(open_yet, PROGRAMME, KEY)], catalogue("nl")) is None
    assert calendar_file([], catalogue("nl")) is None


def test_without_planned_minutes_it_takes_as_long_as_the_manual_says() -> None:
    [intro] = events(made(Meeting("intro", date(2027, 9, 23), time(13, 30))))
    [follow_up] = events(made(Meeting("follow_up_1", date(2027, 12, 9), time(15, 0))))
    assert intro.decoded("dtend") - intro.decoded("dtstart") == timedelta(minutes=110)
    assert follow_up.decoded("dtend") - follow_up.decoded("dtstart") < timedelta(minutes=60)


@pytest.mark.parametrize(("mode", "location"), [(Mode.ONLINE, "online"), (Mode.OFFLINE, None), (None, None)])
def test_without_a_room_only_an_online_meeting_has_a_place(mode: Mode | None, location: str | None) -> None:
    [event] = events(made(Meeting("intro", date(2027, 9, 23), mode=mode)))
    assert event.get("location") == location


@given(st.text(max_size=200))
def test_nothing_typed_as_a_place_breaks_out_of_its_line(room: str) -> None:
    content = made(Meeting("intro", date(2027, 9, 23), time(13, 30), 110, Mode.OFFLINE, room), language="de")
    [event] = events(content)
    assert {*event} - {"LOCATION"} == {
        *("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "TRANSP"),
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode()


@pytest.mark.parametrize("room", ["B2.14; links, achterin", "C:\\zaal", 'Zaal "Zuid"', "a\nBEGIN:VALARM", "Zaal é:1"])
def test_signs_that_mean_something_in_the_file_come_through(room: str) -> None:
    [event] = events(made(Meeting("intro", date(2027, 9, 23), time(13, 30), 110, Mode.OFFLINE, room)))
    assert str(event["location"]) == " ".join(room.split())


def test_the_same_meetings_give_the_same_bytes() -> None:
    assert made(INTRO) == made(INTRO)
