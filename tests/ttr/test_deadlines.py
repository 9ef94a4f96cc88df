"""A deadline falls on a working day, outside the breaks, and never too late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding, Place
from pipeline.ttr.deadlines import WEEK, WEEK_AND_A_HALF, before, letters_due, of_letters
from pipeline.ttr.programme import INTRO, Break, Meeting, Programme
from pipeline.ttr.working_days import works

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BREAKS = st.lists(st.builds(lambda first, length: Break(first, first + timedelta(length)), DAYS, st.integers(-3, 400)))
SPANS = st.sampled_from((0, 1, WEEK, WEEK_AND_A_HALF, 30))
AUTUMN = Break(date(2027, 10, 18), date(2027, 10, 22))
PLACE = Place("inbox/programma.xlsx", "Bijeenkomsten", "B4")


def programme(day: date | None, *breaks: Break) -> Programme:
    return Programme(meetings=(Meeting(INTRO, day, places={"day": PLACE}),), breaks=breaks)


@given(DAYS, SPANS, BREAKS)
def test_a_deadline_is_a_working_day_and_in_time(day: date, days: int, breaks: list[Break]) -> None:
    calendar = Programme(breaks=tuple(breaks), region="nl")
    due = before(day, days, calendar)
    assert due <= day - timedelta(days)
    assert works(due, calendar)


@given(DAYS, SPANS, BREAKS)
def test_a_deadline_is_no_earlier_than_it_must(day: date, days: int, breaks: list[Break]) -> None:
    calendar = Programme(breaks=tuple(breaks), region="nl")
    due = before(day, days, calendar)
    between = [due + timedelta(n) for n in range(1, (day - timedelta(days) - due).days + 1)]
    assert not any(works(later, calendar) for later in between)


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
    assert before(day, days, Programme(breaks=(AUTUMN,))) == due


@pytest.mark.parametrize(
    ("region", "day", "due"),
    [
        ("nl", date(2027, 5, 4), date(2027, 4, 26)),  # King's Day
        ("nl", date(2027, 5, 12), date(2027, 5, 4)),  # Liberation Day
        ("vl", date(2027, 5, 12), date(2027, 5, 5)),
        ("vl", date(2027, 11, 18), date(2027, 11, 10)),  # Armistice Day
        ("de_by", date(2028, 1, 13), date(2028, 1, 5)),  # Epiphany
        ("de_ni", date(2028, 1, 13), date(2028, 1, 6)),
        (None, date(2028, 1, 3), date(2027, 12, 23)),  # the turn of the year
    ],
)
def test_it_moves_back_over_the_holidays_of_the_region(region: str | None, day: date, due: date) -> None:
    assert before(day, WEEK, Programme(region=region)) == due


def test_breaks_that_touch_or_overlap_are_crossed_together() -> None:
    breaks = (AUTUMN, Break(date(2027, 10, 11), date(2027, 10, 15)), Break(date(2027, 10, 14), date(2027, 10, 20)))
    assert before(date(2027, 10, 28), WEEK, Programme(breaks=breaks)) == date(2027, 10, 8)


@pytest.mark.parametrize("day", [date.min, date.min + timedelta(3), date(2027, 9, 23)])
def test_a_break_without_end_leaves_the_day_that_was_counted(day: date) -> None:
    due = before(day, WEEK, Programme(breaks=(Break(date.min, date.max),)))
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
