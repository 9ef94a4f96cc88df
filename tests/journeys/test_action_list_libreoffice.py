"""Kept through the year: in LibreOffice the counts follow what is typed, and the list is read again (M98, M100)."""

import io
import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.documents.follow_up.action_list import action_list
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.actions.workbook import action_workbook
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.records import TeamYear
from tests import workbooks
from tests.office.tools import UNO, require

SCRIPT = Path(__file__).with_name("fill_in.py")
TIME_LIMIT = 300
# What is late or not, whenever this is run.
LONG_AGO, FAR_AWAY, TODAY = date(2021, 3, 1), date(2098, 3, 1), date(2028, 2, 20)
LOCALES = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}
BEFORE = (
    ActionPoint("1.1", "Het practicum uitleggen", "follow_up_1", "teamleiders", LONG_AGO),
    ActionPoint("1.2", "Groepen zelf indelen", "follow_up_1", "docenten", FAR_AWAY, ActionState.BUSY),
    ActionPoint("2.1", "De regel herschrijven", "follow_up_2", "teamleiders", LONG_AGO, ActionState.DONE),
)
NEW = ActionPoint("", "Een gesprek aanbieden", "follow_up_3", "studieadviseurs", LONG_AGO)
AFTER = (replace(BEFORE[0], state=ActionState.DONE), replace(BEFORE[1], due=LONG_AGO), BEFORE[2], NEW)


def written(language: str, *points: ActionPoint, today: date | None = TODAY) -> bytes:
    actions = action_list(TeamYear(action_points=points, today=today), catalogue(language))
    assert actions is not None
    return action_workbook(actions)


def typing(language: str) -> list[tuple[str, str, str]]:
    """One is done, one has another date, and below there is a new one whose state is left open."""
    words = catalogue(language)
    tab = words.say("forms.action_list.actions.tab")
    cells = {
        "F3": words.say("choices.action_state.done"),
        "E4": "2021-03-01",
        "B6": words.say("choices.follow_up.follow_up_3"),
        "C6": NEW.what,
        "D6": str(NEW.who),
        "E6": "2021-03-01",
    }
    return [(tab, cell, text) for cell, text in cells.items()]


def saved(folder: Path, files: Mapping[str, tuple[str, bytes]], *, typed: bool) -> dict[str, bytes]:
    """Each file, by name with its language, after LibreOffice opened and saved it."""
    python, soffice = require(UNO), require("soffice")
    forms = []
    for name, (language, content) in files.items():
        (folder / f"{name}.xlsx").write_bytes(content)
        places = {"blank": str(folder / f"{name}.xlsx"), "saved": str(folder / f"{name}-saved.xlsx")}
        told = typing(language) if typed else []
        forms.append({**places, "locale": LOCALES[language], "typed": told, "recalculated": typed})
    asked = json.dumps({"soffice": soffice, "forms": forms})
    subprocess.run([python, str(SCRIPT)], input=asked, text=True, check=True, timeout=TIME_LIMIT)
    return {name: (folder / f"{name}-saved.xlsx").read_bytes() for name in files}


def counts(content: bytes, language: str) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(content), data_only=True)
    page = book[catalogue(language).say("forms.action_list.overview.tab")]
    return [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=2, max_row=6)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    files = {language: (language, written(language, *BEFORE)) for language in LANGUAGES}
    return saved(tmp_path_factory.mktemp("lists"), files, typed=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_libreoffice_counts_is_what_we_would_have_stored(language: str, kept: Mapping[str, bytes]) -> None:
    assert counts(kept[language], language) == counts(written(language, *AFTER), language)
    assert counts(kept[language], language) != counts(written(language, *BEFORE), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_is_read_again(language: str, kept: Mapping[str, bytes], tmp_path: Path) -> None:
    received = workbooks.arrived(tmp_path, {"lijst.xlsx": kept[language]})
    assert workbooks.keys(received) == []
    rows = [workbooks.told(row) for row in workbooks.only(received).sheets["actions"]]
    assert [(row["what"], row["due"], row.get("state", "open")) for row in rows] == [
        (point.what, point.due, point.state.value) for point in AFTER
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_for_what_is_late_is_still_there(language: str, kept: Mapping[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(kept[language]))
    page = book[catalogue(language).say("forms.action_list.actions.tab")]
    formats = [
        rule.dxf.numFmt.formatCode for area in page.conditional_formatting for rule in area.rules if rule.dxf.numFmt
    ]
    assert any(catalogue(language).say("actions.late") in shown for shown in formats)


def test_opened_on_another_day_it_counts_what_is_late_by_then(tmp_path: Path) -> None:
    """A list that was made while the day was not known, opened and saved without being asked to reckon."""
    opened = saved(tmp_path, {"undated": ("nl", written("nl", *BEFORE, today=None))}, typed=False)["undated"]
    assert [row[-1] for row in counts(written("nl", *BEFORE, today=None), "nl")] == [0] * 5
    assert counts(opened, "nl") == counts(written("nl", *BEFORE), "nl")
