"""The year plan of a team, as a sheet to print and to sort, and as a page to read (M07, M22-M38, M102, G01-G09)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pipeline.documents.contents import Density, Grid, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.plan.notes import (
    PlanNote,
    differences,
    proposals,
    results,
    rules,
    tasks,
)
from pipeline.documents.plan.words import activity_name, doers, rule_said, short_day, when
from pipeline.documents.sentences import begun, joined
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.ttr.plan import Activity, DayRule, PlanRow, year_plan
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear

SOON = 14
"""Days ahead in which something asks for attention."""

COLUMNS = ("what", "begin", "day", "season", "who", "rule", "regular_meeting", "state")
"""The columns of the sheet; their titles stand at `plan.column.<key>`."""


class PlanState(StrEnum):
    """Where a row stands on a day, as far as the day alone can tell; its word stands at `plan.state.<key>`."""

    PAST = "past"
    RUNNING = "running"
    SOON = "soon"
    LATER = "later"
    OPEN = "open"


class PlanMark(StrEnum):
    """What the look of a row says; told at `plan.legend.<key>`."""

    MEETING = "meeting"
    SOON = "soon"
    PAST = "past"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row in words; `day` is the day of a meeting, or the last day for anything else."""

    what: str
    begin: date | None
    day: date | None
    season: str
    who: str
    rule: str
    regular_meeting: str
    is_meeting: bool = False
    proposed: bool = False

    def state(self, today: date | None) -> PlanState:
        """Where it stands; without `today` everything lies ahead."""
        if self.day is None:
            return PlanState.OPEN
        if today is None:
            return PlanState.LATER
        if self.day < today:
            return PlanState.PAST
        if self.day - today <= timedelta(SOON):
            return PlanState.SOON
        return PlanState.RUNNING if self.begin is not None and self.begin <= today else PlanState.LATER


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The plan as a workbook: a sheet with the rows and one that explains, `tabs` are their names.

    `header` are the titles of `COLUMNS`; `read` says how to read it.
    """

    title: str
    subtitle: str
    language: str
    read: str
    header: tuple[str, ...]
    rows: tuple[PlanLine, ...]
    states: Mapping[PlanState, str]
    legend: tuple[tuple[PlanMark, str], ...]
    notes: tuple[PlanNote, ...]
    tabs: tuple[str, str]
    today: date | None = None


def plan_sheet(year: TeamYear, words: Catalogue) -> PlanSheet | None:
    """The plan for Excel; None without a programme."""
    if year.programme is None:
        return None
    rows = year_plan(year.programme)
    # A team's own wording may be longer than a tab can be.
    shipped = catalogue(words.language)
    return PlanSheet(
        title=words.say("plan.title"),
        subtitle=_of_whom(year.programme),
        language=words.language,
        read=words.say("plan.read"),
        header=_header(COLUMNS, words),
        rows=tuple(_line(row, words) for row in rows),
        states={state: begun(words.say(f"plan.state.{state.value}")) for state in PlanState},
        legend=tuple((mark, words.say(f"plan.legend.{mark.value}")) for mark in PlanMark),
        notes=_present((proposals(rows, words), *_notes(rows, words))),
        tabs=(shipped.say("plan.tab.plan"), shipped.say("plan.tab.notes")),
        today=year.today,
    )


def plan_page(year: TeamYear, words: Catalogue) -> Page | None:
    """The plan for Word; None without a programme."""
    if year.programme is None:
        return None
    return Page(
        title=words.say("plan.title"),
        language=words.language,
        blocks=tuple(_blocks(year_plan(year.programme), words)),
        subtitle=_of_whom(year.programme),
        footer=joined(words.say("programme.name"), year.programme.team, year.programme.academic_year),
        density=Density.CLOSEST,
    )


def _of_whom(programme: Programme) -> str:
    return joined(programme.team, programme.name, programme.institution, programme.academic_year)


def _line(row: PlanRow, words: Catalogue) -> PlanLine:
    return PlanLine(
        what=activity_name(row, words),
        begin=row.begin,
        day=row.day,
        season=_season(row, words),
        who=doers(row, words),
        rule=rule_said(row, words),
        regular_meeting=_regular_meeting(row, words),
        is_meeting=row.is_meeting,
        proposed=row.proposed,
    )


def _regular_meeting(row: PlanRow, words: Catalogue) -> str:
    """In which meeting of the team a follow-up fits; the introductory session may stand on its own (M07)."""
    if row.regular_meeting or row.activity is not Activity.FOLLOW_UP:
        return row.regular_meeting or ""
    return begun(words.say("plan.regular_meeting.open"))


def _season(row: PlanRow, words: Catalogue) -> str:
    return begun(words.say(f"rules.season.{row.season}")) if row.season else ""


def _blocks(rows: Sequence[PlanRow], words: Catalogue) -> Iterator[PageBlock]:
    yield Paragraph(words.say("plan.read"))
    yield from _listed(_starred(proposals(rows, words), rows, words))
    yield from _meetings([row for row in rows if row.is_meeting], words)
    if rows:
        yield Heading(words.say("plan.activities.heading"))
        yield _activities(rows, words)
    for note in _notes(rows, words):
        yield from _listed(note)


def _starred(note: PlanNote | None, rows: Sequence[PlanRow], words: Catalogue) -> PlanNote | None:
    """The note on what is proposed, with what the star in the table means."""
    if note is None or not any(row.proposed and row.rule is not DayRule.PROPOSED for row in rows):
        return note
    first, *others = note.points
    return PlanNote(note.heading, (f"{first} {words.say('plan.star')}", *others))


def _notes(rows: Sequence[PlanRow], words: Catalogue) -> tuple[PlanNote | None, ...]:
    """What is told after the rows."""
    return results(rows, words), tasks(rows, words), rules(rows, words), differences(rows, words)


def _meetings(rows: Sequence[PlanRow], words: Catalogue) -> Iterator[PageBlock]:
    if rows:
        yield Heading(words.say("plan.meetings.heading"))
        cells = (
            (activity_name(row, words), _season(row, words), _day(row, words), _regular_meeting(row, words))
            for row in rows
        )
        header = _header(("what", "season", "when", "regular_meeting"), words)
        yield Grid(header, tuple(cells), words.say("plan.meetings.alt"))


def _day(row: PlanRow, words: Catalogue) -> str:
    day = words.say("terms.date_open") if row.day is None else short_day(row.day, words)
    return begun(words.say("plan.rule_proposed", rule=day) if row.proposed and row.day else day)


def _activities(rows: Sequence[PlanRow], words: Catalogue) -> Grid:
    """One table, so that it runs on over a page; what has no day of ours says only how it is planned."""
    cells = (
        (when(row, words), activity_name(row, words), doers(row, words), rule_said(row, words, "plan.rule_starred"))
        for row in rows
    )
    return Grid(_header(("when", "what", "who", "rule_short"), words), tuple(cells), words.say("plan.activities.alt"))


def _listed(note: PlanNote | None) -> Iterator[PageBlock]:
    if note is not None:
        yield Heading(note.heading)
        yield Points(note.points)


def _header(columns: Sequence[str], words: Catalogue) -> tuple[str, ...]:
    return tuple(words.say(f"plan.column.{column}") for column in columns)


def _present(notes: Iterable[PlanNote | None]) -> tuple[PlanNote, ...]:
    return tuple(note for note in notes if note is not None)
