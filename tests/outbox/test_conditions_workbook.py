"""The conditions table lies ready: every code has a row, and what is typed beside it is read (M75-M79)."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pipeline.documents.frame.conditions_table import conditions_table
from pipeline.forms import CONDITIONS_TABLE
from pipeline.inbox.answers import Source
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.workbook import form_workbook
from pipeline.ttr.groups import group_sizes
from pipeline.ttr.people import Participant
from pipeline.ttr.records import TeamYear
from tests.office.judgement import complaints
from tests.workbooks import arrived, keys, only, told

every_language = pytest.mark.parametrize("language", LANGUAGES)
SIZES = (2, 8, 14, 40, 120)
_TYPED = {"concepts": "erbij horen, vertrouwen", "condition_1": "Namen kennen", "condition_4": "=1+1"}


def codes(people: int) -> list[str]:
    return [f"CDF-{234 + number}" for number in range(people)]


def table(language: str, people: int, more: Mapping[str, Sequence[Mapping[str, Any]]] | None = None) -> bytes:
    year = TeamYear(participants=tuple(Participant(code) for code in codes(people)))
    made = conditions_table(year, catalogue(language))
    assert made is not None
    return form_workbook(made.form, made.words, {**made.told, **(more or {})})


@every_language
@pytest.mark.parametrize("people", SIZES)
def test_every_participant_and_every_small_group_has_a_row(language: str, people: int, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"terug.xlsx": table(language, people)})
    answers = only(result)
    assert (answers.form, answers.source, answers.language) == (CONDITIONS_TABLE, Source.OURS, language)
    assert [told(row) for row in answers.sheets["individual"]] == [{"participant": code} for code in codes(people)]
    groups = range(1, len(group_sizes(people)) + 1)
    assert [told(row) for row in answers.sheets["groups"]] == [{"group": number} for number in groups]
    assert keys(result) == ["answer_missing"]  # nobody has released anything yet


@every_language
def test_what_is_typed_beside_a_code_is_read(language: str, tmp_path: Path) -> None:
    filled = {
        "individual": [{"participant": "CDF-234", **_TYPED}, {"participant": "CDF-235"}],
        "groups": [{"group": 1, "condition_1": "We leren alle namen"}],
        "release": [{"release": "yes"}],
    }
    result = arrived(tmp_path, {"terug.xlsx": table(language, 2, filled)})
    assert {key: [told(row) for row in rows] for key, rows in only(result).sheets.items()} == filled
    assert keys(result) == []


@every_language
@pytest.mark.parametrize("people", SIZES)
def test_it_is_valid_and_everybody_can_read_it(language: str, people: int, tmp_path: Path) -> None:
    path = tmp_path / f"{language}-{people}.xlsx"
    path.write_bytes(table(language, people))
    assert complaints([path]) == []


def test_all_columns_are_in_sight_while_one_types() -> None:
    page = load_workbook(io.BytesIO(table("de", 14))).worksheets[1]
    assert sum(page.column_dimensions[letter].width for letter in "ABCDEF") < 210


def test_a_row_grows_with_what_is_typed_in_it() -> None:
    page = load_workbook(io.BytesIO(table("nl", 14))).worksheets[1]
    assert [page.row_dimensions[row].height for row in range(3, 17)] == [None] * 14
