"""The pictures of a Power Walk that has been walked, and what they say in words (M56-M61, G19, G21).

The same pictures stand in the deck, the summary and the workbook. The name of a band says from where to where it runs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.documents.contents import BarChart, Dot, DotField, Lane, LaneChart, Series
from pipeline.documents.wordings import statement_in_words
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.bands import SMALLEST, Band, band
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Scores
from pipeline.ttr.walk_figures import (
    BANDS,
    Spread,
    StatementFigures,
    Total,
    WalkFigures,
    groups_as_oneself,
    may_be_shown,
    walk_figures,
)

LONGEST_NAME = 60
"""The letters of a statement that stand beside a bar."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A walk that may be shown, with its figures and the words to say them in."""

    walk: Walk
    scores: Scores
    figures: WalkFigures
    spread: Spread
    statements: Sequence[Statement]
    words: Catalogue

    @property
    def manner(self) -> str:
        """How was counted: `steps` in a room, `points` in a score sheet (G19)."""
        return "steps" if self.scores.steps else "points"

    def say(self, key: str, **values: str | int) -> str:
        """A text about the outcome."""
        return self.words.say(f"walk.{key}", **values)

    def number(self, value: float) -> str:
        """A number with one decimal at the most, as one writes it in this language."""
        return f"{value:.1f}".removesuffix(".0").replace(".", self.say("decimal"))


def outcome(year: TeamYear, words: Catalogue) -> Outcome | None:
    """What the year's Power Walk came to; None when no scores came in or too few to show."""
    walk = (year.programme or Programme()).walk
    if year.scores is None or not may_be_shown(year.scores, walk):
        return None
    figures = walk_figures(year.scores)
    if figures.spread is None:
        return None
    return Outcome(walk, year.scores, figures, figures.spread, year.statements or EXAMPLES, words)


def lanes(shown: Outcome, totals: Sequence[Total], title: str = "", *, personas: bool = False) -> LaneChart:
    """A lane for each of `totals`, by code, or by persona where it is known (M56-M58)."""
    return LaneChart(
        title,
        tuple(
            Lane(_label(total, personas=personas), total.total, _place(total), total.not_answered) for total in totals
        ),
        shown.scores.maximum,
        band_names(shown),
        shown.say("not_answered"),
        shown.say(f"value.{shown.manner}"),
        shown.say("alt.lanes", count=len(totals), spread=_spread_in_words(shown)),
    )


def dots(shown: Outcome, title: str = "") -> DotField:
    """A dot for each total, without a code."""
    totals = shown.figures.totals
    return DotField(
        title,
        tuple(Dot(total.total, _place(total)) for total in totals),
        shown.scores.maximum,
        band_names(shown),
        shown.say(f"value.{shown.manner}"),
        shown.say("count"),
        shown.say("alt.dots", count=len(totals), spread=_spread_in_words(shown)),
    )


def groups(shown: Outcome, title: str = "") -> BarChart:
    """How many persons were where, when they walked as themselves: no total of anybody (M65)."""
    bars = _groups(shown)
    counts = "; ".join(f"{name}: {persons}" for name, persons in bars)
    return BarChart(
        title,
        tuple(name for name, _ in bars),
        (Series(shown.say("count_oneself"), tuple(float(persons) for _, persons in bars)),),
        shown.say("count_oneself"),
        shown.say("alt.groups", counts=counts),
    )


def answers(shown: Outcome, statements: Sequence[StatementFigures], title: str) -> BarChart:
    """For each statement how many earned what, end to end (M61)."""
    columns = answer_columns(shown)
    counts = "; ".join(
        f"{statement.number}: {' / '.join(map(str, answer_counts(shown, statement)))}" for statement in statements
    )
    return BarChart(
        title,
        tuple(wording(shown, statement.number, LONGEST_NAME) for statement in statements),
        tuple(
            Series(
                name,
                tuple(float(answer_counts(shown, statement)[place]) for statement in statements),
                unanswered=place == len(earned_columns(shown)),
            )
            for place, name in enumerate(columns)
        ),
        shown.say("count"),
        shown.say("alt.answers", columns=" / ".join(columns), counts=counts),
        stacked=True,
    )


