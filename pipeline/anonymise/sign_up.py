"""The sign-ups of all forms joined: everybody once, under a code that stays (M02-M04, M37)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.anonymise.codes import codes_of
from pipeline.anonymise.folding import address_of
from pipeline.anonymise.key import TeamKey
from pipeline.anonymise.names import identity_of, name_forms
from pipeline.anonymise.reading import closed, given, place_of, rows, spot
from pipeline.anonymise.roster import Person, Roster
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.sign_up import SIGN_UP
from pipeline.inbox.answers import Received, Row
from pipeline.inbox.personal import Personal
from pipeline.ttr.people import Participant

ABOUT = SIGN_UP.key
FEW = 5
"""Up to so many repeated sign-ups between two files are named one by one; an export that came twice in one line."""


@dataclass(frozen=True, slots=True)
class _SignUp:
    row: Row
    name: Personal | None
    address: Personal | None

    @property
    def place(self) -> Place:
        return place_of(self.row, "name")

    @property
    def role(self) -> str | None:
        return given(self.row, "role", str)

    @property
    def first_year(self) -> bool | None:
        answer = given(self.row, "first_year", str)
        return None if answer is None else answer == "yes"

    def marks(self) -> Iterator[tuple[str, str]]:
        """What two sign-ups of one person have in common, one of them at least."""
        if self.address:
            yield "address", address_of(self.address.reveal())
        if self.name:
            name = self.name.reveal()
            yield "address" if "@" in name else "name", identity_of(name)
            yield from (("name", " ".join(form.full)) for form in name_forms(name))


def roster(received: Received, key: TeamKey) -> tuple[Roster, tuple[Finding, ...]]:
    """Everybody who signed up, in the order of the forms, and what there is to say about it."""
    persons = _one_by_one(_sign_ups(received))
    identities = [_identity(sign_ups) for sign_ups in persons]
    codes = codes_of(key, identities)
    signed_up = Roster(
        _person(sign_ups, codes[identity]) for sign_ups, identity in zip(persons, identities, strict=True)
    )
    findings = (
        *_sample_key(key, zip(persons, identities, strict=True)),
        *_repeated(persons),
        *(finding for sign_ups in persons for finding in _at_odds(sign_ups)),
        *(
            note("maybe_same_person", later.place, ABOUT, first=spot(earlier.place))
            for earlier, later in signed_up.likely_pairs()
        ),
    )
    return signed_up, findings


def participants(signed_up: Roster) -> tuple[Participant, ...]:
    """The same people without their names, by code, so that their order tells nothing."""
    passing = (Participant(person.code, person.role, person.first_year, person.place) for person in signed_up.people)
    return tuple(sorted(passing, key=lambda participant: participant.code))


def _sign_ups(received: Received) -> list[_SignUp]:
    """Every row that says who it is about; the reader has spoken of the others."""
    sign_ups = (
        _SignUp(row, closed(row, "name"), closed(row, "email")) for row in rows(received, SIGN_UP, "participants")
    )
    return [sign_up for sign_up in sign_ups if sign_up.name or sign_up.address]


def _one_by_one(sign_ups: Sequence[_SignUp]) -> list[list[_SignUp]]:
    """The sign-ups by person: those joined by an address or a full name, step by step."""
    joined = list(range(len(sign_ups)))  # each leads towards the first sign-up of the same person
    owners: dict[tuple[str, str], int] = {}
    for number, sign_up in enumerate(sign_ups):
        for mark in sign_up.marks():
            one, other = sorted((_first(joined, owners.setdefault(mark, number)), _first(joined, number)))
            joined[other] = one
    persons: dict[int, list[_SignUp]] = defaultdict(list)
    for number, sign_up in enumerate(sign_ups):
        persons[_first(joined, number)].append(sign_up)
    return list(persons.values())


def _first(joined: list[int], number: int) -> int:
    while joined[number] != number:
        joined[number] = joined[joined[number]]
        number = joined[number]
    return number


def _identity(sign_ups: Iterable[_SignUp]) -> str:
    """The first address or, without one, the first name by alphabet, so that the order of the forms does not matter."""
    addresses = [address_of(sign_up.address.reveal()) for sign_up in sign_ups if sign_up.address]
    names = [identity_of(sign_up.name.reveal()) for sign_up in sign_ups if sign_up.name]
    return min(addresses or names)


def _person(sign_ups: Sequence[_SignUp], code: str) -> Person:
    """One person of all sign-ups: the first that answers a question counts."""
    return Person(
        code,
        next((sign_up.name for sign_up in sign_ups if sign_up.name), None),
        next((sign_up.address for sign_up in sign_ups if sign_up.address), None),
        next((sign_up.role for sign_up in sign_ups if sign_up.role is not None), None),
        next((sign_up.first_year for sign_up in sign_ups if sign_up.first_year is not None), None),
        sign_ups[0].place,
    )


def _repeated(persons: Iterable[Sequence[_SignUp]]) -> Iterator[Finding]:
    pairs: dict[tuple[str, str], list[tuple[_SignUp, _SignUp]]] = defaultdict(list)
    for first, *later in persons:
        for sign_up in later:
            pairs[first.place.file, sign_up.place.file].append((first, sign_up))
    for (first_file, file), between in pairs.items():
        if len(between) > FEW:
            yield note("duplicate_sign_ups", Place(file), ABOUT, count=len(between), first=first_file)
        else:
            yield from (note("duplicate_sign_up", two.place, ABOUT, first=spot(one.place)) for one, two in between)


def _at_odds(sign_ups: Sequence[_SignUp]) -> Iterator[Finding]:
    """Where sign-ups of one person contradict each other; an address that two people share shows itself so too."""
    with_role = [sign_up for sign_up in sign_ups if sign_up.role is not None]
    other = next((sign_up for sign_up in with_role if sign_up.role != with_role[0].role), None)
    if other:
        first = place_of(with_role[0].row, "role")
        yield note("sign_up_roles_differ", place_of(other.row, "role"), ABOUT, first=spot(first))
    named = [sign_up for sign_up in sign_ups if sign_up.name]
    other = next((sign_up for sign_up in named if not _alike(named[0], sign_up)), None)
    if other:
        yield note("sign_up_names_differ", other.place, ABOUT, first=spot(named[0].place))


def _alike(one: _SignUp, two: _SignUp) -> bool:
    if not (one.name and two.name):
        return True
    return identity_of(one.name.reveal()) == identity_of(two.name.reveal()) or any(
        form.may_be(other) for form in name_forms(one.name.reveal()) for other in name_forms(two.name.reveal())
    )


def _sample_key(key: TeamKey, persons: Iterable[tuple[Sequence[_SignUp], str]]) -> Iterator[Finding]:
    """With the public key anybody could find out who is behind a code."""
    real = next((sign_ups for sign_ups, identity in persons if key.is_sample and not key.invented(identity)), None)
    if real:
        yield stop("sample_key", Place(real[0].place.file), ABOUT)
