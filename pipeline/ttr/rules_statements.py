"""The list of statements, against what the Power Walk can hold and the team looks at most (M47, M52, G23, G24, G26)."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from pipeline.findings import NOWHERE, Finding, Place, Word, note, stop
from pipeline.ttr.focus import EXAMPLES_BY_FOCUS, THEMES_BY_FOCUS, untouched
from pipeline.ttr.power_walk import EXAMPLES, Statement, time_budget
from pipeline.ttr.programme import INTRO
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import timetable_for

FEWEST = 8
MOST = 12
# Ours: with one or two statements everybody stands in nearly the same place, and nothing can be seen.
FEWEST_THAT_SHOW_ANYTHING = 3
CELLS_SHOWN = 3
EXAMPLES_NAMED = 2


def statements_broken(year: TeamYear, negations: Collection[str]) -> Iterable[Finding]:
    """Whether there are about ten statements, whether they fit the minutes, and whether one may count the wrong way."""
    if year.statements is None:
        return
    yield from _number(year, year.statements)
    yield from _negated(year.statements, negations)


def focus_untouched(year: TeamYear, today: date) -> Iterable[Finding]:
    """Which focus group none of the statements touches, and what would; nothing once the walk is over (M47)."""
    if year.programme is None or year.statements is None or year.scores is not None:
        return
    intro = year.programme.meeting(INTRO)
    if intro is not None and intro.day is not None and intro.day < today:
        return
    place = Place(_sheet(year.statements).file)
    for group in untouched(year.programme.focus, year.statements or EXAMPLES):
        named = EXAMPLES_BY_FOCUS[group][:EXAMPLES_NAMED]
        yield note(
            "focus_untouched",
            place,
            "statements",
            group=Word(f"programme.focus.{group}"),
            count=len(named),
            first=Word(f"programme.statement.{named[0]}"),
            second=Word(f"programme.statement.{named[-1]}"),
            themes=tuple(Word(f"choices.theme.{theme}") for theme in THEMES_BY_FOCUS[group]),
        )


def _number(year: TeamYear, statements: Sequence[Statement]) -> Iterable[Finding]:
    number, place = len(statements), _sheet(statements)
    if not number:
        yield note("statements_none", about="statements")
    elif number < FEWEST_THAT_SHOW_ANYTHING:
        yield stop("statements_too_few", place, "statements", count=number, least=FEWEST)
    elif number < FEWEST:
        yield note("statements_few", place, "statements", count=number, least=FEWEST, most=MOST)
    elif number > MOST:
        yield from _many(year, number, place)


def _many(year: TeamYear, number: int, place: Place) -> Iterable[Finding]:
    intro = year.programme and year.programme.meeting(INTRO)
    walk = timetable_for(INTRO, intro.minutes if intro else None).length("power_walk")
    budget = time_budget(walk, number)
    needed = -(-number * 4 // 5)
    said = {"count": number, "walk": walk, "most": MOST}
    if needed > budget.statements:
        yield note("statements_do_not_fit", place, "statements", needed=needed, there=budget.statements, **said)
    else:
        yield note("statements_many", place, "statements", needed=needed, talk=budget.talk, **said)


def _negated(statements: Sequence[Statement], negations: Collection[str]) -> Iterable[Finding]:
    """A team's own statement that says `not` and still counts as an advantage; it may be right, so it is asked."""
    words = {negation.casefold() for negation in negations}
    doubtful = [
        statement
        for statement in statements
        if statement.text and statement.advantage_if_applies and words.intersection(_words(statement.text))
    ]
    if doubtful:
        cells = tuple(statement.place.cell for statement in doubtful if statement.place.cell)
        key = "statement_negated" if 0 < len(cells) <= CELLS_SHOWN else "statement_negated_from"
        yield note(key, doubtful[0].place, "statements", count=len(doubtful), cells=cells[:CELLS_SHOWN])


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold().replace("\u2019", "'"))


def _sheet(statements: Sequence[Statement]) -> Place:
    found = next((statement.place for statement in statements if statement.place.file), NOWHERE)
    return Place(found.file, found.sheet)
