"""Everybody whose name is known when texts are searched: who signed up, and who is named in any form (M90, M91)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.standing import Standing, standing
from pipeline.anonymise.folding import words
from pipeline.anonymise.listed_names import names_in
from pipeline.anonymise.names import PARTICLES, identity_of
from pipeline.anonymise.reading import closed, copies
from pipeline.anonymise.reading import names_in as all_names_in
from pipeline.anonymise.roster import Roster
from pipeline.anonymise.score_people import is_code
from pipeline.forms.case import CASE
from pipeline.forms.meeting import MEETING
from pipeline.forms.questions import Names
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import LANGUAGES

_ROLES = {"teacher": "teacher", "team_lead": "teacher"}
_STUDENT, _OTHER = "student", "other"
_BOXES = {"students": _STUDENT, "teachers": "teacher"}
_WORDS = frozenset({Standing.WORD, Standing.ALLOWED})


class _Named(NamedTuple):
    """One name of somebody in a form, the first that was given, and the role."""

    name: str
    called: str
    role: str


def known_people(received: Received, roster: Roster) -> tuple[KnownPerson, ...]:
    """Everybody by every name that was given in any form; a name in one case is known in all of them."""
    signed_up = [
        KnownPerson(person.code, person.name.reveal(), _ROLES.get(person.role or "", _OTHER))
        for person in roster.people
        if person.name
    ]
    in_forms = (one for form in (*_in_cases(received), *_in_meetings(received)) for one in _each_once(form))
    named = (
        KnownPerson(_key(name, role, roster), called, role)
        for name, called, role in (*in_forms, *_elsewhere(received, roster))
    )
    return tuple(dict.fromkeys((*signed_up, *named)))


def _in_cases(received: Received) -> Iterator[list[_Named]]:
    """The people of each case form."""
    boxes = [question.key for question in CASE.sheet("people").questions if isinstance(question.kind, Names)]
    for answers in copies(received, CASE):
        told = [(box, closed(row, box)) for row in answers.sheets.get("people", ()) for box in boxes]
        yield [named for box, text in told if text for named in _named(text, _BOXES.get(box, _OTHER))]


def _in_meetings(received: Received) -> Iterator[list[_Named]]:
    """Who is listed as present on each meeting form."""
    for answers in copies(received, MEETING):
        told = (closed(row, "people") for row in answers.sheets.get("about", ()))
        yield [named for text in told if text for named in _named(text, _OTHER) if not _is_role(named.called)]


def _elsewhere(received: Received, roster: Roster) -> Iterator[_Named]:
    """Who leads, moderates, writes or stands in the team scan, and need not have signed up."""
    signed_up = {person.name for person in roster.people}
    for name in dict.fromkeys(all_names_in(received)):
        if name not in signed_up:
            yield from (named for named in _named(name, _OTHER) if not _is_role(named.called))


def _named(text: Personal, role: str) -> Iterator[_Named]:
    """Everybody in an answer; a code and an address are no names."""
    for name, *called in names_in(text.reveal()):
        if "@" not in name and not is_code(Personal(name)):
            yield from (_Named(name, one, role) for one in (name, *called))


def _is_role(name: str) -> bool:
    """Whether these are words of a language and no name: a form asks for a code or a name, and gets `de teamleider`."""
    written = [word for word in name.split() if not PARTICLES.issuperset(words(word))]
    return all(any(standing(word, language) in _WORDS for language in LANGUAGES) for word in written)


def _each_once(form: Sequence[_Named]) -> Iterator[_Named]:
    """Somebody who is listed by one name and elsewhere by more (`Naima, sister of Bilal`) is that one person."""
    for one in form:
        parts = set(words(one.called)) - PARTICLES
        others = [other for other in form if parts and parts < set(words(other.name)) - PARTICLES]
        if len({other.name for other in others}) == 1:
            called = " ".join(word for word in one.called.split() if words(word) and words(word)[0] in parts)
            yield _Named(others[0].name, called, others[0].role)
        else:
            yield one


def _key(name: str, role: str, roster: Roster) -> str:
    """Somebody who signed up keeps the code of the roster, so that one person has one placeholder.

    A colleague may be called by part of the name; a student with the first name of a colleague is somebody else.
    """
    found = roster.find(Personal(name)) or (() if role == _STUDENT else roster.called(Personal(name)))
    return found[0].code if len(found) == 1 else f"named:{identity_of(name)}"
