"""Exports of Microsoft Forms and Google Forms: columns of their own, and in front of the questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.inbox.answers import Source
from pipeline.inbox.grid import Grid, term_in
from pipeline.inbox.vocabulary import reading_words

_MICROSOFT = ("id", "start", "completion", "email", "name", "changed", "points", "feedback", "graded")
_GOOGLE = ("timestamp", "address", "score")
_ALWAYS_IN_FRONT = 5
_START, _COMPLETION = 2, 3


@dataclass(frozen=True, slots=True)
class Export:
    """Which columns an export adds by itself; `respondent` are those with the name and e-mail of who answered."""

    source: Source
    columns: frozenset[int]
    respondent: Mapping[str, int] = field(default_factory=dict)


def export_in(grid: Grid, row: int) -> Export | None:
    """The export that has this row as its header; None when it is none."""
    terms = {column: term_in(cell) for column, cell in grid.rows[row].items()}
    google = _leading(terms, _GOOGLE)
    if "timestamp" in google:
        respondent = {"email": google["address"]} if "address" in google else {}
        return Export(Source.GOOGLE_FORMS, frozenset(google.values()), respondent)
    microsoft = _leading(terms, _MICROSOFT)
    if {"start", "completion"} <= microsoft.keys():
        respondent = {key: microsoft[key] for key in ("name", "email") if key in microsoft}
        return Export(Source.MICROSOFT_FORMS, frozenset(microsoft.values()), respondent)
    if terms.get(1) in reading_words("export.id") and _has_times(grid, row):
        # In a language we do not know the first five columns still are the same (seen in exports of all).
        return Export(
            Source.MICROSOFT_FORMS, frozenset(range(1, _ALWAYS_IN_FRONT + 1)), {"email": 4, "name": _ALWAYS_IN_FRONT}
        )
    return None


def _leading(terms: Mapping[int, str], kinds: tuple[str, ...]) -> dict[str, int]:
    """The columns of these kinds, each once, as long as no question of the form comes between."""
    found: dict[str, int] = {}
    for column, term in terms.items():
        kind = next((kind for kind in kinds if kind not in found and term in reading_words(f"export.{kind}")), None)
        if kind is None:
            break
        found[kind] = column
    return found


def _has_times(grid: Grid, header: int) -> bool:
    """Whether the second and third column hold moments in the first row below the header."""
    below = next((row for row in grid.rows if row > header), 0)
    cells = (grid.cell(below, column) for column in (_START, _COMPLETION))
    return all(cell is not None and isinstance(cell.value, datetime) for cell in cells)
