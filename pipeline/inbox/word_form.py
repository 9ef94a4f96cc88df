"""The answers of a Word form: which form it is, what it says, and what there is to say about it (M89, G30)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.findings import Finding, Place, Word, note, stop
from pipeline.forms import DOCUMENT_FORMS
from pipeline.forms.labels import words_of
from pipeline.forms.questions import Form, Layout, Question, Sheet
from pipeline.inbox.answers import Answer, Answers, Row, Source
from pipeline.inbox.filled import Filled, value_of
from pipeline.inbox.grid import grid
from pipeline.inbox.kinds import Refused, Said
from pipeline.inbox.opening import Opened
from pipeline.inbox.raw import CellValue, RawCell, RawSheet, RawWorkbook
from pipeline.inbox.reading_forms import Reading
from pipeline.inbox.recognising_forms import Mark, mark_of
from pipeline.inbox.vocabulary import LONGEST_TERM, languages_of_question
from pipeline.inbox.word_anchors import Anchor
from pipeline.inbox.word_flow import Key
from pipeline.inbox.word_found import Found, asked_in_several, found
from pipeline.inbox.word_lists import Listed, listed_in, without_lists
from pipeline.inbox.word_notes import note_on_anchor, notes_on, weighed
from pipeline.inbox.word_rows import about_list, rows_of, written_in
from pipeline.inbox.word_values import WordDocument
from pipeline.language.catalogue import LANGUAGES, catalogue

_FEWEST_ALIKE = 2
_NOTHING_THERE = frozenset({"word_answer_missing", "word_question_missing"})
_MARK = re.compile(r"ttr:[a-z_]+:[0-9]{1,6}:[a-z]{2}")


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a Word document came to; `copy` holds what was written for each question, for the copy to mend."""

    reading: Reading
    copy: RawWorkbook | None = None


def word_reading(file: Opened, document: WordDocument) -> WordReading:
    """The answers in the document."""
    place = file.arrival.place
    mark = mark_of(document.mark) if _MARK.fullmatch(document.mark) else None
    form = next((form for form in DOCUMENT_FORMS if mark and form.key == mark.form), None)
    if mark and (form is None or mark.version > form.version):
        return _said(stop("form_newer", place))
    filled = _likeliest(document, (form,) if form else DOCUMENT_FORMS)
    if not _is_ours(filled, marked=mark is not None):
        return _said(stop("word_form_unknown", place) if filled.answers else note("document_not_read", place))
    if asked_in_several(filled.answers.values()):
        return _said(stop("word_several_forms", place))
    return _read(file, replace(filled, mark=mark))


def _said(finding: Finding) -> WordReading:
    return WordReading(Reading(findings=(finding,)))


@dataclass(frozen=True, slots=True)
class _Form:
    """A form, what was found for each of its questions, and its lists; `document` is what stands in none of them."""

    document: WordDocument
    form: Form
    answers: Mapping[Key, Found]
    listed: tuple[Listed, ...]
    mark: Mark | None = None

    def tables(self, sheet: Sheet) -> tuple[Listed, ...]:
        return tuple(one for one in self.listed if one.sheet == sheet)

    def at(self, sheet: Sheet, question: Question) -> Found | None:
        return self.answers.get((sheet.key, question.key))


def _likeliest(document: WordDocument, forms: tuple[Form, ...]) -> _Form:
    """The form of which most questions stand in the document."""
    return max((_found(document, form) for form in forms), key=lambda candidate: len(candidate.answers))


def _found(document: WordDocument, form: Form) -> _Form:
    listed = listed_in(document, form)
    besides = without_lists(document, listed)
    return _Form(besides, form, found(besides, form, [one.table.begin for one in listed]), listed)


def _is_ours(filled: _Form, *, marked: bool) -> bool:
    """A form with a mark is believed; another has to show half of the questions of one of its parts, no mere list."""
    if marked:
        return bool(filled.answers)
    asked = Counter(sheet for sheet, _ in filled.answers)
    return any(asked[sheet.key] >= max(_FEWEST_ALIKE, len(sheet.questions) / 2) for sheet in filled.form.sheets)


