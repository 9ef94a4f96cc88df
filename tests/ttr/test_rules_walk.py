"""As oneself only with trust, and never with a few (M65)."""

from pipeline.findings import Place
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.rules_walk import FEWEST_AS_ONESELF, walk_broken

PLACES = {"walk": Place("p.xlsx", "Programma", "B15"), "trust": Place("p.xlsx", "Programma", "B16")}


def keys(programme: Programme, participants: int = 14) -> list[tuple[str, bool]]:
    return [(finding.key, finding.stops) for finding in walk_broken(programme, participants)]


def test_a_walk_in_the_name_of_a_persona_asks_for_nothing() -> None:
    assert keys(Programme()) == keys(Programme(asked_walk=Walk.ANONYMOUS), 3) == []


def test_as_oneself_without_trust_stops_and_counts_as_a_persona() -> None:
    programme = Programme(asked_walk=Walk.ONESELF, places=PLACES)
    assert keys(programme) == [("walk_not_confirmed", True)]
    assert programme.walk is Walk.PERSONA
    assert next(walk_broken(programme, 14)).place == PLACES["trust"]


def test_as_oneself_with_trust_is_warned_of() -> None:
    programme = Programme(asked_walk=Walk.ONESELF, trust=True)
    assert programme.walk is Walk.ONESELF
    assert keys(programme, FEWEST_AS_ONESELF) == [("walk_as_oneself", False)]


def test_as_oneself_with_a_few_shows_nothing() -> None:
    programme = Programme(asked_walk=Walk.ONESELF, trust=True)
    assert ("walk_too_few", False) in keys(programme, FEWEST_AS_ONESELF - 1)
