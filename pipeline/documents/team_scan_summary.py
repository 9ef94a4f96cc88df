"""The team scan in one page: what it shows, and how to present TTR to this team (M40-M46, G41)."""

from collections.abc import Iterable

from pipeline.documents.contents import BarChart, Block, Heading, Page, Paragraph, Points, Series
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import UNKNOWN, Picture, Scale, picture, positioning


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
            Points((*words.many("scan.reading.points"), *_not_shown(shown, words))),
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
    typical = "both" if len(scales) > 1 else next(iter(scales))
    yield Paragraph(
        words.say(f"scan.levels.typical.{typical}", **{key: scale.typical for key, scale in scales.items()})
    )
    spread = {key: scale for key, scale in scales.items() if scale.shares}
    if spread:
        yield _chart(spread, words)


def _scales(shown: Picture) -> Iterable[tuple[str, Scale]]:
    for key, scale in (("expertise", shown.expertise), ("enthusiasm", shown.enthusiasm)):
        if scale is not None:
            yield key, scale


def _chart(spread: dict[str, Scale], words: Catalogue) -> BarChart:
    """One chart for both scales, because their groups of levels may have been merged in different ways."""
    title = words.say("scan.levels.chart")
    bars = tuple(
        (f"{words.say(f'scan.scale.{key}')}: {words.say(f'scan.level.{share.levels}')}", share.colleagues)
        for key, scale in spread.items()
        for share in scale.shares
    )
    counts = "; ".join(f"{name}: {colleagues}" for name, colleagues in bars)
    return BarChart(
        title=title,
        categories=tuple(name for name, _ in bars),
        series=(Series(words.say("scan.levels.colleagues"), tuple(float(colleagues) for _, colleagues in bars)),),
        value_title=words.say("scan.levels.colleagues"),
        alt=words.say("scan.levels.chart_alt", title=title, counts=counts),
    )


def _meaning(key: str, words: Catalogue) -> tuple[Block, ...]:
    position = f"scan.positioning.{key}"
    return (
        Heading(words.say(f"{position}.title")),
        Paragraph(words.say(f"{position}.text")),
        Points(
            (
                words.say(f"scan.use.{_invited_by(key)}", text=words.say(f"{position}.invitation")),
                words.say("scan.use.deck", opening=words.say(f"{position}.opening")),
            )
        ),
    )


def _invited_by(key: str) -> str:
    """Who tells the team so in the invitation: the mail does in one sentence, as soon as there is something to say."""
    return "invitation" if key == UNKNOWN else "mail"


def _not_shown(shown: Picture, words: Catalogue) -> Iterable[str]:
    if shown.colleagues is None:
        return
    for key, scale in (("expertise", shown.expertise), ("enthusiasm", shown.enthusiasm)):
        if scale is None:
            yield words.say(f"scan.left_out.unknown.{key}")
        elif not scale.shares:
            yield words.say(f"scan.left_out.spread.{key}")
