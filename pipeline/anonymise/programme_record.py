"""The programme form as a record: leads by code, meetings by day, designations that name nobody (M07-M16, M37-M39)."""

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from pipeline.anonymise.folding import words
from pipeline.anonymise.names import identity_of
from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, given, place_of, spot
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.programme import PROGRAMME
from pipeline.forms.questions import Name, Question
from pipeline.inbox.answers import Answers, Received, Row
from pipeline.inbox.personal import Personal
from pipeline.ttr.programme import MEETINGS, Break, HandOut, Lead, Meeting, Mode, Programme, Walk, YearType

ABOUT = PROGRAMME.key

E = TypeVar("E", bound=StrEnum)


def programme_record(
    received: Received, roster: Roster, names: KnownNames
) -> tuple[Programme | None, tuple[Finding, ...]]:
    """What the first programme form says; a second one that says something else holds everything up."""
    forms = received.of(PROGRAMME)
    if not forms:
        return None, (stop("programme_missing", about=ABOUT),)
    desk = _Desk(roster, names)
    record = desk.programme(forms[0])
    return record, (*_compared(forms, roster), *desk.findings)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the answers of one form are taken in, one by one, and what is said about them is put down."""

    roster: Roster
    names: KnownNames
    findings: list[Finding] = field(default_factory=list)

    def programme(self, answers: Answers) -> Programme:
        row = next(iter(answers.sheets.get("programme", ())), Row({}, answers.place))
        public = {question: self._designation(row, question) for question in ("institution", "programme")}
        public_words = frozenset(words(" ".join(filter(None, public.values()))))
        return Programme(
            team=self._own_designation(row, "team", public_words),
            institution=public["institution"],
            name=public["programme"],
            academic_year=given(row, "academic_year", str),
            first_teaching_day=given(row, "first_teaching_day", date),
            language=given(row, "language", str),
            region=given(row, "region", str),
            year_type=_option(row, "year_type", YearType),
            staff=given(row, "staff", int),
            leads=self._leads(row),
            focus=tuple(dict.fromkeys(filter(None, (given(row, f"focus_{number}", str) for number in (1, 2, 3))))),
            asked_walk=_option(row, "walk", Walk) or Walk.PERSONA,
            trust=_is_yes(row, "trust"),
            leads_apart=_is_yes(row, "leads_apart"),
            meetings=self._meetings(answers, public_words),
            breaks=tuple(self._breaks(answers)),
            places=_places(row),
        )

    def _leads(self, row: Row) -> tuple[Lead, ...]:
        """The leads, each once; the same name twice is one, whether signed up or not."""
        leads: dict[Hashable, Lead] = {}
        for question in ("lead_1", "lead_2"):
            name, lead = closed(row, question), self._lead(row, question)
            if name and lead and leads.setdefault(_who(name, self.roster), lead) is not lead:
                self.findings.append(note("lead_twice", lead.place, ABOUT))
        return tuple(leads.values())

    def _lead(self, row: Row, question: str) -> Lead | None:
        name = closed(row, question)
        if name is None:
            return None
        found = self.roster.find(name)
        place = place_of(row, question)
        if len(found) > 1:
            self.findings.append(note("lead_unclear", place, ABOUT, count=len(found)))
        return Lead(found[0].code if len(found) == 1 else None, place)

    def _meetings(self, answers: Answers, public_words: Collection[str]) -> tuple[Meeting, ...]:
        meetings: dict[str, Meeting] = {}
        for row in answers.sheets.get("meetings", ()):
            key = given(row, "meeting", str)
            if key is None:
                continue
            if key in meetings:
                first = spot(meetings[key].place("meeting"))
                self.findings.append(stop("meeting_twice", place_of(row, "meeting"), ABOUT, first=first))
            else:
                meetings[key] = self._meeting(key, row, public_words)
        return tuple(sorted(meetings.values(), key=_order))

    def _meeting(self, key: str, row: Row, public_words: Collection[str]) -> Meeting:
        return Meeting(
            key,
            day=given(row, "day", date),
            start=given(row, "start", time),
            minutes=given(row, "minutes", int),
            mode=_option(row, "mode", Mode),
            room=self._own_designation(row, "place", public_words),
            regular_meeting=self._own_designation(row, "regular_meeting", public_words),
            moderator=self._lead(row, "moderator"),
            hand_out=_option(row, "hand_out", HandOut),
            fictional=_is_yes(row, "fictional"),
            places={"meeting": row.place, **_places(row)},
        )

    def _breaks(self, answers: Answers) -> Iterator[Break]:
        for row in answers.sheets.get("breaks", ()):
            first, last = given(row, "first_day", date), given(row, "last_day", date)
            if first and last:
                if last < first:
                    self.findings.append(note("break_reversed", place_of(row, "last_day"), ABOUT))
                yield Break(min(first, last), max(first, last))

    def _designation(self, row: Row, question: str) -> str | None:
        """The name of an institution or a programme, which the team cannot change."""
        return self._passing(row, question, Mention.SURELY, ())

    def _own_designation(self, row: Row, question: str, public_words: Collection[str]) -> str | None:
        """The name that the team itself gave to something."""
        return self._passing(row, question, Mention.LIKELY, public_words)

    def _passing(self, row: Row, question: str, held_from: Mention, public_words: Collection[str]) -> str | None:
        text = plain_text(closed(row, question))
        mention = self.names.mention_in_title(text, public_words)
        if mention >= held_from:
            self.findings.append(stop("designation_names_somebody", place_of(row, question), ABOUT))
            return None
        if mention:
            self.findings.append(note("designation_may_name_somebody", place_of(row, question), ABOUT))
        return text or None


def _order(meeting: Meeting) -> tuple[bool, date, int]:
    """By day; those without one last, in the order of the year."""
    known = MEETINGS.index(meeting.key) if meeting.key in MEETINGS else len(MEETINGS)
    return meeting.day is None, meeting.day or date.max, known


def _places(row: Row) -> dict[str, Place]:
    return {question: answer.place for question, answer in row.answers.items()}


def _is_yes(row: Row, question: str) -> bool:
    """Whether it says yes; a form from before the question was asked says no."""
    return given(row, question, str) == "yes"


def _option(row: Row, question: str, options: type[E]) -> E | None:
    value = given(row, question, str)
    return next((option for option in options if option == value), None)


def _compared(forms: tuple[Answers, ...], roster: Roster) -> Iterator[Finding]:
    first = forms[0]
    said = _said(first, roster)
    for other in forms[1:]:
        say = note if _said(other, roster) == said else stop
        key = "programme_twice" if say is note else "programme_differs"
        yield say(key, other.place, ABOUT, first=spot(first.place))


def _said(answers: Answers, roster: Roster) -> Hashable:
    """What a form says, whatever the order of its rows and the spelling of its names."""
    return tuple(
        frozenset(
            row
            for row in (
                tuple(_value(given_row, question, roster) for question in sheet.questions)
                for given_row in answers.sheets.get(sheet.key, ())
            )
            if any(value is not None for value in row)
        )
        for sheet in answers.form.sheets
    )


def _value(row: Row, question: Question, roster: Roster) -> Hashable:
    answer = row.answers.get(question.key)
    if answer is None or not isinstance(answer.value, Personal):
        return None if answer is None else answer.value
    if not answer.value:
        return None
    return _who(answer.value, roster) if isinstance(question.kind, Name) else plain_text(answer.value)


def _who(name: Personal, roster: Roster) -> Hashable:
    found = roster.find(name)
    return found[0].code if len(found) == 1 else Personal(identity_of(name.reveal()))
