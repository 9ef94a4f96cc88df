"""The door for cases: what came in is searched, what a person released is looked at once more (M88-M94, G30, G31)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.roster import Roster
from pipeline.findings import Finding
from pipeline.forms.case import CASE
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.ttr.cases import Case, CaseProgress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.anonymise.detection.names.known_people import KnownPerson


@dataclass(frozen=True, slots=True)
class CasesPassed:
    """What became of the cases: `drafts` still name people, and `names` are those that their forms gave."""

    drafts: tuple[Draft, ...] = ()
    cases: tuple[Case, ...] = ()
    progress: tuple[CaseProgress, ...] = ()
    names: tuple[Personal, ...] = ()
    findings: tuple[Finding, ...] = ()


def names_in_cases(received: Received, signed_up: Roster) -> CasesPassed:
    """Only who is named in the forms, for a command that makes nothing of cases: they are not searched."""
    if not received.of(CASE):
        return CasesPassed()
    from pipeline.anonymise.case_people import known_people  # noqa: PLC0415 - opens what searches cases

    return CasesPassed(names=_closed(known_people(received, signed_up)))


def cases_passed(received: Received, signed_up: Roster, key: TeamKey, language: str) -> CasesPassed:
    """Every case that came in; `language` serves for a form that does not tell its own."""
    if not received.of(CASE) and not received.reviews:
        return CasesPassed()
    # The lists of words are not loaded for a team without cases.
    from pipeline.anonymise.case_people import known_people  # noqa: PLC0415
    from pipeline.anonymise.cases import drafts  # noqa: PLC0415
    from pipeline.anonymise.release import released  # noqa: PLC0415

    people = known_people(received, signed_up)
    drafted, of_forms = drafts(received, people, key, language)
    cases, progress, of_reviews = released(drafted, received.reviews, people, key)
    names = _closed(people)
    return CasesPassed(drafted, cases, progress, names, (*of_forms, *of_reviews))


def _closed(people: "Iterable[KnownPerson]") -> tuple[Personal, ...]:
    return tuple(Personal(person.name) for person in people)
