"""Groups of two to four, whoever comes, and other ones at the next meeting (M78, G28)."""

from itertools import combinations, pairwise
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.groups import group_sizes, groups, groups_of
from pipeline.ttr.programme import MEETINGS, Lead, Programme

NUMBERS = range(len(MEETINGS))
sets_of_codes = st.sets(st.text("ABCDEF0123456789", min_size=2, max_size=4), min_size=2, max_size=300)
Dealt = tuple[tuple[str, ...], ...]


def codes_of(count: int) -> list[str]:
    return [f"P{number:03d}" for number in range(count)]


def pairs(dealt: Dealt) -> set[tuple[str, str]]:
    """Everybody who meets somebody."""
    return {pair for group in dealt for pair in combinations(sorted(group), 2)}


def meeting_again(before: Dealt, number: int) -> int:
    """How many pairs meet again at the least: a group of four cannot be parted over fewer than four."""
    spread = ((len(group) // number + (place < len(group) % number)) for group in before for place in range(number))
    return sum(comb(together, 2) for together in spread)


@pytest.mark.parametrize(
    ("participants", "sizes"),
    [(0, ()), (1, ()), (2, (2,)), (4, (4,)), (5, (3, 2)), (8, (4, 4)), (9, (3, 3, 3)), (14, (4, 4, 3, 3))],
)
def test_groups_are_as_few_and_as_equal_as_possible(participants: int, sizes: tuple[int, ...]) -> None:
    assert group_sizes(participants) == sizes


@given(st.integers(2, 5000))
def test_every_group_has_two_to_four_participants(participants: int) -> None:
    sizes = group_sizes(participants)
    assert sum(sizes) == participants
    assert set(sizes) <= {2, 3, 4}
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("number", NUMBERS)
@given(st.permutations([f"P{number:02d}" for number in range(1, 15)]))
def test_the_order_of_signing_up_makes_no_difference(number: int, codes: list[str]) -> None:
    assert groups(codes, number, codes[:2]) == groups(sorted(codes), number, codes[1::-1])


@pytest.mark.parametrize("number", NUMBERS)
@given(st.sets(st.text("ABCDEF0123456789", min_size=2, max_size=4), max_size=60))
def test_everybody_is_in_one_group(number: int, codes: set[str]) -> None:
    dealt = groups(codes, number)
    expected = codes if len(codes) > 1 else set()
    assert sorted(code for group in dealt for code in group) == sorted(expected)
    assert tuple(len(group) for group in dealt) == group_sizes(len(codes))


def test_codes_are_dealt_one_by_one() -> None:
    assert groups(("P1", "P2", "P3", "P4", "P5")) == (("P1", "P3", "P5"), ("P2", "P4"))


@pytest.mark.parametrize("number", NUMBERS)
@given(sets_of_codes)
def test_two_who_are_to_be_apart_never_meet_where_there_are_two_groups(number: int, codes: set[str]) -> None:
    apart = sorted(codes)[:: max(len(codes) - 1, 1)]
    dealt = groups(codes, number, apart)
    together = any(set(apart) <= set(group) for group in dealt)
    assert together is (len(dealt) == 1)


def test_who_did_not_sign_up_cannot_be_kept_apart() -> None:
    assert groups(codes_of(9), 1, ("Q1", "Q2")) == groups(codes_of(9), 1)


@given(sets_of_codes)
def test_the_groups_of_a_meeting_are_never_those_of_the_one_before_where_others_are_possible(codes: set[str]) -> None:
    year = [groups(codes, number) for number in NUMBERS]
    for before, after in pairwise(year):
        assert (set(before) == set(after)) is (len(before) == 1)


@given(sets_of_codes)
def test_as_few_colleagues_meet_again_the_next_time_as_can_be(codes: set[str]) -> None:
    for apart in ((), sorted(codes)[:2]):
        year = [groups(codes, number, apart) for number in NUMBERS]
        for before, after in pairwise(year):
            assert len(pairs(before) & pairs(after)) == meeting_again(before, len(after))


def test_with_four_groups_or_more_nobody_meets_a_colleague_twice_running() -> None:
    for count in range(13, 301):
        year = [groups(codes_of(count), number) for number in NUMBERS]
        assert all(not pairs(before) & pairs(after) for before, after in pairwise(year)), count


def test_the_leads_are_apart_only_where_the_programme_asks_it() -> None:
    leads = (Lead("P000"), Lead("P004"), Lead(None))
    codes = codes_of(14)
    assert groups_of(codes, Programme(leads=leads), "intro") == groups(codes)
    for meeting in MEETINGS:
        dealt = groups_of(codes, Programme(leads=leads, leads_apart=True), meeting)
        assert not any({"P000", "P004"} <= set(group) for group in dealt)
    assert groups_of(codes, Programme(), "follow_up_2") == groups(codes, 2)
