"""A deadline falls on a working day, outside the breaks, and never too late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding, Place
from pipeline.ttr.deadlines import WEEK, WEEK_AND_A_HALF, before, letters_due, of_letters
from pipeline.ttr.programme import INTRO, Break, Meeting, Programme

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BREAKS = st.lists(st.builds(lambda first, length: Break(first, first + timedelta(length)), DAYS, st.integers(-3, 400)))
SPANS = st.sampled_from((0, 1, WEEK, WEEK_AND_A_HALF, 30))
AUTUMN = Break(date(2027, 10, 18), date(2027, 10, 22))
PLACE = Place("inbox/programma.xlsx", "Bijeenkomsten", "B4")


def programme(day: date | None, *breaks: Break) -> Programme:
    return Programme(meetings=(Meeting(INTRO, day, places={"day": PLACE}),), breaks=breaks)


@given(DAYS, SPANS, BREAKS)
def test_a_deadline_is_a_working_day_in_no_break_and_in_time(day: date, days: int, breaks: list[Break]) -> None:
    due = before(day, days, breaks)
    assert due <= day - timedelta(days)
    assert due.isoweekday() <= 5
    assert not any(pause.first_day <= due <= pause.last_day for pause in breaks)


@given(DAYS, SPANS, BREAKS)
def test_a_deadline_is_no_earlier_than_it_must(day: date, days: int, breaks: list[Break]) -> None:
    due = before(day, days, breaks)
    between = [due + timedelta(n) for n in range(1, (day - timedelta(days) - due).days + 1)]
    assert all(
        later.isoweekday() > 5 or any(pause.first_day <= later <= pause.last_day for pause in breaks)
        for later in between
    )


@pytest.mark.parametrize(
    ("day", "days", "due"),
    [
        (date(2027, 9, 23), WEEK, date(2027, 9, 16)),  # Thursday to Thursday
        (date(2027, 9, 25), WEEK, date(2027, 9, 17)),  # a Saturday: the Friday before
        (date(2027, 9, 23), WEEK_AND_A_HALF, date(2027, 9, 10)),  # a Sunday: the Friday before
        (date(2027, 10, 28), WEEK, date(2027, 10, 15)),  # in the break: the Friday before it
        (date(2027, 11, 1), WEEK_AND_A_HALF, date(2027, 10, 15)),
    ],
)
def test_it_moves_back_over_weekends_and_breaks(day: date, days: int, due: date) -> None:
    assert before(day, days, [AUTUMN]) == due


def test_breaks_that_touch_or_overlap_are_crossed_together() -> None:
    breaks = [AUTUMN, Break(date(2027, 10, 11), date(2027, 10, 15)), Break(date(2027, 10, 14), date(2027, 10, 20))]
    assert before(date(2027, 10, 28), WEEK, breaks) == date(2027, 10, 8)


@pytest.mark.parametrize("day", [date.min, date.min + timedelta(3), date(2027, 9, 23)])
def test_a_break_without_end_leaves_the_day_that_was_counted(day: date) -> None:
    due = before(day, WEEK, [Break(date.min, date.max)])
    assert due == max(date.min, date.fromordinal(max(1, day.toordinal() - WEEK)))


def test_letters_go_out_a_week_before_the_introductory_session() -> None:
    assert letters_due(programme(date(2027, 10, 28), AUTUMN)) == date(2027, 10, 15)
    assert letters_due(programme(None)) is None
    assert letters_due(Programme()) is None


def said(day: date | None, today: date) -> list[Finding]:
    return list(of_letters(programme(day), today))


def test_the_day_to_send_is_said_until_it_has_come() -> None:
    for today in (date(2027, 9, 1), date(2027, 9, 16)):
        (finding,) = said(date(2027, 9, 23), today)
        assert (finding.key, finding.place, finding.stops) == ("letters_due", PLACE, False)
        assert finding.values == {"due": date(2027, 9, 16), "day": date(2027, 9, 23)}


def test_after_that_day_it_is_late_until_the_session_is_over() -> None:
    for today in (date(2027, 9, 17), date(2027, 9, 23)):
        (finding,) = said(date(2027, 9, 23), today)
        assert (finding.key, finding.place, finding.stops) == ("letters_late", PLACE, False)
    assert said(date(2027, 9, 23), date(2027, 9, 24)) == []
    assert said(None, date(2027, 9, 1)) == []
    assert list(of_letters(Programme(), date(2027, 9, 1))) == []
