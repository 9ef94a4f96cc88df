"""Puts a team's wordings together that say the same, and keeps to what a lead has corrected (M73, M79).

The order in which wordings come in makes no difference. Where nothing is corrected, wordings are joined as long as
they are alike on average; one that a lead has not seen joins the group with the wording it is most like.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count

from pipeline.ttr.joining import ALIKE, joined, likenesses
from pipeline.ttr.likeness import Meaning, meanings
from pipeline.ttr.wordings import Wording, WordingGroup

_ENDS = " .,;:!?\N{HORIZONTAL ELLIPSIS}"


def grouped(texts: Sequence[str], corrected: Mapping[str, int]) -> tuple[WordingGroup, ...]:
    """The wordings in groups, the largest first; a text with nothing in it is no wording.

    `corrected` holds the number of the group of each wording that a lead has seen: those with one number are together
    and keep it. A new group gets the lowest number that is free.
    """
    wordings, given = _wordings(texts), _given(corrected)
    meant = _meant({*wordings, *given})
    placed = {**given, **dict(_placed(wordings.keys() - given.keys(), given, meant))}
    together: dict[int, list[Wording]] = {}
    for key in wordings.keys() & placed.keys():
        together.setdefault(placed[key], []).append(wordings[key])
    apart = [key for key in meant if key not in placed]
    new = ([wordings[apart[place]] for place in places] for places in joined([meant[key] for key in apart]))
    groups = [WordingGroup(number, _ordered(same)) for number, same in together.items()]
    groups += _numbered(map(_ordered, new), set(given.values()))
    return tuple(sorted(groups, key=lambda group: (-group.times, group.number)))


def _wordings(texts: Iterable[str]) -> dict[str, Wording]:
    """Each wording by what it is known by, in its most frequent spelling."""
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        if text.strip():
            spellings.setdefault(_key(text), Counter())[" ".join(text.split())] += 1
    return {
        key: Wording(min(found, key=lambda text: (-found[text], text)), found.total())
        for key, found in spellings.items()
    }


def _key(text: str) -> str:
    """What repeats have in common that differ in case, spaces and final punctuation only."""
    bare = " ".join(text.casefold().split())
    return bare.rstrip(_ENDS) or bare


def _given(corrected: Mapping[str, int]) -> dict[str, int]:
    """The corrected numbers by what a wording is known by; of two for one wording the lower."""
    found: dict[str, int] = {}
    for text, number in corrected.items():
        if text.strip():
            key = _key(text)
            found[key] = min(number, found.get(key, number))
    return found


def _meant(keys: Collection[str]) -> dict[str, Meaning]:
    ordered = sorted(keys)
    return dict(zip(ordered, meanings(ordered), strict=True))


def _placed(
    unseen: Collection[str], given: Mapping[str, int], meant: Mapping[str, Meaning]
) -> Iterator[tuple[str, int]]:
    """The number of each unseen wording that is like one with a number."""
    if not unseen or not given:
        return
    keys = tuple(meant)
    for key, alike in zip(keys, likenesses(tuple(meant.values())), strict=True):
        numbered = [(likeness, -given[keys[other]]) for other, likeness in alike.items() if keys[other] in given]
        likeness, number = max(numbered, default=(0, 0))
        if key in unseen and likeness >= ALIKE:
            yield key, -number


def _ordered(wordings: Iterable[Wording]) -> tuple[Wording, ...]:
    return tuple(sorted(wordings, key=lambda wording: (-wording.times, wording.text)))


def _numbered(groups: Iterable[tuple[Wording, ...]], taken: Collection[int]) -> Iterator[WordingGroup]:
    """The groups with numbers that are free, the lowest for the largest."""
    free = (number for number in count(1) if number not in taken)
    ordered = sorted(groups, key=lambda wordings: (-sum(one.times for one in wordings), wordings[0].text))
    return (WordingGroup(next(free), wordings) for wordings in ordered)
