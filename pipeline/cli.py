"""The commands: one per stage; says what was made and what to mend, and chooses the exit code.

0 made; 1 something to mend; 2 wrong command line; 3 a file could not be read or written.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import __version__
from pipeline.findings import Finding, PipelineError
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.language.machine import machine_language

if TYPE_CHECKING:
    from pipeline.stages import Published, Report, Run

SESSIONS = {"intro": "intro", "1": "follow_up_1", "2": "follow_up_2", "3": "follow_up_3"}
PROGRESS_AFTER = 1.0  # seconds
MANY = 8  # so many files of one folder are named one by one
_COLOURS = {"stop": "red", "note": "yellow"}


class ExitCode(IntEnum):
    """How a command ends."""

    MADE = 0
    TO_MEND = 1
    WRONG_COMMAND = 2
    CANNOT = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that every command has."""

    folder: Path
    language: str | None
    today: date
    form: str
    quiet: bool

    @property
    def words(self) -> Catalogue:
        """What to speak before the team's own language is known."""
        return catalogue(self.language or machine_language())


def _help(key: str) -> str:
    return catalogue(machine_language()).say(f"cli.{key}")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, help=_help("ttr"))
@click.version_option(__version__, prog_name="ttr", help=_help("options.version"))
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=_help("options.folder"),
    metavar="DIR",
)
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help=_help("options.language"))
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help=_help("options.today"), metavar="YYYY-MM-DD"
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=_help("options.format"))
@click.option("--quiet", is_flag=True, help=_help("options.quiet"))
@click.pass_context
def main(  # noqa: PLR0913 - one for each option
    context: click.Context, folder: Path, language: str | None, today: datetime | None, form: str, *, quiet: bool
) -> None:
    """The options before the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # into a file, Windows writes a code page that lacks some signs
            stream.reconfigure(errors="replace")
    day = today.date() if today else date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    context.obj = Asked(folder, language, day, form, quiet)


@main.command("start", help=_help("start.help"), short_help=_help("start.short"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_obj
def start(asked: Asked, folder: Path) -> None:
    """A new team folder."""
    from pipeline import stages

    _tell(replace(asked, folder=folder), stages.start, "start.next")


@main.command("forms", help=_help("forms.help"), short_help=_help("forms.short"))
@click.pass_obj
def forms(asked: Asked) -> None:
    """Blank forms."""
    from pipeline import stages

    _tell(asked, stages.forms)


@main.command("check", help=_help("check.help"), short_help=_help("check.short"))
@click.pass_obj
def check(asked: Asked) -> None:
    """Read everything, make nothing."""
    from pipeline import stages

    _tell(asked, stages.check)


@main.command("scan", help=_help("scan.help"), short_help=_help("scan.short"))
@click.pass_obj
def scan(asked: Asked) -> None:
    """The summary of the team scan."""
    from pipeline import stages

    _tell(asked, stages.scan)


@main.command("personas", help=_help("personas.help"), short_help=_help("personas.short"))
@click.pass_obj
def personas(asked: Asked) -> None:
    """Persona instructions, drafts and cards."""
    from pipeline import stages

    _tell(asked, stages.personas, "personas.next")


@main.command("power-walk", help=_help("power_walk.help"), short_help=_help("power_walk.short"))
@click.pass_obj
def power_walk(asked: Asked) -> None:
    """The scoring sheet before, the charts after."""
    from pipeline import stages

    _tell(asked, stages.power_walk)


@main.command("session-deck", help=_help("session_deck.help"), short_help=_help("session_deck.short"))
@click.argument("session", type=click.Choice(tuple(SESSIONS)), required=False)
@click.pass_obj
def session_deck(asked: Asked, session: str | None) -> None:
    """The deck of a meeting."""
    from pipeline import stages

    meeting = SESSIONS[session] if session else None
    _tell(asked, lambda run: stages.session_deck(run, meeting))


def _tell(asked: Asked, stage: "Callable[[Run], Report]", afterwards: str = "") -> None:
    """Run a stage, say what it came to and what comes next, and end with its exit code."""
    from pipeline.stages import Run
    from pipeline.workspace import Workspace

    run = Run(Workspace(asked.folder), asked.today, asked.language, machine_language())
    try:
        with _progress(asked):
            report = stage(run)
    except PipelineError as error:
        _tell_error(asked, error)
        sys.exit(ExitCode.CANNOT)
    except KeyboardInterrupt:
        _tell_error(asked, PipelineError("interrupted"))
        sys.exit(ExitCode.INTERRUPTED)
    if asked.form == "json":
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(report, quiet=asked.quiet)))
        if afterwards:
            click.echo(f"\n{report.words.say(f'cli.{afterwards}')}")
    sys.exit(ExitCode.TO_MEND if report.to_mend else ExitCode.MADE)


def _tell_error(asked: Asked, error: PipelineError) -> None:
    what, remedy = asked.words.error(error)
    if asked.form == "json":
        click.echo(json.dumps({"error": {"key": error.key, "problem": what, "remedy": remedy}}, ensure_ascii=False))
    else:
        click.echo(f"{click.style(what, fg='red')}\n{remedy}", err=True)


@contextmanager
def _progress(asked: Asked) -> Iterator[None]:
    """A sign of life on a terminal for work that takes longer than a second."""
    if asked.quiet or asked.form == "json" or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(asked.words.say("cli.busy"))
    timer = threading.Timer(PROGRESS_AFTER, status.start)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        status.stop()


def _lines(report: "Report", *, quiet: bool) -> Iterator[str]:
    words = report.words
    yield from _published(report)
    for document in report.held_up:
        yield click.style(words.say("cli.held_up", document=words.say(f"documents.{document}")), bold=True)
    stops = [finding for finding in report.findings if finding.stops]
    notes = [finding for finding in report.findings if not finding.stops]
    yield from _findings(words, "stop", stops)
    if not quiet:
        yield from _findings(words, "note", notes)


def _published(report: "Report") -> Iterator[str]:
    """A line for each file; where many of a folder fared alike, one line for all of them."""
    alike = Counter(map(_fare, report.published))
    told = set()
    for published in report.published:
        fare = _fare(published)
        if alike[fare] <= MANY or published.instead_of:
            yield report.words.say(
                f"cli.outcome.{published.outcome.value}", file=published.path, edited=published.instead_of
            )
        elif fare not in told:
            told.add(fare)
            folder = published.path.rpartition("/")[0]
            yield report.words.say(f"cli.outcomes.{published.outcome.value}", count=alike[fare], folder=folder)


def _fare(published: "Published") -> tuple[str, str]:
    """In which folder a file is, and what publishing it came to."""
    return published.path.rpartition("/")[0], published.outcome.value


def _findings(words: Catalogue, level: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield click.style(words.say(f"cli.{level}", count=len(findings)), bold=True, fg=_COLOURS[level])
    for finding in sorted(findings, key=lambda finding: finding.place):
        place = _place(words, finding)
        yield f"  {click.style(place, bold=True)}" if place else f"  {words.say('cli.anywhere')}"
        yield f"    {words.problem(finding)}"
        yield f"    \N{RIGHTWARDS ARROW} {words.remedy(finding)}"


def _place(words: Catalogue, finding: Finding) -> str:
    place = finding.place
    cell = words.say("cli.cell", cell=place.cell) if place.cell else ""
    line = words.say("cli.line", line=place.line) if place.line else ""
    return ", ".join(part for part in (place.file, place.sheet, cell, line) if part)


def _as_json(report: "Report") -> dict[str, object]:
    words = report.words
    return {
        "language": words.language,
        "made": [
            {"file": published.path, "outcome": published.outcome.value, "instead_of": published.instead_of}
            for published in report.published
        ],
        "held_up": list(report.held_up),
        "findings": [
            {
                "level": finding.level.value,
                "key": finding.key,
                "about": finding.about,
                "file": finding.place.file,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "line": finding.place.line or None,
                "problem": words.problem(finding),
                "remedy": words.remedy(finding),
            }
            for finding in report.findings
        ],
    }
