"""A team's year from inbox to outbox, on one page: read, check, compose, write, publish.

Each stage gives a `Report`: what was made, what could not be made, and everything there is to say about the forms.
"""

from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.findings import Finding, Word, note
from pipeline.language.catalogue import catalogue
from pipeline.stages.everything import everything
from pipeline.stages.follow_ups import follow_up_deck, report
from pipeline.stages.framing import frame
from pipeline.stages.introduction import intro_deck, personas, power_walk, scan
from pipeline.stages.keeping import forget, status
from pipeline.stages.making import Report, blank_forms, handed_back
from pipeline.stages.next_year import next_year
from pipeline.stages.planning import plan
from pipeline.stages.reading import Run, read
from pipeline.stages.reviewing import review
from pipeline.stages.yearly import annual_report
from pipeline.ttr.next_meeting import next_meeting
from pipeline.ttr.programme import INTRO, Programme
from pipeline.workspace import Outcome, Published

__all__ = [
    "Outcome",
    "Published",
    "Report",
    "Run",
    "annual_report",
    "check",
    "everything",
    "forget",
    "forms",
    "frame",
    "next_year",
    "personas",
    "plan",
    "power_walk",
    "report",
    "review",
    "scan",
    "session_deck",
    "start",
    "status",
]


def start(run: Run) -> Report:
    """A new team folder with a key of its own and blank forms."""
    run.space.set_up()
    team_key(run.space.private)
    words = catalogue(run.language or run.default_language)
    with run.space.to_oneself():
        return Report(words, published=blank_forms(run.space, words))


def forms(run: Run) -> Report:
    """Blank forms in the team's language."""
    with run.space.to_oneself():
        words = read(run).words
        return Report(words, published=blank_forms(run.space, words))


def check(run: Run) -> Report:
    """Read everything and say what to mend; nothing is made but the copies to hand back."""
    with run.space.to_oneself():
        reading = read(run)
        return handed_back(run, reading, Report(reading.words, reading.findings))


def session_deck(run: Run, meeting: str | None = None) -> Report:
    """The deck of a meeting, by its key, with what else that meeting needs; of the next one when none is named."""
    with run.space.to_oneself():
        reading = read(run, lambda programme: _of_meeting(meeting or _next(programme, run.today)[0]))
        chosen, findings = (meeting, ()) if meeting else _next(reading.year.programme or Programme(), run.today)
        reading = reading.saying(findings)
        deck = intro_deck(run, reading) if chosen == INTRO else follow_up_deck(run, reading, chosen)
        return handed_back(run, reading, deck)


def _of_meeting(meeting: str) -> door.Wanted:
    """The introductory session comes before everything that the team writes, and before the first case."""
    return door.Wanted.NOTHING if meeting == INTRO else door.Wanted.ALL


def _next(programme: Programme, today: date) -> tuple[str, tuple[Finding, ...]]:
    meeting = next_meeting(programme, today)
    if meeting is None or meeting.day is None:
        return INTRO, ()
    if meeting.day >= today:
        return meeting.key, ()
    said = note("no_meeting_ahead", meeting.place("day"), meeting=Word(f"terms.meeting.{meeting.key}"), day=meeting.day)
    return meeting.key, (said,)
