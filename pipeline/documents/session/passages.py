"""How a longer text is spread over slides: on cards with a heading, so few words that all can be read from the back.

Ours, for letters of 20 points on our own template. A look with wider letters or narrower slides goes down to 18.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from pipeline.documents.contents import Card, Cards
from pipeline.language.catalogue import Catalogue

_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+")
_STEP: Final = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text under its heading; a longer text has a line for each paragraph."""

    heading: str
    text: str

    @property
    def longest_word(self) -> int:
        """In signs."""
        return max((len(word) for word in f"{self.heading} {self.text}".split()), default=0)


LONGEST_TEXT: Final = {1: 760, 2: 280, 3: 160}
"""Signs on a card, by how many cards stand side by side."""

_LONGEST_WORD: Final = {1: 10_000, 2: 28, 3: 18}

Spread: TypeAlias = tuple[tuple[Passage, ...], ...]
"""The passages of each slide."""


def spread(passages: Iterable[Passage], words: Catalogue) -> Spread:
    """The passages in their order, as many side by side as can be read; a long one goes on on the next slide."""
    parts = [piece for passage in passages for piece in _pieces_of(passage, words)]
    return shared_out(parts, _stand_side_by_side)


def cards_of(passages: Iterable[Passage]) -> Cards:
    """The passages of one slide."""
    return Cards(tuple(Card(passage.heading, passage.text) for passage in passages))


def shared_out(things: Sequence[T], fit: Callable[[Sequence[T]], bool]) -> tuple[tuple[T, ...], ...]:
    """The things in their order on as few slides as can be, about equally many on each.

    `fit` tells whether several stand on one slide; where some do not, more of them do not either.
    """
    best: list[tuple[int, int, int]] = [(0, 0, 0)]  # from the end: slides, how uneven, how many on the first of them
    for first in range(len(things) - 1, -1, -1):
        choices = []
        for count in range(1, len(things) - first + 1):
            if count > 1 and not fit(things[first : first + count]):
                break
            slides, uneven, _ = best[-count]
            choices.append((slides + 1, uneven + count * count, count))
        best.append(min(choices))
    return tuple(_taken(things, best))


def pieces(text: str, most: int) -> tuple[str, ...]:
    """The text in as few pieces of `most` signs as hold it, about equally long.

    It is parted between paragraphs or sentences; between words only within a sentence that is longer than a piece.
    """
    if len(text) <= most:
        return (text,)
    parts = [part for line in text.splitlines() for part in _parts(line, most)]
    fewest = len(_filled(parts, most))
    sizes = range(len(text) // fewest, most, _STEP)
    return next((made for size in sizes if len(made := _filled(parts, size)) <= fewest), _filled(parts, most))


def _stand_side_by_side(passages: Sequence[Passage]) -> bool:
    count = len(passages)
    return count in LONGEST_TEXT and all(
        len(passage.text) <= LONGEST_TEXT[count] and passage.longest_word <= _LONGEST_WORD[count]
        for passage in passages
    )


def _taken(things: Sequence[T], best: Sequence[tuple[int, int, int]]) -> Iterator[tuple[T, ...]]:
    first = 0
    while first < len(things):
        count = best[len(things) - first][2]
        yield tuple(things[first : first + count])
        first += count


def _pieces_of(passage: Passage, words: Catalogue) -> Iterator[Passage]:
    first, *rest = pieces(passage.text, LONGEST_TEXT[1])
    yield Passage(passage.heading, first)
    yield from (Passage(words.say("deck.shared.continued", heading=passage.heading), more) for more in rest)


def _parts(line: str, most: int) -> Iterator[str]:
    """The sentences of a paragraph, or the words of one that is too long."""
    for sentence in _SENTENCE.split(line.strip()):
        yield from (sentence,) if len(sentence) <= most else sentence.split()


def _filled(parts: Iterable[str], size: int) -> tuple[str, ...]:
    """The parts put together as long as `size` signs hold them; a longer one stands alone."""
    made: list[str] = []
    for part in parts:
        if made and len(made[-1]) + 1 + len(part) <= size:
            made[-1] = f"{made[-1]} {part}"
        else:
            made.append(part)
    return tuple(made)
