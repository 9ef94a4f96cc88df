"""What stands in the workbook with the results of the Power Walk, and what may not (M56-M61, M65, G19, G21)."""

import pytest

from pipeline.documents.contents import BarChart, DotField, LaneChart
from pipeline.documents.walk.results import WalkResults, walk_results
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import Walk
from pipeline.ttr.scores import Score, Scores
from tests.documents.walks import STATEMENTS, code, scores, walked


def results(language: str, outcome: Scores, walk: Walk = Walk.PERSONA) -> WalkResults:
    made = walk_results(walked(language, outcome, walk), catalogue(language))
    assert made is not None
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_personas_name_there_are_all_pictures_and_all_points(language: str) -> None:
    made = results(language, scores(14))
    kinds = [type(sheet.chart) for sheet in made.sheets if sheet.chart is not None]
    assert kinds == [LaneChart, DotField, BarChart]
    *_, rows = made.sheets
    assert rows.table is not None
    assert len(rows.table.rows) == len(scores(14).rows)
    assert len(rows.table.header) == STATEMENTS + 4
    assert made.language == language


def test_the_rows_hold_the_points_as_they_came_in_and_what_is_blank_stays_blank() -> None:
    given = Scores((Score("BBB-102"), Score("AAA-101", (10, None)), Score("CCC-103", (10, 5))), (1, 2))
    *_, rows = results("nl", given).sheets
    assert rows.table is not None
    assert rows.table.rows == (
        ("CCC-103", 10, 5, 15, 2, "vooraan"),
        ("AAA-101", 10, None, 10, 1, "in het midden"),
        ("BBB-102", None, None, None, 0, None),
    )


def test_each_statement_has_its_counts_its_share_its_split_and_what_was_missed() -> None:
    given = Scores((Score("AAA-101", (10, 0)), Score("BBB-102", (10, 10)), Score("CCC-103", (5, None))), (1, 2))
    (statements,) = (sheet for sheet in results("en", given).sheets if isinstance(sheet.chart, BarChart))
    assert statements.table is not None
    assert [row[1:] for row in statements.table.rows] == [(2, 1, 0, 0, 66.7, 22.2, 5), (1, 0, 1, 1, 50.0, 100.0, 10)]
    assert statements.table.header[-3:] == ("Share with 10", "Division", "Points missed")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", [Walk.ANONYMOUS, Walk.ONESELF])
def test_no_code_no_persona_and_no_row_where_only_the_distribution_may_be_shown(language: str, walk: Walk) -> None:
    told = repr(results(language, scores(40), walk))
    assert not any(code(number) in told for number in range(40))
    assert "R&D" not in told
    assert catalogue(language).say("walk.sheet.rows") not in [
        sheet.tab for sheet in results(language, scores(40), walk).sheets
    ]


def test_as_oneself_there_is_one_sheet_with_groups() -> None:
    (sheet,) = results("nl", scores(12, blanks=False), Walk.ONESELF).sheets
    assert isinstance(sheet.chart, BarChart)
    assert sheet.table is None


def test_the_mode_and_the_rule_of_the_bands_stand_under_the_heading() -> None:
    words = catalogue("nl")
    for outcome, manner in ((scores(14), "points"), (scores(14, steps=True), "steps")):
        first, *_ = results("nl", outcome).sheets
        assert words.say(f"walk.mode.{manner}") in first.lines
        assert words.say("walk.rule", maximum=110) in first.lines


def test_without_scores_or_with_too_few_there_are_no_results() -> None:
    words = catalogue("nl")
    assert walk_results(walked("nl", None), words) is None
    assert walk_results(walked("nl", Scores((Score("AAA-101"),), (1,))), words) is None
    assert walk_results(walked("nl", scores(4, blanks=False), Walk.ANONYMOUS), words) is None
    assert walk_results(walked("nl", scores(7, blanks=False), Walk.ONESELF), words) is None
