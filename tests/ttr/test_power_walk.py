"""The Power Walk fits its minutes, whatever the list of statements (G23-G26)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.power_walk import (
    EXAMPLE_STATEMENTS,
    EXAMPLES,
    QUESTIONS,
    QUESTIONS_BY_PRIORITY,
    SHORTEST_TALK,
    THEMES,
    TimeBudget,
    chosen_questions,
    time_budget,
)


def test_ten_statements_in_35_minutes_leave_17_to_talk() -> None:
    assert time_budget(35, 10) == TimeBudget(instruction=5, statements=8, totals=5, talk=17)


@given(st.sampled_from((30, 35, 40)), st.integers(1, 200))
def test_the_budget_is_spent_to_the_minute_and_leaves_room_to_talk(minutes: int, statements: int) -> None:
    budget = time_budget(minutes, statements)
    assert budget.instruction + budget.statements + budget.totals + budget.talk == minutes
    assert budget.talk >= SHORTEST_TALK
    assert budget.statements >= 1


@pytest.mark.parametrize(("minutes", "number"), [(30, 4), (35, 5), (40, 6)])
def test_a_longer_power_walk_has_more_questions(minutes: int, number: int) -> None:
    assert len(chosen_questions(time_budget(minutes, 10).talk)) == number


@given(st.integers(0, 60))
def test_four_to_six_questions_are_chosen_in_the_order_of_the_manual(talk: int) -> None:
    chosen = chosen_questions(talk)
    assert 4 <= len(chosen) <= 6
    assert list(chosen) == sorted(chosen, key=QUESTIONS.index)
    assert chosen[0] == "feeling"
    assert {"back", "influence", "actions"} <= set(chosen)


def test_every_question_has_a_priority() -> None:
    assert len(QUESTIONS) == 12
    assert sorted(QUESTIONS) == sorted(QUESTIONS_BY_PRIORITY)


def test_all_examples_are_an_advantage_when_they_apply() -> None:
    assert tuple(statement.key for statement in EXAMPLES) == EXAMPLE_STATEMENTS
    assert all(statement.advantage_if_applies for statement in EXAMPLES)
    assert {statement.theme for statement in EXAMPLES} == set(THEMES)
