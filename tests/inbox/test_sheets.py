"""Cells come out as they stand in the file, each with its address, from Excel, LibreOffice and CSV."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.findings import Finding
from pipeline.inbox.listing import Arrival
from pipeline.inbox.opening import read_safely
from pipeline.inbox.sheets import CellValue, RawCell, RawWorkbook, column_letters, workbook
from tests import attacks


def read(content: bytes, folder: Path) -> RawWorkbook:
    path = folder / "form.xlsx"
    path.write_bytes(content)
    result = read_safely(Arrival(path, "inbox/form.xlsx"), workbook)
    assert isinstance(result, RawWorkbook), result
    return result


def refused(content: bytes, folder: Path) -> str:
    path = folder / "form.xlsx"
    path.write_bytes(content)
    result = read_safely(Arrival(path, "inbox/form.xlsx"), workbook)
    assert isinstance(result, Finding)
    return result.key


def made(fill: Callable[[xlsxwriter.Workbook], object], **options: object) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **options}) as book:
        fill(book)
    return target.getvalue()


def values(book: RawWorkbook, sheet: int = 0) -> dict[str, CellValue | None]:
    return {cell.address: cell.value for cell in book.sheets[sheet].cells.values()}


def test_every_kind_of_value_comes_out_as_itself_with_its_address(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Blad é")
        sheet.write_string("A1", " spaties blijven \u00a0")
        sheet.write_number("B2", 12)
        sheet.write_number("C3", 1.5)
        sheet.write_boolean("D4", True)  # noqa: FBT003
        sheet.write_datetime("E5", datetime(2027, 9, 23), book.add_format({"num_format": "dd-mm-yyyy"}))
        sheet.write_datetime("F6", time(13, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_datetime("G7", datetime(2027, 9, 23, 13, 30), book.add_format({"num_format": "d/m/yy h:mm"}))
        sheet.write_number("AA8", 1.5, book.add_format({"num_format": "[h]:mm"}))
        sheet.write_number("AB8", 0.5, book.add_format({"num_format": "[h]:mm"}))
        sheet.write_blank("H8", None, book.add_format({"bold": True}))

    book = read(made(fill), tmp_path)
    assert book.sheets[0].name == "Blad é"
    assert values(book) == {
        "A1": " spaties blijven \u00a0",
        "B2": 12,
        "C3": 1.5,
        "D4": True,
        "E5": datetime(2027, 9, 23),
        "F6": time(13, 30),
        "G7": datetime(2027, 9, 23, 13, 30),
        "AA8": 1.5,
        "AB8": time(12, 0),
    }


def test_a_date_is_the_same_day_in_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_datetime("A1", date(2027, 9, 23), book.add_format({"num_format": "yyyy-mm-dd"}))

    content = made(fill, date_1904=True)
    assert b'date1904="1"' in attacks.parts_of(content)["xl/workbook.xml"]
    assert values(read(content, tmp_path)) == {"A1": datetime(2027, 9, 23)}


def test_a_formula_is_known_as_such_and_what_it_last_showed_is_not_believed(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", value=777)
        sheet.write_array_formula("A2:A3", "{=B1:B2}", value="verzonnen")

    cells = read(made(fill), tmp_path).sheets[0].cells
    assert (cells[1, 1], cells[2, 1]) == (
        RawCell(None, 1, 1, formula=True),
        RawCell(None, 2, 1, formula=True),
    )


def test_a_formula_filled_down_is_known_in_every_cell(tmp_path: Path) -> None:
    rows = '<row><c><f t="shared" si="0" ref="A1:A3">B1</f><v>7</v></c></row>' + (
        '<row><c><f t="shared" si="0"/><v>7</v></c></row>' * 2
    )
    cells = read(attacks.with_sheet(rows), tmp_path).sheets[0].cells.values()
    assert [(cell.address, cell.formula, cell.value) for cell in cells] == [
        ("A1", True, None),
        ("A2", True, None),
        ("A3", True, None),
    ]


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    texts = (
        "=cmd|' /C calc'!A0",
        "+31 6 12345678",
        "-",
        "@naam",
        "#N/A",
        "NA",
        "None",
        "TRUE",
        "0012345",
        "1.234",
    )
    cells = read(_column(texts), tmp_path).sheets[0].cells
    assert [cells[row, 1].value for row in range(1, len(texts) + 1)] == list(texts)
    assert not any(cell.formula or cell.error for cell in cells.values())


def _column(texts: tuple[str, ...]) -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row, text in enumerate(texts):
            sheet.write_string(row, 0, text)

    return made(fill)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="e"><v>#REF!</v></c>',
        '<c r="A1"><v>1e999</v></c>',
        '<c r="A1" s="1"><v>99999999999</v></c>',
    ],
)
def test_an_error_and_a_number_that_is_none_are_flagged(cell: str, tmp_path: Path) -> None:
    content = attacks.with_sheet(f'<row r="1">{cell}</row>')
    date_style = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    content = attacks.with_text(content, "xl/styles.xml", "</cellXfs>", date_style)
    assert read(content, tmp_path).sheets[0].cells[1, 1] == RawCell(None, 1, 1, error=True)


def test_rich_and_inline_text_loses_its_looks_and_no_sign(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("A1", "Zo ", bold, "sterk", " als")
        sheet.write_string("A2", "twee\nregels")
        sheet.write_string("A3", "letterlijk _x000D_ en een \x07 bel")
        sheet.write_string("A4", "y" * 30_000)

    assert values(read(made(fill), tmp_path)) == {
        "A1": "Zo sterk als",
        "A2": "twee\nregels",
        "A3": "letterlijk _x000D_ en een \x07 bel",
        "A4": "y" * 30_000,
    }


def test_inline_text_and_the_reading_aid_of_a_japanese_name(tmp_path: Path) -> None:
    aided = "<is><r><t>\u6771\u4eac</t></r><rPh sb='0' eb='2'><t>\u3068\u3046\u304d\u3087\u3046</t></rPh></is>"
    rows = (
        f'<row r="1"><c r="A1" t="inlineStr">{aided}</c>'
        '<c r="B1" t="inlineStr"><is><t>regel_x000D_einde _xD83D__xDE00_ _xD83D_</t></is></c>'
        '<c r="C1" t="str"><v>tekst</v></c><c r="D1" t="inlineStr"><is><t></t></is></c></row>'
    )
    assert values(read(attacks.with_sheet(rows), tmp_path)) == {
        "A1": "\u6771\u4eac",
        "B1": "regel\reinde \U0001f600 \ufffd",
        "C1": "tekst",
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), min_size=1, max_size=20)
)
def test_any_text_comes_back_as_it_was_written(texts: list[str], tmp_path: Path) -> None:
    writable = tuple(text for text in texts if not {"\ufffe", "\uffff", "\r"} & set(text))
    assert list(values(read(_column(writable), tmp_path)).values()) == list(writable)


def test_only_the_top_left_of_merged_cells_counts(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{r}"><c r="B{r}"><v>{r}</v></c><c r="C{r}"><v>0</v></c></row>' for r in (2, 3, 4))
    content = attacks.with_sheet(rows, after='<mergeCells><mergeCell ref="B2:C3"/></mergeCells>')
    assert values(read(content, tmp_path)) == {"B2": 2, "B4": 4, "C4": 0}


def test_hidden_sheets_rows_and_columns_are_read_and_known(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("open")
        sheet.write_string("B3", "x")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("B:D", None, None, {"hidden": True})
        book.add_worksheet("dicht").hide()
        book.add_worksheet("heel dicht").very_hidden()

    book = read(made(fill), tmp_path)
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [
        ("open", False),
        ("dicht", True),
        ("heel dicht", True),
    ]
    assert (book.sheets[0].hidden_rows, book.sheets[0].hidden_columns) == (
        frozenset({3}),
        frozenset({2, 3, 4}),
    )


def test_a_sheet_that_says_it_is_endless_and_a_stray_cell_in_the_last_corner_cost_nothing(
    tmp_path: Path,
) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    book = read(attacks.with_sheet(rows, before='<dimension ref="A1:XFD1048576"/>'), tmp_path)
    assert values(book) == {"A1": 1, "XFD1048576": 2}


def test_rows_and_cells_without_an_address_are_counted(tmp_path: Path) -> None:
    rows = '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"/><row><c><v>3</v></c></row>'
    assert values(read(attacks.with_sheet(rows), tmp_path)) == {"A1": 1, "C1": 2, "A6": 3}


def test_a_merged_range_and_a_validation_of_the_whole_sheet_cost_nothing(tmp_path: Path) -> None:
    after = (
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    )
    assert values(read(attacks.with_sheet('<row r="1"><c r="A1"><v>1</v></c></row>', after=after), tmp_path)) == {
        "A1": 1
    }


def test_two_sheets_of_the_same_name_are_both_read(tmp_path: Path) -> None:
    content = made(lambda book: [book.add_worksheet(name).write_number(0, 0, 1) for name in ("een", "twee")])
    book = read(attacks.with_text(content, "xl/workbook.xml", 'name="twee"', 'name="een"'), tmp_path)
    assert [(sheet.name, len(sheet.cells)) for sheet in book.sheets] == [("een", 1), ("een", 1)]


def test_a_sheet_that_is_one_large_chart_has_no_cells(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("cijfers").write_number("A1", 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=cijfers!$A$1:$A$1"})
        book.add_chartsheet("grafiek").set_chart(chart)

    assert [sheet.name for sheet in read(made(fill), tmp_path).sheets] == ["cijfers"]


MARK = "ttr:sign_up:1:nl"


@pytest.mark.parametrize(
    "fill",
    [
        lambda book: book.set_custom_property("ttr_form", MARK),
        lambda book: book.define_name("_ttr_form", f'="{MARK}"'),
    ],
)
def test_a_form_of_ours_is_known_by_its_mark(fill: Callable[[xlsxwriter.Workbook], object], tmp_path: Path) -> None:
    assert read(made(fill), tmp_path).mark == MARK


def _identified(identifier: str) -> bytes:
    return attacks.with_text(
        attacks.good_workbook(),
        "docProps/core.xml",
        "</cp:coreProperties>",
        f"<dc:identifier>{identifier}</dc:identifier></cp:coreProperties>",
    )


def test_the_identifier_of_the_document_serves_as_mark(tmp_path: Path) -> None:
    assert read(_identified(MARK), tmp_path).mark == MARK


@pytest.mark.parametrize("identifier", ["", "ISBN 978", "ttr:", "ttr:sign_up:1:nl\n<naam>".replace("<", "&lt;")])
def test_any_other_file_has_no_mark(identifier: str, tmp_path: Path) -> None:
    assert read(_identified(identifier), tmp_path).mark == ""


def test_what_was_read_does_not_print_what_somebody_wrote(tmp_path: Path) -> None:
    book = read(attacks.good_workbook(), tmp_path)
    assert "Ngozi" not in repr(book)
    assert "Ngozi" not in repr(list(book.sheets[0].cells.values()))


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_a_column_is_called_as_excel_calls_it(column: int, letters: str) -> None:
    assert column_letters(column) == letters


CSV = 'Naam;E-mail;"Rol, als je die weet"\nBłażej "Bart" Öztürk;b@x.test;"docent; mentor"\n'
EXPECTED = {
    "A1": "Naam",
    "B1": "E-mail",
    "C1": "Rol, als je die weet",
    "A2": 'Błażej "Bart" Öztürk',
    "B2": "b@x.test",
    "C2": "docent; mentor",
}


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_csv_file_is_read_however_it_was_saved(charset: str, ending: str, tmp_path: Path) -> None:
    (sheet,) = (book := read(CSV.replace("\n", ending).encode(charset), tmp_path)).sheets
    assert (sheet.name, book.mark, values(book)) == ("", "", EXPECTED)


def test_a_big_endian_file_with_its_mark_is_read(tmp_path: Path) -> None:
    assert values(read(b"\xfe\xff" + CSV.encode("utf-16-be"), tmp_path)) == EXPECTED


def test_a_csv_file_of_windows_is_read(tmp_path: Path) -> None:
    assert values(read("Naam;Prijs\nZoë;€ 5\n".encode("cp1252"), tmp_path))["A2"] == "Zoë"
    assert values(read("Naam;Prijs\nZoë;€ 5\n".encode("cp1252"), tmp_path))["B2"] == "€ 5"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found_where_the_words_hold_another(delimiter: str, tmp_path: Path) -> None:
    rows = [
        ["Naam", "Welke rol, en sinds wanneer?", "Noot"],
        ["Öztürk, B.", "docent; sinds 2020", "a, b, c, d"],
    ]
    quoted = "\n".join(delimiter.join(json.dumps(cell, ensure_ascii=False) for cell in row) for row in rows)
    assert values(read(quoted.encode(), tmp_path)) == {
        f"{'ABC'[column]}{row + 1}": cell for row, cells in enumerate(rows) for column, cell in enumerate(cells)
    }


@pytest.mark.parametrize("told", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_a_line_that_tells_the_delimiter_is_no_row(told: str, tmp_path: Path) -> None:
    assert values(read(f"{told}a,b;c\n".encode(), tmp_path)) == {"A1": "a,b", "B1": "c"}


def test_a_line_break_within_quotes_and_an_empty_line_keep_the_rows_of_excel(tmp_path: Path) -> None:
    content = b'naam,noot\n\nNgozi,"een\ntwee"\nBart,drie\n'
    assert values(read(content, tmp_path)) == {
        "A1": "naam",
        "B1": "noot",
        "A3": "Ngozi",
        "B3": "een\ntwee",
        "A4": "Bart",
        "B4": "drie",
    }


def test_text_without_any_delimiter_is_one_column(tmp_path: Path) -> None:
    assert values(read(b"een\ntwee\n", tmp_path)) == {"A1": "een", "A2": "twee"}


def test_a_cell_of_30_000_signs_in_csv_is_read(tmp_path: Path) -> None:
    assert values(read(f"naam;noot\nNgozi;{'y' * 30_000}\n".encode(), tmp_path))["B2"] == "y" * 30_000


def test_a_csv_file_with_more_cells_than_any_form_is_refused(tmp_path: Path) -> None:
    assert refused(b"a;b;c\n" * 100_001, tmp_path) == "file_too_many_cells"


def test_a_document_has_no_cells(tmp_path: Path) -> None:
    assert refused(attacks.good_document(), tmp_path) == "file_not_understood"


def test_openpyxl_is_not_started_before_a_workbook_is_read() -> None:
    asked = "import sys, pipeline.inbox.sheets; print(sorted({'openpyxl', 'pandas', 'docx'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout == "[]\n"
