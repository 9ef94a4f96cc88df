"""The Power Walk in an annual report: how many were where, and nothing that is anybody's (M56-M65, M104, G21).

Only where eight or more took part, whatever way they walked; a group of one or two is joined with the one beside it.
Highest, lowest and median are left out: each may be the total of one person.
"""

from dataclasses import replace

from pipeline.documents.annual.chapters import Annual, Chapter
from pipeline.documents.contents import BarChart, Caption, Paragraph, Series
from pipeline.documents.walk.charts import Outcome, groups, outcome, rule
from pipeline.ttr.bands import Band
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.walk_figures import FEWEST_AS_ONESELF, SMALLEST_GROUP


def walk(annual: Annual) -> Chapter:
    """The picture with what it means; a line that says why where there is none."""
    title, shown = annual.say("walk.title"), outcome(annual.year, annual.words)
    if shown is None or not enough_walked(annual.year):
        return Chapter(title, (annual.gap(f"walk.{'no_scores' if annual.year.scores is None else 'few'}"),))
    chart = _chart(annual, shown)
    return Chapter(
        title,
        (
            Paragraph(annual.say("walk.what", count=len(shown.figures.totals))),
            Caption(annual.say("figure"), annual.say(f"walk.caption{_oneself(shown)}")),
            chart,
            Paragraph(f"{rule(shown)} {shown.say(f'mode.{shown.manner}')}"),
            *map(Paragraph, _reading(annual, shown)),
        ),
    )


def enough_walked(year: TeamYear) -> bool:
    """Whether so many took part that nobody can be recognised by the distribution."""
    return year.scores is not None and sum(row.total is not None for row in year.scores.rows) >= FEWEST_AS_ONESELF


def _chart(annual: Annual, shown: Outcome) -> BarChart:
    """The groups as for who walks as oneself; in a persona's name it says that personas are counted."""
    chart = groups(shown, shown.say("summary.chart"))
    if shown.walk is Walk.ONESELF:
        return chart
    counts = "; ".join(f"{name} ({persons:.0f})" for name, persons in _bars(chart))
    [series] = chart.series
    counted = (Series(shown.say("count"), series.values),)
    return replace(chart, series=counted, value_title=shown.say("count"), alt=annual.say("walk.alt", counts=counts))


def _bars(chart: BarChart) -> tuple[tuple[str, float], ...]:
    return tuple(zip(chart.categories, (value or 0 for value in chart.series[0].values), strict=True))


def _reading(annual: Annual, shown: Outcome) -> tuple[str, ...]:
    way = "oneself" if shown.walk is Walk.ONESELF else "persona"
    joined = any(0 < shown.figures.count(band) < SMALLEST_GROUP for band in Band)
    told = (annual.say("walk.reading.joined"),) if joined else ()
    return annual.say(f"walk.reading.{way}"), *told


def _oneself(shown: Outcome) -> str:
    return "_oneself" if shown.walk is Walk.ONESELF else ""
