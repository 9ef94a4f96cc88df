"""The forms that a new year begins with hold what goes along, released, and leave people and days open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import pytest

from pipeline.documents.filled_form import FilledForm
from pipeline.documents.next_year.first_forms import CARRIED, first_forms, next_year_of
from pipeline.forms import ACTION_LIST, FRAME, PROGRAMME
from pipeline.forms.lessons import LESSONS
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from tests.documents import frame_texts
from tests.documents.held_meetings import year_with_follow_ups

RELEASED = [{"release": "yes"}]
PEOPLE = {"lead_1", "lead_2", "moderator", "author_1", "author_2"}
DAYS = {"first_teaching_day", "day", "first_day", "last_day"}


def old_year(language: str = "nl") -> TeamYear:
    lessons = LessonsLearned("2027-2028", awareness="We zien nu meer.\nEn eerder.", next_year="Meer tijd.")
    return replace(year_with_follow_ups(language), frame=frame_texts.frame(language), lessons=lessons)


def forms(year: TeamYear, language: str = "nl") -> Mapping[str, FilledForm]:
    words = catalogue(language)
    return {one.form.key: one for one in first_forms(next_year_of(year, words), words)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_year_leaves_four_forms_in_its_language(language: str) -> None:
    made = forms(old_year(language), language)
    assert tuple(made) == CARRIED == (PROGRAMME.key, FRAME.key, ACTION_LIST.key, LESSONS.key)
    assert {one.words.language for one in made.values()} == {language}


def test_a_year_with_nothing_but_a_plan_leaves_its_plan() -> None:
    year = replace(old_year(), frame=None, action_points=(), lessons=None)
    assert tuple(forms(year)) == (PROGRAMME.key,)
    assert tuple(forms(TeamYear())) == (PROGRAMME.key,)


def test_the_plan_says_what_stays_and_leaves_people_and_days_open() -> None:
    told = forms(old_year())[PROGRAMME.key].told
    [fields] = told["programme"]
    assert fields == {
        "team": "Docententeam leerjaar 1",
        "institution": "Hogeschool Waterkant",
        "programme": "Verpleegkunde",
        "academic_year": "2028-2029",
        "language": "nl",
        "year_type": "later",
        "focus_1": "first_generation",
        "focus_2": "gender",
        "focus_3": "background",
        "walk": "persona",
    }
    assert told["meetings"][1] == {
        "meeting": "follow_up_1",
        "start": time(15),
        "minutes": 40,
        "mode": "offline",
        "regular_meeting": "teamoverleg",
    }
    assert len(told["meetings"]) == 4
    assert "breaks" not in told


def test_no_form_answers_a_question_about_somebody_or_a_day_to_come() -> None:
    for one in forms(old_year()).values():
        asked = {key for rows in one.told.values() for row in rows for key in row}
        assert not asked & (PEOPLE | DAYS)


def test_every_answer_is_to_a_question_of_the_form() -> None:
    for one in forms(old_year()).values():
        for sheet, rows in one.told.items():
            known = {question.key for question in one.form.sheet(sheet).questions}
            assert {key for row in rows for key in row} <= known


def test_the_frame_goes_along_with_its_version_and_what_the_team_agreed_on() -> None:
    frame = frame_texts.frame("nl")
    told = forms(old_year())[FRAME.key].told
    [texts], [agreement] = told["frame"], told["agreement"]
    assert tuple(texts.values()) == tuple(frame.texts)
    assert agreement == {"version": 2, "agreed": "yes", "agreed_on": frame_texts.AGREED_ON}
    assert list(told["release"]) == RELEASED


def test_a_frame_that_nobody_agreed_to_does_not_say_so() -> None:
    for agreed, said in ((False, {"agreed": "no"}), (None, {})):
        frame = replace(frame_texts.frame("nl"), agreed=agreed, agreed_on=None)
        [agreement] = forms(replace(old_year(), frame=frame))[FRAME.key].told["agreement"]
        assert agreement == {"version": 2, **said}


def test_what_waits_stands_in_the_list_without_a_meeting() -> None:
    told = forms(old_year())[ACTION_LIST.key].told
    assert [row["number"] for row in told["actions"]] == ["L.1", "L.2", "L.3", "L.4"]
    assert told["actions"][0] == {
        "number": "L.1",
        "what": "In de eerste les van elk blok uitleggen wat onze regels en afkortingen betekenen",
        "who": "practicumdocenten",
        "due": date(2028, 1, 20),
        "state": "busy",
    }
    assert list(told["release"]) == RELEASED


def test_the_year_form_is_that_of_the_old_year_without_for_whom_the_report_was() -> None:
    told = forms(old_year())[LESSONS.key].told
    assert list(told["about"]) == [{"academic_year": "2027-2028"}]
    assert list(told["lessons"]) == [{"awareness": "We zien nu meer.\nEn eerder.", "next_year": "Meer tijd."}]
    assert list(told["release"]) == RELEASED


def test_a_team_that_chose_no_language_goes_on_in_the_one_it_is_spoken_to() -> None:
    [fields] = forms(TeamYear(Programme(team="Jaar 1")), "de")[PROGRAMME.key].told["programme"]
    assert fields["language"] == "de"
