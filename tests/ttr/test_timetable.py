"""The minutes of a session always add up (M82, M97, G07, G08)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.programme import FOLLOW_UPS, INTRO
from pipeline.ttr.timetable import FOLLOW_UP_TIMETABLES, INTRO_TIMETABLES, shared, timetable_for


def lengths(meeting: str, planned: int | None) -> list[int]:
    return [block.minutes for block in timetable_for(meeting, planned).blocks]


def test_the_manual_gives_the_introductory_session_110_minutes() -> None:
    timetable = timetable_for(INTRO, 110)
    assert lengths(INTRO, 110) == [10, 35, 10, 10, 30, 10, 5]
    assert timetable.from_manual
    assert [start for _, start in timetable.starts()] == [0, 10, 45, 55, 65, 95, 105]
    assert timetable.minutes == 110


@pytest.mark.parametrize("meeting", FOLLOW_UPS)
def test_the_manual_gives_a_follow_up_40_minutes(meeting: str) -> None:
    assert lengths(meeting, 40) == [10, 20, 10]
    assert timetable_for(meeting, 40).from_manual


def test_timetables_that_are_not_in_the_manual_say_that_they_are_ours() -> None:
    ours = [timetable.minutes for timetable in (*INTRO_TIMETABLES, *FOLLOW_UP_TIMETABLES) if not timetable.from_manual]
    assert ours == [90, 120, 30, 45]


@pytest.mark.parametrize(
    ("planned", "used"),
    [(60, 90), (90, 90), (109, 90), (110, 110), (119, 110), (120, 120), (300, 120), (None, 110)],
)
def test_the_longest_timetable_that_fits_is_used(planned: int | None, used: int) -> None:
    assert timetable_for(INTRO, planned).minutes == used


@pytest.mark.parametrize(("planned", "used"), [(10, 30), (44, 40), (45, 45), (None, 40)])
def test_a_follow_up_that_is_too_short_gets_the_shortest_timetable(planned: int | None, used: int) -> None:
    assert timetable_for("follow_up_2", planned).minutes == used


def test_a_block_knows_its_beginning_and_its_length() -> None:
    timetable = timetable_for(INTRO, 120)
    assert (timetable.start("break"), timetable.length("break")) == (50, 10)


@given(st.integers(0, 500), st.lists(st.integers(1, 9), min_size=1, max_size=60))
def test_shared_minutes_add_up_and_none_is_negative(minutes: int, weights: list[int]) -> None:
    parts = shared(minutes, weights)
    assert sum(parts) == minutes
    assert len(parts) == len(weights)
    assert all(abs(part - minutes * weight / sum(weights)) <= 1 for part, weight in zip(parts, weights, strict=True))
