"""The action points of earlier meetings: what waits, what is late, and what was done last time (M98)."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.contents import Card, Cards, Deck, Grid, Slide
from pipeline.documents.follow_up.deck import follow_up_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.slides.house_style import house_style
from pipeline.outbox.slides.powerpoint import deck_file
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS, Meeting
from pipeline.ttr.records import TeamYear
from tests.documents.held_meetings import points
from tests.documents.written import written
from tests.outbox.house_templates import SHIPPED

FIRST, SECOND, THIRD = FOLLOW_UPS
DAY = date(2028, 2, 17)
OPEN, BUSY, DONE, DROPPED = ActionState


def _deck(*given_points: ActionPoint, key: str = SECOND, day: date | None = DAY, language: str = "nl") -> Deck:
    return follow_up_deck(TeamYear(action_points=given_points), Meeting(key, day), catalogue(language))


def _shown(deck: Deck) -> list[Slide]:
    title = catalogue(deck.language).say("deck.follow_up.points.title")
    return [slide for slide in deck.slides if slide.title.startswith(title)]


def _rows(deck: Deck) -> list[tuple[str, ...]]:
    """What every row or card tells, in the order of the slides."""
    rows: list[tuple[str, ...]] = []
    for slide in _shown(deck):
        for block in slide.blocks:
            match block:
                case Grid():
                    rows += block.rows
                case Cards():
                    rows += [(card.heading, *card.text.split(" · ")) for card in block.cards]
                case _:
                    raise AssertionError(block)
    return rows


def _point(what: str, state: ActionState = OPEN, due: date | None = DAY, meeting: str | None = FIRST) -> ActionPoint:
    return ActionPoint("1.1", what, meeting, "teamleiders", due, state)


def test_without_action_points_there_is_no_slide_for_them() -> None:
    assert _shown(_deck()) == []
    assert _shown(_deck(_point("x", DROPPED), _point("y", meeting=SECOND))) == []


def test_a_point_tells_what_who_by_when_and_how_it_stands() -> None:
    [row] = _rows(_deck(_point("De regel herschrijven", BUSY)))
    assert row == ("De regel herschrijven", "teamleiders", "17\u00a0feb\u00a02028", "bezig")


def test_what_is_not_agreed_yet_is_said_so() -> None:
    [row] = _rows(_deck(replace(_point("x", due=None), who=None)))
    assert row[1:3] == ("nog af te spreken",) * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_late_is_said_in_words_by_the_day_of_the_meeting(language: str) -> None:
    words = catalogue(language)
    late = words.say("deck.follow_up.points.late", state=words.say("choices.action_state.open"))
    before = _point("x", due=DAY - timedelta(days=1))
    assert _rows(_deck(before, language=language))[0][-1] == late
    for in_time in (_point("x"), replace(before, state=DONE), replace(before, due=None)):
        assert late not in written(_deck(in_time, language=language))


def test_without_a_day_of_the_meeting_today_counts() -> None:
    year = TeamYear(action_points=(_point("x"),), today=DAY + timedelta(days=1))
    [row] = _rows(follow_up_deck(year, Meeting(SECOND), catalogue("nl")))
    assert row[-1] == "open, te\u00a0laat"
    assert _rows(_deck(_point("x"), day=None))[0][-1] == "open"


def test_what_is_done_comes_first_then_what_is_late_then_open_then_busy_each_by_day() -> None:
    soon, later = DAY + timedelta(days=9), DAY + timedelta(days=30)
    given_points = (
        _point("gedaan", DONE),
        _point("bezig", BUSY, soon),
        _point("open, later", OPEN, later),
        _point("open, zonder dag", OPEN, None),
        _point("open, straks", OPEN, soon),
        _point("laat en bezig", BUSY, date(2028, 1, 1)),
        _point("laat en open", OPEN, date(2028, 2, 1)),
    )
    order = [row[0] for row in _rows(_deck(*given_points))]
    assert order == [
        *("gedaan", "laat en open", "laat en bezig", "open, straks", "open, later", "open, zonder dag", "bezig"),
    ]


def test_what_waits_comes_from_every_earlier_meeting_and_what_is_done_only_from_the_last() -> None:
    given_points = (
        _point("1 open", meeting=FIRST),
        _point("1 gedaan", DONE, meeting=FIRST),
        _point("2 gedaan", DONE, meeting=SECOND),
        _point("2 bezig", BUSY, meeting=SECOND),
        _point("3 open", meeting=THIRD),
        _point("los open", meeting=None),
        _point("los gedaan", DONE, meeting=None),
        _point("vervallen", DROPPED, meeting=SECOND),
    )
    assert {row[0] for row in _rows(_deck(*given_points, key=THIRD))} == {
        *("1 open", "2 gedaan", "2 bezig", "los open"),
    }
    assert {row[0] for row in _rows(_deck(*given_points, key=SECOND))} == {"1 open", "1 gedaan", "los open"}
    assert {row[0] for row in _rows(_deck(*given_points, key=FIRST))} == {"los open"}


def test_the_last_meeting_is_the_last_that_agreed_on_something() -> None:
    """Where the second follow-up was cancelled, the third looks back on the first."""
    assert _rows(_deck(_point("1 gedaan", DONE), key=THIRD))[0][0] == "1 gedaan"


def test_there_are_at_most_five_to_a_slide_and_slides_are_about_equally_full() -> None:
    long = "Elke student in de eerste drie weken een gesprek aanbieden met iemand van ons"
    for what, rows in (("Stap", [4, 5]), (long, [4, 5])):
        deck = _deck(*(_point(what) for _ in range(9)))
        shown = _shown(deck)
        assert [len(block.rows) for slide in shown for block in slide.blocks if isinstance(block, Grid)] == rows
        assert [slide.title[-9:] for slide in shown] == [f"({n} van {len(rows)})" for n in range(1, len(rows) + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_its_header_and_a_description(language: str) -> None:
    [slide] = _shown(_deck(*points(language)[:1], language=language))
    [grid] = slide.blocks
    assert isinstance(grid, Grid)
    assert all(grid.header)
    assert grid.alt


def test_a_point_as_long_as_the_form_takes_has_a_card_of_its_own_with_every_word() -> None:
    long = ("We spreken met elke student in de eerste drie weken. " * 6)[:300].strip()
    [slide] = _shown(_deck(_point(long)))
    assert slide.blocks == (Cards((Card(long, "teamleiders · 17\u00a0feb\u00a02028 · open"),)),)


_SAID = "de studenten vragen aan studieloopbaanbegeleiders wat er in week 6 nodig is Een gesprek met iedereen"
_WORDS = st.sampled_from(_SAID.split())
_POINTS = st.builds(
    ActionPoint,
    st.just("1.1"),
    st.lists(_WORDS, min_size=1, max_size=50).map(lambda words: " ".join(words)[:300].strip()),
    st.just(FIRST),
    st.none() | st.lists(_WORDS, min_size=1, max_size=9).map(lambda words: " ".join(words)[:60].strip()),
    st.none() | st.dates(date(2027, 9, 1), date(2028, 7, 1)),
    st.sampled_from(ActionState),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_POINTS, max_size=12), st.sampled_from(LANGUAGES))
def test_whatever_was_agreed_every_slide_fits_and_every_point_stands_once(
    agreed: list[ActionPoint], language: str
) -> None:
    deck = _deck(*agreed, language=language)
    told = sorted(row[0] for row in _rows(deck))
    assert told == sorted(point.what for point in agreed if point.state is not DROPPED)
    assert deck_file(deck, house_style(SHIPPED, Path("nowhere"))[0])[1] == ()
    titles = [slide.title for slide in deck.slides]
    assert len(set(titles)) == len(titles)
