"""The calendar files of a year follow its programme, each meeting in a file of its own and all in one."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from pipeline.anonymise.gate import gate
from pipeline.anonymise.roster import Roster
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.post.calendar_record import CalendarRecord, recorded
from pipeline.post.calendars import FOLDER, calendars
from pipeline.post.letters import Mailing, letters
from pipeline.ttr.programme import INTRO, Meeting
from pipeline.ttr.records import TeamYear
from tests import sample
from tests.documents.teams import full_year
from tests.post.test_letters import KEY, TEAM, rendered

SUMMER = date(2027, 9, 1)
FOLLOW_UP_2 = f"{FOLDER}/follow-up-2.ics"
ALL = f"{FOLDER}/all-meetings.ics"


def planned(language: str = "nl") -> TeamYear:
    return replace(full_year(language), today=SUMMER)


def changed(year: TeamYear, *meetings: Meeting) -> TeamYear:
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, meetings=meetings))


def meetings_of(year: TeamYear) -> dict[str, Meeting]:
    assert year.programme is not None
    return {meeting.key: meeting for meeting in year.programme.meetings}


def moved(year: TeamYear, key: str, days: int) -> TeamYear:
    meetings = meetings_of(year)
    day = meetings[key].day
    assert day is not None
    return changed(year, *(meetings | {key: replace(meetings[key], day=day + timedelta(days=days))}).values())


def mailing(*years: TeamYear, language: str = "nl") -> Mailing:
    """What goes out in the last of these, after a run over each."""
    record = CalendarRecord()
    for year in years:
        record = recorded(year, KEY, record)
    return Mailing(Roster(TEAM), KEY, years[-1], catalogue(language), record)


def events(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]


def test_each_meeting_has_a_file_and_one_file_has_all_in_the_order_of_the_year() -> None:
    files = calendars(mailing(planned()))
    names = ("introduction", "follow-up-1", "follow-up-2", "follow-up-3", "all-meetings")
    assert list(files) == [f"{FOLDER}/{name}.ics" for name in names]
    assert all(path.isascii() for path in files)
    together = events(files[ALL])
    alone = [event for path, content in files.items() if path != ALL for event in events(content)]
    assert [event.to_ical() for event in together] == [event.to_ical() for event in alone]
    assert len({str(event["uid"]) for event in together}) == 4


def test_a_meeting_without_a_day_has_no_file_and_a_year_without_one_none_at_all() -> None:
    meetings = meetings_of(planned())
    some = changed(planned(), meetings[INTRO], replace(meetings["follow_up_1"], day=None))
    assert list(calendars(mailing(some))) == [f"{FOLDER}/introduction.ics", ALL]
    assert calendars(mailing(changed(planned(), Meeting(INTRO)))) == {}
    assert calendars(mailing(TeamYear())) == {}


def test_when_follow_up_2_moves_by_a_week_its_entry_is_the_same_one_with_the_next_number() -> None:
    before, after = mailing(planned()), mailing(planned(), moved(planned(), "follow_up_2", 7))
    files, later = calendars(before), calendars(after)
    assert {path for path in files if files[path] != later[path]} == {FOLLOW_UP_2, ALL}
    [was], [now] = events(files[FOLLOW_UP_2]), events(later[FOLLOW_UP_2])
    assert was["uid"] == now["uid"]
    assert (int(was["sequence"]), int(now["sequence"])) == (0, 1)
    assert now.decoded("dtstart") - was.decoded("dtstart") == timedelta(days=7)
    assert [int(event["sequence"]) for event in events(later[ALL])] == [0, 0, 1, 0]


def test_running_again_gives_the_same_bytes() -> None:
    week_later = moved(planned(), "follow_up_2", 7)
    assert calendars(mailing(planned(), week_later)) == calendars(mailing(planned(), week_later, week_later))


def test_over_the_change_of_clocks_it_still_begins_at_the_same_hour() -> None:
    autumn = replace(meetings_of(planned())[INTRO], day=date(2027, 10, 28))
    year = changed(planned(), autumn)
    [was], [now] = (
        events(calendars(one)[f"{FOLDER}/introduction.ics"])
        for one in (mailing(year), mailing(year, moved(year, INTRO, 7)))
    )
    assert was.decoded("dtstart") == datetime(2027, 10, 28, 11, 30, tzinfo=UTC)
    assert now.decoded("dtstart") == datetime(2027, 11, 4, 12, 30, tzinfo=UTC)


def test_a_meeting_that_is_gone_is_cancelled_in_both_files_until_its_day_is_over() -> None:
    year = planned()
    rest = changed(year, *(one for key, one in meetings_of(year).items() if key != "follow_up_2"))
    files = calendars(mailing(year, rest))
    [event] = events(files[FOLLOW_UP_2])
    assert (str(event["status"]), int(event["sequence"])) == ("CANCELLED", 1)
    assert event.decoded("dtstart") == datetime(2028, 2, 17, 14, tzinfo=UTC)
    assert [str(one["status"]) for one in events(files[ALL])] == ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"]
    last_day, after = (replace(rest, today=day) for day in (date(2028, 2, 17), date(2028, 2, 18)))
    assert FOLLOW_UP_2 in calendars(mailing(year, rest, last_day))
    later = calendars(mailing(year, rest, after))
    assert FOLLOW_UP_2 not in later
    assert len(events(later[ALL])) == 3


def test_a_meeting_that_is_planned_again_is_cancelled_no_more() -> None:
    year = planned()
    meetings = meetings_of(year)
    put_off = changed(year, *(meetings | {INTRO: replace(meetings[INTRO], day=None)}).values())
    [event] = events(calendars(mailing(year, put_off, moved(year, INTRO, 14)))[f"{FOLDER}/introduction.ics"])
    assert (str(event["status"]), int(event["sequence"])) == ("CONFIRMED", 2)


def test_with_another_academic_year_the_old_entries_are_cancelled_beside_the_new() -> None:
    year = planned()
    assert year.programme is not None
    mended = replace(year, programme=replace(year.programme, academic_year="2026-2027"))
    files = calendars(mailing(year, mended))
    assert [str(event["status"]) for event in events(files[FOLLOW_UP_2])] == ["CONFIRMED"]
    assert sorted(str(event["status"]) for event in events(files[ALL])) == ["CANCELLED"] * 4 + ["CONFIRMED"] * 4


def test_the_letters_carry_the_same_entry() -> None:
    last = mailing(planned(), moved(planned(), INTRO, 7))
    sent = dict(letters(last, rendered).files())
    assert sent["letters/Inleidende-sessie.ics"] == calendars(last)[f"{FOLDER}/introduction.ics"]
    assert b"\r\nSEQUENCE:1\r\n" in sent["letters/Inleidende-sessie.ics"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_one_that_calendars_can_read_and_names_nobody(language: str) -> None:
    year = planned(language)
    meetings = meetings_of(year)
    rest = changed(year, *(one for key, one in meetings.items() if key != "follow_up_1"))
    watch = gate((Personal(one.name) for one in sample.TEAM), (Personal(one.email) for one in sample.TEAM), KEY)
    for path, content in calendars(mailing(year, rest, language=language)).items():
        assert re.search(rb"(?<!\r)\n|\r(?!\n)", content) is None
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        for event in events(content):
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"} <= {*event}
            assert not {"ORGANIZER", "ATTENDEE", "CONTACT"} & {*event}
            assert not event.subcomponents
        assert watch.held_back(path, content) == ()


def test_a_room_with_a_name_in_it_is_held_back_by_the_gate() -> None:
    one = sample.TEAM[0]
    room = Meeting(INTRO, date(2027, 9, 23), time(13, 30), 110, room=f"De werkkamer op de derde verdieping, {one.name}")
    watch = gate([Personal(one.name)], [], KEY)
    for path, content in calendars(mailing(changed(planned(), room))).items():
        assert watch.held_back(path, content) == ("text",)


def test_a_meeting_is_in_it_once_also_where_the_record_lags_behind() -> None:
    year = planned()
    before = mailing(year, changed(year))
    files = calendars(replace(before, year=year))
    assert [str(event["status"]) for event in events(files[ALL])] == ["CONFIRMED"] * 4
