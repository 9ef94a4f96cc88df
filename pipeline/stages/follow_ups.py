"""The follow-ups: what a team lead makes before each meeting and after it (M20, M94-M103)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.documents import (
    ACTION_LIST,
    HANDOUTS,
    MANAGEMENT_REPORTS,
    MEETING_FORMS,
    REPORTS,
    SESSION_DECKS,
    Document,
)
from pipeline.documents.follow_up import case_room, report_findings
from pipeline.findings import Finding, Word, note
from pipeline.forms import MEETING as MEETING_FORM
from pipeline.post import case_mail, report_mail
from pipeline.stages.mailing import Enclosures, only, with_mails
from pipeline.stages.making import Report, handed_back, made
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr import handing_out, rules_decks
from pipeline.ttr.handing_out import chosen_case
from pipeline.ttr.programme import FOLLOW_UPS, Meeting, Programme
from pipeline.ttr.records import TeamYear


def follow_up_deck(run: Run, reading: Reading, meeting: str) -> Report:
    """The deck of a follow-up, with the case on paper, the form to fill in during it and the list of actions."""
    reading = reading.saying(_of_deck(reading, meeting))
    documents = (*_deck(reading.year, meeting), *handouts(reading.year, meeting), *_actions(reading.year))
    return with_cases(run, reading, made(run, reading, documents), (meeting,))


def follow_ups_by_now(run: Run, reading: Reading, meetings: Sequence[str]) -> Report:
    """The decks of these follow-ups, the report of each that was held, every handout, and the list of actions."""
    year = reading.year
    held = [one.meeting for one in year.held]
    ahead = [meeting for meeting in meetings[-1:] if meeting not in held]
    reading = reading.saying(chain(*(_of_deck(reading, meeting) for meeting in ahead), _of_reports(reading, year)))
    decks = chain(*(_deck(year, meeting) for meeting in meetings))
    documents = (*decks, *handouts(year, *FOLLOW_UPS), *_reports_of(held), *_actions(year))
    return with_cases(run, reading, made(run, reading, documents), FOLLOW_UPS)


def _deck(year: TeamYear, meeting: str) -> Iterator[Document]:
    """The deck of a follow-up, and its form as long as that has not come back."""
    yield SESSION_DECKS[meeting]
    planned = (year.programme or Programme()).meeting(meeting)
    if planned is not None and all(held.meeting != meeting for held in year.held):
        yield MEETING_FORMS[meeting]


def _of_deck(reading: Reading, meeting: str) -> Iterator[Finding]:
    """What the deck lacks, unless something that it is made of is to be mended first."""
    if reading.stopped.isdisjoint(SESSION_DECKS[meeting].made_from):
        planned = (reading.year.programme or Programme()).meeting(meeting)
        yield from rules_decks.of_deck(reading.year, planned or Meeting(meeting))


def report(run: Run, meeting: str | None = None) -> Report:
    """The report of a follow-up, by its key, for the team and for management; of the last one when none is named."""
    with run.space.to_oneself():
        reading = read(run)
        held = [one.meeting for one in reading.year.held]
        chosen = (meeting,) if meeting else tuple(held[-1:])
        if not reading.received.of(MEETING_FORM):
            reading = reading.saying((note("no_meeting_form_yet", about=MEETING_FORM.key),))
        waiting = [key for key in chosen if key not in held]
        return handed_back(run, reading, _waiting(reading, reports(run, reading, chosen), waiting))


def reports(run: Run, reading: Reading, meetings: Sequence[str]) -> Report:
    """The reports of those of these follow-ups that were held, the mails that go with them, and the action list."""
    told = replace(reading.year, held=tuple(one for one in reading.year.held if one.meeting in meetings))
    there = [one.meeting for one in told.held]
    reading = reading.saying(_of_reports(reading, told))
    report = made(run, reading, (*_reports_of(there), *_actions(reading.year)))
    return with_mails(run, reading, report, _reports((*there, *_not_held(reading.year))))


def with_cases(run: Run, reading: Reading, report: Report, meetings: Sequence[str]) -> Report:
    """The report with a draft mail for each handout of these meetings that was made and goes out before its meeting.

    A report that was made with them goes out anew; one of a meeting whose form, or the case in it, holds no longer is
    taken back.
    """
    enclosed = Enclosures(
        only(HANDOUTS, meetings),
        lambda mailing, files: case_mail.case_mails(mailing, files, run.today),
        case_mail.paths_of,
        "handout_outdated",
        tuple(_decks_with_a_case(run, reading.year, meetings)),
    )
    report = with_mails(run, reading, report, enclosed)
    again = [meeting for meeting, document in REPORTS.items() if document.key in report.files]
    report = with_mails(run, reading, report, _reports((*again, *_not_held(reading.year))))
    findings = (*handing_out.of_hand_outs(reading.year, run.today), *case_room.of_length(reading.year, reading.words))
    return replace(report, findings=(*report.findings, *findings))


def reports_again(run: Run, year: TeamYear) -> Iterator[Document]:
    """The reports that lie there already: what they tell of a case changes with its release."""
    there = (held.meeting for held in year.held if (run.space.outbox / REPORTS[held.meeting].file).exists())
    return _reports_of(there)


def _reports_of(held: Iterable[str]) -> Iterator[Document]:
    """The reports of these follow-ups, for the team and for management."""
    for meeting in held:
        yield REPORTS[meeting]
        yield MANAGEMENT_REPORTS[meeting]


def _reports(meetings: Sequence[str]) -> Enclosures:
    return Enclosures(
        only(REPORTS, meetings),
        report_mail.report_mails,
        report_mail.paths_of,
        "report_outdated",
        tuple(only(MANAGEMENT_REPORTS, meetings).values()),
    )


def _not_held(year: TeamYear) -> tuple[str, ...]:
    """The follow-ups of which there is no form, or none that is right."""
    held = {one.meeting for one in year.held}
    return tuple(meeting for meeting in FOLLOW_UPS if meeting not in held)


def _decks_with_a_case(run: Run, year: TeamYear, meetings: Iterable[str]) -> Iterator[Document]:
    """The decks that show a case which has no release any more, as the handout made with them tells."""
    for meeting in meetings:
        handout = run.space.outbox / HANDOUTS[meeting].file
        if chosen_case(year, meeting) is None and handout.exists():
            yield SESSION_DECKS[meeting]


def _of_reports(reading: Reading, told: TeamYear) -> Iterator[Finding]:
    """What the reports miss, but for a case where it has been said that the form tells of none."""
    said = {finding.place.file for finding in reading.findings if finding.key == "meeting_case_without_code"}
    found = report_findings.of_reports(told)
    return (one for one in found if one.key != "report_without_case" or one.place.file not in said)


def _waiting(reading: Reading, report: Report, meetings: Sequence[str]) -> Report:
    """The report, saying of these meetings that a form is to be mended first, or that there is none."""
    if reading.waits_for(MEETING_FORM.key, [one.place for one in reading.year.held]):
        waiting = [of[meeting].key for meeting in meetings for of in (REPORTS, MANAGEMENT_REPORTS)]
        return replace(report, held_up=(*report.held_up, *waiting))
    if not reading.received.of(MEETING_FORM):
        return report
    said = [one.values["meeting"] for one in reading.findings if one.key == "report_missing"]
    named = [word for meeting in meetings if (word := Word(f"terms.meeting.{meeting}")) not in said]
    missing = (note("report_of_no_form", about=MEETING_FORM.key, meeting=word) for word in named)
    return replace(report, findings=(*report.findings, *missing))


def handouts(year: TeamYear, *meetings: str) -> tuple[Document, ...]:
    """Of the one case that was released and chosen for each of these meetings."""
    return tuple(HANDOUTS[meeting] for meeting in meetings if meeting in FOLLOW_UPS and chosen_case(year, meeting))


def _actions(year: TeamYear) -> tuple[Document, ...]:
    return (ACTION_LIST,) if year.action_points else ()
