"""The next year begins with the plan, the frame, what waits and what was learned, and with nobody (M104-M109)."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.cases import CaseProgress, CaseState
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.next_year import Instead, carried, year_after
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import Break, HandOut, Lead, Meeting, Mode, Programme, Walk, YearType
from pipeline.ttr.records import TeamYear

INSTEAD = Instead("een collega", "de casus")
CODE, CASE = "KTM-473", "C-7K4M2"
OLD = Programme(
    team="Jaar 1",
    institution="Hogeschool Waterkant",
    name="Verpleegkunde",
    academic_year="2027-2028",
    first_teaching_day=date(2027, 9, 6),
    language="nl",
    year_type=YearType.FIRST,
    staff=24,
    leads=(Lead(CODE), Lead(None)),
    focus=("gender", "language"),
    asked_walk=Walk.ONESELF,
    trust=True,
    leads_apart=True,
    region="nl_noord",
    meetings=(
        Meeting("intro", date(2027, 9, 23), time(13), 110, Mode.OFFLINE, "B2.14", None, Lead(CODE)),
        Meeting(
            "follow_up_1",
            date(2027, 12, 9),
            time(15),
            40,
            None,
            "B2.14",
            "teamoverleg",
            hand_out=HandOut.BEFORE,
            fictional=True,
        ),
    ),
    breaks=(Break(date(2027, 10, 18), date(2027, 10, 22)),),
)
YEAR = TeamYear(OLD, participants=(Participant(CODE),), case_progress=(CaseProgress(CASE, CaseState.DISCUSSED),))


def points(*told: ActionPoint) -> tuple[ActionPoint, ...]:
    return carried(replace(YEAR, action_points=told), INSTEAD).action_points


def who(told: str | None) -> str | None:
    [point] = points(ActionPoint("1.1", "Iets doen", "follow_up_1", told))
    return point.who


def test_the_plan_goes_along_without_days_people_rooms_and_what_was_agreed_for_that_year() -> None:
    assert carried(YEAR, INSTEAD).programme == Programme(
        team="Jaar 1",
        institution="Hogeschool Waterkant",
        name="Verpleegkunde",
        academic_year="2028-2029",
        language="nl",
        year_type=YearType.LATER,
        staff=24,
        focus=("gender", "language"),
        asked_walk=Walk.ONESELF,
        region="nl_noord",
        meetings=(
            Meeting("intro", None, time(13), 110, Mode.OFFLINE),
            Meeting("follow_up_1", None, time(15), 40, None, None, "teamoverleg", None, HandOut.BEFORE),
        ),
    )


def test_nobody_no_case_and_nothing_scored_goes_along() -> None:
    begun = carried(YEAR, INSTEAD)
    assert begun == TeamYear(programme=begun.programme)


@pytest.mark.parametrize(
    ("year", "following"),
    [("2027-2028", "2028-2029"), ("2099-2100", "2100-2101"), (None, None), ("2027", None), ("", None)],
)
def test_the_academic_year_is_the_one_that_follows(year: str | None, following: str | None) -> None:
    assert year_after(year) == following


def test_what_waits_goes_along_as_points_of_no_meeting_with_the_day_they_were_due() -> None:
    late = date(2028, 1, 20)
    told = (
        ActionPoint("1.1", "De studiegids aanvullen", "follow_up_1", "teamleiders"),
        ActionPoint("1.2", "Gesprekken aanbieden", "follow_up_1", "begeleiders", None, ActionState.DONE),
        ActionPoint("2.1", "Een kast inrichten", "follow_up_2", None, None, ActionState.DROPPED),
        ActionPoint("L.4", "Regels uitleggen", None, "docenten", late, ActionState.BUSY),
    )
    assert points(*told) == (
        ActionPoint("L.1", "Regels uitleggen", None, "docenten", late, ActionState.BUSY),
        ActionPoint("L.2", "De studiegids aanvullen", None, "teamleiders", None),
    )


@pytest.mark.parametrize("role", ["teamleiders", "HR", "docenten van blok 301", "de OC", "VPK-team"])
def test_a_role_stays(role: str) -> None:
    assert who(role) == role


@pytest.mark.parametrize("code", [CODE, "ktm473", "KTM 473", "KTM-473 en BWP-884", "KTM-473, FQK-615", "XRT-2938"])
def test_a_code_of_the_old_year_means_nothing_any_more(code: str) -> None:
    assert who(code) is None


def test_a_role_beside_a_code_stays() -> None:
    assert who("teamleider en KTM-473") == "teamleider en een collega"


@pytest.mark.parametrize("code", [CODE, "ktm-473", "KTM473", "KTM\u2011473"])
def test_no_text_holds_a_code_of_the_old_year(code: str) -> None:
    text = f"Vraag {code} naar {CASE}, voor VPK-201."
    freed = "Vraag een collega naar de casus, voor VPK-201."
    agreed = FrameOfReference(freed, (freed, "Twee", freed, "Vier"), 3, agreed=True, agreed_on=date(2027, 10, 14))
    frame = replace(agreed, definition=text, conditions=(text, "Twee", text, "Vier"), authors=(Lead(CODE),))
    learned = LessonsLearned("2027-2028", text, text, text, text, text)
    lessons = replace(learned, recipient="de opleidingsmanager", cases_for_management=True)
    year = replace(YEAR, frame=frame, lessons=lessons, action_points=(ActionPoint("1.1", text, "follow_up_1"),))
    begun = carried(year, INSTEAD)
    assert begun.frame == agreed
    assert begun.former_lessons == LessonsLearned("2027-2028", freed, freed, freed, freed, freed)
    assert [point.what for point in begun.action_points] == [freed]


def test_lessons_that_do_not_tell_their_year_are_those_of_the_old_one() -> None:
    begun = carried(replace(YEAR, lessons=LessonsLearned(None, "Iets")), INSTEAD)
    assert begun.former_lessons == LessonsLearned("2027-2028", "Iets")
    assert begun.lessons is None


@given(st.lists(st.sampled_from(ActionState), max_size=12))
def test_nothing_that_waits_is_lost_and_each_has_a_number_of_its_own(states: list[ActionState]) -> None:
    told = [ActionPoint(f"1.{at}", f"Stap {at}", "follow_up_1", state=state) for at, state in enumerate(states, 1)]
    found = points(*told)
    assert [point.what for point in found] == [point.what for point in told if point.state.waits]
    assert [point.number for point in found] == [f"L.{at}" for at in range(1, len(found) + 1)]


@given(st.text(max_size=60))
def test_a_text_without_a_code_stays_as_it_is(text: str) -> None:
    year = replace(YEAR, participants=(), case_progress=(), action_points=(ActionPoint("1.1", text, "follow_up_1"),))
    assert carried(year, INSTEAD).action_points[0].what == text
