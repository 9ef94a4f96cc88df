"""The Power Walk for everybody to see: dots or groups and a table, never whose total it is (M56, M65, G21)."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.contents import BarChart, DotField, Grid
from pipeline.documents.walk.charts import Outcome, band_names, dots, groups, left_out, outcome, rule
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.walk_figures import BANDS, FEWEST_ANONYMOUS


@dataclass(frozen=True, slots=True)
class WalkPicture:
    """The picture with what it says: `table` holds a row for each band or group, `lines` what else is to be known."""

    heading: str
    lead: str
    chart: DotField | BarChart
    table: Grid
    lines: tuple[str, ...]


def walk_picture(year: TeamYear, words: Catalogue) -> WalkPicture | None:
    """The picture; None without scores, or with so few that one would know whose is whose."""
    shown = outcome(year, words)
    if shown is None:
        return None
    if shown.walk is Walk.ONESELF:
        chart = groups(shown)
        return _picture(shown, chart, _groups(chart, words))
    if len(shown.figures.totals) < FEWEST_ANONYMOUS:
        return None
    return _picture(shown, dots(shown), _totals(shown))


def _picture(shown: Outcome, chart: DotField | BarChart, table: Grid) -> WalkPicture:
    what = Walk.ONESELF if shown.walk is Walk.ONESELF else Walk.ANONYMOUS  # as it is shown here
    lead = f"{shown.say(f'summary.what.{what.value}')} {shown.say(f'mode.{shown.manner}')}"
    return WalkPicture(shown.words.say("overview.walk.heading"), lead, chart, table, (rule(shown), *left_out(shown)))


def _groups(chart: BarChart, words: Catalogue) -> Grid:
    """How many persons were where."""
    [persons] = chart.series
    counts = (f"{value:.0f}" for value in persons.values if value is not None)
    return Grid(
        (words.say("overview.walk.part"), persons.name),
        tuple(zip(chart.categories, counts, strict=True)),
        words.say("overview.walk.table"),
    )


def _totals(shown: Outcome) -> Grid:
    """Which totals there are in each band."""
    part, totals = (shown.words.say(f"overview.walk.{key}") for key in ("part", "totals"))
    return Grid((part, shown.say("count"), totals), tuple(_bands(shown)), shown.words.say("overview.walk.table"))


def _bands(shown: Outcome) -> Iterator[tuple[str, ...]]:
    for one, name in zip(BANDS, band_names(shown), strict=True):
        totals = [str(total.total) for total in shown.figures.totals if total.band is one]
        yield name, str(len(totals)), " · ".join(totals) or "0"
