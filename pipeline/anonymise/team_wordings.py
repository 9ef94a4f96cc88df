"""How the team words what belonging asks, put together as the lead corrected it; whose it is stays behind (M71-M81)."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from pipeline.anonymise.condition_lists import without_mark
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import identity_of
from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, copies, given, place_of, rows, spot
from pipeline.anonymise.score_people import Nobody
from pipeline.anonymise.text_desk import TeamTexts, TextDesk
from pipeline.findings import Finding, note
from pipeline.forms.conditions import CONDITIONS_TABLE
from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.grouped_wordings import GROUPED_WORDINGS
from pipeline.inbox.answers import Received, Row
from pipeline.ttr.grouping import grouped
from pipeline.ttr.wordings import TeamWordings

ABOUT = CONDITIONS_TABLE.key


class _Kind(Enum):
    PERSON = "person"
    GROUP = "group"


_Giver: TypeAlias = tuple[_Kind, Hashable]
_Given: TypeAlias = dict[tuple[_Giver, tuple[str, ...]], str]
"""Wordings by who gave them: what one person or group gives twice counts once."""


def team_wordings(texts: TeamTexts) -> tuple[TeamWordings | None, tuple[Finding, ...]]:
    """All wordings that may be said; None as long as none came in."""
    pile = _Pile(texts)
    for answers in copies(texts.received, CONDITIONS_TABLE):
        pile.take(texts.desk(answers, ABOUT))
    findings = (*pile.findings, *_of_corrections(texts.received))
    if not pile.conditions and not pile.concepts:
        return None, findings
    givers = [kind for kind, _ in dict.fromkeys(giver for giver, _ in (*pile.conditions, *pile.concepts))]
    wordings = TeamWordings(
        grouped(tuple(pile.conditions.values()), _corrected(texts.received, "conditions")),
        grouped(tuple(pile.concepts.values()), _corrected(texts.received, "concepts")),
        givers.count(_Kind.PERSON),
        givers.count(_Kind.GROUP),
    )
    return wordings, findings


@dataclass(frozen=True, slots=True)
class _Pile:
    """The wordings of all tables, laid on one pile."""

    texts: TeamTexts
    conditions: _Given = field(default_factory=dict)
    concepts: _Given = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def take(self, desk: TextDesk) -> None:
        """One table; as long as nobody released it, nothing of it counts."""
        desk.ask_for_release()
        individual, of_groups = (desk.answers.sheets.get(sheet, ()) for sheet in ("individual", "groups"))
        for row in individual:
            self._take(desk, row, (_Kind.PERSON, self._person(row)))
        for row in of_groups:
            number = given(row, "group", int)
            self._take(desk, row, (_Kind.GROUP, row.place if number is None else number))
        self.findings.extend((*desk.findings, *self._of_strangers(individual)))

    def _take(self, desk: TextDesk, row: Row, giver: _Giver) -> None:
        for question in CONDITION_QUESTIONS:
            self.conditions.update({(giver, words(text)): text for text in _wordings(desk, row, question)})
        if giver[0] is _Kind.PERSON:
            self.concepts.update({(giver, words(text)): text for text in _wordings(desk, row, "concepts")})

    def _person(self, row: Row) -> Hashable:
        """Who gave it, only so that nobody counts twice."""
        name = closed(row, "participant")
        who = self.texts.holders.called(name) if name else Nobody.UNTOLD
        if not isinstance(who, Nobody):
            return who
        return identity_of(name.reveal()) if name else row.place

    def _of_strangers(self, individual: Sequence[Row]) -> Iterator[Finding]:
        holders = self.texts.holders
        told = [(row, name) for row in individual if holders and (name := closed(row, "participant"))]
        strangers = [row for row, name in told if holders.called(name) is Nobody.UNKNOWN]
        if strangers:
            place = place_of(strangers[0], "participant")
            yield note("wording_participant_unknown", place, ABOUT, count=len(strangers))


def _wordings(desk: TextDesk, row: Row, question: str) -> Iterator[str]:
    """What the cell says, but for what names somebody; without the marks of a list, and without a mere dash."""
    found = (without_mark(text) for text in desk.wordings(row, question))
    return (text for text in found if words(text))


def _corrected(received: Received, sheet: str) -> dict[str, int]:
    """The number that a lead gave to each wording; of two files the later counts. The texts themselves go nowhere."""
    seen = rows(received, GROUPED_WORDINGS, sheet)
    told = ((plain_text(closed(row, "wording")), given(row, "group", int)) for row in seen)
    return {text: number for text, number in told if text and number}


def _of_corrections(received: Received) -> Iterator[Finding]:
    forms = copies(received, GROUPED_WORDINGS)
    for answers in forms[1:]:
        yield note("grouped_wordings_twice", answers.place, GROUPED_WORDINGS.key, first=spot(forms[0].place))
