"""The sheet that everybody fills in during the Power Walk, and the chart that moves along (M54-M57, M65, G19-G24).

In points it is shared online; on the spot somebody tallies steps in it. The words by which a filled sheet is read back
are never a team's own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.wordings import statement_in_words
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.bands import SMALLEST, limits
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import INTRO, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import POINTS, STEP
from pipeline.ttr.walk_figures import BANDS, FEWEST_ANONYMOUS, FEWEST_AS_ONESELF

MOST_LANES = 24
"""Up to so many, each persona has a lane with its code; of more no code could be read from a chair."""
STEPS = (1, 0)
ASPECTS = 4

_READ_BY = (
    *("tab", "chart.tab", "order.tab", "reveal.tab"),
    *("column.code", "column.row", "column.total", "column.answered", "reveal.names_nobody"),
    *(f"reveal.aspect_{number}" for number in range(1, ASPECTS + 1)),
)
_SAID = (
    *("progress", "refusal", "chart.to_go", "reveal.title", "reveal.how", "reveal.refusal"),
    *("order.key", "order.place", "order.lane", "order.across", "order.joined"),
    *(f"order.up.{one}" for one in BANDS),
)
_SAID_BY_KIND = ("refusal", "reversed", "reversed_here", "sharing", "value_title")


@dataclass(frozen=True, slots=True)
class StatementColumn:
    """A column to fill in; `header` begins with the number, and says so when the statement counts in reverse (G24)."""

    number: int
    header: str
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """The sheet with all its words.

    `rows` are the codes, or numbers where no row may be tied to anybody. `options` are what can be chosen, each worth
    `worth` times itself. `texts` holds the words that the workbook shows.
    """

    title: str
    language: str
    mark: str
    walk: Walk
    columns: tuple[StatementColumn, ...]
    rows: tuple[str, ...]
    options: tuple[int, ...]
    worth: int
    texts: Mapping[str, str]
    yes_no: tuple[str, str]

    @property
    def by_code(self) -> bool:
        """Whether the rows bear the codes of personas."""
        return self.walk is Walk.PERSONA

    @property
    def lanes(self) -> bool:
        """Whether the chart gives each row a lane of its own."""
        return self.by_code and len(self.rows) <= MOST_LANES

    @property
    def maximum(self) -> int:
        """The highest total (G23)."""
        return STEP * len(self.columns)

    @property
    def step(self) -> int:
        """How far two totals lie apart at least."""
        return STEP if self.options == STEPS else SMALLEST

    @property
    def fewest(self) -> int:
        """From how many totals on the chart shows them: of a few one would know whose is whose (M65)."""
        return _fewest(self.walk)


def score_sheet(year: TeamYear, words: Catalogue) -> ScoreSheet | None:
    """The sheet for the team's Power Walk: in steps for a session on the spot, else in points (G19, G20).

    None without sign-ups, and as oneself with too few to hide among (M65).
    """
    programme = year.programme or Programme()
    codes = sorted({participant.code for participant in year.participants})
    if not codes or (programme.walk is Walk.ONESELF and len(codes) < FEWEST_AS_ONESELF):
        return None
    meeting = programme.meeting(INTRO)
    kind = "tally" if meeting is not None and meeting.mode is Mode.OFFLINE else "scores"
    statements = year.statements or EXAMPLES
    numbers = (str(number) for number in range(1, len(codes) + 1))
    return ScoreSheet(
        title=words.say(f"score.{kind}.title"),
        language=words.language,
        mark=f"ttr:{kind}:1:{words.language}",
        walk=programme.walk,
        columns=tuple(_column(number, statement, kind, words) for number, statement in enumerate(statements, 1)),
        rows=tuple(codes if programme.walk is Walk.PERSONA else numbers),
        options=STEPS if kind == "tally" else POINTS,
        worth=STEP if kind == "tally" else 1,
        texts=_texts(words, kind, programme.walk, statements),
        yes_no=(_shipped(words).say("choices.yes_no.yes"), _shipped(words).say("choices.yes_no.no")),
    )


def _column(number: int, statement: Statement, kind: str, words: Catalogue) -> StatementColumn:
    text = statement_in_words(statement, words)
    backwards = not statement.advantage_if_applies
    key = f"score.{kind}.statement_reversed" if backwards else "score.statement"
    return StatementColumn(number, words.say(key, number=number, statement=text), backwards)


def _texts(words: Catalogue, kind: str, walk: Walk, statements: Sequence[Statement]) -> Mapping[str, str]:
    """The words of the sheet by what they stand for."""
    walker = "oneself" if walk is Walk.ONESELF else "persona"
    texts = {key: words.say(f"score.{key}") for key in _SAID}
    texts |= {key: _shipped(words).say(f"score.{key}") for key in _READ_BY}
    texts |= {f"kind.{key}": words.say(f"score.{kind}.{key}") for key in _SAID_BY_KIND}
    texts |= {
        "how": words.say(f"score.{kind}.how.{walker}"),
        "who": words.say(f"score.{kind}.who.{walk}"),
        "chart.title": words.say(f"score.{kind}.chart.{walk}"),
        "chart.count": words.say(f"score.chart.count.{walker}"),
        "reversed": texts["kind.reversed"] if any(not one.advantage_if_applies for one in statements) else "",
        "row": texts["column.code" if walk is Walk.PERSONA else "column.row"],
    }
    return texts | _texts_of_scale(words, walk, STEP * len(statements))


def _texts_of_scale(words: Catalogue, walk: Walk, maximum: int) -> dict[str, str]:
    """What names the scale or a part of it, so that the rule stands on the chart itself (G21)."""
    middle, front = limits(maximum)
    parts = {
        "band.front": (front, maximum),
        "band.middle": (middle, front - SMALLEST),
        "band.back": (0, middle - SMALLEST),
        "group.front_middle": (middle, maximum),
        "group.middle_back": (0, front - SMALLEST),
        "group.all": (0, maximum),
    }
    texts = {key: words.say(f"score.{key}", low=low, high=high) for key, (low, high) in parts.items()}
    texts |= {"rule": words.say("score.rule", maximum=maximum)}
    texts |= {"chart.alt": words.say(f"score.chart.alt.{walk}", maximum=maximum)}
    few = "" if walk is Walk.PERSONA else words.say(f"score.from.{walk}", least=_fewest(walk))
    return texts | {"from": few}


def _fewest(walk: Walk) -> int:
    return {Walk.PERSONA: 1, Walk.ANONYMOUS: FEWEST_ANONYMOUS, Walk.ONESELF: FEWEST_AS_ONESELF}[walk]


def _shipped(words: Catalogue) -> Catalogue:
    return Catalogue(words.language, words.texts)
