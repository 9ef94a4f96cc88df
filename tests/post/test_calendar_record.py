"""The record knows what calendars got, so that each change has a number of its own and nothing is counted twice."""

import json
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.key import TeamKey
from pipeline.post.calendar_file import Entry, entry
from pipeline.post.calendar_record import CalendarRecord, read_record, record_bytes, recorded, updated
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear

KEY = TeamKey(bytes(range(32)))
PLANNED = (
    Meeting(INTRO, date(2027, 9, 23), time(13, 30), 110, Mode.OFFLINE, "Lokaal B2.14"),
    Meeting("follow_up_1", date(2027, 12, 9), time(15, 0), 40, Mode.OFFLINE, "B2.14"),
    Meeting("follow_up_2", date(2028, 2, 17), time(15, 0), 40, Mode.ONLINE),
    Meeting("follow_up_3", date(2028, 5, 11)),
)
EMPTY = CalendarRecord()


def year_of(*meetings: Meeting, academic_year: str = "2027-2028", today: date | None = date(2027, 9, 1)) -> TeamYear:
    return TeamYear(programme=Programme(academic_year=academic_year, meetings=meetings), today=today)


def noted(*years: TeamYear, record: CalendarRecord = EMPTY) -> CalendarRecord:
    """The record after a run over each of these."""
    for year in years:
        record = recorded(year, KEY, record)
    return record


def numbers(record: CalendarRecord) -> dict[str, int]:
    return {one.key: one.sequence for one in record.meetings.values()}


def with_one(key: str, **changed: object) -> TeamYear:
    """The year with something else in one meeting."""
    return year_of(*(replace(one, **changed) if one.key == key else one for one in PLANNED))  # type: ignore[arg-type]


def without(key: str) -> TeamYear:
    return year_of(*(one for one in PLANNED if one.key != key))


FIRST = noted(year_of(*PLANNED))


def test_a_meeting_first_seen_has_number_nought_and_running_again_changes_nothing() -> None:
    assert numbers(FIRST) == dict.fromkeys(MEETINGS, 0)
    assert noted(year_of(*PLANNED), record=FIRST) == FIRST
    assert record_bytes(noted(year_of(*PLANNED), record=FIRST)) == record_bytes(FIRST)


def test_a_meeting_without_a_day_is_not_noted() -> None:
    assert noted(year_of(Meeting(INTRO, None, time(13, 30)))) == EMPTY


def test_a_meeting_that_moves_by_a_week_counts_one_and_no_other_does() -> None:
    moved = noted(with_one("follow_up_2", day=date(2028, 2, 24)), record=FIRST)
    assert moved.meetings.keys() == FIRST.meetings.keys()
    assert numbers(moved) == {**numbers(FIRST), "follow_up_2": 1}


def test_a_change_back_counts_too_for_calendars_have_the_change() -> None:
    record = noted(with_one(INTRO, day=date(2027, 9, 30)), year_of(*PLANNED), record=FIRST)
    assert numbers(record) == {**numbers(FIRST), INTRO: 2}


@pytest.mark.parametrize(
    "changed",
    [
        {"day": date(2027, 9, 22)},
        {"start": time(13, 45)},
        {"start": None},
        {"minutes": 120},
        {"mode": Mode.HYBRID},
        {"room": "Lokaal B2.15"},
        {"room": None},
    ],
)
def test_whatever_matters_to_who_comes_counts(changed: dict[str, object]) -> None:
    assert numbers(noted(with_one(INTRO, **changed), record=FIRST))[INTRO] == 1


@pytest.mark.parametrize(
    "changed",
    [{"regular_meeting": "Teamoverleg"}, {"fictional": True}, {"minutes": None}, {"room": " Lokaal  B2.14\n"}],
)
def test_what_does_not_show_in_a_calendar_does_not_count(changed: dict[str, object]) -> None:
    assert noted(with_one(INTRO, **changed), record=FIRST) == FIRST


