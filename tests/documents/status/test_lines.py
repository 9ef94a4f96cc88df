"""The overview can be read in three languages, and by a program (M04, M102, G30-G32)."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from pipeline.documents.plan.words import activity_name, day_of_year
from pipeline.documents.status.lines import WIDTH, as_json, lines
from pipeline.findings import Place
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.ttr.cases import CaseState
from pipeline.ttr.people import Participant
from pipeline.ttr.plan import year_plan
from pipeline.ttr.programme import Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import (
    ActivityStatus,
    CaseStatus,
    HandOutStatus,
    Keeping,
    Missing,
    Role,
    SignUps,
    Standing,
    Status,
    Timing,
    ToMend,
    What,
    status,
)
from tests.ttr.test_standing import PROGRAMME as WHOLE
from tests.ttr.test_status import CHOSEN, FIRST, PROGRAMME, PROGRESS, TODAY
from tests.ttr.years_so_far import made, todays, years

YEAR = TeamYear(programme=PROGRAMME, cases=(CHOSEN,), case_progress=PROGRESS)
ROWS = year_plan(WHOLE)
OPEN_ROWS = year_plan(Programme(academic_year="2027-2028", meetings=tuple(Meeting(one.key) for one in WHOLE.meetings)))


def said(overview: Status, words: Catalogue) -> str:
    """All of it in one line, as if the terminal were that wide."""
    return " ".join(" ".join(lines(overview, words)).split())


def part(overview: Status, heading: str, words: Catalogue) -> list[str]:
    """The lines under a heading."""
    told = list(lines(overview, words))
    begin = told.index(words.say(f"status.heading.{heading}")) + 1
    return told[begin : told.index("", begin) if "" in told[begin:] else len(told)]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_is_told_with_its_code_its_file_and_its_state(language: str) -> None:
    words = catalogue(language)
    told = "\n".join(part(status(YEAR, TODAY), "cases", words))
    for one in PROGRESS:
        assert f"\n  {one.code} ({one.place.file}): " in told
    chosen = next(one for one in PROGRESS if one.state is CaseState.CHOSEN)
    assert any(chosen.code in line and words.say("terms.meeting.follow_up_1") in line for line in told.split("\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_follow_up_is_told_with_its_day_and_the_day_to_hand_out(language: str) -> None:
    words = catalogue(language)
    told = " ".join(" ".join(part(status(YEAR, TODAY), "hand_outs", words)).split())
    first, _, third = told.partition(words.say("terms.meeting.follow_up_3"))
    assert words.long_date(FIRST) in first
    assert words.long_date(date(2027, 12, 2)) in first
    assert CHOSEN.code in first
    assert words.say("terms.date_open") in third


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("timing", Timing)
@pytest.mark.parametrize("codes", [(), ("C-1A2B3",), ("C-1A2B3", "C-9Z8Y7")])
def test_every_way_it_can_stand_has_words(language: str, timing: Timing, codes: tuple[str, ...]) -> None:
    overview = Status(TODAY, hand_outs=(HandOutStatus("follow_up_1", FIRST, FIRST, timing, codes),))
    for keeping in (Keeping(None), Keeping(FIRST), Keeping(FIRST, expired=True)):
        told = said(replace(overview, keeping=keeping), catalogue(language))
        assert all(code in told for code in codes)
        assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_an_empty_folder_it_says_that_nothing_is_there(language: str) -> None:
    words = catalogue(language)
    told = said(status(TeamYear(), TODAY), words)
    for key in ("activity.none", "sign_up.none", "case.none", "hand_out.none", "to_mend.none", "keeping.open"):
        assert words.say(f"status.{key}") in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_comes_first_a_line_for_each_activity_in_columns(language: str) -> None:
    words, year = catalogue(language), TeamYear(WHOLE)
    overview = status(year, TODAY)
    told = part(overview, "activities", words)
    assert next(iter(lines(overview, words))) == words.say("status.heading.activities")
    rows = [line for line in told if not line.startswith("    ")]
    names = (plain(activity_name(one.row, words)) for one in overview.activities)
    begin = {line.index(name) for line, name in zip(rows, names, strict=True)}
    assert len(begin) == 1
    for line, one in zip(rows, overview.activities, strict=True):
        assert line.endswith(words.say(f"status.standing.{one.word}"))
        assert one.row.day is None or one.standing is Standing.DONE or plain(day_of_year(one.row.day, words)) in line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("standing", Standing)
def test_no_row_is_wider_than_a_terminal_whatever_stands_in_it(language: str, standing: Standing) -> None:
    words = catalogue(language)
    everything = tuple(Missing(what, role) for what in What for role in Role)
    for rows in (ROWS, OPEN_ROWS):
        missing = () if standing is Standing.DONE else everything
        activities = tuple(ActivityStatus(row, standing, missing) for row in rows)
        told = part(Status(TODAY, activities), "activities", words)
        assert max(map(len, told)) <= WIDTH
        assert all(words.say(f"status.missing.{one.what}") in " ".join(" ".join(told).split()) for one in missing)
        assert "{" not in "".join(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_before_a_line_differs_as_the_word_behind_it_does(language: str) -> None:
    words = catalogue(language)
    stands = [
        *(ActivityStatus(ROWS[0], one) for one in Standing),
        ActivityStatus(ROWS[0], Standing.DONE, overtaken=True),
    ]
    told = [part(Status(TODAY, (one,)), "activities", words)[0] for one in stands]
    assert len({line.split()[0] for line in told}) == len(stands)
    assert len({line.split()[-1] for line in told}) == len(stands)


def test_what_a_lead_makes_is_told_with_its_command() -> None:
    by_key = {row.key: row for row in ROWS}
    wanted = {
        ("report_2", What.REPORT): "ttr report 2)",
        ("prepare_3", What.DECK): "ttr session-deck 3)",
        ("hand_out_1", What.HANDOUT): "ttr session-deck 1)",
        ("letters", What.LETTERS): "ttr personas)",
        ("annual_report", What.ANNUAL_REPORT): "ttr report year)",
        ("collect_1", What.REVIEW): "ttr review)",
    }
    for (key, what), command in wanted.items():
        one = ActivityStatus(by_key[key], Standing.DUE, (Missing(what, Role.TEAM_LEAD),))
        assert command in part(Status(TODAY, (one,)), "activities", catalogue("en"))[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposed_day_is_marked_and_the_mark_is_explained(language: str) -> None:
    words = catalogue(language)
    explained = words.say("status.activity.proposed")
    assert explained in said(status(TeamYear(PROGRAMME), TODAY), words)
    assert explained not in said(status(TeamYear(WHOLE), TODAY), words)
    [third] = [one for one in ROWS if one.key == "follow_up_3"]
    over = ActivityStatus(replace(third, proposed=True), Standing.DONE, overtaken=True)
    assert "*" not in said(Status(TODAY, (over,)), words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_missing_it_says_so(language: str) -> None:
    words = catalogue(language)
    nothing = words.say("status.activity.nothing_missing")
    row = ROWS[0]
    assert nothing in said(Status(TODAY, (ActivityStatus(row, Standing.LATER),)), words)
    late = ActivityStatus(row, Standing.LATE, (Missing(What.SCAN, Role.TEAM_LEAD),))
    assert nothing not in said(Status(TODAY, (late,)), words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("sign_ups", "numbers"),
    [
        (SignUps(1, 12), ["1", "12", "8"]),
        (SignUps(14, 12), ["14", "12", "116"]),
        (SignUps(9, None), ["9"]),
        (SignUps(9, 12, 1), ["9", "12", "75"]),
        (SignUps(0, None, 3), ["0", "3"]),
    ],
)
def test_sign_ups_are_told_in_numbers(language: str, sign_ups: SignUps, numbers: list[str]) -> None:
    told = " ".join(part(Status(TODAY, sign_ups=sign_ups), "sign_ups", catalogue(language)))
    assert all(number in told for number in numbers)
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_to_mend_are_told_by_kind_and_by_file_where_that_is_known(language: str) -> None:
    words = catalogue(language)
    overview = Status(TODAY, to_mend=(ToMend("sign_up", 1, "aanmelding 1.xlsx"), ToMend("case", 3)))
    first, second = part(overview, "to_mend", words)
    assert f"{words.say('forms.sign_up.title')} (aanmelding 1.xlsx): 1 " in first
    assert f"{words.say('forms.case.title')}: 3 " in second


def test_the_name_of_a_file_and_a_day_are_never_parted() -> None:
    file = "inbox/een heel lange naam van een bestand met veel spaties erin.docx"
    told = list(
        lines(Status(TODAY, cases=(CaseStatus("C-1A2B3", CaseState.RELEASED, place=Place(file)),)), catalogue("nl"))
    )
    assert any(file in line for line in told)
    kept = list(lines(Status(TODAY, keeping=Keeping(FIRST)), catalogue("nl")))
    assert any("donderdag 9 december 2027" in line for line in kept)


@given(year=years(), today=todays, done=made)
def test_whatever_came_in_can_be_read_and_told_to_a_program(year: TeamYear, today: date, done: frozenset[str]) -> None:
    overview = status(year, today, done)
    for language in LANGUAGES:
        assert max(map(len, lines(overview, catalogue(language)))) <= WIDTH
    assert json.loads(json.dumps(as_json(overview)))["today"] == today.isoformat()


def test_a_program_can_read_it() -> None:
    told = json.loads(json.dumps(as_json(status(YEAR, TODAY))))
    assert told["today"] == "2027-11-01"
    awaited = [case["awaited_from"] for case in told["cases"]]
    assert awaited == ["author", "team_lead", "team_lead", "team_lead", None, None]
    assert told["hand_outs"][0] == {
        "meeting": "follow_up_1",
        "day": "2027-12-09",
        "due": "2027-12-02",
        "timing": "before",
        "cases": ["C-1A2B3"],
    }
    assert (told["keep_until"], told["expired"]) == ("2028-08-31", False)


def test_a_program_can_read_what_is_missing_and_what_is_counted() -> None:
    programme = replace(WHOLE, staff=4)
    year = TeamYear(programme, (Participant("KTM-473"),), case_progress=PROGRESS[:3])
    told = json.loads(json.dumps(as_json(status(year, date(2027, 12, 10), (), (ToMend("case", 2),)))))
    by_key = {one["key"]: one for one in told["activities"]}
    assert by_key["report_1"] == {
        "key": "report_1",
        "activity": "report",
        "meeting": "follow_up_1",
        "begin": "2027-12-09",
        "day": "2027-12-23",
        "proposed": False,
        "standing": "due",
        "overtaken": False,
        "missing": [{"what": "meeting_form", "from": "moderator"}],
    }
    assert by_key["mentoring"]["day"] is None
    assert told["sign_ups"] == {"count": 1, "staff": 4, "percent": 25, "mentors": 0}
    assert told["case_counts"] == {"received": 3, "checked": 2, "released": 0, "discussed": 0}
    assert told["to_mend"] == [{"form": "case", "count": 2, "file": None}]
