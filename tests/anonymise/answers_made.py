"""A small maker of what the reader hands to the door: forms with answers, each with its place."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from itertools import count
from string import ascii_uppercase

from pipeline.anonymise.door import Passed, passed
from pipeline.anonymise.key import TeamKey
from pipeline.findings import Finding, Place
from pipeline.forms import OWN_WORDS, PROGRAMME, SIGN_UP, STATEMENTS, TEAM_SCAN
from pipeline.forms.questions import Address, Designation, Form, Name, Names, Prose, Remark
from pipeline.inbox.answers import Answer, Answers, Given, Received, Row, Source
from pipeline.inbox.personal import Personal

KEY = TeamKey(bytes(range(32)))
TODAY = date(2027, 9, 20)
CLOSED = (Name, Names, Address, Remark, Prose, Designation)

Said = Mapping[str, Given | None]


def form(
    asked: Form, file: str = "", language: str | None = "nl", digest: str = "", **sheets: Sequence[Said]
) -> Answers:
    """A form as it was read; a text that answers a closed question is closed here."""
    file = file or f"inbox/{asked.key}.xlsx"
    made = {
        sheet.key: tuple(
            _row(asked, sheet.key, file, number, said) for number, said in zip(count(2), sheets[sheet.key])
        )
        for sheet in asked.sheets
        if sheet.key in sheets
    }
    return Answers(asked, Source.OURS, Place(file), digest or file, language, made)


def _row(asked: Form, sheet: str, file: str, number: int, said: Said) -> Row:
    answers = {}
    for column, question in zip(ascii_uppercase, asked.sheet(sheet).questions, strict=False):
        value = said.get(question.key)
        if isinstance(value, str) and isinstance(question.kind, CLOSED):
            value = Personal(value)
        answers[question.key] = Answer(value, Place(file, sheet, f"{column}{number}"))
    return Row(answers, Place(file, sheet, f"A{number}"))


def person(name: str | None, email: str | None = None, role: str | None = "teacher", first_year: str = "yes") -> Said:
    return {"name": name, "email": email, "role": role, "first_year": first_year}


def sign_up(*people: Said, file: str = "inbox/sign_up.xlsx") -> Answers:
    return form(SIGN_UP, file, participants=people)


def programme(
    *meetings: Said, file: str = "inbox/programme.xlsx", breaks: Sequence[Said] = (), **answers: Given | None
) -> Answers:
    whole: dict[str, Given | None] = {
        "team": "Jaar 1",
        "institution": "Hogeschool Duinstad",
        "programme": "Verpleegkunde",
        "academic_year": "2027-2028",
        "first_teaching_day": date(2027, 9, 6),
        "language": "nl",
        "year_type": "first",
        "staff": 24,
        "lead_1": "Sanne Hoekstra",
    }
    return form(PROGRAMME, file, programme=[{**whole, **answers}], meetings=meetings, breaks=breaks)


def meeting(key: str | None, day: date | None, **answers: Given | None) -> Said:
    return {"meeting": key, "day": day, "start": time(13), "minutes": 110, "mode": "offline", **answers}


def own_statement(text: str, names_nobody: str | None = "yes", advantage_if: str | None = "yes") -> Said:
    return {"statement": text, "theme": "home", "advantage_if": advantage_if, "names_nobody": names_nobody}


def statements(*own: Said, file: str = "inbox/statements.xlsx", language: str | None = "nl") -> Answers:
    return form(STATEMENTS, file, language, own=own)


def own_words(*rows: tuple[str, str], file: str = "inbox/own.xlsx", language: str | None = "nl") -> Answers:
    return form(OWN_WORDS, file, language, words=[{"key": key, "own": own} for key, own in rows])


def scan(file: str = "inbox/scan.xlsx", **sheets: Sequence[Said]) -> Answers:
    return form(TEAM_SCAN, file, **sheets)


def through(*forms: Answers, key: TeamKey = KEY) -> Passed:
    return passed(Received(forms), key, TODAY)


def keys(found: Passed) -> list[str]:
    return [finding.key for finding in found.findings]


def said_of(found: Passed, key: str) -> Finding:
    """The one finding with this key."""
    (only,) = [finding for finding in found.findings if finding.key == key]
    return only
