"""What personas are made of, and the draw of personas for who comes without one (M50, M66-M69)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from math import gcd, lcm, prod
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from pipeline.findings import Place
from pipeline.ttr.power_walk import IDENTITY_ASPECTS

T = TypeVar("T")

ASPECTS_OF_A_PERSONA = 4
"""How many identity aspects make a persona (M66, M69)."""

VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "gender": ("man", "woman", "one_of_few", "trans", "non_binary"),
        "ethnicity": ("never_asked", "like_teachers", "turkey", "poland", "black"),
        "sexuality": ("straight", "partner", "queer_open", "queer_silent", "bisexual"),
        "academic_background": ("parents_studied", "tutoring", "first_in_family", "vocational", "restart", "advice"),
        "belief": ("as_most", "holidays", "muslim", "jewish", "hindu", "church"),
        "disability": ("none", "rested", "dyslexia", "wheelchair", "hearing", "unseen_illness"),
        "money": ("parents_pay", "savings", "job", "debt", "sends_home"),
        "home_language": ("as_in_class", "two_languages", "arabic", "accent"),
        "care": ("only_oneself", "cared_for", "child", "mother", "sister"),
    }
)
"""What we offer for each identity aspect: some that help a student along, some that stand in the way."""


@dataclass(frozen=True, slots=True)
class PersonaAspect:
    """One thing that a persona can be.

    `aspect` is one of the `IDENTITY_ASPECTS`. `key` names one of ours in the catalogue
    (`personas.value.<aspect>.<key>`), `text` holds a team's own; one of the two is filled.
    """

    aspect: str
    key: str | None = None
    text: str | None = None
    place: Place = field(default=Place(), compare=False)


SHIPPED = tuple(PersonaAspect(aspect, key) for aspect in IDENTITY_ASPECTS for key in VALUES[aspect])

Persona: TypeAlias = tuple[PersonaAspect, ...]


def drawn(aspects: Iterable[PersonaAspect], number: int, seed: bytes) -> tuple[Persona, ...]:
    """`number` personas of four aspects each, or of as many as there are, in the order of `IDENTITY_ASPECTS`.

    At every point of the draw the aspects have come up equally often, up to one, and so have the values of each
    aspect. A draw of more begins with the draw of fewer, so cards that have been printed stay true. Of four aspects
    or fewer no persona comes twice before every one has come; of more, hardly ever before half of them have.
    """
    by_aspect = _by_aspect(aspects)
    if not by_aspect:
        return ()
    chance = _Chance(seed)
    cards = _of_all(by_aspect, chance) if len(by_aspect) <= ASPECTS_OF_A_PERSONA else _in_rounds(by_aspect, chance)
    return tuple(islice(cards, number))


def _by_aspect(aspects: Iterable[PersonaAspect]) -> Mapping[str, tuple[PersonaAspect, ...]]:
    """The values of each aspect, each once; only of aspects that have any."""
    values = tuple(dict.fromkeys(aspects))
    found = {aspect: tuple(one for one in values if one.aspect == aspect) for aspect in IDENTITY_ASPECTS}
    return {aspect: ours for aspect, ours in found.items() if ours}


class _Chance:
    """Chance that falls alike on every machine: Python may change how its own shuffles, but not SHA-256."""

    __slots__ = ("_asked", "_seed")

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self._asked = 0

    def below(self, limit: int) -> int:
        """A number from 0, less than `limit`."""
        return self._number() % limit

    def mixed(self, items: Iterable[T]) -> list[T]:
        """The items in another order."""
        return sorted(items, key=lambda _: self._number())

    def _number(self) -> int:
        self._asked += 1
        return int.from_bytes(sha256(self._asked.to_bytes(8, "big") + self._seed).digest(), "big")


def _of_all(by_aspect: Mapping[str, Sequence[PersonaAspect]], chance: _Chance) -> Iterator[Persona]:
    """Personas that have every aspect: all there can be, in another order each time.

    From one start all values go round in step until each is back at its place, so no value comes up before its turn;
    then from a start that has not come up.
    """
    circles = [chance.mixed(values) for values in by_aspect.values()]
    sizes = [len(circle) for circle in circles]
    dealt: set[Persona] = set()
    while True:
        start = [chance.below(size) for size in sizes]
        if _at(circles, start, 0) not in dealt:
            for step in range(lcm(*sizes)):
                persona = _at(circles, start, step)
                dealt.add(persona)
                yield persona
        if len(dealt) == prod(sizes):
            dealt.clear()


def _at(circles: Sequence[Sequence[PersonaAspect]], start: Sequence[int], step: int) -> Persona:
    return tuple(circle[(first + step) % len(circle)] for circle, first in zip(circles, start, strict=True))


_TRIES = 64
"""So often a round is dealt again when a persona in it has come before."""


@dataclass(frozen=True, slots=True)
class _Round:
    """So many personas that each aspect comes up equally often, and the values whose turn is still to come."""

    personas: tuple[Persona, ...]
    left: Mapping[str, Sequence[PersonaAspect]]

    def repeats(self, came: Mapping[Persona, int]) -> int:
        """How often its personas have come before, in this round or an earlier one."""
        return sum(came[persona] for persona in self.personas) + len(self.personas) - len(set(self.personas))


def _in_rounds(by_aspect: Mapping[str, Sequence[PersonaAspect]], chance: _Chance) -> Iterator[Persona]:
    """Personas that have four of the aspects, round after round."""
    came: Counter[Persona] = Counter()
    left: Mapping[str, Sequence[PersonaAspect]] = {}
    while True:
        best = _round(by_aspect, left, chance)
        for _ in range(_TRIES):
            if not best.repeats(came):
                break
            best = min(best, _round(by_aspect, left, chance), key=lambda one: one.repeats(came))
        left = best.left
        came.update(best.personas)
        yield from best.personas


def _round(
    by_aspect: Mapping[str, Sequence[PersonaAspect]], left: Mapping[str, Sequence[PersonaAspect]], chance: _Chance
) -> _Round:
    piles = dict(left)
    personas = []
    length = len(by_aspect) // gcd(len(by_aspect), ASPECTS_OF_A_PERSONA)
    for hand in islice(_hands(tuple(by_aspect), chance), length):
        for aspect in hand:
            piles[aspect] = piles.get(aspect, ())[1:] or chance.mixed(by_aspect[aspect])
        personas.append(tuple(piles[aspect][0] for aspect in by_aspect if aspect in hand))
    return _Round(tuple(personas), piles)


def _hands(aspects: Sequence[str], chance: _Chance) -> Iterator[Sequence[str]]:
    """Four aspects at a time; none comes up again before all the others have."""
    turn: Sequence[str] = ()
    while True:
        hand, turn = turn[:ASPECTS_OF_A_PERSONA], turn[ASPECTS_OF_A_PERSONA:]
        if len(hand) < ASPECTS_OF_A_PERSONA:
            mixed = chance.mixed(aspects)
            more = [aspect for aspect in mixed if aspect not in hand][: ASPECTS_OF_A_PERSONA - len(hand)]
            hand, turn = (*hand, *more), [aspect for aspect in mixed if aspect not in more]
        yield hand
