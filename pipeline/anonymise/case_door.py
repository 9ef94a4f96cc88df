"""The door for cases: what came in is searched, what a person released is looked at once more (M88-M94, G30, G31)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.anonymise.drafts import Draft
from pipeline.anonymise.key import TeamKey
from pipeline.findings import Finding
from pipeline.forms.case import CASE
from pipeline.inbox.answers import Received
from pipeline.ttr.cases import Case, CaseProgress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.anonymise.detection.names.known_people import KnownPerson


@dataclass(frozen=True, slots=True)
class CasesPassed:
    """What became of the cases; `drafts` still name people."""

    drafts: tuple[Draft, ...] = ()
    cases: tuple[Case, ...] = ()
    progress: tuple[CaseProgress, ...] = ()
    findings: tuple[Finding, ...] = ()


def cases_passed(received: Received, people: "Sequence[KnownPerson]", key: TeamKey, language: str) -> CasesPassed:
    """Every case that came in; `people` are all whose names are known.

    `language` serves for a form that does not tell its own.
    """
    if not received.of(CASE) and not received.reviews:
        return CasesPassed()
    # The lists of words are not loaded for a team without cases.
    from pipeline.anonymise.cases import drafts  # noqa: PLC0415
    from pipeline.anonymise.release import released  # noqa: PLC0415

    drafted, of_forms = drafts(received, people, key, language)
    cases, progress, of_reviews = released(drafted, received.reviews, people, key)
    return CasesPassed(drafted, cases, progress, (*of_forms, *of_reviews))
