"""The same cases with every name that is not on the roster swapped for a made-up one that stands in no list (M90)."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import count

from pipeline.anonymise.detection.gazetteers import is_name
from pipeline.anonymise.detection.lexicon import lexicon
from pipeline.anonymise.folding import folded
from pipeline.anonymise.names import PARTICLES
from pipeline.anonymise.names import name_forms as forms_of
from tests.texts.marked import LANGUAGES, Mark, Marked

_PART = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_ENDING = re.compile("(?:['\u2019]s|['\u2019])$", re.IGNORECASE)
_ONSETS = (
    "b",
    "d",
    "f",
    "g",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "t",
    "v",
    "w",
    "z",
    "br",
    "dr",
    "kl",
    "pr",
    "tr",
    "vl",
    "zw",
)
_VOWELS = ("a", "e", "i", "o", "u", "oe", "ai", "ou")
_CODAS = ("", "l", "m", "n", "k", "r", "p")
_ALIKE = 0.6
"""From this likeness on an unknown form is a misspelling of a known one."""


def swapped(case: Marked) -> Marked:
    """The case with made-up names of the same shape; the same word of a person has the same stand-in everywhere."""
    made = {person.key: _StandIns(case, person.key) for person in case.people if not listed(case, person.key)}
    written: list[str] = []
    marks: list[Mark] = []
    length = before = 0
    for mark in case.marks:
        stretch = case.text[mark.start : mark.end]
        if mark.person in made:
            stretch = made[mark.person].for_mention(stretch)
        start = length + mark.start - before
        written += [case.text[before : mark.start], stretch]
        length, before = start + len(stretch), mark.end
        marks.append(replace(mark, start=start, end=length))
    return replace(case, text="".join((*written, case.text[before:])), marks=tuple(marks))


def listed(case: Marked, key: str) -> bool:
    """Whether this person is a colleague on the roster of the case."""
    if case.somebody(key).role in ("student", "parent"):
        return False
    rosters = [set(form.full) for entry in case.roster for form in forms_of(entry.name)]
    return any(
        parts and parts <= roster
        for mark in case.mentions
        if mark.person == key and not mark.forms
        for parts in [_bare_parts(case.text[mark.start : mark.end])]
        for roster in rosters
    )


def _bare_parts(mention: str) -> set[str]:
    return {folded(part) for part in _PART.findall(_ENDING.sub("", mention)) if len(part) > 1}


class _StandIns:
    """What stands for each word of one person's name in one case."""

    def __init__(self, case: Marked, key: str) -> None:
        self._seed = f"{case.name} {key}"
        self._made: dict[str, str] = {}
        # The whole names first: a nickname or a misspelling follows from them.
        own = [mark for mark in case.mentions if mark.person == key]
        for mark in sorted(own, key=lambda mark: bool(mark.forms)):
            for part in _PART.findall(_ENDING.sub("", case.text[mark.start : mark.end])):
                self._take_up(folded(part), derived=bool(mark.forms))

    def for_mention(self, mention: str) -> str:
        """The mention with its words swapped, and its case, signs between and ending kept."""
        ending = _ENDING.search(mention)
        stem = mention[: ending.start()] if ending else mention
        return _PART.sub(lambda found: self._for_part(found[0]), stem) + (ending[0] if ending else "")

    def _for_part(self, part: str) -> str:
        plain = folded(part)
        if len(plain) == 1:
            stands_for = next((made for known, made in self._made.items() if known[0] == plain), self._made_up(plain))
            return _in_case(stands_for[0], part)
        return _in_case(self._made.get(plain, plain), part)

    def _take_up(self, plain: str, *, derived: bool) -> None:
        if len(plain) == 1 or plain in PARTICLES or plain in self._made:
            return
        follows = (made for made in self._derived(plain, derived=derived) if not stands_in_a_list(made))
        self._made[plain] = next(follows, "") or self._made_up(plain)

    def _derived(self, plain: str, *, derived: bool) -> Iterator[str]:
        for known, made in tuple(self._made.items()):
            if plain == f"{known}s":
                yield f"{made}s"
            elif derived and known.startswith(plain[:-1]) and len(plain) < len(known):
                yield from (made[:length] for length in range(max(4, len(plain)), len(made)))
            elif derived and SequenceMatcher(None, known, plain).ratio() >= _ALIKE:
                yield made[:-2] + made[-1] + made[-2]

    def _made_up(self, plain: str) -> str:
        """Syllables chosen by the word itself, so that nothing changes when another case is added."""
        tries = (self._syllables(f"{self._seed} {plain} {turn}", len(plain)) for turn in count())
        return next(made for made in tries if not stands_in_a_list(made))

    @staticmethod
    def _syllables(seed: str, length: int) -> str:
        digest = iter(hashlib.sha256(seed.encode()).digest())
        made = ""
        while len(made) < max(5, min(length, 9)):
            made += "".join(choice[next(digest) % len(choice)] for choice in (_ONSETS, _VOWELS, _CODAS))
        return made


@cache
def stands_in_a_list(made: str) -> bool:
    """Whether it is a name of a list, or a word of one of the languages, however it is written."""
    words = [lexicon(language).is_word for language in LANGUAGES]
    return any(listed_in(spelling) for spelling in (made, made.capitalize()) for listed_in in (is_name, *words))


def _in_case(made: str, part: str) -> str:
    if len(part) > 1 and part.isupper():
        return made.upper()
    return made.capitalize() if part[0].isupper() else made
