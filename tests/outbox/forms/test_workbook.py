"""Blank forms open everywhere, can be filled in where they should, and are known when they come back."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import chain
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.findings import Finding
from pipeline.forms import OWN_WORDS, PROGRAMME, SIGN_UP, STATEMENTS, WORKBOOK_FORMS
from pipeline.forms.labels import label_of, words_of
from pipeline.forms.questions import (
    AcademicYear,
    Address,
    Choice,
    Clock,
    Day,
    Designation,
    Form,
    Kind,
    Layout,
    Number,
    Prose,
    Question,
    Sheet,
)
from pipeline.inbox.answers import Source
from pipeline.inbox.cleaning import on_one_line
from pipeline.inbox.listing import Arrival
from pipeline.inbox.opening import read_safely
from pipeline.inbox.sheets import workbook
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.forms.workbook import Filled, form_workbook, made_file_name, mark
from tests import workbooks

EVERY_FORM = [
    pytest.param(form, catalogue(language), id=f"{form.key}-{language}")
    for language in LANGUAGES
    for form in WORKBOOK_FORMS
]
every_form = pytest.mark.parametrize(("form", "words"), EVERY_FORM)
TO_FILL_IN = [form for form in WORKBOOK_FORMS if form is not OWN_WORDS]


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheets_of(form: Form, words: Catalogue, content: bytes) -> Iterator[tuple[Sheet, Worksheet]]:
    book = opened(content)
    for sheet in form.sheets:
        yield sheet, book[words.say(f"{words_of(form, sheet)}.tab")]


def label(form: Form, sheet: Sheet, question: Question, words: Catalogue) -> str:
    return words.say(label_of(form, sheet, question))


def answer_cell(sheet: Sheet, number: int) -> tuple[int, int]:
    if sheet.layout is Layout.FIELDS:
        return number + 2, 2
    return (2 if sheet.fixed else 3), number + 1


def checks(worksheet: Worksheet, row: int, column: int) -> list[str]:
    coordinate = worksheet.cell(row, column).coordinate
    return [found.type for found in worksheet.data_validations.dataValidation if coordinate in found.sqref]


@every_form
def test_every_form_has_its_headers_in_the_first_row(form: Form, words: Catalogue) -> None:
    for sheet, worksheet in sheets_of(form, words, form_workbook(form, words)):
        if sheet.layout is Layout.ROWS:
            first = [cell.value for cell in next(worksheet.iter_rows(max_row=1))]
            assert first == [label(form, sheet, question, words) for question in sheet.questions]
        else:
            asked = [worksheet.cell(row, 1).value for row in range(2, len(sheet.questions) + 2)]
            assert asked == [label(form, sheet, question, words) for question in sheet.questions]


@every_form
def test_what_is_ours_is_locked_and_what_is_asked_is_open(form: Form, words: Catalogue) -> None:
    for sheet, worksheet in sheets_of(form, words, form_workbook(form, words)):
        assert worksheet.protection.sheet
        assert not worksheet.protection.password
        assert not worksheet.protection.sort
        assert not worksheet.protection.insertRows
        for number, question in enumerate(sheet.questions):
            row, column = answer_cell(sheet, number)
            ours = question.key in {sheet.fixed, sheet.shown}
            assert worksheet.cell(row, column).protection.locked is ours
            labelled = (row, 1) if sheet.layout is Layout.FIELDS else (1, column)
            assert worksheet.cell(*labelled).protection.locked


@every_form
def test_every_choice_is_a_drop_down_and_every_limit_is_checked(form: Form, words: Catalogue) -> None:
    expected = {Choice: "list", Day: "date", Clock: "time", Number: "whole", Address: "custom", AcademicYear: "custom"}
    for sheet, worksheet in sheets_of(form, words, form_workbook(form, words)):
        for number, question in enumerate(sheet.questions):
            if type(question.kind) in expected:
                assert checks(worksheet, *answer_cell(sheet, number)) == [expected[type(question.kind)]]


@every_form
def test_what_does_not_fit_is_refused_in_the_language_of_the_form(form: Form, words: Catalogue) -> None:
    for _, worksheet in sheets_of(form, words, form_workbook(form, words)):
        for check in worksheet.data_validations.dataValidation:
            if check.type is not None and check.type != "none":
                assert check.errorTitle == words.say("forms.refusal.title")
                assert check.error


@every_form
def test_every_header_explains_itself(form: Form, words: Catalogue) -> None:
    for sheet, worksheet in sheets_of(form, words, form_workbook(form, words)):
        for number, question in enumerate(sheet.questions):
            note = words.say(f"{words_of(form, sheet)}.{question.key}.note")
            if sheet.layout is Layout.FIELDS:
                assert str(worksheet.cell(number + 2, 3).value).startswith(note)
                continue
            comment = worksheet.cell(1, number + 1).comment
            assert comment is not None
            assert comment.text.startswith(note)


@every_form
def test_every_sheet_prints_on_a4_with_its_header_on_every_page(form: Form, words: Catalogue) -> None:
    content = form_workbook(form, words)
    for worksheet in (one for one in opened(content).worksheets if one.sheet_state != "veryHidden"):
        assert worksheet.page_setup.paperSize == 9
        assert worksheet.page_setup.fitToWidth in {None, 1}
        assert worksheet.page_setup.fitToHeight == 0
    for _, worksheet in sheets_of(form, words, content):
        assert worksheet.print_title_rows == "$1:$1"
        assert worksheet.freeze_panes == "A2"


@every_form
def test_every_cell_names_its_font(form: Form, words: Catalogue) -> None:
    for worksheet in opened(form_workbook(form, words)).worksheets:
        assert {cell.font.name for row in worksheet.iter_rows(max_row=40) for cell in row} == {"Calibri"}


@every_form
def test_the_purpose_is_the_first_thing_to_see(form: Form, words: Catalogue) -> None:
    guide = opened(form_workbook(form, words)).worksheets[0]
    texts = [guide.cell(row, 1).value for row in range(1, guide.max_row + 1)]
    assert texts[:2] == [words.say(f"forms.{form.key}.title"), words.say(f"forms.{form.key}.purpose")]
    assert guide.sheet_view.tabSelected


@every_form
def test_the_mark_is_read_back_from_each_hiding_place(form: Form, words: Catalogue, tmp_path: Path) -> None:
    content = form_workbook(form, words)
    told = mark(form, words)
    book = opened(content)
    assert told == f"ttr:{form.key}:1:{words.language}"
    assert [prop.value for prop in book.custom_doc_props.props if prop.name == "ttr_form"] == [told]
    assert book.properties.identifier == told
    assert book.defined_names["_ttr_form"].value == f'"{told}"'
    assert book.defined_names["_ttr_form"].hidden
    path = tmp_path / "zomaar een naam.xlsx"
    path.write_bytes(content)
    read = read_safely(Arrival(path, "inbox/zomaar een naam.xlsx"), workbook)
    assert not isinstance(read, Finding)
    assert read.mark == told


@every_form
def test_the_same_form_is_the_same_bytes(form: Form, words: Catalogue) -> None:
    assert form_workbook(form, words) == form_workbook(form, words)


@every_form
def test_nobody_is_named_as_its_maker(form: Form, words: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(form_workbook(form, words))) as parts:
        told = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")}
    assert not re.search("creator|lastModifiedBy", told["docProps/core.xml"])
    assert f"<dc:title>{words.say(f'forms.{form.key}.title')}</dc:title>" in told["docProps/core.xml"]
    authors = [re.findall("<author>(.*?)</author>", part) for name, part in told.items() if "comments" in name]
    assert not any(chain.from_iterable(authors))


@every_form
def test_nothing_is_read_from_a_form_that_nobody_has_filled_in(form: Form, words: Catalogue, tmp_path: Path) -> None:
    result = workbooks.arrived(tmp_path, {made_file_name(form, words): form_workbook(form, words)})
    assert set(workbooks.keys(result)) <= {"form_blank"}
    for answers in result.forms:
        for sheet in answers.form.sheets:
            assert sheet.fixed or not answers.sheets.get(sheet.key)


def test_an_example_row_is_no_blank_row() -> None:
    for words in (catalogue(language) for language in LANGUAGES):
        for sheet, worksheet in sheets_of(SIGN_UP, words, form_workbook(SIGN_UP, words)):
            assert all(worksheet.cell(2, column).value for column in range(1, len(sheet.questions) + 1))
            assert not any(worksheet.cell(3, column).value for column in range(1, len(sheet.questions) + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_statements_can_be_read_as_sentences_and_take_part(language: str) -> None:
    words = catalogue(language)
    worksheet = opened(form_workbook(STATEMENTS, words))[words.say("forms.statements.examples.tab")]
    assert worksheet["A2"].value == words.say("programme.statement.parents")
    assert {worksheet.cell(row, 2).value for row in range(2, 12)} == {words.say("choices.yes_no.yes")}


def test_own_words_offers_what_a_reader_sees_and_nothing_that_forms_are_read_by() -> None:
    words = catalogue("nl").with_own_words({"programme.name": "Samen leren"})
    worksheet = opened(form_workbook(OWN_WORDS, words)).worksheets[1]
    rows = {str(key): (shipped, own) for key, shipped, own in worksheet.iter_rows(min_row=2, values_only=True)}
    assert rows["programme.name"] == (catalogue("nl").say("programme.name"), "Samen leren")
    assert rows["forms.sign_up.purpose"][1] is None
    seen = {
        key
        for key, _ in words.wordings()
        if not key.startswith(("aliases.", "choices.", "detect.", "forms.", "mending.", "reading."))
    }
    assert seen <= rows.keys()
    assert not any(key.startswith(("aliases.", "choices.")) or key.endswith(".label") for key in rows)


def test_own_words_never_change_what_a_form_is_read_by(tmp_path: Path) -> None:
    changed = {
        "forms.sign_up.participants.name.label": "Hoe heet jij",
        "choices.role.teacher": "juf",
        "forms.sign_up.purpose": "Doe mee!",
    }
    words = catalogue("nl").with_own_words(changed)
    person = {"name": "Yusuf Demir", "email": "y.demir@school.test", "role": "teacher", "first_year": "yes"}
    content = form_workbook(SIGN_UP, words, {"participants": [person]})
    assert opened(content).worksheets[0]["A2"].value == "Doe mee!"
    answers = workbooks.only(workbooks.arrived(tmp_path, {"a.xlsx": content}))
    assert [workbooks.told(row) for row in answers.sheets["participants"]] == [person]


def test_a_drop_down_too_long_for_a_cell_lies_on_a_sheet_unseen() -> None:
    words = catalogue("nl")
    texts = {
        f"choices.focus.{option}": f"{option}, {'met veel woorden ' * 4}"
        for option in PROGRAMME.sheet("programme").question("focus_1").kind.options
    }  # type: ignore[union-attr]
    book = opened(form_workbook(PROGRAMME, Catalogue("nl", {**words.texts, **texts})))
    lists = book.worksheets[-1]
    assert lists.sheet_state == "veryHidden"
    [column] = (number for number in range(1, lists.max_column + 1) if lists.cell(1, number).value in texts.values())
    assert [lists.cell(row, column).value for row in range(1, 7)] == list(texts.values())
    letter = get_column_letter(column)
    assert book.defined_names["_ttr_focus"].value == f"{lists.title}!${letter}$1:${letter}$6"
    fields = book[words.say("forms.programme.programme.tab")]
    assert [check.formula1 for check in fields.data_validations.dataValidation].count("_ttr_focus") == 3


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+31", "-", "{=A1}", "https://school.test/x"])
def test_what_somebody_typed_stays_text(text: str) -> None:
    person = {"name": text, "email": "a@school.test", "role": "teacher", "first_year": "no", "remarks": text}
    worksheet = opened(form_workbook(SIGN_UP, catalogue("en"), {"participants": [person]})).worksheets[1]
    assert (worksheet["A3"].value, worksheet["A3"].hyperlink) == (text, None)
    assert worksheet["A3"].data_type == "s" or worksheet["A3"].value == text


def test_more_people_than_rows_all_find_a_place() -> None:
    people = [{"name": f"Deelnemer {number}"} for number in range(90)]
    worksheet = opened(form_workbook(SIGN_UP, catalogue("de"), {"participants": people})).worksheets[1]
    assert worksheet["A92"].value == "Deelnemer 89"


LETTERS = st.characters(categories=["L"], include_characters=" -'")
WORDS = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: on_one_line(f"Ayşe {text}"))


def values(kind: Kind) -> st.SearchStrategy[Filled]:  # noqa: PLR0911 - a line for each kind
    match kind:
        case Choice(_, options):
            return st.sampled_from([str(option) for option in options])
        case Number(lowest, highest):
            return st.integers(lowest, highest)
        case Day(earliest, latest):
            return st.dates(earliest, latest)
        case Clock():
            return st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
        case AcademicYear():
            return st.integers(2020, 2090).map(lambda year: f"{year}-{year + 1}")
        case Address():
            return st.from_regex(r"[a-z]{1,9}\.[a-z]{1,9}@[a-z]{1,9}\.test", fullmatch=True)
        case Prose(longest) | Designation(longest):
            return WORDS.map(lambda text: text[:longest].strip())
        case _:
            return WORDS


@st.composite
def filled_forms(draw: st.DrawFn) -> tuple[Form, str, Mapping[str, Sequence[Mapping[str, Filled]]]]:
    form = draw(st.sampled_from(TO_FILL_IN))
    filled = {}
    for sheet in form.sheets:
        row = st.fixed_dictionaries({question.key: values(question.kind) for question in sheet.questions})
        if sheet.fixed:
            filled[sheet.key] = [
                {sheet.fixed: key, "use": draw(st.sampled_from(["yes", "no"]))} for key in sheet.fixed_values
            ]
        else:
            filled[sheet.key] = draw(st.lists(row, min_size=1, max_size=1 if sheet.layout is Layout.FIELDS else 4))
    return form, draw(st.sampled_from(LANGUAGES)), filled


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled_forms())
def test_what_is_written_in_a_form_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    made: tuple[Form, str, Mapping[str, Sequence[Mapping[str, Filled]]]],
) -> None:
    form, language, filled = made
    content = form_workbook(form, catalogue(language), filled)
    answers = workbooks.only(workbooks.arrived(tmp_path_factory.mktemp("team"), {"form.xlsx": content}))
    assert (answers.form.key, answers.source, answers.language) == (form.key, Source.OURS, language)
    read = {key: [workbooks.told(row) for row in rows] for key, rows in answers.sheets.items()}
    assert read == {key: list(rows) for key, rows in filled.items()}


def test_days_and_times_are_written_as_such() -> None:
    meeting = {"meeting": "intro", "day": date(2027, 9, 23), "start": time(13, 30), "minutes": 110, "mode": "hybrid"}
    worksheet = opened(form_workbook(PROGRAMME, catalogue("nl"), {"meetings": [meeting]})).worksheets[2]
    assert [worksheet.cell(3, column).number_format for column in (2, 3, 4)] == ["yyyy-mm-dd", "hh:mm", "0"]
    assert worksheet.cell(3, 3).value == time(13, 30)
    assert worksheet.cell(3, 4).value == 110
