"""Steps in a room, points wherever somebody is elsewhere: the Power Walk of each way to meet."""

import pytest

from pipeline.documents.contents import Big
from pipeline.documents.intro.deck import intro_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.programme import Mode
from tests.documents.teams import full_year, intro_meeting
from tests.documents.written import written

STEPS, POINTS = "steps", "points"
OTHER = {STEPS: POINTS, POINTS: STEPS}
MANNERS = [(Mode.OFFLINE, STEPS), (Mode.ONLINE, POINTS), (Mode.HYBRID, POINTS), (None, POINTS)]
STATEMENTS = 11


def told(language: str, mode: Mode | None) -> str:
    return written(intro_deck(full_year(language, mode), intro_meeting(mode), catalogue(language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mode", "manner"), MANNERS)
def test_every_statement_asks_for_steps_in_a_room_and_else_for_points(
    language: str, mode: Mode | None, manner: str
) -> None:
    words = catalogue(language)
    deck = intro_deck(full_year(language, mode), intro_meeting(mode), words)
    actions = [block.action for slide in deck.slides for block in slide.blocks if isinstance(block, Big)]
    assert actions.count(words.say(f"deck.intro.statement.plain.{manner}")) == STATEMENTS - 1
    assert actions.count(words.say(f"deck.intro.statement.reversed.{manner}")) == 1
    assert words.say(f"deck.intro.statement.plain.{OTHER[manner]}") not in actions


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("mode", "manner"), MANNERS)
def test_the_highest_total_follows_from_the_number_of_statements(language: str, mode: Mode | None, manner: str) -> None:
    highest = STATEMENTS if manner == STEPS else 10 * STATEMENTS
    assert catalogue(language).say(f"deck.intro.totals.{manner}.kicker", highest=highest) in told(language, mode)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.HYBRID])
def test_only_the_number_is_asked_for_in_the_chat_and_nobody_has_to(language: str, mode: Mode) -> None:
    deck = told(language, mode)
    said = catalogue(language).many("deck.intro.totals.points.say", highest=10 * STATEMENTS)
    assert all(line in deck for line in said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", list(Mode))
def test_groups_find_each_other_in_the_way_of_the_meeting(language: str, mode: Mode) -> None:
    words, deck = catalogue(language), told(language, mode)
    for other in Mode:
        assert (words.say(f"deck.intro.groups.{other.value}") in deck) is (other is mode)
