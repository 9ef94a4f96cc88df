"""Who is meant where somebody is told by code, name or address, beside a score or in a form (M55, G10)."""

import re
from collections.abc import Iterable
from enum import Enum

from pipeline.anonymise.roster import Roster
from pipeline.inbox.personal import Personal

_CODE = re.compile(r"(?<![^\W\d_])([^\W\d_]{3})[\s\u2010-\u2015\u2212_-]?([0-9]{3,6})(?![0-9])")


class Nobody(Enum):
    """Why nobody in particular is meant."""

    UNTOLD = "untold"
    UNKNOWN = "unknown"
    SEVERAL = "several"


class Holders:
    """Everybody who signed up, by code and by name."""

    __slots__ = ("_codes", "_roster")

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._codes = {_bare(person.code): person.code for person in roster.people}

    def __bool__(self) -> bool:
        return bool(self._codes)

    def code_of(self, who: Iterable[Personal]) -> str | Nobody:
        """The code of the one person that all this points at: a code counts first, then an address or a name."""
        told = tuple(text for text in who if text)
        codes = {code for text in told for code in self._codes_in(text)}
        if len(codes) == 1:
            return codes.pop()
        several = len(codes) > 1
        for text in told:
            found = self._roster.find(text)
            if len(found) == 1:
                return found[0].code
            several |= len(found) > 1
        if not told:
            return Nobody.UNTOLD
        return Nobody.SEVERAL if several else Nobody.UNKNOWN

    def called(self, who: Personal) -> str | Nobody:
        """The code of the one person meant, where part of the name will do: colleagues list each other so."""
        code = self.code_of((who,))
        found = self._roster.called(who) if code is Nobody.UNKNOWN else ()
        if not found:
            return code
        return found[0].code if len(found) == 1 else Nobody.SEVERAL

    def _codes_in(self, text: Personal) -> Iterable[str]:
        """Somebody may well call himself `KTM-473 (Wei)` in a meeting."""
        for letters, digits in _CODE.findall(text.reveal()):
            code = self._codes.get(f"{letters}{digits}".upper())
            if code:
                yield code


def is_code(text: Personal) -> bool:
    """Whether this is a code and no name."""
    return _CODE.fullmatch(text.reveal().strip()) is not None


def _bare(code: str) -> str:
    return code.replace("-", "").upper()
