"""The Power Walk in the deck with its scores: codes before the reveal, personas after it (M57, M58, M61, M65)."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.contents import BarChart, Deck, DotField, Grid, LaneChart, Slide, Space
from pipeline.documents.intro.deck import intro_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.slides.house_style import house_style
from pipeline.outbox.slides.powerpoint import deck_file
from pipeline.ttr.programme import INTRO, Walk
from pipeline.ttr.scores import Scores
from pipeline.ttr.timetable import timetable_for
from tests.documents.teams import CODES
from tests.documents.walks import SHORT, code, scores, walked
from tests.documents.written import written
from tests.office.judgement import complaints

TEMPLATES = Path(__file__).parents[2] / "templates_office"
SIZES = (8, 14, 24, 40, 200)
DECKS = (
    (Walk.PERSONA, 8, False),
    (Walk.PERSONA, 22, False),
    (Walk.PERSONA, 40, True),
    (Walk.ANONYMOUS, 200, False),
    (Walk.ONESELF, 8, False),
)


def deck(language: str, outcome: Scores | None, walk: Walk = Walk.PERSONA, minutes: int | None = None) -> Deck:
    year = walked(language, outcome, walk)
    assert year.programme is not None
    meeting = year.programme.meeting(INTRO)
    assert meeting is not None
    return intro_deck(year, replace(meeting, minutes=minutes or meeting.minutes), catalogue(language))


def titled(made: Deck, title: str) -> int:
    return [slide.title for slide in made.slides].index(title)


def with_block(made: Deck, *kinds: type) -> list[int]:
    return [place for place, slide in enumerate(made.slides) if any(isinstance(block, kinds) for block in slide.blocks)]


def text_of(slides: tuple[Slide, ...]) -> str:
    return "\n".join(repr(slide) for slide in slides)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", SIZES)
def test_the_chart_follows_the_last_statement_and_holds_no_persona_before_the_reveal(language: str, count: int) -> None:
    words, made = catalogue(language), deck(language, scores(count))
    reveal = titled(made, words.say("deck.intro.reveal.title"))
    statement = titled(made, words.say("deck.intro.statement.title", number=11, count=11))
    first, *_ = with_block(made, LaneChart, DotField)
    assert statement < first < reveal
    assert "R&D" not in text_of(made.slides[:reveal])
    assert not any(isinstance(block, Space) for block in made.slides[first].blocks)


@pytest.mark.parametrize(("count", "slides"), [(8, 1), (14, 1), (22, 1), (24, 2), (40, 2), (200, 0)])
def test_lanes_and_dots_stand_on_consecutive_slides_of_at_most_twenty_four_lanes(count: int, slides: int) -> None:
    made = deck("nl", scores(count))
    reveal = titled(made, catalogue("nl").say("deck.intro.reveal.title"))
    lanes = [place for place in with_block(made, LaneChart) if place < reveal]
    (dots,) = with_block(made, DotField)
    assert [*lanes, dots] == list(range(dots - slides, dots + 1))
    charts = [block for place in lanes for block in made.slides[place].blocks if isinstance(block, LaneChart)]
    assert all(len(chart.lanes) <= 24 for chart in charts)
    if slides:
        assert sum(len(chart.lanes) for chart in charts) == count + 1
    (field,) = (block for block in made.slides[dots].blocks if isinstance(block, DotField))
    assert len(field.dots) == count + 1


def test_the_personas_stand_beside_the_lanes_when_they_are_short_and_in_a_table_when_they_are_long() -> None:
    words = catalogue("nl")
    short = deck("nl", scores(10, persona=SHORT))
    after = short.slides[titled(short, words.say("deck.intro.reveal.title")) + 1]
    (chart,) = (block for block in after.blocks if isinstance(block, LaneChart))
    assert {lane.label for lane in chart.lanes} == {"zorgt voor zijn oma", code(4), code(9), "ZZZ-999"}
    long = deck("nl", scores(10))
    header = tuple(words.say(f"deck.intro.outcome.personas.{column}") for column in ("code", "persona", "total"))
    grids = [block for slide in long.slides for block in slide.blocks if isinstance(block, Grid)]
    rows = [row for grid in grids if grid.header == header for row in grid.rows]
    assert [row[0] for row in rows if row[0] in (code(4), code(9), "ZZZ-999")] == []
    assert len(rows) == 8
    assert "R&D <HR>" in rows[0][1]
    assert max(len(grid.rows) for grid in grids if grid.header == header) <= 8


@pytest.mark.parametrize("minutes", [None, 60, 90, 110, 180])
@pytest.mark.parametrize("walk", list(Walk))
@pytest.mark.parametrize("count", [0, 3, 14, 40])
def test_the_minutes_stay_those_of_the_timetable_whatever_came_in(minutes: int | None, walk: Walk, count: int) -> None:
    made = deck("nl", scores(count), walk, minutes)
    spent = [sum(slide.notes.minutes for slide in section.slides) for section in made.sections]
    assert spent == [block.minutes for block in timetable_for(INTRO, minutes or 110).blocks]
    titles = [slide.title for slide in made.slides]
    assert len(titles) == len(set(titles))
    for slide in made.slides:
        assert all(slide.notes.say), slide.title
        assert all(slide.notes.if_needed), slide.title
        assert slide.notes.if_needed


@pytest.mark.parametrize("minutes", [110, 180])
def test_the_statements_that_split_the_group_come_before_the_question_about_them(minutes: int) -> None:
    words, made = catalogue("nl"), deck("nl", scores(14), minutes=minutes)
    split = titled(made, words.say("deck.intro.outcome.split.title"))
    topic = words.say("programme.question.impact.topic")
    impact = [place for place, slide in enumerate(made.slides) if slide.title.endswith(f": {topic}")]
    assert impact in ([], [split + 1])
    assert titled(made, words.say("deck.intro.reveal.title")) < split
    assert made.slides[split].notes.minutes == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_anonymously_there_is_only_the_field_of_dots_and_nobody_shares_a_total_in_the_chat(language: str) -> None:
    words, made = catalogue(language), deck(language, scores(14), Walk.ANONYMOUS)
    assert with_block(made, LaneChart) == []
    assert len(with_block(made, DotField)) == 1
    power_walk = made.sections[1].slides
    assert not any(code(number) in text_of(power_walk) for number in range(14))
    assert "R&D" not in text_of(power_walk)
    assert words.say("deck.intro.totals.points.text") not in written_section(made)
    assert words.say("deck.unshared.deck.intro.totals.points.text") in written_section(made)


def written_section(made: Deck) -> str:
    return text_of(made.sections[1].slides)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [None, 7, 8, 14, 40])
def test_as_oneself_no_code_and_no_persona_stands_anywhere(language: str, count: int | None) -> None:
    outcome = None if count is None else scores(count, blanks=False)
    made = deck(language, outcome, Walk.ONESELF)
    told = text_of(made.slides)
    assert not re.search(r"\bpersonas?\b|persona's", told.casefold())
    assert not any(one in told for one in (*CODES, *map(code, range(40))))
    assert catalogue(language).say("deck.intro.as_oneself.title") in told
    assert with_block(made, LaneChart, DotField) == []
    assert len(with_block(made, BarChart)) == (1 if count is not None and count >= 8 else 0)
    assert titled(made, catalogue(language).say("deck.intro.chart.title"))
    assert "{" not in told


def test_without_scores_the_deck_keeps_its_empty_place() -> None:
    words, made = catalogue("nl"), deck("nl", None)
    assert written(made) == written(deck("nl", Scores((), (1, 2, 3))))
    (slide,) = (slide for slide in made.slides if slide.title == words.say("deck.intro.chart.title"))
    (block,) = slide.blocks
    assert isinstance(block, Space)


def test_as_oneself_only_counts_with_trust() -> None:
    year = walked("nl", scores(14), Walk.ONESELF)
    assert year.programme is not None
    meeting = year.programme.meeting(INTRO)
    assert meeting is not None
    year = replace(year, programme=replace(year.programme, trust=False))
    assert with_block(intro_deck(year, meeting, catalogue("nl")), LaneChart)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_decks_are_sound_accessible_and_have_room_for_all_they_say(language: str, tmp_path: Path) -> None:
    style, _ = house_style(TEMPLATES, TEMPLATES)
    paths = []
    for walk, count, steps in DECKS:
        content, findings = deck_file(deck(language, scores(count, steps=steps), walk), style)
        assert findings == ()
        paths.append(tmp_path / f"{walk}-{count}.pptx")
        paths[-1].write_bytes(content)
    assert complaints(paths) == []
    again, _ = deck_file(deck(language, scores(8), Walk.ONESELF), style)
    assert again == paths[-1].read_bytes()
