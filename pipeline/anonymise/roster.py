"""Who signed up: everybody once, findable by the name that somebody types in another form."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

from pipeline.anonymise.folding import address_of, words
from pipeline.anonymise.names import NameForm, name_forms
from pipeline.findings import Place
from pipeline.inbox.personal import Personal

MOST_LIKENED = 20
"""With how many people of the same surname and first letter somebody is compared: enough for a team, never all."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signed up; the name and the address stay closed."""

    code: str
    name: Personal | None
    address: Personal | None
    role: str | None = None
    first_year: bool | None = None
    place: Place = field(default=Place(), compare=False)


_Bearer: TypeAlias = tuple[NameForm, Person]


class Roster:
    """Everybody who signed up, by code, address and name; closed: it prints `<roster>` and cannot be pickled."""

    __slots__ = ("_by_address", "_by_full", "_by_order", "_by_outline", "_by_word", "people")

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.people = tuple(people)
        self._by_address: dict[str, list[Person]] = defaultdict(list)
        self._by_full: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._by_order: dict[tuple[str, ...], list[_Bearer]] = defaultdict(list)
        self._by_outline: dict[tuple[str, ...], list[_Bearer]] = defaultdict(list)
        self._by_word: dict[str, list[_Bearer]] = defaultdict(list)
        for person in self.people:
            self._take_up(person)

    def find(self, name: Personal) -> tuple[Person, ...]:
        """Who may be meant: nobody, one, or several when the name does not tell them apart.

        The closest likeness decides: the address or the whole name, then its words in another order, then initials
        or a particle that is missing.
        """
        forms = name_forms(name.reveal())
        for likeness in (
            self._by_address.get(address_of(name.reveal()), []),
            [person for form in forms for person in self._by_full.get(form.full, [])],
            [person for form in forms for _, person in self._by_order.get(form.in_any_order, [])],
            [
                person
                for form in forms
                for other, person in self._by_outline.get(form.outline, [])
                if form.may_be(other)
            ],
        ):
            if likeness:
                return tuple({person.code: person for person in likeness}.values())
        return ()

    def called(self, name: Personal) -> tuple[Person, ...]:
        """Those of whom this is one name or more, as colleagues call each other."""
        parts = words(name.reveal())
        likely = self._by_word.get(parts[0], ()) if parts else ()
        return tuple({person.code: person for form, person in likely if set(parts) <= set(form.full)}.values())

    def likely_pairs(self) -> tuple[tuple[Person, Person], ...]:
        """Everybody who may be somebody listed before, with that person."""
        pairs: dict[str, tuple[Person, Person]] = {}
        for bearers in (*self._by_order.values(), *self._by_outline.values()):
            for at, bearer in enumerate(bearers):
                earlier = _first_like(bearer, bearers[max(0, at - MOST_LIKENED) : at])
                if earlier:
                    pairs.setdefault(bearer[1].code, (earlier, bearer[1]))
        return tuple(pairs.values())

    def _take_up(self, person: Person) -> None:
        if person.address:
            self._by_address[address_of(person.address.reveal())].append(person)
        for form in name_forms(person.name.reveal()) if person.name else ():
            self._by_full[form.full].append(person)
            self._by_order[form.in_any_order].append((form, person))
            self._by_outline[form.outline].append((form, person))
            for word in set(form.full):
                self._by_word[word].append((form, person))

    def __repr__(self) -> str:
        return "<roster>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a roster cannot be pickled")


def _first_like(bearer: _Bearer, earlier: Iterable[_Bearer]) -> Person | None:
    form, person = bearer
    return next((one for other, one in earlier if one.code != person.code and form.may_be(other)), None)
