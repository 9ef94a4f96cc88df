"""A meeting form becomes the record of a follow-up, with one released case and nobody in it (M19, M94, M103)."""

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.anonymise.case_codes import codes_in
from pipeline.inbox.answers import RawReview
from pipeline.ttr.cases import CaseState
from pipeline.ttr.follow_ups import HeldMeeting
from tests.anonymise.answers_made import said_of
from tests.anonymise.cases_made import TEXTS, case_form, review
from tests.anonymise.texts_made import STORIES, minutes, point, said, written

FIRST_CASE = case_form("inbox/casus-1.docx")
SECOND_CASE = case_form("inbox/casus-2.docx", {**TEXTS, "others": "Niemand vroeg er later naar, ook de docent niet."})
FIRST, SECOND = written(FIRST_CASE, SECOND_CASE).cases.drafts
CASES = (FIRST_CASE, SECOND_CASE)


def released(**meetings: str | None) -> tuple[RawReview, ...]:
    """Both cases released, and chosen for these meetings."""
    chosen = [meetings.get("first"), meetings.get("second")]
    return tuple(
        review(draft, f"inbox/terug-{number}.docx", meeting=meeting)
        for number, (draft, meeting) in enumerate(zip((FIRST, SECOND), chosen, strict=True), 1)
    )


def test_a_released_form_passes_with_all_it_says() -> None:
    form = minutes(condition_1="yes", condition_2="no", condition_4="yes", case=FIRST.code)
    found = written(*CASES, form, reviews=released())
    [held] = found.year.held
    assert said(found) == []
    assert held == HeldMeeting(
        "follow_up_1", date(2027, 12, 2), 9, FIRST.code, (1, 4), STORIES["inventory"], *list(STORIES.values())[1:]
    )
    assert held.place.file == "inbox/sessie.docx"


def test_what_is_left_out_is_empty() -> None:
    [held] = written(minutes(strategies=None, day=None, present=None)).year.held
    assert (held.strategies, held.day, held.present, held.case, held.conditions) == ("", None, None, None, ())


def test_the_meetings_are_in_the_order_of_the_year() -> None:
    forms = (minutes("follow_up_3", file="inbox/sessie-3.docx"), minutes("follow_up_1"))
    assert [held.meeting for held in written(*forms).year.held] == ["follow_up_1", "follow_up_3"]


def test_nothing_passes_that_nobody_released_and_no_other_meeting_is_held_up() -> None:
    found = written(minutes(release="not_yet"), minutes("follow_up_2", file="inbox/sessie-2.docx"))
    finding = said_of(found, "text_not_released")
    assert [held.meeting for held in found.year.held] == ["follow_up_2"]
    assert (finding.stops, finding.about, finding.place.sheet) == (True, "", "release")


@pytest.mark.parametrize("question", ["inventory", "reflection", "strategies"])
def test_somebody_known_by_name_never_passes(question: str) -> None:
    found = written(minutes(release="found_may_stay", **{question: "Kwabena belde de student op."}))
    finding = said_of(found, "text_names_somebody")
    assert found.year.held == ()
    assert (finding.stops, finding.about, finding.values) == (True, "", {"count": 1})


def test_who_is_listed_as_present_is_known_in_the_text_even_if_never_signed_up() -> None:
    form = minutes(people="Oluwaseun Adeyemi", reflection="Daarna nam oluwaseun het over.", release="found_may_stay")
    assert said_of(written(form), "text_names_somebody").stops


def test_a_student_found_in_a_case_is_found_in_small_letters_too() -> None:
    case = case_form(texts={**TEXTS, "student": "Shaquenna ging weg."}, names={"students": "Zeynep"})
    form = minutes(reflection="Het gesprek met shaquenna hielp.")
    assert "TEXT_MAY_POINT_AT_SOMEBODY" in said(written(case, form))
    assert said(written(form)) == []


def test_something_that_may_point_at_somebody_needs_a_second_yes() -> None:
    story = "Een student van 17 jaar uit Eritrea voelde zich alleen."
    held, kept = written(minutes(reflection=story)), written(minutes(reflection=story, release="found_may_stay"))
    assert said_of(held, "text_may_point_at_somebody").values == {"count": 2}
    assert (held.year.held, len(kept.year.held)) == ((), 1)


# --- two forms for one meeting --------------------------------------------------------------------------------------


def test_two_forms_that_differ_stop_and_name_both_places() -> None:
    found = written(minutes(), minutes(file="inbox/sessie-b.docx", reflection="Anders."))
    finding = said_of(found, "meeting_forms_differ")
    assert (found.year.held, finding.stops, finding.about) == ((), True, "")
    assert (finding.place.file, finding.values["first"]) == ("inbox/sessie-b.docx", "inbox/sessie.docx")


def test_a_draft_beside_what_became_of_it_counts_once() -> None:
    found = written(minutes(release="not_yet"), minutes(file="inbox/sessie-b.docx"))
    assert [held.place.file for held in found.year.held] == ["inbox/sessie-b.docx"]
    assert said(found) == ["meeting_form_twice"]


def test_a_form_that_does_not_say_which_meeting_it_is_about_gives_none() -> None:
    assert written(minutes(None)).year.held == ()


