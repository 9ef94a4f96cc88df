"""A form, blank or with answers in it, as the Excel or the Word file it is filled in with (M02, M89, M98)."""

from typing import assert_never

from pipeline.documents.filled_form import FilledForm
from pipeline.forms.questions import Form, Medium
from pipeline.language.catalogue import Catalogue


def blank_form(form: Form, words: Catalogue) -> tuple[str, bytes]:
    """The form in the language of `words`: the name of its file, and the file."""
    return _file(FilledForm(form, words, {}))


def filled_form(content: FilledForm) -> bytes:
    """The file of a form with answers in it."""
    return _file(content)[1]


def _file(content: FilledForm) -> tuple[str, bytes]:
    form, words, told = content.form, content.words, content.told
    match form.medium:
        case Medium.WORKBOOK:
            from pipeline.outbox.forms import workbook as form_workbook  # noqa: PLC0415 - slow to start

            return form_workbook.made_file_name(form, words), form_workbook.form_workbook(form, words, told)
        case Medium.DOCUMENT:
            from pipeline.outbox.forms import document as form_document  # noqa: PLC0415 - slow to start

            return form_document.made_file_name(form, words), form_document.form_document(form, words, told, content.beside)
        case _:
            assert_never(form.medium)