def answer_columns(shown: Outcome) -> tuple[str, ...]:
    """What one could earn; in steps there is nothing between. Not answered only where something was not."""
    return (*earned_columns(shown), shown.say("not_answered")) if _some_blank(shown) else earned_columns(shown)


def answer_counts(shown: Outcome, statement: StatementFigures) -> tuple[int, ...]:
    """How many earned it or did not answer, in the order of the columns."""
    blank = (statement.blank,) if _some_blank(shown) else ()
    return (*earned_counts(shown, statement), *blank)


def earned_columns(shown: Outcome) -> tuple[str, ...]:
    """What one could earn."""
    worth = ("ten", "nought") if shown.scores.steps else ("ten", "five", "nought")
    return tuple(shown.say(f"answer.{shown.manner}.{key}") for key in worth)


def earned_counts(shown: Outcome, statement: StatementFigures) -> tuple[int, ...]:
    """How many earned it, in the order of the columns."""
    five = () if shown.scores.steps else (statement.five,)
    return (statement.ten, *five, statement.nought)


def wording(shown: Outcome, number: int, longest: int | None = None) -> str:
    """A statement with its number, and whether it counts in reverse (G24); in `longest` letters at the most."""
    text = _wording(shown, number)
    if longest is None or len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _wording(shown: Outcome, number: int) -> str:
    if number > len(shown.statements):
        return f"{number}."
    statement = shown.statements[number - 1]
    text = statement_in_words(statement, shown.words)
    key = "statement" if statement.advantage_if_applies else "statement_reversed"
    return shown.say(key, number=number, statement=text)


def band_names(shown: Outcome) -> tuple[str, ...]:
    """The bands from front to back, each with its limits, so that the rule stands on the picture itself (G21)."""
    return tuple(_group_name(shown, (one,)) for one in BANDS)


def bands_in_words(shown: Outcome) -> str:
    """How many are in each band; of who walked as themselves only what may be told apart (M65)."""
    if shown.walk is Walk.ONESELF:
        return "; ".join(f"{name}: {persons}" for name, persons in _groups(shown)) + "."
    return shown.say("bands", **{one.value: shown.figures.count(one) for one in BANDS})


def rule(shown: Outcome) -> str:
    """How the bands are drawn (G21)."""
    return shown.say("rule", maximum=shown.scores.maximum)


def left_out(shown: Outcome) -> Iterable[str]:
    """What the pictures do not show, in sentences."""
    if shown.figures.without:
        yield shown.say("left_out.without", count=shown.figures.without)
    if shown.walk is Walk.ONESELF:
        return
    unfinished = sum(total.not_answered > 0 for total in shown.figures.totals)
    if unfinished:
        yield shown.say("left_out.unfinished", count=unfinished)
    only_totals = sum(not row.points and row.total is not None for row in shown.scores.rows)
    if only_totals and shown.figures.statements:
        yield shown.say("left_out.only_total", count=only_totals)


def _spread_in_words(shown: Outcome) -> str:
    spread = shown.spread
    return " ".join(
        (
            bands_in_words(shown),
            shown.say(
                f"alt.spread.{shown.manner}",
                highest=spread.highest,
                lowest=spread.lowest,
                median=shown.number(spread.median),
                maximum=shown.scores.maximum,
            ),
        )
    )


def _groups(shown: Outcome) -> tuple[tuple[str, int], ...]:
    return tuple((_group_name(shown, group.bands), group.persons) for group in groups_as_oneself(shown.figures))


def _label(total: Total, *, personas: bool) -> str:
    return (", ".join(total.persona) if personas else "") or total.code or ""


def _place(total: Total) -> int:
    return BANDS.index(total.band)


def _group_name(shown: Outcome, joined: tuple[Band, ...]) -> str:
    names = [shown.say(f"band.{one.value}") for one in joined]
    maximum = shown.scores.maximum
    within = [total for total in range(0, maximum + 1, SMALLEST) if band(total, maximum) in joined]
    *first, last = names
    name = shown.say("or", first=", ".join(first), last=last) if first else last
    name = name[:1].upper() + name[1:]
    return shown.say("band_name", name=name, low=within[0], high=within[-1]) if within else name


def _some_blank(shown: Outcome) -> bool:
    return any(statement.blank for statement in shown.figures.statements)
