"""Whatever can be made by now: every stage in turn, of what was read once (M102)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents import (
    ANNUAL_REPORT,
    FRAME,
    HANDOUTS,
    MEETING_FORMS,
    REPORTS,
    TEAM_SCAN_SUMMARY,
    WALK_CHARTS,
    YEAR_FORM,
    Document,
)
from pipeline.forms.case import CASE
from pipeline.forms.review import REVIEW
from pipeline.stages.closing import Expected, together, with_closing
from pipeline.stages.follow_ups import follow_ups_by_now
from pipeline.stages.framing import with_frame
from pipeline.stages.introduction import LETTERS, intro_deck, letters_and_cards, scan_summary, sheet_and_charts
from pipeline.stages.keeping import with_overview
from pipeline.stages.making import FORMS_FOLDER, Report, handed_back
from pipeline.stages.planning import plan_and_calendars
from pipeline.stages.reading import Reading, Run, read
from pipeline.stages.reviewing import copies_to_review, of_copies
from pipeline.stages.yearly import year_by_now
from pipeline.ttr.by_now import by_now
from pipeline.ttr.programme import INTRO, Programme


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the work; its name stands at `cli.all.step.<key>`."""

    key: str
    make: Callable[[Run, Reading], Report]


def everything(run: Run) -> Report:
    """All that can be made of what has come in; what waits, and for which form, stands in the closing table."""
    with run.space.to_oneself():
        reading = read(run)
        held = {held.meeting for held in reading.year.held}
        meetings = by_now(reading.year.programme or Programme(), held, run.today)
        steps = tuple(_steps(meetings))
        reports: list[Report] = []
        for number, step in enumerate(steps):
            run.progress(number, len(steps), f"cli.all.step.{step.key}")
            reports.append(step.make(run, reading))
        report = handed_back(run, reading, together(reading.words, reports))
        report = with_overview(run, reading, report)
        return with_closing(report, _expected(meetings, reading), tuple(_left(run, report)))


def _steps(meetings: Sequence[str]) -> Iterator[Step]:
    yield Step("plan", plan_and_calendars)
    yield Step("scan", scan_summary)
    if INTRO in meetings:
        yield Step("letters", letters_and_cards)
        yield Step("power_walk", sheet_and_charts)
        yield Step("intro", intro_deck)
    yield Step("frame", with_frame)
    yield Step("cases", _copies)
    follow_ups = [meeting for meeting in meetings if meeting != INTRO]
    yield Step("follow_ups", lambda run, reading: follow_ups_by_now(run, reading, follow_ups))
    yield Step("year", lambda run, reading: year_by_now(run, reading, meetings))


def _copies(run: Run, reading: Reading) -> Report:
    copies = copies_to_review(run, reading)
    return Report(reading.words, tuple(of_copies(copies)), copies)


def _left(run: Run, report: Report) -> Iterator[str]:
    """What lies there from before and may hold no longer; a blank form says nothing that could grow old."""
    shown = {path for one in report.published for path in (one.path, one.instead_of)}
    blank = {f"{run.space.outbox.name}/{one.file}" for one in (*MEETING_FORMS.values(), YEAR_FORM)}
    for path in run.space.left(shown | blank):
        if not path.startswith(f"{run.space.outbox.name}/{FORMS_FOLDER}/"):
            yield path


def _expected(meetings: Sequence[str], reading: Reading) -> Iterator[Expected]:
    """What could be there by now, had its form come in."""
    yield _of(TEAM_SCAN_SUMMARY, "team_scan")
    if INTRO in meetings:
        if not reading.year.participants:
            yield Expected(LETTERS, "sign_up")
        yield _of(WALK_CHARTS, "scores")
    yield _of(FRAME, "frame")
    held = {held.meeting for held in reading.year.held}
    for meeting in meetings:
        if meeting != INTRO:
            if meeting not in held:
                yield _of(HANDOUTS[meeting], REVIEW.key if reading.received.of(CASE) else CASE.key)
            yield _of(REPORTS[meeting], "meeting")
    yield _of(ANNUAL_REPORT, "lessons")


def _of(document: Document, form: str) -> Expected:
    return Expected(document.key, form)
