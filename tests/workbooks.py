"""Makers of workbooks as people hand them in, cell by cell, without the program's own way of writing forms."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

from pipeline.findings import Finding
from pipeline.inbox.answers import Answer, Answers, Given, Received, Row
from pipeline.inbox.personal import Personal
from pipeline.inbox.receiving import received


@dataclass(frozen=True)
class Formula:
    """A cell that calculates."""

    text: str


@dataclass(frozen=True)
class Serial:
    """A number that shows as a date."""

    number: float


Value: TypeAlias = str | int | float | bool | date | datetime | time | Formula | Serial | None
Table: TypeAlias = Sequence[Sequence[Value]]

PEOPLE: Table = (
    ("Naam", "E-mail", "Rol", "Werkt in leerjaar 1", "Opmerkingen"),
    ("Fatima El Khattabi", "f.elkhattabi@school.test", "docent", "ja", ""),
    ("Mehmet Yıldız", "m.yildiz@school.test", "teamleider", "nee", "Later aansluiten"),
)


@dataclass(frozen=True)
class Hidden:
    """What is hidden in a workbook: sheets by name, rows and columns counted from 0."""

    sheets: frozenset[str] = frozenset()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def workbook(sheets: Mapping[str, Table], mark: str = "", hidden: Hidden = Hidden()) -> bytes:
    """A workbook with these sheets, and the mark of a form where one is given."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False}) as book:
        if mark:
            book.set_custom_property("ttr_form", mark)
        book.add_worksheet("\N{ZERO WIDTH SPACE}leeg")
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    _write(book, sheet, (row, column), value)
            for row in hidden.rows:
                sheet.set_row(row, None, None, {"hidden": True})
            for column in hidden.columns:
                sheet.set_column(column, column, None, None, {"hidden": True})
            if name in hidden.sheets:
                sheet.hide()
    return target.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, at: tuple[int, int], value: Value) -> None:
    match value:
        case None | "":
            return
        case Formula(text):
            sheet.write_formula(*at, text, None, 1)
        case Serial(number):
            sheet.write_number(*at, number, book.add_format({"num_format": "dd-mm-yyyy"}))
        case str():
            sheet.write_string(*at, value)
        case bool():
            sheet.write_boolean(*at, value)
        case int() | float():
            sheet.write_number(*at, value)
        case time():
            sheet.write_datetime(*at, value, book.add_format({"num_format": "hh:mm"}))
        case _:
            sheet.write_datetime(*at, value, book.add_format({"num_format": "dd-mm-yyyy"}))


def arrived(folder: Path, files: Mapping[str, bytes]) -> Received:
    """What is read from an inbox with these files; they must lie there unchanged afterwards."""
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    for name, content in files.items():
        (inbox / name).write_bytes(content)
    result = received(inbox)
    assert {path.name: path.read_bytes() for path in inbox.iterdir()} == dict(files)
    return result


def only(result: Received) -> Answers:
    """The one form that came in."""
    assert len(result.forms) == 1, [finding.key for finding in result.findings]
    return result.forms[0]


def plain(answer: Answer) -> Given | None:
    """The value of an answer, a personal one opened."""
    return answer.value.reveal() if isinstance(answer.value, Personal) else answer.value


def told(row: Row) -> dict[str, Given]:
    """What a row answers, without what it leaves open."""
    return {key: value for key, answer in row.answers.items() if (value := plain(answer)) is not None}


def keys(result: Received) -> list[str]:
    """The keys of all findings."""
    return [finding.key for finding in result.findings]


def the(result: Received, key: str) -> Finding:
    """The one finding with this key."""
    (found,) = (finding for finding in result.findings if finding.key == key)
    return found
