"""A faulty form comes back with its cells marked and explained, and can be mended and handed in again."""

import io
from pathlib import Path

import openpyxl
import pytest

from pipeline.anonymise import door
from pipeline.findings import Place, note, stop
from pipeline.inbox.answers import Received
from pipeline.inbox.raw import RawCell, RawSheet, RawWorkbook
from pipeline.language.catalogue import catalogue
from pipeline.post import mending
from tests import sample
from tests.office.judgement import complaints

FILE = "inbox/programma.xlsx"


def received(tmp_path: Path, content: bytes) -> Received:
    (tmp_path / "inbox").mkdir(exist_ok=True)
    (tmp_path / "inbox" / "programma.xlsx").write_bytes(content)
    return door.received(tmp_path / "inbox")


def book_of(cells: dict[str, object], name: str = "Blad") -> Received:
    made = {}
    for address, value in cells.items():
        column, row = ord(address[0]) - 64, int(address[1:])
        made[row, column] = RawCell(value, row, column, formula=value is None)  # type: ignore[arg-type]
    return Received(workbooks={FILE: RawWorkbook((RawSheet(name, made),))})


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_the_marked_cell_has_a_colour_and_a_comment_and_stands_on_the_first_sheet(
    language: str, tmp_path: Path
) -> None:
    words = catalogue(language)
    finding = note("regular_meeting_open", Place(FILE, "Bijeenkomsten", "G6"), meetings=("x",))
    ((path, content),) = mending.copies(received(tmp_path, sample.programme_form()), [finding], words).items()
    assert path.startswith("to_mend/01-")
    book = opened(content)
    cell = book["Bijeenkomsten"]["G6"]
    assert cell.fill.fgColor.rgb == "FFFFF1C2"
    assert words.remedy(finding) in cell.comment.text
    assert cell.comment.author == "None"  # so openpyxl calls an empty one
    first = [value for row in book.worksheets[0].iter_rows(values_only=True) for value in row]
    assert words.problem(finding) in first
    assert FILE in " ".join(str(value) for value in first)
    assert book["Bijeenkomsten"]["A2"].comment is None


def test_a_copy_of_our_own_form_can_be_handed_in_again(tmp_path: Path) -> None:
    finding = stop("answer_missing", Place(FILE, "Programma", "B4"))
    came = received(tmp_path, sample.programme_form())
    ((_, content),) = mending.copies(came, [finding], catalogue("nl")).items()
    again = received(tmp_path, content)
    assert not again.findings
    assert [a.form.key for a in again.forms] == ["programme"]
    for sheet, rows in came.forms[0].sheets.items():
        assert [{k: a.value for k, a in row.answers.items()} for row in again.forms[0].sheets[sheet]] == [
            {k: a.value for k, a in row.answers.items()} for row in rows
        ]


def test_copies_are_sound_and_accessible_and_the_same_each_time(tmp_path: Path) -> None:
    finding = stop("answer_missing", Place(FILE, "Programma", "B4"))
    came = received(tmp_path, sample.programme_form())
    ((_, content),) = mending.copies(came, [finding], catalogue("de")).items()
    assert mending.copies(came, [finding], catalogue("de")) == mending.copies(came, [finding], catalogue("de"))
    target = tmp_path / "copy.xlsx"
    target.write_bytes(content)
    assert complaints([target]) == []


def test_what_looks_like_a_formula_stays_text_and_a_formula_is_named() -> None:
    came = book_of({"A1": "Naam", "A2": "=cmd|'/c calc'!A1", "B2": None, "A3": "a\x01b\ud800", "A4": "x" * 40_000})
    finding = note("answer_missing", Place(FILE, "Blad", "B2"))
    ((_, content),) = mending.copies(came, [finding], catalogue("nl")).items()
    sheet = opened(content)["Blad"]
    assert sheet["A2"].data_type == "s"
    assert sheet["B2"].value == "(formule)"
    assert len(sheet["A4"].value) == 32_767


@pytest.mark.parametrize("name", ["", "History", "Te verbeteren", "a/b:c*d?e[f]", "x" * 60, "'quoted'"])
def test_any_name_of_a_sheet_will_do(name: str) -> None:
    finding = note("answer_missing", Place(FILE, name, "A1"))
    ((_, content),) = mending.copies(book_of({"A1": "Naam"}, name), [finding], catalogue("nl")).items()
    book = opened(content)
    assert len(book.sheetnames) == 2
    assert book.worksheets[1]["A1"].comment is not None


def test_a_file_without_a_finding_about_a_cell_has_no_copy() -> None:
    came = book_of({"A1": "Naam"})
    assert not mending.copies(came, [note("form_unknown", Place(FILE)), note("inbox_empty")], catalogue("nl"))


def test_no_text_of_a_copy_runs_over_the_one_below(tmp_path: Path) -> None:
    finding = note("regular_meeting_open", Place(FILE, "Bijeenkomsten", "G6"), meetings=("x",))
    ((_, content),) = mending.copies(received(tmp_path, sample.programme_form()), [finding], catalogue("nl")).items()
    page = opened(content)["Programma"]
    for row in page.iter_rows(min_row=2):
        needed = max(len(str(cell.value or "")) / page.column_dimensions[cell.column_letter].width for cell in row)
        assert (page.row_dimensions[row[0].row].height or 15) >= 15 * needed


def test_a_score_sheet_that_comes_back_can_still_be_read(tmp_path: Path) -> None:
    finding = note("score_half_filled", Place(FILE, "Scores", "K13"), count=1)
    ((_, content),) = mending.copies(received(tmp_path, sample.score_sheet_form()), [finding], catalogue("nl")).items()
    page = opened(content)["Scores"]
    assert all(page.column_dimensions[cell.column_letter].width <= 21 for cell in page[5])
    assert not page["A2"].alignment.wrap_text


def test_a_moment_fits_in_its_column(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "programma.xlsx").write_bytes(sample.microsoft_export(sample.TEAM))
    finding = note("same_file", Place(FILE, "Sheet1", "E3"), other="x")
    ((_, content),) = mending.copies(door.received(tmp_path / "inbox"), [finding], catalogue("nl")).items()
    page = opened(content)["Sheet1"]
    assert all(page.column_dimensions[letter].width >= len("2027-09-07 12:02") for letter in "BC")
    assert page.column_dimensions["D"].width >= max(len(person.email) for person in sample.TEAM)
