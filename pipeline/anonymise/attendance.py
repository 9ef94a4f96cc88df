"""How many were there, by number or by who is listed; whether moderator and author belong to the team (G10, G17)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.anonymise.folding import words
from pipeline.anonymise.listed_names import names_in
from pipeline.anonymise.reading import closed, given, place_of
from pipeline.anonymise.score_people import Holders, Nobody
from pipeline.findings import Finding, note
from pipeline.forms.meeting import MEETING
from pipeline.inbox.answers import Row
from pipeline.inbox.personal import Personal

ABOUT = MEETING.key
_BEHIND_CODE = re.compile(r"(?<=[0-9])\s+(?=[^\W\d_]{3}[\s-]?[0-9]{3})")


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many were there; None where the form does not say."""

    present: int | None
    findings: tuple[Finding, ...] = ()


def attendance(row: Row, holders: Holders) -> Attendance:
    """What the form says of who was there; a number counts before a list."""
    counted = given(row, "present", int)
    listed = _listed(closed(row, "people"), holders)
    outsiders = (*_of_unknown(row, listed), *_of_outsiders(row, holders)) if holders else ()
    findings = (*outsiders, *_of_number(row, counted, len(listed)))
    return Attendance(len(listed) or None if counted is None else counted, findings)


def _listed(people: Personal | None, holders: Holders) -> dict[str, str | Nobody]:
    """Everybody in the list, each once."""
    listed: dict[str, str | Nobody] = {}
    for name, *_ in names_in(_BEHIND_CODE.sub("\n", people.reveal())) if people else ():
        who = holders.called(Personal(name))
        listed[" ".join(words(name)) if isinstance(who, Nobody) else who] = who
    return listed


def _of_unknown(row: Row, listed: dict[str, str | Nobody]) -> Iterator[Finding]:
    unknown = list(listed.values()).count(Nobody.UNKNOWN)
    if unknown:
        yield note("meeting_people_unknown", place_of(row, "people"), ABOUT, count=unknown)


def _of_number(row: Row, counted: int | None, listed: int) -> Iterator[Finding]:
    if counted is not None and listed and counted != listed:
        yield note("meeting_present_differs", place_of(row, "present"), ABOUT, present=counted, listed=listed)


def _of_outsiders(row: Row, holders: Holders) -> Iterator[Finding]:
    for question in ("moderator", "author"):
        name = closed(row, question)
        if name and holders.called(name) is Nobody.UNKNOWN:
            key = "meeting_moderator_outside" if question == "moderator" else "meeting_author_outside"
            yield note(key, place_of(row, question), ABOUT)
