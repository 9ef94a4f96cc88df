"""The scores in a workbook: our score sheet or tally, one of its shape, an export, or a list of totals (M53-M55, G19).

Known by the mark inside, else by the shape of a table; never by the name of the file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.findings import Finding, Place, note, stop
from pipeline.inbox.answers import RawScores, ScoreSource
from pipeline.inbox.grid import Grid
from pipeline.inbox.recognising_forms import Mark
from pipeline.inbox.score_headers import list_header, score_header
from pipeline.inbox.score_list import bare_list, read_list
from pipeline.inbox.score_reveal import personas_in
from pipeline.inbox.score_sheet import ABOUT, Table, counts_steps, read_scores

SCORES, TALLY = "scores", "tally"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """The scores of a workbook, and what there is to say about them.

    `names_people` tells that they came with names or addresses.
    """

    scores: tuple[RawScores, ...] = ()
    findings: tuple[Finding, ...] = ()
    names_people: bool = False


def scores_in(place: Place, grids: Sequence[Grid], mark: Mark | None) -> ScoreReading | None:
    """The scores in the sheets of a file; None when it is something else."""
    if mark is not None and mark.form not in {SCORES, TALLY}:
        return None
    if mark is not None and mark.version > VERSION:
        return ScoreReading(findings=(stop("form_newer", place),))
    tables = tuple(_tables(grids, mark))
    if tables:
        return _of_tables(place, grids, tables, mark)
    if mark is not None:
        return ScoreReading(findings=(stop("score_sheet_unreadable", place, ABOUT),))
    return totals_in(place, grids, alone=True)


def totals_in(place: Place, grids: Iterable[Grid], *, alone: bool) -> ScoreReading | None:
    """The totals in the first sheet that is a list of people with a total; `alone` when nothing else may be in it."""
    for grid in grids:
        header = list_header(grid, alone=alone) or (bare_list(grid) if alone else None)
        if header:
            rows, findings = read_list(grid, header)
            scores = (RawScores(ScoreSource.LIST, grid.whole, rows),) if rows else ()
            if not rows and not findings:
                findings = [note("score_sheet_blank", place, ABOUT)]
            return ScoreReading(scores, tuple(findings), names_people=True)
    return None


def _tables(grids: Iterable[Grid], mark: Mark | None) -> Iterable[Table]:
    for grid in grids:
        header = score_header(grid, marked=mark is not None)
        if header:
            steps = mark.form == TALLY if mark else counts_steps(grid, header)
            yield Table(grid, header, steps)


def _of_tables(place: Place, grids: Sequence[Grid], tables: Sequence[Table], mark: Mark | None) -> ScoreReading:
    personas = tuple(persona for grid in grids for persona in personas_in(grid))
    scores: list[RawScores] = []
    findings: list[Finding] = []
    for table in tables:
        rows, said = read_scores(table)
        findings += said
        if rows:
            scores.append(
                RawScores(
                    table.header.source,
                    table.grid.whole,
                    rows,
                    table.columns,
                    () if scores else personas,
                    table.steps,
                    table.header.numbered,
                    mark.language if mark else None,
                )
            )
    if not scores and not findings:
        findings.append(note("score_sheet_blank", place, ABOUT))
    return ScoreReading(tuple(scores), tuple(findings), not all(table.header.by_code for table in tables))
