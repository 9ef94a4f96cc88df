"""A team's year from inbox to outbox, on one page: read, check, compose, write, publish.

Each stage gives a `Report`: what was made, what could not be made, and everything there is to say about the forms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.documents import SESSION_DECKS, TEAM_SCAN_SUMMARY, Document
from pipeline.documents.contents import Deck
from pipeline.findings import Finding, Word, note
from pipeline.forms import FORMS
from pipeline.language.catalogue import Catalogue, catalogue, catalogues
from pipeline.post import mending
from pipeline.ttr import rules
from pipeline.ttr.next_meeting import next_meeting
from pipeline.ttr.programme import INTRO, Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import Outcome, Published, Workspace, shipped_templates

FORMS_FOLDER = "forms"


@dataclass(frozen=True, slots=True)
class Run:
    """What a command was asked: in which folder, on which day, in which language (None: the team's).

    `default_language` serves until the team's own is known.
    """

    space: Workspace
    today: date
    language: str | None = None
    default_language: str = "nl"


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that came in, read and checked; `received` is closed to the stages."""

    year: TeamYear
    words: Catalogue
    findings: tuple[Finding, ...]
    received: door.Received


@dataclass(frozen=True, slots=True)
class Report:
    """What a stage came to; `held_up` are the documents that wait for something to be mended first."""

    words: Catalogue
    findings: tuple[Finding, ...] = ()
    published: tuple[Published, ...] = ()
    held_up: tuple[Document, ...] = ()

    @property
    def to_mend(self) -> bool:
        """Whether there is something to be mended."""
        return bool(self.held_up) or any(finding.stops for finding in self.findings)


def start(run: Run) -> Report:
    """A new team folder with a key of its own and blank forms."""
    run.space.set_up()
    team_key(run.space.private)
    words = catalogue(run.language or run.default_language)
    with run.space.to_oneself():
        return Report(words, published=_blank_forms(run.space, words))


def forms(run: Run) -> Report:
    """Blank forms in the team's language."""
    with run.space.to_oneself():
        words = _read(run).words
        return Report(words, published=_blank_forms(run.space, words))


def check(run: Run) -> Report:
    """Read everything and say what to mend; nothing is made but the copies to hand back."""
    with run.space.to_oneself():
        return _made(run, _read(run), ())


def scan(run: Run) -> Report:
    """The summary of the team scan."""
    with run.space.to_oneself():
        return _made(run, _read(run), (TEAM_SCAN_SUMMARY,))


def session_deck(run: Run, meeting: str | None = None) -> Report:
    """The deck of a meeting, by its key; of the next one in the plan when none is named."""
    with run.space.to_oneself():
        reading = _read(run)
        chosen, findings = (meeting, ()) if meeting else _next(reading.year, run.today)
        reading = replace(reading, findings=(*reading.findings, *findings))
        return _made(run, reading, (SESSION_DECKS[chosen],))


def _next(year: TeamYear, today: date) -> tuple[str, tuple[Finding, ...]]:
    meeting = next_meeting(year.programme or Programme(), today)
    if meeting is None or meeting.day is None:
        return INTRO, ()
    if meeting.day >= today:
        return meeting.key, ()
    said = note("no_meeting_ahead", meeting.place("day"), meeting=Word(f"terms.meeting.{meeting.key}"), day=meeting.day)
    return meeting.key, (said,)


def _read(run: Run) -> Reading:
    received = door.received(run.space.inbox)
    passed = door.passed(received, team_key(run.space.private), run.today)
    year = passed.year
    language = run.language or (year.programme and year.programme.language) or run.default_language
    words = catalogue(language).with_own_words(year.own_words.get(language, {}))
    findings = (*received.findings, *passed.findings, *rules.broken(year, run.today, _negations()))
    return Reading(year, words, findings, received)


def _negations() -> frozenset[str]:
    """A team may write its statements in another language than its own."""
    return frozenset(word for words in catalogues() for word in words.many("reading.negations"))


def _made(run: Run, reading: Reading, documents: Sequence[Document]) -> Report:
    """The documents that nothing holds up, and a copy of every form with something to mend in it."""
    stopped = {finding.about for finding in reading.findings if finding.stops}
    held_up = tuple(document for document in documents if stopped & set(document.made_from))
    published: list[Published] = []
    said: list[Finding] = []
    for document in documents:
        if document not in held_up:
            done, findings = _document(run.space, reading, document)
            published += done
            said += findings
    findings = (*reading.findings, *said)
    published += _copies_to_mend(run.space, replace(reading, findings=findings))
    return Report(reading.words, findings, tuple(published), held_up)


def _document(space: Workspace, reading: Reading, document: Document) -> tuple[Iterable[Published], Iterable[Finding]]:
    content = document.compose(reading.year, reading.words)
    if content is None:
        return (), (note("nothing_to_make", document=Word(f"documents.{document.key}"), about=document.made_from[-1]),)
    if isinstance(content, Deck):
        from pipeline.outbox import house_style, powerpoint

        style, of_style = house_style.house_style(shipped_templates(), space.templates)
        file, findings = powerpoint.deck_file(content, style)
        return (space.publish(document.file, file),), (*of_style, *findings)
    from pipeline.outbox import word

    file, findings = word.page_file(content, shipped_templates(), space.templates)
    return (space.publish(document.file, file),), findings


def _copies_to_mend(space: Workspace, reading: Reading) -> Iterable[Published]:
    copies = mending.copies(reading.received, reading.findings, reading.words)
    space.withdraw(mending.FOLDER, set(copies))
    return [space.publish(path, content) for path, content in copies.items()]


def _blank_forms(space: Workspace, words: Catalogue) -> tuple[Published, ...]:
    from pipeline.outbox import form_workbook

    return tuple(
        space.publish(
            f"{FORMS_FOLDER}/{form_workbook.made_file_name(form, words)}", form_workbook.form_workbook(form, words)
        )
        for form in FORMS
    )


__all__ = ["Outcome", "Published", "Report", "Run", "check", "forms", "scan", "session_deck", "start"]
