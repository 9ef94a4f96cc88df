"""The invented team: makes `inbox/sample/` and `private/sample.key` again. `python -m tests.sample`, or `make sample`.

Everybody in it is invented. Its meetings lie in the academic year 2027-2028.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

from pipeline.anonymise import door
from pipeline.anonymise.key import TeamKey, sample_key_text, team_key
from pipeline.documents.walk.score_sheet import score_sheet
from pipeline.forms import PROGRAMME, SIGN_UP, STATEMENTS, TEAM_SCAN
from pipeline.language.catalogue import catalogue
from pipeline.outbox.forms.workbook import form_workbook
from pipeline.outbox.normalising import normalised
from pipeline.outbox.scores.sheet import score_sheet_file
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS
from tests import case_forms, case_review

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "inbox" / "sample"
KEY_FILE = ROOT / "private" / "sample.key"
# Public on purpose: it is the key of people who do not exist.
KEY = "5e1ec7edf1c710005e1ec7edf1c710005e1ec7edf1c710005e1ec7edf1c71000"


@dataclass(frozen=True)
class Colleague:
    name: str
    email: str
    role: str
    remark: str = ""
    expertise: int | None = None
    enthusiasm: int | None = None


TEAM = (
    Colleague("Fatima Bouzid", "f.bouzid@waterstad.example", "team_lead", "", 5, 5),
    Colleague("Joost van der Meer", "j.vandermeer@waterstad.example", "team_lead", "", 3, 4),
    Colleague("Lieselot Claeys", "l.claeys@waterstad.example", "teacher", "Op dinsdag vrij", 4, 4),
    Colleague("Emre Yıldız", "e.yildiz@waterstad.example", "teacher", "", 4, 5),
    Colleague("Radjesh Ramdin", "r.ramdin@waterstad.example", "teacher", "", 3, 4),
    Colleague("Shurendy Martina", "s.martina@waterstad.example", "teacher", "Doet mee vanuit huis", 4, 4),
    Colleague("Kwame Boateng", "k.boateng@waterstad.example", "mentor", "", 5, 5),
    Colleague("Nour al-Khatib", "n.alkhatib@waterstad.example", "teacher", "", 4, 3),
    Colleague("Mei-Ling Zhou", "m.zhou@waterstad.example", "teacher", "", 2, 4),
    Colleague("Dewi Pattiasina", "d.pattiasina@waterstad.example", "teacher", "", 4, 4),
    Colleague("Agnieszka Wójcik", "a.wojcik@waterstad.example", "teacher", "", 2, 3),
    Colleague("Jürgen Großmann", "j.grossmann@waterstad.example", "teacher", "", 1, 2),
    Colleague("Harriet Whitfield", "h.whitfield@waterstad.example", "support", "", 4, 4),
    Colleague("Marijke Haanstra", "m.haanstra@waterstad.example", "management", "", 3, 5),
)
LATE = TEAM[-2:]

PROGRAMME_ANSWERS: Mapping[str, object] = {
    "team": "Docententeam leerjaar 1",
    "institution": "Hogeschool Waterstad",
    "programme": "Social Work",
    "academic_year": "2027-2028",
    "first_teaching_day": date(2027, 9, 6),
    "language": "nl",
    "region": "nl",
    "year_type": "first",
    "staff": 16,
    "lead_1": "Fatima Bouzid",
    "lead_2": "Joost van der Meer",
    "focus_1": "first_generation",
    "focus_2": "language",
    "leads_apart": "yes",
}
MEETINGS = (
    ("intro", date(2027, 9, 23), time(13, 30), 110, "online", "Teams", "", "Fatima Bouzid", "", ""),
    (
        "follow_up_1",
        date(2027, 12, 2),
        time(15, 0),
        40,
        "offline",
        "Lokaal B2.14",
        "Jaarteamoverleg",
        "",
        "before",
        "no",
    ),
    (
        "follow_up_2",
        date(2028, 2, 3),
        time(15, 0),
        40,
        "offline",
        "Lokaal B2.14",
        "Jaarteamoverleg",
        "",
        "before",
        "no",
    ),
    ("follow_up_3", date(2028, 4, 13), time(15, 0), 40, "hybrid", "Lokaal B2.14", "", "", "during", "yes"),
)
MEETING_QUESTIONS = (
    *("meeting", "day", "start", "minutes", "mode", "place", "regular_meeting", "moderator", "hand_out"),
    "fictional",
)
BREAKS = (
    (date(2027, 10, 18), date(2027, 10, 22), "Herfstvakantie"),
    (date(2027, 12, 27), date(2028, 1, 7), "Kerstvakantie"),
    (date(2028, 2, 21), date(2028, 2, 25), "Voorjaarsvakantie"),
    (date(2028, 4, 24), date(2028, 5, 5), "Meivakantie"),
)
LEFT_OUT = ("bodies", "books")
SCORE_SHEET = "scoreblad-ingevuld.xlsx"
# What everybody filled in for a persona, row by row; "." is a cell that stayed empty.
WALKED = (
    "X X X X 5 X X X X 0",
    "5 X 0 5 X 0 5 X X 5",
    "0 0 0 5 5 0 0 5 X 0",
    "X 5 X X X 5 X X X X",
    "0 5 5 0 X 0 5 0 5 0",
    "X X 5 X X X 5 X X 5",
    "5 0 0 0 5 5 0 5 X 0",
    "X X X X X X X X X X",
    "0 X 5 0 5 0 0 X 5 .",
    "5 5 X 5 X 5 5 X X 5",
    "0 0 5 0 0 0 0 5 5 0",
    "X X 5 X X 5 X 5 X X",
    "5 X 0 5 5 0 5 0 X 5",
    "X 0 5 5 X 5 0 X 5 0",
)
PERSONAS = (
    ("vrouw", "eerste in het gezin die studeert", "thuis Turks", "werkt twaalf uur per week"),
    ("man", "ouders zijn arts", "thuis Nederlands", "woont bij zijn ouders"),
    ("non-binair", "via het mbo", "thuis Papiaments", "op kamers"),
    ("vrouw", "gymnasium", "thuis Duits", "hoort slecht"),
    ("man", "via het mbo", "thuis Arabisch", "zorgt voor een broertje"),
)
OWN_STATEMENTS = (
    ("In de bibliotheek vind ik een plek waar ik rustig kan werken.", "daily_study", "yes"),
    ("Ik werk meer dan twaalf uur per week om rond te komen.", "money", "no"),
)


def _filled(answers: Mapping[str, object]) -> dict[str, object]:
    return {question: value for question, value in answers.items() if value != ""}


def programme_form(language: str = "nl", answers: Mapping[str, object] | None = None, place: str = "") -> bytes:
    """The programme form, with other `answers`, or another `place` for every meeting, where given."""
    other = {"place": place} if place else {}
    meetings = [_filled({**dict(zip(MEETING_QUESTIONS, row, strict=True)), **other}) for row in MEETINGS]
    breaks = [dict(zip(("first_day", "last_day", "occasion"), row, strict=True)) for row in BREAKS]
    fields = _filled({**PROGRAMME_ANSWERS, **(answers or {})})
    filled = {"programme": [fields], "meetings": meetings, "breaks": breaks}
    return form_workbook(PROGRAMME, catalogue(language), filled)  # type: ignore[arg-type]


def sign_up_form(people: tuple[Colleague, ...], language: str = "nl") -> bytes:
    """Our own sign-up form with these people in it."""
    rows = [
        _filled({"name": p.name, "email": p.email, "role": p.role, "first_year": "yes", "remarks": p.remark})
        for p in people
    ]
    return form_workbook(SIGN_UP, catalogue(language), {"participants": rows})  # type: ignore[arg-type]


def microsoft_export(people: tuple[Colleague, ...], language: str = "nl") -> bytes:
    """The sign-up as Microsoft Forms exports it."""
    words = catalogue(language)
    target = io.BytesIO()
    header = (
        *("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"),
        *("Wat is je rol in het team?", "Werk je in leerjaar 1?", "Opmerkingen\N{NO-BREAK SPACE}"),
    )
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        sheet, moment = book.add_worksheet("Sheet1"), book.add_format({"num_format": "m/d/yy h:mm"})
        sheet.add_table(0, 0, len(people), len(header) - 1, {"columns": [{"header": text} for text in header]})
        begun = datetime(2027, 9, 7, 9, 2)
        for row, person in enumerate(people, 1):
            sheet.write_number(row, 0, row)
            sheet.write_datetime(row, 1, begun + timedelta(hours=3 * row), moment)
            sheet.write_datetime(row, 2, begun + timedelta(hours=3 * row, minutes=2), moment)
            texts = (words.say(f"choices.role.{person.role}"), words.say("choices.yes_no.yes"), person.remark)
            for column, text in zip((3, 4, 6, 7, 8), (person.email, person.name, *texts), strict=True):
                if text:
                    sheet.write_string(row, column, text)
        sheet.set_column(0, len(header) - 1, 24)
    return normalised(target.getvalue(), title="", language=language)


def scan_form(language: str = "nl") -> bytes:
    """The team scan: what the web tells about everybody, and two talks."""
    colleagues = [
        {"name": p.name, "expertise": p.expertise, "enthusiasm": p.enthusiasm}
        | ({"courses": "Diversiteit in de praktijk"} if p.expertise == 5 else {})
        for p in TEAM
    ]
    talks = [
        {"name": TEAM[13].name, "role": "management", "expertise": 3, "enthusiasm": 5, "notes": "Denkt mee over uren"},
        {"name": TEAM[6].name, "role": "mentor", "expertise": 5, "enthusiasm": 5},
    ]
    return form_workbook(TEAM_SCAN, catalogue(language), {"colleagues": colleagues, "talks": talks})  # type: ignore[arg-type]


def statements_form(language: str = "nl") -> bytes:
    """Eight of our statements and two of the team's own, one of them reverse-scored."""
    examples = [
        {"statement": f"programme.statement.{key}", "use": "no" if key in LEFT_OUT else "yes"}
        for key in EXAMPLE_STATEMENTS
    ]
    own = [
        {"statement": text, "theme": theme, "advantage_if": advantage, "names_nobody": "yes"}
        for text, theme, advantage in OWN_STATEMENTS
    ]
    return form_workbook(STATEMENTS, catalogue(language), {"examples": examples, "own": own})


