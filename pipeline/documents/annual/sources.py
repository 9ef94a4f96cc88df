"""The appendix of an annual report: from which form each part comes, and what there was no form for (M104).

The name of a file may name somebody, and so may that of a sheet that is not ours: neither is told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.documents.annual.chapters import Annual, Chapter
from pipeline.documents.annual.gaps import gaps
from pipeline.documents.contents import Grid, Heading, PageBlock, Paragraph, Points
from pipeline.documents.follow_up.report_case import reported_case
from pipeline.findings import Place
from pipeline.language.catalogue import catalogues
from pipeline.ttr.sources import Source

DIGITS = 12
"""How much of a fingerprint is shown: enough to tell two files apart, and short enough to compare by eye."""

SCORES = "scores"
"""In place of a form's key: what the scores of the Power Walk came in."""

_COLUMNS = ("part", "form", "digest")
_ROW = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the report, and where what it says was read; with `whole` the places in a file do not matter."""

    name: str
    places: tuple[Place, ...]
    whole: bool = True


def sources(annual: Annual) -> Chapter:
    """Each part with its form, its place and the fingerprint of the file; then what is missing."""
    rows = tuple(row for part in _parts(annual) for row in _rows(annual, part))
    return Chapter(annual.say("sources.title"), (*_table(annual, rows), *_missing(annual)))


def _table(annual: Annual, rows: tuple[tuple[str, ...], ...]) -> tuple[PageBlock, ...]:
    if not rows:
        return ()
    header = tuple(annual.say(f"sources.{column}") for column in _COLUMNS)
    grid = Grid(header, rows, annual.say("sources.alt"))
    return (Paragraph(annual.say("sources.what")), *annual.captioned(annual.say("sources.caption"), grid))


def _missing(annual: Annual) -> tuple[PageBlock, ...]:
    found = tuple(gaps(annual))
    told = Points(found) if found else Paragraph(annual.say("sources.no_gaps"))
    return Heading(annual.say("sources.gaps"), 2), told


def _parts(annual: Annual) -> Iterator[_Part]:
    """In the order of the report; what is not there has no source."""
    year = annual.year
    if year.programme is not None:
        yield _Part(annual.say("sources.programme"), tuple(year.programme.places.values())[:1])
    if year.participants:
        yield _Part(annual.say("sources.participants"), tuple(one.place for one in year.participants))
    if year.frame is not None:
        yield _Part(annual.say("frame.title"), (year.frame.place,))
    if year.scores is not None:
        yield _Part(annual.say("sources.walk"), tuple(row.place for row in year.scores.rows))
    for held in year.held:
        yield _Part(annual.meeting(held.meeting), (held.place,))
        if (case := reported_case(held, year).case) is not None:
            yield _Part(annual.say("sources.case", meeting=annual.of_meeting(held.meeting)), (case.place,))
    if year.action_points:
        places = tuple(point.place for point in year.action_points)
        yield _Part(annual.say("sources.actions"), places, whole=False)
    if year.lessons is not None:
        yield _Part(annual.say("lessons.title"), (year.lessons.place,))


def _rows(annual: Annual, part: _Part) -> Iterator[tuple[str, ...]]:
    """One for each file, and for each of its sheets where the places in it matter."""
    known = {source.file: source for source in annual.year.sources if source.file}
    together: dict[tuple[str, str], list[Place]] = {}
    for place in part.places:
        together.setdefault((place.file, "" if part.whole else place.sheet), []).append(place)
    for (file, _), places in together.items():
        if not file:
            continue
        source = known.get(file)
        form = ", ".join((_title(annual, source), *(() if part.whole else _where(annual, places, source))))
        digest = source.digest[:DIGITS] if source else annual.say("not_known")
        yield part.name, form, digest


def _title(annual: Annual, source: Source | None) -> str:
    """The title of the form; scores come in forms of many kinds."""
    form = source.form if source else ""
    key = "annual.sources.scores.title" if form == SCORES else f"forms.{form}.title"
    return annual.words.say(key) if key in annual.words else annual.say("not_known")


def _where(annual: Annual, places: list[Place], source: Source | None) -> Iterator[str]:
    """The sheet, if its name is ours, and from which cell or row to which."""
    sheet = places[0].sheet
    if source and sheet in _tabs(source.form):
        yield annual.say("sources.sheet", sheet=sheet)
    yield from _span(annual, "cell", _cells(places))
    yield from _span(annual, "row", _lines(places))


def _span(annual: Annual, kind: str, found: list[str]) -> Iterable[str]:
    if len(found) > 1:
        return (annual.say(f"sources.{kind}s", first=found[0], last=found[-1]),)
    return (annual.say(f"sources.{kind}", **{kind: one}) for one in found)


def _cells(places: list[Place]) -> list[str]:
    def below(cell: str) -> tuple[int, str]:
        row = _ROW.search(cell)
        return (int(row[0]) if row else 0, cell)

    return sorted({place.cell for place in places if place.cell}, key=below)


def _lines(places: list[Place]) -> list[str]:
    return [str(line) for line in sorted({place.line for place in places if place.line and not place.cell})]


@cache
def _tabs(form: str) -> frozenset[str]:
    """How we name the parts of a form, in every language."""
    texts = (pair for words in catalogues() for pair in words.wordings())
    return frozenset(text for key, text in texts if key.startswith(f"forms.{form}.") and key.endswith(".tab"))
