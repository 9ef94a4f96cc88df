"""A focus group asks for a statement that touches it, and restricts nothing (M47)."""

import pytest

from pipeline.ttr.focus import EXAMPLES_BY_FOCUS, THEMES_BY_FOCUS, touches, untouched
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS, EXAMPLES, THEMES, Statement
from pipeline.ttr.programme import FOCUS_GROUPS


def test_every_focus_group_has_examples_and_themes_of_ours_and_every_one_of_these_serves() -> None:
    assert tuple(EXAMPLES_BY_FOCUS) == tuple(THEMES_BY_FOCUS) == FOCUS_GROUPS
    assert {key for keys in EXAMPLES_BY_FOCUS.values() for key in keys} == set(EXAMPLE_STATEMENTS)
    assert {theme for themes in THEMES_BY_FOCUS.values() for theme in themes} == set(THEMES)


def test_our_ten_touch_every_focus_group() -> None:
    assert untouched(FOCUS_GROUPS, EXAMPLES) == ()


@pytest.mark.parametrize("group", FOCUS_GROUPS)
def test_a_group_is_untouched_without_what_touches_it_and_one_statement_is_enough(group: str) -> None:
    others = [one for one in EXAMPLES if not touches(one, group)]
    assert group in untouched(FOCUS_GROUPS, others)
    for key in EXAMPLES_BY_FOCUS[group]:
        assert group not in untouched(FOCUS_GROUPS, [*others, Statement(key=key)])
    for theme in THEMES_BY_FOCUS[group]:
        assert group not in untouched(FOCUS_GROUPS, [*others, Statement(text="Ik ken de weg.", theme=theme)])


def test_what_an_own_statement_says_is_not_judged() -> None:
    own = Statement(text="Mijn ouders hebben gestudeerd.")
    assert untouched(("first_generation", "gender"), [own]) == ("first_generation", "gender")
