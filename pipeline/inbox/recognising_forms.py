"""Which form a workbook is: by the mark inside it, else by its headers; never by the name of the file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.forms import FORMS, SIGN_UP
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.inbox.answers import Source
from pipeline.inbox.cleaning import folded
from pipeline.inbox.fields import Labels, labels_of
from pipeline.inbox.grid import Grid
from pipeline.inbox.headers import Header, header_of
from pipeline.inbox.vocabulary import LONGEST_TERM, sheet_words

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

    sheet: Sheet
    grid: Grid
    found: Found


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
    candidates = [(form, tuple(_matches(grids, form, trusted=False))) for form in FORMS]
    form, matches = max(candidates, key=lambda candidate: sum(_surely_found(match.found) for match in candidate[1]))
    if not matches:
        return None
    sources = [match.found.source for match in matches if isinstance(match.found, Header)]
    return Recognised(form, next((source for source in sources if source is not Source.TABLE), Source.TABLE), matches)


def _matches(grids: Iterable[Grid], form: Form, *, trusted: bool) -> Iterable[Match]:
    """For each grid the sheet of the form that it fits best, if it fits one at all."""
    for grid in grids:
        named = _named(grid, form)
        fits = [
            Match(sheet, grid, found)
            for sheet in form.sheets
            if (found := _found(grid, form, sheet))
            and _fits(form, sheet, found, trusted=trusted, named=named == sheet.key)
        ]
        if fits:
            yield max(fits, key=lambda match: (len(_questions(match.found)), match.sheet.key == named))


def _found(grid: Grid, form: Form, sheet: Sheet) -> Found | None:
    return labels_of(grid, form, sheet) if sheet.layout is Layout.FIELDS else header_of(grid, form, sheet)


def _fits(form: Form, sheet: Sheet, found: Found, *, trusted: bool, named: bool) -> bool:
    """A form with a mark is believed; another has to show half of its questions, or a list of people."""
    if trusted:
        return named or len(_questions(found)) >= _FEWEST_ALIKE
    if form.key == SIGN_UP.key and isinstance(found, Header) and found.columns.keys() >= _PERSON:
        return bool(found.columns.keys() - found.respondent)
    known = _surely_found(found)
    return known >= _FEWEST_ALIKE and known * 2 >= len(sheet.questions)


def _questions(found: Found) -> Mapping[str, object]:
    return found.columns if isinstance(found, Header) else found.rows


def _surely_found(found: Found) -> int:
    return len(_questions(found)) - len(found.guessed)


def _named(grid: Grid, form: Form) -> str | None:
    name = grid.sheet.name
    return sheet_words(form).get(folded(name)) if len(name) <= LONGEST_TERM else None
