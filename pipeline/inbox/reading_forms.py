"""The answers of one workbook: which form it is, what it says, and what there is to say about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.findings import Finding, Level, Place, Word, note, stop
from pipeline.forms import PROGRAMME, WORKBOOK_FORMS
from pipeline.forms.labels import words_of
from pipeline.forms.questions import Form, Layout, Sheet
from pipeline.inbox.answers import Answers, RawScores, Row
from pipeline.inbox.cleaning import folded
from pipeline.inbox.fields import Labels, read_fields
from pipeline.inbox.filled import Filled
from pipeline.inbox.grid import Grid, grid
from pipeline.inbox.opening import FileType, Opened
from pipeline.inbox.raw import RawWorkbook
from pipeline.inbox.recognising_forms import Mark, Match, Recognised, mark_of, recognised
from pipeline.inbox.rows import read_rows
from pipeline.inbox.score_reading import ScoreReading, scores_in, totals_in
from pipeline.inbox.vocabulary import LONGEST_TERM, names_of_ours


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file came to: a form of ours, or the scores of a Power Walk.

    `names_people` tells that its cells are not to be copied back, for they came with names.
    """

    answers: Answers | None = None
    findings: tuple[Finding, ...] = ()
    scores: tuple[RawScores, ...] = ()
    names_people: bool = False


NOTHING_READ = Reading()


def reading(file: Opened, book: RawWorkbook) -> Reading:
    """The answers in the workbook."""
    place, mark = file.arrival.place, mark_of(book.mark)
    grids = tuple(grid(place.file, sheet) for sheet in book.sheets if sheet.cells)
    if scored := scores_in(place, grids, mark):
        return _of_scores(scored)
    form = _marked_form(mark) if mark else None
    if mark and (form is None or mark.version > form.version):
        return Reading(findings=(stop("form_newer", place),))
    known = recognised(grids, form)
    if known is None:
        listed = totals_in(place, grids, alone=False)
        return _of_scores(listed) if listed else Reading(findings=(_unknown(file),))
    if not known.matches:
        values = {"form": Word(f"forms.{known.form.key}.title")}
        return Reading(findings=(Finding(Level.STOP, "form_without_sheets", place, values, known.form.key),))
    sheets, findings = _sheets(known)
    findings += [*_missing_sheets(known, place), *_unread_sheets(known, grids)]
    if _is_blank(known.form, sheets, findings):
        return Reading(findings=(_blank(known.form, place),))
    language = mark.language if mark else None
    return Reading(Answers(known.form, known.source, place, file.digest, language, sheets), tuple(findings))


def _of_scores(scored: ScoreReading) -> Reading:
    return Reading(None, scored.findings, scored.scores, scored.names_people)


def _marked_form(mark: Mark) -> Form | None:
    return next((form for form in WORKBOOK_FORMS if form.key == mark.form), None)


def _unknown(file: Opened) -> Finding:
    """A workbook may hold answers that somebody waits for; a text file in an inbox seldom does."""
    make = stop if file.type is FileType.WORKBOOK else note
    return make("form_unknown", file.arrival.place)


def _is_blank(form: Form, sheets: Mapping[str, tuple[Row, ...]], findings: Iterable[Finding]) -> bool:
    """Whether nobody has filled in anything yet, and nothing is odd about it either."""
    ours = {(sheet.key, key) for sheet in form.sheets for key in (sheet.fixed, sheet.shown)}
    answered = any(
        answer.value is not None and (sheet, key) not in ours
        for sheet, rows in sheets.items()
        for row in rows
        for key, answer in row.answers.items()
    )
    return not answered and all(finding.key == "answer_missing" for finding in findings)


def _blank(form: Form, place: Place) -> Finding:
    level = Level.STOP if form.key == PROGRAMME.key else Level.NOTE
    return Finding(level, "form_blank", place, {"form": Word(f"forms.{form.key}.title")}, form.key)


def _sheets(known: Recognised) -> tuple[dict[str, tuple[Row, ...]], list[Finding]]:
    sheets: dict[str, tuple[Row, ...]] = {sheet.key: () for sheet in known.form.sheets}
    findings: list[Finding] = []
    seen: set[str] = set()
    for match in known.matches:
        filled = Filled(known.form, match.sheet, match.grid)
        if match.sheet.key in seen:
            findings.append(_said_twice(filled))
            if match.sheet.layout is Layout.FIELDS:
                continue
        seen.add(match.sheet.key)
        rows, said = _read(filled, match)
        if match.grid.sheet.hidden and any(answer.value for row in rows for answer in row.answers.values()):
            said.append(filled.note("sheet_hidden", match.grid.whole))
        sheets[match.sheet.key] += rows
        findings += said
    return sheets, findings


def _read(filled: Filled, match: Match) -> tuple[tuple[Row, ...], list[Finding]]:
    if isinstance(match.found, Labels):
        row, findings = read_fields(filled, match.found)
        return (row,), findings
    return read_rows(filled, match.found)


def _said_twice(filled: Filled) -> Finding:
    """Rows can be put together; of two answers to one question only one can be right."""
    only_first = filled.sheet.layout is Layout.FIELDS
    key = "sheet_twice_fields" if only_first else "sheet_twice_rows"
    level = Level.STOP if only_first else Level.NOTE
    return Finding(level, key, filled.grid.whole, {"name": _tab(filled.form, filled.sheet)}, filled.form.key)


def _missing_sheets(known: Recognised, place: Place) -> Iterator[Finding]:
    there = {match.sheet.key for match in known.matches}
    for sheet in known.form.sheets:
        if sheet.key not in there:
            filled = Filled(known.form, sheet, known.matches[0].grid)
            level = Level.STOP if any(map(filled.depends_on, sheet.questions)) else Level.NOTE
            yield Finding(level, "sheet_missing", place, {"name": _tab(known.form, sheet)}, known.form.key)


def _unread_sheets(known: Recognised, grids: Iterable[Grid]) -> Iterator[Finding]:
    """A sheet of somebody's own; our guide and our hidden lists need no word."""
    read = {id(match.grid) for match in known.matches}
    for other in grids:
        name = other.sheet.name
        ours = len(name) <= LONGEST_TERM and folded(name) in names_of_ours()
        if id(other) not in read and not other.sheet.hidden and not ours:
            yield Finding(Level.NOTE, "sheet_not_read", other.whole, {}, known.form.key)


def _tab(form: Form, sheet: Sheet) -> Word:
    return Word(f"{words_of(form, sheet)}.tab")
