"""What is missed in the tuned cases is known one by one; the kept ones reach every bar (M90, M91)."""

import pytest

from tests.texts.bars import figures, swap_figure
from tests.texts.failures import failures, known_failures
from tests.texts.marked import marked_cases
from tests.texts.privacy import main, plain_and_swapped
from tests.texts.searching import searched_by_command


def test_the_known_failures_are_all_there_are() -> None:
    assert failures(plain_and_swapped("tuned")[0]) == known_failures()


def test_the_command_finds_the_same_as_the_engine() -> None:
    inside = {one.case.name: one.spans for one in plain_and_swapped("tuned")[0]}
    for case in marked_cases("tuned")[::20]:
        [one] = searched_by_command([case])
        told = [(span.start, span.end, span.label, span.asked) for span in one.spans]
        assert told == [(span.start, span.end, span.label, span.asked) for span in inside[case.name]]


@pytest.mark.parametrize("variant", [0, 1], ids=["plain", "swapped"])
def test_the_kept_cases_reach_every_bar(variant: int) -> None:
    both = plain_and_swapped("kept")
    assert [figure.name for figure in (*figures(both[variant]), swap_figure(*both)) if not figure.reached] == []


def test_the_print_tells_figures_but_nothing_of_the_kept_cases(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    printed = capsys.readouterr().out
    for title in ("tuned:", "tuned, names swapped", "kept:", "kept, names swapped", "characters per second"):
        assert title in printed
    mentions = {case.text[mark.start : mark.end] for case in marked_cases("kept") for mark in case.mentions}
    assert [mention for mention in mentions if len(mention) > 5 and f" {mention} " in printed] == []
