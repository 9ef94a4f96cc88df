"""How much of the team was there before, and from where on the introductory session may be left out (M106, G36)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.overlap import LARGELY_THE_SAME, Advice, Overlap


@st.composite
def overlaps(draw: st.DrawFn) -> Overlap:
    before, now = draw(st.integers(0, 400)), draw(st.integers(0, 400))
    return Overlap(before, now, draw(st.integers(0, min(before, now))))


@given(overlaps())
def test_the_percentage_lies_between_none_and_all(found: Overlap) -> None:
    assert found.percent is None or 0 <= found.percent <= 100
    assert found.newcomers + found.both == found.now


@given(overlaps())
def test_the_advice_never_contradicts_the_percentage_that_is_shown(found: Overlap) -> None:
    expected = None if found.percent is None else found.percent >= LARGELY_THE_SAME
    assert (found.advice is Advice.LEAVE_OUT) == bool(expected)
    assert (found.advice is None) == (found.percent is None)


@given(overlaps())
def test_one_more_who_stays_never_makes_the_share_smaller(found: Overlap) -> None:
    if found.both < min(found.before, found.now):
        more = Overlap(found.before, found.now, found.both + 1)
        assert (more.percent or 0) >= (found.percent or 0)


@pytest.mark.parametrize(
    ("both", "now", "percent", "advice"),
    [
        (7, 10, 70, Advice.LEAVE_OUT),
        (69, 99, 69, Advice.REPEAT),  # 69.7 is not 70
        (14, 14, 100, Advice.LEAVE_OUT),
        (0, 3, 0, Advice.REPEAT),
    ],
)
def test_seventy_percent_of_who_signed_up_now_is_largely_the_same(
    both: int, now: int, percent: int, advice: Advice
) -> None:
    found = Overlap(100, now, both)
    assert (found.percent, found.advice) == (percent, advice)


@pytest.mark.parametrize("found", [Overlap(0, 0, 0), Overlap(0, 5, 0), Overlap(5, 0, 0)])
def test_without_two_sign_ups_there_is_nothing_to_advise(found: Overlap) -> None:
    assert found.percent is None
    assert found.advice is None


@pytest.mark.parametrize("numbers", [(1, 2, 2), (2, 1, 2), (1, 1, -1)])
def test_numbers_that_contradict_each_other_are_refused(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="counted"):
        Overlap(*numbers)
