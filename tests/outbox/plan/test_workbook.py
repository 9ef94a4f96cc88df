"""The year plan as a workbook: one page to print, real dates, a look that follows the day it is opened (M22-M36)."""

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline.documents.plan.year_plan import COLUMNS, PlanSheet, PlanState, plan_sheet
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.plan.workbook import HEADER, MOST_ON_A_PAGE, plan_workbook
from pipeline.ttr.records import TeamYear
from tests.documents.plans import TODAY, later_year, long_year, open_year, planned_year, proposed_year
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

DAY, BEGIN, STATE = (COLUMNS.index(column) + 1 for column in ("day", "begin", "state"))
FIRST = HEADER + 2


def content(language: str = "nl", year: TeamYear | None = None) -> PlanSheet:
    sheet = plan_sheet(year or planned_year(language), catalogue(language))
    assert sheet is not None
    return sheet


def opened(sheet: PlanSheet, *, values: bool = False) -> Any:
    return openpyxl.load_workbook(io.BytesIO(plan_workbook(sheet)), data_only=values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_a_real_date_with_its_weekday_in_the_language_of_the_plan(language: str) -> None:
    sheet = content(language)
    page = opened(sheet).worksheets[0]
    for row, line in enumerate(sheet.rows, FIRST):
        for column, day in ((BEGIN, line.begin), (DAY, line.day)):
            cell = page.cell(row, column)
            assert cell.value == (day and datetime(day.year, day.month, day.day))
            assert {"nl": "[$-413]ddd", "en": "[$-809]ddd", "de": "[$-407]ddd"}[language] in cell.number_format


@pytest.mark.parametrize("today", [TODAY, date(2027, 9, 1), date(2028, 4, 15), date(2029, 1, 1), None])
def test_every_state_holds_its_right_value(today: date | None) -> None:
    sheet = replace(content(), today=today)
    page = opened(sheet, values=True).worksheets[0]
    said = [page.cell(row, STATE).value for row in range(FIRST, FIRST + len(sheet.rows))]
    assert said == [sheet.states[line.state(today)] for line in sheet.rows]


def test_the_formula_of_a_state_says_what_the_plan_says_on_any_day() -> None:
    sheet = content()
    page = opened(sheet).worksheets[0]
    for row, line in enumerate(sheet.rows, FIRST):
        formula = page.cell(row, STATE).value
        for step in range(0, 420, 6):
            today = date(2027, 8, 15) + timedelta(step)
            assert reckoned(formula, line.begin, line.day, today) == sheet.states[line.state(today)]


def reckoned(formula: str, begin: date | None, day: date | None, today: date) -> object:
    """What Excel would say, by a reading of the few functions that the formula has."""
    # A date is a number, and an empty cell counts for nought.
    numbers = {letter(column): each.toordinal() if each else 0 for column, each in ((BEGIN, begin), (DAY, day))}
    read = re.sub(r"\$([A-Z])\d+", lambda found: str(numbers[found[1]]), formula[1:])
    read = read.replace("TODAY()", str(today.toordinal()))
    names = {"IF": lambda test, yes, no: yes if test else no, "AND": lambda *all_of: all(all_of), "ISNUMBER": bool}
    return eval(read, {"__builtins__": {}}, names)  # noqa: S307 - a formula of our own


def letter(column: int) -> str:
    return chr(ord("A") + column - 1)


def test_what_is_past_and_what_comes_up_look_different_by_the_day_it_is_opened() -> None:
    sheet = content()
    [area] = opened(sheet).worksheets[0].conditional_formatting
    assert str(area.sqref) == f"A{FIRST}:{letter(len(COLUMNS))}{FIRST + len(sheet.rows) - 1}"
    past, soon = (rule.formula[0] for rule in area.rules)
    assert f"${letter(DAY)}{FIRST}<TODAY()" in past
    assert f"${letter(DAY)}{FIRST}<=TODAY()+14" in soon


def test_meetings_are_bold_and_proposals_in_italics_and_said_in_a_word() -> None:
    sheet = content(year=proposed_year("nl"))
    page = opened(sheet).worksheets[0]
    for row, line in enumerate(sheet.rows, FIRST):
        for cell in page[row][: len(COLUMNS)]:
            assert (bool(cell.font.bold), bool(cell.font.italic)) == (line.is_meeting, line.proposed)
        assert ("voorstel" in line.rule.casefold()) is line.proposed


def test_it_prints_on_one_lying_page_with_its_header_on_each() -> None:
    sheet = content()
    page = opened(sheet).worksheets[0]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight or 1) == (1, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.print_title_rows == f"${HEADER + 1}:${HEADER + 1}"
    assert page.freeze_panes == f"A{FIRST}"
    assert page.print_area
    assert page.auto_filter.ref == f"A{HEADER + 1}:{letter(len(COLUMNS))}{HEADER + 1 + len(sheet.rows)}"


def test_a_plan_of_many_rows_may_run_over_pages() -> None:
    many = content().rows * 2
    assert len(many) > MOST_ON_A_PAGE
    page = opened(replace(content(), rows=many)).worksheets[0]
    assert page.page_setup.fitToHeight == 0


def test_what_looks_like_a_formula_or_holds_a_quotation_mark_stays_text() -> None:
    sheet = content()
    odd = replace(sheet.rows[0], what="=1+1", rule='"', regular_meeting="@SUM(A1)")
    states = {**sheet.states, PlanState.LATER: 'lat"er' * 90, PlanState.PAST: "=voorbij"}
    made = replace(sheet, title="=T", subtitle="+S", rows=(odd, *sheet.rows[1:]), states=states)
    page = opened(made).worksheets[0]
    assert [page.cell(1, 1).value, page.cell(2, 1).value, page.cell(FIRST, 1).value] == ["=T", "+S", "=1+1"]
    formulas = [cell.column for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert set(formulas) == {STATE}
    for text in re.findall(r'"((?:[^"]|"")*)"', page.cell(FIRST, STATE).value):
        assert len(text.replace('""', '"')) <= 255


def test_a_day_that_excel_does_not_know_is_told_in_letters() -> None:
    sheet = content()
    old = replace(sheet, rows=(replace(sheet.rows[0], begin=None, day=date(202, 9, 23)),))
    page = opened(old).worksheets[0]
    assert page.cell(FIRST, DAY).value == "0202-09-23"


def test_a_plan_without_rows_is_a_plan() -> None:
    assert opened(replace(content(), rows=())).worksheets[0].auto_filter.ref is None


def test_the_second_sheet_explains() -> None:
    sheet = content()
    notes = opened(sheet).worksheets[1]
    said = [notes.cell(row, 1).value for row in range(1, notes.max_row + 1)]
    assert [note.heading for note in sheet.notes if note.heading in said] == [note.heading for note in sheet.notes]
    assert all(f"\N{BULLET} {point}" in said for note in sheet.notes for point in note.points)


def test_the_same_plan_is_the_same_bytes() -> None:
    assert plan_workbook(content("de")) == plan_workbook(content("de"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_sound_accessible_and_one_page_with_one_that_explains(language: str, tmp_path: Path) -> None:
    paths = []
    for make in (planned_year, proposed_year, later_year, open_year, long_year):
        name, sheet = make.__name__, content(language, make(language))
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(plan_workbook(sheet))
    assert complaints(paths) == []
    assert [len(pictures(pdf, tmp_path)) for pdf in pdfs(paths, tmp_path / "seen")] == [2] * 5