# --- the case -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spelling", ["{}", "{} ", "casus {} over de groepsapp", "({}),"])
@pytest.mark.parametrize("change", [str, str.lower, lambda code: code.replace("-", ""), " ".join])
def test_the_code_is_found_in_any_spelling(spelling: str, change: Callable[[str], str]) -> None:
    form = minutes(case=spelling.format(change(FIRST.code)))
    [held] = written(*CASES, form, reviews=released()).year.held
    assert held.case == FIRST.code


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("C-2C2C2", "MEETING_CASE_UNKNOWN"),
        (f"{FIRST.code[:-1]}8", "MEETING_CASE_UNKNOWN"),
        (f"{FIRST.code} en {SECOND.code}", "MEETING_SEVERAL_CASES"),
    ],
)
def test_a_code_that_is_not_one_case_of_ours_stops(case: str, expected: str) -> None:
    found = written(*CASES, minutes("follow_up_1", point("Namen leren"), case=case), reviews=released())
    assert (said(found), found.year.held) == ([expected], ())
    assert all(one.about == "" for one in found.findings if one.key.upper() == expected)
    assert [one.what for one in found.year.action_points] == ["Namen leren"]


def test_a_case_that_is_not_released_stops() -> None:
    found = written(*CASES, minutes(case=FIRST.code))
    assert said(found) == ["MEETING_CASE_NOT_RELEASED"]
    assert said_of(found, "meeting_case_not_released").values == {"code": FIRST.code}


def test_a_case_that_was_discussed_before_stops_at_the_later_form() -> None:
    later = minutes("follow_up_2", file="inbox/sessie-2.docx", case=FIRST.code)
    found = written(*CASES, later, minutes(case=FIRST.code), reviews=released())
    finding = said_of(found, "meeting_case_again")
    assert [held.meeting for held in found.year.held] == ["follow_up_1"]
    assert (finding.stops, finding.about, finding.place.file) == (True, "", "inbox/sessie-2.docx")
    assert str(finding.values["first"]).startswith("inbox/sessie.docx")


def test_another_case_than_the_chosen_one_is_noticed() -> None:
    found = written(*CASES, minutes(case=SECOND.code), reviews=released(first="follow_up_1"))
    assert said(found) == ["meeting_case_differs"]
    assert found.year.held[0].case == SECOND.code


def test_without_a_case_the_chosen_one_is_taken_and_said() -> None:
    found = written(*CASES, minutes(), reviews=released(first="follow_up_1"))
    assert (found.year.held[0].case, said(found)) == (FIRST.code, ["meeting_case_taken"])


def test_without_a_case_nothing_is_taken_where_two_were_chosen_or_none() -> None:
    both = written(*CASES, minutes(), reviews=released(first="follow_up_1", second="follow_up_1"))
    none = written(*CASES, minutes(), reviews=released(first="follow_up_2"))
    assert [found.year.held[0].case for found in (both, none)] == [None, None]


def test_a_case_told_in_words_is_asked_for_its_code() -> None:
    found = written(*CASES, minutes(case="die over de groepsapp"), reviews=released())
    assert (found.year.held[0].case, said(found)) == (None, ["meeting_case_without_code"])


def test_a_discussed_case_is_further_than_a_chosen_one() -> None:
    found = written(*CASES, minutes(case=SECOND.code), reviews=released(second="follow_up_2"))
    states = {one.code: (one.state, one.meeting) for one in found.year.case_progress}
    assert states == {
        FIRST.code: (CaseState.RELEASED, None),
        SECOND.code: (CaseState.DISCUSSED, "follow_up_1"),
    }


def test_no_finding_says_an_unknown_code() -> None:
    found = written(*CASES, minutes(case="C-9X9X9"), reviews=released())
    assert codes_in("C-9X9X9")
    assert not any("9X9X9" in str(value) for one in found.findings for value in one.values.values())


# --- who was there --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("there", "present", "expected"),
    [
        ({"present": 8, "people": None}, 8, []),
        ({"present": None, "people": "Fatima el Amrani, Joost, Ayşe Yıldız"}, 3, []),
        ({"present": None, "people": "Fatima; el Amrani, Fatima\nJoost van der Meer"}, 2, []),
        ({"present": None, "people": "Kwabena, Chukwuemeka Obi, Piet"}, 3, ["meeting_people_unknown"]),
        ({"present": 8, "people": "Fatima en Joost"}, 8, ["meeting_present_differs"]),
        ({"present": None, "people": "geen"}, None, []),
        ({"moderator": "Chukwuemeka Obi"}, 9, ["meeting_moderator_outside"]),
        ({"moderator": "Mei-Ling", "author": "Zhou"}, 9, []),
        ({"moderator": None, "author": "Chukwuemeka Obi"}, 9, ["meeting_author_outside"]),
    ],
)
def test_who_was_there_is_counted_and_who_led_looked_up(
    there: dict[str, "str | int | None"], present: int | None, expected: list[str]
) -> None:
    found = written(minutes(**there))
    assert ([held.present for held in found.year.held], said(found)) == ([present], expected)


def test_codes_count_as_well_as_names_and_nobody_twice() -> None:
    by_name = {person.name.reveal(): person.code for person in written().roster.people if person.name}
    fatima, joost = by_name["Fatima el Amrani"], by_name["Joost van der Meer"]
    listed = f"{fatima} {joost.lower()}, Fatima, {joost.replace('-', '')}"
    found = written(minutes(present=None, people=listed))
    assert (found.year.held[0].present, said(found)) == (2, [])


def test_how_many_did_not_sign_up_is_said() -> None:
    assert said_of(written(minutes(people="Piet\nKlaas\nFatima")), "meeting_people_unknown").values == {"count": 2}
