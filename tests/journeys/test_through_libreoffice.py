"""Blank forms of a new folder, filled in through LibreOffice and dropped in the inbox, give a deck in one language."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.forms import PROGRAMME, SIGN_UP, STATEMENTS, TEAM_SCAN
from pipeline.forms.labels import words_of
from pipeline.forms.questions import Choice, Form, Layout, Sheet
from pipeline.language.catalogue import catalogue
from pipeline.outbox.forms.workbook import made_file_name
from tests.house.languages import foreign_words
from tests.journeys.team_folder import TeamFolder
from tests.journeys.test_session_deck import CODE, DECK, texts
from tests.office.judgement import complaints
from tests.office.tools import UNO, require

LANGUAGES = ("nl", "en", "de")
TIME_LIMIT = 180
SCRIPT = Path(__file__).with_name("fill_in.py")
CHOSEN = "="  # before the key of a choice; any other answer is typed as it stands

PEOPLE = (
    ("Sanne Hoekstra", "team_lead"),
    ("Wouter Vandenbroucke", "teacher"),
    ("Ilham Benchekroun", "teacher"),
    ("Zeynep Karataş", "teacher"),
    ("Soerin Jhagroe", "mentor"),
    ("Ayodele Owusu", "teacher"),
    ("Yara Haddad", "support"),
    ("Łukasz Nowicki", "teacher"),
    ("Xiuying Huang", "management"),
)


@dataclass(frozen=True)
class Typist:
    """What somebody who works in a language types: dates, times and a team of that language."""

    locale: str
    days: tuple[str, ...]
    team: tuple[str, str, str]
    room: str
    regular_meeting: str
    statement: str


TYPISTS: Mapping[str, Typist] = {
    "nl": Typist(
        "nl-NL",
        ("6-9-2027", "23-9-2027", "02-12-2027", "3 februari 2028"),
        ("Docententeam leerjaar 1", "Hogeschool Duinrand", "Verpleegkunde"),
        "Lokaal C1.07",
        "Jaarteamoverleg",
        "Ik weet bij wie ik terechtkan als de studie tegenzit.",
    ),
    "en": Typist(
        "en-GB",
        ("06/09/2027", "23/09/2027", "2 December 2027", "03/02/2028"),
        ("Year 1 teaching team", "Fenland University", "Nursing"),
        "Room C1.07",
        "Year 1 staff meeting",
        "I know whom to ask when my studies are hard going.",
    ),
    "de": Typist(
        "de-DE",
        ("6.9.2027", "23.09.2027", "2. Dezember 2027", "3.2.2028"),
        ("Lehrteam erstes Studienjahr", "Hochschule Uferland", "Pflege"),
        "Raum C1.07",
        "Teambesprechung",
        "Bei Sorgen im Studium finde ich schnell jemanden, der hilft.",
    ),
}

Rows = Mapping[str, list[dict[str, str]]]


def answers(language: str) -> Mapping[Form, Rows]:
    """What is typed in each form, by sheet; a choice by its key."""
    typist = TYPISTS[language]
    team, institution, programme = typist.team
    first_day, *days = typist.days
    fields = {
        "team": team,
        "institution": institution,
        "programme": programme,
        "academic_year": "2027-2028",
        "first_teaching_day": first_day,
        "language": f"{CHOSEN}{language}",
        "year_type": f"{CHOSEN}first",
        "staff": "11",
        "lead_1": PEOPLE[0][0],
        "focus_1": f"{CHOSEN}first_generation",
        "focus_2": f"{CHOSEN}work_or_care",
    }
    meetings = [
        {"meeting": f"{CHOSEN}{key}", "day": day, "start": "13:30", "minutes": minutes, "mode": f"{CHOSEN}offline"}
        | {"place": typist.room, "regular_meeting": typist.regular_meeting, "hand_out": f"{CHOSEN}before"}
        for key, day, minutes in zip(("intro", "follow_up_1", "follow_up_2"), days, ("110", "40", "40"), strict=True)
    ]
    people = [
        {
            "name": name,
            "email": f"lid{number}@duinrand.example",
            "role": f"{CHOSEN}{role}",
            "first_year": f"{CHOSEN}yes",
        }
        for number, (name, role) in enumerate(PEOPLE, 1)
    ]
    own = {"statement": typist.statement, "theme": f"{CHOSEN}safety"}
    own |= {"advantage_if": f"{CHOSEN}yes", "names_nobody": f"{CHOSEN}yes"}
    scan = [
        {"name": name, "expertise": str(place % 5 + 1), "enthusiasm": "4"} for place, (name, _) in enumerate(PEOPLE)
    ]
    return {
        PROGRAMME: {"programme": [fields], "meetings": meetings},
        SIGN_UP: {"participants": people},
        STATEMENTS: {"own": [own]},
        TEAM_SCAN: {"colleagues": scan},
    }


def typed(form: Form, rows: Rows, language: str) -> Iterator[tuple[str, str, str]]:
    """Sheet, cell and text of every answer; row 2 is the example, but for fields, where row 2 is the first question."""
    words = catalogue(language)
    for sheet in form.sheets:
        tab = words.say(f"{words_of(form, sheet)}.tab")
        for row, given in enumerate(rows.get(sheet.key, ()), 3):
            for place, question in enumerate(sheet.questions):
                if question.key in given:
                    yield tab, cell(sheet, place, row), text(sheet, question.key, given[question.key], language)


def cell(sheet: Sheet, place: int, row: int) -> str:
    return f"B{place + 2}" if sheet.layout is Layout.FIELDS else f"{chr(ord('A') + place)}{row}"


def text(sheet: Sheet, key: str, answer: str, language: str) -> str:
    if not answer.startswith(CHOSEN):
        return answer
    kind = sheet.question(key).kind
    assert isinstance(kind, Choice)
    return catalogue(language).say(f"choices.{kind.group}.{answer.removeprefix(CHOSEN)}")


@pytest.fixture(scope="module")
def teams(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, TeamFolder]:
    """A new folder in each language, its blank forms filled in through LibreOffice and dropped in the inbox."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("teams")
    made: dict[str, TeamFolder] = {}
    forms = []
    for language in LANGUAGES:
        team = made[language] = TeamFolder(folder / language)
        assert team.ttr("start", str(team.folder), language=language).exit_code == 0
        for number, (form, rows) in enumerate(answers(language).items()):
            name = made_file_name(form, catalogue(language))
            forms.append(
                {
                    "blank": str(team.folder / "outbox" / "forms" / name),
                    "saved": str(team.folder / "inbox" / f"{number}.xlsx"),
                    "locale": TYPISTS[language].locale,
                    "typed": list(typed(form, rows, language)),
                }
            )
    subprocess.run(
        [python, str(SCRIPT)],
        input=json.dumps({"soffice": soffice, "forms": forms}),
        text=True,
        timeout=TIME_LIMIT,
        check=True,
    )
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_filled_through_libreoffice_give_a_deck_in_that_language_alone(
    language: str, teams: Mapping[str, TeamFolder]
) -> None:
    team = teams[language]
    assert team.keys("check", level="stop") == []
    result = team.ttr("session-deck", "intro")
    assert result.exit_code == 0, result.output
    assert not foreign_words(result.output, language)
    told = "\n".join(texts(team.files()[DECK]))
    assert not foreign_words(told, language)
    assert len(set(CODE.findall(told))) == len(PEOPLE)
    assert TYPISTS[language].statement in told
    names = [part for name, _ in PEOPLE for part in name.split()]
    assert not [name for name in names if name in told or name in result.output]
    assert not complaints([team.folder / "outbox" / DECK], [name for name, _ in PEOPLE])


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_times_typed_as_one_does_there_arrive(language: str, teams: Mapping[str, TeamFolder]) -> None:
    team = teams[language]
    team.ttr("session-deck", "intro")
    told = "\n".join(texts(team.files()[DECK]))
    words = catalogue(language)
    for month in (9, 12, 2):
        assert words.say(f"terms.month.{month}") in told
    assert "13:30" in told
