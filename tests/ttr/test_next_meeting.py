"""The next meeting is counted from today; when all are over it is the last."""

from datetime import date

import pytest

from pipeline.ttr.next_meeting import next_meeting
from pipeline.ttr.programme import Meeting, Programme

YEAR = Programme(
    meetings=(
        Meeting("follow_up_1", date(2027, 12, 2)),
        Meeting("intro", date(2027, 9, 23)),
        Meeting("follow_up_2"),
        Meeting("follow_up_3", date(2028, 4, 6)),
    )
)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 25), "intro"),
        (date(2027, 9, 23), "intro"),
        (date(2027, 9, 24), "follow_up_1"),
        (date(2028, 1, 1), "follow_up_3"),
        (date(2029, 1, 1), "follow_up_3"),
    ],
)
def test_the_next_meeting_is_the_first_that_is_not_over(today: date, expected: str) -> None:
    meeting = next_meeting(YEAR, today)
    assert meeting is not None
    assert meeting.key == expected


def test_without_a_planned_day_there_is_no_next_meeting() -> None:
    assert next_meeting(Programme(meetings=(Meeting("intro"),)), date(2027, 1, 1)) is None
