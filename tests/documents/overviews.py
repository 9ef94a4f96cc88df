"""Where invented teams stand in their year, for the page that tells it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.documents import DOCUMENTS
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.ttr.plan import PlanRow, year_plan
from pipeline.ttr.programme import Programme, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import (
    ActivityStatus,
    CaseCounts,
    Keeping,
    Missing,
    Role,
    SignUps,
    Standing,
    Status,
    ToMend,
)
from tests.documents.plans import TODAY, long_year, planned_year, proposed_year
from tests.documents.walks import scores

EMPTY = Status(TODAY)
FEW = (
    *("year-plan.xlsx", "1_prepare/team-scan.docx", "2_introduction/session-deck-intro.pptx"),
    *("letters/KTM-473.docx", "letters/AHR-219.docx", "forms/programma.xlsx", "to_mend/aanmelding.xlsx"),
)
MANY = (
    *(document.file for document in DOCUMENTS),
    *("1_prepare/calendar/alles.ics", "1_prepare/calendar/vervolgsessie-1.ics"),
    *("3_follow_up_1/report-1-2.docx", "3_follow_up_1/case_mails/KTM-473.eml", "annual_report/annual-report.pdf"),
    *("annual_report/annual-report.docx", "eigen aantekening 100% & meer, versie #2; één.txt"),
    *(f"letters/{letter}QX-{100 + number}.docx" for number, letter in enumerate("ABCDEFGHJKLMNP")),
    *("forms/programma.xlsx", "forms/aanmelding.xlsx", "to_mend/aanmelding.xlsx"),
)


def missing_keys(words: Catalogue) -> list[str]:
    """What an activity may wait for."""
    start = "status.missing."
    return [key.removeprefix(start) for key in words.texts if key.startswith(start)]


def rows_of(year: TeamYear) -> tuple[PlanRow, ...]:
    """The plan of a team."""
    return year_plan(year.programme or Programme())


def standings(rows: Sequence[PlanRow], today: date = TODAY) -> tuple[ActivityStatus, ...]:
    """Every third row that has passed is late, and waits for something, as does what is due."""
    what = missing_keys(catalogue("nl"))[:2]
    awaited = (Missing(what[0], Role.TEAM_LEAD), Missing(what[-1], Role.MENTORS))
    found = []
    for number, row in enumerate(rows):
        standing = _standing(row, today, number)
        waits = awaited[: 1 + number % 2] if standing in {Standing.LATE, Standing.DUE} else ()
        found.append(ActivityStatus(row, standing, waits, overtaken=standing is Standing.DONE and number % 4 == 1))
    return tuple(found)


def usual_status() -> Status:
    """A team in autumn: some is done, some late, some due."""
    return Status(
        TODAY,
        standings(rows_of(planned_year("nl"))),
        SignUps(14, 16, 2),
        CaseCounts(5, 4, 3, 1),
        (ToMend("sign_up", 1, "aanmelding.xlsx"), ToMend("case", 3)),
        keeping=Keeping(date(2028, 8, 31)),
    )


def full_status() -> Status:
    """The same with everything that may come on top: proposed days, a year of more than twelve months."""
    rows = rows_of(proposed_year("nl"))
    beyond = tuple(replace(row, day=row.day + timedelta(250)) for row in rows[-4:] if row.day)
    return replace(
        usual_status(),
        activities=standings((*rows, *beyond)),
        sign_ups=SignUps(124, 116),
        case_counts=CaseCounts(31, 30, 28, 3),
        to_mend=tuple(
            ToMend(key, 12, f"{key}-van-alle-collega's-in-een-bestand.xlsx") for key in ("sign_up", "programme")
        ),
        keeping=Keeping(date(2027, 8, 31), expired=True),
    )


def usual_year(language: str, count: int = 14, walk: Walk = Walk.PERSONA) -> TeamYear:
    """A team with the scores of so many personas."""
    return _walked(planned_year(language), count, walk)


def full_year_with_long_names(count: int = 40, walk: Walk = Walk.PERSONA) -> TeamYear:
    return _walked(long_year("nl"), count, walk)


def _walked(year: TeamYear, count: int, walk: Walk) -> TeamYear:
    assert year.programme is not None
    return replace(year, programme=replace(year.programme, asked_walk=walk, trust=True), scores=scores(count))


def _standing(row: PlanRow, today: date, number: int) -> Standing:
    if row.day is None:
        return Standing.OPEN
    if row.day < today:
        return Standing.DONE if number % 3 else Standing.LATE
    return Standing.DUE if row.day <= today + timedelta(14) else Standing.LATER
