"""A list with a total beside each code or name, with or without a header (M55)."""

from itertools import islice

from pipeline.findings import Finding, note
from pipeline.inbox.answers import RawScore, ScoreSource
from pipeline.inbox.grid import Grid, has_something, term_in
from pipeline.inbox.score_headers import ScoreHeader
from pipeline.inbox.score_sheet import ABOUT, unreadable, who_in
from pipeline.inbox.score_words import SMALLEST_STEP, Unclear, total_in
from pipeline.inbox.vocabulary import reading_words

_FEWEST_ROWS = 3
_MOST_LOOKED_AT = 200
_PAIR = (1, 2)


def read_list(grid: Grid, header: ScoreHeader) -> tuple[tuple[RawScore, ...], list[Finding]]:
    """Every row with a total, and what there is to say about the others."""
    rows: list[RawScore] = []
    findings: list[Finding] = []
    for number in grid.rows:
        cell = grid.cell(number, header.total) if header.total and number > header.row else None
        if cell is None or not has_something(cell) or _is_sum(grid, number, header):
            continue
        place = grid.place(number, cell.column)
        total = None if unreadable(cell) else total_of(cell.value)
        if unreadable(cell):
            findings.append(note("score_formula", place, ABOUT))
        elif total is None:
            findings.append(note("score_total_unclear", place, ABOUT))
        else:
            rows.append(RawScore(who_in(grid, number, header.who), place, total=total))
    return tuple(rows), findings


def bare_list(grid: Grid) -> ScoreHeader | None:
    """A list without a header: in every row somebody and a total, and nothing else."""
    rows = list(islice(grid.rows.items(), _MOST_LOOKED_AT))
    if len(rows) < _FEWEST_ROWS or not all(_is_pair(grid, row) for row, _ in rows):
        return None
    return ScoreHeader(0, (1,), {}, ScoreSource.LIST, total=2)


def total_of(value: object) -> int | None:
    """The total that a cell tells; None when it is no multiple of five, or not clear."""
    match value:
        case bool():
            return None
        case int() | float() if float(value).is_integer():
            total: int | Unclear | None = int(value)
        case str():
            total = total_in(value)
        case _:
            return None
    return total if isinstance(total, int) and total % SMALLEST_STEP == 0 and total >= 0 else None


def _is_pair(grid: Grid, row: int) -> bool:
    cells = grid.rows[row]
    if tuple(cells) != _PAIR or not who_in(grid, row, (1,)) or cells[2].value is None:
        return False
    named = cells[1].value
    return isinstance(named, str) and total_of(named) is None and total_of(cells[2].value) is not None


def _is_sum(grid: Grid, row: int, header: ScoreHeader) -> bool:
    cell = grid.cell(row, header.who[0])
    return cell is not None and term_in(cell) in reading_words("scores.total")