def test_an_all_day_meeting_is_no_longer_or_shorter_for_its_planned_minutes() -> None:
    assert numbers(noted(with_one("follow_up_3", minutes=30), record=FIRST))["follow_up_3"] == 0


@pytest.mark.parametrize("gone", [without("follow_up_2"), with_one("follow_up_2", day=None)], ids=["no row", "no day"])
def test_a_meeting_that_is_no_longer_planned_is_cancelled_once_at_the_time_it_had(gone: TeamYear) -> None:
    record = noted(gone, gone, record=FIRST)
    [cancelled] = record.cancelled(date(2027, 9, 1))
    uid = next(uid for uid, one in FIRST.meetings.items() if one.key == "follow_up_2")
    assert cancelled == Entry(Meeting("follow_up_2", date(2028, 2, 17), time(15), 40), uid, 1, cancelled=True)
    assert numbers(record) == {**numbers(FIRST), "follow_up_2": 1}
    assert FIRST.cancelled(None) == ()


def test_what_was_cancelled_is_told_until_its_day_is_over_and_stays_in_the_record() -> None:
    record = noted(without("follow_up_1"), record=FIRST)
    assert [one.meeting.key for one in record.cancelled(date(2027, 12, 9))] == ["follow_up_1"]
    assert record.cancelled(date(2027, 12, 10)) == ()
    assert len(record.cancelled(None)) == 1
    later = noted(replace(without("follow_up_1"), today=date(2028, 1, 10)), record=record)
    assert later == record


def test_a_cancelled_meeting_that_is_planned_again_goes_on_counting() -> None:
    record = noted(without("follow_up_1"), year_of(*PLANNED), record=FIRST)
    assert numbers(record)["follow_up_1"] == 2
    assert record.cancelled(None) == ()


def test_a_meeting_that_was_held_is_not_cancelled_when_it_leaves_the_programme() -> None:
    after = replace(without(INTRO), today=date(2027, 9, 24))
    assert noted(after, record=FIRST) == FIRST
    assert len(noted(replace(after, today=date(2027, 9, 23)), record=FIRST).cancelled(None)) == 1


def test_another_academic_year_leaves_the_meetings_alone_that_were_held() -> None:
    held = noted(replace(year_of(*PLANNED), today=date(2028, 6, 1)), record=FIRST)
    again = year_of(replace(PLANNED[0], day=date(2028, 9, 21)), academic_year="2028-2029", today=date(2028, 8, 20))
    record = noted(again, record=held)
    assert len(record.meetings) == 5
    assert record.cancelled(date(2028, 8, 20)) == ()
    assert sorted(one.sequence for one in record.meetings.values()) == [0] * 5


def test_without_a_programme_form_nothing_is_cancelled() -> None:
    assert noted(TeamYear(), record=FIRST) is FIRST


def test_whoever_asks_gets_the_number_that_is_noted() -> None:
    programme = with_one(INTRO, day=date(2027, 9, 30)).programme
    assert programme is not None
    moved = noted(with_one(INTRO, day=date(2027, 9, 30)), record=FIRST)
    meeting = programme.meetings[0]
    assert moved.entry(meeting, programme, KEY) == entry(meeting, programme, KEY, sequence=1)
    assert EMPTY.entry(meeting, programme, KEY) == entry(meeting, programme, KEY)


def test_it_is_read_as_it_was_written_and_tells_neither_a_room_nor_a_secret() -> None:
    record = noted(with_one(INTRO, room="Kamer van Fatima Bouzid"), without("follow_up_3"), record=FIRST)
    content = record_bytes(record)
    assert read_record(content) == record
    assert record_bytes(read_record(content)) == content
    assert b"Bouzid" not in content
    assert not KEY.stands_in(content)


