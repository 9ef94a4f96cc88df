"""What a team takes along from last year stands on a page: lessons, what waits, the frame, and what is ahead."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import Grid, Heading, Page, Paragraph
from pipeline.documents.next_year.first_forms import next_year_of
from pipeline.documents.next_year.last_year import LONGEST, MOST_POINTS, last_year
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.lessons import LESSONS, LessonsLearned
from pipeline.ttr.programme import Programme, YearType
from pipeline.ttr.records import TeamYear
from tests.documents.lessons_told import lessons
from tests.documents.next_year.test_first_forms import old_year
from tests.documents.teams import CODES
from tests.documents.written import page_written

WORDS = catalogue("nl")


def begun(language: str = "nl") -> TeamYear:
    return next_year_of(replace(old_year(language), lessons=lessons(language)), catalogue(language))


def page_of(year: TeamYear, language: str = "nl") -> Page:
    page = last_year(year, catalogue(language))
    assert page is not None
    return page


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_what_was_learned_what_waits_what_holds_and_what_is_ahead(language: str) -> None:
    page, words = page_of(begun(language), language), catalogue(language)
    text = page_written(page)
    parts = ("lessons", "points", "frame", "ahead")
    assert headings(page)[0] == words.say("next.last_year.lessons.heading")
    assert all(words.say(f"next.last_year.{part}.heading") in headings(page) for part in parts)
    assert words.say("next.last_year.frame.ask") in text
    assert all(point in text for point in words.many("next.last_year.ahead.points"))
    assert "2028-2029" in page.subtitle
    assert page.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_nobody_and_tells_no_code(language: str) -> None:
    text = page_written(page_of(begun(language), language))
    assert not any(code in text for code in (*CODES, "C-7K4M2"))


def test_without_anything_from_last_year_there_is_no_page() -> None:
    waiting = (ActionPoint("L.1", "Iets doen"),)
    assert last_year(TeamYear(), WORDS) is None
    assert last_year(replace(begun(), former_lessons=None, action_points=()), WORDS) is None
    assert last_year(TeamYear(Programme(year_type=YearType.FIRST), action_points=waiting), WORDS) is None
    assert last_year(TeamYear(Programme(year_type=YearType.LATER), action_points=waiting), WORDS) is not None


def test_points_of_this_year_and_those_that_have_ended_are_left_out() -> None:
    told = (
        ActionPoint("L.1", "Later", due=date(2028, 11, 1)),
        ActionPoint("L.2", "Klaar", state=ActionState.DONE),
        ActionPoint("1.1", "Van dit jaar", "follow_up_1"),
        ActionPoint("L.3", "Eerst", due=date(2028, 5, 1), state=ActionState.BUSY),
        ActionPoint("L.4", "Ooit"),
    )
    [grid] = grids(page_of(replace(begun(), action_points=told)))
    assert [row[0] for row in grid.rows] == ["Eerst", "Later", "Ooit"]
    assert grid.rows[2][1:] == ("nog af te spreken", "nog af te spreken", "open")


def test_where_nothing_waits_it_says_so() -> None:
    page = page_of(replace(begun(), action_points=()))
    assert not grids(page)
    assert Paragraph(WORDS.say("next.last_year.points.none")) in page.blocks


@given(st.integers(0, 40))
def test_of_many_points_it_shows_some_and_counts_the_others(count: int) -> None:
    told = tuple(ActionPoint(f"L.{at}", f"Stap {at}") for at in range(1, count + 1))
    page = page_of(replace(begun(), action_points=told))
    shown = sum(len(grid.rows) for grid in grids(page))
    assert shown == min(count, MOST_POINTS)
    more = Paragraph(WORDS.say("next.last_year.points.more", count=count - shown))
    assert (more in page.blocks) == (count > MOST_POINTS)


def told_of(text: str) -> list[str]:
    """What stands on the page of one answer."""
    year = TeamYear(former_lessons=LessonsLearned("2027-2028", awareness=text))
    blocks = page_of(year).blocks
    start = blocks.index(Heading(WORDS.say("next.last_year.lessons.awareness"), 2)) + 1
    end = blocks.index(Heading(WORDS.say("next.last_year.points.heading")))
    return [block.text for block in blocks[start:end] if isinstance(block, Paragraph)]


SHORTENED = WORDS.say("next.last_year.lessons.shortened")


def test_a_short_answer_is_told_whole_and_of_a_long_one_whole_paragraphs_or_its_first_sentence() -> None:
    sentence = "We letten nu meer op wie er niets zegt en waarom. "
    assert told_of("Een.\nTwee.") == ["Een.", "Twee."]
    assert told_of(f"{sentence * 8}\n{sentence * 8}") == [(sentence * 8).strip(), SHORTENED]
    assert told_of(sentence * 20) == [sentence.strip(), SHORTENED]


@given(st.lists(st.text(st.characters(categories=("L", "Zs")), max_size=LONGEST), max_size=4).map("\n".join))
def test_whatever_was_written_nothing_is_told_that_was_not(text: str) -> None:
    if not text.strip():
        assert headings(page_of(TeamYear(former_lessons=LessonsLearned(None, text))))[0] != "Wat we leerden"
        return
    whole = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    told = [line for line in told_of(text) if line != SHORTENED]
    assert told == whole[: len(told)] or whole[0].startswith(told[0])


def test_a_question_without_an_answer_has_no_heading() -> None:
    page = page_of(TeamYear(former_lessons=LessonsLearned("2027-2028", process="Goed.")))
    shown = [lesson for lesson in LESSONS if WORDS.say(f"next.last_year.lessons.{lesson}") in headings(page)]
    assert shown == ["process"]
