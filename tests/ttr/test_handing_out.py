"""A case goes out a week before its meeting, unless the team hands it out during it (M95, M96, G32)."""

from datetime import date

from pipeline.findings import Finding, Place
from pipeline.ttr.cases import Case
from pipeline.ttr.handing_out import chosen_case, hand_out, hand_out_day, of_hand_outs
from pipeline.ttr.programme import Break, HandOut, Meeting, Programme
from pipeline.ttr.records import TeamYear

PLACE = Place("inbox/programma.xlsx", "Bijeenkomsten", "B5")
DAY = date(2027, 12, 9)


def meeting(choice: HandOut | None = None, day: date | None = DAY, key: str = "follow_up_1") -> Meeting:
    return Meeting(key, day, hand_out=choice, places={"day": PLACE})


def year(*meetings: Meeting, chosen: tuple[str, ...] = ("follow_up_1",)) -> TeamYear:
    cases = tuple(Case(f"C-{number}", {"problem": "x"}, meeting=key) for number, key in enumerate(chosen))
    return TeamYear(programme=Programme(meetings=(Meeting("intro", date(2027, 11, 30)), *meetings)), cases=cases)


def said(today: date, *meetings: Meeting, chosen: tuple[str, ...] = ("follow_up_1",)) -> list[Finding]:
    return list(of_hand_outs(year(*meetings, chosen=chosen), today))


def test_before_is_what_counts_when_nobody_chose() -> None:
    assert hand_out(meeting()) is HandOut.BEFORE
    assert hand_out(meeting(HandOut.DURING)) is HandOut.DURING


def test_a_case_goes_out_a_week_before_or_at_the_meeting_itself() -> None:
    assert hand_out_day(meeting(), Programme()) == date(2027, 12, 2)
    breaks = (Break(date(2027, 11, 29), date(2027, 12, 3)),)
    assert hand_out_day(meeting(), Programme(breaks=breaks)) == date(2027, 11, 26)
    assert hand_out_day(meeting(HandOut.DURING), Programme(breaks=breaks)) == DAY
    assert hand_out_day(meeting(day=None), Programme()) is None


def test_one_case_is_chosen_and_of_two_none() -> None:
    one = chosen_case(year(meeting()), "follow_up_1")
    assert one is not None
    assert one.code == "C-0"
    assert chosen_case(year(meeting(), chosen=("follow_up_1", "follow_up_1")), "follow_up_1") is None
    assert chosen_case(year(meeting(), chosen=()), "follow_up_1") is None


def test_the_day_to_send_is_said_until_it_has_come_and_then_that_it_is_late() -> None:
    [due] = said(date(2027, 12, 2), meeting())
    assert (due.key, due.place, due.stops) == ("case_mail_due", PLACE, False)
    assert (due.values["due"], due.values["day"]) == (date(2027, 12, 2), DAY)
    for today in (date(2027, 12, 3), DAY):
        [late] = said(today, meeting())
        assert (late.key, late.stops) == ("case_mail_late", False)


def test_nothing_is_said_without_a_case_or_a_day_or_once_it_is_over_or_handed_out_during_it() -> None:
    assert said(date(2027, 12, 2), meeting(), chosen=()) == []
    assert said(date(2027, 12, 2), meeting(day=None)) == []
    assert said(date(2027, 12, 10), meeting()) == []
    assert said(date(2027, 12, 2), meeting(HandOut.DURING)) == []
    assert list(of_hand_outs(TeamYear(), date(2027, 12, 2))) == []


def test_only_the_follow_up_that_comes_next_is_spoken_of() -> None:
    second = meeting(day=date(2028, 2, 17), key="follow_up_2")
    chosen = ("follow_up_1", "follow_up_2")
    assert [one.values["day"] for one in said(date(2027, 11, 1), second, meeting(), chosen=chosen)] == [DAY]
    assert [one.values["day"] for one in said(date(2028, 1, 1), meeting(), second, chosen=chosen)] == [second.day]
