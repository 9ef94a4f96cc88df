"""The forms that a new year begins with, filled in from what the old one leaves (M104-M109).

Only what has passed the door stands in them, and nobody. A text was released and searched in the old year, so it is
released here; what is read from the new folder is searched again, for the new team has other names.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

from pipeline.documents.filled_form import FilledForm
from pipeline.forms import ACTION_LIST, FRAME, PROGRAMME
from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.lessons import LESSONS
from pipeline.forms.questions import YES_NO, Form
from pipeline.forms.releases import RELEASE, RELEASE_SHEET, YES
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionPoint
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.next_year import Instead, carried
from pipeline.ttr.programme import Meeting, Programme
from pipeline.ttr.records import TeamYear

CARRIED = (PROGRAMME.key, FRAME.key, ACTION_LIST.key, LESSONS.key)
"""The forms from which something goes along."""

_Answer: TypeAlias = str | int | date | time
_Row: TypeAlias = Mapping[str, _Answer]

_YES, _NO = YES_NO.options


def next_year_of(year: TeamYear, words: Catalogue) -> TeamYear:
    """The new year as it begins, in the language of `words` where a word stands for a code."""
    return carried(year, Instead(words.say("next.instead.somebody"), words.say("next.instead.case")))


def first_forms(begun: TeamYear, words: Catalogue) -> tuple[FilledForm, ...]:
    """The forms of a year that begins; one with nothing to put in it is left out."""
    return tuple(_forms(begun, words))


def _forms(begun: TeamYear, words: Catalogue) -> Iterator[FilledForm]:
    programme, frame, lessons = begun.programme or Programme(), begun.frame, begun.former_lessons
    meetings = tuple(map(_meeting, programme.meetings))
    yield FilledForm(PROGRAMME, words, {"programme": (_programme(programme, words),), "meetings": meetings})
    if frame is not None:
        yield _released(FRAME, words, frame=(_frame(frame),), agreement=(_agreement(frame),))
    if begun.action_points:
        yield _released(ACTION_LIST, words, actions=tuple(map(_point, begun.action_points)))
    if lessons is not None:
        about = _row(("academic_year", lessons.academic_year))
        texts = _row(*((prompt, lessons.told(prompt)) for prompt in PROMPTS))
        yield _released(LESSONS, words, about=(about,), lessons=(texts,))


def _programme(programme: Programme, words: Catalogue) -> _Row:
    return _row(
        ("team", programme.team),
        ("institution", programme.institution),
        ("programme", programme.name),
        ("academic_year", programme.academic_year),
        ("language", programme.language or words.language),
        ("region", programme.region),
        ("year_type", programme.year_type),
        ("staff", programme.staff),
        *((f"focus_{number}", focus) for number, focus in enumerate(programme.focus, 1)),
        ("walk", programme.asked_walk),
    )


def _meeting(meeting: Meeting) -> _Row:
    return _row(
        ("meeting", meeting.key),
        ("start", meeting.start),
        ("minutes", meeting.minutes),
        ("mode", meeting.mode),
        ("regular_meeting", meeting.regular_meeting),
        ("hand_out", meeting.hand_out),
    )


def _frame(frame: FrameOfReference) -> _Row:
    return _row(("definition", frame.definition), *zip(CONDITION_QUESTIONS, frame.conditions, strict=True))


def _agreement(frame: FrameOfReference) -> _Row:
    agreed = None if frame.agreed is None else _YES if frame.agreed else _NO
    return _row(("version", frame.version), ("agreed", agreed), ("agreed_on", frame.agreed_on))


def _point(point: ActionPoint) -> _Row:
    return _row(
        ("number", point.number), ("what", point.what), ("who", point.who), ("due", point.due), ("state", point.state)
    )


def _released(form: Form, words: Catalogue, **sheets: Sequence[_Row]) -> FilledForm:
    return FilledForm(form, words, {**sheets, RELEASE_SHEET.key: ({RELEASE.key: YES},)})


def _row(*answers: tuple[str, _Answer | None]) -> _Row:
    """What is known, by question; an option by its key."""
    return {question: _plain(answer) for question, answer in answers if answer is not None and answer != ""}


def _plain(answer: _Answer) -> _Answer:
    return answer.value if isinstance(answer, StrEnum) else answer
