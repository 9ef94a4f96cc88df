"""Groups of two to four, whoever comes (M78, G28)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.groups import group_sizes, groups


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


@given(st.permutations([f"P{number:02d}" for number in range(1, 15)]))
def test_the_order_of_signing_up_makes_no_difference(codes: list[str]) -> None:
    assert groups(codes) == groups(sorted(codes))


@given(st.sets(st.text("ABCDEF0123456789", min_size=2, max_size=4), max_size=60))
def test_everybody_is_in_one_group(codes: set[str]) -> None:
    dealt = groups(codes)
    expected = codes if len(codes) > 1 else set()
    assert sorted(code for group in dealt for code in group) == sorted(expected)
    assert tuple(len(group) for group in dealt) == group_sizes(len(codes))


def test_codes_are_dealt_one_by_one() -> None:
    assert groups(("P1", "P2", "P3", "P4", "P5")) == (("P1", "P3", "P5"), ("P2", "P4"))
