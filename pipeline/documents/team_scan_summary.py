"""The team scan in one page: what it shows, and how to present TTR to this team (M40-M46, G41)."""

from collections.abc import Iterable

from pipeline.documents.contents import BarChart, Block, Grid, Heading, Page, Paragraph, Points, Series
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import Picture, Scale, picture, positioning


def team_scan_summary(year: TeamYear, words: Catalogue) -> Page | None:
    """The summary without a name and without a count of one to four persons; None when no scan has come in."""
    if year.scan is None:
        return None
    programme = year.programme or Programme()
    shown = picture(year.scan, programme.staff)
    return Page(
        title=words.say("scan.summary.title"),
        language=words.language,
        blocks=(
            Paragraph(" ".join((words.say("scan.summary.what"), _covered(shown, words)))),
            *_levels(shown, words),
            *_meaning(positioning(year.scan), words),
            Heading(words.say("scan.reading.title")),
            Points(words.many("scan.reading.points")),
            Heading(words.say("scan.left_out.title")),
            Points((*words.many("scan.left_out.points"), *_not_shown(shown, words))),
        ),
        subtitle=" · ".join(
            part for part in (programme.team, programme.name, programme.institution, programme.academic_year) if part
        ),
        footer=" · ".join(part for part in (words.say("programme.name"), programme.team) if part),
    )


def _covered(shown: Picture, words: Catalogue) -> str:
    if shown.colleagues is None:
        return words.say("scan.covered.few")
    if shown.staff is None:
        return words.say("scan.covered.colleagues", colleagues=shown.colleagues)
    return words.say("scan.covered.staff", colleagues=shown.colleagues, staff=shown.staff)


def _levels(shown: Picture, words: Catalogue) -> Iterable[Block]:
    scales = dict(_scales(shown))
    if not scales:
        return
    yield Heading(words.say("scan.levels.title"))
    yield Paragraph(
        " ".join(words.say(f"scan.levels.typical.{key}", level=scale.typical) for key, scale in scales.items())
    )
    spread = {key: scale for key, scale in scales.items() if scale.shares}
    if spread:
        yield _grid(spread, words)
        yield from _charts(spread, words)


def _scales(shown: Picture) -> Iterable[tuple[str, Scale]]:
    for key, scale in (("expertise", shown.expertise), ("enthusiasm", shown.enthusiasm)):
        if scale is not None:
            yield key, scale


def _grid(spread: dict[str, Scale], words: Catalogue) -> Grid:
    return Grid(
        header=tuple(words.say(f"scan.levels.{column}") for column in ("scale", "level", "colleagues")),
        rows=tuple(
            (words.say(f"scan.scale.{key}"), words.say(f"scan.level.{share.levels}"), str(share.colleagues))
            for key, scale in spread.items()
            for share in scale.shares
        ),
        alt=words.say("scan.levels.alt"),
    )


def _charts(spread: dict[str, Scale], words: Catalogue) -> Iterable[BarChart]:
    """One chart for scales with the same groups of levels, else one for each."""
    groups = {tuple(share.levels for share in scale.shares) for scale in spread.values()}
    if len(groups) == 1:
        yield _chart(spread, words.say("scan.levels.chart"), words)
        return
    for key, scale in spread.items():
        yield _chart({key: scale}, words.say("scan.levels.chart_of", scale=words.say(f"scan.scale.{key}")), words)


def _chart(spread: dict[str, Scale], title: str, words: Catalogue) -> BarChart:
    first = next(iter(spread.values()))
    return BarChart(
        title=title,
        categories=tuple(words.say(f"scan.level.{share.levels}") for share in first.shares),
        series=tuple(
            Series(words.say(f"scan.scale.{key}"), tuple(float(share.colleagues) for share in scale.shares))
            for key, scale in spread.items()
        ),
        value_title=words.say("scan.levels.colleagues"),
        alt=words.say("scan.levels.chart_alt", title=title, counts="; ".join(_counts(spread, words))),
    )


def _counts(spread: dict[str, Scale], words: Catalogue) -> Iterable[str]:
    for key, scale in spread.items():
        shares = ", ".join(f"{words.say(f'scan.level.{share.levels}')}: {share.colleagues}" for share in scale.shares)
        yield f"{words.say(f'scan.scale.{key}')}: {shares}"


def _meaning(key: str, words: Catalogue) -> tuple[Block, ...]:
    position = f"scan.positioning.{key}"
    return (
        Heading(words.say(f"{position}.title")),
        Paragraph(words.say(f"{position}.text")),
        Points(
            (
                words.say("scan.use.invitation", text=words.say(f"{position}.invitation")),
                words.say("scan.use.deck", opening=words.say(f"{position}.opening")),
            )
        ),
    )


def _not_shown(shown: Picture, words: Catalogue) -> Iterable[str]:
    if shown.colleagues is None:
        return
    for key, scale in (("expertise", shown.expertise), ("enthusiasm", shown.enthusiasm)):
        if scale is None:
            yield words.say(f"scan.left_out.unknown.{key}")
        elif not scale.shares:
            yield words.say(f"scan.left_out.spread.{key}")
