"""Days, times and academic years are read as people type them, and never guessed."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inbox.days import academic_year_in, clock_in, day_in
from pipeline.inbox.raw import CellValue
from pipeline.language.catalogue import LANGUAGES, catalogue

DAY = date(2027, 9, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "23 september 2027",
        "23 Sept. 2027",
        "23 sep 2027",
        "23. September 2027",
        "donderdag 23 september 2027",
        "Do., 23. Sept. 2027",
        "Thursday, September 23, 2027",
        "September 23rd, 2027",
        "23rd of September 2027",
        "23.09.2027",
        "23-9-2027",
        "23/9/2027",
        "9/23/2027",
        "23-sep-2027",
        "2027-09-23",
        "2027/9/23",
        "2027-09-23T00:00:00",
        "2027-09-23 00:00",
        "\u200e23\u00a0september\u00a02027",
        "\uff12\uff13 september \uff12\uff10\uff12\uff17",
        datetime(2027, 9, 23, 13, 30),
        DAY,
    ],
)
def test_a_day_is_read_as_it_is_typed_in_three_languages(typed: CellValue) -> None:
    assert day_in(typed) == DAY


@pytest.mark.parametrize(
    "typed",
    [
        "3/4/2027",
        "12/11/2027",
        "23-09-27",
        "23/9/27",
        "23 sept '27",
        "23 september",
        "september 2027",
        "vrijdag 23 september 2027",
        "29-2-1900",
        "29 februari 2027",
        "31.04.2027",
        "0-1-2027",
        "23 juober 2027",
        "23 ju 2027",
        "23/9-2027",
        "23.9.20270",
        "week 38",
        "in september",
        "",
        "46653",
        46653,
        60.0,
        True,
        time(9, 0),
        "9" * 30_000,
    ],
)
def test_what_could_be_another_day_or_none_is_not_read(typed: CellValue) -> None:
    assert day_in(typed) is None


def test_the_same_day_and_month_is_clear_whichever_comes_first() -> None:
    assert day_in("3/3/2027") == date(2027, 3, 3)


def test_dashes_and_full_stops_put_the_day_first() -> None:
    assert day_in("3-4-2027") == day_in("3.4.2027") == date(2027, 4, 3)


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)), st.sampled_from(LANGUAGES))
def test_every_day_as_we_write_it_is_read_as_itself(day: date, language: str) -> None:
    assert day_in(catalogue(language).long_date(day)) == day
    assert day_in(day.isoformat()) == day
    assert day_in(f"{day.day}-{day.month}-{day.year}") == day


@given(st.text(max_size=70))
def test_no_text_breaks_the_reading_of_days_and_times(text: str) -> None:
    day_in(text)
    clock_in(text)
    academic_year_in(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("13:30", time(13, 30)),
        ("13.30 uur", time(13, 30)),
        ("13.30 Uhr", time(13, 30)),
        ("1:30 pm", time(13, 30)),
        ("1:30 P.M.", time(13, 30)),
        ("9u30", time(9, 30)),
        ("13h30", time(13, 30)),
        ("9 Uhr", time(9, 0)),
        ("12 am", time(0, 0)),
        ("12:05 pm", time(12, 5)),
        ("13:30:00", time(13, 30)),
        (time(13, 29, 59, 999_000), time(13, 30)),
        (datetime(1899, 12, 31, 9, 15), time(9, 15)),
        (0.5625, time(13, 30)),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: CellValue, meant: time) -> None:
    assert clock_in(typed) == meant


@pytest.mark.parametrize(
    "typed", ["13", 13, 13.3, "1330", "24:00", "13:60", "13 pm", "0 am", "half twee", "1:30-2:30", 1, True]
)
def test_what_could_be_another_time_is_not_read(typed: CellValue) -> None:
    assert clock_in(typed) is None


@pytest.mark.parametrize("typed", ["2027-2028", "2027/2028", "2027-28", "2027/28", "2027 – 2028", " 2027-2028 "])
def test_an_academic_year_is_two_years_that_follow_each_other(typed: str) -> None:
    assert academic_year_in(typed) == "2027-2028"


@pytest.mark.parametrize("typed", ["2027", 2027, "2027-2029", "2027-2027", "2028-2027", "27-28", "2027-1928"])
def test_other_years_are_no_academic_year(typed: CellValue) -> None:
    assert academic_year_in(typed) is None
