"""The form of a follow-up lies ready with what is planned for it, and with nothing else (M94, M101)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.documents.follow_up.meeting_form import meeting_form
from pipeline.forms import MEETING
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.blank_form import filled_form
from pipeline.ttr.programme import Meeting, Programme
from pipeline.ttr.records import TeamYear
from tests import workbooks
from tests.documents.case_stories import case
from tests.documents.held_meetings import year_with_follow_ups
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_which_meeting_its_day_and_the_code_of_its_case(language: str) -> None:
    filled = meeting_form("follow_up_1", year_with_follow_ups(language), catalogue(language))
    assert filled is not None
    assert (filled.form, filled.words.language) == (MEETING, language)
    assert filled.told == {
        "about": [{"meeting": "follow_up_1", "day": date(2027, 12, 9)}],
        "discussion": [{"case": case(language).code}],
    }


def test_what_is_not_known_yet_stays_empty() -> None:
    year = TeamYear(programme=Programme(meetings=(Meeting("follow_up_3"),)))
    filled = meeting_form("follow_up_3", year, catalogue("nl"))
    assert filled is not None
    assert filled.told == {"about": [{"meeting": "follow_up_3"}], "discussion": [{}]}


def test_of_two_cases_for_one_meeting_none_is_filled_in() -> None:
    year = replace(year_with_follow_ups("nl"), cases=(case("nl"), replace(case("nl"), code="C-2A3B4")))
    filled = meeting_form("follow_up_1", year, catalogue("nl"))
    assert filled is not None
    assert list(filled.told["discussion"]) == [{}]


def test_a_meeting_that_is_not_planned_and_the_introductory_session_have_no_form() -> None:
    assert meeting_form("follow_up_1", TeamYear(), catalogue("nl")) is None
    assert meeting_form("intro", year_with_follow_ups("nl"), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_filled_in_is_read_again_and_the_rest_is_asked_for(language: str, tmp_path: Path) -> None:
    filled = meeting_form("follow_up_1", year_with_follow_ups(language), catalogue(language))
    assert filled is not None
    received = workbooks.arrived(tmp_path, {"formulier.docx": filled_form(filled)})
    [answers] = received.forms
    assert {key: [workbooks.told(row) for row in answers.sheets[key]] for key in filled.told} == filled.told
    assert set(workbooks.keys(received)) == {"word_answer_missing"}


def test_it_is_valid_and_accessible_and_takes_two_pages(tmp_path: Path) -> None:
    paths = []
    for language in LANGUAGES:
        filled = meeting_form("follow_up_1", year_with_follow_ups(language), catalogue(language))
        assert filled is not None
        paths.append(tmp_path / f"meeting-form-{language}.docx")
        paths[-1].write_bytes(filled_form(filled))
    assert complaints(paths) == []
    assert [len(pictures(pdf, tmp_path)) for pdf in pdfs(paths, tmp_path / "seen")] == [2, 2, 2]
