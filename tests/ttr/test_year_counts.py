"""A year is counted from its records, and what is counted adds up (M104, G18)."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ttr.cases import Case
from pipeline.ttr.follow_ups import ActionPoint, ActionState, HeldMeeting
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.people import ROLES, Participant
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Scores
from pipeline.ttr.wordings import TeamWordings
from pipeline.ttr.year_counts import ActionCounts, Coverage, DiscussedCases, FrameCounts, YearCounts, year_counts

TODAY = date(2028, 2, 20)
PLAN = Programme(
    staff=16,
    meetings=(
        Meeting(INTRO, date(2027, 9, 23)),
        Meeting("follow_up_1", date(2027, 12, 2)),
        Meeting("follow_up_2", date(2028, 2, 3), fictional=True),
        Meeting("follow_up_3"),
    ),
)
FRAME = FrameOfReference("Erbij horen.", ("een", "twee", "drie", "vier"), 2, agreed=True)


def test_of_an_empty_year_nothing_is_known() -> None:
    counts = year_counts(TeamYear())
    assert counts == YearCounts()
    assert (counts.meetings.planned, counts.coverage.average_present, counts.conditions) == (None, None, None)


def test_a_whole_year_is_counted() -> None:
    year = TeamYear(
        PLAN,
        (Participant("KTM-473", "teacher"), Participant("AHR-219", "mentor"), Participant("BWP-884", None)),
        cases=(Case("C-7K4M2", {}, origin="own"),),
        frame=FRAME,
        held=(
            HeldMeeting("follow_up_1", present=11, case="C-7K4M2", conditions=(1, 2)),
            HeldMeeting("follow_up_2", present=8, conditions=(1,)),
        ),
        action_points=(
            ActionPoint("1.1", "een", state=ActionState.DONE),
            ActionPoint("1.2", "twee", due=date(2028, 1, 5)),
            ActionPoint("1.3", "drie", due=date(2028, 4, 5), state=ActionState.BUSY),
        ),
        today=TODAY,
    )
    counts = year_counts(year)
    assert (counts.meetings.planned, counts.meetings.held) == (4, (INTRO, "follow_up_1", "follow_up_2"))
    assert counts.coverage == Coverage(3, 2, 16, (("follow_up_1", 11), ("follow_up_2", 8)))
    assert counts.coverage.average_present == 10
    assert counts.actions == ActionCounts(done=1, busy=1, open=1, late=1)
    assert (counts.actions.total, counts.actions.waiting) == (3, 2)
    assert counts.cases == DiscussedCases(own=1, invented=1)
    assert counts.conditions == (2, 1, 0, 0)
    assert counts.frame == FrameCounts(2, agreed=True)


@pytest.mark.parametrize(
    ("came", "held"),
    [
        ({}, False),
        ({"scores": Scores((), ())}, True),
        ({"wordings": TeamWordings()}, True),
        ({"frame": FRAME}, True),
        ({"today": date(2027, 9, 23)}, False),
        ({"today": date(2027, 9, 24)}, True),
    ],
    ids=["nothing came", "scores", "wordings", "frame", "on its day", "a day later"],
)
def test_the_introductory_session_was_held_when_something_came_of_it_or_its_day_is_over(
    came: dict[str, object], *, held: bool
) -> None:
    year = replace(TeamYear(PLAN), **came)  # type: ignore[arg-type]
    assert (INTRO in year_counts(year).meetings.held) is held


@pytest.mark.parametrize(
    ("meeting", "code", "origin", "expected"),
    [
        ("follow_up_1", "C-7K4M2", "own", DiscussedCases(own=1)),
        ("follow_up_1", "C-7K4M2", None, DiscussedCases(own=1)),
        ("follow_up_1", "C-7K4M2", "fictional", DiscussedCases(invented=1)),
        ("follow_up_1", "C-2A3B4", "own", DiscussedCases(unknown=1)),
        ("follow_up_1", None, "own", DiscussedCases(unknown=1)),
        ("follow_up_2", None, "own", DiscussedCases(invented=1)),
    ],
)
def test_a_case_is_own_invented_or_not_known(
    meeting: str, code: str | None, origin: str | None, expected: DiscussedCases
) -> None:
    case = Case("C-7K4M2", {}, origin=origin)
    assert year_counts(TeamYear(PLAN, cases=(case,), held=(HeldMeeting(meeting, case=code),))).cases == expected


def test_how_many_are_late_is_not_known_without_a_day() -> None:
    points = (ActionPoint("1.1", "een", due=date(2020, 1, 1)),)
    assert year_counts(TeamYear(action_points=points)).actions.late is None
    assert year_counts(TeamYear(action_points=points, today=TODAY)).actions.late == 1


@pytest.mark.parametrize(
    ("present", "average"), [((), None), ((None,), None), ((7,), 7), ((7, 8), 8), ((6, None, 7), 7), ((1, 1, 2), 1)]
)
def test_the_average_is_a_whole_number_over_what_is_known(present: tuple[int | None, ...], average: int | None) -> None:
    there = Coverage(present=tuple(zip(FOLLOW_UPS, present, strict=False)))
    assert there.average_present == average


days = st.none() | st.integers(-90, 90).map(lambda days: TODAY + timedelta(days))
held_ones = st.lists(st.sampled_from(FOLLOW_UPS), unique=True).flatmap(
    lambda keys: st.tuples(
        *(
            st.builds(
                HeldMeeting,
                st.just(key),
                present=st.none() | st.integers(1, 60),
                case=st.none() | st.sampled_from(["C-7K4M2", "C-2A3B4", "C-9X9X9"]),
                conditions=st.sets(st.integers(1, 4)).map(lambda used: tuple(sorted(used))),
            )
            for key in keys
        )
    )
)
years = st.builds(
    TeamYear,
    st.none() | st.just(PLAN),
    st.lists(st.builds(Participant, st.just("KTM-473"), st.none() | st.sampled_from(ROLES))).map(tuple),
    cases=st.just((Case("C-7K4M2", {}, origin="own"), Case("C-2A3B4", {}, origin="fictional"))),
    held=held_ones,
    action_points=st.lists(
        st.builds(ActionPoint, st.just("1.1"), st.just("iets"), due=days, state=st.sampled_from(ActionState))
    ).map(tuple),
    today=st.just(TODAY),
)


@given(years)
def test_what_is_counted_adds_up(year: TeamYear) -> None:
    counts = year_counts(year)
    assert counts.actions.total == len(year.action_points)
    assert counts.actions.late is not None
    assert counts.actions.late <= counts.actions.waiting
    assert counts.cases.own + counts.cases.invented + counts.cases.unknown == len(year.held)
    assert len(counts.coverage.present) == len(year.held)
    assert sum(counts.conditions or ()) == sum(len(held.conditions) for held in year.held)
    assert all(count <= len(year.held) for count in counts.conditions or ())
    assert len(counts.meetings.held) == len(year.held) + (INTRO in counts.meetings.held)
    assert (counts.coverage.of_staff or 0) <= (counts.coverage.signed_up or 0) == len(year.participants)
    known = [held.present for held in year.held if held.present is not None]
    if known:
        assert min(known) <= (counts.coverage.average_present or 0) <= max(known)


@given(years)
def test_no_code_and_no_text_is_in_it(year: TeamYear) -> None:
    told = repr(asdict(year_counts(year)))
    assert not any(text in told for text in ("KTM", "C-7", "iets", "Erbij"))
