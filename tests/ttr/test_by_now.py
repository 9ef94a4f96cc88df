"""Of which meetings there is something to make by now."""

from datetime import date

from pipeline.ttr.by_now import by_now
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme

DAYS = (date(2027, 9, 23), date(2027, 12, 2), date(2028, 2, 3), date(2028, 4, 13))
YEAR = Programme(
    meetings=tuple(Meeting(key, day) for key, day in zip((INTRO, *FOLLOW_UPS), DAYS, strict=True)),
)


def test_before_the_year_only_the_introductory_session_comes_next() -> None:
    assert by_now(YEAR, (), date(2027, 8, 1)) == (INTRO,)


def test_a_meeting_of_today_is_still_ahead() -> None:
    assert by_now(YEAR, (), DAYS[0]) == (INTRO,)
    assert by_now(YEAR, (), date(2027, 9, 24)) == (INTRO, FOLLOW_UPS[0])


def test_a_form_that_tells_of_a_meeting_makes_the_one_after_it_the_next() -> None:
    assert by_now(YEAR, {FOLLOW_UPS[0]}, date(2027, 8, 1)) == (INTRO, *FOLLOW_UPS[:2])


def test_after_the_last_meeting_all_of_them_count() -> None:
    assert by_now(YEAR, (), date(2028, 7, 1)) == (INTRO, *FOLLOW_UPS)


def test_a_year_without_days_begins_with_its_first_meeting() -> None:
    assert by_now(Programme(meetings=(Meeting(FOLLOW_UPS[0]), Meeting(FOLLOW_UPS[1]))), (), DAYS[0]) == FOLLOW_UPS[:1]
    assert by_now(Programme(), (), DAYS[0]) == ()
