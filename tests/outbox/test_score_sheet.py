"""The scoring sheet tells the truth before anything is calculated, and in whatever shows it (M54-M57, G21)."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from pipeline.documents.score_sheet import ScoreSheet, score_sheet
from pipeline.language.catalogue import catalogue
from pipeline.outbox.score_sheet import score_sheet_file
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from tests.office.judgement import complaints

NS = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def sheet(people: int, mode: Mode = Mode.ONLINE, walk: Walk = Walk.PERSONA, language: str = "nl") -> ScoreSheet:
    programme = Programme(asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    codes = tuple(Participant(f"{'KLMNPRT'[number // 100]}TM-{222 + number}") for number in range(people))
    made = score_sheet(TeamYear(programme, codes, statements=EXAMPLES[:4]), catalogue(language))
    assert made is not None
    return made


def typed(one: ScoreSheet, *rows: tuple[int | None, ...]) -> dict[str, tuple[int | None, ...]]:
    return dict(zip(one.rows, rows, strict=False))


def stored(content: bytes, tab: str) -> list[list[object]]:
    """What a reader shows that calculates nothing."""
    book = load_workbook(io.BytesIO(content), data_only=True)
    return [list(row) for row in book[tab].iter_rows(values_only=True)]


def test_a_row_has_no_total_until_something_is_filled_in() -> None:
    one = sheet(3)
    rows = stored(score_sheet_file(one, typed(one, (10, 5, 0, None))), "Scores")
    assert rows[4][-2:] == [15, "3/4"]
    assert rows[5][-2] in ("", None)
    assert rows[5][-1] == "0/4"
    assert rows[0][-1] == "3/12"


def test_steps_count_ten_each() -> None:
    one = sheet(2, Mode.OFFLINE)
    rows = stored(score_sheet_file(one, typed(one, (1, 1, 0, 1))), "Scores")
    assert rows[4][-2] == 30


def test_the_best_stands_first_ties_keep_their_order_and_empty_rows_come_last() -> None:
    one = sheet(4)
    content = score_sheet_file(
        one, typed(one, (5, 0, 0, 0), (), (10, 10, 10, 0), (5, 0, 0, 0)) | {one.rows[1]: (None,) * 4}
    )
    labels = [row[2] for row in stored(content, "Volgorde")[1:]]
    assert labels[:3] == [f"{one.rows[2]}  30", f"{one.rows[0]}  5", f"{one.rows[3]}  5"]
    assert labels[3] in ("", None)


cell = st.sampled_from((10, 5, 0, None))


@settings(max_examples=25)
@given(st.lists(st.tuples(cell, cell, cell, cell), min_size=1, max_size=6))
def test_each_lane_is_its_total_and_what_is_still_to_go(rows: list[tuple[int | None, ...]]) -> None:
    one = sheet(len(rows))
    order = stored(score_sheet_file(one, typed(one, *rows)), "Volgorde")[1:]
    totals = sorted((sum(filter(None, row)) for row in rows if any(v is not None for v in row)), reverse=True)
    assert [row[3] for row in order if row[3] not in ("", None)] == totals
    for total, row in zip(totals, order, strict=False):
        lane = [int(str(value)) for value in row[4:8]]
        assert sum(lane[:3]) == total
        assert sum(lane) == one.maximum


@pytest.mark.parametrize("people", [8, 14, 24, 40, 200])
@pytest.mark.parametrize("walk", [Walk.PERSONA, Walk.ANONYMOUS])
def test_the_chart_carries_the_numbers_of_its_sheet(people: int, walk: Walk) -> None:
    one = sheet(people, walk=walk)
    rows = [tuple((10, 5, 0)[(number * (column + 2)) % 3] for column in range(4)) for number in range(people - 1)]
    content = score_sheet_file(one, typed(one, *rows))
    order = stored(content, "Volgorde")[1:]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        chart = etree.fromstring(archive.read("xl/charts/chart1.xml"))
    series = list(chart.iter(f"{{{NS['c']}}}ser"))
    assert len(series) == (4 if walk is Walk.PERSONA and people <= 24 else 3)
    for found in series:
        (values,) = (child for child in found if etree.QName(child).localname in ("val", "yVal"))
        formula = values.findtext("c:numRef/c:f", "", NS)
        column = ord(re.sub(r".*\$([A-Z])\$2.*", r"\1", formula)) - ord("A")
        points = [float(point.text or "nan") for point in values.iterfind(".//c:pt/c:v", NS)]
        assert points == [float(str(row[column])) for row in order]


def test_nothing_stands_in_the_way_of_working_on_it_together() -> None:
    content = score_sheet_file(sheet(14))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        texts = {name: archive.read(name).decode("utf-8", "replace") for name in names if name.endswith(".xml")}
    assert not [name for name in names if "vba" in name or "activeX" in name or "externalLink" in name]
    everything = "\n".join(texts.values())
    assert not re.search(r"password=|hashValue|workbookProtection|fileSharing", everything)
    assert not re.search(r"SORTBY|FILTER\(|XLOOKUP|LET\(|AGGREGATE|cm=\"1\"", everything)
    assert "_ttr_form" not in texts["xl/charts/chart1.xml"]


def test_only_cells_to_fill_in_are_open_and_take_what_belongs_there() -> None:
    book = load_workbook(io.BytesIO(score_sheet_file(sheet(9))))
    page = book["Scores"]
    assert page.protection.sheet
    assert not page.protection.password
    assert page["A5"].protection.locked
    assert not page["B5"].protection.locked
    assert page["F5"].protection.locked
    (rule,) = page.data_validations.dataValidation
    assert (rule.formula1, rule.errorStyle in (None, "stop")) == ('"10,5,0"', True)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert score_sheet_file(sheet(14)) == score_sheet_file(sheet(14))


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_the_sheet_is_valid_and_accessible(tmp_path: Path, language: str) -> None:
    variants = {
        "lanes": sheet(14, language=language),
        "dots": sheet(40, language=language),
        "distribution": sheet(14, walk=Walk.ANONYMOUS, language=language),
        "tally": sheet(9, Mode.OFFLINE, language=language),
    }
    paths = []
    for name, one in variants.items():
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(score_sheet_file(one, typed(one, (one.options[0],) * 4)))
    assert complaints(paths, ()) == []
