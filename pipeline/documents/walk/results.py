"""The results of the Power Walk as a workbook: charts, statements, spread and all points (M56-M61, G19, G21)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.documents.contents import Chart
from pipeline.documents.walk.charts import (
    Outcome,
    answer_columns,
    answer_counts,
    answers,
    band_names,
    dots,
    groups,
    lanes,
    left_out,
    outcome,
    rule,
    wording,
)
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.bands import band
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Score
from pipeline.ttr.walk_figures import BANDS, StatementFigures, most_missed, most_split

Value: TypeAlias = str | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with a header; numbers stay numbers, None is an empty cell."""

    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """One sheet: a heading with lines under it, then a table, then a chart with its numbers on a sheet `numbers`."""

    tab: str
    heading: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    numbers: str = ""


@dataclass(frozen=True, slots=True)
class WalkResults:
    """The workbook; `language` is nl, en or de, `footer` stands on each printed page."""

    title: str
    language: str
    sheets: tuple[ResultSheet, ...]
    footer: str = ""


def walk_results(year: TeamYear, words: Catalogue) -> WalkResults | None:
    """The results for the team; None while there are no scores, or too few to show any.

    Codes and points of a row stand in it only when was walked in a persona's name, with codes.
    """
    shown = outcome(year, words)
    if shown is None:
        return None
    return WalkResults(shown.say("sheet.title"), words.language, tuple(_sheets(shown)), shown.say("team_only"))


def _sheets(shown: Outcome) -> Iterable[ResultSheet]:
    about = (shown.say(f"mode.{shown.manner}"), rule(shown), *left_out(shown), shown.say("team_only"))
    if shown.walk is Walk.ONESELF:
        yield _charted(shown, "groups", groups(shown, shown.say("summary.chart")), about)
        return
    if shown.walk is Walk.PERSONA:
        yield _charted(shown, "lanes", lanes(shown, shown.figures.totals, shown.say("summary.chart")), about)
    yield _charted(shown, "dots", dots(shown, shown.say("summary.chart")), about)
    if shown.figures.statements:
        yield _statements(shown)
    yield _plain(shown, "spread", Table(_columns(shown, "measure", "value"), tuple(_spread(shown))))
    if shown.walk is Walk.PERSONA:
        yield _plain(shown, "rows", _rows(shown), shown.say("sheet.line.rows"))
    else:
        yield _plain(shown, "totals", _totals(shown))


def _charted(shown: Outcome, key: str, chart: Chart, lines: tuple[str, ...]) -> ResultSheet:
    return ResultSheet(
        shown.say(f"sheet.{key}"),
        shown.say(f"sheet.heading.{key}"),
        lines,
        chart=chart,
        numbers=shown.say(f"sheet.{key}_numbers"),
    )


def _plain(shown: Outcome, key: str, table: Table, *lines: str) -> ResultSheet:
    return ResultSheet(shown.say(f"sheet.{key}"), shown.say(f"sheet.heading.{key}"), lines, table)


def _statements(shown: Outcome) -> ResultSheet:
    statements = shown.figures.statements
    return ResultSheet(
        shown.say("sheet.statements"),
        shown.say("sheet.heading.statements"),
        (shown.say("sheet.line.statements"),),
        Table(
            (shown.say("sheet.column.statement"), *answer_columns(shown), *_columns(shown, "share", "split", "missed")),
            tuple(_statement(shown, statement) for statement in statements),
        ),
        answers(shown, statements, shown.say("sheet.heading.statements")),
        shown.say("sheet.statements_numbers"),
    )


def _statement(shown: Outcome, statement: StatementFigures) -> tuple[Value, ...]:
    share = None if statement.share is None else round(100 * statement.share, 1)
    counts = answer_counts(shown, statement)
    return (wording(shown, statement.number), *counts, share, statement.split, statement.missed)


def _spread(shown: Outcome) -> Iterable[tuple[Value, ...]]:
    figures = shown.figures
    yield shown.say("sheet.measure.persons"), len(figures.totals)
    for key, value in (
        ("highest", shown.spread.highest),
        ("upper", shown.spread.upper_quartile),
        ("median", shown.spread.median),
        ("lower", shown.spread.lower_quartile),
        ("lowest", shown.spread.lowest),
        ("deviation", shown.spread.deviation),
    ):
        yield shown.say(f"sheet.measure.{key}"), value
    for one, name in zip(BANDS, band_names(shown), strict=True):
        yield name, figures.count(one)
    for statement in most_split(figures):
        yield shown.say("sheet.measure.split"), wording(shown, statement.number)
    for statement in most_missed(figures):
        yield shown.say("sheet.measure.missed"), wording(shown, statement.number)


def _rows(shown: Outcome) -> Table:
    numbers = tuple(shown.say("sheet.column.number", number=number) for number in shown.scores.statements)
    ranked = sorted(shown.scores.rows, key=lambda row: (row.total is None, -(row.total or 0), row.code or ""))
    return Table(
        (*_columns(shown, "code"), *numbers, *_columns(shown, "total", "answered", "band")),
        tuple(_row(shown, row) for row in ranked),
    )


def _row(shown: Outcome, row: Score) -> tuple[Value, ...]:
    points = row.points or (None,) * len(shown.scores.statements)
    total = row.total
    where = None if total is None else shown.say(f"band.{band(total, shown.scores.maximum).value}")
    return (row.code, *points, total, row.answered, where)


def _totals(shown: Outcome) -> Table:
    counts = Counter(total.total for total in shown.figures.totals)
    return Table(_columns(shown, "total", "count"), tuple(sorted(counts.items(), reverse=True)))


def _columns(shown: Outcome, *keys: str) -> tuple[str, ...]:
    return tuple(shown.say(f"sheet.column.{key}") for key in keys)
