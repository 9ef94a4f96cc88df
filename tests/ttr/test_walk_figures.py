"""The figures of a Power Walk, whatever of it came in (M56-M61, M65, G21)."""

from statistics import median, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.bands import Band
from pipeline.ttr.programme import Walk
from pipeline.ttr.scores import POINTS, Score, Scores
from pipeline.ttr.walk_figures import (
    SMALLEST_GROUP,
    Group,
    groups_as_oneself,
    may_be_shown,
    most_missed,
    most_split,
    walk_figures,
)

FRONT, MIDDLE, BACK = Band


def walk(*points: tuple[int | None, ...]) -> Scores:
    rows = tuple(Score(f"AAA-{number}", row) for number, row in enumerate(points))
    return Scores(rows, tuple(range(1, len(points[0]) + 1)) if points else (1, 2, 3))


def totals(*numbers: int) -> Scores:
    """Totals without points, of ten statements."""
    rows = tuple(Score(f"AAA-{number}", only_total=total) for number, total in enumerate(numbers))
    return Scores(rows, tuple(range(1, 11)))


points = st.none() | st.sampled_from(POINTS)
walks = st.integers(1, 12).flatmap(
    lambda width: st.lists(st.tuples(*[points] * width), max_size=12).map(
        lambda rows: Scores(
            tuple(Score(f"AAA-{number}", row) for number, row in enumerate(rows)), tuple(range(1, width + 1))
        )
    )
)


def test_each_statement_is_counted_by_what_it_earned() -> None:
    first, second = walk_figures(walk((10, 0), (5, None), (10, 0))).statements
    assert (first.ten, first.five, first.nought, first.blank) == (2, 1, 0, 0)
    assert (second.ten, second.five, second.nought, second.blank) == (0, 0, 2, 1)
    assert first.share == pytest.approx(2 / 3)
    assert (first.missed, second.missed) == (5, 20)


@given(walks)
def test_no_answer_is_lost_and_the_totals_are_those_of_the_rows(scores: Scores) -> None:
    figures = walk_figures(scores)
    for statement in figures.statements:
        assert statement.answered + statement.blank == len(scores.rows)
    known = sorted((row.total for row in scores.rows if row.total is not None), reverse=True)
    assert [total.total for total in figures.totals] == known
    assert figures.without == len(scores.rows) - len(known)
    assert sum(figures.count(band) for band in Band) == len(known)
    assert sum(total.total + total.not_answered for total in figures.totals) <= scores.maximum * len(known)


@given(st.lists(st.sampled_from(range(0, 101, 5)), min_size=1, max_size=30))
def test_the_spread_is_that_of_the_totals(numbers: list[int]) -> None:
    spread = walk_figures(totals(*numbers)).spread
    assert spread is not None
    assert (spread.lowest, spread.highest) == (min(numbers), max(numbers))
    assert spread.median == median(numbers)
    assert spread.deviation == pytest.approx(pstdev(numbers), abs=0.01)
    assert spread.lowest <= spread.lower_quartile <= spread.median <= spread.upper_quartile <= spread.highest


def test_the_quartiles_lie_between_two_totals_where_they_must() -> None:
    spread = walk_figures(totals(0, 10, 20, 30)).spread
    assert spread is not None
    assert (spread.lower_quartile, spread.median, spread.upper_quartile) == (7.5, 15, 22.5)


def test_a_half_filled_row_counts_with_what_it_has_and_says_what_is_open() -> None:
    (total,) = walk_figures(walk((10, 5, None, None))).totals
    assert (total.total, total.not_answered, total.band) == (15, 20, MIDDLE)


def test_a_row_with_only_a_total_counts_in_the_spread_and_not_in_the_statements() -> None:
    figures = walk_figures(totals(40))
    assert figures.statements == ()
    assert figures.totals[0].not_answered == 0
    assert most_split(figures) == () == most_missed(figures)


def test_nothing_at_all_gives_nothing_at_all() -> None:
    for empty in (Scores((), (1, 2)), Scores((Score("AAA-1"), Score("BBB-2", (None, None))), (1, 2))):
        figures = walk_figures(empty)
        assert figures.totals == ()
        assert figures.spread is None
        assert figures.without == len(empty.rows)
        assert most_split(figures) == ()


def test_the_best_comes_first_and_equal_totals_by_code_whatever_the_order_of_the_rows() -> None:
    rows = (Score("CCC-3", (5,)), Score("AAA-1", (5,)), Score("BBB-2", (10,)))
    for ordered in (rows, rows[::-1]):
        shown = walk_figures(Scores(ordered, (1,))).totals
        assert [total.code for total in shown] == ["BBB-2", "AAA-1", "CCC-3"]


def test_a_group_is_split_most_when_half_has_all_and_half_has_none() -> None:
    figures = walk_figures(walk((10, 10, 10, 5), (10, 0, 5, 5), (10, 10, 10, 0), (10, 0, 5, 10)))
    assert [statement.split for statement in figures.statements] == [0, 100, 25, 50]
    assert [statement.number for statement in most_split(figures)] == [2, 4, 3]


def test_of_equal_splits_the_first_statement_comes_first_and_three_are_named_at_the_most() -> None:
    figures = walk_figures(walk((10,) * 5, (0,) * 5))
    assert [statement.number for statement in most_split(figures)] == [1, 2, 3]
    assert [statement.number for statement in most_missed(figures)] == [1, 2, 3]


def test_a_statement_that_lost_its_column_keeps_the_numbers_of_the_others() -> None:
    figures = walk_figures(Scores((Score("AAA-1", (10, 0)), Score("BBB-2", (0, 0))), (2, 7)))
    assert [statement.number for statement in figures.statements] == [2, 7]
    assert [statement.number for statement in most_split(figures)] == [2]


@pytest.mark.parametrize(("walk", "fewest"), [(Walk.PERSONA, 1), (Walk.ANONYMOUS, 5), (Walk.ONESELF, 8)], ids=str)
def test_too_few_totals_are_not_shown(walk: Walk, fewest: int) -> None:
    assert may_be_shown(totals(*[50] * fewest), walk)
    assert not may_be_shown(totals(*[50] * (fewest - 1)), walk)
    nothing = Scores((Score("AAA-1"),) * 20, (1,))
    assert not may_be_shown(nothing, walk)


@given(st.lists(st.sampled_from(range(0, 101, 5)), min_size=8, max_size=30))
def test_as_oneself_nobody_is_alone_or_one_of_two(numbers: list[int]) -> None:
    groups = groups_as_oneself(walk_figures(totals(*numbers)))
    assert sum(group.persons for group in groups) == len(numbers)
    assert tuple(band for group in groups for band in group.bands) == tuple(Band)
    assert all(group.persons == 0 or group.persons >= SMALLEST_GROUP for group in groups)


def test_a_small_group_is_joined_with_the_one_beside_it() -> None:
    shown = groups_as_oneself(walk_figures(totals(*[100] * 5, *[50] * 4, 0, 0)))
    assert shown == (Group((FRONT,), 5), Group((MIDDLE, BACK), 6))
    assert groups_as_oneself(walk_figures(totals(100, *[50] * 8, 0))) == (Group((FRONT, MIDDLE, BACK), 10),)
