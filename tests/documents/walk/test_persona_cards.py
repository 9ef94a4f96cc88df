"""Persona cards: enough of them, four aspects on each, and nobody's code or name on any (M50, M66-M69)."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.contents import Heading, Points
from pipeline.documents.walk.card_sheets import CardSheet, Lines, OnAPage, PaperCard
from pipeline.documents.walk.persona_cards import persona_cards
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.people import Participant
from pipeline.ttr.personas import SHIPPED, PersonaAspect
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear
from tests.documents.teams import CODES, full_year

GOLDEN = Path(__file__).parents[1] / "golden"


def sheet(year: TeamYear, language: str = "nl") -> CardSheet:
    made = persona_cards(year, catalogue(language))
    assert made is not None
    return made


def lines(card: PaperCard) -> tuple[tuple[str, str], ...]:
    assert isinstance(card.body, Lines)
    return tuple((line.about, line.text) for line in card.body.lines)


def written(made: CardSheet) -> str:
    """The sheet as one reads it, for the golden file."""
    texts = [made.guide.title, made.guide.subtitle, made.guide.footer]
    for block in made.guide.blocks:
        match block:
            case Heading(text):
                texts += ["", f"# {text}"]
            case Points(items):
                texts += [f"- {item}" for item in items]
            case _:
                raise AssertionError(block)
    for card in made.cards:
        texts += ["", f"[{card.heading}]", *(f"{about}: {text}" for about, text in lines(card)), card.foot]
    return "\n".join(texts) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_say_what_their_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"persona-cards.{language}.txt"
    said = written(sheet(full_year(language), language))
    if rewrite_golden:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("participants", "cards"), [(0, 8), (5, 8), (8, 8), (9, 12), (14, 16), (200, 200)])
def test_there_are_as_many_cards_as_participants_at_least_eight_and_no_page_has_a_gap(
    participants: int, cards: int
) -> None:
    year = TeamYear(participants=tuple(Participant(f"KTM-{number:03d}") for number in range(participants)))
    made = sheet(year)
    assert (len(made.cards), made.on_a_page) == (cards, OnAPage.FOUR)
    assert [card.heading for card in made.cards] == [f"Persona {number}" for number in range(1, cards + 1)]
    assert len({card.body for card in made.cards}) == cards


def test_every_card_has_four_different_aspects_with_one_text_each() -> None:
    for card in sheet(full_year("nl")).cards:
        assert len(lines(card)) == len(dict(lines(card))) == 4


def test_the_cards_are_the_same_whoever_takes_part_and_other_ones_in_another_year() -> None:
    year = full_year("nl")
    others = tuple(Participant(f"ZZZ-{number}") for number in range(14))
    assert sheet(replace(year, participants=others)) == sheet(year)
    more = replace(year, participants=(*year.participants, *others))
    assert sheet(more).cards[:14] == sheet(year).cards[:14]
    assert year.programme
    later = replace(year, programme=replace(year.programme, academic_year="2028-2029"))
    assert sheet(later).cards != sheet(year).cards


def test_no_code_stands_on_a_card() -> None:
    said = written(sheet(full_year("nl")))
    assert not any(code in said for code in CODES)


def test_the_team_chooses_what_cards_say() -> None:
    own = PersonaAspect("care", text="R&D <HR> {x}")
    chosen = (own, *(one for one in SHIPPED if one.aspect in {"money", "gender", "belief"} and one.key != "man"))
    made = sheet(replace(full_year("nl"), aspects=chosen))
    texts = {text for card in made.cards for _, text in lines(card)}
    assert "R&D <HR> {x}" in texts
    assert catalogue("nl").say("personas.value.gender.man") not in texts
    assert all(("zorg voor anderen", "R&D <HR> {x}") in lines(card) for card in made.cards)


def test_of_three_aspects_a_card_shows_three() -> None:
    chosen = tuple(one for one in SHIPPED if one.aspect in {"money", "gender", "belief"})
    assert {len(lines(card)) for card in sheet(replace(full_year("nl"), aspects=chosen)).cards} == {3}


def test_the_teams_own_words_are_taken() -> None:
    words = catalogue("nl").with_own_words({"personas.value.care.child": "Je hebt twee kinderen."})
    made = persona_cards(full_year("nl"), words)
    assert made is not None
    texts = {text for card in made.cards for _, text in lines(card)}
    assert "Je hebt twee kinderen." in texts
    assert "Je hebt een kind van twee." not in texts


def test_a_walk_as_oneself_has_no_persona_cards() -> None:
    oneself = Programme(asked_walk=Walk.ONESELF, trust=True)
    assert persona_cards(TeamYear(oneself), catalogue("nl")) is None
    assert persona_cards(TeamYear(replace(oneself, trust=False)), catalogue("nl")) is not None


def test_without_any_text_there_are_no_cards() -> None:
    assert persona_cards(replace(full_year("nl"), aspects=()), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_offer_is_short_and_stands_once(language: str) -> None:
    texts = [catalogue(language).say(f"personas.value.{one.aspect}.{one.key}") for one in SHIPPED]
    assert len(set(texts)) == len(texts)
    assert max(map(len, texts)) <= 60
