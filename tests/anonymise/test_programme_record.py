"""The programme form becomes a record with codes for names, and a place for every answer."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from pipeline.anonymise.codes import code_of
from pipeline.findings import Place
from pipeline.forms.programme import PROGRAMME
from pipeline.inbox.answers import Given
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.workbook import form_workbook
from pipeline.ttr.programme import Break, HandOut, Lead, Meeting, Mode, Programme, YearType
from tests import workbooks
from tests.anonymise.answers_made import KEY, keys, meeting, person, programme, said_of, sign_up, through

SANNE = person("Sanne Hoekstra", "s.hoekstra@x.test", "team_lead")
KOFI = person("Kofi Mensah", "k.mensah@x.test")
CODE = code_of(KEY, "s.hoekstra@x.test")
AUTUMN, WINTER, SPRING = date(2027, 9, 23), date(2028, 1, 20), date(2028, 4, 6)


def record(**answers: Given | None) -> Programme:
    made = through(sign_up(SANNE, KOFI), programme(**answers)).year.programme
    assert made is not None
    return made


def test_a_whole_form_is_a_whole_record() -> None:
    found = through(
        sign_up(SANNE, KOFI),
        programme(
            meeting("follow_up_1", WINTER, mode="online", minutes=40, hand_out="before", moderator="K. Mensah"),
            meeting("intro", AUTUMN, place="Zaal 2.14", regular_meeting="teamoverleg"),
            breaks=[{"first_day": date(2027, 12, 24), "last_day": date(2028, 1, 9), "occasion": "kerst"}],
            focus_1="gender",
            focus_2="language",
            focus_3="gender",
            region="de_ni",
        ),
    )
    assert found.findings == ()
    assert found.year.programme == Programme(
        team="Jaar 1",
        institution="Hogeschool Duinstad",
        name="Verpleegkunde",
        academic_year="2027-2028",
        first_teaching_day=date(2027, 9, 6),
        language="nl",
        year_type=YearType.FIRST,
        staff=24,
        leads=(Lead(CODE),),
        focus=("gender", "language"),
        meetings=(
            Meeting("intro", AUTUMN, time(13), 110, Mode.OFFLINE, "Zaal 2.14", "teamoverleg"),
            Meeting(
                "follow_up_1",
                WINTER,
                time(13),
                40,
                Mode.ONLINE,
                moderator=Lead(code_of(KEY, "k.mensah@x.test")),
                hand_out=HandOut.BEFORE,
            ),
        ),
        breaks=(Break(date(2027, 12, 24), date(2028, 1, 9)),),
        region="de_ni",
    )


def test_every_answer_has_its_place() -> None:
    made = through(programme(meeting("intro", AUTUMN))).year.programme
    assert made is not None
    assert made.place("staff") == Place("inbox/programme.xlsx", "programme", "I2")
    assert made.leads[0].place.cell == "J2"
    assert made.meetings[0].place("meeting") == Place("inbox/programme.xlsx", "meetings", "A2")
    assert made.meetings[0].place("minutes").cell == "D2"


def test_meetings_stand_in_the_order_of_their_day_and_those_without_one_last() -> None:
    found = through(
        programme(
            meeting("follow_up_3", None),
            meeting("follow_up_2", SPRING),
            meeting("follow_up_1", None),
            meeting("intro", AUTUMN),
            meeting(None, WINTER),
        )
    )
    assert found.year.programme is not None
    assert [one.key for one in found.year.programme.meetings] == ["intro", "follow_up_2", "follow_up_1", "follow_up_3"]


def test_the_same_meeting_twice_is_to_be_mended() -> None:
    found = through(programme(meeting("intro", AUTUMN), meeting("intro", WINTER)))
    finding = said_of(found, "meeting_twice")
    assert finding.stops
    assert (finding.about, finding.place.cell) == ("programme", "A3")
    assert finding.values == {"first": "inbox/programme.xlsx, meetings, A2"}
    assert found.year.programme is not None
    assert [one.day for one in found.year.programme.meetings] == [AUTUMN]


def test_without_a_programme_form_everything_that_needs_it_waits() -> None:
    found = through(sign_up(SANNE))
    assert found.year.programme is None
    finding = said_of(found, "programme_missing")
    assert (finding.stops, finding.about, finding.place) == (True, "programme", Place())


def test_two_forms_that_say_the_same_are_worth_a_note() -> None:
    first = programme(meeting("intro", AUTUMN), meeting("follow_up_1", WINTER))
    second = programme(
        meeting("follow_up_1", WINTER), meeting("intro", AUTUMN), {}, lead_1="Hoekstra, S.", file="inbox/copy.xlsx"
    )
    found = through(sign_up(SANNE), first, second)
    assert keys(found) == ["programme_twice"]
    assert found.findings[0].values == {"first": "inbox/programme.xlsx"}


@pytest.mark.parametrize(
    "change", [{"staff": 25}, {"lead_1": "Yusuf Demir"}, {"lead_2": "Kofi Mensah"}, {"team": "Jaar 2"}]
)
def test_two_forms_that_differ_hold_the_documents_up(change: dict[str, str]) -> None:
    found = through(sign_up(SANNE, KOFI), programme(), programme(**change, file="inbox/other.xlsx"))
    finding = said_of(found, "programme_differs")
    assert (finding.stops, finding.about, finding.place.file) == (True, "programme", "inbox/other.xlsx")
    assert finding.values == {"first": "inbox/programme.xlsx"}
    assert found.year.programme is not None
    assert found.year.programme.staff == 24


def test_a_lead_who_did_not_sign_up_has_no_code_but_a_place() -> None:
    (lead,) = record(lead_1="Yusuf Demir").leads
    assert lead.code is None
    assert lead.place.cell == "J2"


def test_a_lead_named_twice_is_one_lead() -> None:
    found = through(sign_up(SANNE), programme(lead_1="Sanne Hoekstra", lead_2="Hoekstra, Sanne"))
    assert found.year.programme is not None
    assert len(found.year.programme.leads) == 1
    assert said_of(found, "lead_twice").place.cell == "K2"


def test_a_name_that_fits_two_people_is_asked() -> None:
    found = through(sign_up(SANNE, person("Sjoerd Hoekstra", "sj@x.test")), programme(lead_1="S. Hoekstra"))
    assert found.year.programme is not None
    assert [lead.code for lead in found.year.programme.leads] == [None]
    assert said_of(found, "lead_unclear").values == {"count": 2}


def test_a_break_that_ends_before_it_begins_is_turned_round_and_said() -> None:
    found = through(programme(breaks=[{"first_day": WINTER, "last_day": AUTUMN}, {"first_day": WINTER}]))
    assert found.year.programme is not None
    assert found.year.programme.breaks == (Break(AUTUMN, WINTER),)
    assert said_of(found, "break_reversed").place.cell == "B2"


def test_a_form_without_any_answer_is_a_record_without_any() -> None:
    empty = dict.fromkeys(
        (
            "team",
            "institution",
            "programme",
            "academic_year",
            "first_teaching_day",
            "language",
            "year_type",
            "staff",
            "lead_1",
        )
    )
    assert record(**empty) == Programme()


@pytest.mark.parametrize("question", ["team", "institution", "programme"])
def test_somebodys_whole_name_never_passes_as_a_designation(question: str) -> None:
    found = through(sign_up(SANNE), programme(**{question: "Groep Sanne Hoekstra"}))
    finding = said_of(found, "designation_names_somebody")
    assert (finding.stops, finding.about) == (True, "programme")
    assert found.year.programme is not None
    assert {
        "team": found.year.programme.team,
        "institution": found.year.programme.institution,
        "programme": found.year.programme.name,
    }[question] is None


@pytest.mark.parametrize(
    "room", ["kamer van Sanne", "Kamer Hoekstra", "s.hoekstra@x.test", "KAMER SANNE", "kamer sanne"]
)
def test_what_the_team_names_itself_holds_no_name_at_all(room: str) -> None:
    found = through(sign_up(SANNE), programme(meeting("intro", AUTUMN, place=room)))
    assert found.year.programme is not None
    assert found.year.programme.meetings[0].room is None
    assert said_of(found, "designation_names_somebody").place.cell == "F2"


def test_a_programme_is_not_hidden_by_a_colleague_called_like_a_word_of_it() -> None:
    work = person("Esi Work", "e.work@x.test")
    found = through(sign_up(SANNE, work), programme(programme="Social Work", team="Team Social Work"))
    assert found.year.programme is not None
    assert (found.year.programme.name, found.year.programme.team) == ("Social Work", "Team Social Work")
    assert keys(found) == ["designation_may_name_somebody"]


def test_a_university_is_not_hidden_by_a_colleague_of_the_same_town() -> None:
    found = through(
        sign_up(SANNE, person("Jan van Utrecht", "j@x.test")), programme(institution="Universiteit Utrecht")
    )
    assert found.year.programme is not None
    assert found.year.programme.institution == "Universiteit Utrecht"
    assert keys(found) == ["designation_may_name_somebody"]


def test_a_room_called_after_a_flower_is_asked_about_and_passes() -> None:
    found = through(
        sign_up(SANNE, person("Roos Pinas", "r@x.test")), programme(meeting("intro", AUTUMN, place="Zaal Roos"))
    )
    assert found.year.programme is not None
    assert found.year.programme.meetings[0].room == "Zaal Roos"
    assert keys(found) == ["designation_may_name_somebody"]


@pytest.mark.parametrize(("said", "expected"), [("yes", True), ("no", False), (None, False)])
def test_leads_are_kept_apart_and_an_invented_case_is_used_only_on_a_yes(said: str | None, *, expected: bool) -> None:
    made = through(programme(meeting("follow_up_1", WINTER, fictional=said), leads_apart=said)).year.programme
    assert made is not None
    assert (made.leads_apart, made.meetings[0].fictional) == (expected, expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_from_before_these_were_asked_reads_as_it_did(language: str, tmp_path: Path) -> None:
    later = {"leads_apart", "fictional", "region"}
    before = replace(
        PROGRAMME,
        sheets=tuple(
            replace(sheet, questions=tuple(asked for asked in sheet.questions if asked.key not in later))
            for sheet in PROGRAMME.sheets
        ),
    )
    public = {"team": "Jaar 1", "institution": "Hogeschool Duinstad", "programme": "Verpleegkunde"}
    whole = {"academic_year": "2027-2028", "first_teaching_day": date(2027, 9, 6), "language": language}
    fields = {**public, **whole, "year_type": "first", "staff": 24, "lead_1": "Sanne Hoekstra"}
    meetings = [{"meeting": "follow_up_1", "day": WINTER, "start": time(13), "minutes": 40, "mode": "online"}]
    content = form_workbook(before, catalogue(language), {"programme": [fields], "meetings": meetings})
    arrived = workbooks.arrived(tmp_path, {"programme.xlsx": content})
    assert arrived.findings == ()
    made = through(*arrived.forms).year.programme
    assert made is not None
    assert (made.team, made.leads_apart, made.region, made.meetings[0].fictional) == ("Jaar 1", False, None, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_meeting_without_a_day_is_read_without_a_word_about_it(language: str, tmp_path: Path) -> None:
    words = catalogue(language)
    public = {"team": "Jaar 1", "institution": "Hogeschool Duinstad", "programme": "Verpleegkunde"}
    whole = {"academic_year": "2027-2028", "first_teaching_day": date(2027, 9, 6), "language": language}
    fields = {**public, **whole, "region": "de_nw", "year_type": "first", "staff": 24, "lead_1": "Sanne Hoekstra"}
    meetings = [{"meeting": "follow_up_1", "start": time(13), "minutes": 40, "mode": "online"}]
    content = form_workbook(PROGRAMME, words, {"programme": [fields], "meetings": meetings})
    arrived = workbooks.arrived(tmp_path, {"programme.xlsx": content})
    assert arrived.findings == ()
    made = through(*arrived.forms).year.programme
    assert made is not None
    assert (made.region, made.meetings[0].day) == ("de_nw", None)
    assert made.meetings[0].place("day").cell
