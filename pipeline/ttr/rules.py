"""What the programme asks of a team's year: what to know or to mend (M02-M16, M20, M21, M37-M52, M65, M82-M108)."""

from collections.abc import Collection, Iterable
from datetime import date

from pipeline.findings import Finding, note
from pipeline.ttr.programme import INTRO, YearType
from pipeline.ttr.records import TeamYear
from pipeline.ttr.retention import of_expiry
from pipeline.ttr.rules_cases import cases_broken, discussed_before
from pipeline.ttr.rules_frame import frame_broken
from pipeline.ttr.rules_meetings import meetings_broken
from pipeline.ttr.rules_minutes import minutes_broken
from pipeline.ttr.rules_people import leads_broken, sign_up_broken
from pipeline.ttr.rules_statements import focus_untouched, statements_broken
from pipeline.ttr.rules_walk import walk_broken
from pipeline.ttr.rules_year import year_broken
from pipeline.ttr.team_scan import SMALLEST_COUNT, picture


def broken(year: TeamYear, today: date, negations: Collection[str] = ()) -> tuple[Finding, ...]:
    """Every rule that the year does not keep; advice about a meeting that is over is left out.

    `negations` are the words that turn a sentence round, in every language (`reading.negations` in the catalogues).
    What a form leaves empty has been said by its reader (M09, M37).
    """
    return (
        *_of_programme(year, today),
        *sign_up_broken(year),
        *statements_broken(year, negations),
        *focus_untouched(year, today),
        *(frame_broken(year.frame) if year.frame else ()),
        *discussed_before(year.cases, year.held),
        *meetings_broken(year, today),
        *_scan(year, today),
    )


def _of_programme(year: TeamYear, today: date) -> Iterable[Finding]:
    if year.programme is None:
        return
    yield from leads_broken(year.programme, year.participants)
    yield from year_broken(year.programme, today)
    yield from minutes_broken(year.programme, today)
    yield from walk_broken(year.programme, len(year.participants))
    yield from of_expiry(year.programme, today)
    yield from cases_broken(year.cases, year.programme, today)


def _scan(year: TeamYear, today: date) -> Iterable[Finding]:
    """M40 advises the scan before the introductory session; one of fewer than five colleagues tells nothing."""
    programme = year.programme
    if year.scan is not None:
        if picture(year.scan, None).colleagues is None:
            yield note("scan_small", about="team_scan", least=SMALLEST_COUNT)
    elif programme is not None and programme.year_type is not YearType.LATER:
        intro = programme.meeting(INTRO)
        if intro is not None and intro.day is not None and intro.day > today:
            yield note("scan_missing", about="team_scan", day=intro.day)
