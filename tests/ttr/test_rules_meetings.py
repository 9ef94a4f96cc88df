"""What is remarkable about follow-ups that were held, and which has no form yet (M04, M20, M98-M103, G29)."""

from datetime import date, timedelta

import pytest

from pipeline.findings import Finding, Place, Word
from pipeline.ttr.follow_ups import ActionPoint, HeldMeeting
from pipeline.ttr.programme import INTRO, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules import broken
from pipeline.ttr.rules_meetings import meetings_broken

FIRST, SECOND = date(2027, 12, 2), date(2028, 2, 17)
AFTER = FIRST + timedelta(days=1)
PLAN = Programme(
    meetings=(Meeting(INTRO, date(2027, 9, 23)), Meeting("follow_up_1", FIRST), Meeting("follow_up_2", SECOND))
)


def found(
    *held: HeldMeeting, points: tuple[ActionPoint, ...] = (), today: date = AFTER, plan: Programme = PLAN
) -> list[Finding]:
    return list(meetings_broken(TeamYear(plan, held=held, action_points=points), today))


def keys(findings: list[Finding]) -> list[str]:
    return [one.key.upper() if one.stops else one.key for one in findings]


def test_a_meeting_that_was_held_as_planned_is_fine() -> None:
    assert found(HeldMeeting("follow_up_1", FIRST, 8)) == []
    assert found(HeldMeeting("follow_up_1")) == []


def test_a_meeting_that_is_over_without_a_form_misses_its_report() -> None:
    [one] = found()
    assert (one.key, one.stops, one.about) == ("report_missing", False, "meeting")
    assert one.values == {"meeting": Word("terms.meeting.follow_up_1"), "day": FIRST}


def test_on_the_day_itself_no_report_is_missing_and_none_of_the_introduction_ever_is() -> None:
    assert found(today=FIRST) == []
    assert len(found(today=SECOND + timedelta(days=300))) == 2


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (HeldMeeting("follow_up_1", FIRST + timedelta(days=7), 9), ["meeting_day_differs"]),
        (HeldMeeting("follow_up_1", FIRST, 7), ["meeting_few_present"]),
        (HeldMeeting("follow_up_3", FIRST, 9), ["report_missing", "meeting_unplanned"]),
    ],
)
def test_what_is_remarkable_is_noticed(held: HeldMeeting, expected: list[str]) -> None:
    assert keys(found(held)) == expected


def test_without_a_plan_nothing_is_unplanned_or_missing() -> None:
    assert found(HeldMeeting("follow_up_3", FIRST, 9), plan=Programme()) == []


def test_an_action_point_due_before_its_meeting_is_noticed_where_it_stands() -> None:
    held = HeldMeeting("follow_up_1", FIRST, 9)
    early = ActionPoint("1.1", "x", "follow_up_1", due=FIRST - timedelta(days=1), place=Place("inbox/a.docx"))
    points = (early, ActionPoint("1.2", "y", "follow_up_1", due=FIRST), ActionPoint("L.1", "z", due=date(2020, 1, 1)))
    [one] = found(held, points=points)
    assert (one.key, one.place.file) == ("action_due_before_meeting", "inbox/a.docx")
    assert one.values["day"] == FIRST


def test_the_day_on_which_a_meeting_was_held_counts_before_the_plan() -> None:
    held = HeldMeeting("follow_up_1", FIRST - timedelta(days=7), 9)
    point = ActionPoint("1.1", "x", "follow_up_1", due=FIRST - timedelta(days=3))
    assert keys(found(held, points=(point,))) == ["meeting_day_differs"]
    assert keys(found(points=(point,), today=FIRST)) == ["action_due_before_meeting"]


def test_the_rules_of_the_year_hold_these_too() -> None:
    assert "report_missing" in {one.key for one in broken(TeamYear(PLAN), AFTER)}
