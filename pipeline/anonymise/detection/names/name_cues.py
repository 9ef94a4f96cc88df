"""The words that come before a name, in the language of a text (M90)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TypeAlias

from pipeline.anonymise.detection.tokens import Token
from pipeline.language.catalogue import LANGUAGES, catalogue

ROLES = ("student", "teacher", "fellow", "other")


class Cue(Enum):
    """What kind of word it is, and so how surely a name follows."""

    TITLE = "titles"  # mevrouw, Herr
    NAMED = "named"  # heet, genannt
    ROLE = "roles"  # student, colleague
    OPENING = "openings"  # of a letter: Beste
    CLOSING = "closings"  # Groetjes
    LISTED = "listed"  # before a letter that is nobody: plan B


_Phrase: TypeAlias = tuple[tuple[str, ...], Cue, str]


@dataclass(frozen=True, slots=True)
class NameCues:
    """Each phrase, with what it says, by its last word."""

    by_last_word: Mapping[str, tuple[_Phrase, ...]]

    def ending_at(self, tokens: Sequence[Token], at: int) -> tuple[Cue, str] | None:
        """The cue of which the word at `at` is the last, with the role that it says."""
        for phrase, cue, role in self.by_last_word.get(tokens[at].plain.lower(), ()):
            start = at + 1 - len(phrase)
            if len(phrase) == 1 or (start >= 0 and _reads(tokens[start : at + 1], phrase)):
                return cue, role
        return None


@cache
def name_cues(language: str) -> NameCues:
    """The cues of a language; a title tells in a text of any other as well."""
    by_last_word: dict[str, list[_Phrase]] = defaultdict(list)
    for one in sorted(LANGUAGES, key=lambda other: other != language):
        for phrase, cue, role in _phrases(one):
            if one == language or cue is Cue.TITLE:
                by_last_word[phrase[-1]].append((phrase, cue, role))
    return NameCues({word: tuple(sorted(found, key=_longest_first)) for word, found in by_last_word.items()})


@cache
def words_before_a_name(language: str) -> frozenset[str]:
    """Small words behind which somebody may be named: volgens, with."""
    return frozenset(catalogue(language).many("reading.cues.before_a_name"))


@cache
def joining_words(language: str) -> frozenset[str]:
    """Words between two of a kind: and, or."""
    return frozenset(catalogue(language).many("reading.cues.joining"))


def _reads(tokens: Sequence[Token], phrase: Sequence[str]) -> bool:
    return all(token.plain.lower() == word for token, word in zip(tokens, phrase, strict=True))


def _longest_first(phrase: _Phrase) -> int:
    return -len(phrase[0])


def _phrases(language: str) -> Iterator[_Phrase]:
    words = catalogue(language)
    for cue in Cue:
        if cue is not Cue.ROLE:
            yield from ((tuple(text.split()), cue, "") for text in words.many(f"reading.cues.{cue.value}"))
    for role in ROLES:
        yield from ((tuple(text.split()), Cue.ROLE, role) for text in words.many(f"reading.cues.roles.{role}"))
