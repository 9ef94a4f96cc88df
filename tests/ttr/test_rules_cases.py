"""Which cases are chosen for which meetings: one to a meeting, in time, and for one that is planned (M94, G31, G32)."""

from datetime import date, timedelta

from pipeline.findings import Finding, Place
from pipeline.ttr.cases import Case
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import INTRO, Meeting, Programme
from pipeline.ttr.rules_cases import cases_broken, discussed_before

DAY = date(2027, 12, 2)
PLANNED = Programme(meetings=(Meeting(INTRO, date(2027, 9, 23)), Meeting("follow_up_1", DAY), Meeting("follow_up_2")))


def case(code: str, meeting: str | None = None) -> Case:
    return Case(code, {}, meeting=meeting, place=Place(f"inbox/{code}.docx"))


def broken(*cases: Case, today: date = DAY - timedelta(days=60), programme: Programme = PLANNED) -> list[Finding]:
    return list(cases_broken(cases, programme, today))


def test_one_case_for_each_meeting_is_fine() -> None:
    assert broken(case("C-2C2C2", "follow_up_1"), case("C-3D3D3", "follow_up_2"), case("C-4F4F4")) == []


def test_two_cases_for_one_meeting_stop_both() -> None:
    found = broken(case("C-2C2C2", "follow_up_1"), case("C-3D3D3", "follow_up_1"))
    assert [(one.key, one.stops, one.about, one.place.file) for one in found] == [
        ("meeting_with_cases", True, "review", "inbox/C-2C2C2.docx"),
        ("meeting_with_cases", True, "review", "inbox/C-3D3D3.docx"),
    ]


def test_a_case_for_a_meeting_that_is_not_planned_is_noticed() -> None:
    [found] = broken(case("C-2C2C2", "follow_up_3"))
    assert (found.key, found.stops) == ("case_meeting_unplanned", False)


def test_without_a_plan_nothing_is_unplanned() -> None:
    assert broken(case("C-2C2C2", "follow_up_3"), programme=Programme()) == []


def test_a_follow_up_within_two_weeks_without_a_case_is_noticed() -> None:
    for days in (0, 14):
        [found] = broken(case("C-2C2C2"), today=DAY - timedelta(days=days))
        assert (found.key, found.stops, found.values["day"]) == ("meeting_without_case", False, DAY)
    assert broken(case("C-2C2C2", "follow_up_1"), today=DAY - timedelta(days=3)) == []


def test_a_follow_up_later_on_or_over_is_left_alone() -> None:
    assert broken(today=DAY - timedelta(days=15)) == []
    assert broken(today=DAY + timedelta(days=1)) == []


def test_the_introductory_session_needs_no_case() -> None:
    assert broken(today=date(2027, 9, 22)) == []


def test_a_case_chosen_for_a_later_meeting_than_the_one_it_was_discussed_in_is_noticed() -> None:
    held = (HeldMeeting("follow_up_1", case="C-2C2C2"), HeldMeeting("follow_up_2"))
    [found] = discussed_before((case("C-2C2C2", "follow_up_3"), case("C-3D3D3", "follow_up_3")), held)
    assert (found.key, found.stops, found.values["code"]) == ("case_discussed_before", False, "C-2C2C2")
    assert list(discussed_before((case("C-2C2C2", "follow_up_1"), case("C-2C2C2")), held)) == []
    assert (
        list(discussed_before((case("C-2C2C2", "follow_up_1"),), (HeldMeeting("follow_up_2", case="C-2C2C2"),))) == []
    )
