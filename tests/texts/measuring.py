"""What was found in a marked case, word by word, and how well (M90)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.anonymise.detection.spans import Label, Span
from tests.texts.marked import Mark, Marked
from tests.texts.swapping import listed

_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_ENDING = re.compile("['\u2019]s?$", re.IGNORECASE)
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,}")


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def value(self) -> float:
        """Between 0 and 1; nothing of nothing is all of it."""
        return self.count / self.of if self.of else 1.0


@dataclass(frozen=True)
class Searched:
    """A case with the stretches that were found in it; those that are asked tell less than those masked."""

    case: Marked
    spans: tuple[Span, ...]

    @cached_property
    def masked(self) -> frozenset[int]:
        """The places of the signs that would be gone without a reviewer."""
        return _places(span for span in self.spans if not span.asked)

    @cached_property
    def found(self) -> frozenset[int]:
        """The places of the signs that a reviewer sees marked or gone."""
        return _places(self.spans)

    def is_masked(self, mark: Mark) -> bool:
        """Whether every word of it would be gone."""
        return self._covers(self.masked, mark)

    def is_found(self, mark: Mark) -> bool:
        """Whether every word of it would be gone or shown."""
        return self._covers(self.found, mark)

    @cached_property
    def strays(self) -> tuple[Span, ...]:
        """The stretches that share no word with any mark."""
        marked = frozenset().union(*(self._words_at(mark.start, mark.end) for mark in self.case.marks))
        return tuple(span for span in self.spans if not self._words_at(span.start, span.end) & marked)

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The places of all words."""
        return tuple(found.span() for found in _WORD.finditer(self.case.text))

    @cached_property
    def wrong_words(self) -> int:
        """How many words outside the marks are gone or shown."""
        marked = _places(self.case.marks)
        return sum(
            any(at in self.found for at in range(*word)) and not any(at in marked for at in range(*word))
            for word in self.words
        )

    def label_right(self, mark: Mark) -> bool:
        """Whether a stretch with the same label lies on it."""
        return any(span.label is mark.label and span.start < mark.end and mark.start < span.end for span in self.spans)

    def _covers(self, places: frozenset[int], mark: Mark) -> bool:
        """A reviewer who is asked about part of a wording reads all of it; of anything else no word may be left."""
        stretch = _ENDING.sub("", self.case.text[mark.start : mark.end])
        needed = frozenset(
            at
            for found in _WORD.finditer(stretch)
            for at in range(mark.start + found.start(), mark.start + found.end())
        )
        return bool(needed & places) if mark.label is Label.QUASI else needed <= places

    def _words_at(self, start: int, end: int) -> frozenset[tuple[int, int]]:
        return frozenset(word for word in self.words if word[0] < end and start < word[1])


Wanted = Callable[[Marked, Mark], bool]


def named(_case: Marked, mark: Mark) -> bool:
    """A mention of somebody."""
    return mark.label is Label.NAME


def of_origin(origin: str) -> Wanted:
    """A mention of somebody of this origin."""
    return lambda case, mark: bool(mark.person) and case.somebody(mark.person).origin == origin


def labelled(label: Label) -> Wanted:
    """A mark with this label."""
    return lambda _case, mark: mark.label is label


def iban(case: Marked, mark: Mark) -> bool:
    """A bank account."""
    return mark.label is Label.ID and bool(_IBAN.fullmatch(case.text[mark.start : mark.end]))


def masked_share(searched: Iterable[Searched], wanted: Wanted) -> Share:
    """How many of the wanted marks would be gone without a reviewer."""
    return _share(one.is_masked(mark) for one in searched for mark in one.case.marks if wanted(one.case, mark))


def found_share(searched: Iterable[Searched], wanted: Wanted) -> Share:
    """How many of the wanted marks would be gone or shown to a reviewer."""
    return _share(one.is_found(mark) for one in searched for mark in one.case.marks if wanted(one.case, mark))


def label_share(searched: Iterable[Searched], label: Label) -> Share:
    """How many marks with this label were found under the same label."""
    return _share(one.label_right(mark) for one in searched for mark in one.case.marks if mark.label is label)


def persons_share(searched: Iterable[Searched], origin: str = "") -> Share:
    """How many persons have all their mentions found."""
    return _share(
        all(one.is_found(mark) for mark in one.case.mentions if mark.person == person.key)
        for one in searched
        for person in one.case.people
        if origin in ("", person.origin)
    )


def cases_share(searched: Iterable[Searched]) -> Share:
    """In how many cases no name is left that is not at least shown."""
    return _share(all(one.is_found(mark) for mark in one.case.mentions) for one in searched)


def precision(searched: Iterable[Searched], label: Label | None = None) -> Share:
    """How many of the masked stretches lie on a word of a mark, whatever its label."""
    return _share(
        span not in one.strays
        for one in searched
        for span in one.spans
        if not span.asked and label in (None, span.label)
    )


def wrong_words_per_hundred(searched: Sequence[Searched]) -> float:
    """Words gone or shown that tell nobody anything, per hundred words of text."""
    words = sum(len(one.words) for one in searched)
    return 100 * sum(one.wrong_words for one in searched) / words if words else 0.0


def hard_forms(case: Marked, mark: Mark) -> tuple[str, ...]:
    """What makes this mention hard; `plain` when nothing does."""
    mention = case.text[mark.start : mark.end]
    seen = tuple(name for name, fits in _FORMS.items() if fits(mention))
    return (*seen, *mark.forms, "on the roster" if listed(case, mark.person) else "off the roster") + (
        () if seen or mark.forms else ("plain",)
    )


_FORMS: dict[str, Callable[[str], object]] = {
    "lower case": lambda text: text == text.lower(),
    "capitals": re.compile(r"^(?=.*[^\W\d_]{3})[^a-z]+$", re.DOTALL).match,
    "possessive": re.compile("['\u2019]s?$").search,
    "line end": lambda text: "\n" in text,
    "hyphen": lambda text: "-" in text,
    "diacritics": lambda text: not text.isascii(),
    "initials": re.compile(r"\b[^\W\d_]\.").search,
}


def _places(stretches: Iterable[Span] | Iterable[Mark]) -> frozenset[int]:
    return frozenset(at for stretch in stretches for at in range(stretch.start, stretch.end))


def _share(answers: Iterable[bool]) -> Share:
    told = tuple(answers)
    return Share(sum(told), len(told))
