"""The Power Walk on paper: the statements to read aloud, and a card to count steps on (G19, M51-M53)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.documents.contents import Heading, Points
from pipeline.documents.walk.card_sheets import Boxes, CardSheet, OnAPage, Sentence
from pipeline.documents.walk.offline_kit import statement_cards, tally_card
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.ttr.programme import Mode, Walk
from pipeline.ttr.records import TeamYear
from tests.documents.teams import CODES, OWN_STATEMENT, full_year

GOLDEN = Path(__file__).parents[1] / "golden"
BOTH = pytest.mark.parametrize("make", [statement_cards, tally_card])


def walking(walk: Walk, language: str = "nl") -> TeamYear:
    year = full_year(language)
    assert year.programme
    return replace(year, programme=replace(year.programme, asked_walk=walk, trust=True))


def statements_of(year: TeamYear, language: str = "nl") -> CardSheet:
    made = statement_cards(year, catalogue(language))
    assert made is not None
    return made


def tally_of(year: TeamYear, language: str = "nl") -> CardSheet:
    made = tally_card(year, catalogue(language))
    assert made is not None
    return made


def guide(made: CardSheet) -> Iterator[str]:
    yield from (made.guide.title, made.guide.subtitle, made.guide.footer)
    for block in made.guide.blocks:
        match block:
            case Heading(text):
                yield from ("", f"# {text}")
            case Points(items):
                yield from (f"- {item}" for item in items)
            case _:
                raise AssertionError(block)


def written(made: CardSheet) -> str:
    """The sheet as one reads it, for the golden file; of cards that are all alike the first."""
    texts = [*guide(made)]
    for card in dict.fromkeys(made.cards):
        texts += ["", f"[{card.heading}]"]
        match card.body:
            case Sentence(text, question, mark):
                texts += [part for part in (mark, question, text) if part]
            case Boxes(instruction, labels, blanks):
                texts += [
                    instruction,
                    " ".join(f"[{label}]" for label in labels),
                    *(f"{blank}: ___" for blank in blanks),
                ]
            case _:
                raise AssertionError(card)
        texts.append(card.foot)
    return "\n".join(texts) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kit_says_what_its_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"offline-kit.{language}.txt"
    year = full_year(language)
    said = f"{written(statements_of(year, language))}\n{written(tally_of(year, language))}"
    if rewrite_golden:
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_each_statement_has_a_card_of_half_a_page_with_its_number() -> None:
    made = statements_of(full_year("nl"))
    assert made.on_a_page is OnAPage.TWO
    assert [card.heading for card in made.cards] == [f"Stelling {number} van 11" for number in range(1, 12)]
    sentences = [card.body for card in made.cards if isinstance(card.body, Sentence)]
    assert sentences[9].text == catalogue("nl").say("programme.statement.loan")
    assert sentences[10].text == OWN_STATEMENT["nl"]


def test_only_a_statement_that_counts_the_other_way_round_is_marked() -> None:
    made = statements_of(full_year("nl"))
    sentences = [card.body for card in made.cards if isinstance(card.body, Sentence)]
    assert [bool(sentence.mark) for sentence in sentences] == [False] * 10 + [True]
    assert made.cards[-1].foot.startswith("NEE: een stap vooruit")
    assert "andersom" in "\n".join(guide(made))
    assert "andersom" not in "\n".join(guide(statements_of(replace(full_year("nl"), statements=EXAMPLES))))


@pytest.mark.parametrize("statements", [None, ()])
def test_without_statements_of_the_team_the_examples_serve(statements: tuple[Statement, ...] | None) -> None:
    year = replace(full_year("nl"), statements=statements)
    assert len(statements_of(year).cards) == 10
    assert tally_of(year).cards[0].body == replace(
        tally_of(year).cards[0].body, labels=tuple(str(number) for number in range(1, 11))
    )


def test_a_text_of_the_team_is_taken_as_it_is() -> None:
    made = statements_of(replace(full_year("nl"), statements=(Statement(text="R&D <HR> {naam}"),)))
    assert [card.body.text for card in made.cards if isinstance(card.body, Sentence)] == ["R&D <HR> {naam}"]


def test_the_tally_card_has_a_box_for_each_statement_and_no_place_for_a_name() -> None:
    (card,) = set(tally_of(full_year("nl")).cards)
    assert isinstance(card.body, Boxes)
    assert card.body.labels == tuple(str(number) for number in range(1, 12))
    assert card.body.blanks == ("Totaal aantal stappen (0 tot 11)", "Personacode (mag leeg blijven)")
    assert not any(code in str(card) for code in CODES)


@pytest.mark.parametrize("walk", [Walk.ANONYMOUS, Walk.ONESELF])
def test_a_walk_without_codes_asks_for_none(walk: Walk) -> None:
    (card,) = set(tally_of(walking(walk)).cards)
    assert isinstance(card.body, Boxes)
    assert card.body.blanks == ("Totaal aantal stappen (0 tot 11)",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_walk_as_oneself_speaks_of_no_persona(language: str) -> None:
    year = walking(Walk.ONESELF, language)
    said = written(statements_of(year, language)) + written(tally_of(year, language))
    assert "persona" not in said.lower().replace("personal", "")


@pytest.mark.parametrize(("participants", "cards"), [(0, 8), (14, 16), (200, 200)])
def test_there_is_a_tally_card_for_everybody(participants: int, cards: int) -> None:
    people = tuple(Participant(f"KTM-{number:03d}") for number in range(participants))
    assert len(tally_of(replace(full_year("nl"), participants=people)).cards) == cards


@BOTH
@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.HYBRID, None])
def test_where_the_score_sheet_serves_there_is_no_kit(make: object, mode: Mode | None) -> None:
    assert callable(make)
    assert make(full_year("nl", mode), catalogue("nl")) is None
    assert make(TeamYear(), catalogue("nl")) is None
