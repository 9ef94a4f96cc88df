"""A team's year from inbox to outbox, on one page: read, check, compose, write, publish.

Each stage gives a `Report`: what was made, what could not be made, and everything there is to say about the forms.
"""

from dataclasses import replace
from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.documents import (
    AFTER_THE_WALK,
    CONDITIONS_TABLE,
    PERSONA_CARDS,
    SESSION_DECKS,
    TEAM_SCAN_SUMMARY,
    before_the_walk,
    persona_instruction,
)
from pipeline.findings import Finding, Place, Word, note
from pipeline.forms.case import CASE
from pipeline.forms.review import REVIEW
from pipeline.language.catalogue import catalogue
from pipeline.post import review_copies
from pipeline.stages.follow_ups import follow_up_deck, handouts, report, reports_again, with_cases
from pipeline.stages.framing import frame
from pipeline.stages.keeping import forget, status
from pipeline.stages.making import Report, blank_forms, made, sent
from pipeline.stages.reading import Run, read
from pipeline.ttr.next_meeting import next_meeting
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Programme
from pipeline.workspace import Outcome, Published

LETTERS = "persona_letters"
LETTERS_MADE_FROM = ("programme", "sign_up", persona_instruction.ABOUT)

__all__ = [
    "Outcome",
    "Published",
    "Report",
    "Run",
    "check",
    "forget",
    "forms",
    "frame",
    "personas",
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
        return made(run, read(run), ())


def scan(run: Run) -> Report:
    """The summary of the team scan."""
    with run.space.to_oneself():
        return made(run, read(run, door.never), (TEAM_SCAN_SUMMARY,))


def personas(run: Run) -> Report:
    """A persona instruction with its mail for everybody, and persona cards for who comes unprepared."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        if reading.stopped & set(LETTERS_MADE_FROM):
            report = made(run, reading, (PERSONA_CARDS,))
            return replace(report, held_up=(LETTERS, *report.held_up))
        published, findings = sent(run, reading)
        report = made(run, reading.saying(findings), (PERSONA_CARDS,))
        return replace(report, published=(*published, *report.published))


def power_walk(run: Run) -> Report:
    """The scoring sheet before the Power Walk; charts and a summary once scores have come in."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        walked = reading.year.scores is not None or "scores" in reading.stopped
        return made(run, reading, (*before_the_walk(reading.year), *(AFTER_THE_WALK if walked else ())))


def session_deck(run: Run, meeting: str | None = None) -> Report:
    """The deck of a meeting, by its key, with what else that meeting needs; of the next one when none is named."""
    with run.space.to_oneself():
        reading = read(run, lambda programme: _of_meeting(meeting or _next(programme, run.today)[0]))
        chosen, findings = (meeting, ()) if meeting else _next(reading.year.programme or Programme(), run.today)
        reading = reading.saying(findings)
        if chosen != INTRO:
            return follow_up_deck(run, reading, chosen)
        table = (CONDITIONS_TABLE,) if reading.year.participants else ()
        return made(run, reading, (SESSION_DECKS[INTRO], *table))


def review(run: Run) -> Report:
    """A copy of each case with tracked changes, to be released; a handout of those that are, and are chosen."""
    with run.space.to_oneself():
        reading = read(run)
        if not reading.received.of(CASE):
            reading = reading.saying((note("no_case_yet", about=CASE.key),))
        copies = review_copies.review_copies(reading.drafts, reading.key, reading.words)
        published = run.space.publish_folder(review_copies.FOLDER, copies.items(), private=True)
        documents = (*handouts(reading.year, *FOLLOW_UPS), *reports_again(run, reading.year))
        report = made(run, reading, documents)
        report = with_cases(run, reading, report, FOLLOW_UPS)
        here = tuple(note("review_filled_in_here", Place(one.path), REVIEW.key) for one in published if _is_edited(one))
        return replace(report, published=(*published, *report.published), findings=(*report.findings, *here))


def _is_edited(published: Published) -> bool:
    """Whether somebody worked in a review copy where it lies; it counts only once it is in the inbox."""
    return published.outcome in {Outcome.KEPT, Outcome.BESIDE_EDITED}


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