def _read(file: Opened, filled: _Form) -> WordReading:
    form, mark, place = filled.form, filled.mark, file.arrival.place
    findings: list[Finding] = []
    language = mark.language if mark else _spoken(filled)
    sheets = {
        sheet.key: _rows(filled, sheet, replace(place, sheet=_tab(filled, sheet, language)), findings)
        if sheet.layout is Layout.ROWS
        else (_row(filled, sheet, place, findings),)
        for sheet in form.sheets
    }
    if _is_blank(sheets, findings):
        return _said(note("form_blank", place, form.key, form=Word(f"forms.{form.key}.title")))
    findings += [*note_on_anchor(_weakest(filled), place, form.key), *notes_on(filled.document, place, form.key)]
    answers = Answers(form, Source.OURS if mark else Source.TABLE, place, file.digest, language, sheets)
    return WordReading(Reading(answers, tuple(findings)), _copy(filled))


def _spoken(filled: _Form) -> str | None:
    """The language in which most of the questions are put."""
    asked = (one.at for there in filled.answers.values() for one in there.told)
    lines = (filled.document.text[at : at + LONGEST_TERM].partition("\n")[0] for at in asked)
    counts = Counter(language for line in lines for language in languages_of_question(filled.form, line))
    return next((language for language, _ in counts.most_common(1)), None)


def _tab(filled: _Form, sheet: Sheet, language: str | None) -> str:
    """What the part is called on the form."""
    return catalogue(language or LANGUAGES[0]).say(f"{words_of(filled.form, sheet)}.tab")


def _rows(filled: _Form, sheet: Sheet, place: Place, findings: list[Finding]) -> tuple[Row, ...]:
    """The rows of a list; `place` is the part in which it stands."""
    asked = Filled(filled.form, sheet, grid(place.file, RawSheet(place.sheet, {})))
    rows, said = rows_of(asked, filled.tables(sheet))
    findings += [*said, *about_list(asked, filled.document, filled.tables(sheet))]
    return rows


def _row(filled: _Form, sheet: Sheet, place: Place, findings: list[Finding]) -> Row:
    asked = Filled(filled.form, sheet, grid(place.file, RawSheet("", {})))
    answers: dict[str, Answer] = {}
    for question in sheet.questions:
        here = replace(place, question=asked.label(question).key)
        there = filled.at(sheet, question)
        said = _understood(asked, question, there)
        findings += _findings(asked, question, there, said, here)
        answers[question.key] = Answer(value_of(said), here)
    return Row(answers, place)


def _understood(asked: Filled, question: Question, there: Found | None) -> Said:
    """The first of what may be meant that can be understood; else why the likeliest cannot."""
    values = there.values(question.kind) if there else ()
    told = [asked.said(question, RawCell(value, 1, 1)) for value in values]
    told = [one for one in told if one is not None]
    return next((one for one in told if not isinstance(one, Refused)), told[0] if told else None)


def _findings(asked: Filled, question: Question, there: Found | None, said: Said, here: Place) -> Iterator[Finding]:
    if there and there.guessed:
        yield asked.note("header_guessed", here, question=asked.label(question))
    if isinstance(said, Refused):
        yield weighed(question, asked.refused(question, said, here))
    elif said is None and question.required:
        missing = "word_answer_missing" if there else "word_question_missing"
        yield weighed(question, asked.missing(missing, question, here))


def _is_blank(sheets: Mapping[str, tuple[Row, ...]], findings: list[Finding]) -> bool:
    """Whether nobody has filled in anything yet, and nothing is odd about it either."""
    answered = any(
        answer.value is not None for rows in sheets.values() for row in rows for answer in row.answers.values()
    )
    return not answered and all(finding.key in _NOTHING_THERE for finding in findings)


def _weakest(filled: _Form) -> Anchor:
    """By what the answer was found that was hardest to find."""
    return max((one.anchor for one in filled.answers.values() if one.text), default=Anchor.BINDING)


def _copy(filled: _Form) -> RawWorkbook:
    """What was written: question by question in the order of the form, or a column for each."""
    sheets = tuple(
        RawSheet(sheet.key, {(row, column): RawCell(value, row, column) for row, column, value in written})
        for sheet in filled.form.sheets
        for written in (_written(filled, sheet),)
    )
    mark = filled.mark
    return RawWorkbook(sheets, f"ttr:{mark.form}:{mark.version}:{mark.language}" if mark else "")


def _written(filled: _Form, sheet: Sheet) -> Iterator[tuple[int, int, CellValue]]:
    if sheet.layout is Layout.ROWS:
        yield from written_in(filled.tables(sheet))
        return
    for row, question in enumerate(sheet.questions, 1):
        there = filled.at(sheet, question)
        if there and there.text:
            yield row, 1, there.text
