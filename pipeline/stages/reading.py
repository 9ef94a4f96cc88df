"""What a stage begins with: everything that came in, read, checked and let through the door."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.forgetting import of_destroyed_key
from pipeline.anonymise.gate import Gate
from pipeline.anonymise.key import team_key
from pipeline.findings import Finding, Place
from pipeline.language.catalogue import Catalogue, catalogue, catalogues
from pipeline.outbox.letters import check as letter_check
from pipeline.ttr import rules
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import Memory, Workspace, shipped_templates


def _unseen(done: int, steps: int, step: str) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command was asked: in which folder, on which day, in which language (None: the team's).

    `default_language` serves until the team's own is known. `progress` is told how many steps are done, of how many,
    and the key of the words for the one that begins.
    """

    space: Workspace
    today: date
    language: str | None = None
    default_language: str = "nl"
    progress: Callable[[int, int, str], None] = _unseen


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that came in, read and checked; what may name somebody is closed to the stages.

    `letter` is the team's own template for letters, where there is one; `gate` looks through what is made; `drafts`
    are the cases before their review, which still name people. `memory` tells what need not be made again.
    """

    year: TeamYear
    words: Catalogue
    findings: tuple[Finding, ...]
    received: door.Received
    roster: door.Roster
    key: door.TeamKey
    gate: Gate
    memory: Memory
    drafts: tuple[door.Draft, ...] = ()
    letter: letter_check.Checked | None = None

    @property
    def stopped(self) -> frozenset[str]:
        """The forms that are to be mended first."""
        return frozenset(finding.about for finding in self.findings if finding.stops)

    def waits_for(self, form: str, passed: Collection[Place] = ()) -> bool:
        """Whether a form of this key came in and something in it is to be mended; `passed` are those that are right."""
        came = {answers.place.file for answers in self.received.forms if answers.form.key == form}
        came -= {place.file for place in passed}
        return any(finding.stops and finding.place.file in came for finding in self.findings)

    def saying(self, findings: Iterable[Finding]) -> "Reading":
        """The same, with more to say."""
        return replace(self, findings=(*self.findings, *findings))


def read(run: Run, wanting: door.Wanting = door.always) -> Reading:
    """Everything in the inbox, and what there is to say about it.

    A command that makes nothing of cases, or of what the team wrote, leaves them alone, and what there is to know of
    them can wait.
    """
    key = team_key(run.space.private)
    stamp = (run.today.isoformat(), run.language or "", run.default_language)
    memory = run.space.memory(*stamp)  # taken first: what comes in while it is read counts the next time
    received = door.received(run.space.inbox)
    passed = door.passed(received, key, run.today, wanting)
    year = replace(passed.year, today=run.today)
    language = run.language or (year.programme and year.programme.language) or run.default_language
    words = catalogue(language).with_own_words(year.own_words.get(language, {}))
    letter = _own_letter(run.space, words)
    findings = (
        *of_destroyed_key(run.space.private),
        *passed.holding(received.findings),
        *passed.findings,
        *rules.broken(year, run.today, _negations()),
    )
    findings = tuple(_wanted(findings, received, wanting(year.programme or Programme())))
    watch = door.gate_for(received, passed, key, words)
    reading = Reading(year, words, findings, received, passed.roster, key, watch, memory, passed.cases.drafts, letter)
    return reading.saying(letter.findings) if letter else reading


def _wanted(findings: Iterable[Finding], received: door.Received, wanted: door.Wanted) -> Iterator[Finding]:
    """What is said of the forms that the command makes something of; what is to be mended is always said."""
    left = [form for part, forms in door.FORMS_OF.items() if part not in wanted for form in forms]
    about = {form.key for form in left}
    files = {answers.place.file for form in left for answers in received.of(form)}
    if door.Wanted.CASES not in wanted:
        files |= {one.place.file for one in received.reviews}
    return (one for one in findings if one.stops or (one.place.file not in files and one.about not in about))


def _own_letter(space: Workspace, words: Catalogue) -> letter_check.Checked | None:
    """Looked over by every command, so that a fault is known before the letters are due."""
    if not letter_check.has_own_template(shipped_templates(), space.templates):
        return None
    return letter_check.checked(shipped_templates(), space.templates, words)


def _negations() -> frozenset[str]:
    """A team may write its statements in another language than its own."""
    return frozenset(word for words in catalogues() for word in words.many("reading.negations"))
