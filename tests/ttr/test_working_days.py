"""A team works from Monday to Friday, but in no break, on no holiday of its region and not at the turn of the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.programme import Break, Programme
from pipeline.ttr.regions import REGIONS
from pipeline.ttr.working_days import back_to_work, is_holiday, on_to_work, shifted, working_days_after, works

AUTUMN = Break(date(2027, 10, 18), date(2027, 10, 22))


@pytest.mark.parametrize(
    ("region", "day"),
    [
        ("nl", date(2027, 4, 27)),  # King's Day
        ("nl", date(2027, 5, 5)),  # Liberation Day, every year
        ("nl", date(2027, 5, 7)),  # after Ascension Day
        ("vl", date(2027, 5, 7)),
        ("vl", date(2026, 11, 11)),  # Armistice Day
        ("de_ni", date(2028, 10, 31)),  # Reformation Day
        ("de_by", date(2028, 1, 6)),  # Epiphany
        ("de_be", date(2027, 3, 8)),  # Women's Day
        ("de_nw", date(2028, 6, 15)),  # Corpus Christi
    ],
)
def test_a_region_has_holidays_of_its_own(region: str, day: date) -> None:
    assert is_holiday(day, region)
    assert not works(day, Programme(region=region))
    assert works(day, Programme())


def test_what_is_a_holiday_next_door_is_none_here() -> None:
    assert not is_holiday(date(2026, 11, 11), "nl")
    assert not is_holiday(date(2027, 5, 5), "vl")
    assert not is_holiday(date(2027, 5, 7), "de_ni")
    assert not is_holiday(date(2028, 1, 6), "de_ni")


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_keeps_new_year_and_easter(region: str) -> None:
    for year in range(2020, 2100):
        assert is_holiday(date(year, 1, 1), region)
    assert is_holiday(date(2028, 4, 17), region)


@pytest.mark.parametrize("region", [None, *REGIONS])
def test_at_the_turn_of_the_year_nobody_works(region: str | None) -> None:
    for year in (2026, 2027, 2031):
        days = (date(year, 12, 24) + timedelta(number) for number in range(9))
        assert not any(works(day, Programme(region=region)) for day in days)


def test_without_a_region_breaks_and_weekends_count() -> None:
    calendar = Programme(breaks=(AUTUMN,))
    assert [works(date(2027, 10, day), calendar) for day in range(14, 26)] == [
        *(True, True, False, False),
        *(False,) * 5,
        *(False, False, True),
    ]


def test_the_nearest_working_day_is_found_on_either_side() -> None:
    calendar = Programme(breaks=(AUTUMN,))
    assert back_to_work(date(2027, 10, 20), calendar) == date(2027, 10, 15)
    assert on_to_work(date(2027, 10, 16), calendar) == date(2027, 10, 25)
    assert back_to_work(date(2027, 10, 15), calendar) == on_to_work(date(2027, 10, 15), calendar) == date(2027, 10, 15)


def test_working_days_are_counted_from_the_day_after() -> None:
    calendar = Programme(breaks=(AUTUMN,), region="nl")
    assert working_days_after(date(2027, 10, 14), 0, calendar) == date(2027, 10, 14)
    assert working_days_after(date(2027, 10, 14), 1, calendar) == date(2027, 10, 15)
    assert working_days_after(date(2027, 10, 14), 10, calendar) == date(2027, 11, 4)


@given(st.dates(), st.sampled_from([None, *REGIONS]))
def test_of_any_day_it_can_be_said_whether_it_is_worked(day: date, region: str | None) -> None:
    assert works(day, Programme(region=region)) in {True, False}


@pytest.mark.parametrize("day", [date.min, date(2027, 9, 6), date.max])
def test_where_nobody_ever_works_the_day_stands(day: date) -> None:
    never = Programme(breaks=(Break(date.min, date.max),), region="nl")
    assert (back_to_work(day, never), on_to_work(day, never)) == (day, day)
    assert (shifted(date.min, -1), shifted(date.max, 1)) == (date.min, date.max)
