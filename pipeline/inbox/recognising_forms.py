"""Which form a workbook is: by the mark inside it, else by its headers; never by the name of the file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.forms import SIGN_UP, WORKBOOK_FORMS
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.inbox.answers import Source
from pipeline.inbox.cleaning import folded
from pipeline.inbox.fields import Labels, labels_of
from pipeline.inbox.grid import Grid, term_in
from pipeline.inbox.headers import Header, header_of
from pipeline.inbox.vocabulary import ASKS_NOTHING, LONGEST_TERM, labels, sheet_words

_FEWEST_ALIKE = 2
_PERSON = frozenset({"name", "email"})

Found: TypeAlias = Header | Labels


@dataclass(frozen=True, slots=True)
class Mark:
    """What our own forms carry: `ttr:sign_up:1:nl`."""

    form: str
    version: int
    language: str


@dataclass(frozen=True, slots=True)
class Match:
    """A sheet of a form that was found on a grid of the file."""

    form: Form
    sheet: Sheet
    grid: Grid
    found: Found

    @property
    def questions(self) -> Mapping[str, object]:
        """The questions that were found, by key."""
        return self.found.columns if isinstance(self.found, Header) else self.found.rows


@dataclass(frozen=True, slots=True)
class Recognised:
    """A form with its sheets in the order of the file."""

    form: Form
    source: Source
    matches: tuple[Match, ...]


def mark_of(text: str) -> Mark | None:
    """The mark in its parts; None for an empty one."""
    if not text:
        return None
    _, form, version, language = text.split(":")
    return Mark(form, int(version), language)


def recognised(grids: Iterable[Grid], marked: Form | None = None) -> Recognised | None:
    """The form `marked`, else the one whose questions are found most; None when there is none of ours in it."""
    grids = tuple(grids)
    if marked is not None:
        return Recognised(marked, Source.OURS, tuple(_matches(grids, marked, trusted=True)))
    found = ((form, tuple(_matches(grids, form, trusted=False))) for form in WORKBOOK_FORMS)
    candidates = [(form, matches) for form, matches in found if matches]
    if not candidates:
        return None
    form, matches = max(candidates, key=lambda candidate: _likeness(candidate[1]))
    sources = [match.found.source for match in matches if isinstance(match.found, Header)]
    return Recognised(form, next((source for source in sources if source is not Source.TABLE), Source.TABLE), matches)


def _matches(grids: Iterable[Grid], form: Form, *, trusted: bool) -> Iterable[Match]:
    """For each grid the sheet of the form that it fits best, if it fits one at all."""
    for grid in grids:
        named = _named(grid, form)
        if named == ASKS_NOTHING:
            continue
        found = (Match(form, sheet, grid, there) for sheet in form.sheets if (there := _found(grid, form, sheet)))
        matches = [match for match in found if _fits(form, match, trusted=trusted, named=named == match.sheet.key)]
        if matches:
            yield max(matches, key=lambda match: (len(match.questions), match.sheet.key == named))


def _found(grid: Grid, form: Form, sheet: Sheet) -> Found | None:
    return labels_of(grid, form, sheet) if sheet.layout is Layout.FIELDS else header_of(grid, form, sheet)


def _fits(form: Form, match: Match, *, trusted: bool, named: bool) -> bool:
    """A form with a mark is believed; another has to be a list of people, or show half of the labels of ours.

    What else people call a question does not count there: any list of leave has a `from` and a `to`.
    """
    if trusted:
        return named or len(match.questions) >= _FEWEST_ALIKE
    if form.key == SIGN_UP.key and isinstance(match.found, Header) and match.questions.keys() >= _PERSON:
        return bool(match.questions.keys() - match.found.respondent)
    known = _labelled(match)
    return known >= _FEWEST_ALIKE and (named or known * 2 >= len(match.sheet.questions))


def _likeness(matches: Iterable[Match]) -> tuple[int, int]:
    """How many questions are called as in our blank forms, and how many there are at all."""
    matches = tuple(matches)
    return sum(map(_labelled, matches)), sum(len(match.questions) for match in matches)


def _labelled(match: Match) -> int:
    """How many questions are called as in our own blank forms."""
    found = match.found
    if isinstance(found, Header):
        cells = [match.grid.cell(found.row, columns[0]) for columns in found.columns.values()]
    else:
        cells = [match.grid.cell(rows[0], found.column) for rows in found.rows.values()]
    ours = labels(match.form, match.sheet)
    return sum(cell is not None and term_in(cell) in ours for cell in cells)


def _named(grid: Grid, form: Form) -> str | None:
    name = grid.sheet.name
    return sheet_words(form).get(folded(name)) if len(name) <= LONGEST_TERM else None
