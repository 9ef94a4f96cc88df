"""What the invented team writes in its year: every form as `FilledForm` takes it, in all three languages.

The team, its programme and its cases stand in `tests.sample` and `tests.case_forms`; here is what comes of them. Its
texts name nobody. In the boxes for names there are names, for these boxes never pass the door.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pipeline.forms.frame import CONDITION_QUESTIONS
from tests import sample
from tests.year import (
    conditions_de,
    conditions_en,
    conditions_nl,
    frames_de,
    frames_en,
    frames_nl,
    lessons_de,
    lessons_en,
    lessons_nl,
    meetings_de,
    meetings_en,
    meetings_nl,
)

Row: TypeAlias = Mapping[str, str | int | date]
Told: TypeAlias = Mapping[str, Sequence[Row]]

LANGUAGES = ("nl", "en", "de")
FIRST_AGREED, SECOND_AGREED = date(2027, 9, 30), date(2028, 2, 17)
FIRST_DAY, SECOND_DAY = date(2027, 12, 2), date(2028, 2, 3)
FIRST_DUE = (date(2027, 12, 17), date(2028, 3, 10), date(2028, 1, 21))
SECOND_DUE = (date(2028, 3, 2), date(2028, 3, 16), date(2028, 2, 10))
THIRD_DAY, THIRD_DUE = date(2028, 4, 13), (date(2028, 6, 1), date(2028, 5, 18))
ADDED_DUE = date(2028, 2, 17)
STATES = ("done", "busy", "open")
"""How the points of follow-up 1 stand when follow-up 2 begins; the last one is late by then."""

_FRAMES = {"nl": frames_nl, "en": frames_en, "de": frames_de}
_MEETINGS = {"nl": meetings_nl, "en": meetings_en, "de": meetings_de}
_CONDITIONS = {"nl": conditions_nl, "en": conditions_en, "de": conditions_de}
_LESSONS = {"nl": lessons_nl, "en": lessons_en, "de": lessons_de}
_RELEASED = {"release": [{"release": "yes"}]}


@dataclass(frozen=True, slots=True)
class YearTexts:
    """The forms of the year. The short frame and the full one are as short and as long as a frame may be.

    `action_list` is the list as it comes back before follow-up 2, with a point that the team lead added.
    """

    frame: Told
    new_frame: Told
    short_frame: Told
    full_frame: Told
    long_frame: Told
    conditions: Told
    first_meeting: Told
    second_meeting: Told
    third_meeting: Told
    action_list: Told
    lessons: Told


def year_texts(language: str) -> YearTexts:
    """All forms in this language."""
    frames, meetings = _FRAMES[language], _MEETINGS[language]
    ending = {"condition_4": frames.FULL["condition_4"] + frames.EXTRA}
    return YearTexts(
        frame_form(frames.FIRST),
        frame_form(frames.SECOND, 2, SECOND_AGREED),
        frame_form(frames.SHORT),
        frame_form(frames.FULL),
        frame_form({**frames.FULL, **ending}),
        _conditions(language),
        _first_meeting(meetings.FIRST, meetings.FIRST_POINTS),
        _second_meeting(meetings.SECOND, meetings.SECOND_POINTS),
        _third_meeting(meetings.THIRD, meetings.THIRD_POINTS),
        _action_list(language),
        {"about": [_LESSONS[language].ABOUT], "lessons": [_LESSONS[language].LESSONS], **_RELEASED},
    )


def frame_form(texts: Mapping[str, str], version: int = 1, agreed_on: date = FIRST_AGREED) -> Told:
    """The form with a frame of reference in it, agreed and released."""
    leads = {"author_1": sample.TEAM[0].name, "author_2": sample.TEAM[1].name}
    agreement = {"version": version, "agreed": "yes", "agreed_on": agreed_on, **leads}
    return {"frame": [texts], "agreement": [agreement], **_RELEASED}


def with_case(meeting: Told, code: str) -> Told:
    """The meeting form with the code of the case that was discussed."""
    [discussion] = meeting["discussion"]
    return {**meeting, "discussion": [{**discussion, "case": code}]}


def _first_meeting(discussion: Row, points: Sequence[Row]) -> Told:
    about: Row = {
        "meeting": "follow_up_1",
        "day": FIRST_DAY,
        "present": 11,
        "moderator": "Emre Yıldız",
        "author": "Fatima Bouzid",
    }
    return _meeting(about, {**discussion, **_used(1, 2)}, _dated(points, FIRST_DUE))


def _second_meeting(discussion: Row, points: Sequence[Row]) -> Told:
    about: Row = {
        "meeting": "follow_up_2",
        "day": SECOND_DAY,
        "present": 10,
        "moderator": "Dewi Pattiasina",
        "author": "Joost van der Meer",
    }
    return _meeting(about, {**discussion, **_used(1, 3)}, _dated(points, SECOND_DUE))


def _third_meeting(discussion: Row, points: Sequence[Row]) -> Told:
    """That of the situation which the deck reads out, for no case of the team's own was chosen."""
    about: Row = {
        "meeting": "follow_up_3",
        "day": THIRD_DAY,
        "present": 12,
        "moderator": "Kwame Boateng",
        "author": "Fatima Bouzid",
    }
    return _meeting(about, {**discussion, **_used(1, 4)}, _dated(points, THIRD_DUE))


def _meeting(about: Row, discussion: Row, points: Sequence[Row]) -> Told:
    return {"about": [about], "discussion": [discussion], "action_points": points, **_RELEASED}


def _used(*numbers: int) -> dict[str, str]:
    return {key: "yes" if number in numbers else "no" for number, key in enumerate(CONDITION_QUESTIONS, 1)}


def _dated(points: Sequence[Row], due: Sequence[date]) -> list[Row]:
    return [{**point, "due": day, "state": "open"} for point, day in zip(points, due, strict=True)]


def _action_list(language: str) -> Told:
    meetings = _MEETINGS[language]
    agreed = [
        {"number": f"1.{number}", "meeting": "follow_up_1", **point, "state": state}
        for number, (point, state) in enumerate(zip(_dated(meetings.FIRST_POINTS, FIRST_DUE), STATES, strict=True), 1)
    ]
    added = {**meetings.ADDED_POINT, "due": ADDED_DUE, "state": "open"}
    return {"actions": [*agreed, added], **_RELEASED}


def _conditions(language: str) -> Told:
    given = _CONDITIONS[language]
    questions = ("concepts", *CONDITION_QUESTIONS)
    individual = [
        {"participant": person.name, **_filled(questions, texts)}
        for person, texts in zip(sample.TEAM, given.INDIVIDUAL, strict=True)
    ]
    groups = [{"group": number, **_filled(CONDITION_QUESTIONS, texts)} for number, texts in enumerate(given.GROUPS, 1)]
    return {"individual": individual, "groups": groups, **_RELEASED}


def _filled(questions: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    return {question: text for question, text in zip(questions, texts, strict=True) if text}
