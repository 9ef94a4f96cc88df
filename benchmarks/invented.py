"""Invented teams for the benchmarks, filled in on the product's own blank forms."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date, time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from measuring import python

from pipeline.language.catalogue import catalogue

LANGUAGE = "en"
TODAY = "2027-09-01"

_FIRST = ("Amina", "Bram", "Chen", "Dewi", "Emre", "Fatou", "Greta", "Hamza", "Imani", "Jadwiga")
_LAST = ("Adeyemi", "Bakker", "Celik", "Dijkstra", "El Amrani", "Fischer", "Grant", "Hidayat", "Ivanova", "Jansen")
_PLACEHOLDER = "Placeholder Person 0000"


def asked(folder: Path, *command: str) -> None:
    """A command of the product for the team in `folder`; that something is to be mended is no failure here."""
    options = ("--folder", str(folder), "--language", LANGUAGE, "--today", TODAY, "--quiet")
    python("-m", "pipeline", *options, *command, may_end_with=(0, 1))


def team_in_one_form(folder: Path, people: int) -> Path:
    """A team's folder with one sign-up form on which `people` have signed up."""
    blank = _new_team(folder)
    _filled(blank, folder / "inbox" / "sign-up.xlsx", [(name, address) for name, address in _people(people)])
    return folder


def team_in_many_forms(folder: Path, forms: int) -> Path:
    """A team's folder with a sign-up form from each person."""
    first = folder / "one.xlsx"
    _filled(_new_team(folder), first, [(_PLACEHOLDER, "placeholder@school.test")])
    for number, (name, address) in enumerate(_people(forms)):
        said = {_PLACEHOLDER: name, "placeholder@school.test": address}
        (folder / "inbox" / f"form-{number:04d}.xlsx").write_bytes(_replaced(first.read_bytes(), said))
    first.unlink()
    return folder


def _new_team(folder: Path) -> Path:
    """A team with its programme form filled in; gives the blank sign-up form."""
    shutil.rmtree(folder, ignore_errors=True)
    python("-m", "pipeline", "--language", LANGUAGE, "--quiet", "start", str(folder))
    blank = {path.stem: path for path in (folder / "outbox" / "forms").glob("*.xlsx")}
    book = openpyxl.load_workbook(blank["programme"])
    for row, value in enumerate(_programme(), 2):
        book["Programme"].cell(row, 2, value)
    for column, value in enumerate(("Introductory session", date(2027, 9, 23), time(13, 30), 110, "on site"), 1):
        book["Meetings"].cell(3, column, value)
    book.save(folder / "inbox" / "programme.xlsx")
    return blank["sign-up"]


def _programme() -> tuple[object, ...]:
    [(lead, _)] = _people(1)
    start = ("Year 1 team Nursing", "Rivers University of Applied Sciences", "Nursing", "2027-2028", date(2027, 9, 6))
    words = catalogue(LANGUAGE)
    return (*start, words.say("choices.language.en"), words.say("choices.year_type.first"), 18, lead)


def _people(count: int) -> Iterator[tuple[str, str]]:
    for number in range(count):
        first, last = _FIRST[number % 10], _LAST[number // 10 % 10]
        # No two alike: a middle name spells the hundreds.
        middle = "".join("abcdefghij"[int(digit)] for digit in str(number // 100)).capitalize()
        yield f"{first} {middle}o {last}", f"{first}.{number}@school.test".lower()


def _name_column(sheet: "openpyxl.worksheet.worksheet.Worksheet") -> tuple[int, int] | None:
    wanted = catalogue(LANGUAGE).say("forms.sign_up.participants.name.label").casefold()
    for row in sheet.iter_rows(max_row=20):
        for cell in row:
            if str(cell.value or "").strip().rstrip("* ").casefold() == wanted:
                return cell.row, cell.column
    return None


def _filled(blank: Path, target: Path, people: list[tuple[str, str]]) -> None:
    words = catalogue(LANGUAGE)
    book = openpyxl.load_workbook(blank)
    sheet, (row, column) = next((sheet, found) for sheet in book.worksheets if (found := _name_column(sheet)))
    # The line under the header is an example.
    for number, (name, address) in enumerate(people, 2):
        role = words.say("choices.role.team_lead" if number == 2 else "choices.role.teacher")
        for place, value in enumerate((name, address, role, words.say("choices.yes_no.yes"))):
            sheet.cell(row + number, column + place, value)
    book.save(target)


def _replaced(content: bytes, said: Mapping[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            part = source.read(name)
            for old, new in said.items():
                part = part.replace(old.encode(), new.encode())
            copy.writestr(name, part)
    return target.getvalue()
