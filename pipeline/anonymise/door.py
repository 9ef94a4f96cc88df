"""The door between what came in and what may be said: no name and no address passes it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.anonymise.case_door import CasesPassed, cases_passed
from pipeline.anonymise.discussed_cases import with_discussed
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.gate import Gate, gate
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.own_words import own_words
from pipeline.anonymise.persona_aspects import persona_aspects
from pipeline.anonymise.programme_record import programme_record
from pipeline.anonymise.public_words import ordinary_words, public_texts
from pipeline.anonymise.reading import addresses_in, beside_scores, given, names_in, rows
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.scan import scan_answers
from pipeline.anonymise.score_people import is_code
from pipeline.anonymise.scores import Exercise, scores
from pipeline.anonymise.searching import KnownNames
from pipeline.anonymise.sign_up import participants, roster
from pipeline.anonymise.sources import sources
from pipeline.anonymise.statements import statements
from pipeline.anonymise.text_door import Team, TextsPassed, texts_passed
from pipeline.anonymise.told_texts import FORMS_OF_TEXTS
from pipeline.anonymise.wanted import FORMS_OF, Wanted, Wanting, always, never
from pipeline.findings import Finding, Place
from pipeline.forms import CASE, PROGRAMME
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear

if TYPE_CHECKING:
    from pipeline.anonymise.detection.names.known_people import KnownPerson

__all__ = [
    "FORMS_OF",
    "Draft",
    "Gate",
    "Passed",
    "Personal",
    "Received",
    "Roster",
    "TeamKey",
    "Wanted",
    "Wanting",
    "always",
    "gate_for",
    "language_of",
    "never",
    "passed",
    "received",
]


_MISSING = frozenset({"word_answer_missing", "word_question_missing"})

DEFAULT_LANGUAGE = "nl"
"""Of a text, as long as no form tells which language the team speaks."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The year as it may be said, and what the door found; what the reading found stays with `Received`.

    The closed roster, the cases that still name people, and `names`, all that are known, are for the post, which alone
    puts a name on something, and for the gate. `answered` are the places of questions left empty because their answer
    stands in another one.
    """

    year: TeamYear
    roster: Roster
    cases: CasesPassed
    names: tuple[Personal, ...] = ()
    answered: frozenset[Place] = frozenset()
    findings: tuple[Finding, ...] = ()

    def holding(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """What the reader said, but for an answer that is missing where it should stand and was given elsewhere."""
        return (one for one in findings if one.key not in _MISSING or one.place not in self.answered)


def language_of(received: Received) -> str | None:
    """The language that the team chose, as far as its programme form tells; no key is needed for that."""
    said = (given(row, "language", str) for row in rows(received, PROGRAMME, "programme"))
    return next((language for language in said if language), None)


def received(inbox: Path) -> Received:
    """Everything that lies in the inbox, still closed."""
    from pipeline.inbox.receiving import received as receive  # noqa: PLC0415 - opens Office's libraries

    return receive(inbox)


def passed(received: Received, key: TeamKey, today: date, wanting: Wanting = always) -> Passed:
    """The records of the year, and what there is to say about them; cases and texts only where they are asked for."""
    del today  # what may pass is the same on every day
    signed_up, of_sign_up = roster(received, key)
    people = _everybody(received, signed_up)
    names = KnownNames((*_names_told(received), *_names_of(people)))
    programme, of_programme = programme_record(received, signed_up, names)
    language = programme.language if programme else None
    scan, of_scan = scan_answers(received, signed_up)
    walked, of_statements = statements(received, names, language)
    wordings, of_own_words = own_words(received, names, language)
    aspects, of_aspects = persona_aspects(received, names, language)
    exercise = Exercise(walked or EXAMPLES, (programme or Programme()).walk, language, wordings)
    scored, of_scores = scores(received, signed_up, names, exercise)
    team = Team(signed_up, people, programme or Programme(), language or DEFAULT_LANGUAGE)
    cases, texts = _searched(received, team, key, wanting(team.programme))
    year = TeamYear(
        programme,
        participants(signed_up),
        scan,
        walked,
        wordings,
        scored,
        aspects,
        cases.cases,
        with_discussed(cases.progress, texts.held),
        texts.frame,
        texts.former_frame,
        texts.wordings,
        texts.held,
        texts.action_points,
        lessons=texts.lessons,
        former_lessons=texts.former_lessons,
        sources=sources(received),
    )
    of_forms = (*of_sign_up, *of_programme, *of_scan, *of_statements, *of_own_words, *of_aspects)
    findings = (*key.findings, *of_forms, *of_scores, *cases.findings, *texts.findings)
    return Passed(year, signed_up, cases, _names_of(people), texts.answered, findings)


def gate_for(received: Received, passed: Passed, key: TeamKey, words: Catalogue) -> Gate:
    """The gate for what is made of it; what the team calls itself and what our own texts say is public."""
    scored = tuple(beside_scores(received))
    known = (*_names_told(received), *passed.names)
    names = (*known, *(name for name in scored if not is_code(name)))
    ours = (text for _, text in words.wordings())
    public = (*public_texts(passed.year), *ours, *ordinary_words(passed.year, known))
    return gate(names, (*addresses_in(received), *scored), key, public)


def _names_told(received: Received) -> Iterator[Personal]:
    """Every answer that is a name and nothing else; in the forms of texts a role or a code may stand there too."""
    others = tuple(answers for answers in received.forms if answers.form not in FORMS_OF_TEXTS)
    return (name for name in names_in(Received(others)) if not is_code(name))


def _names_of(people: "Iterable[KnownPerson]") -> tuple[Personal, ...]:
    return tuple(Personal(person.name) for person in people)


def _everybody(received: Received, signed_up: Roster) -> "tuple[KnownPerson, ...]":
    """All whose names are known, where there is a text that may name them."""
    if not any(received.of(form) for form in (CASE, *FORMS_OF_TEXTS)):
        return ()
    from pipeline.anonymise.case_people import known_people  # noqa: PLC0415 - opens what searches texts

    return known_people(received, signed_up)


def _searched(received: Received, team: Team, key: TeamKey, wanted: Wanted) -> tuple[CasesPassed, TextsPassed]:
    """The cases and the texts, as far as they are wanted."""
    with_cases, with_texts = Wanted.CASES in wanted, Wanted.TEXTS in wanted
    cases = cases_passed(received, team.people, key, team.language) if with_cases else CasesPassed()
    texts = texts_passed(received, team, cases if with_cases else None) if with_texts else TextsPassed()
    return cases, texts
