"""The action list shows what is late, counts along, and comes back as the form that it is (M98, M100)."""

import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.documents.follow_up.action_list import action_list
from pipeline.inbox.answers import Answers
from pipeline.inbox.cleaning import on_one_line
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.actions.workbook import action_workbook
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.records import TeamYear
from tests import workbooks
from tests.documents.held_meetings import TODAY, points, year_with_follow_ups
from tests.office.judgement import complaints
from tests.office.rendering import opens

LONG = "Met studenten nalopen welke regel wie raakt, en wat er anders kan. " * 4
DUE, STATE = 5, 6


def many(count: int) -> tuple[ActionPoint, ...]:
    """Long and short ones, late and not, of every state."""
    states = tuple(ActionState)
    return tuple(
        ActionPoint(
            f"{number % 3 + 1}.{number}",
            LONG if number % 5 == 0 else "Het practicum uitleggen",
            FOLLOW_UPS[number % 3],
            "docenten van blok 3, met de studieadviseur en twee studenten" if number % 4 == 0 else "teamleiders",
            date(2027 + number % 2, number % 12 + 1, 14),
            states[number % len(states)],
        )
        for number in range(count)
    )


def told_whole(language: str) -> tuple[ActionPoint, ...]:
    """Those of which everything is known that a point has to say."""
    return tuple(point for point in points(language) if point.who and point.due)


def written(year: TeamYear, language: str = "nl") -> bytes:
    actions = action_list(year, catalogue(language))
    assert actions is not None
    return action_workbook(actions)


def year_of(*stand: ActionPoint, today: date | None = TODAY) -> TeamYear:
    return TeamYear(action_points=stand, today=today)


def sheet(content: bytes, language: str, name: str, *, values: bool = False) -> Any:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=values)
    return book[catalogue(language).say(f"forms.action_list.{name}.tab")]


def rules(content: bytes, language: str) -> list[Any]:
    found = sheet(content, language, "actions").conditional_formatting
    return [(str(area.sqref), rule) for area in found for rule in area.rules]


