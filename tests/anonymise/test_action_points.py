"""The action points of the year, as the meeting forms and the action list have them (M98, M100, M103)."""

from datetime import date

import pytest

from pipeline.anonymise.door import Passed
from pipeline.inbox.answers import Given
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from tests.anonymise.answers_made import Said, said_of
from tests.anonymise.texts_made import action_list, minutes, point, said, written

NAMES = point("Namen leren in week 1", "alle docenten")
GROUPS = point("De docent deelt de groepjes in", "docenten van blok 3")
FORM = minutes("follow_up_1", NAMES, GROUPS)
DUE = date(2028, 1, 14)


def row(what: str | None, number: str | None = None, meeting: str | None = "follow_up_1", **said: Given | None) -> Said:
    return {"number": number, "meeting": meeting, "what": what, **said}


def texts(found: Passed) -> dict[str, str]:
    return {one.number: one.what for one in found.year.action_points}


def test_the_points_of_a_meeting_are_numbered_by_meeting_and_row() -> None:
    second = minutes("follow_up_2", point("Elkaar bezoeken", "KTM-473", state="busy"), file="inbox/sessie-2.docx")
    found = written(second, FORM)
    assert said(found) == []
    assert list(found.year.action_points) == [
        ActionPoint("1.1", "Namen leren in week 1", "follow_up_1", "alle docenten", DUE),
        ActionPoint("1.2", "De docent deelt de groepjes in", "follow_up_1", "docenten van blok 3", DUE),
        ActionPoint("2.1", "Elkaar bezoeken", "follow_up_2", "KTM-473", DUE, ActionState.BUSY),
    ]


def test_a_point_without_a_day_or_anybody_to_do_it_passes_and_an_empty_row_does_not() -> None:
    found = written(minutes("follow_up_1", {"what": "Namen leren", "who": None, "due": None}, point(None), GROUPS))
    assert [(one.number, one.who, one.due) for one in found.year.action_points] == [
        ("1.1", None, None),
        ("1.3", "docenten van blok 3", DUE),
    ]


def test_nothing_passes_of_a_form_that_nobody_released() -> None:
    assert written(minutes("follow_up_1", NAMES, release="not_yet")).year.action_points == ()


@pytest.mark.parametrize(
    "who", ["Joost", "joost", "Storm", "Grace", "mevrouw Pattiasina", "F. el Amrani", "Mei-Ling en ik"]
)
def test_a_row_for_somebody_known_by_name_does_not_pass_and_the_report_waits(who: str) -> None:
    found = written(minutes("follow_up_1", NAMES, point("Studenten bellen", who), release="found_may_stay"))
    finding = said_of(found, "action_who_names_somebody")
    assert texts(found) == {"1.1": "Namen leren in week 1"}
    assert found.year.held == ()
    assert (finding.stops, finding.about, finding.place.cell) == (True, "", "B3")


@pytest.mark.parametrize("who", ["Bilal", "bilal", "Rens en Anouk", "P. de Boer", "Roos", "docent Karin"])
def test_a_row_for_somebody_unknown_needs_a_second_yes(who: str) -> None:
    held = written(minutes("follow_up_1", point("Studenten bellen", who)))
    kept = written(minutes("follow_up_1", point("Studenten bellen", who), release="found_may_stay"))
    assert (texts(held), said(held)) == ({}, ["ACTION_WHO_MAY_NAME_SOMEBODY"])
    assert (texts(kept), said(kept)) == ({"1.1": "Studenten bellen"}, [])


def test_a_point_that_names_somebody_does_not_pass_and_the_others_keep_their_numbers() -> None:
    found = written(minutes("follow_up_1", point("Ayşe bellen"), GROUPS))
    assert (texts(found), said(found)) == ({"1.2": "De docent deelt de groepjes in"}, ["TEXT_NAMES_SOMEBODY"])


# --- the action list ------------------------------------------------------------------------------------------------


def test_the_list_says_how_a_point_stands_without_being_released() -> None:
    found = written(FORM, action_list(row("Namen leren in week 1", "1.1", state="done", due=date(2028, 2, 1))))
    first, second = found.year.action_points
    assert (first.state, first.due, second.state) == (ActionState.DONE, date(2028, 2, 1), ActionState.OPEN)
    assert said(found) == []


def test_what_the_list_leaves_empty_stays_as_the_form_says() -> None:
    found = written(FORM, action_list(row("namen leren, in week 1!")))
    assert found.year.action_points[0] == ActionPoint(
        "1.1", "Namen leren in week 1", "follow_up_1", "alle docenten", DUE
    )
    assert said(found) == []


def test_a_new_wording_counts_once_the_list_is_released() -> None:
    rows = (row("Alle namen kennen in week 2", "1.1", who="docenten jaar 1"),)
    waiting, counting = written(FORM, action_list(*rows)), written(FORM, action_list(*rows, release="yes"))
    finding = said_of(waiting, "text_not_released")
    assert texts(waiting)["1.1"] == "Namen leren in week 1"
    assert (finding.stops, finding.about, finding.place.sheet) == (True, "action_list", "release")
    assert said(waiting) == ["TEXT_NOT_RELEASED"]
    assert (counting.year.action_points[0].what, counting.year.action_points[0].who) == (
        *("Alle namen kennen in week 2", "docenten jaar 1"),
    )


