"""Corrected in LibreOffice, the overview of wordings follows at once, and the form is read with what was corrected."""

import io
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.documents.frame.grouped_wordings import GroupedWordings, grouped_wordings
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.scores.cells import Formula
from pipeline.outbox.wordings.order import Grouping, in_rows, order
from pipeline.outbox.wordings.workbook import wordings_file
from pipeline.ttr.wordings import Wording
from tests.documents.wordings_given import year_with_wordings
from tests.office.tools import UNO, require
from tests.workbooks import arrived, keys, only, told

SCRIPT = Path(__file__).with_name("fill_in.py")
TIME_LIMIT = 300
PEOPLE = 14
FIRST_ROW = 3
NEW = Wording("Een bankje bij de ingang", 7)
# LibreOffice says more of a bar in a cell than openpyxl knows.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
every_language = pytest.mark.parametrize("language", LANGUAGES)


def team(language: str) -> GroupedWordings:
    made = grouped_wordings(year_with_wordings(language, PEOPLE), catalogue(language))
    assert made is not None
    return made


def before(language: str) -> Grouping:
    overview = team(language).overviews[0]
    tab = catalogue(language).say("forms.grouped_wordings.conditions.tab")
    return Grouping(tab, in_rows(overview.groups, overview.numbers), overview.numbers)


def changes(language: str) -> dict[int, int]:
    """By row, counted from 0: two groups become one, one wording begins a new group, and one has none any more."""
    rows = before(language).wordings
    second = {at: 1 for at, (_, number) in enumerate(rows) if number == 2}
    return {**second, 0: before(language).numbers, len(rows) - 1: 0}


def after(language: str) -> Grouping:
    """The same rows as they are then, with one more."""
    was, changed = before(language), changes(language)
    rows = [(wording, changed.get(at, number)) for at, (wording, number) in enumerate(was.wordings)]
    return Grouping(was.tab, (*rows, (NEW, 3)), was.numbers)


def typing(language: str) -> list[tuple[str, str, str]]:
    tab, end = before(language).tab, FIRST_ROW + len(before(language).wordings)
    cells = [(tab, f"C{FIRST_ROW + at}", str(number or "")) for at, number in changes(language).items()]
    return [*cells, (tab, f"A{end}", NEW.text), (tab, f"B{end}", str(NEW.times)), (tab, f"C{end}", "3")]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The workbook of each language after somebody corrected it in LibreOffice, every formula reckoned anew."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("wordings")
    forms = []
    for language in LANGUAGES:
        blank, done = folder / f"{language}.xlsx", folder / f"{language}-saved.xlsx"
        blank.write_bytes(wordings_file(team(language)))
        locale = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}[language]
        told = {"locale": locale, "typed": typing(language), "recalculated": True}
        forms.append({"blank": str(blank), "saved": str(done), **told})
    asked = json.dumps({"soffice": soffice, "forms": forms})
    subprocess.run([python, str(SCRIPT)], input=asked, text=True, check=True, timeout=TIME_LIMIT)
    return {language: (folder / f"{language}-saved.xlsx").read_bytes() for language in LANGUAGES}


def values(content: bytes, sheet: str, columns: int) -> list[list[Any]]:
    page = load_workbook(io.BytesIO(content), data_only=True)[sheet]
    rows = page.iter_rows(min_row=2, max_col=columns, values_only=True)
    return [["" if value is None else value for value in row] for row in rows]


def expected(grouping: Grouping) -> list[list[Any]]:
    return [[cell.value if isinstance(cell, Formula) else cell for cell in row] for row in order(grouping)]


def overview(content: bytes) -> list[list[Any]]:
    page = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    return [list(row) for row in page.iter_rows(min_row=5, max_col=4, values_only=True) if row[0] not in {None, ""}]


@every_language
def test_what_libreoffice_reckons_is_what_we_would_have_stored(language: str, saved: Mapping[str, bytes]) -> None:
    found, wanted = values(saved[language], "order_conditions", 15), expected(after(language))
    # One row more was typed than there was, so that one less is left.
    assert found == wanted[: len(found)]
    assert len(found) == len(expected(before(language)))
    assert found != expected(before(language))


@every_language
def test_the_overview_follows_in_counts_and_order(language: str, saved: Mapping[str, bytes]) -> None:
    found, groups = overview(saved[language]), after(language).wordings
    times = {number: sum(wording.times for wording, one in groups if one == number) for _, number in groups if number}
    assert [(row[0], row[2]) for row in found] == sorted(times.items(), key=lambda one: (-one[1], one[0]))
    assert NEW.text in [row[1] for row in found]


@every_language
def test_what_is_without_a_group_is_told(language: str, saved: Mapping[str, bytes]) -> None:
    page = load_workbook(io.BytesIO(saved[language]), data_only=True).worksheets[0]
    assert page["D2"].value == f"{catalogue(language).say('wordings.apart')}: 1"
    total = sum(wording.times for wording, _ in after(language).wordings)
    assert page["D1"].value == f"{catalogue(language).say('wordings.total')}: {total}"


@every_language
def test_it_is_read_with_what_was_corrected(language: str, saved: Mapping[str, bytes], tmp_path: Path) -> None:
    result = arrived(tmp_path, {"terug.xlsx": saved[language]})
    assert keys(result) == []
    rows = [told(row) for row in only(result).sheets["conditions"]]
    assert [(row["wording"], row["times"], row.get("group", 0)) for row in rows] == [
        (wording.text, wording.times, number) for wording, number in after(language).wordings
    ]


@every_language
def test_before_anything_is_reckoned_libreoffice_shows_what_is_stored(language: str, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(wordings_file(team(language)))
    office = [require("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command = [*office, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "y")]
    subprocess.run([*command, str(tmp_path / "x.xlsx")], check=True, capture_output=True, timeout=TIME_LIMIT)
    content = (tmp_path / "y" / "x.xlsx").read_bytes()
    assert overview(content) == overview(wordings_file(team(language)))
    result = arrived(tmp_path, {"terug.xlsx": content})
    assert keys(result) == []
    assert len(only(result).sheets["conditions"]) == len(before(language).wordings)
