"""Whatever is filled in to a form of ours comes back the same, in each language and through LibreOffice."""

import shutil
import subprocess
import unicodedata
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.forms import FORMS, OWN_WORDS, PROGRAMME, SIGN_UP, STATEMENTS, TEAM_SCAN
from pipeline.forms.questions import (
    AcademicYear,
    Address,
    CatalogueKey,
    Choice,
    Clock,
    Day,
    Designation,
    Form,
    Kind,
    Layout,
    Name,
    Number,
    Prose,
    Remark,
    Sheet,
)
from pipeline.inbox.answers import Received
from pipeline.inbox.cleaning import cleaned, on_one_line
from pipeline.inbox.kinds import said
from pipeline.inbox.raw import RawCell
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.workbook import form_workbook
from tests.workbooks import arrived, told

SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"))
TEXT = st.text(SIGNS, min_size=1, max_size=60).map(cleaned)


def texts(longest: int, *, lines: bool) -> st.SearchStrategy[str]:
    meant = cleaned if lines else on_one_line
    return TEXT.map(meant).filter(lambda text: bool(text) and len(text) <= longest and text == meant(text))


ADDRESS = st.from_regex(r"[a-z0-9]{1,12}(\.[a-z0-9]{1,8})?@[a-z]{2,10}\.(test|example)", fullmatch=True)


def answers_of(kind: Kind) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911 - one per kind
    match kind:
        case Name() | Remark():
            return texts(60, lines=False)
        case Designation(longest):
            return texts(longest, lines=False)
        case Prose(longest):
            return texts(longest, lines=True)
        case Address():
            return ADDRESS
        case Choice(_, options):
            return st.sampled_from([str(option) for option in options])
        case Number(lowest, highest):
            return st.integers(lowest, highest)
        case Day(earliest, latest):
            return st.dates(earliest, latest)
        case Clock():
            return st.times().map(lambda moment: time(moment.hour, moment.minute))
        case AcademicYear():
            return st.integers(2000, 2098).map(lambda year: f"{year}-{year + 1}")
        case CatalogueKey():
            return st.nothing()


def rows_of(sheet: Sheet) -> st.SearchStrategy[list[dict[str, Any]]]:
    asked = {question.key: answers_of(question.kind) for question in sheet.questions}
    row = st.fixed_dictionaries(asked)
    return st.lists(row, min_size=1, max_size=1 if sheet.layout is Layout.FIELDS else 4)


def filled_in(form: Form) -> st.SearchStrategy[dict[str, list[dict[str, Any]]]]:
    return st.fixed_dictionaries({sheet.key: rows_of(sheet) for sheet in form.sheets if not sheet.fixed})


def back(received: Received) -> dict[str, list[dict[str, Any]]]:
    (answers,) = received.forms
    return {
        key: [dict(told(row)) for row in rows]
        for key, rows in answers.sheets.items()
        if not answers.form.sheet(key).fixed
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [PROGRAMME, SIGN_UP, TEAM_SCAN], ids=lambda form: form.key)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(chosen=st.data())
def test_every_answer_comes_back_the_same(chosen: st.DataObject, form: Form, language: str, tmp_path: Path) -> None:
    filled = chosen.draw(filled_in(form))
    result = arrived(tmp_path, {"form.xlsx": form_workbook(form, catalogue(language), filled)})
    assert back(result) == filled
    assert result.findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_about_our_statements_comes_back(language: str, tmp_path: Path) -> None:
    own = [{"statement": "Ik vind hier\nmijn weg.", "theme": "home", "advantage_if": "yes", "names_nobody": "yes"}]
    sheet = STATEMENTS.sheet("examples")
    uses = [{"statement": key, "use": ("yes", "no")[number % 2]} for number, key in enumerate(sheet.fixed_values)]
    content = form_workbook(STATEMENTS, catalogue(language), {"examples": uses, "own": own})
    (answers,) = arrived(tmp_path, {"form.xlsx": content}).forms
    assert [dict(told(row)) for row in answers.sheets["examples"]] == uses
    assert [dict(told(row)) for row in answers.sheets["own"]] == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words_come_back_under_their_keys(language: str, tmp_path: Path) -> None:
    filled = {"words": [{"key": "programme.statement.loan", "own": "Ik heb nooit geleend."}]}
    result = arrived(tmp_path, {"form.xlsx": form_workbook(OWN_WORDS, catalogue(language), filled)})
    rows = [told(row) for row in result.forms[0].sheets["words"]]
    assert [row["key"] for row in rows if "own" in row] == ["programme.statement.loan"]
    assert len(rows) > 100
    assert result.findings == ()


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_any_text_in_any_cell_is_an_answer_a_refusal_or_nothing(text: str) -> None:
    for form in FORMS:
        for sheet in form.sheets:
            for question in sheet.questions:
                said(question.kind, RawCell(text, 1, 1), {})
    assert unicodedata.is_normalized("NFC", cleaned(text))


FILLED: dict[str, dict[str, list[dict[str, Any]]]] = {
    "programme": {
        "programme": [
            {
                "team": "Team Social Work",
                "institution": "Hogeschool Rivierenland",
                "programme": "Social Work",
                "academic_year": "2027-2028",
                "first_teaching_day": date(2027, 9, 6),
                "language": "nl",
                "year_type": "first",
                "staff": 18,
                "lead_1": "Naïma Öztürk",
            }
        ],
        "meetings": [
            {"meeting": "intro", "day": date(2027, 9, 24), "start": time(13, 30), "minutes": 110, "mode": "hybrid"}
        ],
        "breaks": [{"first_day": date(2027, 12, 24), "last_day": date(2028, 1, 9), "occasion": "Kerst"}],
    },
    "sign_up": {
        "participants": [
            {"name": "=Björn-Åke", "email": "b@school.test", "role": "support", "first_year": "no", "remarks": "+1"}
        ]
    },
}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_survives_being_saved_by_libreoffice(language: str, tmp_path: Path) -> None:
    for key, filled in FILLED.items():
        form = next(form for form in FORMS if form.key == key)
        (tmp_path / f"{key}.xlsx").write_bytes(form_workbook(form, catalogue(language), filled))
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "saved")),
            *(str(tmp_path / f"{key}.xlsx") for key in FILLED),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    result = arrived(tmp_path, {path.name: path.read_bytes() for path in (tmp_path / "saved").iterdir()})
    assert {answers.form.key: answers.language for answers in result.forms} == dict.fromkeys(FILLED, language)
    for answers in result.forms:
        assert {key: [dict(told(row)) for row in rows] for key, rows in answers.sheets.items()} == FILLED[
            answers.form.key
        ]
    assert result.findings == ()
