"""How many people signed up in two years, counted without a name or a code leaving this room (M106, G36)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from pipeline.anonymise.folding import address_of
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.names import NameForm, name_forms
from pipeline.anonymise.roster import Person, Roster
from pipeline.anonymise.sign_up import roster
from pipeline.inbox.answers import Received
from pipeline.ttr.overlap import Overlap

_NOBODYS_KEY = TeamKey(bytes(32))
"""Serves to tell people apart while they are counted; no code that is made with it is kept or shown."""


def overlap_of(before: Received, now: Received) -> Overlap:
    """The overlap of all sign-ups in two inboxes; no key of a team is asked for."""
    return overlap(roster(before, _NOBODYS_KEY)[0], roster(now, _NOBODYS_KEY)[0])


def overlap(old: Roster, new: Roster) -> Overlap:
    """How many are in both: those with the same address or name, each counted once.

    Initials, or a name in another order, count where no two addresses speak against it.
    """
    return Overlap(len(old.people), len(new.people), _pairs(tuple(_likely(old.people, new.people))))


def _likely(old: Sequence[Person], new: Iterable[Person]) -> Iterator[tuple[int, ...]]:
    """For each of the new people the places of those old ones who may be the same."""
    by_mark: dict[Hashable, list[int]] = defaultdict(list)
    for at, person in enumerate(old):
        for mark in {*_marks(person), *_hints(person)}:
            by_mark[mark].append(at)
    for person in new:
        surely = {at for mark in _marks(person) for at in by_mark.get(mark, ())}
        maybe = {at for mark in _hints(person) for at in by_mark.get(mark, ())} - surely
        yield (*sorted(surely), *(at for at in sorted(maybe) if _may_be(person, old[at])))


def _marks(person: Person) -> Iterator[tuple[str, Hashable]]:
    """What two sign-ups of one person have in common, one of them at least."""
    yield from (("address", address) for address in _addresses(person))
    yield from (("name", form.full) for form in _forms(person))


def _hints(person: Person) -> Iterator[tuple[str, Hashable]]:
    """What two forms of one name have in common."""
    for form in _forms(person):
        yield "words", form.in_any_order
        yield "outline", form.outline


def _may_be(one: Person, other: Person) -> bool:
    if _addresses(one) and _addresses(other):
        return False
    return any(form.may_be(another) for form in _forms(one) for another in _forms(other))


def _addresses(person: Person) -> set[str]:
    """The address, which somebody may have typed in place of a name too."""
    told = (text.reveal() for text in (person.address, person.name) if text)
    return {address_of(text) for text in told if "@" in text}


def _forms(person: Person) -> tuple[NameForm, ...]:
    name = person.name.reveal() if person.name else ""
    return () if "@" in name else name_forms(name)


def _pairs(likely: Sequence[Sequence[int]]) -> int:
    """How many can be paired with one of their own: whoever comes later may move a pair that has another choice."""
    held: dict[int, int] = {}
    return sum(_finds_one(at, likely, held, set()) for at in range(len(likely)))


def _finds_one(new: int, likely: Sequence[Sequence[int]], held: dict[int, int], asked: set[int]) -> bool:
    free = next((old for old in likely[new] if old not in held), None)
    if free is not None:
        held[free] = new
        return True
    for old in likely[new]:
        if old not in asked:
            asked.add(old)
            if _finds_one(held[old], likely, held, asked):
                held[old] = new
                return True
    return False
