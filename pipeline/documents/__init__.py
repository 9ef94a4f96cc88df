"""What we say: one module per document, and the list of them; plain values, no Office."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from pipeline.documents.contents import Deck, Page
from pipeline.documents.follow_up_deck import follow_up_deck
from pipeline.documents.intro_deck import intro_deck
from pipeline.documents.team_scan_summary import team_scan_summary
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme
from pipeline.ttr.records import TeamYear

Composed: TypeAlias = Deck | Page | None


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

FOLLOW_UP_DECKS = tuple(
    Document(
        f"follow_up_deck_{number}",
        f"{number + 2}_{key}/session-deck-{number}.pptx",
        ("programme", "sign_up"),
        partial(_follow_up, key),
    )
    for number, key in enumerate(FOLLOW_UPS, 1)
)

DOCUMENTS: tuple[Document, ...] = (TEAM_SCAN_SUMMARY, INTRO_DECK, *FOLLOW_UP_DECKS)

SESSION_DECKS = {INTRO: INTRO_DECK, **dict(zip(FOLLOW_UPS, FOLLOW_UP_DECKS, strict=True))}
"""The deck of each meeting, by the meeting's key."""
