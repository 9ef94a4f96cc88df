"""A case on its way to release: what would be replaced in it and what a reviewer is asked; it still names people."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.anonymise.detection.spans import Label
from pipeline.findings import Place


@dataclass(frozen=True, slots=True, repr=False)
class Piece:
    """A stretch of an answer as it was written.

    A plain one has no `label`. A masked one has a `replacement`. One that is only `asked` about stays as it is, with
    a `replacement` that is proposed instead, or None where none is better.
    """

    text: str
    label: Label | None = None
    replacement: str | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """One case before its review; `code` is made from its text, so a changed text has another.

    `answers` holds the pieces of each of the six questions by key, in the order of the form; an empty answer has none.
    """

    code: str
    place: Place
    language: str
    answers: Mapping[str, tuple[Piece, ...]]
    kind: str | None = None
    first_year: bool | None = None
    origin: str | None = None
    author: str | None = None
    consent: str | None = None
    meeting: str | None = None
    copies: tuple[Place, ...] = field(default=())

    @property
    def is_complete(self) -> bool:
        """Whether every question has been answered, and somebody has said that the case may be discussed (M89, G30)."""
        return self.consent is not None and all(self.answers.values())

    def counts(self, *, asked: bool) -> Mapping[Label, int]:
        """How many stretches of each label are masked, or asked about."""
        pieces = (piece for answer in self.answers.values() for piece in answer)
        return Counter(piece.label for piece in pieces if piece.label is not None and piece.asked is asked)
