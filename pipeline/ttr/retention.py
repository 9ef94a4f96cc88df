"""How long the team's key and the review copies are kept (G30)."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.findings import Finding, note
from pipeline.ttr.programme import Programme

SOON = 30
"""So many days before they expire it is said that they will."""

_LAST_MONTH, _LAST_DAY = 8, 31
_ACADEMIC_YEAR = re.compile(r"\d{4}-(\d{4})")


def expiry(programme: Programme) -> date | None:
    """The last day on which they may be kept; None while the academic year is not known.

    The manual gives no date. Ours is the last day of the academic year, 31 August.
    """
    found = _ACADEMIC_YEAR.fullmatch(programme.academic_year or "")
    year = int(found[1]) if found else 0
    return date(year, _LAST_MONTH, _LAST_DAY) if year else None


def of_expiry(programme: Programme, today: date) -> Iterator[Finding]:
    """That they expire soon, or have to be destroyed by now."""
    last = expiry(programme)
    if last is None:
        return
    place = programme.place("academic_year")
    if today > last:
        yield note("key_expired", place, "programme", day=last)
    elif (last - today).days <= SOON:
        yield note("key_expires", place, "programme", day=last)
