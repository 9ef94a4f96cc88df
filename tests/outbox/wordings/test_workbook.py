"""The grouped wordings can be shown, corrected and read again, with the Power Walk beside them (M63, M73, M79)."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.documents.frame.grouped_wordings import GroupedWordings, grouped_wordings
from pipeline.forms import GROUPED_WORDINGS
from pipeline.inbox.answers import Source
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.wordings.workbook import wordings_file
from pipeline.ttr.grouping import grouped
from pipeline.ttr.records import TeamYear
from pipeline.ttr.wordings import TeamWordings, Wording, WordingGroup
from tests.documents.teams import CODES
from tests.documents.walks import code, scores, walked
from tests.documents.wordings_given import year_with_wordings
from tests.office.judgement import complaints
from tests.workbooks import arrived, keys, only, told

SIZES = (1, 8, 14, 40, 120)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def of(*groups: WordingGroup, concepts: tuple[WordingGroup, ...] = (), language: str = "nl") -> GroupedWordings:
    made = grouped_wordings(TeamYear(wordings=TeamWordings(groups, concepts, 9, 3)), catalogue(language))
    assert made is not None
    return made


def team(language: str, people: int = 14) -> GroupedWordings:
    made = grouped_wordings(year_with_wordings(language, people), catalogue(language))
    assert made is not None
    return made


def after_the_walk(language: str, people: int = 14) -> GroupedWordings:
    wordings = year_with_wordings(language, people).wordings
    made = grouped_wordings(replace(walked(language, scores(30)), wordings=wordings), catalogue(language))
    assert made is not None
    return made


def shown(content: bytes, sheet: int = 0) -> list[tuple[Any, ...]]:
    """The groups as the overview shows them."""
    page = load_workbook(io.BytesIO(content), data_only=True).worksheets[sheet]
    rows = ([cell.value for cell in row] for row in page.iter_rows(min_row=5, max_col=4))
    return [tuple(row) for row in rows if row[0] not in {None, ""}]


def test_the_overview_shows_the_largest_group_first_with_its_most_frequent_wording() -> None:
    names = WordingGroup(1, (Wording("Namen kennen", 3), Wording("Je naam weten"), Wording("Bij de naam")))
    safety = WordingGroup(2, (Wording("Veiligheid", 6),))
    assert shown(wordings_file(of(names, safety))) == [
        (2, "Veiligheid", 6, None),
        (1, "Namen kennen", 5, "Je naam weten · Bij de naam"),
    ]


def test_of_many_other_wordings_the_overview_counts_the_rest() -> None:
    many = WordingGroup(1, tuple(Wording(f"Zo {letter}", 9 - at) for at, letter in enumerate("abcdefg")))
    assert shown(wordings_file(of(many))) == [(1, "Zo a", 42, "Zo b · Zo c · Zo d · Zo e · +2")]


def test_a_long_wording_is_cut_on_the_overview_and_whole_on_the_form() -> None:
    long = "Docenten " * 30
    content = wordings_file(of(WordingGroup(1, (Wording(long.strip()), Wording("x" * 200)))))
    [(_, heading, _, others)] = shown(content)
    assert len(heading) == 120
    assert heading.endswith("…")
    assert others == "x" * 79 + "…"
    page = load_workbook(io.BytesIO(content))["Voorwaarden"]
    assert page["A3"].value == long.strip()


@every_language
def test_the_rows_of_the_form_stand_by_number_with_a_drop_down(language: str) -> None:
    made = team(language)
    book = load_workbook(io.BytesIO(wordings_file(made)))
    for overview, page in zip(made.overviews, book.worksheets[3:5], strict=True):
        numbers = [row[2].value for row in page.iter_rows(min_row=3) if row[2].value is not None]
        assert numbers == sorted(numbers)
        [check] = [one for one in page.data_validations.dataValidation if "C3" in one.sqref]
        assert check.type == "list"
        [name] = [one for key, one in book.defined_names.items() if key == check.formula1]
        assert name.value.endswith(f"${overview.numbers}")


@every_language
@pytest.mark.parametrize("people", SIZES)
def test_what_is_made_comes_back_the_same(language: str, people: int, tmp_path: Path) -> None:
    made = team(language, people)
    result = arrived(tmp_path, {"terug.xlsx": wordings_file(made)})
    answers = only(result)
    assert keys(result) == []
    assert (answers.form, answers.source, answers.language) == (GROUPED_WORDINGS, Source.OURS, language)
    for overview in made.overviews:
        assert [told(row) for row in answers.sheets[overview.sheet]] == [
            {"wording": wording.text, "times": wording.times, "group": group.number}
            for group in sorted(overview.groups, key=lambda group: group.number)
            for wording in group.wordings
        ]


@every_language
def test_a_corrected_number_is_read_and_keeps_its_wording_there(language: str, tmp_path: Path) -> None:
    made, year = team(language), year_with_wordings(language)
    free = made.overviews[0].numbers
    book = load_workbook(io.BytesIO(wordings_file(made)))
    page = book.worksheets[3]
    wording = str(page["A3"].value)
    page["C3"] = free
    target = io.BytesIO()
    book.save(target)
    answers = only(arrived(tmp_path, {"terug.xlsx": target.getvalue()}))
    corrected = {str(row["wording"]): int(str(row["group"])) for row in map(told, answers.sheets["conditions"])}
    assert corrected[wording] == free
    assert year.wordings is not None
    texts = [one.text for group in year.wordings.conditions for one in group.wordings for _ in range(one.times)]
    [found] = [group for group in grouped(texts, corrected) if group.number == free]
    assert [one.text for one in found.wordings] == [wording]


@every_language
def test_no_code_stands_anywhere_in_the_file(language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(wordings_file(team(language)))) as archive:
        parts = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    assert not [code for code in CODES if code in parts]


@every_language
@pytest.mark.parametrize("people", SIZES)
def test_it_is_valid_and_everybody_can_read_it(language: str, people: int, tmp_path: Path) -> None:
    path = tmp_path / f"{language}-{people}.xlsx"
    path.write_bytes(wordings_file(team(language, people)))
    assert complaints([path], CODES) == []


@every_language
def test_what_divided_the_group_in_the_power_walk_stands_on_a_sheet_behind_the_overviews(language: str) -> None:
    made = after_the_walk(language)
    assert made.walk is not None
    book = load_workbook(io.BytesIO(wordings_file(made)))
    page = book.worksheets[2]
    assert page.title == made.walk.tab
    assert book.active is book.worksheets[0]
    told = [tuple(cell.value or "" for cell in row) for row in page.iter_rows(min_row=5, max_col=2)]
    assert tuple(told) == made.walk.rows
    assert min(cell.font.size for row in page.iter_rows(min_row=4, max_col=2) for cell in row) >= 14
    assert page.protection.sheet


@every_language
def test_with_the_power_walk_beside_them_the_wordings_come_back_the_same(language: str, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"terug.xlsx": wordings_file(after_the_walk(language))})
    assert keys(result) == []
    (tmp_path / "without").mkdir()
    without = only(arrived(tmp_path / "without", {"terug.xlsx": wordings_file(team(language))}))
    answers = only(result)
    assert answers.sheets.keys() == without.sheets.keys()
    assert [told(row) for rows in answers.sheets.values() for row in rows] == [
        told(row) for rows in without.sheets.values() for row in rows
    ]


@every_language
def test_with_the_power_walk_it_is_valid_and_names_no_code(language: str, tmp_path: Path) -> None:
    codes = [*CODES, *(code(number) for number in range(30))]
    path = tmp_path / f"{language}.xlsx"
    path.write_bytes(wordings_file(after_the_walk(language)))
    assert complaints([path], codes) == []


def test_the_same_wordings_give_the_same_file() -> None:
    assert wordings_file(team("nl")) == wordings_file(team("nl"))


def test_the_overview_opens_first_and_can_be_shown_large() -> None:
    book = load_workbook(io.BytesIO(wordings_file(team("nl"))))
    assert book.sheetnames[:5] == [
        *("Overzicht voorwaarden", "Overzicht kernbegrippen", "Uitleg", "Voorwaarden", "Kernbegrippen")
    ]
    assert book.active is book.worksheets[0]
    fonts = [cell.font.size for row in book.worksheets[0].iter_rows(min_row=5, max_col=4, max_row=8) for cell in row]
    assert min(fonts) >= 14
    assert book.worksheets[0].protection.sheet
    assert not book.worksheets[0].protection.password


def test_only_conditions_or_only_concepts_are_enough(tmp_path: Path) -> None:
    one = (WordingGroup(1, (Wording("gezien worden", 2),)),)
    for number, made in enumerate((of(*one), of(concepts=one))):
        folder = tmp_path / str(number)
        folder.mkdir()
        result = arrived(folder, {"terug.xlsx": wordings_file(made)})
        assert sum(len(rows) for rows in only(result).sheets.values()) == 1


def test_a_number_beyond_the_list_is_left_for_the_program_to_find_anew() -> None:
    content = wordings_file(of(WordingGroup(5, (Wording("Namen kennen"),)), WordingGroup(1234, (Wording("Humor"),))))
    assert shown(content) == [(5, "Namen kennen", 1, None)]
    page = load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    assert page["D2"].value == "Nog zonder groepsnummer: 1"


@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=12))
@settings(max_examples=10, deadline=None)
def test_whatever_people_write_stays_text(texts: list[str]) -> None:
    content = wordings_file(of(*grouped(["=1+1", '"', *texts], {})))
    page = load_workbook(io.BytesIO(content))["Voorwaarden"]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert "=1+1" in [row[0].value for row in page.iter_rows()]
