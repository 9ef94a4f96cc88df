"""What differs between two texts, as one would mark it by hand: words, and sentences of which little is left."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T")
Pair: TypeAlias = tuple[T | None, T | None]

HALF: Final = 0.5
"""Of two sentences, as much as this must be the same for one to be shown as the other, changed."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?\u2026])(?=\s)|(?=\n)")
_TOKEN: Final = re.compile(r"\s*\w+(?:['\u2019\-]\w+)*|\s*[^\w\s]|\s+")
_WORD: Final = re.compile(r"\w+")

_MOST_PAIRS: Final = 10_000
_MOST_TOKENS: Final = 1_000_000
"""Beyond these, far more than a page holds, nothing is compared: what was goes, what is comes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text that was there and goes (`old`), and what comes in its place (`new`); the same in both if it stays."""

    old: str
    new: str

    @property
    def stays(self) -> bool:
        """Whether nothing changes."""
        return self.old == self.new


def changed(old: str, new: str) -> tuple[Stretch, ...]:
    """How `old` becomes `new`: all that was, or all that is, in order."""
    stretches: list[Stretch] = []
    for before, after in aligned(_sentences(old), _sentences(new), _half_alike):
        if before is None or after is None:
            stretches.append(Stretch(before or "", after or ""))
        else:
            stretches += _tidy(tuple(_within(before, after)))
    return tuple(_merged(stretches, [not stretch.stays for stretch in stretches]))


def aligned(old: Sequence[T], new: Sequence[T], score: Callable[[T, T], float]) -> Iterator[Pair[T]]:
    """Old and new side by side, in order, with None beside what only one of them has; first what goes.

    Those stand together that score most in all; 0 keeps two apart.
    """
    first = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    if first is None:
        first = min(len(old), len(new))
    rest = min(len(old), len(new)) - first
    last = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    yield from zip(old[:first], new[:first], strict=True)
    yield from _best(old[first : len(old) - last], new[first : len(new) - last], score)
    yield from zip(old[len(old) - last :], new[len(new) - last :], strict=True)


def alike(one: str, other: str) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    words, others = Counter(_WORD.findall(one)), Counter(_WORD.findall(other))
    number = words.total() + others.total()
    return 2 * (words & others).total() / number if number else float(one == other)


def _best(old: Sequence[T], new: Sequence[T], score: Callable[[T, T], float]) -> Iterator[Pair[T]]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield from ((one, None) for one in old)
        yield from ((None, other) for other in new)
        return
    scores = [[score(one, other) for other in new] for one in old]
    best = _sums(scores, len(new))
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < len(old) and best[i][j] == best[i + 1][j]:
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _sums(scores: Sequence[Sequence[float]], columns: int) -> list[list[float]]:
    """The most that can still be scored from each place on."""
    best = [[0.0] * (columns + 1) for _ in range(len(scores) + 1)]
    for i in reversed(range(len(scores))):
        for j in reversed(range(columns)):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return best


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def _half_alike(one: str, other: str) -> float:
    share = alike(one, other)
    return share if share >= HALF else 0.0


def _within(old: str, new: str) -> Iterator[Stretch]:
    """Word by word; the whole sentence where that leaves less than half of it."""
    before, after = _tokens(old), _tokens(new)
    if len(before) * len(after) > _MOST_TOKENS:
        yield Stretch(old, new)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < HALF:
        yield Stretch(old, new)
        return
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield Stretch("".join(before[start:end]), "".join(after[new_start:new_end]))


def _tokens(sentence: str) -> list[str]:
    """Words and signs, each with the blank before it; but the one before the sentence stands alone."""
    start = len(sentence) - len(sentence.lstrip())
    return [*([sentence[:start]] if start else []), *_TOKEN.findall(sentence[start:])]


def _tidy(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """What goes with no more than a word between it is one change, so that what comes instead can be read on."""
    lonely = [_is_lonely(stretches[max(number - 1, 0) : number + 2]) for number in range(len(stretches))]
    yield from _merged(stretches, [not one.stays or alone for one, alone in zip(stretches, lonely, strict=True)])


def _is_lonely(around: Sequence[Stretch]) -> bool:
    """Whether the middle one of three is at most a word, between others that go and of which one is replaced."""
    if len(around) < 3 or len(_WORD.findall(around[1].old)) > 1:
        return False
    before, _, after = around
    return bool(before.old and after.old and (before.new or after.new)) and not (before.stays or after.stays)


def _merged(stretches: Sequence[Stretch], changing: Sequence[bool]) -> Iterator[Stretch]:
    """Changes that follow each other as one; a blank before both the old and the new stays."""
    for changes, group in groupby(zip(changing, stretches, strict=True), key=lambda pair: pair[0]):
        parts = [stretch for _, stretch in group]
        whole = Stretch("".join(part.old for part in parts), "".join(part.new for part in parts))
        blank = _common_blank(whole) if changes else ""
        if blank:
            yield Stretch(blank, blank)
        yield Stretch(whole.old[len(blank) :], whole.new[len(blank) :])


def _common_blank(change: Stretch) -> str:
    blank = change.old[: len(change.old) - len(change.old.lstrip())]
    return blank if change.new.startswith(blank) else ""
