"""The year plan holds the manual's table, each row on a day that can be kept (M22-M36, G01-G06)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.findings import Place
from pipeline.ttr.plan import Activity, DayRule, Doer, PlanRow, year_plan
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Break, HandOut, Meeting, Programme, YearType
from pipeline.ttr.regions import REGIONS
from pipeline.ttr.working_days import back_to_work, on_to_work, works

PLACE = Place("inbox/programma.xlsx", "Bijeenkomsten", "B2")
DAYS = (date(2027, 9, 23), date(2027, 12, 2), date(2028, 2, 3), date(2028, 4, 13))
HELD = tuple(
    Meeting(key, day, regular_meeting="teamoverleg", places={"day": PLACE})
    for key, day in zip(MEETINGS, DAYS, strict=True)
)
BREAKS = (
    Break(date(2027, 10, 18), date(2027, 10, 22)),
    Break(date(2027, 12, 27), date(2028, 1, 7)),
    Break(date(2028, 4, 24), date(2028, 5, 5)),
)
YEAR = Programme(
    academic_year="2027-2028",
    first_teaching_day=date(2027, 9, 6),
    year_type=YearType.FIRST,
    meetings=HELD,
    breaks=BREAKS,
    region="nl",
)
OPEN = replace(YEAR, meetings=tuple(Meeting(key) for key in MEETINGS))
LATER = replace(YEAR, year_type=YearType.LATER, meetings=HELD[1:])


def rows(programme: Programme) -> dict[str, PlanRow]:
    return {row.key: row for row in year_plan(programme)}


def with_meetings(**days: date | None) -> Programme:
    return replace(YEAR, meetings=tuple(replace(one, day=days.get(one.key, one.day)) for one in HELD))


def test_the_year_of_a_team_stands_as_in_the_manual_with_our_rows_between() -> None:
    assert [(row.key, row.day) for row in year_plan(YEAR)] == [
        ("scan", date(2027, 9, 16)),
        ("letters", date(2027, 9, 16)),
        ("prepare_intro", date(2027, 9, 17)),
        ("intro", date(2027, 9, 23)),
        ("frame", date(2027, 10, 7)),
        ("collect_1", date(2027, 11, 19)),
        ("prepare_1", date(2027, 11, 19)),
        ("hand_out_1", date(2027, 11, 25)),
        ("follow_up_1", date(2027, 12, 2)),
        ("report_1", date(2027, 12, 16)),
        ("collect_2", date(2028, 1, 21)),
        ("prepare_2", date(2028, 1, 21)),
        ("hand_out_2", date(2028, 1, 27)),
        ("follow_up_2", date(2028, 2, 3)),
        ("report_2", date(2028, 2, 17)),
        ("collect_3", date(2028, 3, 31)),
        ("prepare_3", date(2028, 3, 31)),
        ("hand_out_3", date(2028, 4, 6)),
        ("follow_up_3", date(2028, 4, 13)),
        ("report_3", date(2028, 5, 15)),
        ("annual_report", date(2028, 6, 20)),
        ("dialogue_days", None),
        ("mentoring", None),
    ]
    assert {row.key for row in year_plan(YEAR) if row.ours} == {
        *("scan", "letters", "hand_out_1", "hand_out_2", "hand_out_3", "report_3", "dialogue_days", "mentoring")
    }
    assert not any(row.proposed for row in year_plan(YEAR))


def test_each_row_tells_who_does_it() -> None:
    lead = (Doer.TEAM_LEAD,)
    plan = rows(YEAR)
    assert plan["prepare_intro"].doers == (Doer.MANAGEMENT, Doer.TEAM_LEAD)
    assert plan["intro"].doers == (Doer.STAFF, Doer.MANAGEMENT, Doer.TEAM_LEAD)
    assert plan["collect_2"].doers == (Doer.MENTORS, Doer.TEACHERS)
    assert plan["follow_up_3"].doers == (Doer.STAFF, Doer.MANAGEMENT, Doer.TEAM_LEAD)
    assert all(plan[key].doers == lead for key in ("scan", "letters", "frame", "prepare_1", "report_1"))
    assert plan["annual_report"].doers == lead


def test_each_row_tells_how_its_day_was_found_and_from_which_answer() -> None:
    plan = rows(YEAR)
    assert plan["prepare_intro"].rule is DayRule.OPENING_WEEKS
    assert plan["intro"].rule is plan["follow_up_2"].rule is DayRule.PLANNED
    assert plan["letters"].rule is plan["hand_out_1"].rule is DayRule.WEEK_BEFORE
    assert plan["collect_3"].rule is plan["prepare_3"].rule is DayRule.WEEK_AND_A_HALF_BEFORE
    assert plan["frame"].rule is plan["report_3"].rule is DayRule.AFTER_MEETING
    assert plan["annual_report"].rule is DayRule.SPRING_ENDS
    assert plan["dialogue_days"].rule is plan["mentoring"].rule is DayRule.OWN
    assert plan["letters"].place == plan["report_2"].place == PLACE
    assert [key for key, row in plan.items() if row.regular_meeting] == ["intro", *_follow_ups(plan)]


def _follow_ups(plan: dict[str, PlanRow]) -> list[str]:
    return [key for key, row in plan.items() if row.activity is Activity.FOLLOW_UP]


def test_periods_begin_with_teaching_or_the_meeting_before() -> None:
    begins = {key: row.begin for key, row in rows(YEAR).items() if row.begin}
    assert begins == {
        "prepare_intro": date(2027, 9, 6),
        "frame": DAYS[0],
        "collect_1": DAYS[0],
        "report_1": DAYS[1],
        "collect_2": DAYS[1],
        "report_2": DAYS[2],
        "collect_3": DAYS[2],
        "report_3": DAYS[3],
    }
    assert rows(LATER)["collect_1"].begin == YEAR.first_teaching_day


def test_seasons_follow_each_other() -> None:
    seasons = {row.key: row.season for row in year_plan(YEAR)}
    assert seasons["intro"] == seasons["report_1"] == "autumn"
    assert seasons["collect_2"] == seasons["report_2"] == "winter"
    assert seasons["collect_3"] == seasons["annual_report"] == "spring"
    assert seasons["mentoring"] is None


def test_a_case_that_is_handed_out_during_the_meeting_goes_out_on_that_day() -> None:
    during = replace(HELD[1], hand_out=HandOut.DURING)
    row = rows(replace(YEAR, meetings=(HELD[0], during, HELD[2])))["hand_out_1"]
    assert (row.day, row.rule) == (DAYS[1], DayRule.PLANNED)


def test_moving_a_meeting_moves_what_hangs_on_it_and_nothing_else() -> None:
    before, after = rows(YEAR), rows(with_meetings(follow_up_2=date(2028, 2, 10)))
    moved = {key for key in before if before[key].day != after[key].day}
    assert moved == {"collect_2", "prepare_2", "hand_out_2", "follow_up_2", "report_2"}
    a_week = {later - day for key in moved if (day := before[key].day) and (later := after[key].day)}
    assert a_week == {timedelta(weeks=1)}


@pytest.mark.parametrize(
    ("intro", "teaching", "day", "rule"),
    [
        (date(2027, 8, 19), date(2027, 8, 2), date(2027, 9, 21), DayRule.AUTUMN_BEGINS),
        (date(2027, 9, 23), date(2027, 9, 6), date(2027, 10, 7), DayRule.AFTER_MEETING),
        (date(2027, 11, 4), date(2027, 10, 18), date(2027, 11, 18), DayRule.AFTER_MEETING),
        (date(2027, 11, 11), date(2027, 10, 25), date(2027, 11, 18), DayRule.BEFORE_FIRST_CASE),
        (date(2027, 11, 25), date(2027, 10, 25), date(2027, 12, 9), DayRule.AFTER_MEETING),
    ],
)
def test_the_frame_is_there_in_autumn_or_ten_working_days_after_but_before_the_first_case(
    intro: date, teaching: date, day: date, rule: DayRule
) -> None:
    row = rows(replace(with_meetings(intro=intro), first_teaching_day=teaching))["frame"]
    assert (row.day, row.rule, row.begin) == (day, rule, intro)


def test_a_later_year_looks_at_its_frame_before_the_first_case_and_has_no_introductory_session() -> None:
    plan = rows(LATER)
    assert not {"scan", "prepare_intro", "letters", "intro"} & plan.keys()
    assert (plan["frame"].day, plan["frame"].rule) == (date(2027, 11, 18), DayRule.BEFORE_FIRST_CASE)
    assert next(iter(plan)) == "frame"


def test_the_annual_report_comes_after_the_last_report() -> None:
    late = rows(with_meetings(follow_up_3=date(2028, 6, 13)))
    assert late["report_3"].day == date(2028, 6, 27)
    assert late["annual_report"].day == date(2028, 6, 28)


def test_a_report_is_there_before_the_next_meeting() -> None:
    assert rows(with_meetings(follow_up_2=date(2027, 12, 10)))["report_1"].day == date(2027, 12, 9)
    assert rows(with_meetings(follow_up_2=date(2027, 12, 3)))["report_1"].day == date(2027, 12, 16)


def test_what_hangs_on_a_proposal_is_one_itself() -> None:
    plan = rows(OPEN)
    assert plan["intro"].rule is plan["follow_up_3"].rule is DayRule.PROPOSED
    told = {"prepare_intro", "annual_report", "dialogue_days", "mentoring"}
    assert {key for key, row in plan.items() if not row.proposed} == told
    assert rows(replace(OPEN, meetings=(HELD[0], *OPEN.meetings[1:])))["follow_up_1"].proposed


def test_without_a_first_teaching_day_what_hangs_on_it_has_no_day() -> None:
    plan = rows(replace(OPEN, first_teaching_day=None))
    assert {key for key, row in plan.items() if row.day is None and row.rule is not DayRule.OWN} == {
        *("scan", "prepare_intro", "letters", "intro", "frame")
    }
    assert not any(row.proposed for row in plan.values() if row.day is None)
    assert [row.activity for row in year_plan(replace(OPEN, first_teaching_day=None))][:2] == [
        *(Activity.SCAN, Activity.PREPARE_INTRO)
    ]


def test_of_an_empty_form_there_is_still_a_plan() -> None:
    assert [row.key for row in year_plan(Programme())] == ["annual_report", "dialogue_days", "mentoring"]
    assert all(row.day is None for row in year_plan(replace(OPEN, academic_year=None, first_teaching_day=None)))


def test_a_row_without_a_day_stays_with_what_it_belongs_to() -> None:
    nowhere = replace(with_meetings(follow_up_1=None, follow_up_2=date(2027, 9, 30)))
    keys = [row.key for row in year_plan(nowhere)]
    assert rows(nowhere)["follow_up_1"].day is None
    assert keys.index("frame") < keys.index("collect_1") == keys.index("follow_up_1") - 3


# The law: whatever the opening, the region and the breaks, every day of the plan can be kept.

STATES = ("de_ni", "de_nw", "de_by", "de_be", "de_sn")


def usual_breaks(opening: int) -> tuple[Break, ...]:
    return (
        Break(date(opening, 10, 16), date(opening, 10, 24)),
        Break(date(opening, 12, 21), date(opening + 1, 1, 4)),
        Break(date(opening + 1, 2, 20), date(opening + 1, 2, 28)),
        Break(date(opening + 1, 4, 24), date(opening + 1, 5, 8)),
    )


WINDOWS = {
    "follow_up_1": ((0, 12, 1), (0, 12, 20)),
    "follow_up_2": ((1, 1, 25), (1, 3, 10)),
    "follow_up_3": ((1, 4, 10), (1, 6, 10)),
}


@st.composite
def years(draw: st.DrawFn) -> Programme:
    opening = draw(st.integers(2024, 2033))
    free = draw(st.sampled_from([(), usual_breaks(opening)]))
    region = draw(st.sampled_from([None, "nl", "vl", *STATES]))
    teaching = draw(st.dates(date(opening, 8, 1), date(opening, 11, 1)))
    programme = Programme(
        academic_year=f"{opening}-{opening + 1}", first_teaching_day=teaching, breaks=free, region=region
    )
    meetings = [Meeting(INTRO, _intro(draw, programme) if draw(st.booleans()) else None)]
    for key in FOLLOW_UPS[: draw(st.integers(2, 3))]:
        first, last = (date(opening + years, month, day) for years, month, day in WINDOWS[key])
        day = back_to_work(draw(st.dates(first, last)), programme) if draw(st.booleans()) else None
        meetings.append(Meeting(key, day, hand_out=draw(st.sampled_from([None, *HandOut]))))
    later = draw(st.booleans())
    return replace(programme, meetings=tuple(meetings[1:] if later else meetings))


def _intro(draw: st.DrawFn, programme: Programme) -> date:
    """A working day in the third or fourth week, or after the break that takes these."""
    teaching = programme.first_teaching_day
    assert teaching is not None
    wanted = on_to_work(teaching, programme) + timedelta(days=14 + draw(st.integers(0, 12)))
    return on_to_work(wanted, programme)


def days(plan: Sequence[PlanRow]) -> Iterator[date]:
    return (row.day for row in plan if row.day)


@settings(max_examples=300)
@given(years())
def test_every_day_of_the_plan_can_be_kept(programme: Programme) -> None:
    plan, teaching = year_plan(programme), programme.first_teaching_day
    assert teaching is not None
    assert all(works(day, programme) for day in days(plan))
    assert all(earlier <= later for earlier, later in pairwise(days(plan)))
    assert all(row.begin <= row.day for row in plan if row.begin and row.day)
    assert all(row.day for row in plan if row.rule is not DayRule.OWN)
    assert min(days(plan)) >= teaching
    held = {row.meeting: row.day for row in plan if row.is_meeting}
    assert list(held.values()) == sorted(held.values(), key=lambda day: day or date.max)
    for row in plan:
        counted_back = {DayRule.WEEK_BEFORE: 7, DayRule.WEEK_AND_A_HALF_BEFORE: 11}.get(row.rule)
        day = held.get(row.meeting)
        if counted_back and day and row.day:
            assert row.day <= day - timedelta(days=counted_back)


@settings(max_examples=100)
@given(years())
def test_proposals_leave_four_weeks_and_their_deadlines_lie_after_the_meeting_before(programme: Programme) -> None:
    plan = year_plan(replace(programme, meetings=tuple(replace(one, day=None) for one in programme.meetings)))
    held = [row.day for row in plan if row.is_meeting and row.day]
    assert all(later - earlier >= timedelta(weeks=4) for earlier, later in pairwise(held))
    for row in plan:
        if row.activity is Activity.PREPARE:
            own = next(one.day for one in plan if one.is_meeting and one.meeting == row.meeting)
            assert own
            assert row.day
            assert all(day < row.day for day in held if day < own)
    frame = next(row.day for row in plan if row.activity is Activity.FRAME)
    prepared = next(row.day for row in plan if row.activity is Activity.PREPARE)
    assert frame
    assert prepared
    assert frame < prepared


@pytest.mark.parametrize("region", REGIONS)
def test_the_plan_of_every_region_has_all_its_days(region: str) -> None:
    for opening in range(2024, 2034):
        breaks, teaching = usual_breaks(opening), date(opening, 9, 1)
        programme = replace(OPEN, academic_year=None, first_teaching_day=teaching, breaks=breaks, region=region)
        plan = year_plan(programme)
        assert all(works(day, programme) for day in days(plan))
        assert all(row.day for row in plan if row.rule is not DayRule.OWN)
