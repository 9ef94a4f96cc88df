from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.contents import Big, Deck, Grid
from pipeline.documents.intro.deck import intro_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import FOCUS_GROUPS, INTRO, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import timetable_for
from tests.documents.teams import full_year, intro_meeting
from tests.documents.written import written

GOLDEN = Path(__file__).parents[1] / "golden"
LENGTHS = (None, 60, 90, 110, 120, 180)
MODES = (None, *Mode)


def _deck(language: str, mode: Mode | None = Mode.OFFLINE, minutes: int | None = 110) -> Deck:
    return intro_deck(full_year(language, mode, minutes), intro_meeting(mode, minutes), catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_says_what_its_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"intro-deck.{language}.txt"
    told = written(_deck(language))
    if rewrite_golden:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_each_block_of_the_timetable_gets_exactly_its_minutes(
    language: str, mode: Mode | None, minutes: int | None
) -> None:
    deck = _deck(language, mode, minutes)
    timetable = timetable_for(INTRO, minutes)
    spent = [sum(slide.notes.minutes for slide in section.slides) for section in deck.sections]
    assert spent == [block.minutes for block in timetable.blocks]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
def test_no_two_slides_have_the_same_title(language: str, mode: Mode | None) -> None:
    titles = [slide.title for slide in _deck(language, mode).slides]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("minutes", LENGTHS)
def test_every_slide_tells_the_moderator_what_to_say_and_what_to_do_if_needed(
    language: str, mode: Mode | None, minutes: int | None
) -> None:
    for slide in _deck(language, mode, minutes).slides:
        for lines in (slide.notes.say, slide.notes.if_needed):
            assert lines, slide.title
            assert all(lines), slide.title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "known",
    [
        {},
        {"programme": Programme(focus=FOCUS_GROUPS)},
        {"participants": (Participant("KTM-473"),)},
        {"participants": tuple(Participant(f"AAA-{number:03d}") for number in range(100))},
        {"statements": EXAMPLES[:1]},
        {"statements": EXAMPLES * 4},
        {"scan": ()},
    ],
)
def test_whatever_is_known_no_word_is_missing_and_no_brace_is_left(
    language: str, mode: Mode | None, known: dict[str, object]
) -> None:
    for minutes in LENGTHS:
        deck = intro_deck(TeamYear(**known), Meeting(INTRO, minutes=minutes, mode=mode), catalogue(language))
        told = written(deck)
        assert "{" not in told
        assert "}" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_that_counts_in_reverse_is_marked_on_its_slide_and_in_its_notes(language: str) -> None:
    said = catalogue(language)
    deck = _deck(language)
    reversed_slides = [
        slide for slide in deck.slides if said.say("deck.intro.statement.reversed.say") in slide.notes.say
    ]
    assert len(reversed_slides) == 1
    (big,) = reversed_slides[0].blocks
    assert isinstance(big, Big)
    assert big.kicker == said.say("deck.intro.statement.reversed.kicker")


def test_participants_stand_in_the_groups_once_each() -> None:
    year = full_year("nl")
    cells = [
        code
        for slide in _deck("nl").slides
        for block in slide.blocks
        if isinstance(block, Grid)
        for row in block.rows
        for code in row[-1].split(", ")
    ]
    for participant in year.participants:
        assert cells.count(participant.code) == 1


def test_a_large_team_gets_more_slides_with_at_most_eight_groups_each() -> None:
    year = replace(full_year("nl"), participants=tuple(Participant(f"AAA-{number:03d}") for number in range(100)))
    deck = intro_deck(year, intro_meeting(), catalogue("nl"))
    grids = [block for slide in deck.slides for block in slide.blocks if isinstance(block, Grid)]
    assert 6 <= max(len(grid.rows) for grid in grids) <= 8
    assert len({slide.title for slide in deck.slides}) == len(deck.slides)