def test_a_missing_record_is_an_empty_one() -> None:
    assert read_record(None) == EMPTY
    assert read_record(b"") == EMPTY
    assert read_record(record_bytes(EMPTY)) == EMPTY


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"{",
        b"[]",
        b"null",
        b"3",
        b'"text"',
        b"[" * 99_999,
        b'{"a": ' * 99_999,
        b'{"x": {"sequence": 1}}',
    ],
)
def test_a_damaged_record_is_an_empty_one(content: bytes) -> None:
    assert read_record(content) == EMPTY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("key", value) for value in ("party", 3, None)],
        *[("day", value) for value in ("", "2027-13-01", "9999-12-31", "0001-01-01", 20270923, None)],
        *[("start", value) for value in ("25:00", 13, [])],
        *[("minutes", value) for value in (0, -1, 10**9, 1.5, "40", None)],
        *[("sequence", value) for value in (-1, 2**31, 0.5, "1", None)],
        *[("cancelled", value) for value in ("no", 0, None)],
        ("digest", None),
    ],
)
def test_what_is_damaged_in_one_meeting_costs_no_other(name: str, value: object) -> None:
    lines = json.loads(record_bytes(FIRST))
    uid = next(iter(lines))
    lines[uid][name] = value
    others = {other: one for other, one in FIRST.meetings.items() if other != uid}
    assert read_record(json.dumps(lines).encode()).meetings == others
    del lines[uid][name]
    assert read_record(json.dumps(lines).encode()).meetings == others


@pytest.mark.parametrize("uid", ["", "x", "a\r\nBEGIN:VALARM", "{0}", "urn:uuid:12345678-1234-4234-8234-123456789012"])
def test_nothing_else_passes_for_an_identifier(uid: str) -> None:
    [line, *_] = json.loads(record_bytes(FIRST)).values()
    assert read_record(json.dumps({uid: line}).encode()) == EMPTY


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5).map(
        lambda told: json.dumps(told).encode()
    )
)
def test_whatever_lies_there_is_read_without_an_error(content: bytes) -> None:
    assert read_record(content).meetings == {}


DAYS = st.none() | st.dates(date(2027, 8, 1), date(2028, 7, 31))
PLANS = st.lists(
    st.builds(
        Meeting,
        st.sampled_from(MEETINGS),
        DAYS,
        st.none() | st.times(),
        st.none() | st.integers(10, 480),
        st.none() | st.sampled_from(Mode),
        st.none() | st.text(max_size=5),
    ),
    max_size=4,
    unique_by=lambda meeting: meeting.key,
).map(tuple)
TODAYS = st.none() | st.dates(date(2027, 8, 1), date(2028, 7, 31))


@given(st.lists(st.tuples(PLANS, TODAYS), max_size=6))
def test_however_meetings_move_a_number_never_falls_and_grows_by_one_with_each_change(
    runs: list[tuple[tuple[Meeting, ...], date | None]],
) -> None:
    record = EMPTY
    for meetings, today in runs:
        year = year_of(*meetings, today=today)
        after = read_record(record_bytes(noted(year, record=record)))
        assert noted(year, record=after) == after
        assert record.meetings.keys() <= after.meetings.keys()
        for uid, before in record.meetings.items():
            now = after.meetings[uid]
            assert now.sequence == before.sequence + (replace(now, sequence=0) != replace(before, sequence=0))
        assert all(after.meetings[uid].sequence == 0 for uid in after.meetings.keys() - record.meetings.keys())
        record = after


@given(st.lists(st.integers(-30, 30), max_size=12))
def test_a_meeting_has_counted_as_often_as_it_moved(moves: list[int]) -> None:
    day, record = date(2028, 2, 17), FIRST
    for by in moves:
        day += timedelta(days=by)
        record = noted(with_one("follow_up_2", day=day), record=record)
    assert numbers(record) == {**numbers(FIRST), "follow_up_2": sum(by != 0 for by in moves)}


def test_the_order_of_the_meetings_is_all_the_same() -> None:
    programme = Programme(academic_year="2027-2028")
    entries = [entry(meeting, programme, KEY) for meeting in PLANNED]
    assert record_bytes(updated(EMPTY, entries)) == record_bytes(updated(EMPTY, reversed(entries)))
    assert set(numbers(updated(EMPTY, entries))) == {INTRO, *FOLLOW_UPS}
