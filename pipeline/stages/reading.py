"""What a stage begins with: everything that came in, read, checked and let through the door."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.anonymise import door
from pipeline.anonymise.forgetting import of_destroyed_key
from pipeline.anonymise.gate import Gate
from pipeline.anonymise.key import team_key
from pipeline.findings import Finding
from pipeline.forms.case import CASE
from pipeline.language.catalogue import Catalogue, catalogue, catalogues
from pipeline.outbox import letter_check
from pipeline.ttr import rules
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import Workspace, shipped_templates


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

    `letter` is the team's own template for letters, where there is one; `gate` looks through what is made; `drafts`
    are the cases before their review, which still name people.
    """

    year: TeamYear
    words: Catalogue
    findings: tuple[Finding, ...]
    received: door.Received
    roster: door.Roster
    key: door.TeamKey
    gate: Gate
    drafts: tuple[door.Draft, ...] = ()
    letter: letter_check.Checked | None = None

    @property
    def stopped(self) -> frozenset[str]:
        """The forms that are to be mended first."""
        return frozenset(finding.about for finding in self.findings if finding.stops)

    def saying(self, findings: Iterable[Finding]) -> "Reading":
        """The same, with more to say."""
        return replace(self, findings=(*self.findings, *findings))


def read(run: Run, with_cases: door.WithCases = door.always) -> Reading:
    """Everything in the inbox, and what there is to say about it.

    A command that makes nothing of cases leaves them alone, and what there is to know of them can wait.
    """
    received, key = door.received(run.space.inbox), team_key(run.space.private)
    passed = door.passed(received, key, run.today, with_cases)
    year = passed.year
    language = run.language or (year.programme and year.programme.language) or run.default_language
    words = catalogue(language).with_own_words(year.own_words.get(language, {}))
    letter = _own_letter(run.space, words)
    findings = (
        *of_destroyed_key(run.space.private),
        *received.findings,
        *passed.findings,
        *rules.broken(year, run.today, _negations()),
    )
    if not with_cases(year.programme or Programme()):
        findings = tuple(_not_on_cases(findings, received))
    watch = door.gate_for(received, passed, key, words)
    reading = Reading(year, words, findings, received, passed.roster, key, watch, passed.cases.drafts, letter)
    return reading.saying(letter.findings) if letter else reading


def _not_on_cases(findings: Iterable[Finding], received: door.Received) -> Iterator[Finding]:
    files = {form.place.file for form in received.of(CASE)} | {one.place.file for one in received.reviews}
    return (one for one in findings if one.stops or (one.place.file not in files and one.about != CASE.key))


def _own_letter(space: Workspace, words: Catalogue) -> letter_check.Checked | None:
    """Looked over by every command, so that a fault is known before the letters are due."""
    if not letter_check.has_own_template(shipped_templates(), space.templates):
        return None
    return letter_check.checked(shipped_templates(), space.templates, words)


def _negations() -> frozenset[str]:
    """A team may write its statements in another language than its own."""
    return frozenset(word for words in catalogues() for word in words.many("reading.negations"))
