"""Filled in together: in LibreOffice the totals, the order and the chart follow what is typed (M54-M57, G19, G21)."""

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree
from openpyxl import load_workbook

from pipeline.documents.walk.score_sheet import ScoreSheet, score_sheet
from pipeline.language.catalogue import catalogue
from pipeline.outbox.scores.sheet import score_sheet_file
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from tests.office.tools import UNO, require

Rows: TypeAlias = Mapping[int, tuple[int | None, ...]]

SCRIPT = Path(__file__).with_name("fill_in.py")
TIME_LIMIT = 300
NOTHING = (None,) * 10

# What stands in the rows, counted from 0, as shares of ten points.
BEFORE: Rows = {
    0: (10, 10, 10, 5, 5, 0, 0, 10, 10, 10),
    1: (0, 0, 5, 10, *NOTHING[4:]),
    2: (10, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    3: (5, 0, 10, 10, 10, 10, 0, 0, 0, 10),
    5: (10, 10, 10, 10, 10, 0, 0, 0, 0, 0),
    6: (5, 5, 5, 0, 0, 0, 0, 0, 0, 0),
    7: (10, 10, 10, 10, 10, 10, 10, 10, 10, 5),
    8: (0,) * 10,
}
CHANGES: Rows = {
    0: NOTHING,  # a row is cleared
    6: (10,) * 10,  # one of the last comes to the front
    1: (10, 10, 10, 10, 10, *NOTHING[5:]),  # a tie with row 5
    4: (None, None, 5, *NOTHING[3:]),  # somebody begins late
}
VARIANTS = {
    "lanes": (9, Walk.PERSONA, Mode.ONLINE),
    "dots": (30, Walk.PERSONA, Mode.HYBRID),
    "distribution": (9, Walk.ANONYMOUS, Mode.ONLINE),
    "groups": (9, Walk.ONESELF, Mode.ONLINE),
    "tally": (9, Walk.PERSONA, Mode.OFFLINE),
}
every_variant = pytest.mark.parametrize("name", VARIANTS)


def sheet(name: str) -> ScoreSheet:
    people, walk, mode = VARIANTS[name]
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    codes = tuple(Participant(f"CDF-{234 + number}") for number in range(people))
    made = score_sheet(TeamYear(programme, codes), catalogue("nl"))
    assert made is not None
    return made


def in_options(one: ScoreSheet, rows: Rows) -> dict[str, tuple[int | None, ...]]:
    """The same scores on any sheet; where steps are counted, half a step is one."""
    most = max(one.options)
    return {
        one.rows[number]: tuple(None if score is None else min(most, score) for score in row)
        for number, row in rows.items()
    }


def before(name: str) -> bytes:
    return score_sheet_file(sheet(name), in_options(sheet(name), BEFORE))


def after(name: str) -> bytes:
    return score_sheet_file(sheet(name), in_options(sheet(name), {**BEFORE, **CHANGES}))


def typing(one: ScoreSheet) -> Iterator[tuple[str, str, str]]:
    for label, row in in_options(one, CHANGES).items():
        for column, score in enumerate(row):
            cell = f"{chr(ord('B') + column)}{5 + one.rows.index(label)}"
            yield one.texts["tab"], cell, "" if score is None else str(score)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Each sheet after somebody changed four rows of it in LibreOffice, every formula reckoned anew."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("sheets")
    forms = []
    for name in VARIANTS:
        (folder / f"{name}.xlsx").write_bytes(before(name))
        places = {"blank": str(folder / f"{name}.xlsx"), "saved": str(folder / f"{name}-saved.xlsx")}
        forms.append({**places, "locale": "nl-NL", "typed": list(typing(sheet(name))), "recalculated": True})
    asked = json.dumps({"soffice": soffice, "forms": forms})
    subprocess.run([python, str(SCRIPT)], input=asked, text=True, check=True, timeout=TIME_LIMIT)
    return {name: (folder / f"{name}-saved.xlsx").read_bytes() for name in VARIANTS}


def formula_values(content: bytes, formulas: bytes) -> dict[tuple[str, str], object]:
    """What is stored in every cell that holds a formula in `formulas`."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    cells = (
        (page.title, cell.coordinate)
        for page in load_workbook(io.BytesIO(formulas)).worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )
    values = {place: book[place[0]][place[1]].value for place in cells}
    return {place: "" if value is None else value for place, value in values.items()}


def chart_numbers(content: bytes) -> list[list[float]]:
    """The numbers that the chart holds, a list for each series."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        [name] = [one for one in archive.namelist() if one.startswith("xl/charts/chart")]
        chart = etree.fromstring(archive.read(name))
    lists = []
    for series in chart.iter("{*}ser"):
        values = [found for tag in ("xVal", "val", "yVal") for found in series.findall(f"{{*}}{tag}")]
        lists += [[float(point.text or "nan") for point in one.iterfind(".//{*}v")] for one in values]
    return lists


def ranked(content: bytes, name: str) -> list[str]:
    page = load_workbook(io.BytesIO(content), data_only=True)[sheet(name).texts["order.tab"]]
    return [str(row[2]) for row in page.iter_rows(min_row=2, values_only=True)]


@every_variant
def test_what_libreoffice_reckons_is_what_we_would_have_stored(name: str, saved: Mapping[str, bytes]) -> None:
    reckoned = formula_values(saved[name], after(name))
    assert len(reckoned) > 20
    assert reckoned == formula_values(after(name), after(name))
    assert reckoned != formula_values(before(name), before(name))


@every_variant
def test_the_chart_follows(name: str, saved: Mapping[str, bytes]) -> None:
    assert chart_numbers(saved[name]) == chart_numbers(after(name))
    assert chart_numbers(after(name)) != chart_numbers(before(name))


def test_a_cleared_row_drops_to_the_end_and_a_tie_keeps_its_order(saved: Mapping[str, bytes]) -> None:
    rows = sheet("lanes").rows
    assert ranked(saved["lanes"], "lanes") == [rows[number] for number in (6, 7, 3, 1, 5, 2, 4, 8, 0)]
    page = load_workbook(io.BytesIO(saved["lanes"]), data_only=True)["Scores"]
    assert [page.cell(5, column).value or "" for column in (12, 13)] == ["", "0/10"]


@every_variant
def test_before_anything_is_reckoned_libreoffice_shows_what_is_stored(name: str, tmp_path: Path) -> None:
    """A sheet that was only opened and saved: neither a nought nor a gap in place of what we stored."""
    (tmp_path / "x.xlsx").write_bytes(before(name))
    office = [require("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command = [*office, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "y")]
    subprocess.run([*command, str(tmp_path / "x.xlsx")], check=True, capture_output=True, timeout=TIME_LIMIT)
    content = (tmp_path / "y" / "x.xlsx").read_bytes()
    assert formula_values(content, before(name)) == formula_values(before(name), before(name))