def test_a_release_left_open_in_a_workbook_is_asked_for() -> None:
    assert said(written(FORM, action_list(row("Iets anders", "1.1"), release=None))) == ["TEXT_NOT_RELEASED"]


def test_equal_texts_find_each_other_before_numbers_do() -> None:
    found = written(
        FORM,
        action_list(
            row("De docent deelt de groepjes in", "1.1", state="done"),
            row("Namen leren in week 1", "1.2", state="busy"),
        ),
    )
    assert {one.number: one.state for one in found.year.action_points} == {"1.1": "busy", "1.2": "done"}


def test_a_text_is_looked_for_within_its_meeting() -> None:
    second = minutes("follow_up_2", NAMES, file="inbox/sessie-2.docx")
    found = written(FORM, second, action_list(row("Namen leren in week 1", meeting="follow_up_2", state="done")))
    assert {one.number: one.state for one in found.year.action_points} == {"1.1": "open", "1.2": "open", "2.1": "done"}


def test_a_number_of_another_meeting_is_no_likeness() -> None:
    found = written(FORM, action_list(row("Iets nieuws", "1.1", meeting="follow_up_2"), release="yes"))
    assert texts(found) == {
        "1.1": "Namen leren in week 1",
        "1.2": "De docent deelt de groepjes in",
        "L.1": "Iets nieuws",
    }


def test_what_the_lead_added_passes_once_it_is_released_and_keeps_its_number() -> None:
    added = (row("Ruimte regelen", None, None, who="teamleider"), row("Gastles", "L.1", "follow_up_1", who="SLB'ers"))
    waiting, counting = written(FORM, action_list(*added)), written(FORM, action_list(*added, release="yes"))
    assert (len(waiting.year.action_points), said(waiting)) == (2, ["TEXT_NOT_RELEASED"])
    assert list(texts(counting)) == ["1.1", "1.2", "L.1", "L.2"]
    assert texts(counting)["L.1"] == "Gastles"
    assert [one.meeting for one in counting.year.action_points][2:] == ["follow_up_1", None]


def test_a_number_that_the_lead_made_up_never_takes_that_of_a_later_row_of_the_form() -> None:
    rows = [row("Ruimte regelen", "1.3", who="teamleider")]
    before = written(FORM, action_list(*rows, release="yes"))
    longer = minutes("follow_up_1", NAMES, GROUPS, point("Nog iets"))
    after = written(longer, action_list(row("Ruimte regelen", "L.1", who="teamleider"), release="yes"))
    assert texts(before)["L.1"] == texts(after)["L.1"] == "Ruimte regelen"
    assert texts(after)["1.3"] == "Nog iets"


def test_a_list_without_any_meeting_form_stands_for_itself() -> None:
    found = written(action_list(row("Namen leren", "1.1", who="docenten"), release="yes"))
    assert [(one.number, one.meeting) for one in found.year.action_points] == [("L.1", "follow_up_1")]


def test_a_row_that_comes_twice_in_one_list_counts_once() -> None:
    rows = (row("Namen leren in week 1", state="done"), row("Namen leren in week 1", state="open"))
    found = written(FORM, action_list(*rows))
    assert (found.year.action_points[0].state, said(found)) == (ActionState.DONE, ["action_point_twice"])


def test_of_two_lists_that_differ_the_later_counts() -> None:
    first = action_list(row("Namen leren in week 1", state="busy"))
    again = action_list(row("Namen leren in week 1", state="busy"), file="inbox/lijst-a.xlsx")
    later = action_list(row("Namen leren in week 1", state="done"), file="inbox/lijst-b.xlsx")
    found = written(FORM, first, again, later)
    finding = said_of(found, "action_lists_differ")
    assert found.year.action_points[0].state == ActionState.DONE
    assert (finding.stops, finding.place.file) == (False, "inbox/lijst-b.xlsx")
    assert str(finding.values["first"]).startswith("inbox/lijst-a.xlsx")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("Namen leren in week 1", who="Joost")], "ACTION_WHO_NAMES_SOMEBODY"),
        ([row("Kwabena bellen", "1.1")], "TEXT_NAMES_SOMEBODY"),
        ([row("Ruimte regelen", who="Radjesh")], "ACTION_WHO_NAMES_SOMEBODY"),
    ],
)
def test_a_name_in_the_list_never_passes(rows: list[Said], expected: str) -> None:
    found = written(FORM, action_list(*rows, release="found_may_stay"))
    assert said(found) == [expected]
    assert next(iter(found.year.action_points)) == ActionPoint(
        "1.1", "Namen leren in week 1", "follow_up_1", "alle docenten", DUE
    )
    assert len(found.year.action_points) == 2


def test_an_empty_row_is_nothing() -> None:
    assert said(written(FORM, action_list(row(None, None, None), row(None, "9.9")))) == []
