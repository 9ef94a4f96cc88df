"""The overview says what is in, from whom something is awaited, and by when (M04, G30-G32)."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.findings import Place
from pipeline.ttr.cases import Case, CaseProgress, CaseState
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import HandOut, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import (
    CaseCounts,
    HandOutStatus,
    Keeping,
    Role,
    SignUps,
    Status,
    Timing,
    ToMend,
    status,
)

TODAY = date(2027, 11, 1)
FIRST, SECOND = date(2027, 12, 9), date(2028, 2, 17)
PROGRAMME = Programme(
    academic_year="2027-2028",
    meetings=(
        Meeting("intro", date(2027, 9, 23)),
        Meeting("follow_up_1", FIRST),
        Meeting("follow_up_2", SECOND, hand_out=HandOut.DURING),
        Meeting("follow_up_3"),
    ),
)
CHOSEN = Case("C-1A2B3", {"problem": "x"}, meeting="follow_up_1")
PROGRESS = tuple(
    CaseProgress(
        f"C-{number}A2B3", state, "follow_up_1" if state is CaseState.CHOSEN else None, Place(f"inbox/{state}")
    )
    for number, state in enumerate(CaseState)
)


def seen(today: date = TODAY, *cases: Case) -> tuple[HandOutStatus, ...]:
    return status(TeamYear(programme=PROGRAMME, cases=cases), today).hand_outs


def test_each_case_tells_its_state_and_who_is_awaited() -> None:
    cases = status(TeamYear(case_progress=PROGRESS), TODAY).cases
    assert {one.state: one.awaited_from for one in cases} == {
        CaseState.TO_MEND: Role.AUTHOR,
        CaseState.TO_REVIEW: Role.TEAM_LEAD,
        CaseState.IN_REVIEW: Role.TEAM_LEAD,
        CaseState.RELEASED: Role.TEAM_LEAD,
        CaseState.CHOSEN: None,
        CaseState.DISCUSSED: None,
    }
    assert [one.place.file for one in cases] == [one.place.file for one in PROGRESS]


def test_cases_are_counted_by_how_far_they_came_each_with_those_that_came_further() -> None:
    assert status(TeamYear(case_progress=PROGRESS), TODAY).case_counts == CaseCounts(6, 5, 3, 1)
    assert status(TeamYear(), TODAY).case_counts == CaseCounts()


def test_each_follow_up_tells_its_case_and_by_when_it_is_handed_out() -> None:
    first, second, third = seen(TODAY, CHOSEN)
    assert first == HandOutStatus("follow_up_1", FIRST, date(2027, 12, 2), Timing.BEFORE, ("C-1A2B3",))
    assert second == HandOutStatus("follow_up_2", SECOND, SECOND, Timing.DURING)
    assert third == HandOutStatus("follow_up_3", None, None, Timing.OPEN)


@pytest.mark.parametrize(
    ("today", "timing"),
    [
        (date(2027, 12, 2), Timing.BEFORE),
        (date(2027, 12, 3), Timing.LATE),
        (FIRST, Timing.LATE),
        (date(2027, 12, 10), Timing.OVER),
    ],
)
def test_the_day_decides_whether_it_is_late_or_over(today: date, timing: Timing) -> None:
    assert seen(today)[0].timing is timing


def test_two_cases_for_one_meeting_are_both_told() -> None:
    other = Case("C-9Z8Y7", {"problem": "y"}, meeting="follow_up_1")
    assert seen(TODAY, CHOSEN, other)[0].codes == ("C-1A2B3", "C-9Z8Y7")


def test_it_tells_how_long_things_are_kept() -> None:
    last = date(2028, 8, 31)
    for today, expired in ((TODAY, False), (last, False), (date(2028, 9, 1), True)):
        assert status(TeamYear(programme=PROGRAMME), today).keeping == Keeping(last, expired)


def test_sign_ups_are_set_against_the_staff_of_year_1_with_mentors_apart() -> None:
    roles = ("teacher", "team_lead", None, "management", "mentor")
    people = tuple(Participant(f"KTM-{number}", role) for number, role in enumerate(roles, 473))
    year = TeamYear(programme=replace(PROGRAMME, staff=6), participants=people)
    assert status(year, TODAY).sign_ups == SignUps(4, 6, 1)
    assert status(year, TODAY).sign_ups.percent == 66


@pytest.mark.parametrize("staff", [None, 0])
def test_without_the_number_of_staff_there_is_no_share(staff: int | None) -> None:
    assert SignUps(4, staff).percent is None


def test_forms_to_mend_are_told_as_they_are_given() -> None:
    given = [ToMend("case", 2), ToMend("sign_up", 1, "aanmelding.xlsx")]
    assert status(TeamYear(), TODAY, to_mend=given).to_mend == tuple(given)


def test_of_an_empty_folder_nothing_is_known() -> None:
    assert status(TeamYear(), TODAY) == Status(TODAY)
