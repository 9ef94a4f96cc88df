"""A text with what could tell who it is about replaced by words that can still be read (M90, M91)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.placeholders import People, role_word_before
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.drafts import Piece
from pipeline.language.catalogue import Catalogue

_BEGINS = re.compile(r"(?:[.!?\u2026][\"'\u201d\u2019)]?\s+|[\"\u201c\u201e]|\n[-\u2013\u2022*> \t]*)\Z")

_NEAR = 12  # signs


def replaced(
    texts: Sequence[Text], found: Sequence[Sequence[Span]], words: Catalogue, people: Sequence[KnownPerson] = ()
) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each text of one case; the same person has the same letter in all of them."""
    try:
        wording = _Wording(words, People(texts, found, people))
        return tuple(
            tuple(_pieces(wording, number, text, spans))
            for number, (text, spans) in enumerate(zip(texts, found, strict=True))
        )
    except Exception:  # noqa: BLE001 - whatever goes wrong, nothing may show
        failed = words.say("placeholder.failed")
        return tuple((Piece(text.content, Label.QUASI, failed),) if text.content else () for text in texts)


def masked(pieces: Sequence[Piece], *, doubtful_too: bool = False) -> str:
    """The text with what is masked replaced; what is only asked about stays, unless it is `doubtful_too`."""
    return "".join(_shown(piece, doubtful_too=doubtful_too) for piece in pieces)


@dataclass(frozen=True, slots=True, repr=False)
class _Wording:
    words: Catalogue
    people: People

    def of(self, number: int, text: Text, span: Span) -> str | None:
        """What stands there instead; None where nothing is proposed."""
        if span.label is Label.NAME and not span.wider:
            return _capital_kept(text, span, self._somebody(number, text, span))
        key = span.wider or f"wider.{span.label.lower()}"
        if key in self.words:
            return _capital_kept(text, span, self.words.say(key, **dict(span.values)))
        return None if span.asked else self.words.say("placeholder.hidden")

    def _somebody(self, number: int, text: Text, span: Span) -> str:
        """The letter alone behind a word that says the role already: docent B."""
        somebody = self.people.of(number, span)
        who = somebody.letter
        if role_word_before(text, span) is None:
            who = self.words.say(f"placeholder.{somebody.role or 'person'}", letter=somebody.letter)
        return self.words.say("placeholder.whose", who=who) if somebody.possessive else who


def _pieces(wording: _Wording, number: int, text: Text, spans: Sequence[Span]) -> Iterator[Piece]:
    before = 0
    for span in spans:
        if span.start > before:
            yield Piece(text.content[before : span.start])
        replacement = wording.of(number, text, span)
        yield Piece(text.content[span.start : span.end], span.label, replacement, span.asked)
        before = span.end
    if before < len(text.content):
        yield Piece(text.content[before:])


def _shown(piece: Piece, *, doubtful_too: bool) -> str:
    if piece.replacement is None or (piece.asked and not doubtful_too):
        return piece.text
    return piece.replacement


def _capital_kept(text: Text, span: Span, replacement: str) -> str:
    """A sentence still begins with a capital."""
    before = text.content[max(0, span.start - _NEAR) : span.start]
    opens = text.content[span.start].isupper() and (not before or _BEGINS.search(before))
    return replacement[:1].upper() + replacement[1:] if opens else replacement
