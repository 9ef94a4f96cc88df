"""The draw of personas is even, the same for the same seed, and repeats itself no sooner than it must."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.personas import SHIPPED, VALUES, Persona, PersonaAspect, drawn
from pipeline.ttr.power_walk import IDENTITY_ASPECTS

NUMBERS = st.integers(0, 60)
SEEDS = st.binary(max_size=12)


def offer(sizes: Sequence[int]) -> tuple[PersonaAspect, ...]:
    """So many values of each aspect."""
    return tuple(
        PersonaAspect(aspect, text=f"{aspect} {number}")
        for aspect, size in zip(IDENTITY_ASPECTS, sizes, strict=False)
        for number in range(size)
    )


OFFERS = st.lists(st.integers(0, 7), min_size=1, max_size=9).map(offer)


def spread(things: Iterable[object], among: Iterable[object]) -> int:
    """How much oftener the commonest of `among` stands in `things` than the rarest."""
    counts = Counter(things)
    times = [counts[one] for one in among]
    return max(times, default=0) - min(times, default=0)


def aspects_of(offered: Iterable[PersonaAspect]) -> list[str]:
    return list(dict.fromkeys(one.aspect for one in offered))


@given(OFFERS, NUMBERS, SEEDS)
def test_a_persona_has_four_different_aspects_or_as_many_as_there_are(
    offered: tuple[PersonaAspect, ...], number: int, seed: bytes
) -> None:
    personas = drawn(offered, number, seed)
    assert len(personas) == (number if offered else 0)
    for persona in personas:
        aspects = [one.aspect for one in persona]
        assert len(persona) == min(4, len(aspects_of(offered)))
        assert aspects == sorted(set(aspects), key=IDENTITY_ASPECTS.index)
        assert set(persona) <= set(offered)


@given(OFFERS, NUMBERS, SEEDS)
def test_aspects_and_the_values_of_an_aspect_come_up_equally_often(
    offered: tuple[PersonaAspect, ...], number: int, seed: bytes
) -> None:
    chosen = [one for persona in drawn(offered, number, seed) for one in persona]
    aspects = aspects_of(offered)
    assert spread((one.aspect for one in chosen), aspects) <= 1
    for aspect in aspects:
        assert spread(chosen, (one for one in offered if one.aspect == aspect)) <= 1


@given(OFFERS, NUMBERS, NUMBERS, SEEDS)
def test_a_larger_draw_begins_with_the_smaller_one(
    offered: tuple[PersonaAspect, ...], number: int, more: int, seed: bytes
) -> None:
    assert drawn(offered, number + more, seed)[:number] == drawn(offered, number, seed)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), SEEDS)
def test_with_four_aspects_no_persona_comes_again_before_all_have_come(sizes: list[int], seed: bytes) -> None:
    all_there_are = prod(sizes)
    personas = drawn(offer(sizes), 2 * all_there_are, seed)
    assert set(Counter(personas[:all_there_are]).values()) == {1}
    assert set(Counter(personas).values()) == {2}


@given(st.lists(st.integers(2, 5), min_size=5, max_size=9), SEEDS)
def test_with_more_aspects_no_persona_of_a_team_comes_twice(sizes: list[int], seed: bytes) -> None:
    assert len(set(drawn(offer(sizes), 24, seed))) == 24


@given(st.integers(0, 300), SEEDS)
def test_of_what_we_offer_no_persona_comes_twice(number: int, seed: bytes) -> None:
    assert len(set(drawn(SHIPPED, number, seed))) == number


def test_the_same_seed_draws_the_same_and_another_seed_something_else() -> None:
    """Written down, so that a new version of Python cannot change cards that have been printed."""
    first = drawn(SHIPPED, 3, b"2027-2028")
    assert [[one.key for one in persona] for persona in first] == FIRST
    assert drawn(SHIPPED, 3, b"2028-2029") != first


FIRST = [
    ["black", "advice", "parents_pay", "child"],
    ["man", "partner", "none", "two_languages"],
    ["never_asked", "parents_studied", "as_most", "cared_for"],
]


@pytest.mark.parametrize("number", [1, 8, 14, 24])
def test_aspects_that_are_offered_twice_count_once(number: int) -> None:
    assert drawn((*SHIPPED, *SHIPPED[::3]), number, b"x") == drawn(SHIPPED, number, b"x")


def test_nothing_is_drawn_from_nothing() -> None:
    assert drawn((), 8, b"x") == ()


def test_every_aspect_has_something_to_offer() -> None:
    assert tuple(VALUES) == IDENTITY_ASPECTS
    assert all(3 <= len(values) <= 6 for values in VALUES.values())


def test_no_aspect_pairs_more_often_than_chance_would() -> None:
    """Over a long draw every two aspects meet about equally often."""
    pairs: Counter[frozenset[str]] = Counter()
    for persona in drawn(SHIPPED, 900, b"x"):
        pairs.update(_pairs(persona))
    assert len(pairs) == 36
    assert max(pairs.values()) < 1.3 * min(pairs.values())


def _pairs(persona: Persona) -> set[frozenset[str]]:
    aspects = [one.aspect for one in persona]
    return {frozenset((one, other)) for one in aspects for other in aspects if one != other}
