"""What was found in the Power Walk, for who writes the frame of reference: which statements divided the group (M63).

Neither a code nor a number of anybody is in it, and nothing at all of a walk as oneself (M65) or of a few.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.walk.charts import Outcome, outcome, wording
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.walk_figures import FEWEST_ANONYMOUS, StatementFigures, most_split

MOST_CARRIED = 5

_COLUMNS = ("statement", "theme")


@dataclass(frozen=True, slots=True)
class WalkFindings:
    """A sheet to show to all: its tab, a title with lines below it, and a row for each statement with its theme."""

    tab: str
    title: str
    lines: tuple[str, ...]
    header: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


def walk_findings(year: TeamYear, words: Catalogue) -> WalkFindings | None:
    """The statements that divided the group most; None where nothing may be said, or no answers differed."""
    shown = outcome(year, words) if year.programme else None
    if shown is None or shown.walk is Walk.ONESELF:
        return None
    rows = tuple((wording(shown, one.number), _theme(shown, one)) for one in _carried(shown))
    if not rows:
        return None
    statement, theme = (words.say(f"wordings.walk.{name}") for name in _COLUMNS)
    shipped = Catalogue(words.language, words.texts)  # a sheet is known by its name when it comes back
    return WalkFindings(
        shipped.say("forms.grouped_wordings.walk_findings.tab"),
        words.say("wordings.walk.title"),
        words.many("wordings.walk.lines"),
        (statement, theme),
        rows,
    )


def _carried(shown: Outcome) -> tuple[StatementFigures, ...]:
    """Those that enough people answered, and of which is known what they say."""
    return tuple(_sayable(shown))[:MOST_CARRIED]


def _sayable(shown: Outcome) -> Iterator[StatementFigures]:
    for one in most_split(shown.figures, len(shown.figures.statements)):
        if one.answered >= FEWEST_ANONYMOUS and one.number <= len(shown.statements):
            yield one


def _theme(shown: Outcome, one: StatementFigures) -> str:
    theme = shown.statements[one.number - 1].theme
    return shown.words.say(f"choices.theme.{theme}") if theme else ""
