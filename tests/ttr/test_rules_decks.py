"""What the deck of a follow-up still lacks is said once, and only as long as it matters (M14, M92-M94)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.findings import Place, Word
from pipeline.language.catalogue import catalogues
from pipeline.ttr.cases import Case
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import INTRO, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules import broken
from pipeline.ttr.rules_decks import of_deck

DAY = date(2027, 12, 2)
LONG_BEFORE = DAY - timedelta(days=60)
MEETING = Meeting("follow_up_1", DAY, places={"fictional": Place("inbox/programma.xlsx", "Bijeenkomsten", "J3")})
FRAME = FrameOfReference("Meedoen zoals je bent.", ("Naam", "Vraag", "Groep", "Regel"))


def case(code: str, meeting: str | None = "follow_up_1") -> Case:
    return Case(code, {}, meeting=meeting)


def year(*cases: Case, meeting: Meeting = MEETING, today: date | None = LONG_BEFORE) -> TeamYear:
    return TeamYear(Programme(meetings=(meeting,)), cases=cases, frame=FRAME, today=today)


def said(of: TeamYear, meeting: Meeting = MEETING) -> list[str]:
    return [finding.key for finding in of_deck(of, meeting)]


def test_with_a_case_and_a_frame_there_is_nothing_to_say() -> None:
    assert said(year(case("C-2C2C2"))) == []


def test_a_deck_without_a_case_is_noticed_but_held_up_by_nothing() -> None:
    for others in ((), (case("C-2C2C2", None),), (case("C-2C2C2", "follow_up_2"),)):
        [found] = of_deck(year(*others), MEETING)
        assert (found.key, found.stops, found.about) == ("deck_without_case", False, "case")
        assert found.values["meeting"] == Word("terms.meeting.follow_up_1")


def test_an_invented_case_is_said_where_the_lead_allowed_it() -> None:
    meeting = replace(MEETING, fictional=True)
    [found] = of_deck(year(meeting=meeting), meeting)
    assert (found.key, found.stops, found.place.cell) == ("deck_with_invented_case", False, "J3")
    assert said(year(case("C-2C2C2"), meeting=meeting), meeting) == []


def test_a_missing_frame_is_said_beside_it() -> None:
    assert said(replace(year(), frame=None)) == ["deck_without_case", "deck_without_frame"]


def test_two_cases_for_the_meeting_are_left_to_the_rule_about_that() -> None:
    of = year(case("C-2C2C2"), case("C-3D3D3"))
    assert said(of) == []
    assert [finding.key for finding in broken(of, LONG_BEFORE)].count("meeting_with_cases") == 2


@pytest.mark.parametrize("days", [0, 14, 15, 60])
def test_that_there_is_no_case_is_said_once_in_a_run(days: int) -> None:
    today = DAY - timedelta(days=days)
    of = year(today=today)
    keys = [finding.key for finding in (*broken(of, today), *of_deck(of, MEETING))]
    assert sum(keys.count(key) for key in ("meeting_without_case", "deck_without_case")) == 1


def test_a_meeting_that_is_over_or_no_follow_up_is_left_alone() -> None:
    assert said(TeamYear(today=DAY + timedelta(days=1))) == []
    assert said(TeamYear(today=DAY), Meeting(INTRO, DAY)) == []


def test_an_empty_year_is_told_what_is_missing() -> None:
    assert said(TeamYear(), Meeting("follow_up_3")) == ["deck_without_case", "deck_without_frame"]


def test_each_is_said_in_every_language() -> None:
    fictional = replace(MEETING, fictional=True)
    for found in (*of_deck(TeamYear(), MEETING), *of_deck(year(), fictional)):
        for words in catalogues():
            assert words.say("terms.meeting.follow_up_1") in words.problem(found)
            assert words.remedy(found)
