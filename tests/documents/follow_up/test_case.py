"""The case on the slides of a follow-up: released and chosen, as far as it fits; else invented or missing (M92-M96)."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.contents import Cards, Deck, Slide, Space
from pipeline.documents.follow_up.case import MOST_IN_SHORT, MOST_SLIDES
from pipeline.documents.follow_up.deck import follow_up_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.slides.house_style import HouseStyle, house_style
from pipeline.outbox.slides.powerpoint import deck_file
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.programme import FOLLOW_UPS, Meeting
from pipeline.ttr.records import TeamYear
from tests.documents.case_stories import STORIES, case, longest_case
from tests.documents.written import written
from tests.outbox.house_templates import SHIPPED

FIRST = FOLLOW_UPS[0]


@pytest.fixture(scope="module")
def shipped() -> HouseStyle:
    return house_style(SHIPPED, Path("nowhere"))[0]


def _deck(*cases: Case, language: str = "nl", fictional: bool = False, key: str = FIRST) -> Deck:
    return follow_up_deck(TeamYear(cases=cases), Meeting(key, fictional=fictional), catalogue(language))


def _shown(deck: Deck) -> list[Slide]:
    """The slides on which the case stands."""
    title = catalogue(deck.language).say("deck.follow_up.case.title")
    return [slide for slide in deck.slides if slide.title.startswith(title)]


def _cards(deck: Deck) -> list[Cards]:
    """What is shown of the case, slide by slide."""
    return [block for slide in _shown(deck) for block in slide.blocks if isinstance(block, Cards)]


def _text(deck: Deck) -> str:
    return " ".join(card.text for block in _cards(deck) for card in block.cards)


def _of_words(count: int) -> Case:
    """A case of so many words, its six answers equally long."""
    sentence = "De docent gaf geen antwoord en de groep bleef stil. "  # ten words
    answer = " ".join((sentence * count).split()[: count // len(QUESTIONS)])
    return replace(case("nl"), answers=dict.fromkeys(QUESTIONS, answer))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_stands_under_its_short_headings_word_for_word(language: str) -> None:
    words, deck = catalogue(language), _deck(case(language), language=language)
    assert _text(deck).split() == " ".join(STORIES[language]).split()
    headings = [card.heading for block in _cards(deck) for card in block.cards]
    assert headings == [words.say(f"case.handout.question.{question}") for question in QUESTIONS]


def test_a_short_case_takes_few_slides_about_equally_full() -> None:
    for language in LANGUAGES:
        on_slides = {len(block.cards) for block in _cards(_deck(case(language), language=language))}
        assert on_slides in ({2}, {3})


@pytest.mark.parametrize("count", [100, 250, 400, 600, 900, 1500])
def test_a_case_of_any_length_is_shown_whole_or_as_its_problem_and_what_it_meant(
    count: int, shipped: HouseStyle
) -> None:
    words, told = catalogue("nl"), _of_words(count)
    deck = _deck(told)
    slides, text = _shown(deck), _text(deck).split()
    whole = " ".join(told.answers.values()).split()
    in_short = " ".join(told.answers[question] for question in ("problem", "belonging")).split()
    if words.say("deck.follow_up.case.in_short") in slides[0].subtitle:
        assert text == in_short
        assert len(slides) <= MOST_IN_SHORT
    else:
        assert text == whole
        assert len(slides) <= MOST_SLIDES
    assert deck_file(deck, shipped)[1] == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_too_long_even_in_short_is_read_on_paper(language: str) -> None:
    words = catalogue(language)
    (slide,) = _shown(_deck(longest_case(language), language=language))
    assert isinstance(slide.blocks[0], Space)
    assert words.say("deck.follow_up.case.on_paper") in slide.subtitle
    assert words.say("deck.follow_up.case.is_invented") in slide.subtitle


def test_a_case_without_a_single_answer_is_read_on_paper() -> None:
    (slide,) = _shown(_deck(replace(case("nl"), answers={})))
    assert isinstance(slide.blocks[0], Space)


def test_answers_that_were_left_open_leave_no_heading() -> None:
    told = replace(case("nl"), answers={"problem": STORIES["nl"][0], "others": " \n "})
    assert _text(_deck(told)) == STORIES["nl"][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invented_case_is_said_to_be_invented(language: str) -> None:
    said = catalogue(language).say("deck.follow_up.case.is_invented")
    told = case(language)
    assert said not in written(_deck(told, language=language))
    for slide in _shown(_deck(replace(told, origin="fictional"), language=language)):
        assert said in slide.subtitle


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_where_the_lead_allows_it_the_invented_situation_is_the_case(language: str, key: str) -> None:
    words = catalogue(language)
    deck = _deck(language=language, fictional=True, key=key)
    (slide,) = _shown(deck)
    assert slide.subtitle == words.say("deck.follow_up.case.is_invented")
    assert _text(deck) == words.say(f"deck.follow_up.case.invented.{key}")
    assert words.say("deck.if.case_invented") in slide.notes.if_needed


@pytest.mark.parametrize("key", FOLLOW_UPS)
def test_without_a_case_there_is_an_empty_place_and_the_moderator_has_an_invented_one(key: str) -> None:
    words = catalogue("nl")
    situation = words.say(f"deck.follow_up.case.invented.{key}")
    (slide,) = _shown(_deck(key=key))
    (place,) = slide.blocks
    assert isinstance(place, Space)
    assert place.text == words.say("deck.follow_up.case_none.place")
    assert any(situation in line for line in slide.notes.if_needed)
    assert slide.notes.say == words.many("deck.follow_up.case.none.say")


def test_a_case_that_is_not_chosen_for_this_meeting_is_never_shown() -> None:
    others = (case("nl", None), case("nl", FOLLOW_UPS[1]))
    both = (case("nl"), replace(case("nl"), code="C-9X9X9"))
    for deck in (_deck(*others), _deck(*both), _deck(*others, fictional=True)):
        assert STORIES["nl"][0] not in written(deck)


def test_a_case_of_the_team_comes_before_the_invented_one() -> None:
    deck = _deck(case("nl"), fictional=True)
    assert STORIES["nl"][0] in _text(deck)
    assert catalogue("nl").say(f"deck.follow_up.case.invented.{FIRST}") not in written(deck)


@pytest.mark.parametrize("kind", ["student", "teacher", "both"])
def test_a_case_that_begins_with_a_long_sentence_is_called_by_its_kind_beside_the_question(kind: str) -> None:
    problem = " ".join(["Een student die drie keer te laat kwam, mocht van de docent niet meer naar binnen"] * 3)
    told = replace(case("nl", kind=kind), answers={"problem": problem})
    assert catalogue("nl").say(f"case.handout.kind.{kind}") in written(_deck(told))


def test_a_case_whose_kind_is_not_known_needs_no_name() -> None:
    told = replace(case("nl"), kind=None, answers={"problem": "lang " * 60})
    assert catalogue("nl").say("deck.follow_up.question.kicker") in written(_deck(told))
