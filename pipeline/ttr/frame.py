"""A team's frame of reference: what belonging is to it, and what brings it about (M14, M15, M71-M78, M85, M109)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from pipeline.findings import Place
from pipeline.ttr.programme import Lead

CONDITIONS = 4
"""Not more and not fewer (M14, M81)."""

FEWEST_WORDS, MOST_WORDS = 150, 450
"""Ours: about half a page to one page (M85)."""


@dataclass(frozen=True, slots=True)
class FrameOfReference:
    """What the team agreed on: one definition of belonging and four conditions for it.

    A text may have several paragraphs, a line each. `agreed` is None where the form does not say.
    """

    definition: str
    conditions: tuple[str, str, str, str]
    version: int = 1
    agreed: bool | None = None
    agreed_on: date | None = None
    authors: tuple[Lead, ...] = ()
    place: Place = field(default=Place(), compare=False)

    @property
    def texts(self) -> Iterator[str]:
        """The definition, then the conditions."""
        yield self.definition
        yield from self.conditions

    def says_the_same(self, other: "FrameOfReference") -> bool:
        """Whether definition and conditions are equal, whatever version and dates are."""
        return tuple(self.texts) == tuple(other.texts)

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(text.split()) for text in self.texts)
