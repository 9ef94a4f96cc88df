"""Which statement each column of scores is about: by the text of its header, then its number (M52, M54, G23)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.anonymise.folding import words
from pipeline.findings import Finding, note
from pipeline.inbox.answers import RawScores, StatementColumn
from pipeline.language.catalogue import catalogues
from pipeline.ttr.power_walk import Statement
from pipeline.ttr.programme import Walk

ABOUT = "scores"
_ALIKE = 88.0


@dataclass(frozen=True, slots=True)
class Exercise:
    """The Power Walk as the team walks it; `own_words` is its wording by language and key."""

    statements: tuple[Statement, ...]
    walk: Walk
    language: str | None = None
    own_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """The numbers of the statements that have a column, in order, and which column each has (from 0)."""

    numbers: tuple[int, ...]
    at: tuple[int, ...]

    def points(self, points: Sequence[int | None]) -> tuple[int | None, ...]:
        """The points of a row in the order of the numbers."""
        return tuple(points[column] for column in self.at)


def columns_of(table: RawScores, exercise: Exercise) -> tuple[Columns, tuple[Finding, ...]]:
    """The columns that count, and what there is to say about the others."""
    number = len(exercise.statements)
    wordings = [_wordings(statement, exercise) for statement in exercise.statements]
    taken = _by_text(table.columns, wordings)
    findings: list[Finding] = []
    for at, column in enumerate(table.columns):
        if at in taken.values():
            continue
        told = column.number or at + 1
        if told > number or told in taken:
            letters = column.place.cell.rstrip("0123456789")
            findings.append(note("score_column_added", column.place, ABOUT, column=letters))
            continue
        taken[told] = at
        if column.text:
            findings.append(note("score_statement_differs", column.place, ABOUT, number=told))
    missing = tuple(one for one in range(1, number + 1) if one not in taken)
    if missing and taken:
        findings.append(note("score_statements_missing", table.place, ABOUT, count=len(missing), numbers=missing))
    numbers = tuple(sorted(taken))
    return Columns(numbers, tuple(taken[one] for one in numbers)), tuple(findings)


def _by_text(columns: Sequence[StatementColumn], wordings: Sequence[frozenset[str]]) -> dict[int, int]:
    """The column of each statement whose own words stand above it, the first where there are two."""
    taken: dict[int, int] = {}
    for at, column in enumerate(columns):
        text = " ".join(words(column.text.reveal()))
        alike = max(((_likeness(text, texts), -one) for one, texts in enumerate(wordings, 1)), default=(0.0, 0))
        if alike[0] >= _ALIKE:
            taken.setdefault(-alike[1], at)
    return taken


def _likeness(text: str, wordings: frozenset[str]) -> float:
    """How much a header is like the nearest of these texts, of 100; it may have something behind it."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where scores came in

    if any(text == wording or text.startswith(f"{wording} ") for wording in wordings):
        return 100.0
    return max((fuzz.ratio(text, wording) for wording in wordings), default=0.0) if text else 0.0


def _wordings(statement: Statement, exercise: Exercise) -> frozenset[str]:
    return frozenset(" ".join(words(text)) for text in _texts(statement, exercise) if words(text))


def _texts(statement: Statement, exercise: Exercise) -> Iterator[str]:
    if statement.key is None:
        yield statement.text or ""
        return
    for shipped in catalogues():
        for wording in (shipped, shipped.with_own_words(exercise.own_words.get(shipped.language, {}))):
            yield wording.say(f"programme.statement.{statement.key}")