@cache
def score_sheet_form(language: str = "nl") -> bytes:
    """The scoring sheet as it came back from the Power Walk, with five personas revealed."""
    with TemporaryDirectory() as folder:
        inbox, private = Path(folder) / "inbox", Path(folder) / "private"
        inbox.mkdir()
        private.mkdir()
        for name, content in forms_before_the_walk().items():
            (inbox / name).write_bytes(content)
        (private / "sample.key").write_text(key_text(), encoding="utf-8")
        passed = door.passed(door.received(inbox), team_key(private), date(2027, 9, 23))
    sheet = score_sheet(passed.year, catalogue(language))
    assert sheet is not None
    points = {"X": 10, "5": 5, "0": 0, ".": None}
    walked = {code: [points[sign] for sign in row.split()] for code, row in zip(sheet.rows, WALKED, strict=True)}
    return score_sheet_file(sheet, walked, dict(zip(sheet.rows[::3], PERSONAS, strict=True)))


@cache
def files() -> Mapping[str, bytes]:
    """The sample inbox, by file name."""
    from tests.year import in_inbox  # noqa: PLC0415 - which itself asks who is in the team

    before, key = forms_before_the_walk(), TeamKey(bytes.fromhex(KEY))
    drafts = case_review.drafts_of(key, before)
    cases = {**case_forms.files(), **case_review.reviewed(key, drafts)}
    return {**before, SCORE_SHEET: score_sheet_form(), **cases, **in_inbox.files(case_review.codes(drafts))}


def forms_before_the_walk() -> dict[str, bytes]:
    """What has come in before the introductory session, by file name."""
    return {
        "programma.xlsx": programme_form(),
        "Aanmelding Team Teacher Reflection(1-13).xlsx": microsoft_export((*TEAM[:-2], TEAM[3])),  # one of them twice
        "aanmelding-nakomers.xlsx": sign_up_form(LATE),
        "teamscan.xlsx": scan_form(),
        "stellingen.xlsx": statements_form(),
    }


def key_text() -> str:
    """The public key of the sample, with a token of each invented person."""
    return sample_key_text(KEY, [person.email for person in TEAM])


def fill(folder: Path) -> None:
    """A team's folder with the sample in it."""
    inbox, private = folder / "inbox", folder / "private"
    inbox.mkdir(parents=True, exist_ok=True)
    private.mkdir(exist_ok=True)
    for name, content in files().items():
        (inbox / name).write_bytes(content)
    (private / "sample.key").write_text(key_text(), encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    KEY_FILE.parent.mkdir(exist_ok=True)
    for name, content in files().items():
        (FOLDER / name).write_bytes(content)
    KEY_FILE.write_text(key_text(), encoding="utf-8")
