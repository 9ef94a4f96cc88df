"""A name that stands in every field of every form comes out nowhere."""

import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from pipeline.forms import FORMS
from pipeline.forms.labels import words_of
from pipeline.forms.questions import (
    Address,
    Choice,
    Designation,
    Form,
    Layout,
    Medium,
    Name,
    Names,
    Prose,
    Remark,
    Sheet,
)
from pipeline.language.catalogue import catalogue
from pipeline.outbox.forms.document import form_document
from pipeline.outbox.forms.workbook import form_workbook
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.office.canaries import canaries_in, folded

NAME = "Oyelaran Kanarievogel"
PARTS = ("Oyelaran", "Kanarievogel")
ADDRESS = "o.kanarievogel@waterstad.example"
PERSON = sample.Colleague(NAME, ADDRESS, "teacher")


def everywhere(form: Form) -> bytes:
    """The form with the name wherever somebody could type it, in place of choices and numbers too."""
    words = catalogue("nl")
    if form.medium is Medium.DOCUMENT:
        return form_document(form, words, {sheet.key: [dict.fromkeys(_keys(sheet), NAME)] for sheet in form.sheets})
    book = openpyxl.load_workbook(io.BytesIO(form_workbook(form, words, sample_answers(form))))
    for sheet in form.sheets:
        page = book[words.say(f"{words_of(form, sheet)}.tab")]
        for row in page.iter_rows(min_row=2):
            for cell in row[1 if sheet.layout is Layout.FIELDS else 0 :]:
                if cell.value is not None and not cell.protection.locked:
                    cell.value = NAME
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def sample_answers(form: Form) -> Mapping[str, list[dict[str, str]]]:
    """Something in every question that takes text."""
    return {sheet.key: [_texts(sheet)] for sheet in form.sheets if not sheet.fixed}


def _texts(sheet: Sheet) -> dict[str, str]:
    texts = {
        question.key: ADDRESS if isinstance(question.kind, Address) else NAME
        for question in sheet.questions
        if isinstance(question.kind, Name | Names | Address | Remark | Prose | Designation)
    }
    options = {
        question.key: question.kind.options[0] for question in sheet.questions if isinstance(question.kind, Choice)
    }
    return texts | options


def _keys(sheet: Sheet) -> list[str]:
    return [question.key for question in sheet.questions]


def where_it_is_asked(form: Form) -> bytes:
    """The form with the name in every question that takes text."""
    fill = form_document if form.medium is Medium.DOCUMENT else form_workbook
    return fill(form, catalogue("nl"), sample_answers(form))


def made(team: TeamFolder) -> str:
    said = "".join(team.ttr(*command).output for command in (("check",), ("scan",), ("session-deck", "intro")))
    return said + "".join(team.ttr("--format", "json", "check").output)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("where", [everywhere, where_it_is_asked])
def test_a_name_in_any_field_comes_out_nowhere(form: Form, where: object, tmp_path: Path) -> None:
    assert callable(where)
    team = with_sample(tmp_path)
    (tmp_path / "private" / "sample.key").unlink()
    team.drop("nakomer.xlsx", sample.sign_up_form((PERSON,)))
    team.drop("kanarie.docx" if form.medium is Medium.DOCUMENT else "kanarie.xlsx", where(form))
    said = folded(made(team))
    assert not any(folded(part) in said for part in (*PARTS, ADDRESS))
    for name, content in team.files().items():
        if not name.startswith("to_mend/"):
            assert not canaries_in(content, (*PARTS, ADDRESS)), name
