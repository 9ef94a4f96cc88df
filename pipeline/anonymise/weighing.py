"""What it weighs that something was found in a text: it never passes, a person may let it stay, or it tells nothing.

A text about all students tells of nobody where a story about one does, and the place for a role holds a name sooner
than a sentence: so what a text is for decides with.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from pipeline.anonymise.detection.gazetteers import is_name
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.standing import Standing, standing
from pipeline.anonymise.detection.tokens import Text, Token
from pipeline.anonymise.folding import words
from pipeline.anonymise.names import PARTICLES
from pipeline.anonymise.told_texts import Manner

_DIRECT = frozenset(
    {Label.EMAIL, Label.PHONE, Label.SNR, Label.BSN, Label.ADDR, Label.PC, Label.DOB, Label.HANDLE, Label.URL, Label.ID}
)
"""What points at one person by itself, and never passes."""

_TELLING = frozenset({Label.AGE, Label.PLACE, Label.QUASI})
"""What may point at somebody in a story."""

_OF_A_PLAN = ("wider.post", "wider.week")
"""What a team cannot do without when it says who does what and when."""

_SHORTEST_TELLING = 4  # letters
_WORDS = frozenset({Standing.WORD, Standing.ALLOWED})


class Weight(IntEnum):
    """What becomes of a text in which something was found."""

    NOTHING = 0
    DOUBTFUL = 1  # a person may let it stay
    KNOWN = 2  # it never passes


def is_known(span: Span) -> bool:
    """Whether this is somebody we know by name, or what points at one person by itself; no person can let it pass."""
    if span.asked:
        return False
    return span.rank >= Rank.FAILED or span.label in _DIRECT or (span.label is Label.NAME and span.rank >= Rank.KNOWN)


def names_written(text: Text, span: Span) -> Iterator[Token]:
    """The words of a name, without `van`, `el` and the like."""
    for token in text.tokens:
        if span.start <= token.start < span.end:
            yield from (part for part in token.parts if not PARTICLES.issuperset(words(part.plain)))


def spellings(name: str) -> frozenset[str]:
    """The folded name, and what is left of it without one of its letters; none of a name that is too short to tell."""
    found = (word for word in words(name) if len(word) >= _SHORTEST_TELLING)
    return frozenset(one for word in found for one in (word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))


@dataclass(frozen=True, slots=True, repr=False)
class Scales:
    """The words, folded, that tell less or more than their looks.

    `public` are those by which the team, its meetings and rooms are called; of somebody we know they hide no name but
    for the words of the institution and the programme (`lasting`), which no team can change. `named` were names
    elsewhere: in small letters they still are. `slips` are the `spellings` of the names we know: what is certainly a
    name, and one letter away from one of these, is taken for it.
    """

    public: frozenset[str] = field(default=frozenset())
    lasting: frozenset[str] = field(default=frozenset())
    named: frozenset[str] = field(default=frozenset())
    slips: frozenset[str] = field(default=frozenset())

    def weight(self, text: Text, span: Span, manner: Manner) -> Weight:
        """What becomes of the text because of this stretch."""
        if is_known(span):
            return Weight.NOTHING if self._is_public_name(text, span) else Weight.KNOWN
        if not self._may_tell(text, span, manner):
            return Weight.NOTHING
        return Weight.KNOWN if self._is_slip(text, span) else Weight.DOUBTFUL

    def _is_slip(self, text: Text, span: Span) -> bool:
        if span.label is not Label.NAME or span.asked:
            return False
        return any(not self.slips.isdisjoint(spellings(word.plain)) for word in names_written(text, span))

    def _is_public_name(self, text: Text, span: Span) -> bool:
        """One name alone, where institution or programme is called so: in Utrecht, with a colleague Van Utrecht."""
        written = list(names_written(text, span))
        alone = span.label is Label.NAME and span.rank < Rank.FAILED and len(written) == 1
        return alone and self.lasting.issuperset(words(written[0].plain))

    def _may_tell(self, text: Text, span: Span, manner: Manner) -> bool:
        if self.public.issuperset(words(text.content[span.start : span.end])):
            return False
        if span.label is Label.NAME:
            return not self._is_ordinary(text, span, manner)
        return manner is Manner.ACCOUNT and span.label in _TELLING and not span.wider.startswith(_OF_A_PLAN)

    def _is_ordinary(self, text: Text, span: Span, manner: Manner) -> bool:
        """Whether what looks like a name is words alone; one that we know is none, however frequent the word."""
        if span.rank >= Rank.KNOWN:
            return False
        written = list(names_written(text, span))
        return bool(written) and all(
            self._is_jargon(text, word, manner) or (span.asked and _is_a_word(text, word, manner)) for word in written
        )

    def _is_jargon(self, text: Text, word: Token, manner: Manner) -> bool:
        """A word in small letters that no list knows, among others that are written with care."""
        if word.capital or is_name(word.plain) or not self.named.isdisjoint(words(word.plain)):
            return False
        return manner is Manner.AGREEMENT or (manner is Manner.ACCOUNT and not text.is_careless)


def _is_a_word(text: Text, word: Token, manner: Manner) -> bool:
    """Whether it is a word of the language or, as teams like them, of English; Hope and Joy are things to agree on."""
    known = {standing(word.plain, text.language), standing(word.plain, "en")}
    return not known.isdisjoint(_WORDS) or (manner is Manner.AGREEMENT and Standing.WORD_AND_NAME in known)
