"""The door between what came in and what may be said: no name and no address passes it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pipeline.anonymise.case_door import CasesPassed, cases_passed, names_in_cases
from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.gate import Gate, gate
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.own_words import own_words
from pipeline.anonymise.persona_aspects import persona_aspects
from pipeline.anonymise.programme_record import programme_record
from pipeline.anonymise.reading import addresses_in, beside_scores, given, names_in, rows
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.scan import scan_answers
from pipeline.anonymise.score_people import is_code
from pipeline.anonymise.scores import Exercise, scores
from pipeline.anonymise.searching import KnownNames
from pipeline.anonymise.sign_up import participants, roster
from pipeline.anonymise.statements import statements
from pipeline.findings import Finding
from pipeline.forms import PROGRAMME
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear

__all__ = [
    "Draft",
    "Gate",
    "Passed",
    "Personal",
    "Received",
    "Roster",
    "TeamKey",
    "WithCases",
    "always",
    "gate_for",
    "language_of",
    "never",
    "passed",
    "received",
]


DEFAULT_LANGUAGE = "nl"
"""Of a text, as long as no form tells which language the team speaks."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The year as it may be said, and what the door found; what the reading found stays with `Received`.

    The closed roster and the cases that still name people are for the post, which alone puts a name on something.
    """

    year: TeamYear
    roster: Roster
    cases: CasesPassed
    findings: tuple[Finding, ...] = ()


def language_of(received: Received) -> str | None:
    """The language that the team chose, as far as its programme form tells; no key is needed for that."""
    said = (given(row, "language", str) for row in rows(received, PROGRAMME, "programme"))
    return next((language for language in said if language), None)


WithCases: TypeAlias = Callable[[Programme], bool]
"""Whether a command makes something of cases, as far as that depends on the plan."""


def always(programme: Programme) -> bool:
    """Cases are asked for, whatever is planned."""
    del programme
    return True


def never(programme: Programme) -> bool:
    """Cases are not asked for, whatever is planned."""
    del programme
    return False


def received(inbox: Path) -> Received:
    """Everything that lies in the inbox, still closed."""
    from pipeline.inbox.receiving import received as receive  # noqa: PLC0415 - opens Office's libraries

    return receive(inbox)


def passed(received: Received, key: TeamKey, today: date, with_cases: WithCases = always) -> Passed:
    """The records of the year, and what there is to say about them; the cases only where they are asked for."""
    del today  # what may pass is the same on every day
    signed_up, of_sign_up = roster(received, key)
    names = KnownNames(name for name in names_in(received) if not is_code(name))
    programme, of_programme = programme_record(received, signed_up, names)
    language = programme.language if programme else None
    scan, of_scan = scan_answers(received, signed_up)
    walked, of_statements = statements(received, names, language)
    wordings, of_own_words = own_words(received, names, language)
    aspects, of_aspects = persona_aspects(received, names, language)
    exercise = Exercise(walked or EXAMPLES, (programme or Programme()).walk, language, wordings)
    scored, of_scores = scores(received, signed_up, names, exercise)
    if with_cases(programme or Programme()):
        told = cases_passed(received, signed_up, key, language or DEFAULT_LANGUAGE)
    else:
        told = names_in_cases(received, signed_up)
    year = TeamYear(
        programme,
        participants(signed_up),
        scan,
        walked,
        wordings,
        scored,
        aspects,
        cases=told.cases,
        case_progress=told.progress,
    )
    of_forms = (*of_sign_up, *of_programme, *of_scan, *of_statements, *of_own_words, *of_aspects)
    return Passed(year, signed_up, told, (*key.findings, *of_forms, *of_scores, *told.findings))


def gate_for(received: Received, passed: Passed, key: TeamKey, words: Catalogue) -> Gate:
    """The gate for what is made of it; what the team calls itself and what our own texts say is public."""
    scored = tuple(beside_scores(received))
    names = (name for name in (*names_in(received), *scored, *passed.cases.names) if not is_code(name))
    public = (*_public(passed.year), *(text for _, text in words.wordings()))
    return gate(names, (*addresses_in(received), *scored), key, public)


def _public(year: TeamYear) -> Iterator[str]:
    programme = year.programme or Programme()
    yield from (text for text in (programme.team, programme.institution, programme.name) if text)
    for meeting in programme.meetings:
        yield from (text for text in (meeting.room, meeting.regular_meeting) if text)
    yield from (statement.text for statement in year.statements or () if statement.text)
    yield from (aspect.text for aspect in year.aspects or () if aspect.text)
    yield from year.own_words.get(programme.language or "", {}).values()
