"""The header of a list: in which row it stands, and in which column each question is answered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from pipeline.forms.questions import Form, Sheet
from pipeline.inbox.answers import Source
from pipeline.inbox.exports import Export, export_in
from pipeline.inbox.grid import Grid, has_something, term_in
from pipeline.inbox.vocabulary import header_words, likely, reading_words

_MOST_ROWS = 40
_MOST_COLUMNS = 300
_NUMBER_BEHIND = re.compile(r" ?\d+$")
_NAME_PARTS = ("given_name", "prefix", "family_name")


@dataclass(frozen=True, slots=True)
class Header:
    """Where each question is answered; more than one column where a header is doubled.

    `guessed` are the questions whose header is only like ours; `parts` are the columns that make up a name together;
    `respondent` tells of whom an export says who answered.
    """

    row: int
    columns: Mapping[str, tuple[int, ...]]
    source: Source = Source.TABLE
    guessed: frozenset[str] = frozenset()
    parts: tuple[int, ...] = ()
    respondent: frozenset[str] = frozenset()
    unread: tuple[int, ...] = ()

    @property
    def first_column(self) -> int:
        """The column where the header begins."""
        return min(column for columns in self.columns.values() for column in columns)


def header_of(grid: Grid, form: Form, sheet: Sheet) -> Header | None:
    """The row that names most questions, of the first forty; None when none names any."""
    found = (_header_at(grid, row, form, sheet) for row in islice(grid.rows, _MOST_ROWS))
    best = max((header for header in found if header), key=lambda header: len(header.columns), default=None)
    return best and replace(best, unread=_with_content(grid, best.row, best.unread))


def _header_at(grid: Grid, row: int, form: Form, sheet: Sheet) -> Header | None:
    export = export_in(grid, row) if form.key == "sign_up" else None
    own = export.columns if export else frozenset()
    terms = {
        column: term
        for column, cell in islice(grid.rows[row].items(), _MOST_COLUMNS)
        if column not in own and (term := term_in(cell))
    }
    columns = _named(terms, header_words(form, sheet), numbered=export is not None)
    parts = _name_parts(terms) if "name" not in columns and export is None and form.key == "sign_up" else ()
    if parts:
        columns["name"] = parts[:1]
    if not columns and (export is None or not terms):
        return None
    taken = {column for found in columns.values() for column in found} | set(parts)
    guessed = _guessed({c: term for c, term in terms.items() if c not in taken}, form, sheet, columns)
    columns |= {key: (column,) for key, column in guessed.items()}
    if not columns:
        return None
    respondent = _respondent(export, columns)
    unread = sorted(terms.keys() - taken - set(guessed.values()))
    return Header(
        row,
        columns | {key: (column,) for key, column in respondent.items()},
        export.source if export else Source.TABLE,
        frozenset(guessed),
        parts,
        frozenset(respondent),
        tuple(unread),
    )


def _named(terms: Mapping[int, str], words: Mapping[str, str], *, numbered: bool) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for column, term in terms.items():
        spellings = [term, _without_filler(term)]
        if numbered:
            # An export counts questions that are called the same: `Naam2`.
            spellings += [_NUMBER_BEHIND.sub("", spelling) for spelling in spellings]
        key = next((words[spelling] for spelling in spellings if spelling in words), None)
        if key is not None:
            found[key] = (*found.get(key, ()), column)
    return found


def _guessed(terms: Mapping[int, str], form: Form, sheet: Sheet, known: Mapping[str, object]) -> dict[str, int]:
    """The columns whose header is clearly like that of a question still missing; one that two are like is nobody's."""
    words = {word: key for word, key in _searched_words(form, sheet).items() if key not in known}
    found: dict[str, list[int]] = {}
    for column, term in terms.items():
        key = likely(term, words) or likely(_without_filler(term), words)
        if key is not None:
            found.setdefault(key, []).append(column)
    return {key: columns[0] for key, columns in found.items() if len(columns) == 1}


@cache
def _searched_words(form: Form, sheet: Sheet) -> Mapping[str, str]:
    words = header_words(form, sheet)
    return {bare: key for word, key in words.items() if (bare := _without_filler(word))} | dict(words)


@cache
def _name_words() -> Mapping[str, str]:
    return {word: part for part in _NAME_PARTS for word in reading_words(part)}


def _name_parts(terms: Mapping[int, str]) -> tuple[int, ...]:
    """The columns of a name that is asked in parts, in the order in which it is said."""
    words = _name_words()
    found = {words[term]: column for column, term in sorted(terms.items(), reverse=True) if term in words}
    if not {"given_name", "family_name"} <= found.keys():
        return ()
    return tuple(found[part] for part in _NAME_PARTS if part in found)


def _respondent(export: Export | None, columns: Mapping[str, object]) -> dict[str, int]:
    """Who answered, where the form itself did not ask for it."""
    if export is None:
        return {}
    return {key: column for key, column in export.respondent.items() if key not in columns}


def _without_filler(term: str) -> str:
    filler = reading_words("filler")
    return " ".join(word for word in term.split() if word not in filler)


def _with_content(grid: Grid, header: int, columns: Iterable[int]) -> tuple[int, ...]:
    wanted = set(columns)
    filled: set[int] = set()
    for row, cells in grid.rows.items():
        if not wanted:
            break
        if row > header:
            filled |= {column for column in wanted & cells.keys() if has_something(cells[column])}
            wanted -= filled
    return tuple(sorted(filled))
