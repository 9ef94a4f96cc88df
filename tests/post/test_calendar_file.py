"""The calendar file says when and where in every calendar, and changes its entry instead of doubling it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from pipeline.anonymise.key import TeamKey
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.calendar_file import Entry, calendar_file, enclosed, entry
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


def change_of_clocks(year: int, month: int) -> datetime:
    """One in the night in UTC, on the last Sunday of March or of October (Directive 2000/84/EC)."""
    last = date(year, month, 31)
    return datetime.combine(last - timedelta(days=last.isoweekday() % 7), time(1), UTC)


def on_the_wall(moment: datetime) -> datetime:
    """What the clocks of the three countries show, worked out without anybody's list of time zones."""
    summer = change_of_clocks(moment.year, 3) <= moment < change_of_clocks(moment.year, 10)
    return (moment + timedelta(hours=2 if summer else 1)).replace(tzinfo=None)


def at(moments: list[datetime], minutes: int = 110) -> list[tuple[datetime, datetime]]:
    """Begin and end, in UTC, of a meeting planned for each of these moments, as read back from one file."""
    meetings = [Meeting("intro", moment.date(), moment.time(), minutes) for moment in moments]
    content = calendar_file([Entry(one, str(number)) for number, one in enumerate(meetings)], catalogue("nl"))
    assert content is not None
    return [(one.decoded("dtstart"), one.decoded("dtend")) for one in events(content)]


def test_every_day_for_twelve_years_the_clock_shows_the_planned_time() -> None:
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(4383)]
    assert days[-1] == date(2035, 12, 31)
    moments = [datetime.combine(day, time(8 + number % 12, number % 4 * 15)) for number, day in enumerate(days)]
    for planned, (begin, end) in zip(moments, at(moments), strict=True):
        assert begin.utcoffset() == timedelta(0)
        assert on_the_wall(begin) == planned
        assert end - begin == timedelta(minutes=110)


def test_at_every_quarter_around_a_change_of_clocks_the_clock_shows_the_planned_time_and_the_length_holds() -> None:
    changes = [change_of_clocks(year, month).date() for year in range(2024, 2036) for month in (3, 10)]
    evenings = [datetime.combine(change, time()) - timedelta(hours=4) for change in changes]
    moments = [evening + timedelta(minutes=15 * number) for evening in evenings for number in range(64)]
    for planned, (begin, end) in zip(moments, at(moments, minutes=240), strict=True):
        skipped = planned.month == 3 and planned.hour == 2 and planned.date() in changes
        assert on_the_wall(begin) == planned + timedelta(hours=1 if skipped else 0)
        assert end - begin == timedelta(minutes=240)


def test_an_hour_that_comes_twice_is_the_first_and_one_that_is_skipped_comes_after_the_change() -> None:
    twice, skipped = starts(date(2027, 10, 31), time(2, 30)), starts(date(2027, 3, 28), time(2, 30))
    assert twice[0] == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert skipped[0] == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_meeting_over_midnight_ends_on_the_next_day() -> None:
    begin, end = starts(date(2027, 10, 30), time(23, 30))  # the clocks go back while it lasts no longer
    assert (begin, end) == (
        datetime(2027, 10, 30, 21, 30, tzinfo=UTC),
        datetime(2027, 10, 30, 23, 20, tzinfo=UTC),
    )


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
        *("SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "DESCRIPTION", "TRANSP", "STATUS"),
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cancelled_meeting_says_so_in_its_title_too_and_takes_nobodys_time(language: str) -> None:
    words = catalogue(language)
    content = calendar_file([replace(entry(INTRO, PROGRAMME, KEY, sequence=2), cancelled=True)], words)
    assert content is not None
    [event], [before] = events(content), events(made(INTRO, language=language))
    assert (str(Calendar.from_ical(content)["method"]), str(event["status"])) == ("PUBLISH", "CANCELLED")
    assert (event["uid"], event["dtstart"], event["dtend"]) == (before["uid"], before["dtstart"], before["dtend"])
    assert str(event["summary"]) != str(before["summary"])
    assert str(event["summary"]).endswith(str(before["summary"]))
    assert str(event["description"]).split("\n") == list(words.many("post.calendar.cancelled.text"))
    assert (str(event["transp"]), str(event["x-microsoft-cdo-busystatus"])) == ("TRANSPARENT", "FREE")
    assert str(before["status"]) == "CONFIRMED"


def test_the_stamp_grows_with_the_sequence_whichever_way_the_meeting_moves() -> None:
    earlier = Meeting("intro", date(2027, 9, 16), time(13, 30))
    content = calendar_file([entry(INTRO, PROGRAMME, KEY), entry(earlier, PROGRAMME, KEY, sequence=1)], catalogue("nl"))
    assert content is not None
    first, second = events(content)
    assert first.decoded("dtstamp") < second.decoded("dtstamp") < first.decoded("dtstart")


def test_one_meeting_goes_with_a_mail_under_a_name_in_plain_letters() -> None:
    words = catalogue("de").with_own_words({"post.file.follow_up_1": "Treffen: 1?"})
    [attached] = enclosed(entry(Meeting("follow_up_1", date(2027, 12, 9)), PROGRAMME, KEY), words)
    assert attached.name == "Folgetreffen-1.ics"
    assert len(events(attached.content)) == 1
    assert enclosed(entry(Meeting("follow_up_1"), PROGRAMME, KEY), words) == ()
