"""What we say: one module per document, and the list of them; plain values, no Office."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.documents.contents import Deck, Page
from pipeline.documents.intro_deck import intro_deck
from pipeline.documents.team_scan_summary import team_scan_summary
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import INTRO, Meeting, Programme
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


INTRO_DECK = Document(
    "intro_deck", "2_introduction/session-deck-intro.pptx", ("programme", "sign_up", "statements"), _intro
)
TEAM_SCAN_SUMMARY = Document(
    "team_scan_summary", "1_prepare/team-scan.docx", ("programme", "team_scan"), team_scan_summary
)

DOCUMENTS: tuple[Document, ...] = (TEAM_SCAN_SUMMARY, INTRO_DECK)

SESSION_DECKS = {INTRO: INTRO_DECK}
"""The deck of each meeting, by the meeting's key."""
