"""What a team wrote for its documents: frame, meetings, action points, wordings, lessons; each with what it is for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from pipeline.anonymise.prose import lines_of, plain_text
from pipeline.anonymise.reading import closed, copies
from pipeline.forms import ACTION_LIST, CONDITIONS_TABLE, FRAME, LESSONS, MEETING
from pipeline.forms.questions import Designation, Form, Prose, Question
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogues
from pipeline.language.guessing import guessed_language

FORMS_OF_TEXTS: tuple[Form, ...] = (FRAME, MEETING, ACTION_LIST, CONDITIONS_TABLE, LESSONS)

_NOT_SEARCHED = frozenset({"case", "number"})
"""Which case and which action point is meant: a code or a number is read there, and the text itself goes nowhere."""

_FEWEST_TEXTS = 3
"""A sentence or two may seem to be in another language."""

_BETWEEN = re.compile(r"[,;\n\u2022]")


class Manner(Enum):
    """What a text is for."""

    AGREEMENT = "agreement"  # what holds for everybody: a frame of reference, a wording of a condition
    ACCOUNT = "account"  # what happened, and what somebody is going to do
    ROLE = "role"  # who: a role or a code, and nothing else


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """One text in its language, whichever the form is in; it may name somebody."""

    content: str
    language: str
    manner: Manner


def told_in(received: Received, language: str) -> tuple[Told, ...]:
    """All that is to be searched, each text once; `language` serves for a form that does not tell its own."""
    forms = (answers for form in FORMS_OF_TEXTS for answers in copies(received, form))
    return tuple(dict.fromkeys(told for answers in forms for told in _told_of(answers, language_of(answers, language))))


def language_of(answers: Answers, otherwise: str) -> str:
    """The language in which somebody filled in a form, whichever the form itself is in: most of its texts tell it."""
    asked_in = answers.language or otherwise
    texts = [told.content for told in _told_of(answers, asked_in) if told.manner is not Manner.ROLE]
    guesses = Counter(guessed_language(text, asked_in) for text in texts)
    return next(
        (language for language, times in guesses.items() if 3 * times > 2 * max(len(texts), _FEWEST_TEXTS)), asked_in
    )


def told(answers: Answers, row: Row, key: str, language: str) -> tuple[Told, ...]:
    """What answers the question of this key, in the `language_of` the form: one text, several of one cell, or none."""
    asked = (one for sheet in answers.form.sheets for one in sheet.questions if one.key == key)
    return _told(answers, row, next(asked), language)


def story(text: Personal | None) -> str:
    """A text with its lines, but for those with counts that we print below a question of the year form.

    They stand among the answers where somebody pasted the form elsewhere and its tables got lost.
    """
    return "\n".join(line for line in lines_of(text).split("\n") if not line.startswith(_beside()))


def _told_of(answers: Answers, language: str) -> Iterator[Told]:
    for sheet in answers.form.sheets:
        asked = [one for one in sheet.questions if _is_told(one)]
        for row in answers.sheets.get(sheet.key, ()):
            for question in asked:
                yield from _told(answers, row, question, language)


def _told(answers: Answers, row: Row, question: Question, language: str) -> tuple[Told, ...]:
    manner = _manner(answers.form, question)
    texts = _pieces(question, closed(row, question.key))
    return tuple(Told(text, language, manner) for text in texts if text)


def _is_told(question: Question) -> bool:
    return isinstance(question.kind, Prose | Designation) and question.key not in _NOT_SEARCHED


def _manner(form: Form, question: Question) -> Manner:
    if isinstance(question.kind, Designation):
        return Manner.ROLE
    return Manner.AGREEMENT if form in (FRAME, CONDITIONS_TABLE) else Manner.ACCOUNT


def _pieces(question: Question, text: Personal | None) -> Iterable[str]:
    if question.key == "concepts":
        return (plain_text(Personal(one)) for one in _BETWEEN.split(lines_of(text)))
    has_lines = isinstance(question.kind, Prose) and question.kind.story
    return (story(text) if has_lines else plain_text(text),)


@cache
def _beside() -> tuple[str, ...]:
    """How a line with counts begins, in any language."""
    return tuple(words.say("forms.lessons.beside.label") for words in catalogues())
