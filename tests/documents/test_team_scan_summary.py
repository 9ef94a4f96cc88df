"""The summary of the team scan, read as a golden text in three languages (M40-M46)."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import BarChart, Page
from pipeline.documents.intro.deck import intro_deck
from pipeline.documents.team_scan_summary import team_scan_summary
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import ScanAnswer
from tests.documents.teams import full_year, intro_meeting
from tests.documents.written import page_written

GOLDEN = Path(__file__).parent / "golden"
EXPERTISE = (4, 5, 4, 4, 5, 4, 5, 4, 3, 2, 2, 1, 2, 2)
ENTHUSIASM = (1, 2, 2, 1, 2, 3, 3, 3, 3, None, 4, 2, 2, 5)
FOURTEEN = tuple(ScanAnswer(*levels) for levels in zip(EXPERTISE, ENTHUSIASM, strict=True))


def _year(language: str, scan: tuple[ScanAnswer, ...] | None = FOURTEEN) -> TeamYear:
    year = full_year(language)
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, staff=20), scan=scan)


def _summary(language: str, scan: tuple[ScanAnswer, ...] = FOURTEEN) -> Page:
    page = team_scan_summary(_year(language, scan), catalogue(language))
    assert page is not None
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_says_what_its_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"team-scan-summary.{language}.txt"
    written = page_written(_summary(language))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_without_a_scan_there_is_no_summary() -> None:
    assert team_scan_summary(_year("nl", None), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_scan_shows_no_levels_and_says_why(language: str) -> None:
    page = _summary(language, FOURTEEN[:4])
    assert catalogue(language).say("scan.covered.few") in page_written(page)
    assert not any(isinstance(block, BarChart) for block in page.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_quotes_what_the_deck_makes_the_moderator_say(language: str) -> None:
    words = catalogue(language)
    opening = words.say("scan.positioning.both.opening")
    deck = intro_deck(_year(language), intro_meeting(), words)
    assert opening in page_written(_summary(language))
    assert opening in [line for slide in deck.slides for line in slide.notes.say]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_tells_that_the_mail_says_so_unless_the_scan_tells_too_little(language: str) -> None:
    words = catalogue(language)
    for scan, position, use in ((FOURTEEN, "both", "mail"), (FOURTEEN[:4], "unknown", "invitation")):
        advice = words.say(f"scan.positioning.{position}.invitation")
        assert words.say(f"scan.use.{use}", text=advice) in page_written(_summary(language, scan))


levels = st.none() | st.integers(1, 5)


@given(st.lists(st.builds(ScanAnswer, levels, levels), max_size=30), st.sampled_from(LANGUAGES))
def test_the_chart_shows_no_small_count_and_its_alternative_text_says_the_same(
    answers: list[ScanAnswer], language: str
) -> None:
    charts = [block for block in _summary(language, tuple(answers)).blocks if isinstance(block, BarChart)]
    for chart in charts:
        for name, colleagues in zip(chart.categories, chart.series[0].values, strict=True):
            assert colleagues in {0.0, *range(5, 31)}
            assert f"{name}: {colleagues:.0f}" in chart.alt
    assert len(charts) <= 1
