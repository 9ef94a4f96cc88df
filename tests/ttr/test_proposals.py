"""A meeting without a day gets one in its season, with time on both sides (M08, M21, G04, G06)."""

from datetime import date, timedelta

import pytest

from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Break, Meeting, Programme
from pipeline.ttr.proposals import proposed_days, with_proposals

CHRISTMAS = Break(date(2027, 12, 24), date(2028, 1, 9))


def programme(
    teaching: date | None = date(2027, 9, 6), *breaks: Break, year: str | None = "2027-2028", **days: date | None
) -> Programme:
    meetings = tuple(Meeting(key, days.get(key)) for key in MEETINGS)
    return Programme(academic_year=year, first_teaching_day=teaching, meetings=meetings, breaks=breaks, region="nl")


def test_a_year_without_days_is_spread_over_the_windows_on_thursdays() -> None:
    assert proposed_days(programme()) == {
        "intro": date(2027, 9, 23),
        "follow_up_1": date(2027, 12, 2),
        "follow_up_2": date(2028, 2, 10),
        "follow_up_3": date(2028, 5, 4),
    }


def test_a_year_with_all_its_days_gets_none() -> None:
    whole = with_proposals(programme())
    assert proposed_days(whole) == {}
    assert with_proposals(whole) == whole


def test_the_weekday_of_the_first_day_in_the_form_is_kept() -> None:
    days = proposed_days(programme(intro=date(2027, 9, 21)))
    assert {day.isoweekday() for day in days.values()} == {2}
    weekend = proposed_days(programme(intro=date(2027, 9, 25)))
    assert {day.isoweekday() for day in weekend.values()} == {4}


def test_a_break_or_a_holiday_moves_it_within_its_window() -> None:
    autumn = Break(date(2027, 9, 20), date(2027, 9, 24))
    assert proposed_days(programme(date(2027, 9, 6), autumn))[INTRO] == date(2027, 9, 30)
    both_weeks = Break(date(2027, 9, 20), date(2027, 10, 1))
    assert proposed_days(programme(date(2027, 9, 6), both_weeks))[INTRO] == date(2027, 10, 4)
    weekends_only = Break(date(2028, 5, 1), date(2028, 5, 5))
    assert proposed_days(programme(date(2027, 9, 6), weekends_only))["follow_up_3"] == date(2028, 5, 11)


@pytest.mark.parametrize("teaching", [date(2027, 9, 27), date(2027, 10, 18), date(2027, 11, 1)])
def test_a_late_opening_moves_the_introductory_session_and_keeps_follow_up_1_before_the_closing(teaching: date) -> None:
    days = proposed_days(programme(teaching, CHRISTMAS))
    assert teaching + timedelta(weeks=2) <= days[INTRO] <= teaching + timedelta(weeks=4)
    assert days["follow_up_1"] - days[INTRO] >= timedelta(weeks=4)
    assert days["follow_up_1"] <= date(2027, 12, 23)


def test_where_no_day_is_left_before_the_closing_follow_up_1_goes_into_january_and_follow_up_2_after_it() -> None:
    days = proposed_days(programme(date(2027, 11, 15), CHRISTMAS))
    assert days["follow_up_1"] == date(2028, 1, 10)
    assert days["follow_up_2"] - days["follow_up_1"] >= timedelta(weeks=4)
    assert days["follow_up_2"] <= date(2028, 3, 10)


def test_days_in_the_form_are_worked_around() -> None:
    days = proposed_days(programme(intro=date(2027, 9, 23), follow_up_2=date(2028, 1, 13)))
    assert set(days) == {"follow_up_1", "follow_up_3"}
    assert date(2027, 11, 20) <= days["follow_up_1"] <= date(2027, 12, 16)


def test_where_four_weeks_are_not_to_be_had_there_is_at_least_time_to_prepare() -> None:
    days = proposed_days(programme(intro=date(2027, 9, 23), follow_up_2=date(2027, 11, 1)))
    assert date(2027, 10, 4) < days["follow_up_1"] < date(2027, 10, 21)


def test_a_meeting_that_fits_nowhere_gets_no_day() -> None:
    assert "follow_up_1" not in proposed_days(programme(intro=date(2027, 9, 23), follow_up_2=date(2027, 9, 30)))
    never = Break(date.min, date.max)
    assert proposed_days(programme(date(2027, 9, 6), never)) == {}


def test_what_the_form_does_not_tell_cannot_be_counted_from() -> None:
    assert proposed_days(programme(None, year=None)) == {}
    assert set(proposed_days(programme(None))) == set(FOLLOW_UPS)
    assert set(proposed_days(programme(date(2017, 9, 4)))) == set(FOLLOW_UPS)
    assert set(proposed_days(programme(date(2027, 9, 6), year=None))) == set(MEETINGS)


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("year", [None, "0001-0002", "2027-2028", "9998-9999"])
def test_no_slip_of_the_pen_upsets_it(day: date, year: str | None) -> None:
    for key in MEETINGS:
        proposed_days(programme(date(2027, 9, 6), year=year, **{key: day}))
    proposed_days(programme(day, Break(day, day), year=year))
