"""A good year needs hardly a word; what departs from the programme is said where it stands (M02-M16, M21, M52, M82)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import Finding, Place, Word
from pipeline.language.catalogue import LANGUAGES, catalogue, catalogues
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.people import ROLES, Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import FOCUS_GROUPS, MEETINGS, Break, Lead, Meeting, Mode, Programme, YearType
from pipeline.ttr.proposals import proposed_days
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules import broken
from pipeline.ttr.scores import Scores
from pipeline.ttr.team_scan import ScanAnswer

TODAY = date(2027, 9, 1)
NEGATIONS = [word for words in catalogues() for word in words.many("reading.negations")]


def meeting(key: str, day: date | None, minutes: int | None = 40, start: time | None = time(15)) -> Meeting:
    places = {question: Place("programma.xlsx", "Bijeenkomsten", f"{question}!") for question in ("day", "minutes")}
    return Meeting(key, day, start, minutes, Mode.OFFLINE, "B2.14", "teamoverleg", Lead("AAA-001"), places=places)


INTRO = meeting("intro", date(2027, 9, 23), 110, time(13, 30))
FIRST = meeting("follow_up_1", date(2027, 12, 2))
SECOND = meeting("follow_up_2", date(2028, 2, 10))
THIRD = meeting("follow_up_3", date(2028, 4, 20))


def people(teachers: int = 10, *roles: str) -> tuple[Participant, ...]:
    everybody = ("team_lead", *("teacher",) * teachers, *(roles or ("management", "support")))
    return tuple(
        Participant(
            f"AAA-{number:03d}", role, role in {"teacher", "team_lead"}, Place("a.xlsx", "Aanmelden", f"D{number}")
        )
        for number, role in enumerate(everybody, 1)
    )


PROGRAMME = Programme(
    academic_year="2027-2028",
    first_teaching_day=date(2027, 9, 6),
    language="nl",
    year_type=YearType.FIRST,
    staff=14,
    leads=(Lead("AAA-001"),),
    meetings=(INTRO, FIRST, SECOND, THIRD),
    breaks=(Break(date(2027, 12, 25), date(2028, 1, 9)),),
    region="nl",
)
GOOD = TeamYear(PROGRAMME, people(), tuple(ScanAnswer(3, 4) for _ in range(13)), EXAMPLES)


def said(year: TeamYear, today: date = TODAY) -> list[str]:
    return [finding.key for finding in broken(year, today, NEGATIONS)]


def with_meetings(*meetings: Meeting) -> TeamYear:
    return replace(GOOD, programme=replace(PROGRAMME, meetings=meetings))


def of(year: TeamYear, key: str) -> Finding:
    return next(finding for finding in broken(year, TODAY, NEGATIONS) if finding.key == key)


def test_a_good_year_is_left_in_peace() -> None:
    assert said(GOOD) == []
    assert said(with_meetings(INTRO, FIRST, SECOND)) == []


def test_of_what_has_not_come_in_nothing_is_said() -> None:
    assert said(TeamYear()) == []


@pytest.mark.parametrize(
    ("meetings", "keys"),
    [
        ((FIRST, SECOND), ["intro_missing"]),
        ((INTRO, FIRST), ["few_follow_ups"]),
        ((replace(INTRO, day=date(2028, 9, 23)), FIRST, SECOND), ["outside_year"]),
        ((replace(INTRO, day=date(2017, 9, 23)), FIRST, SECOND), ["outside_year"]),
        ((replace(INTRO, day=date(2027, 10, 7)), FIRST, SECOND), ["intro_late"]),
        ((replace(INTRO, day=date(2027, 9, 2)), FIRST, SECOND), ["intro_before_teaching"]),
        ((INTRO, replace(FIRST, day=date(2027, 12, 28)), SECOND), ["in_break"]),
        ((INTRO, replace(FIRST, day=date(2027, 12, 4)), SECOND), ["on_weekend"]),
        ((INTRO, FIRST, SECOND, replace(THIRD, day=date(2028, 4, 14))), ["on_holiday"]),
        ((INTRO, FIRST, replace(SECOND, day=FIRST.day)), ["same_day"]),
        ((INTRO, FIRST, replace(SECOND, day=date(2027, 12, 21))), ["meetings_close"]),
        ((INTRO, FIRST, replace(SECOND, day=date(2027, 10, 14))), ["out_of_order", "season_empty"]),
        ((INTRO, replace(FIRST, regular_meeting=None), SECOND), ["regular_meeting_open"]),
        ((replace(INTRO, minutes=89), FIRST, SECOND), ["intro_too_short"]),
        ((replace(INTRO, minutes=121), FIRST, SECOND), ["intro_long"]),
        ((replace(INTRO, minutes=100), FIRST, SECOND), ["minutes_left_over"]),
        ((INTRO, replace(FIRST, minutes=29), replace(SECOND, minutes=29)), ["follow_up_short"]),
        ((INTRO, replace(FIRST, minutes=46), SECOND), ["follow_up_long"]),
        ((INTRO, replace(FIRST, minutes=35), SECOND), ["minutes_left_over"]),
        ((INTRO, replace(FIRST, start=time(1, 30)), SECOND), ["at_night"]),
        ((INTRO, replace(FIRST, start=time(23, 50)), SECOND), ["at_night"]),
        ((INTRO, replace(FIRST, moderator=Lead(None)), SECOND), ["moderator_not_signed_up"]),
    ],
)
def test_a_plan_that_departs_from_the_programme_is_remarked_on(meetings: tuple[Meeting, ...], keys: list[str]) -> None:
    assert said(with_meetings(*meetings)) == keys


@pytest.mark.parametrize("minutes", [90, 110, 120])
def test_an_introductory_session_that_a_timetable_fills_is_fine(minutes: int) -> None:
    assert said(with_meetings(replace(INTRO, minutes=minutes), FIRST, SECOND)) == []


@pytest.mark.parametrize("minutes", [30, 40, 45])
def test_a_follow_up_that_a_timetable_fills_is_fine(minutes: int) -> None:
    assert said(with_meetings(INTRO, replace(FIRST, minutes=minutes), SECOND)) == []


def test_minutes_left_over_say_which_timetable_is_used() -> None:
    finding = of(with_meetings(replace(INTRO, minutes=115), FIRST, SECOND), "minutes_left_over")
    assert catalogue("en").problem(finding) == (
        "115 minutes are planned: Introductory session. We use the manual's timetable of 110 minutes."
    )
    assert finding.place == INTRO.place("minutes")


def test_only_what_makes_a_document_wrong_stops() -> None:
    stopping = [
        with_meetings(FIRST, SECOND),
        with_meetings(replace(INTRO, minutes=60), FIRST, SECOND),
        with_meetings(replace(INTRO, day=date(2017, 9, 23)), FIRST, SECOND),
        replace(GOOD, statements=EXAMPLES[:2]),
    ]
    assert all(any(finding.stops for finding in broken(year, TODAY)) for year in stopping)
    short = with_meetings(INTRO, replace(FIRST, minutes=15), SECOND)
    assert not any(finding.stops for finding in broken(short, TODAY))


def test_a_later_year_may_leave_out_the_introductory_session() -> None:
    later = replace(GOOD, programme=replace(PROGRAMME, year_type=YearType.LATER, meetings=(FIRST, SECOND)))
    assert said(later) == ["intro_left_out"]
    assert not of(later, "intro_left_out").stops


def test_a_meeting_without_a_day_is_named_with_the_day_that_we_propose() -> None:
    year = with_meetings(*(replace(one, day=None) for one in (INTRO, FIRST, SECOND, THIRD)))
    found = [finding for finding in broken(year, TODAY, NEGATIONS) if finding.about == "programme"]
    assert [(one.key, one.stops) for one in found] == [("meeting_day_open", False)] * 4
    assert [one.values["day"] for one in found] == list(proposed_days(year.programme or Programme()).values())
    assert found[0].place == INTRO.place("day")


def test_a_proposal_that_is_over_is_not_made() -> None:
    year = with_meetings(INTRO, replace(FIRST, day=None), SECOND)
    assert said(year) == ["meeting_day_open"]
    assert said(year, date(2028, 1, 10)) == ["meeting_day_unknown"]
    nowhere = replace(PROGRAMME, academic_year=None, first_teaching_day=None, meetings=(replace(INTRO, day=None),))
    assert {"meeting_day_unknown"} <= set(said(replace(GOOD, programme=nowhere)))


def test_without_a_region_no_holiday_is_known_and_that_is_said() -> None:
    somewhere = replace(PROGRAMME, region=None)
    assert said(replace(GOOD, programme=somewhere)) == ["region_open"]
    assert "region_open" not in said(replace(GOOD, programme=somewhere), date(2028, 5, 1))
    assert "region_open" not in said(replace(GOOD, programme=replace(somewhere, meetings=())))


def test_a_season_in_which_we_propose_a_day_is_not_missed() -> None:
    second = replace(SECOND, day=date(2027, 12, 30))
    breaks_nothing = replace(PROGRAMME, breaks=(), meetings=(INTRO, FIRST, second, replace(THIRD, day=None)))
    found = of(replace(GOOD, programme=breaks_nothing), "season_empty")
    assert found.values == {"seasons": (Word("rules.season.winter"),)}


def test_no_advice_is_given_on_what_is_over() -> None:
    late = replace(INTRO, day=date(2027, 10, 16), minutes=100)
    after = date(2027, 10, 17)
    assert said(with_meetings(late, FIRST, SECOND), after) == []
    assert said(with_meetings(late, FIRST, SECOND)) == ["on_weekend", "intro_late", "minutes_left_over"]


@pytest.mark.parametrize(
    ("participants", "keys"),
    [
        (people(10, "support", "support"), ["nobody_of_management"]),
        (people(10, "management", "management"), ["nobody_of_support"]),
        (people(10, "mentor"), ["nobody_beside_teachers"]),
        (people(4), ["few_participants"]),
        (people(6), ["low_coverage"]),
        (people(20), ["more_than_staff"]),
        (people(10)[1:], []),
    ],
)
def test_a_list_that_leaves_people_out_is_remarked_on(participants: tuple[Participant, ...], keys: list[str]) -> None:
    assert said(replace(GOOD, participants=participants)) == keys


def test_teachers_from_elsewhere_are_counted_with_the_first_cells() -> None:
    elsewhere = tuple(replace(one, first_year=False) for one in people())
    three = of(replace(GOOD, participants=(*elsewhere[1:4], *people()[4:])), "not_in_year_1")
    assert three.values == {"count": 3, "cells": ("D2", "D3", "D4")}
    assert of(replace(GOOD, participants=elsewhere), "not_in_year_1_from").values["count"] == 11


def test_a_lead_who_did_not_sign_up_is_remarked_on_once_there_are_sign_ups() -> None:
    outsider = replace(GOOD, programme=replace(PROGRAMME, leads=(Lead(None), Lead(None))))
    assert said(outsider) == ["lead_not_signed_up"]
    assert said(replace(outsider, participants=())) == []


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        (0, ["statements_none"]),
        (2, ["statements_too_few"]),
        (7, ["statements_few"]),
        (8, []),
        (12, []),
        (13, ["statements_many"]),
        (40, ["statements_do_not_fit"]),
    ],
)
def test_about_ten_statements_are_fine(number: int, keys: list[str]) -> None:
    assert said(replace(GOOD, statements=(EXAMPLES * 4)[:number])) == keys


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ik heb nooit een baan naast mijn studie gehad.", True),
        ("I haven\N{RIGHT SINGLE QUOTATION MARK}t had a job beside my studies.", True),
        ("Ich hatte Keine Arbeit neben dem Studium.", True),
        ("Mijn huis is genieten.", False),
        ("There is a notebook for everyone.", False),
    ],
)
def test_a_negation_in_an_own_statement_is_asked_about(text: str, *, asked: bool) -> None:
    own = Statement(text=text, place=Place("s.xlsx", "Eigen", "A3"))
    assert said(replace(GOOD, statements=(*EXAMPLES, own))) == (["statement_negated"] if asked else [])
    assert said(replace(GOOD, statements=(*EXAMPLES, replace(own, advantage_if_applies=False)))) == []


def test_a_focus_that_no_statement_touches_is_said_with_what_would() -> None:
    chosen = tuple(one for one in EXAMPLES if one.key not in {"parents", "books", "loan"})
    focused = replace(PROGRAMME, focus=("first_generation", "gender"))
    about = Statement(text="Thuis vroeg iemand hoe het ging.", place=Place("s.xlsx", "Eigen", "A3"))
    year = replace(GOOD, programme=focused, statements=(*chosen, about))
    assert said(year) == ["focus_untouched"]
    found = of(year, "focus_untouched")
    assert found.place == Place("s.xlsx")
    text = catalogue("nl").remedy(found)
    assert catalogue("nl").say("programme.statement.parents") in text
    assert catalogue("nl").say("programme.statement.books") in text
    assert "thuis, geld" in text
    assert said(replace(year, statements=(*chosen, replace(about, theme="money")))) == []
    assert said(replace(year, statements=(*chosen, Statement(key="loan")))) == []


def test_of_a_focus_nothing_is_said_without_a_choice_of_statements_or_after_the_walk() -> None:
    focused = replace(PROGRAMME, focus=("language",))
    chosen = tuple(one for one in EXAMPLES if one.key != "classes")
    year = replace(GOOD, programme=focused, statements=chosen)
    assert said(year) == ["focus_untouched"]
    assert said(year, date(2027, 9, 23)) == ["focus_untouched"]
    assert "focus_untouched" not in said(year, date(2027, 9, 24))
    assert said(replace(year, scores=Scores((), (1, 2), steps=False))) == []
    assert said(replace(year, statements=None)) == []
    assert said(replace(year, statements=())) == ["statements_none"]


def test_the_scan_is_advised_before_the_introductory_session_and_never_after() -> None:
    assert said(replace(GOOD, scan=None)) == ["scan_missing"]
    assert said(replace(GOOD, scan=None), date(2027, 9, 23)) == []
    assert said(replace(GOOD, scan=(ScanAnswer(3, 3),) * 4)) == ["scan_small"]


days = st.none() | st.dates(date(2020, 1, 1), date(2099, 12, 31))
leads = st.builds(Lead, st.sampled_from((None, "AAA-001", "AAA-002")))
meetings = st.builds(
    Meeting,
    st.sampled_from(MEETINGS),
    days,
    st.none() | st.times(),
    st.none() | st.integers(10, 480),
    st.none() | st.sampled_from(Mode),
    moderator=st.none() | leads,
)
programmes = st.builds(
    Programme,
    academic_year=st.none() | st.sampled_from(("2027-2028", "", "9999-10000", "0000-0001", "twee")),
    first_teaching_day=days,
    year_type=st.none() | st.sampled_from(YearType),
    staff=st.none() | st.integers(1, 2000),
    leads=st.lists(leads, max_size=2).map(tuple),
    meetings=st.lists(meetings, max_size=6).map(tuple),
    breaks=st.lists(st.builds(Break, st.dates(), st.dates()), max_size=3).map(tuple),
    focus=st.lists(st.sampled_from(FOCUS_GROUPS), max_size=3).map(tuple),
)
participants = st.builds(
    Participant, st.text(max_size=4), st.none() | st.sampled_from(ROLES), st.none() | st.booleans()
)
statements = st.builds(Statement, text=st.none() | st.text(max_size=20), advantage_if_applies=st.booleans())
scans = st.builds(ScanAnswer, st.none() | st.integers(1, 5), st.none() | st.integers(1, 5))


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=15).map(tuple)


@given(
    st.builds(
        TeamYear,
        st.none() | programmes,
        several(participants),
        st.none() | several(scans),
        st.none() | several(statements),
    ),
    st.dates(),
)
def test_whatever_comes_in_has_words_in_every_language(year: TeamYear, today: date) -> None:
    for finding in broken(year, today, NEGATIONS):
        assert finding.about in {"case", "meeting", "programme", "sign_up", "statements", "team_scan"}
        for language in LANGUAGES:
            assert complete((catalogue(language).problem(finding), catalogue(language).remedy(finding)))


def complete(texts: Iterable[str]) -> bool:
    return all(text and "{" not in text for text in texts)


def test_what_there_is_to_say_about_the_frame_is_said_with_the_year() -> None:
    frame = FrameOfReference("Erbij horen.", ("een", "twee", "drie", "vier"))
    assert [one.key for one in broken(TeamYear(frame=frame), date(2027, 9, 1))] == ["frame_short"]
