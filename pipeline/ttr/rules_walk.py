"""Walking as oneself is a high-risk exercise: only with trust confirmed, and never with a few (M65)."""

from collections.abc import Iterator

from pipeline.findings import Finding, note, stop
from pipeline.ttr.programme import Programme, Walk

FEWEST_AS_ONESELF = 8
"""Ours, after M04: with fewer, a distribution points at people."""


def walk_broken(programme: Programme, participants: int) -> Iterator[Finding]:
    """What stands in the way of walking as oneself, and what it asks for."""
    if programme.asked_walk is not Walk.ONESELF:
        return
    place = programme.place("walk")
    if not programme.trust:
        yield stop("walk_not_confirmed", programme.place("trust"), "programme")
        return
    yield note("walk_as_oneself", place, "programme")
    if participants < FEWEST_AS_ONESELF:
        yield note("walk_too_few", place, "programme", least=FEWEST_AS_ONESELF)
