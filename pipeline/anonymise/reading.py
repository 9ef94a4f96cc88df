"""Small questions to what came in, asked the same way everywhere in the door."""

from collections.abc import Iterator
from typing import TypeVar

from pipeline.findings import Place
from pipeline.forms.questions import Address, Form, Name
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.inbox.personal import Personal

T = TypeVar("T")


def given(row: Row, question: str, kind: type[T]) -> T | None:
    """The answer to `question`, when there is one of this kind."""
    answer = row.answers.get(question)
    value = answer.value if answer else None
    return value if isinstance(value, kind) else None


def closed(row: Row, question: str) -> Personal | None:
    """The closed text that answers `question`; one without a sign in it is none."""
    return given(row, question, Personal) or None


def copies(received: Received, form: Form) -> tuple[Answers, ...]:
    """The copies of a form that came in, each content once: a file that lies there twice says nothing new."""
    first: dict[str, Answers] = {}
    for answers in received.of(form):
        first.setdefault(answers.digest, answers)
    return tuple(first.values())


def rows(received: Received, form: Form, sheet: str) -> Iterator[Row]:
    """The rows of a sheet in all copies of a form."""
    for answers in copies(received, form):
        yield from answers.sheets.get(sheet, ())


def first_row(answers: Answers, sheet: str) -> Row:
    """The first row of a sheet, which holds all answers of a sheet of fields; one without answers where it is gone."""
    return next(iter(answers.sheets.get(sheet, ())), Row({}, answers.place))


def spot(place: Place) -> str:
    """A place in one line, for a finding that names a second one."""
    line = str(place.line) if place.line else ""
    return ", ".join(part for part in (place.file, place.sheet, place.cell, line) if part)


def place_of(row: Row, question: str) -> Place:
    """Where the answer to `question` stands, or the row without one."""
    answer = row.answers.get(question)
    return row.place if answer is None else answer.place


def names_in(received: Received) -> Iterator[Personal]:
    """Every name that stands in an answer for a name, in whatever form."""
    yield from _closed_answers(received, Name)


def addresses_in(received: Received) -> Iterator[Personal]:
    """Every address that stands in an answer for one."""
    yield from _closed_answers(received, Address)


def beside_scores(received: Received) -> Iterator[Personal]:
    """Every code, address and name by which scores came in."""
    yield from (who for scores in received.scores for row in scores.rows for who in row.who)


def _closed_answers(received: Received, kind: type[Name] | type[Address]) -> Iterator[Personal]:
    for answers in received.forms:
        for sheet in answers.form.sheets:
            asked = [question.key for question in sheet.questions if isinstance(question.kind, kind)]
            for row in answers.sheets.get(sheet.key, ()):
                yield from (text for question in asked if (text := closed(row, question)))
