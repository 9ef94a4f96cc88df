"""Who is who within a case: the same person has the same letter, in the order of the text (M91).

Letters start anew in each case. Nobody's gender or origin can be read from a placeholder.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from pipeline.anonymise.detection.names.name_cues import Cue, name_cues
from pipeline.anonymise.detection.names.name_index import KnownPerson
from pipeline.anonymise.detection.people_met import Name, PeopleMet
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text, token_at
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import PARTICLES, is_initial

_POSSESSIVE = re.compile(r"['\u2018\u2019\u02bc\u02bb`\u00b4][sS]?$")
_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[ \t]*")
_SAID = frozenset(("student", "teacher", "fellow"))


@dataclass(frozen=True, slots=True)
class Somebody:
    """How a person shows in the text instead; `possessive` where the mention says that something is theirs."""

    letter: str
    role: str | None
    possessive: bool


@dataclass(slots=True, repr=False)
class _One:
    """What is gathered of one person."""

    key: str
    names: set[Name] = field(default_factory=set)
    role: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class _Mention:
    number: int
    text: Text
    span: Span
    words: Name
    possessive: bool


class People:
    """The people of one case, by their mentions; closed: it prints `<people>`."""

    __slots__ = ("_known", "_letters", "_mentions", "_met", "_ones", "_whose")

    def __init__(
        self, texts: Sequence[Text], found: Sequence[Sequence[Span]], known: Iterable[KnownPerson] = ()
    ) -> None:
        self._known: dict[str, list[KnownPerson]] = defaultdict(list)
        for person in known:
            self._known[person.key].append(person)
        self._ones: dict[str, _One] = {}
        self._met = PeopleMet()
        self._whose: dict[tuple[int, int], _One] = {}
        mentions = list(_mentions(texts, found))
        self._mentions = {(mention.number, mention.span.start): mention for mention in mentions}
        # Whole names first: only then is it clear whose a first name alone may be.
        for mention in sorted(mentions, key=_fullest_first):
            one = self._one(mention)
            self._add_name(one, mention.words)
            one.role = one.role or _role_before(mention)
            self._whose[mention.number, mention.span.start] = one
        self._letters = self._lettered(texts, mentions)

    def of(self, number: int, span: Span) -> Somebody:
        """Whose mention this is, in the text with this number."""
        one, mention = self._whose[number, span.start], self._mentions[number, span.start]
        return Somebody(self._letters[one.key], one.role, mention.possessive or _has_an_s(mention.words, one))

    def _one(self, mention: _Mention) -> _One:
        if mention.span.person:
            return self._named(mention.span.person)
        likely = self._met.likely(mention.words)
        if len(likely) == 1:
            return self._named(*likely)
        # Of several a letter of its own, rather than that of another.
        return self._named(" ".join(("?", *mention.words)))

    def _named(self, key: str) -> _One:
        if key not in self._ones:
            known = self._known[key]
            role = next((person.role for person in known if person.role in _SAID), None)
            self._ones[key] = _One(key, role=role)
            for person in known:
                self._add_name(self._ones[key], words(person.name))
        return self._ones[key]

    def _add_name(self, one: _One, name: Name) -> None:
        one.names.add(name)
        self._met.add(one.key, name)

    def _lettered(self, texts: Sequence[Text], mentions: Sequence[_Mention]) -> Mapping[str, str]:
        """Letters in the order of the text, those who are only asked about behind the others."""
        letters = _letters(_taken(texts))
        ordered = sorted(mentions, key=lambda mention: mention.span.asked)
        keys = dict.fromkeys(self._whose[mention.number, mention.span.start].key for mention in ordered)
        return {key: next(letters) for key in keys}

    def __repr__(self) -> str:
        return "<people>"


def role_word_before(text: Text, span: Span) -> str | None:
    """The role that stands right before a name already, or `title`; None where there is none."""
    at = token_at(text, span.start)
    if not at or not re.fullmatch(r"\.?[ \t\n\u00a0]+", text.content[text.tokens[at - 1].end : span.start]):
        return None
    cue = name_cues(text.language).ending_at(text.tokens, at - 1)
    if cue and cue[0] in {Cue.ROLE, Cue.TITLE}:
        return cue[1] or Cue.TITLE.value
    return None


def _role_before(mention: _Mention) -> str | None:
    role = role_word_before(mention.text, mention.span)
    return role if role in _SAID else None


def _mentions(texts: Sequence[Text], found: Sequence[Sequence[Span]]) -> Iterator[_Mention]:
    for number, (text, spans) in enumerate(zip(texts, found, strict=True)):
        for span in spans:
            if span.label is Label.NAME:
                written = _LINE_END.sub("", text.content[span.start : span.end])
                bare = _POSSESSIVE.sub("", written)
                yield _Mention(number, text, span, words(bare), bare != written)


def _fullest_first(mention: _Mention) -> int:
    return -sum(not is_initial(word) and word not in PARTICLES for word in mention.words)


def _has_an_s(name: Name, one: _One) -> bool:
    """Whether the last word is a name of this person but for its s."""
    parts = {word for other in one.names if other != name for word in other}
    return bool(name) and name[-1].endswith("s") and name[-1] not in parts and name[-1][:-1] in parts


def _taken(texts: Sequence[Text]) -> set[str]:
    """Letters by which the author already names people, as the form advises: student A."""
    taken = set()
    for text in texts:
        for number, token in enumerate(text.tokens[1:]):
            if len(token.plain) == 1 and token.plain in ascii_uppercase:
                cue = name_cues(text.language).ending_at(text.tokens, number)
                if cue and cue[0] in {Cue.ROLE, Cue.LISTED}:
                    taken.add(token.plain)
    return taken


def _letters(taken: set[str]) -> Iterator[str]:
    """A to Z, then AA, AB and on."""
    for letter in ascii_uppercase:
        if letter not in taken:
            yield letter
    number = 1
    while True:
        for first in _letters_of(number):
            yield from (first + letter for letter in ascii_uppercase)
        number += 1


def _letters_of(length: int) -> Iterator[str]:
    if not length:
        yield ""
        return
    for before in _letters_of(length - 1):
        yield from (before + letter for letter in ascii_uppercase)
