"""The send list is a plain table of texts that Word's mail merge can read."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.normalising import legal
from pipeline.post.send_list import Line, send_list
from tests.office.judgement import complaints
from tests.office.packages import parts_of


def line(name: str = "Emre Yıldız", code: str = "KTM-473") -> Line:
    return Line(
        code, name, f"Beste {name},", "e.yildiz@waterstad.example", "KTM-473.docx", "donderdag 16 september 2027"
    )


def sheet_of(content: bytes) -> Worksheet:
    [sheet] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return sheet


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("nl", ("Code", "Naam", "Aanhef", "Mailadres", "Brief", "Uiterlijk versturen")),
        ("en", ("Code", "Name", "Greeting", "Email", "Letter", "Send by")),
        ("de", ("Code", "Name", "Anrede", "E-Mail", "Brief", "Versand bis")),
    ],
)
def test_the_first_row_has_the_fields_and_each_row_a_person(language: str, header: tuple[str, ...]) -> None:
    sheet = sheet_of(send_list([line(), line("Nour al-Khatib", "AHR-219")], language))
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == header
    assert [row[:2] for row in rows[1:]] == [("KTM-473", "Emre Yıldız"), ("AHR-219", "Nour al-Khatib")]
    assert not sheet.merged_cells.ranges
    assert all(len(name) <= 20 and name.isascii() for name in header)


@pytest.mark.parametrize(
    "name", ["=1+1", "+31", "-5", "@SUM(A1)", '=HYPERLINK("x")', "{=A1}", "12", "TRUE", "http://x.example"]
)
def test_a_name_that_looks_like_a_formula_a_number_or_a_link_stays_text(name: str) -> None:
    content = send_list([line(name)], "nl")
    cell = sheet_of(content)["B2"]
    assert (cell.data_type, cell.value) == ("s", name)
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts_of(content).values())


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_any_text_comes_back_on_one_line(text: str) -> None:
    value = sheet_of(send_list([line(text)], "nl"))["B2"].value
    assert (value or "") == " ".join(legal(text).split())


def test_where_nobody_has_a_code_there_is_no_column_for_it() -> None:
    sheet = sheet_of(send_list([line(code="")], "en"))
    assert sheet["A1"].value == "Name"
    assert sheet.max_column == 5


def test_the_list_offers_word_one_table_only() -> None:
    book = openpyxl.load_workbook(io.BytesIO(send_list([line()], "nl")))
    assert not book.defined_names
    assert [dict(sheet.defined_names) for sheet in book.worksheets] == [{}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_valid_and_accessible(language: str, tmp_path: Path) -> None:
    path = tmp_path / "send-list.xlsx"
    words = catalogue(language)
    lines = [line("R&D <HR>"), Line("AHR-219", "", words.say("post.greeting.neutral"), "", "AHR-219.docx", "")]
    path.write_bytes(send_list([*lines, line(words.long_date(date(2027, 9, 16)))], language))
    assert complaints([path]) == []


def test_the_same_list_gives_the_same_bytes() -> None:
    assert send_list([line()], "nl") == send_list([line()], "nl")
