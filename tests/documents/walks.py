"""Invented outcomes of a Power Walk, for what is made of them."""

import random
from dataclasses import replace

from pipeline.ttr.programme import Mode, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import POINTS, Score, Scores
from tests.documents.teams import full_year

STATEMENTS = 11
SHORT = ("zorgt voor zijn oma",)
LONG = ("vrouw met een Surinaamse familie", "eerste die studeert", "werkt bij R&D <HR>", "{{ slechtziend }}")


def code(number: int) -> str:
    return f"{'ABCDEFGHJK'[number % 10]}QX-{100 + number}"


def scores(count: int, *, steps: bool = False, persona: tuple[str, ...] = LONG, blanks: bool = True) -> Scores:
    """As many rows, some half-filled, one empty and one with only a total; every fifth told no persona."""
    chance = random.Random(count)
    rows = []
    for number in range(count):
        lean = chance.random()
        worth = (10, 0) if steps else POINTS
        weights = (lean, 1 - lean) if steps else (lean, 0.25, 1 - lean)
        points: tuple[int | None, ...] = tuple(chance.choices(worth, weights, k=STATEMENTS))
        if blanks and number % 6 == 1:
            points = points[:6] + (None,) * (STATEMENTS - 6)
        rows.append(Score(code(number), points, persona=() if number % 5 == 4 else persona))
    if blanks:
        rows += [Score("ZZZ-998"), Score("ZZZ-999", only_total=50)]
    return Scores(tuple(rows), tuple(range(1, STATEMENTS + 1)), steps)


def walked(language: str, outcome: Scores | None, walk: Walk = Walk.PERSONA) -> TeamYear:
    """A team of which everything is known, and this is what its Power Walk came to."""
    mode = Mode.OFFLINE if outcome is not None and outcome.steps else Mode.ONLINE
    year = full_year(language, mode)
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, asked_walk=walk, trust=True), scores=outcome)