def back(content: bytes, folder: Path) -> Answers:
    received = workbooks.arrived(folder, {"lijst.xlsx": content})
    assert workbooks.keys(received) == []
    return workbooks.only(received)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_comes_back_as_the_form_with_every_answer_and_nothing_to_say(language: str, tmp_path: Path) -> None:
    actions = action_list(year_of(*told_whole(language)), catalogue(language))
    assert actions is not None
    answers = back(action_workbook(actions), tmp_path)
    assert (answers.form.key, answers.language) == ("action_list", language)
    for name, rows in actions.filled.told.items():
        assert [workbooks.told(row) for row in answers.sheets[name]] == list(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_date_of_what_is_late_says_so_in_a_word(language: str) -> None:
    content = written(year_with_follow_ups(language), language)
    [late] = [rule for area, rule in rules(content, language) if area == "E3:E1000"]
    word = catalogue(language).say("actions.late")
    assert late.dxf.numFmt.formatCode == f'yyyy-mm-dd" · {word}"'
    [criteria] = late.formula
    for state in ActionState:
        said = f'"{catalogue(language).say(f"choices.action_state.{state.value}")}"'
        assert (said in criteria) is not state.waits
    assert "TODAY()" in criteria
    shown = f"2028-01-20 · {word}"
    assert sheet(content, language, "actions").column_dimensions["E"].width > len(shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_formula_stands_among_the_answers(language: str) -> None:
    for name in ("actions", "overview"):
        cells = [
            cell for row in sheet(written(year_of(*many(38)), language), language, name).iter_rows() for cell in row
        ]
        assert any(cell.data_type == "f" for cell in cells) is (name == "overview")


@pytest.mark.parametrize("today", [TODAY, None])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_holds_its_right_value(language: str, today: date | None) -> None:
    stand = (*many(38), *points(language))
    overview = sheet(written(year_of(*stand, today=today), language), language, "overview", values=True)
    rows = [tuple(cell.value for cell in row) for row in overview.iter_rows(min_row=2, max_row=6)]
    words = catalogue(language)
    assert [row[0] for row in rows[:3]] == [words.say(f"choices.follow_up.{meeting}") for meeting in FOLLOW_UPS]
    for row, meeting in zip(rows, (*FOLLOW_UPS, None), strict=False):
        own = [point for point in stand if point.meeting == meeting]
        states = [sum(point.state is state for point in own) for state in ActionState]
        assert list(row[1:]) == [len(own), *states, sum(point.is_late(today) for point in own)]
    assert list(rows[-1][1:]) == [sum(row[column] for row in rows[:-1]) for column in range(1, 7)]
    assert (rows[-1][-1] > 0) is (today is not None)


@pytest.mark.parametrize("count", [1, 6, 19, 39])
def test_below_the_points_there_is_room_for_new_ones(count: int) -> None:
    page = sheet(written(year_of(*many(count))), "nl", "actions")
    ruled = [row for row in range(count + 3, count + 11) if page.cell(row, 3).border.bottom.style]
    assert len(ruled) == 8
    assert not any(page.cell(row, 3).protection.locked for row in ruled)


def test_a_row_is_as_high_as_its_longest_text() -> None:
    page = sheet(written(year_of(*many(6))), "nl", "actions")
    heights = {row: page.row_dimensions[row].height for row in range(3, 9)}
    lines = {row: max(len(page.cell(row, 3).value) / 70, len(page.cell(row, 4).value) / 24) for row in heights}
    assert max(lines.values()) > 3
    assert all(heights[row] >= 15 * lines[row] for row in heights)
    assert min(heights.values()) < 30


def test_what_was_typed_stays_text_whatever_it_looks_like(tmp_path: Path) -> None:
    odd = ActionPoint("1.1", "=HYPERLINK(\x02A1)", "follow_up_1", "@rol", date(2028, 1, 20))
    rows = back(written(year_of(odd)), tmp_path).sheets["actions"]
    assert workbooks.told(rows[0])["what"] == "=HYPERLINK(A1)"
    assert workbooks.told(rows[0])["who"] == "@rol"


def test_own_words_change_neither_what_it_is_read_by_nor_break_a_format(tmp_path: Path) -> None:
    changed = {
        "actions.late": 'o"jee',
        "choices.action_state.done": "af!",
        "forms.action_list.overview.tab": "Tellen",
        "actions.overview.none": "Los",
    }
    words = catalogue("nl").with_own_words(changed)
    actions = action_list(year_of(*told_whole("nl")), words)
    assert actions is not None
    content = action_workbook(actions)
    assert back(content, tmp_path).form.key == "action_list"
    [late] = [rule for area, rule in rules(content, "nl") if area == "E3:E1000"]
    assert late.dxf.numFmt.formatCode == 'yyyy-mm-dd" · ojee"'
    assert sheet(content, "nl", "overview")["A5"].value == "Los"


def test_what_is_counted_is_never_read_as_answers_even_without_the_mark(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(year_of(*told_whole("nl")))), data_only=True)
    bare = {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book.worksheets}
    received = workbooks.arrived(tmp_path, {"kopie.xlsx": workbooks.workbook(bare)})
    assert "sheet_not_read" not in workbooks.keys(received)
    answers = workbooks.only(received)
    assert answers.form.key == "action_list"
    assert len(answers.sheets["actions"]) == len(told_whole("nl"))


def test_a_list_of_another_kind_may_lie_on_a_sheet_of_that_name(tmp_path: Path) -> None:
    content = workbooks.workbook({"Overzicht": workbooks.PEOPLE})
    answers = workbooks.only(workbooks.arrived(tmp_path, {"aanmelding.xlsx": content}))
    assert answers.form.key == "sign_up"
    assert len(answers.sheets["participants"]) == len(workbooks.PEOPLE) - 1


def test_the_same_list_is_the_same_bytes() -> None:
    assert written(year_with_follow_ups("de"), "de") == written(year_with_follow_ups("de"), "de")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_valid_and_accessible_and_opens(language: str, tmp_path: Path) -> None:
    paths = []
    for name, year in {"sample": year_with_follow_ups(language), "many": year_of(*many(39))}.items():
        paths.append(tmp_path / f"{name}.xlsx")
        paths[-1].write_bytes(written(year, language))
    assert complaints(paths) == []
    assert len(opens(paths, tmp_path / "seen")) == 2


signs = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=60)
texts = signs.map(on_one_line).filter(lambda text: bool(text) and len(text) <= 50)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    stand=st.lists(
        st.builds(
            ActionPoint,
            number=st.from_regex(r"[1-3]\.[1-9][0-9]?", fullmatch=True),
            what=texts.map(lambda text: f"Doen: {text}"),
            meeting=st.sampled_from(FOLLOW_UPS),
            who=texts.map(lambda text: f"rol {text}"),
            due=st.dates(date(2020, 1, 1), date(2099, 12, 31)),
            state=st.sampled_from(ActionState),
        ),
        min_size=1,
        max_size=39,
    ),
    language=st.sampled_from(LANGUAGES),
)
def test_whatever_stands_in_it_comes_back(stand: list[ActionPoint], language: str, tmp_path: Path) -> None:
    actions = action_list(year_of(*stand), catalogue(language))
    assert actions is not None
    rows = back(action_workbook(actions), tmp_path).sheets["actions"]
    assert [workbooks.told(row) for row in rows] == list(actions.filled.told["actions"])


def test_a_day_is_a_day_and_no_moment() -> None:
    page = sheet(written(replace(year_with_follow_ups("nl"))), "nl", "actions")
    assert page.cell(3, DUE).value == datetime(2028, 1, 20)
    assert page.cell(3, STATE).value == "bezig"
