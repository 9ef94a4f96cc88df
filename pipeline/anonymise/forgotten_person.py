"""Who is to be forgotten, told by name, address or code; and which files name that person (G30)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.anonymise.folding import address_of, words
from pipeline.anonymise.gate import hints
from pipeline.anonymise.names import name_forms
from pipeline.anonymise.roster import Person, Roster
from pipeline.anonymise.score_people import is_code
from pipeline.anonymise.searching import KnownNames, Mention
from pipeline.findings import PipelineError
from pipeline.inbox.answers import Received
from pipeline.inbox.every_text import part_texts
from pipeline.inbox.personal import Personal

FEWEST_WORDS = 2
"""Of a name that stands in no form: one word alone would be found in half of all texts."""

_BARE = re.compile(r"[^0-9A-Z]")


@dataclass(frozen=True, slots=True, repr=False)
class Forgotten:
    """A person by every name, address and code that is known; who never signed up has no code."""

    names: KnownNames
    addresses: tuple[str, ...]
    codes: tuple[str, ...]
    has_surname: bool

    def is_named_in(self, path: str, content: bytes, *, surely: bool = False) -> bool:
        """Whether a file names this person or says the code; `surely` asks for more than one of the names alone."""
        least = Mention.SURELY if surely and self.has_surname else Mention.LIKELY
        return any(self._is_in(text, least) for text in dict.fromkeys(_texts(path, content)))

    def is_named_by(self, path: str) -> bool:
        """Whether the name of a file names this person, however it was put together."""
        return self._is_in(re.sub(r"[\W_]+", " ", path), Mention.MAYBE) or self._is_in(path, Mention.MAYBE)

    def _is_in(self, text: str, least: Mention) -> bool:
        plain = address_of(text)
        if any(one in plain for one in (*self.addresses, *map(str.lower, self.codes))):
            return True
        return self.names.may_be_in(*hints(text)) and self.names.mention_anywhere(text) >= least


def person_to_forget(received: Received, roster: Roster, who: Personal) -> Forgotten:
    """The person of this name, address or code, with everything by which cases and forms know that person.

    PipelineError when several may be meant, or nobody: a code or an address that is nobody's, one word that is nobody's
    name. A whole name that nobody gave in a form is searched for as it is: a text may name somebody whom no form does.
    """
    from pipeline.anonymise.case_people import known_people  # noqa: PLC0415 - loads the lists of names

    known = tuple(Person(one.key, Personal(one.name), None) for one in known_people(received, roster))
    everybody = (*roster.people, *known)
    found = _by_code(roster, who) or Roster(everybody).find(who) or _called_so(everybody, who)
    if len({person.code for person in found}) > 1:
        raise PipelineError("forget_several")
    if not found and (not _is_name(who) or len(words(who.reveal())) < FEWEST_WORDS):
        raise PipelineError("forget_nobody")
    keys = {person.code for person in found}
    same = [person for person in (*roster.people, *known) if person.code in keys]
    names = {person.name for person in same if person.name} | ({who} if not found else set())
    addresses = {address_of(person.address.reveal()) for person in same if person.address}
    return Forgotten(
        KnownNames(names),
        tuple(sorted(addresses)),
        tuple(sorted(person.code for person in roster.people if person.code in keys)),
        any(len(name.reveal().split()) > 1 for name in names),
    )


def _by_code(roster: Roster, who: Personal) -> tuple[Person, ...]:
    if not is_code(who):
        return ()
    bare = _BARE.sub("", who.reveal().upper())
    return tuple(person for person in roster.people if _BARE.sub("", person.code) == bare)


def _called_so(everybody: Iterable[Person], who: Personal) -> tuple[Person, ...]:
    """Those of whom this is one name or more; somebody who stands in two forms counts once."""
    parts = set(words(who.reveal())) if _is_name(who) else set()
    found = {
        person.code: person
        for person in everybody
        if parts and person.name and any(parts <= set(form.full) for form in name_forms(person.name.reveal()))
    }
    return tuple(found.values())


def _is_name(who: Personal) -> bool:
    return not is_code(who) and "@" not in who.reveal()


def _texts(path: str, content: bytes) -> Iterator[str]:
    """Every text of a file, also each with the one below: first name and surname may stand in two cells."""
    for part in part_texts(path, content):
        yield from (*part.paragraphs, *part.stray)
        yield from (f"{one}\n{other}" for one, other in pairwise(part.paragraphs))
