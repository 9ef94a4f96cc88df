"""The summary of the Power Walk on one page, in three languages (M56-M61, M65, G19, G21)."""

from pathlib import Path

import pytest

from pipeline.documents.contents import DotField, Grid, LaneChart, Page
from pipeline.documents.walk.summary import power_walk_summary
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.programme import Walk
from pipeline.ttr.scores import Score, Scores
from tests.documents.walks import code, scores, walked
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

GOLDEN = Path(__file__).parents[1] / "golden"
TEMPLATES = Path(__file__).parents[3] / "templates_office"


def summary(language: str, outcome: Scores, walk: Walk = Walk.PERSONA) -> Page:
    page = power_walk_summary(walked(language, outcome, walk), catalogue(language))
    assert page is not None
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_what_its_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"power-walk-summary.{language}.txt"
    told = "\n\n".join(page_written(summary(language, scores(12), walk)) for walk in Walk)
    if rewrite_golden:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_without_scores_there_is_no_summary() -> None:
    assert power_walk_summary(walked("nl", None), catalogue("nl")) is None
    assert power_walk_summary(walked("nl", Scores((), (1,))), catalogue("nl")) is None
    assert power_walk_summary(walked("nl", scores(7, blanks=False), Walk.ONESELF), catalogue("nl")) is None


@pytest.mark.parametrize(("count", "kind"), [(8, LaneChart), (13, LaneChart), (24, DotField), (200, DotField)])
def test_the_picture_is_one_that_can_be_read(count: int, kind: type) -> None:
    (chart,) = (block for block in summary("nl", scores(count)).blocks if isinstance(block, LaneChart | DotField))
    assert isinstance(chart, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_codes_or_as_oneself_no_code_stands_in_it(language: str) -> None:
    for walk in (Walk.ANONYMOUS, Walk.ONESELF):
        told = page_written(summary(language, scores(40), walk))
        assert not any(code(number) in told for number in range(40))
        assert "R&D" not in told


def test_as_oneself_there_is_no_total_no_statement_and_no_small_group() -> None:
    rows = tuple(Score(None, (10,) * 3 if number < 7 else (0, 5, 0)) for number in range(9))
    told = page_written(summary("en", Scores(rows, (1, 2, 3)), Walk.ONESELF))
    assert "In the middle or at the back: 0 to 20: 2" not in told
    assert "At the front, in the middle or at the back: 0 to 30: 9." in told
    assert "median" not in told
    assert "persona" not in told
    assert not any(isinstance(block, Grid) for block in summary("en", Scores(rows, (1, 2, 3)), Walk.ONESELF).blocks)


def test_when_only_totals_are_known_the_summary_says_so() -> None:
    rows = tuple(Score(code(number), only_total=5 * number) for number in range(9))
    assert catalogue("nl").say("walk.summary.no_statements") in page_written(
        summary("nl", Scores(rows, tuple(range(1, 11))))
    )


def test_when_all_answered_alike_no_statement_is_named() -> None:
    rows = tuple(Score(code(number), (10, 10)) for number in range(9))
    assert catalogue("nl").say("walk.summary.no_split") in page_written(summary("nl", Scores(rows, (1, 2))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_fills_one_page_at_every_size_and_is_sound_and_accessible(language: str, tmp_path: Path) -> None:
    paths = []
    for walk in Walk:
        for count, steps in ((8, False), (13, True), (14, False), (24, True), (40, False)):
            content, findings = page_file(summary(language, scores(count, steps=steps), walk), TEMPLATES)
            assert findings == ()
            paths.append(tmp_path / f"{walk}-{count}.docx")
            paths[-1].write_bytes(content)
    assert complaints(paths[::3]) == []
    made = {pdf.stem: len(pictures(pdf, tmp_path, 20)) for pdf in pdfs(paths, tmp_path)}
    assert set(made.values()) == {1}, made
