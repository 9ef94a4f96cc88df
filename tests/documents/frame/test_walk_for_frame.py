"""What divided the group in the Power Walk lies beside what the frame is written from, and points at nobody (M63)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.frame.grouped_wordings import grouped_wordings
from pipeline.documents.frame.walk_for_frame import MOST_CARRIED, walk_findings
from pipeline.documents.wordings import statement_in_words
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Score, Scores
from tests.documents.walks import code, scores, walked
from tests.documents.wordings_given import year_with_wordings

NL = catalogue("nl")


def of(*rows: tuple[int | None, ...], walk: Walk = Walk.PERSONA) -> TeamYear:
    """A year in which each row walked our ten statements, or the first of them."""
    made = Scores(tuple(Score(code(number), points) for number, points in enumerate(rows)), (1, 2, 3))
    return replace(walked("nl", made, walk), statements=EXAMPLES)


HALF = ((10, 0, 10),) * 3 + ((0, 0, 5),) * 3


def test_what_divided_the_group_most_comes_first_with_its_theme() -> None:
    found = walk_findings(of(*HALF), NL)
    assert found is not None
    assert found.rows == (
        (f"1. {statement_in_words(EXAMPLES[0], NL)}", "thuis"),
        (f"3. {statement_in_words(EXAMPLES[2], NL)}", "jezelf herkennen"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("walk", [Walk.PERSONA, Walk.ANONYMOUS])
def test_five_statements_at_the_most_and_neither_a_code_nor_a_persona(language: str, walk: Walk) -> None:
    given_scores = scores(30)
    found = walk_findings(walked(language, given_scores, walk), catalogue(language))
    assert found is not None
    assert len(found.rows) == MOST_CARRIED
    said = repr(found)
    assert not [row.code for row in given_scores.rows if row.code and row.code in said]
    assert not [aspect for row in given_scores.rows for aspect in row.persona if aspect in said]


@pytest.mark.parametrize(
    "year",
    [
        TeamYear(),
        of(*HALF, *HALF, walk=Walk.ONESELF),
        of(*HALF[1:5]),
        of(*HALF[1:5], (None, None, None)),
        of(*((10, 10, 0),) * 8),
        replace(of(*HALF), programme=None),
        replace(of(*HALF), scores=None),
        replace(of(*HALF), scores=Scores(tuple(Score(None, only_total=20) for _ in range(9)), (1, 2, 3))),
    ],
)
def test_nothing_is_carried_over_as_oneself_from_a_few_or_where_nothing_differed(year: TeamYear) -> None:
    assert walk_findings(year, NL) is None


def test_a_statement_of_which_nobody_knows_what_it_said_stays_behind() -> None:
    found = walk_findings(replace(of(*HALF), statements=EXAMPLES[:2]), NL)
    assert found is not None
    assert [row[0][0] for row in found.rows] == ["1"]


@given(st.lists(st.tuples(*(st.sampled_from((10, 5, 0, None)),) * 3), max_size=12), st.sampled_from(Walk))
def test_a_statement_that_few_answered_is_never_told(rows: list[tuple[int | None, ...]], walk: Walk) -> None:
    found = walk_findings(of(*rows, walk=walk), NL)
    for text, _ in found.rows if found else ():
        answers = [row[int(text[0]) - 1] for row in rows]
        assert sum(answer is not None for answer in answers) >= 5
        assert len({answer for answer in answers if answer is not None}) > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lies_in_the_workbook_that_the_frame_is_written_from(language: str) -> None:
    words = catalogue(language)
    year = replace(walked(language, scores(30)), wordings=year_with_wordings(language).wordings)
    made, without = grouped_wordings(year, words), grouped_wordings(year_with_wordings(language), words)
    assert made is not None
    assert made.walk == walk_findings(year, words)
    assert made.walk is not None
    assert without is not None
    assert without.walk is None
