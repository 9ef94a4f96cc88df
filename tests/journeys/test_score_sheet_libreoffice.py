"""Filled in together: in LibreOffice the totals, the order and the chart follow what is typed (M54-M57)."""

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from pipeline.documents.score_sheet import ScoreSheet, score_sheet
from pipeline.language.catalogue import catalogue
from pipeline.outbox.score_sheet import score_sheet_file
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from tests.office.tools import UNO, require

SCRIPT = Path(__file__).with_name("fill_in.py")
CODES = ("CDF-234", "HJK-345", "LMN-456", "PRT-567", "VWX-678", "CHL-789", "DJM-892", "FKN-923", "MPR-222")
BEFORE: Mapping[str, tuple[int | None, ...]] = {
    "CDF-234": (10, 10, 10, 5, 5, 0, 0, 10, 10, 10),
    "CHL-789": (5, 5, 5, 0, 0, 0, 0, 0, 0, 0),
    "DJM-892": (10, 10, 10, 10, 10, 10, 10, 10, 10, 5),
    "HJK-345": (0, 0, 5, 10, None, None, None, None, None, None),
    "VWX-678": (10, 10, 10, 10, 10, 0, 0, 0, 0, 0),
}
CHANGES = {
    "CDF-234": (None,) * 10,  # a row is cleared
    "CHL-789": (10, 10, 10, 10, 10, 10, 10, 10, 10, 10),  # the last one comes to the front
    "HJK-345": (10, 10, 10, 10, 10, None, None, None, None, None),  # a tie with VWX-678
}
AFTER = {**BEFORE, **CHANGES}


def sheet(walk: Walk, mode: Mode) -> ScoreSheet:
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    made = score_sheet(TeamYear(programme, tuple(map(Participant, CODES))), catalogue("nl"))
    assert made is not None
    return made


def filling(one: ScoreSheet, rows: Mapping[str, Sequence[int | None]]) -> dict[str, tuple[int | None, ...]]:
    """The same points on any sheet: by place where there are no codes, as steps where those are counted."""
    labels = dict(zip(CODES, one.rows if not one.by_code else CODES, strict=False))
    most = max(one.options)
    return {
        labels[code]: tuple(None if value is None else min(most, value) if most == 1 else value for value in row)
        for code, row in rows.items()
    }


def typing(one: ScoreSheet) -> Iterator[tuple[str, str, str]]:
    for label, row in filling(one, CHANGES).items():
        for column, value in enumerate(row):
            cell = f"{chr(ord('B') + column)}{5 + one.rows.index(label)}"
            yield one.texts["tab"], cell, "" if value is None else str(value)


VARIANTS = {
    "lanes": (Walk.PERSONA, Mode.ONLINE),
    "distribution": (Walk.ANONYMOUS, Mode.HYBRID),
    "tally": (Walk.PERSONA, Mode.OFFLINE),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Each sheet after somebody changed three rows of it in LibreOffice, every formula calculated anew."""
    python, soffice = require(UNO), require("soffice")
    folder = tmp_path_factory.mktemp("sheets")
    forms = []
    for name, (walk, mode) in VARIANTS.items():
        one = sheet(walk, mode)
        (folder / f"{name}.xlsx").write_bytes(score_sheet_file(one, filling(one, BEFORE)))
        places = {"blank": str(folder / f"{name}.xlsx"), "saved": str(folder / f"{name}-saved.xlsx")}
        forms.append({**places, "locale": "nl-NL", "typed": list(typing(one)), "recalculated": True})
    asked = json.dumps({"soffice": soffice, "forms": forms})
    subprocess.run([python, SCRIPT], input=asked, text=True, check=True, timeout=300)
    return {name: (folder / f"{name}-saved.xlsx").read_bytes() for name in VARIANTS}


def formula_values(content: bytes, formulas: bytes) -> dict[tuple[str, str], object]:
    """What stands stored in every cell that holds a formula in `formulas`."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    found = {}
    for page in load_workbook(io.BytesIO(formulas)).worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    value = book[page.title][cell.coordinate].value
                    found[page.title, cell.coordinate] = "" if value is None else value
    return found


def chart_numbers(content: bytes) -> list[list[float]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = (one for one in archive.namelist() if one.startswith("xl/charts/chart"))
        chart = etree.fromstring(archive.read(name))
    return [[float(v.text or "nan") for v in one.iterfind(".//{*}val//{*}v")] for one in chart.iter("{*}ser")]


@pytest.mark.parametrize("name", VARIANTS)
def test_what_libreoffice_calculates_is_what_we_would_have_stored(name: str, saved: Mapping[str, bytes]) -> None:
    one = sheet(*VARIANTS[name])
    expected = score_sheet_file(one, filling(one, AFTER))
    calculated = formula_values(saved[name], expected)
    assert len(calculated) > 20
    assert calculated == formula_values(expected, expected)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_chart_follows(name: str, saved: Mapping[str, bytes]) -> None:
    one = sheet(*VARIANTS[name])
    expected = chart_numbers(score_sheet_file(one, filling(one, AFTER)))
    assert chart_numbers(saved[name]) == expected
    assert expected != chart_numbers(score_sheet_file(one, filling(one, BEFORE)))


def test_the_order_is_as_it_should_be_after_the_changes(saved: Mapping[str, bytes]) -> None:
    book = load_workbook(io.BytesIO(saved["lanes"]), data_only=True)
    labels = [row[2] for row in book["Volgorde"].iter_rows(min_row=2, values_only=True)]
    assert labels[:4] == ["CHL-789  100", "DJM-892  95", "HJK-345  50", "VWX-678  50"]
    assert not any(labels[4:])
