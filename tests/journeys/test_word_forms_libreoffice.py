"""A frame form and a meeting form that were filled in and saved with LibreOffice are read with every answer and row."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.forms import FRAME, MEETING
from pipeline.forms.anchors import bookmark
from pipeline.forms.questions import Choice, Day, Form, Layout, Names, Number, Prose, Question
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.forms.document import form_document
from tests.office.tools import UNO, require
from tests.workbooks import arrived, keys, only, told

TIME_LIMIT = 240
SCRIPT = Path(__file__).with_name("fill_in_document.py")
LIST = 2
"""The number of the table of action points in the document, from 0."""

ADDED = {"what": "Wij bellen Chi-Wai's groep", "who": "mentor", "due": date(2028, 4, 6), "state": "done"}
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_form = pytest.mark.parametrize("form", [FRAME, MEETING], ids=lambda form: form.key)


def answer(question: Question, row: int) -> Any:
    match question.kind:
        case Choice(_, options):
            return str(options[(row + 1) % len(options)])
        case Day():
            return date(2028, 2, 3 + row)
        case Number(lowest, _):
            return lowest + 1
        case Names():
            return "Yusuf Demir, BXR-218"
        case Prose(story=True):
            return f"Regel een over {question.key}.\nRegel twee: ‘wat nu?’"
        case _:
            return f"Antwoord {row} op {question.key}"


def answers(form: Form) -> dict[str, list[dict[str, Any]]]:
    """Every question answered, and in a list the second and the fourth row."""
    return {
        sheet.key: [
            {question.key: answer(question, row) for question in sheet.questions}
            for row in ((2, 4) if sheet.layout is Layout.ROWS else (0,))
        ]
        for sheet in form.sheets
    }


def typed(form: Form, words: Catalogue) -> Iterator[tuple[str, str]]:
    """What is typed, by the bookmark around it."""
    told_there = answers(form)
    for sheet in form.sheets:
        numbers = (2, 4) if sheet.layout is Layout.ROWS else (0,)
        for row, number in zip(told_there[sheet.key], numbers, strict=True):
            for question in sheet.questions:
                yield bookmark(sheet, question, number), as_typed(question, row[question.key], words)


def as_typed(question: Question, value: Any, words: Catalogue) -> str:
    if isinstance(question.kind, Choice):
        return words.say(f"choices.{question.kind.group}.{value}")
    if isinstance(value, date):
        return f"{value.day} {words.say(f'terms.month.{value.month}')} {value.year}"
    return str(value)


def rows_added(words: Catalogue) -> dict[str, list[str]]:
    asked = MEETING.sheet("action_points").questions
    return {str(LIST): [as_typed(question, ADDED[question.key], words) for question in asked]}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], bytes]:
    """Each form in each language, filled in through LibreOffice."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("forms")
    made = {}
    for form in (FRAME, MEETING):
        for words in map(catalogue, LANGUAGES):
            blank = folder / f"{form.key}-{words.language}.docx"
            blank.write_bytes(form_document(form, words))
            made[form.key, words.language] = {
                "blank": str(blank),
                "saved": str(folder / f"saved-{blank.name}"),
                "typed": dict(typed(form, words)),
                "added": rows_added(words) if form is MEETING else {},
            }
    asked = json.dumps({"soffice": soffice, "forms": [*made.values()]})
    subprocess.run([python, str(SCRIPT)], input=asked, text=True, timeout=TIME_LIMIT, check=True)
    return {key: Path(str(form["saved"])).read_bytes() for key, form in made.items()}


@every_form
@every_language
def test_every_answer_that_was_typed_or_chosen_is_read(
    form: Form, language: str, saved: Mapping[tuple[str, str], bytes], tmp_path: Path
) -> None:
    result = arrived(tmp_path, {"form.docx": saved[form.key, language]})
    expected = answers(form)
    if form is MEETING:
        expected["action_points"].append(ADDED)
    assert {key: [dict(told(row)) for row in rows] for key, rows in only(result).sheets.items()} == expected
    assert keys(result) == []
    assert only(result).language == language


@every_language
def test_the_rows_keep_the_numbers_they_were_typed_in(
    language: str, saved: Mapping[tuple[str, str], bytes], tmp_path: Path
) -> None:
    rows = only(arrived(tmp_path, {"form.docx": saved[MEETING.key, language]})).sheets["action_points"]
    assert [row.place.line for row in rows] == [2, 4, 7]


@every_form
@every_language
def test_a_form_that_was_only_opened_and_saved_is_read_the_same(form: Form, language: str, tmp_path: Path) -> None:
    blank, filled = tmp_path / "blank.docx", tmp_path / "filled.docx"
    blank.write_bytes(form_document(form, catalogue(language)))
    filled.write_bytes(form_document(form, catalogue(language), answers(form)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [require("soffice"), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    command = [*convert, "--outdir", str(tmp_path / "saved"), str(blank), str(filled)]
    subprocess.run(command, check=True, capture_output=True, timeout=TIME_LIMIT)
    result = arrived(tmp_path, {path.name: path.read_bytes() for path in (tmp_path / "saved").iterdir()})
    assert {key: [dict(told(row)) for row in rows] for key, rows in only(result).sheets.items()} == answers(form)
    assert keys(result) == ["form_blank"]
