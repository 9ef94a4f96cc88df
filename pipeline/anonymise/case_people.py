"""Everybody whose name is known when cases are searched: who signed up, and who is named in a case form (M90, M91)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile
from typing import NamedTuple, TypeAlias

from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import PARTICLES, identity_of, is_initial, name_forms
from pipeline.anonymise.reading import closed, copies
from pipeline.anonymise.roster import Person, Roster
from pipeline.forms.case import CASE
from pipeline.forms.questions import Names
from pipeline.inbox.answers import Received
from pipeline.inbox.personal import Personal
from pipeline.language.catalogue import catalogues

_ROLES = {"teacher": "teacher", "team_lead": "teacher"}
_STUDENT, _OTHER = "student", "other"
_BOXES = {"students": _STUDENT, "teachers": "teacher"}
_NEVER_A_NAME = frozenset(["van", "von", "vom", "de", "der", "den", "des", "het", "zu", "zum", "zur", "ter", "ten"])
_BULLET = re.compile(r"^[\s\W\d_]*(?=\w)")
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_BESIDE = re.compile(rf"\(([^()]*)\)|[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|(?<!\w)['\u2018](\w+)['\u2019](?!\w)")


_ByWord: TypeAlias = Mapping[str, Sequence[tuple[Person, frozenset[str]]]]


class _Named(NamedTuple):
    """One name of somebody in a form, the first that was given, and the role."""

    name: str
    called: str
    role: str


def known_people(received: Received, roster: Roster) -> tuple[KnownPerson, ...]:
    """Everybody by every name that was given; a name in one case is known in all of them."""
    signed_up = [
        KnownPerson(person.code, person.name.reveal(), _ROLES.get(person.role or "", _OTHER))
        for person in roster.people
        if person.name
    ]
    by_word = _by_word(roster)
    named = (
        KnownPerson(_key(name, role, roster, by_word), called, role)
        for form in _in_forms(received)
        for name, called, role in _each_once(form)
    )
    return tuple(dict.fromkeys((*signed_up, *named)))


def _in_forms(received: Received) -> Iterator[list[_Named]]:
    """The people of each form."""
    boxes = [question.key for question in CASE.sheet("people").questions if isinstance(question.kind, Names)]
    for answers in copies(received, CASE):
        told = [(box, closed(row, box)) for row in answers.sheets.get("people", ()) for box in boxes]
        yield [
            _Named(name, one, _BOXES.get(box, _OTHER))
            for box, text in told
            if text
            for name, *called in names_in(text.reveal())
            for one in (name, *called)
        ]


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


def _key(name: str, role: str, roster: Roster, by_word: _ByWord) -> str:
    """Somebody who signed up keeps the code of the roster, so that one person has one placeholder.

    A colleague may be called by part of the name; a student with the first name of a colleague is somebody else.
    """
    found = roster.find(Personal(name)) or (() if role == _STUDENT else _called_so(name, by_word))
    return found[0].code if len(found) == 1 else f"named:{identity_of(name)}"


def _by_word(roster: Roster) -> _ByWord:
    """Who signed up by each word of the name, with all of its words."""
    found: dict[str, list[tuple[Person, frozenset[str]]]] = defaultdict(list)
    for person in roster.people:
        for form in name_forms(person.name.reveal()) if person.name else ():
            whole = frozenset(form.full)
            for word in whole:
                found[word].append((person, whole))
    return found


def _called_so(name: str, by_word: _ByWord) -> tuple[Person, ...]:
    """Those of whom this is one name or more."""
    parts = set(words(name))
    likely = by_word.get(next(iter(parts), ""), ())
    return tuple({person.code: person for person, whole in likely if parts <= whole}.values())


def names_in(text: str) -> list[tuple[str, ...]]:
    """The people in a list as somebody types it, each with what else that person is called.

    One name to a line, or parted by commas, semicolons, slashes or a word for "and"; `Vries, J. de` stays one name.
    """
    found: list[tuple[str, ...]] = []
    for part in _parting().split(text):
        names = tuple(name for one in _called(part) if (name := _name(one)))
        if found and names and _is_rest(names[0]):
            found[-1] = (f"{names[0]} {found[-1][0]}", *found[-1][1:], *names[1:])
        elif names and not _is_rest(names[0]):
            found.append(names)
    return found


def _called(part: str) -> Iterator[str]:
    """The name, then what stands beside it between brackets or quotation marks."""
    yield _BESIDE.sub(" ", part)
    yield from ("".join(found) for found in _BESIDE.findall(part))


def _name(text: str) -> str:
    """The text without bullets, and without what is no name in it (`mother of`, `student`); empty for `none`."""
    said = _BULLET.sub("", text).strip(" \t.:-\u2013\u2014").rpartition(":")[2].split()
    capital = next((at for at, word in enumerate(said) if _is_capital(word) and not _tells_who(word)), len(said))
    begin = max((at + 1 for at in range(capital) if _tells_who(said[at])), default=0)
    name = " ".join(list(dropwhile(_tells_who, said[begin:][::-1]))[::-1])
    return "" if name.casefold().strip("!.") in _words("nobody") or not any(map(str.isalpha, name)) else name


def _is_capital(word: str) -> bool:
    return word[0] != word[0].lower()


def _tells_who(word: str) -> bool:
    """In German these words have a capital of their own."""
    return word.strip(".").casefold() in _words("roles")


def _is_rest(name: str) -> bool:
    """Whether this is no name of its own but what stands behind a comma: initials and particles."""
    parts = [part for part in re.split(r"[\s.]+", name) if part]
    if any(is_initial(part) for part in parts):
        return all(is_initial(part) or part.lower() in PARTICLES for part in parts)
    return all(part in _NEVER_A_NAME for part in parts)  # Ben, Al and Do are names of people too


@cache
def _parting() -> re.Pattern[str]:
    joined = "|".join(map(re.escape, sorted(_words("joined"))))
    return re.compile(rf"[\n,;/&+|\u2022]|(?<=\s)(?:{joined})(?=\s)")


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(word for language in catalogues() for word in language.many(f"reading.case_names.{which}"))
