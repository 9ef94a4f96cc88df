"""The answers of a Word form: which form it is, what it says, and what there is to say about it (M89, G30)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.findings import Finding, Level, Place, Word, note, stop
from pipeline.forms import DOCUMENT_FORMS
from pipeline.forms.questions import Form, Names, Question, Sheet
from pipeline.inbox.answers import Answer, Answers, Row, Source
from pipeline.inbox.filled import Filled, value_of
from pipeline.inbox.grid import grid
from pipeline.inbox.kinds import Refused, Said
from pipeline.inbox.opening import Opened
from pipeline.inbox.raw import RawCell, RawSheet, RawWorkbook
from pipeline.inbox.reading_forms import Reading
from pipeline.inbox.recognising_forms import Mark, mark_of
from pipeline.inbox.vocabulary import LONGEST_TERM, languages_of_question
from pipeline.inbox.word_anchors import Anchor
from pipeline.inbox.word_flow import Key
from pipeline.inbox.word_found import Found, asked_in_several, found
from pipeline.inbox.word_notes import note_on_anchor, notes_on
from pipeline.inbox.word_values import WordDocument

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
    form, answers = _likeliest(document, (form,) if form else DOCUMENT_FORMS)
    if not _is_ours(form, answers, marked=mark is not None):
        return _said(stop("word_form_unknown", place) if answers else note("document_not_read", place))
    if asked_in_several(answers.values()):
        return _said(stop("word_several_forms", place))
    return _read(file, document, _Form(form, mark, answers))


def _said(finding: Finding) -> WordReading:
    return WordReading(Reading(findings=(finding,)))


def _likeliest(document: WordDocument, forms: tuple[Form, ...]) -> tuple[Form, Mapping[Key, Found]]:
    """The form of which most questions stand in the document, with what was found for each."""
    candidates = [(form, found(document, form)) for form in forms]
    return max(candidates, key=lambda candidate: len(candidate[1]))


def _is_ours(form: Form, answers: Mapping[Key, Found], *, marked: bool) -> bool:
    """A form with a mark is believed; another has to show half of the questions of one of its parts."""
    if marked:
        return bool(answers)
    asked = {sheet.key: sum(1 for key, _ in answers if key == sheet.key) for sheet in form.sheets}
    return any(asked[sheet.key] >= max(_FEWEST_ALIKE, len(sheet.questions) / 2) for sheet in form.sheets)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that was recognised, and what was found for each of its questions."""

    form: Form
    mark: Mark | None
    answers: Mapping[Key, Found]

    def at(self, sheet: Sheet, question: Question) -> Found | None:
        return self.answers.get((sheet.key, question.key))


def _read(file: Opened, document: WordDocument, filled: _Form) -> WordReading:
    form, mark, place = filled.form, filled.mark, file.arrival.place
    findings: list[Finding] = []
    sheets = {sheet.key: (_row(filled, sheet, place, findings),) for sheet in form.sheets}
    if _is_blank(sheets, findings):
        return _said(note("form_blank", place, form.key, form=Word(f"forms.{form.key}.title")))
    findings += [*note_on_anchor(_weakest(filled), place, form.key), *notes_on(document, place, form.key)]
    source, language = (Source.OURS, mark.language) if mark else (Source.TABLE, _spoken(document, filled))
    answers = Answers(form, source, place, file.digest, language, sheets)
    return WordReading(Reading(answers, tuple(findings)), _copy(filled))


def _spoken(document: WordDocument, filled: _Form) -> str | None:
    """The language in which most of the questions are put."""
    asked = (one.at for there in filled.answers.values() for one in there.told)
    lines = (document.text[at : at + LONGEST_TERM].partition("\n")[0] for at in asked)
    counts = Counter(language for line in lines for language in languages_of_question(filled.form, line))
    return next((language for language, _ in counts.most_common(1)), None)


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
        yield _weighed(question, asked.refused(question, said, here))
    elif said is None and question.required:
        missing = "word_answer_missing" if there else "word_question_missing"
        yield _weighed(question, asked.missing(missing, question, here))


def _weighed(question: Question, finding: Finding) -> Finding:
    """A form that tells too little is to be mended, but holds up none of the others: so it is about no form.

    Names that cannot be read cannot be hidden either.
    """
    weighs = question.required or isinstance(question.kind, Names)
    return replace(finding, level=Level.STOP, about="") if weighs else finding


def _is_blank(sheets: Mapping[str, tuple[Row, ...]], findings: list[Finding]) -> bool:
    """Whether nobody has filled in anything yet, and nothing is odd about it either."""
    answered = any(answer.value is not None for (row,) in sheets.values() for answer in row.answers.values())
    return not answered and all(finding.key in _NOTHING_THERE for finding in findings)


def _weakest(filled: _Form) -> Anchor:
    """By what the answer was found that was hardest to find."""
    return max((one.anchor for one in filled.answers.values() if one.text), default=Anchor.BINDING)


def _copy(filled: _Form) -> RawWorkbook:
    """What was written, question by question in the order of the form."""
    sheets = tuple(
        RawSheet(sheet.key, {(row, 1): RawCell(text, row, 1) for row, text in _written(filled, sheet)})
        for sheet in filled.form.sheets
    )
    mark = filled.mark
    return RawWorkbook(sheets, f"ttr:{mark.form}:{mark.version}:{mark.language}" if mark else "")


def _written(filled: _Form, sheet: Sheet) -> Iterator[tuple[int, str]]:
    for row, question in enumerate(sheet.questions, 1):
        there = filled.at(sheet, question)
        if there and there.text:
            yield row, there.text
