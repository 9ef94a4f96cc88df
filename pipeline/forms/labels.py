"""Where the words of a form stand in the catalogues."""

from pipeline.forms.questions import Form, Question, Sheet
from pipeline.forms.releases import RELEASE_SHEET


def words_of(form: Form, sheet: Sheet) -> str:
    """The key under which the words of a sheet stand; a sheet that several forms have says the same in each."""
    return f"forms.{sheet.key}" if sheet == RELEASE_SHEET else f"forms.{form.key}.{sheet.key}"


def label_of(form: Form, sheet: Sheet, question: Question) -> str:
    """The key of a question as the form puts it."""
    return f"{words_of(form, sheet)}.{question.key}.label"
