"""The scan tells how to present TTR, and never shows a count of one to four (M40-M46, G41)."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.team_scan import Picture, Scale, ScanAnswer, Share, picture, positioning


def scan(expertise: list[int | None], enthusiasm: list[int | None]) -> tuple[ScanAnswer, ...]:
    return tuple(ScanAnswer(*levels) for levels in zip(expertise, enthusiasm, strict=True))


@pytest.mark.parametrize(
    ("expertise", "enthusiasm", "key"),
    [
        ([4, 5, 4, 2, 2, 1], [3, 3, 3, 3, 4, 5], "expertise"),
        ([1, 2, 3, 3, 3, 3], [1, 2, 2, 4, 5, 5], "enthusiasm"),
        ([5, 5, 5, 4, 4, 4], [1, 1, 1, 2, 2, 5], "both"),
        ([1, 1, 2, 2, 3, 3], [5, 5, 4, 4, 3, 3], "neutral"),
        ([5, 5, 5, 5, None, None], [1, 1, 1, 1, None, None], "unknown"),
        ([5, 5, 5, 5, 5, None], [1, 1, 1, None, None, None], "expertise"),
        ([1, 1, 1, 1, 1, None], [5, 5, None, None, None, None], "unknown"),
    ],
)
def test_the_position_follows_from_both_scales(
    expertise: list[int | None], enthusiasm: list[int | None], key: str
) -> None:
    assert positioning(scan(expertise, enthusiasm)) == key


def test_without_a_scan_there_is_no_position() -> None:
    assert positioning(None) == "unknown"
    assert positioning(()) == "unknown"


def test_of_fewer_than_five_colleagues_nothing_is_shown() -> None:
    assert picture(scan([5, 5, 5, 5], [1, 2, 3, 4]), 20) == Picture()


def test_groups_of_levels_merge_until_none_is_small() -> None:
    levels: list[int | None] = [1, 1, 1, 1, 1, 2, 3, 3, 3, 4, 4, 4]
    shown = picture(scan(levels, levels), 12)
    assert shown.colleagues == shown.staff == 12
    assert shown.expertise == Scale(3, (Share("low", 6), Share("middle_high", 6)))
    few: list[int | None] = [1, 1, 3, 5, 5]
    assert picture(scan(few, few), None).expertise == Scale(3, ())


def test_who_has_no_level_counts_with_the_middle() -> None:
    shown = picture(scan([1] * 5 + [3] * 4 + [None], [5] * 10), 11)
    assert shown.expertise == Scale(1, (Share("low", 5), Share("middle", 5), Share("high", 0)))
    assert shown.staff is None, "one colleague was left out of the scan, and nobody may see that"


levels = st.none() | st.integers(-1, 7)
scans = st.lists(st.builds(ScanAnswer, levels, levels), max_size=40)


@given(scans, st.none() | st.integers(1, 60))
def test_no_small_count_is_shown_or_follows_from_what_is(answers: list[ScanAnswer], staff: int | None) -> None:
    shown = picture(answers, staff)
    for scale in (shown.expertise, shown.enthusiasm):
        counts = [share.colleagues for share in scale.shares] if scale else []
        totals = [total for total in (shown.colleagues, shown.staff) if total is not None]
        parts = chain.from_iterable(combinations(counts, size) for size in range(len(counts) + 1))
        derived = {total - sum(part) for part in parts for total in (*totals, 0)}
        assert not {abs(count) for count in derived} & {1, 2, 3, 4}
        assert not counts or sum(counts) == shown.colleagues
    if shown.staff is not None:
        assert shown.colleagues is not None
        assert shown.staff - shown.colleagues not in {1, 2, 3, 4}


@given(scans)
def test_the_order_of_the_colleagues_makes_no_difference(answers: list[ScanAnswer]) -> None:
    assert picture(answers, 30) == picture(answers[::-1], 30)
    assert positioning(answers) == positioning(answers[::-1])


@given(st.lists(st.builds(ScanAnswer, levels, levels), max_size=4))
def test_fewer_than_five_answers_tell_nothing(answers: list[ScanAnswer]) -> None:
    assert positioning(answers) == "unknown"
    assert picture(answers, 30) == Picture()
