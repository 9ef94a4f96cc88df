"""The sheet that goes out is the sheet that comes back, in every language, mode and program."""

import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.walk.score_sheet import ScoreSheet, score_sheet
from pipeline.inbox.answers import RawScores, Received
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.scores.sheet import score_sheet_file
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import INTRO, Meeting, Mode, Programme, Walk
from pipeline.ttr.records import TeamYear
from tests.office.tools import require
from tests.workbooks import arrived, keys

CODES = ("CDF-234", "DFG-235", "FGH-236", "GHJ-237", "HJK-238", "JKL-239", "KLM-242", "LMN-243")
REVERSED = Statement(text="Ik moet naast mijn studie werken.", advantage_if_applies=False)


def made(language: str, walk: Walk = Walk.PERSONA, mode: Mode = Mode.ONLINE) -> ScoreSheet:
    programme = Programme(language=language, asked_walk=walk, trust=True, meetings=(Meeting(INTRO, mode=mode),))
    people = tuple(Participant(code, "teacher", first_year=True) for code in CODES)
    sheet = score_sheet(TeamYear(programme, people, statements=(*EXAMPLES, REVERSED)), catalogue(language))
    assert sheet is not None
    return sheet


def points(sheet: ScoreSheet) -> dict[str, tuple[int, ...]]:
    """Something else in each row, and the last row left blank."""
    options, width = sheet.options, len(sheet.columns)
    return {
        row: tuple(options[(number + column) % len(options)] for column in range(width))
        for number, row in enumerate(sheet.rows[:-1])
    }


def back(result: Received) -> RawScores:
    (only,) = result.scores
    return only


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.OFFLINE])
@pytest.mark.parametrize("walk", list(Walk))
def test_what_was_filled_in_comes_back(language: str, mode: Mode, walk: Walk, tmp_path: Path) -> None:
    sheet = made(language, walk, mode)
    result = arrived(tmp_path, {"x.xlsx": score_sheet_file(sheet, points(sheet))})
    raw = back(result)
    assert keys(result) == []
    assert (raw.steps, raw.numbered, raw.language) == (mode is Mode.OFFLINE, walk is not Walk.PERSONA, language)
    assert [row.points for row in raw.rows] == [
        tuple(value * sheet.worth for value in row) for row in points(sheet).values()
    ]
    assert [row.who[0].reveal() for row in raw.rows if row.who] == ([] if raw.numbered else list(CODES[:-1]))
    assert [column.number for column in raw.columns] == list(range(1, 12))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_that_nobody_filled_in_is_blank(language: str, tmp_path: Path) -> None:
    assert keys(arrived(tmp_path, {"x.xlsx": score_sheet_file(made(language))})) == ["score_sheet_blank"]


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.lists(st.sampled_from([10, 5, 0, None]), min_size=11, max_size=11), min_size=8, max_size=8))
def test_any_points_come_back_as_they_were_typed(
    rows: list[list[int | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    typed = dict(zip(CODES, rows, strict=True))
    result = arrived(tmp_path_factory.mktemp("x"), {"x.xlsx": score_sheet_file(made("nl"), typed)})
    told = {row.who[0].reveal(): list(row.points) for raw in result.scores for row in raw.rows}
    assert told == {code: row for code, row in typed.items() if set(row) != {None}}


def typed_persona(sheet: ScoreSheet, content: bytes) -> bytes:
    """The same workbook with a persona typed on the sheet for the reveal."""
    book = openpyxl.load_workbook(BytesIO(content))
    page = book[sheet.texts["reveal.tab"]]
    for column, text in enumerate(("eerste in de familie", "doof", None, "werkt 's nachts", sheet.yes_no[0]), 2):
        page.cell(5, column, text)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_persona_that_was_typed_for_the_reveal_comes_back(language: str, tmp_path: Path) -> None:
    sheet = made(language)
    content = typed_persona(sheet, score_sheet_file(sheet, points(sheet)))
    (persona,) = back(arrived(tmp_path, {"x.xlsx": content})).personas
    assert persona.who.reveal() == CODES[0]
    assert [text.reveal() for text in persona.aspects] == ["eerste in de familie", "doof", "werkt 's nachts"]
    assert persona.names_nobody


@pytest.mark.parametrize("saved", ["xlsx:Calc MS Excel 2007 XML", "csv:Text - txt - csv (StarCalc):59,34,76,1"])
def test_a_sheet_that_libreoffice_saved_says_the_same(
    saved: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sheet = made("nl")
    (tmp_path / "x.xlsx").write_bytes(score_sheet_file(sheet, points(sheet)))
    folder = tmp_path_factory.mktemp("saved")
    office = [require("soffice"), f"-env:UserInstallation={folder.as_uri()}/profile", "--headless"]
    command = [*office, "--convert-to", saved, "--outdir", str(folder), str(tmp_path / "x.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    result = arrived(tmp_path_factory.mktemp("back"), {"y": (folder / f"x.{saved.partition(':')[0]}").read_bytes()})
    assert [row.points for row in back(result).rows] == list(points(sheet).values())
    assert keys(result) == []


def test_a_sheet_saved_without_its_mark_is_known_by_its_shape(tmp_path: Path) -> None:
    sheet = made("nl")
    book = openpyxl.load_workbook(BytesIO(score_sheet_file(sheet, points(sheet))))
    book.custom_doc_props.props.clear()  # type: ignore[attr-defined]  # the stubs do not know it
    book.properties.identifier = None
    for name in [name for name in book.defined_names if name.startswith("_ttr")]:
        del book.defined_names[name]
    target = BytesIO()
    book.save(target)
    raw = back(arrived(tmp_path, {"x.xlsx": target.getvalue()}))
    assert raw.language is None
    assert [row.points for row in raw.rows] == list(points(sheet).values())
