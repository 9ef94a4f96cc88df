"""The personas that were typed in for the reveal, beside the score sheet (M58, M67, M69)."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from pipeline.forms.questions import YES_NO
from pipeline.inbox.answers import RawPersona
from pipeline.inbox.cleaning import folded, on_one_line
from pipeline.inbox.grid import Grid, term_in
from pipeline.inbox.personal import Personal
from pipeline.inbox.score_headers import said_in_sheet
from pipeline.inbox.score_sheet import unreadable, who_in
from pipeline.inbox.vocabulary import option_words, reading_words

MOST_ASPECTS = 4
_MOST_ROWS = 40
_LONGEST = 1_000


def personas_in(grid: Grid) -> tuple[RawPersona, ...]:
    """The personas on the sheet; none when it is another one."""
    for row in islice(grid.rows, _MOST_ROWS):
        terms = {term: column for column, cell in grid.rows[row].items() if (term := term_in(cell))}
        code = next((terms[term] for term in terms if term in _code_words()), None)
        release = next((terms[term] for term in terms if term in _release_words()), None)
        if code is not None and release is not None:
            between = [column for column in sorted(terms.values()) if column not in {code, release}]
            return tuple(_personas(grid, row, (code, release), tuple(between[:MOST_ASPECTS])))
    return ()


@cache
def _code_words() -> frozenset[str]:
    return reading_words("scores.code") | said_in_sheet("score.column.code") | said_in_sheet("score.reveal.code")


@cache
def _release_words() -> frozenset[str]:
    return reading_words("scores.names_nobody") | said_in_sheet("score.reveal.names_nobody")


def _personas(grid: Grid, header: int, known: tuple[int, int], aspects: tuple[int, ...]) -> Iterator[RawPersona]:
    code, release = known
    for row in grid.rows:
        who = who_in(grid, row, (code,)) if row > header else ()
        texts = tuple(_aspects(grid, row, aspects)) if who else ()
        if texts:
            first = next(column for column in aspects if grid.cell(row, column))
            yield RawPersona(
                who[0], texts, _is_yes(grid, row, release), grid.place(row, first), grid.place(row, release)
            )


def _aspects(grid: Grid, row: int, columns: tuple[int, ...]) -> Iterator[Personal]:
    for column in columns:
        cell = grid.cell(row, column)
        if cell is None or unreadable(cell):
            continue
        text = on_one_line(str(cell.value)[:_LONGEST])
        if text:
            yield Personal(text)


def _is_yes(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cell(row, column)
    if cell is None or unreadable(cell):
        return False
    return cell.value is True or option_words(YES_NO).get(folded(str(cell.value)[:_LONGEST])) == "yes"
