"""The year form asks what a team learned, and is read however it comes back (M06, M104, G18)."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.findings import Level
from pipeline.forms import BLANK_FORMS, FORMS, LESSONS
from pipeline.forms.labels import label_of
from pipeline.forms.lessons import LONGEST_RECIPIENT
from pipeline.forms.questions import Choice, Medium
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.document import form_document
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.lessons import LessonsLearned
from tests.attacks import mutants
from tests.inbox.test_word_form import ANCHORS, SHAPES, below
from tests.inbox.test_write_then_read import texts
from tests.inbox.word_made import changed, para, unwrapped, without, word
from tests.office.tools import require
from tests.workbooks import arrived, keys, only, the, told
from tests.year import lessons_de, lessons_en, lessons_nl

Filled = Mapping[str, Sequence[Mapping[str, Any]]]

SAMPLES = {"nl": lessons_nl, "en": lessons_en, "de": lessons_de}
every_language = pytest.mark.parametrize("language", LANGUAGES)


def filled(language: str) -> Filled:
    texts = SAMPLES[language]
    return {"about": [texts.ABOUT], "lessons": [texts.LESSONS], "release": [{"release": "yes"}]}


def made(language: str, answers: Filled | None = None) -> bytes:
    return form_document(LESSONS, catalogue(language), filled(language) if answers is None else answers)


def read(content: bytes, folder: Path) -> dict[str, list[dict[str, Any]]]:
    result = only(arrived(folder, {"jaar.docx": content}))
    return {key: [dict(told(row)) for row in rows] for key, rows in result.sheets.items()}


def pasted(language: str, shape: Callable[[str, str], str]) -> bytes:
    """The filled form as the text of some document, in which each question and its answer are shaped so."""
    words = catalogue(language)
    pieces = [para(words.say("forms.lessons.title"))]
    for sheet in LESSONS.sheets:
        for key, answer in filled(language)[sheet.key][0].items():
            kind = sheet.question(key).kind
            shown = words.say(f"choices.{kind.group}.{answer}") if isinstance(kind, Choice) else answer
            pieces.append(shape(words.say(label_of(LESSONS, sheet, sheet.question(key))), shown))
    return word("".join(pieces))


def test_it_is_a_word_form_that_lies_ready_and_has_to_be_released() -> None:
    assert LESSONS in FORMS
    assert LESSONS in BLANK_FORMS
    assert (LESSONS.medium, LESSONS.sheets[-1]) == (Medium.DOCUMENT, RELEASE_SHEET)


def test_what_it_asks_is_what_the_record_holds() -> None:
    fields = set(LessonsLearned.__dataclass_fields__) - {"place"}
    asked = {question.key for sheet in LESSONS.sheets[:-1] for question in sheet.questions}
    assert asked == fields
    assert tuple(question.key for question in LESSONS.sheet("lessons").questions) == PROMPTS


@every_language
@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_answer_is_found_by_each_of_its_anchors(anchor: str, language: str, tmp_path: Path) -> None:
    lost, _ = ANCHORS[anchor]
    assert read(changed(made(language), without(*lost)), tmp_path) == filled(language)


@every_language
def test_it_is_read_without_any_field(language: str, tmp_path: Path) -> None:
    assert read(changed(made(language), unwrapped), tmp_path) == filled(language)


@every_language
@pytest.mark.parametrize("shape", SHAPES)
def test_answers_pasted_elsewhere_are_found_under_their_questions(shape: str, language: str, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"jaar.docx": pasted(language, SHAPES[shape])})
    assert {key: [dict(told(row)) for row in rows] for key, rows in only(result).sheets.items()} == filled(language)
    assert only(result).language == language


@every_language
def test_a_blank_one_is_no_form(language: str, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"jaar.docx": made(language, {}), "b.docx": changed(made(language, {}), unwrapped)})
    assert (result.forms, keys(result)) == ((), ["form_blank", "form_blank"])


def test_a_missing_year_and_a_missing_release_are_to_be_mended_and_nothing_else(tmp_path: Path) -> None:
    result = arrived(tmp_path, {"jaar.docx": made("nl", {"lessons": [lessons_nl.LESSONS]})})
    assert [(one.key, one.level, one.place.question) for one in result.findings] == [
        ("word_answer_missing", Level.STOP, "forms.lessons.about.academic_year.label"),
        ("word_answer_missing", Level.STOP, "forms.release.release.label"),
    ]


@pytest.mark.parametrize(
    ("typed", "year"),
    [("2027/2028", "2027-2028"), ("2027 – 2028", "2027-2028"), ("2027-28", "2027-2028"), ("2027-2030", None)],
)
def test_the_year_is_read_as_people_write_it(typed: str, year: str | None, tmp_path: Path) -> None:
    content = made("nl", {**filled("nl"), "about": [{"academic_year": typed}]})
    result = arrived(tmp_path, {"jaar.docx": content})
    assert told(only(result).sheets["about"][0]).get("academic_year") == year
    assert (keys(result) == []) is (year is not None)


def test_nine_hundred_words_are_read_whole(tmp_path: Path) -> None:
    long = " ".join(["De docent vraagt door."] * 225)
    content = made("nl", {**filled("nl"), "lessons": [{"skills": long}]})
    assert read(content, tmp_path)["lessons"] == [{"skills": long}]


def test_a_recipient_that_is_a_whole_story_is_told(tmp_path: Path) -> None:
    about = {**lessons_nl.ABOUT, "recipient": "x" * (LONGEST_RECIPIENT + 1)}
    result = arrived(tmp_path, {"jaar.docx": made("nl", {**filled("nl"), "about": [about]})})
    assert the(result, "text_too_long").place.question == "forms.lessons.about.recipient.label"


@pytest.mark.parametrize("typed", ["wat is volgend jaar nodig", "Volgend jaar:", "5. Wat is er volgend jaar nodig?"])
def test_a_question_that_was_worded_otherwise_is_known(typed: str, tmp_path: Path) -> None:
    label = catalogue("nl").say("forms.lessons.lessons.next_year.label")
    content = pasted("nl", lambda question, answer: below(typed if question == label else question, answer))
    assert read(content, tmp_path) == filled("nl")


def test_damaged_copies_never_end_the_reading(tmp_path: Path) -> None:
    arrived(tmp_path, {f"{number}.docx": content for number, content in enumerate(mutants(made("nl"), 30))})


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answers=st.fixed_dictionaries({}, optional={key: texts(3000, lines=True) for key in PROMPTS}),
    recipient=texts(LONGEST_RECIPIENT, lines=False),
    language=st.sampled_from(LANGUAGES),
    anchor=st.sampled_from(list(ANCHORS)),
)
def test_every_answer_comes_back_the_same(
    answers: Mapping[str, str], recipient: str, language: str, anchor: str, tmp_path: Path
) -> None:
    about = {"academic_year": "2027-2028", "recipient": recipient, "cases_for_management": "yes"}
    told_there: Filled = {"about": [about], "lessons": [answers], "release": [{"release": "yes"}]}
    lost, _ = ANCHORS[anchor]
    assert read(changed(made(language, told_there), without(*lost)), tmp_path) == told_there


def test_opened_and_saved_with_libreoffice_it_says_the_same(tmp_path: Path) -> None:
    soffice = require("soffice")
    for language in LANGUAGES:
        (tmp_path / f"{language}.docx").write_bytes(made(language))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    command = [*convert, "--outdir", str(tmp_path / "saved"), *(str(tmp_path / f"{one}.docx") for one in LANGUAGES)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for language in LANGUAGES:
        folder = tmp_path / f"read-{language}"
        folder.mkdir()
        assert read((tmp_path / "saved" / f"{language}.docx").read_bytes(), folder) == filled(language)
