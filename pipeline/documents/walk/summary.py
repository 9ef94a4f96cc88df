"""The Power Walk on one page: its picture, how far apart the totals lie, which statements did that (M56-M61, G21)."""

from collections.abc import Iterable

from pipeline.documents.contents import Block, Chart, Grid, Heading, Page, Paragraph, Points
from pipeline.documents.walk.charts import (
    Outcome,
    bands_in_words,
    dots,
    earned_columns,
    earned_counts,
    groups,
    lanes,
    left_out,
    outcome,
    rule,
    wording,
)
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.walk_figures import most_missed, most_split

MOST_LANES = 14
"""More lanes than this leave no room on the page for the rest: a field of dots takes their place."""

LONGEST_STATEMENT = 62
"""Letters; the whole text stands in the workbook."""


def power_walk_summary(year: TeamYear, words: Catalogue) -> Page | None:
    """The summary for the team; None while there are no scores, or too few to show any."""
    shown = outcome(year, words)
    if shown is None:
        return None
    programme = year.programme or Programme()
    return Page(
        title=shown.say("summary.title"),
        language=words.language,
        blocks=(
            Paragraph(f"{shown.say(f'summary.what.{shown.walk.value}')} {shown.say(f'mode.{shown.manner}')}"),
            _picture(shown),
            Paragraph(" ".join((bands_in_words(shown), rule(shown), *left_out(shown)))),
            *_figures(shown),
            *_how_to_read(shown),
        ),
        subtitle=" · ".join(
            part for part in (programme.team, programme.name, programme.institution, programme.academic_year) if part
        ),
        footer=" · ".join(part for part in (shown.say("team_only"), programme.team) if part),
    )


def _picture(shown: Outcome) -> Chart:
    title = shown.say("summary.chart")
    if shown.walk is Walk.ONESELF:
        return groups(shown, title)
    totals = shown.figures.totals
    by_code = shown.walk is Walk.PERSONA and len(totals) <= MOST_LANES
    return lanes(shown, totals, title) if by_code else dots(shown, title)


def _figures(shown: Outcome) -> Iterable[Block]:
    """Spread and statements; of who walked as themselves nothing more than the picture."""
    if shown.walk is Walk.ONESELF:
        return
    yield Paragraph(_spread(shown))
    yield Heading(shown.say("summary.split_title"))
    yield from _statements(shown)


def _spread(shown: Outcome) -> str:
    spread = shown.spread
    return shown.say(
        "summary.spread",
        lowest=spread.lowest,
        highest=spread.highest,
        median=shown.number(spread.median),
        lower=shown.number(spread.lower_quartile),
        upper=shown.number(spread.upper_quartile),
        deviation=shown.number(spread.deviation),
    )


def _how_to_read(shown: Outcome) -> Iterable[Block]:
    """Short where the page is full."""
    lines = shown.words.many(f"walk.summary.reading.{shown.walk.value}")
    if shown.walk is Walk.ONESELF:
        yield Heading(shown.say("summary.reading_title"))
        yield Points(lines)
    else:
        yield Paragraph(" ".join((shown.say("summary.reading_start"), *lines)))


def _statements(shown: Outcome) -> Iterable[Block]:
    split = most_split(shown.figures)
    if not split:
        yield Paragraph(shown.say("summary.no_split" if shown.figures.statements else "summary.no_statements"))
        return
    yield split_grid(shown, LONGEST_STATEMENT)
    if missed := most_missed(shown.figures):
        numbers = shown.words.listed([str(statement.number) for statement in missed])
        yield Paragraph(shown.say("summary.missed", numbers=numbers))


def split_grid(shown: Outcome, longest: int | None = None) -> Grid:
    """The statements that set the group apart most, with how many earned what (M61)."""
    return Grid(
        header=(shown.say("summary.statement"), *earned_columns(shown)),
        rows=tuple(
            (wording(shown, statement.number, longest), *map(str, earned_counts(shown, statement)))
            for statement in most_split(shown.figures)
        ),
        alt=shown.say("summary.split_alt"),
    )
