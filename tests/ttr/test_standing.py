"""Each activity of the year says whether it is done, due or late, and what it waits for, from whom (M20, M102, G31)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from pipeline.ttr.cases import CaseProgress, CaseState
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.people import Participant
from pipeline.ttr.plan import Activity
from pipeline.ttr.programme import FOLLOW_UPS, HandOut, Lead, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Scores
from pipeline.ttr.status import ActivityStatus, Role, Standing, What, status
from pipeline.ttr.wordings import TeamWordings
from tests.ttr.years_so_far import FRAME, KEYS, SOON, made, todays, years

LEAD = Role.TEAM_LEAD
PROGRAMME = Programme(
    academic_year="2027-2028",
    first_teaching_day=date(2027, 8, 30),
    meetings=(
        Meeting("intro", date(2027, 9, 23)),
        Meeting("follow_up_1", date(2027, 12, 9), moderator=Lead("KTM-473")),
        Meeting("follow_up_2", date(2028, 2, 17), hand_out=HandOut.DURING),
        Meeting("follow_up_3", date(2028, 5, 11)),
    ),
)
YEAR = TeamYear(PROGRAMME)
SIGNED_UP = replace(YEAR, participants=(Participant("KTM-473"),))
IN_SEPTEMBER, AFTER_INTRO, IN_NOVEMBER = date(2027, 9, 10), date(2027, 9, 24), date(2027, 11, 22)
AFTER_FIRST = date(2027, 12, 10)


def at(key: str, year: TeamYear, today: date, *done: str) -> ActivityStatus:
    return next(one for one in status(year, today, done).activities if one.row.key == key)


def waits(key: str, year: TeamYear, today: date, *done: str) -> list[tuple[str, Role]]:
    return [(one.what, one.awaited_from) for one in at(key, year, today, *done).missing]


def stands(key: str, year: TeamYear, today: date, *done: str) -> Standing:
    return at(key, year, today, *done).standing


def with_meeting(year: TeamYear, meeting: Meeting) -> TeamYear:
    programme = year.programme or Programme()
    meetings = tuple(meeting if one.key == meeting.key else one for one in programme.meetings)
    return replace(year, programme=replace(programme, meetings=meetings))


def with_case(state: CaseState, meeting: str | None = None) -> TeamYear:
    return replace(YEAR, case_progress=(CaseProgress("C-1A2B3", state, meeting),))


@given(year=years(), today=todays, done=made)
def test_whatever_came_in_the_laws_hold(year: TeamYear, today: date, done: frozenset[str]) -> None:
    for one in status(year, today, done).activities:
        day, standing = one.row.day, one.standing
        assert not (one.missing and standing is Standing.DONE)
        assert standing is Standing.DONE or not one.overtaken
        match standing:
            case Standing.LATE:
                assert day is not None
                assert day < today
                assert one.missing, one
            case Standing.DUE:
                assert day is not None
                assert today <= day <= today + SOON
            case Standing.LATER:
                assert day is not None
                assert day > today + SOON
            case Standing.OPEN:
                assert day is None
            case Standing.DONE:
                pass


@given(year=years(), today=todays, done=made)
def test_what_was_made_or_came_in_is_never_late(year: TeamYear, today: date, done: frozenset[str]) -> None:
    by_key = {one.row.key: one.standing for one in status(year, today, done).activities}
    held = {f"follow_up_{FOLLOW_UPS.index(one.meeting) + 1}" for one in year.held}
    papers = {key for key in done if key.startswith(("prepare_", "hand_out_", "report_", "letters"))} - {
        "prepare_intro"
    }
    for key in (held | papers) & by_key.keys():
        if key != "follow_up":
            assert by_key[key] is Standing.DONE, key


def test_without_a_programme_there_is_no_plan() -> None:
    assert status(TeamYear(), IN_SEPTEMBER).activities == ()


def test_every_row_of_the_plan_has_its_standing() -> None:
    assert {one.row.key for one in status(YEAR, IN_SEPTEMBER).activities} == set(KEYS)


def test_what_is_beside_ttr_is_open_and_misses_nothing() -> None:
    for today in (IN_SEPTEMBER, date(2028, 8, 1)):
        for key in ("dialogue_days", "mentoring"):
            assert at(key, YEAR, today) == ActivityStatus(at(key, YEAR, today).row, Standing.OPEN)


def test_two_weeks_before_its_day_something_is_due_and_the_day_after_it_late() -> None:
    day = at("scan", YEAR, IN_SEPTEMBER).row.day
    assert day is not None
    moments = {15: Standing.LATER, 14: Standing.DUE, 0: Standing.DUE, -1: Standing.LATE}
    assert {ahead: stands("scan", YEAR, day - timedelta(ahead)) for ahead in moments} == moments


def test_before_the_introductory_session_scan_sign_ups_and_letters_are_awaited() -> None:
    assert waits("scan", YEAR, IN_SEPTEMBER) == [(What.SCAN, LEAD)]
    assert waits("prepare_intro", YEAR, IN_SEPTEMBER) == [(What.SIGN_UPS, Role.STAFF)]
    assert waits("letters", YEAR, IN_SEPTEMBER) == [(What.SIGN_UPS, Role.STAFF)]
    assert waits("letters", SIGNED_UP, IN_SEPTEMBER) == [(What.LETTERS, LEAD)]
    assert waits("intro", YEAR, IN_SEPTEMBER) == []
    assert waits("frame", YEAR, IN_SEPTEMBER) == []


def test_each_is_done_once_it_is_in_or_made() -> None:
    assert stands("scan", replace(YEAR, scan=()), IN_SEPTEMBER) is Standing.DONE
    assert stands("prepare_intro", SIGNED_UP, IN_SEPTEMBER) is Standing.DONE
    assert stands("letters", SIGNED_UP, IN_SEPTEMBER, "letters") is Standing.DONE


def test_nobody_is_reminded_of_what_was_for_a_session_that_is_over_but_it_is_not_said_to_be_done() -> None:
    for key in ("scan", "prepare_intro", "letters"):
        one = at(key, YEAR, AFTER_INTRO)
        assert (one.standing, one.overtaken, one.word) == (Standing.DONE, True, "over")
    for key in ("collect_1", "prepare_1", "hand_out_1"):
        assert at(key, YEAR, AFTER_FIRST).overtaken
    assert at("scan", replace(YEAR, scan=()), AFTER_INTRO).word == "done"


@pytest.mark.parametrize(
    "year",
    [
        replace(YEAR, scores=Scores((), ())),
        replace(YEAR, wordings=TeamWordings()),
        replace(YEAR, frame=replace(FRAME, agreed=None)),
    ],
)
def test_the_introductory_session_is_done_once_something_came_of_it(year: TeamYear) -> None:
    assert stands("intro", YEAR, AFTER_INTRO) is Standing.LATE
    assert waits("intro", YEAR, AFTER_INTRO) == [(What.SCORES, LEAD)]
    assert at("intro", year, AFTER_INTRO).word == "done"
    assert at("intro", YEAR, AFTER_FIRST).overtaken


def test_the_frame_is_awaited_after_the_session_and_then_the_agreement_to_it() -> None:
    assert waits("frame", YEAR, date(2027, 9, 23)) == []
    assert waits("frame", YEAR, AFTER_INTRO) == [(What.FRAME_FORM, LEAD)]
    for agreed in (None, False):
        year = replace(YEAR, frame=replace(FRAME, agreed=agreed))
        assert waits("frame", year, AFTER_INTRO) == [(What.AGREEMENT, Role.PARTICIPANTS)]
    assert stands("frame", replace(YEAR, frame=FRAME), AFTER_INTRO) is Standing.DONE
    assert stands("frame", YEAR, AFTER_FIRST) is Standing.LATE


def test_a_frame_that_was_brought_along_is_agreed_to_anew() -> None:
    brought = replace(YEAR, frame=replace(FRAME, agreed_on=date(2026, 10, 8)))
    assert stands("intro", brought, IN_SEPTEMBER) is Standing.DUE
    assert waits("frame", brought, AFTER_INTRO) == [(What.AGREEMENT, Role.PARTICIPANTS)]
    without = replace(brought, programme=replace(PROGRAMME, meetings=PROGRAMME.meetings[1:]))
    assert waits("frame", without, IN_NOVEMBER) == [(What.AGREEMENT, Role.PARTICIPANTS)]
    assert at("frame", without, AFTER_FIRST).overtaken
    again = FrameOfReference(FRAME.definition, FRAME.conditions, agreed=True)
    assert stands("frame", replace(without, frame=again), IN_NOVEMBER) is Standing.DONE


@pytest.mark.parametrize(
    ("state", "awaited"),
    [
        (CaseState.TO_MEND, (What.MENDING, Role.AUTHOR)),
        (CaseState.TO_REVIEW, (What.REVIEW, LEAD)),
        (CaseState.IN_REVIEW, (What.RELEASE, LEAD)),
        (CaseState.RELEASED, (What.CHOICE, LEAD)),
    ],
)
def test_how_far_a_case_has_come_says_what_is_missing(state: CaseState, awaited: tuple[str, Role]) -> None:
    for key in ("collect_1", "hand_out_1"):
        assert waits(key, with_case(state), IN_NOVEMBER) == [awaited]


def test_without_a_case_one_is_awaited_from_the_mentors() -> None:
    assert waits("collect_1", YEAR, IN_NOVEMBER) == [(What.CASE, Role.MENTORS)]
    elsewhere = with_case(CaseState.CHOSEN, "follow_up_2")
    assert waits("collect_1", elsewhere, IN_NOVEMBER) == [(What.CASE, Role.MENTORS)]


def test_of_several_cases_the_one_that_has_come_the_furthest_counts() -> None:
    both = (*with_case(CaseState.TO_MEND).case_progress, *with_case(CaseState.RELEASED).case_progress)
    assert waits("collect_1", replace(YEAR, case_progress=both), IN_NOVEMBER) == [(What.CHOICE, LEAD)]


def test_two_cases_chosen_for_one_meeting_leave_the_choice_open() -> None:
    twice = with_case(CaseState.CHOSEN, "follow_up_1").case_progress * 2
    assert waits("collect_1", replace(YEAR, case_progress=twice), IN_NOVEMBER) == [(What.CHOICE, LEAD)]


@pytest.mark.parametrize("state", [CaseState.CHOSEN, CaseState.DISCUSSED])
def test_with_a_case_chosen_or_discussed_only_the_paper_is_missing(state: CaseState) -> None:
    year = with_case(state, "follow_up_1")
    assert stands("collect_1", year, IN_NOVEMBER) is Standing.DONE
    assert waits("hand_out_1", year, IN_NOVEMBER) == [(What.HANDOUT, LEAD)]
    assert stands("hand_out_1", year, IN_NOVEMBER, "hand_out_1") is Standing.DONE


def test_where_an_invented_case_will_do_none_is_awaited_and_none_is_late() -> None:
    year = with_meeting(YEAR, Meeting("follow_up_1", date(2027, 12, 9), fictional=True))
    assert at("collect_1", year, IN_NOVEMBER).missing == ()
    assert stands("collect_1", year, IN_NOVEMBER) is Standing.DUE
    for key in ("collect_1", "hand_out_1"):
        assert at(key, year, date(2027, 12, 8)).overtaken
    released = replace(year, case_progress=with_case(CaseState.RELEASED).case_progress)
    assert waits("collect_1", released, date(2027, 12, 8)) == [(What.CHOICE, LEAD)]


def test_of_a_later_follow_up_nothing_is_missing_yet() -> None:
    for key in ("collect_2", "prepare_2", "hand_out_2", "follow_up_2", "report_2"):
        assert at(key, YEAR, IN_NOVEMBER).standing is Standing.LATER
        assert at(key, YEAR, IN_NOVEMBER).missing == ()


def test_collecting_that_is_under_way_says_what_is_missing() -> None:
    assert stands("collect_2", YEAR, AFTER_FIRST) is Standing.LATER
    assert waits("collect_2", YEAR, AFTER_FIRST) == [(What.CASE, Role.MENTORS)]


def test_the_deck_is_missing_until_it_is_made() -> None:
    assert waits("prepare_1", YEAR, IN_NOVEMBER) == [(What.DECK, LEAD)]
    assert stands("prepare_1", YEAR, IN_NOVEMBER, "prepare_1") is Standing.DONE
    assert stands("prepare_2", YEAR, IN_NOVEMBER, "prepare_1") is Standing.LATER


def test_after_a_follow_up_its_form_is_awaited_from_the_moderator_or_else_from_the_lead() -> None:
    assert at("follow_up_1", YEAR, date(2027, 12, 9)).missing == ()
    assert at("report_1", YEAR, date(2027, 12, 9)).missing == ()
    for key in ("follow_up_1", "report_1"):
        assert waits(key, YEAR, AFTER_FIRST) == [(What.MEETING_FORM, Role.MODERATOR)]
        unled = with_meeting(YEAR, Meeting("follow_up_1", date(2027, 12, 9)))
        assert waits(key, unled, AFTER_FIRST) == [(What.MEETING_FORM, LEAD)]


def test_a_follow_up_is_done_with_its_form_and_its_report_when_it_is_made() -> None:
    held = replace(YEAR, held=(HeldMeeting("follow_up_1"),))
    assert stands("follow_up_1", held, AFTER_FIRST) is Standing.DONE
    assert waits("report_1", held, AFTER_FIRST) == [(What.REPORT, LEAD)]
    assert stands("report_1", held, AFTER_FIRST, "report_1") is Standing.DONE
    for key in ("collect_1", "prepare_1", "hand_out_1"):
        assert stands(key, held, IN_NOVEMBER) is Standing.DONE


def test_a_report_is_missed_however_late_the_year_is() -> None:
    held = replace(YEAR, held=tuple(HeldMeeting(key) for key in FOLLOW_UPS))
    assert waits("report_1", held, date(2028, 6, 1), "report_2", "report_3") == [(What.REPORT, LEAD)]


def test_the_annual_report_waits_for_the_year_form_and_then_for_being_made() -> None:
    soon, told = date(2028, 6, 15), replace(YEAR, lessons=LessonsLearned("2027-2028"))
    assert waits("annual_report", YEAR, soon) == [(What.YEAR_FORM, LEAD)]
    assert waits("annual_report", YEAR, soon, "annual_report") == [(What.YEAR_FORM, LEAD)]
    assert waits("annual_report", told, soon) == [(What.ANNUAL_REPORT, LEAD)]
    assert stands("annual_report", told, soon, "annual_report") is Standing.DONE


def test_once_the_annual_report_is_there_nobody_is_reminded_of_anything() -> None:
    told = replace(YEAR, lessons=LessonsLearned("2027-2028"))
    found = status(told, date(2028, 6, 30), ("annual_report",)).activities
    beside = (Activity.DIALOGUE_DAYS, Activity.MENTORING)
    assert {one.standing for one in found if one.row.activity not in beside} == {Standing.DONE}


def test_a_meeting_without_a_day_of_its_own_waits_for_one() -> None:
    year = with_meeting(YEAR, Meeting("follow_up_2"))
    assert waits("follow_up_2", year, IN_SEPTEMBER) == [(What.DAY, LEAD)]
    assert waits("report_2", year, IN_SEPTEMBER) == []
    assert waits("report_2", year, date(2028, 4, 30)) == [(What.DAY, LEAD)]
    unknown = TeamYear(Programme(meetings=(Meeting("follow_up_1"),)))
    assert (stands("follow_up_1", unknown, IN_SEPTEMBER)) is Standing.OPEN
    assert waits("follow_up_1", unknown, IN_SEPTEMBER) == [(What.DAY, LEAD)]
