"""A team's year from inbox to outbox, on one page: read, check, compose, write, publish.

Each stage gives a `Report`: what was made, what could not be made, and everything there is to say about the forms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.documents import (
    AFTER_THE_WALK,
    PERSONA_CARDS,
    SESSION_DECKS,
    TEAM_SCAN_SUMMARY,
    Document,
    before_the_walk,
    persona_instruction,
)
from pipeline.findings import Finding, Word, note
from pipeline.forms import FORMS
from pipeline.language.catalogue import Catalogue, catalogue, catalogues
from pipeline.outbox import letter_check, office_file
from pipeline.post import letters, mending, send_list
from pipeline.ttr import deadlines, rules
from pipeline.ttr.next_meeting import next_meeting
from pipeline.ttr.programme import INTRO, Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import Outcome, Published, Workspace, shipped_templates

FORMS_FOLDER = "forms"
LETTERS = "persona_letters"
LETTERS_MADE_FROM = ("programme", "sign_up", persona_instruction.ABOUT)


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
    """Everything that came in, read and checked; what may name somebody is closed to the stages.

    `letter` is the team's own template for letters, where there is one.
    """

    year: TeamYear
    words: Catalogue
    findings: tuple[Finding, ...]
    received: door.Received
    roster: door.Roster
    key: door.TeamKey
    letter: letter_check.Checked | None = None

    @property
    def stopped(self) -> frozenset[str]:
        """The forms that are to be mended first."""
        return frozenset(finding.about for finding in self.findings if finding.stops)

    def saying(self, findings: Iterable[Finding]) -> "Reading":
        """The same, with more to say."""
        return replace(self, findings=(*self.findings, *findings))


@dataclass(frozen=True, slots=True)
class Report:
    """What a stage came to; `held_up` are the documents, by key, that wait for something to be mended first."""

    words: Catalogue
    findings: tuple[Finding, ...] = ()
    published: tuple[Published, ...] = ()
    held_up: tuple[str, ...] = ()

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


def personas(run: Run) -> Report:
    """A persona instruction with its mail for everybody, and persona cards for who comes unprepared."""
    with run.space.to_oneself():
        reading = _read(run)
        if reading.stopped & set(LETTERS_MADE_FROM):
            report = _made(run, reading, (PERSONA_CARDS,))
            return replace(report, held_up=(LETTERS, *report.held_up))
        sent, findings = _letters(run, reading)
        report = _made(run, reading.saying(findings), (PERSONA_CARDS,))
        return replace(report, published=(*sent, *report.published))


def power_walk(run: Run) -> Report:
    """The scoring sheet before the Power Walk; charts and a summary once scores have come in."""
    with run.space.to_oneself():
        reading = _read(run)
        walked = reading.year.scores is not None or "scores" in reading.stopped
        return _made(run, reading, (*before_the_walk(reading.year), *(AFTER_THE_WALK if walked else ())))


def session_deck(run: Run, meeting: str | None = None) -> Report:
    """The deck of a meeting, by its key; of the next one in the plan when none is named."""
    with run.space.to_oneself():
        reading = _read(run)
        chosen, findings = (meeting, ()) if meeting else _next(reading.year, run.today)
        return _made(run, reading.saying(findings), (SESSION_DECKS[chosen],))


def _next(year: TeamYear, today: date) -> tuple[str, tuple[Finding, ...]]:
    meeting = next_meeting(year.programme or Programme(), today)
    if meeting is None or meeting.day is None:
        return INTRO, ()
    if meeting.day >= today:
        return meeting.key, ()
    said = note("no_meeting_ahead", meeting.place("day"), meeting=Word(f"terms.meeting.{meeting.key}"), day=meeting.day)
    return meeting.key, (said,)


def _read(run: Run) -> Reading:
    received, key = door.received(run.space.inbox), team_key(run.space.private)
    passed = door.passed(received, key, run.today)
    year = passed.year
    language = run.language or (year.programme and year.programme.language) or run.default_language
    words = catalogue(language).with_own_words(year.own_words.get(language, {}))
    letter = _own_letter(run.space, words)
    findings = (*received.findings, *passed.findings, *rules.broken(year, run.today, _negations()))
    reading = Reading(year, words, findings, received, passed.roster, key, letter)
    return reading.saying(letter.findings) if letter else reading


def _own_letter(space: Workspace, words: Catalogue) -> letter_check.Checked | None:
    """Looked over by every command, so that a fault is known before the letters are due."""
    if not letter_check.has_own_template(shipped_templates(), space.templates):
        return None
    return letter_check.checked(shipped_templates(), space.templates, words)


def _negations() -> frozenset[str]:
    """A team may write its statements in another language than its own."""
    return frozenset(word for words in catalogues() for word in words.many("reading.negations"))


def _made(run: Run, reading: Reading, documents: Sequence[Document]) -> Report:
    """The documents that nothing holds up, and a copy of every form with something to mend in it."""
    held_up = tuple(document for document in documents if reading.stopped & set(document.made_from))
    published: list[Published] = []
    said: list[Finding] = []
    for document in documents:
        if document not in held_up:
            done, findings = _document(run.space, reading, document)
            published += done
            said += findings
    reading = reading.saying(said)
    published += _copies_to_mend(run.space, reading)
    return Report(reading.words, reading.findings, tuple(published), tuple(document.key for document in held_up))


def _document(space: Workspace, reading: Reading, document: Document) -> tuple[Iterable[Published], Iterable[Finding]]:
    content = document.compose(reading.year, reading.words)
    if content is None:
        return (), (note("nothing_to_make", document=Word(f"documents.{document.key}"), about=document.made_from[-1]),)
    templates = office_file.Templates(shipped_templates(), space.templates)
    file, findings = office_file.office_file(content, templates)
    return (space.publish(document.file, file),), findings


def _letters(run: Run, reading: Reading) -> tuple[Iterable[Published], Iterable[Finding]]:
    """Everybody's letter and mail, and the list of who gets what, which stays private."""
    template = reading.letter or letter_check.checked(shipped_templates(), run.space.templates, reading.words)
    mailing = letters.Mailing(reading.roster, reading.key, reading.year, reading.words)
    post = letters.letters(mailing, template.ready(reading.words).render)
    published = [*run.space.publish_folder(letters.FOLDER, post.files())]
    if post.send_list is not None:
        published.append(run.space.publish(send_list.FILE, post.send_list, private=True))
    due = deadlines.of_letters(reading.year.programme or Programme(), run.today)
    return published, (*post.findings, *due)


def _copies_to_mend(space: Workspace, reading: Reading) -> Iterable[Published]:
    copies = dict(mending.copies(reading.received, reading.findings, reading.words))
    if reading.letter is not None and reading.letter.copy is not None:
        name = reading.letter.name.rpartition("/")[2].rpartition(".")[0]
        copies[f"{mending.FOLDER}/{name}.docx"] = reading.letter.copy
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


__all__ = [
    "Outcome",
    "Published",
    "Report",
    "Run",
    "check",
    "forms",
    "personas",
    "power_walk",
    "scan",
    "session_deck",
    "start",
]
