"""The sheet that everybody fills in during the Power Walk, and its chart that sorts itself (M54-M57, G19-G24).

In points it is shared online; on the spot somebody tallies steps in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.bands import Band, limits
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules_walk import FEWEST_AS_ONESELF
from pipeline.ttr.scores import POINTS, STEP

MOST_LANES = 24
"""Up to so many, each persona has a lane with its code; more are dots, or no label can be read from a chair."""

ASPECTS = 4
PLAIN_TEXTS = (
    *("tab", "all", "refused.title", "chart.tab", "chart.alt", "order.tab", "to_go", "how_many"),
    *("column.total", "column.answered", "reveal.tab", "reveal.how", "reveal.code", "reveal.names_nobody"),
)


@dataclass(frozen=True, slots=True)
class StatementColumn:
    """A column to fill in; `header` begins with the number of the statement."""

    number: int
    header: str


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The sheet with all its words.

    `rows` are the codes, or numbers where no row may be tied to anybody; `options` are what can be chosen, each worth
    `worth` times itself. `texts` holds the words of the room `score` that the workbook shows.
    """

    title: str
    language: str
    mark: str
    columns: tuple[StatementColumn, ...]
    rows: tuple[str, ...]
    options: tuple[int, ...]
    worth: int
    by_code: bool
    texts: Mapping[str, str]
    yes_no: tuple[str, str]

    @property
    def maximum(self) -> int:
        """The highest total (G23)."""
        return STEP * len(self.columns)

    @property
    def lanes(self) -> bool:
        """Whether the chart gives each row a lane of its own."""
        return self.by_code and len(self.rows) <= MOST_LANES


def score_sheet(year: TeamYear, words: Catalogue) -> ScoreSheet | None:
    """The sheet for the team's Power Walk; None without sign-ups, or as oneself with fewer than eight (M65)."""
    programme = year.programme or Programme()
    if not year.participants or (programme.walk is Walk.ONESELF and len(year.participants) < FEWEST_AS_ONESELF):
        return None
    meeting = programme.meeting(INTRO) or Meeting(INTRO)
    manner = "tally" if meeting.mode is Mode.OFFLINE else "scores"
    by_code = programme.walk is Walk.PERSONA
    statements = year.statements or EXAMPLES
    codes = sorted(participant.code for participant in year.participants)
    return ScoreSheet(
        title=words.say(f"score.{manner}.title"),
        language=words.language,
        mark=f"ttr:{manner}:1:{words.language}",
        columns=tuple(_column(number, one, words) for number, one in enumerate(statements, 1)),
        rows=tuple(codes) if by_code else tuple(str(number) for number in range(1, len(codes) + 1)),
        options=(1, 0) if manner == "tally" else POINTS,
        worth=STEP if manner == "tally" else 1,
        by_code=by_code,
        texts=_texts(words, manner, programme.walk, STEP * len(statements)),
        yes_no=(words.say("choices.yes_no.yes"), words.say("choices.yes_no.no")),
    )


def _column(number: int, statement: Statement, words: Catalogue) -> StatementColumn:
    text = statement.text if statement.text is not None else words.say(f"programme.statement.{statement.key}")
    key = "statement" if statement.advantage_if_applies else "statement_reversed"
    return StatementColumn(number, words.say(f"score.{key}", number=number, statement=text))


def _texts(words: Catalogue, manner: str, walk: Walk, maximum: int) -> Mapping[str, str]:
    """The words of the sheet, by what they stand for."""
    middle, front = limits(maximum)
    ranges = {Band.BACK: (0, middle - 5), Band.MIDDLE: (middle, front - 5), Band.FRONT: (front, maximum)}
    bands = {
        f"band.{part}": words.say(f"score.band.{part}", low=low, high=high) for part, (low, high) in ranges.items()
    }
    plain = (*PLAIN_TEXTS, *(f"reveal.aspect_{number}" for number in range(1, ASPECTS + 1)))
    by_manner = ("how", "refused", "chart.title", "value_title")
    column = "code" if walk is Walk.PERSONA else "row"
    texts = {key: words.say(f"score.{key}") for key in plain}
    texts |= {key: words.say(f"score.{manner}.{key}") for key in by_manner}
    others = {
        "column.row": words.say(f"score.column.{column}"),
        "who": words.say(f"score.who.{walk}"),
        "rule": words.say("score.rule", maximum=maximum),
    }
    return texts | bands | others
