"""Invented answers of case forms, with the stretches marked that could tell who is meant; README.md says how (M90)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.anonymise.detection.spans import Label

FOLDER = Path(__file__).parent
LANGUAGES = ("nl", "en", "de")
SETS = ("tuned", "kept")
ORIGINS = (
    "dutch",
    "flemish",
    "moroccan",
    "turkish",
    "surinamese",
    "antillean",
    "west_african",
    "arabic",
    "chinese",
    "indonesian",
    "polish",
    "german",
    "english",
)
FORMS = frozenset(("misspelt", "nickname", "word", "surname-first", "nfd"))
"""What cannot be seen from a mention itself, said behind the person: `⟦p1 nickname|Beppie⟧`."""

_CASE = re.compile(r"^=== +(\S+)[ \t]*\n", re.MULTILINE)
_MARK = re.compile(r"⟦([^|⟦⟧]+)\|([^⟦⟧]+)⟧")
_LISTED = re.compile(r"(.+?) *\((\w+)\)")
_PERSON = re.compile(r"(p\d+) +(\S+) +(\S+)")


@dataclass(frozen=True, slots=True)
class Somebody:
    """An invented person of a case."""

    key: str
    origin: str
    role: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that must be found, from `start` up to `end` in code points; `person` only where it is a name."""

    start: int
    end: int
    label: Label
    person: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A colleague on the roster of the team."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Marked:
    """One case: what was written, and what in it tells who."""

    name: str
    language: str
    roster: tuple[Listed, ...]
    people: tuple[Somebody, ...]
    text: str
    marks: tuple[Mark, ...]

    @property
    def mentions(self) -> tuple[Mark, ...]:
        """The marks that are names."""
        return tuple(mark for mark in self.marks if mark.label is Label.NAME)

    def somebody(self, key: str) -> Somebody:
        """The person with this key."""
        return next(person for person in self.people if person.key == key)


@cache
def marked_cases(kept_or_tuned: str, languages: tuple[str, ...] = LANGUAGES) -> tuple[Marked, ...]:
    """The cases of a set, in the order of the files."""
    paths = [FOLDER / f"{language}-{kept_or_tuned}.txt" for language in languages]
    return tuple(case for path in paths if path.exists() for case in cases_in(path.read_text(encoding="utf-8")))


def cases_in(content: str) -> tuple[Marked, ...]:
    """The cases of a file; a ValueError that names the case where one is not written as README.md says."""
    pieces = _CASE.split(content)
    return tuple(_case(name, body) for name, body in zip(pieces[1::2], pieces[2::2], strict=True))


def _case(name: str, body: str) -> Marked:
    head, line, story = body.partition("---\n")
    if not line:
        raise ValueError(f"{name}: no line --- between the head and the text")
    said = dict(_said(name, head))
    text, marks = _unmarked(name, story.strip("\n"))
    people = tuple(_somebody(name, entry) for entry in _entries(said.get("people", "")))
    unknown = {mark.person for mark in marks if mark.person} ^ {person.key for person in people}
    if unknown:
        raise ValueError(f"{name}: {', '.join(sorted(unknown))} is either not in people or not in the text")
    roster = tuple(_listed(name, entry) for entry in _entries(said.get("roster", "")))
    return Marked(name, name[:2], roster, people, text, marks)


def _said(name: str, head: str) -> Iterator[tuple[str, str]]:
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if line.strip() and (not colon or key not in ("roster", "people")):
            raise ValueError(f"{name}: a line of the head begins with roster: or people:")
        yield key, value


def _entries(value: str) -> list[str]:
    return [entry.strip() for entry in value.split(";") if entry.strip()]


def _listed(name: str, entry: str) -> Listed:
    found = _LISTED.fullmatch(entry)
    if not found:
        raise ValueError(f"{name}: a person of the roster is written as Name (role)")
    return Listed(unicodedata.normalize("NFC", found[1]), found[2])


def _somebody(name: str, entry: str) -> Somebody:
    found = _PERSON.fullmatch(entry)
    if not found or found[2] not in ORIGINS:
        raise ValueError(f"{name}: a person is written as p1 origin role, with one of the thirteen origins")
    return Somebody(*found.groups())


def _unmarked(name: str, story: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks by their place in it."""
    written: list[str] = []
    marks: list[Mark] = []
    length = before = 0
    for found in _MARK.finditer(story):
        what, *forms = found[1].split()
        stretch = unicodedata.normalize("NFD", found[2]) if "nfd" in forms else found[2]
        start = length + found.start() - before
        written += [story[before : found.start()], stretch]
        length, before = start + len(stretch), found.end()
        marks.append(_mark(name, what, tuple(forms), (start, length)))
    text = "".join((*written, story[before:]))
    if re.search("[⟦⟧]", text):
        raise ValueError(f"{name}: a mark is not closed, or empty")
    return text, tuple(marks)


def _mark(name: str, what: str, forms: tuple[str, ...], place: tuple[int, int]) -> Mark:
    if not FORMS.issuperset(forms):
        raise ValueError(f"{name}: of a mention one can say {', '.join(sorted(FORMS))}")
    if re.fullmatch(r"p\d+", what):
        return Mark(*place, Label.NAME, what, forms)
    if what not in Label.__members__ or what == Label.NAME:
        raise ValueError(f"{name}: a mark begins with a person or a label other than NAME")
    return Mark(*place, Label(what), "", forms)
