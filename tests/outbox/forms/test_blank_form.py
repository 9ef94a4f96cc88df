"""Every form lies ready as the file that it is filled in with."""

import io
import zipfile

import pytest

from pipeline.forms import FORMS
from pipeline.forms.questions import Form, Medium
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.blank_form import blank_form

ENDINGS = {Medium.WORKBOOK: ".xlsx", Medium.DOCUMENT: ".docx"}
MAIN_PARTS = {Medium.WORKBOOK: "xl/workbook.xml", Medium.DOCUMENT: "word/document.xml"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_is_a_workbook_or_a_document_and_is_called_so(form: Form, language: str) -> None:
    words = catalogue(language)
    name, content = blank_form(form, words)
    assert name == words.say(f"forms.{form.key}.file") + ENDINGS[form.medium]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert MAIN_PARTS[form.medium] in parts.namelist()
