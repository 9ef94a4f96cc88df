"""All that a form with texts says but for its release: a draft may lie beside what became of it."""

from collections.abc import Hashable

from pipeline.anonymise.told_texts import story
from pipeline.forms.questions import Sheet
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.inbox.answers import Answers, Given, Row
from pipeline.inbox.personal import Personal


def all_said(answers: Answers) -> Hashable:
    """Equal for forms that say the same, however their lines are spaced."""
    return tuple(_rows(answers, sheet) for sheet in answers.form.sheets if sheet.key != RELEASE_SHEET.key)


def _rows(answers: Answers, sheet: Sheet) -> tuple[Hashable, ...]:
    given_rows = answers.sheets.get(sheet.key, ())
    rows = (tuple(_value(row, question.key) for question in sheet.questions) for row in given_rows)
    return tuple(row for row in rows if any(value is not None for value in row))


def _value(row: Row, question: str) -> Given | None:
    answer = row.answers.get(question)
    value = answer.value if answer else None
    if not isinstance(value, Personal):
        return value
    text = story(value)
    return Personal(text) if text else None
