"""What we say: one module per document, and the list of them; plain values, no Office."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pipeline.documents.card_sheets import CardSheet
from pipeline.documents.case_handout import case_handout
from pipeline.documents.contents import Deck, Page
from pipeline.documents.follow_up_deck import follow_up_deck
from pipeline.documents.intro_deck import intro_deck
from pipeline.documents.offline_kit import statement_cards, tally_card
from pipeline.documents.persona_cards import persona_cards
from pipeline.documents.power_walk_summary import power_walk_summary
from pipeline.documents.score_sheet import ScoreSheet, score_sheet
from pipeline.documents.team_scan_summary import team_scan_summary
from pipeline.documents.walk_results import WalkResults, walk_results
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Mode, Programme
from pipeline.ttr.records import TeamYear

Composed: TypeAlias = Deck | Page | CardSheet | ScoreSheet | WalkResults | None


@dataclass(frozen=True, slots=True)
class Document:
    """A document we make; its name stands at `documents.<key>`.

    `file` is its place in the outbox. A STOP about one of the forms in `made_from` holds it up. `compose` gives None
    when what it is about has not come in.
    """

    key: str
    file: str
    made_from: tuple[str, ...]
    compose: Callable[[TeamYear, Catalogue], Composed]


def _intro(year: TeamYear, words: Catalogue) -> Deck:
    programme = year.programme or Programme()
    return intro_deck(year, programme.meeting(INTRO) or Meeting(INTRO), words)


def _follow_up(key: str, year: TeamYear, words: Catalogue) -> Deck:
    programme = year.programme or Programme()
    return follow_up_deck(year, programme.meeting(key) or Meeting(key), words)


INTRO_DECK = Document(
    "intro_deck", "2_introduction/session-deck-intro.pptx", ("programme", "sign_up", "statements"), _intro
)
TEAM_SCAN_SUMMARY = Document(
    "team_scan_summary", "1_prepare/team-scan.docx", ("programme", "team_scan"), team_scan_summary
)
PERSONA_CARDS = Document(
    "persona_cards", "2_introduction/persona-cards.docx", ("programme", "persona_aspects"), persona_cards
)

_WALKED = ("programme", "sign_up", "statements")
SCORE_SHEET = Document("score_sheet", "2_introduction/score-sheet.xlsx", _WALKED, score_sheet)
TALLY_SHEET = Document("tally_sheet", "2_introduction/tally-sheet.xlsx", _WALKED, score_sheet)
STATEMENT_CARDS = Document("statement_cards", "2_introduction/statement-cards.docx", _WALKED, statement_cards)
TALLY_CARD = Document("tally_card", "2_introduction/tally-card.docx", _WALKED, tally_card)
WALK_CHARTS = Document("walk_charts", "2_introduction/power-walk-charts.xlsx", (*_WALKED, "scores"), walk_results)
WALK_SUMMARY = Document(
    "walk_summary", "2_introduction/power-walk-summary.docx", (*_WALKED, "scores"), power_walk_summary
)

FOLLOW_UP_DECKS = tuple(
    Document(
        f"follow_up_deck_{number}",
        f"{number + 2}_{key}/session-deck-{number}.pptx",
        ("programme", "sign_up"),
        partial(_follow_up, key),
    )
    for number, key in enumerate(FOLLOW_UPS, 1)
)

CASE_HANDOUTS = tuple(
    Document(
        f"case_handout_{number}",
        f"{number + 2}_{key}/case-handout-{number}.docx",
        ("programme",),
        partial(case_handout, key),
    )
    for number, key in enumerate(FOLLOW_UPS, 1)
)

DOCUMENTS: tuple[Document, ...] = (
    TEAM_SCAN_SUMMARY,
    PERSONA_CARDS,
    SCORE_SHEET,
    TALLY_SHEET,
    STATEMENT_CARDS,
    TALLY_CARD,
    INTRO_DECK,
    WALK_CHARTS,
    WALK_SUMMARY,
    *FOLLOW_UP_DECKS,
    *CASE_HANDOUTS,
)

SESSION_DECKS = {INTRO: INTRO_DECK, **dict(zip(FOLLOW_UPS, FOLLOW_UP_DECKS, strict=True))}
"""The deck of each meeting, by the meeting's key."""

HANDOUTS = dict(zip(FOLLOW_UPS, CASE_HANDOUTS, strict=True))
"""The case on paper for each follow-up, by the meeting's key."""


def before_the_walk(year: TeamYear) -> tuple[Document, ...]:
    """What the Power Walk needs: a sheet to share, or on the spot a tally sheet with cards to read and to mark."""
    meeting = (year.programme or Programme()).meeting(INTRO)
    if meeting is not None and meeting.mode is Mode.OFFLINE:
        return (TALLY_SHEET, STATEMENT_CARDS, TALLY_CARD)
    return (SCORE_SHEET,)


AFTER_THE_WALK = (WALK_CHARTS, WALK_SUMMARY)
"""What is made of the scores that came back."""
