"""The header of a table with scores: who a row is about, and which columns hold the points for a statement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from pipeline.forms import SIGN_UP
from pipeline.inbox.answers import ScoreSource, StatementColumn
from pipeline.inbox.cleaning import folded, on_one_line
from pipeline.inbox.exports import export_in
from pipeline.inbox.grid import Grid, term_in
from pipeline.inbox.personal import Personal
from pipeline.inbox.score_words import points_in
from pipeline.inbox.vocabulary import header_words, reading_words
from pipeline.language.catalogue import catalogues
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS
from pipeline.ttr.scores import POINTS

FEWEST_STATEMENTS = 3
"""A table without a mark is a score sheet from so many columns on."""

_MOST_ROWS = 40
_MOST_COLUMNS = 300
_MOST_LOOKED_AT = 60
_NUMBERED = re.compile(r"(?:s ?)?0*(\d{1,3}) ?[.):](?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_SHORT = re.compile(r"s ?0*(\d{1,3})(?:\s+[-:\u2013]?\s*(.*))?", re.IGNORECASE | re.DOTALL)
_IN_GRID = re.compile(r".*\[(.+)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ScoreHeader:
    """In which row it stands; `who` are the columns that tell whose row it is, best first.

    `total` is read in a list only; `by_code` tells that the rows are about personas, never about names; `unread` are
    the columns whose header says nothing to us.
    """

    row: int
    who: tuple[int, ...]
    columns: Mapping[int, StatementColumn]
    source: ScoreSource
    numbered: bool = False
    total: int | None = None
    by_code: bool = False
    unread: tuple[int, ...] = ()


def score_header(grid: Grid, *, marked: bool = False) -> ScoreHeader | None:
    """The row with most statements, of the first forty; None when the sheet has no such table."""
    found = [header for row in islice(grid.rows, _MOST_ROWS) if (header := _header_at(grid, row, marked=marked))]
    return max(found, key=lambda header: len(header.columns), default=None)


def list_header(grid: Grid, *, alone: bool) -> ScoreHeader | None:
    """The row above a list of people with a total; `alone` when there may be nothing else in it."""
    found = (_list_header_at(grid, row, alone=alone) for row in islice(grid.rows, _MOST_ROWS))
    return next((header for header in found if header), None)


@cache
def our_statements() -> frozenset[str]:
    """Our own statements in every language, folded."""
    return frozenset(
        folded(words.say(f"programme.statement.{key}")) for words in catalogues() for key in EXAMPLE_STATEMENTS
    )


def _header_at(grid: Grid, row: int, *, marked: bool) -> ScoreHeader | None:
    terms = {column: term for column, cell in islice(grid.rows[row].items(), _MOST_COLUMNS) if (term := term_in(cell))}
    export = export_in(grid, row)
    own = export.columns if export else frozenset()
    left = {column: term for column, term in terms.items() if column not in own}
    columns = _statements(grid, row, left, by_answers=export is not None)
    if len(columns) < (1 if marked else FEWEST_STATEMENTS):
        return None
    known = _known(left)
    respondent = tuple(export.respondent.values()) if export else ()
    people = (*known.get("code", ()), *known.get("person", ()), *respondent)
    who = people or known.get("row", ())
    if not who and marked and min(columns) > 1:
        who = (min(columns) - 1,)
    if not who:
        return None
    taken = {*columns, *who, *(column for found in known.values() for column in found)}
    return ScoreHeader(
        row,
        who,
        columns,
        ScoreSource.EXPORT if export else ScoreSource.SHEET,
        numbered=not people and "row" in known,
        by_code=export is None and "person" not in known,
        unread=tuple(column for column in left if column not in taken),
    )


def _list_header_at(grid: Grid, row: int, *, alone: bool) -> ScoreHeader | None:
    terms = {column: term for column, cell in islice(grid.rows[row].items(), _MOST_COLUMNS) if (term := term_in(cell))}
    export = export_in(grid, row)
    own = export.columns if export else frozenset()
    known = _known({column: term for column, term in terms.items() if column not in own})
    respondent = tuple(export.respondent.values()) if export else ()
    who = (*known.get("code", ()), *known.get("person", ()), *respondent)
    totals = known.get("total", ())
    others = terms.keys() - own - {*who, *totals, *known.get("row", ()), *known.get("answered", ())}
    if not who or len(totals) != 1 or (others and alone):
        return None
    return ScoreHeader(row, who, {}, ScoreSource.LIST, total=totals[0])


def _known(terms: Mapping[int, str]) -> dict[str, tuple[int, ...]]:
    """The columns that are no statement, by what they hold."""
    found: dict[str, tuple[int, ...]] = {}
    for column, term in terms.items():
        kind = _kinds().get(term)
        if kind:
            found[kind] = (*found.get(kind, ()), column)
    return found


@cache
def _kinds() -> Mapping[str, str]:
    people = header_words(SIGN_UP, SIGN_UP.sheet("participants"))
    kinds = {word: "person" for word, question in people.items() if question in {"name", "email"}}
    for kind in ("answered", "total", "row", "code"):
        kinds |= dict.fromkeys(reading_words(f"scores.{kind}") | said_in_sheet(f"score.column.{kind}"), kind)
    return kinds


def said_in_sheet(key: str) -> frozenset[str]:
    """What our own sheet calls it, in every language."""
    texts = (words.texts.get(key) for words in catalogues())
    return frozenset(folded(text) for text in texts if isinstance(text, str))


def _statements(grid: Grid, row: int, terms: Mapping[int, str], *, by_answers: bool) -> dict[int, StatementColumn]:
    """The columns whose header has a number or one of our statements; in an export also those with points below."""
    known = {column for columns in _known(terms).values() for column in columns}
    behind = set(terms.values())
    found: dict[int, StatementColumn] = {}
    for column, term in terms.items():
        text = on_one_line(str(grid.rows[row][column].value))
        number, statement = numbered(text)
        if column in known or (" - " in term and term.partition(" - ")[2] in behind):
            continue  # a quiz has a second column for each question: `Points - <question>`
        known_text = number is not None or folded(statement) in our_statements()
        if known_text or (by_answers and _holds_points(grid, row, column)):
            found[column] = StatementColumn(number, Personal(statement), grid.place(row, column))
    return found


def numbered(text: str) -> tuple[int | None, str]:
    """The number in front of a statement, and the statement; of `Question [statement]` only what is in the brackets."""
    if inside := _IN_GRID.fullmatch(text):
        text = inside[1].strip()
    first, _, rest = text.partition(" ")
    if folded(first) in reading_words("scores.statement") and rest[:1].isdecimal():
        text = f"S{rest}"
    found = _NUMBERED.fullmatch(text) or _SHORT.fullmatch(text)
    return (int(found[1]), (found[2] or "").strip()) if found else (None, text)


def _holds_points(grid: Grid, header: int, column: int) -> bool:
    """Whether most of what was answered below is worth 10, 5 or 0."""
    below = (cells[column] for row, cells in grid.rows.items() if row > header and column in cells)
    values = [cell.value for cell in islice(below, _MOST_LOOKED_AT) if cell.value is not None]
    return bool(values) and sum(points_in(value) in POINTS for value in values) * 2 > len(values)
