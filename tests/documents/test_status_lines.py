"""The overview can be read in three languages, and by a program (G30-G32)."""

import json
from dataclasses import replace
from datetime import date

import pytest

from pipeline.documents.status_lines import as_json, lines
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.cases import CaseState
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import HandOutStatus, Keeping, Status, Timing, status
from tests.ttr.test_status import CHOSEN, FIRST, PROGRAMME, PROGRESS, TODAY

YEAR = TeamYear(programme=PROGRAMME, cases=(CHOSEN,), case_progress=PROGRESS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_has_a_line_with_its_code_its_file_and_its_state(language: str) -> None:
    words = catalogue(language)
    told = list(lines(status(YEAR, TODAY), words))
    for one in PROGRESS:
        [line] = [line for line in told if line.startswith(f"  {one.code} ")]
        assert one.place.file in line
    chosen = next(one for one in PROGRESS if one.state is CaseState.CHOSEN)
    assert any(chosen.code in line and words.say("terms.meeting.follow_up_1") in line for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_follow_up_has_a_line_with_its_day_and_the_day_to_hand_out(language: str) -> None:
    words = catalogue(language)
    told = list(lines(status(YEAR, TODAY), words))
    [first] = [line for line in told if line.startswith(f"  {words.say('terms.meeting.follow_up_1')} ")]
    assert words.long_date(FIRST) in first
    assert words.long_date(date(2027, 12, 2)) in first
    assert CHOSEN.code in first
    [third] = [line for line in told if line.startswith(f"  {words.say('terms.meeting.follow_up_3')} ")]
    assert words.say("terms.date_open") in third


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("timing", Timing)
@pytest.mark.parametrize("codes", [(), ("C-1A2B3",), ("C-1A2B3", "C-9Z8Y7")])
def test_every_way_it_can_stand_has_words(language: str, timing: Timing, codes: tuple[str, ...]) -> None:
    overview = Status(TODAY, hand_outs=(HandOutStatus("follow_up_1", FIRST, FIRST, timing, codes),))
    for keeping in (Keeping(None), Keeping(FIRST), Keeping(FIRST, expired=True)):
        told = list(lines(replace(overview, keeping=keeping), catalogue(language)))
        assert all(code in "\n".join(told) for code in codes)
        assert all(line.strip() for line in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_an_empty_folder_it_says_that_nothing_is_there(language: str) -> None:
    words = catalogue(language)
    told = "\n".join(lines(status(TeamYear(), TODAY), words))
    for key in ("case.none", "hand_out.none", "keeping.open"):
        assert words.say(f"status.{key}") in told


def test_a_program_can_read_it() -> None:
    told = json.loads(json.dumps(as_json(status(YEAR, TODAY))))
    assert told["today"] == "2027-11-01"
    awaited = [case["awaited_from"] for case in told["cases"]]
    assert awaited == ["author", "team_lead", "team_lead", "team_lead", None, None]
    assert told["hand_outs"][0] == {
        "meeting": "follow_up_1",
        "day": "2027-12-09",
        "due": "2027-12-02",
        "timing": "before",
        "cases": ["C-1A2B3"],
    }
    assert (told["keep_until"], told["expired"]) == ("2028-08-31", False)
