"""Says what a command came to, on the terminal or as JSON, and ends it with its exit code."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pipeline.cli.asking import Asked, ExitCode
from pipeline.cli.progress import progress
from pipeline.findings import Finding, PipelineError, Place
from pipeline.language.catalogue import Catalogue
from pipeline.language.machine import machine_language

if TYPE_CHECKING:
    from pipeline.stages import Published, Report, Run

MANY = 8  # so many files of one folder are named one by one
UNCHANGED = "unchanged"
_COLOURS = {"stop": "red", "note": "yellow"}


def tell(asked: Asked, stage: "Callable[[Run], Report]", afterwards: "Callable[[Report], str]" = lambda _: "") -> None:
    """Run a stage, say what it came to and what comes next, and end with its exit code."""
    from pipeline.stages import Run
    from pipeline.workspace import Workspace

    run = Run(Workspace(asked.folder), asked.today, asked.language, machine_language())
    try:
        with progress(asked) as told:
            report = stage(replace(run, progress=told))
    except PipelineError as error:
        tell_error(asked, error)
        sys.exit(ExitCode.CANNOT)
    except KeyboardInterrupt:
        tell_error(asked, PipelineError("interrupted"))
        sys.exit(ExitCode.INTERRUPTED)
    try:
        if asked.form == "json":
            click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
        else:
            click.echo("\n".join(_lines(report, quiet=asked.quiet)))
            if following := afterwards(report):
                click.echo(f"\n{report.words.say(f'cli.{following}')}")
    except OSError:  # the work is done, but nobody can be told: a full disk, a stream that is closed
        sys.exit(ExitCode.CANNOT)
    sys.exit(ExitCode.TO_MEND if report.to_mend else ExitCode.MADE)


def tell_error(asked: Asked, error: PipelineError) -> None:
    """Say what the machine stood in the way of, and what to do."""
    what, remedy = asked.words.error(error)
    if asked.form == "json":
        click.echo(json.dumps({"error": {"key": error.key, "problem": what, "remedy": remedy}}, ensure_ascii=False))
    else:
        click.echo(f"{click.style(what, fg='red')}\n{remedy}", err=True)


def _lines(report: "Report", *, quiet: bool) -> Iterator[str]:
    words = report.words
    yield from report.told.lines if report.told else ()
    yield from _published(report)
    for document in report.held_up:
        yield click.style(words.say("cli.held_up", document=words.say(f"documents.{document}")), bold=True)
    stops = [finding for finding in report.findings if finding.stops]
    notes = [finding for finding in report.findings if not finding.stops]
    yield from _findings(words, "stop", stops)
    if not quiet:
        yield from _findings(words, "note", notes)
    if report.closing is not None:
        yield ""
        yield from report.closing.lines


def _published(report: "Report") -> Iterator[str]:
    """A line for each file; where many of a folder fared alike, one line for all of them."""
    shown = [one for one in report.published if not (report.closing and one.outcome.value == UNCHANGED)]
    alike = Counter(map(_fare, shown))
    told = set()
    for published in shown:
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
    for finding in sorted(findings, key=_in_order):
        yield from said(words, finding)


def said(words: Catalogue, finding: Finding) -> Iterator[str]:
    """A finding in three lines: place, problem, remedy."""
    place = _place(words, finding)
    yield f"  {click.style(place, bold=True)}" if place else f"  {words.say('cli.anywhere')}"
    yield f"    {words.problem(finding)}"
    yield f"    \N{RIGHTWARDS ARROW} {words.remedy(finding)}"


def _in_order(finding: Finding) -> tuple[str, str, str, int]:
    """By where it stands; the questions of a Word form stay in the order of the form."""
    place = finding.place
    return place.file, place.sheet, place.cell, place.line


def _place(words: Catalogue, finding: Finding) -> str:
    place = finding.place
    cell = words.say("cli.cell", cell=place.cell) if place.cell else ""
    line = _line(words, place) if place.line else ""
    question = words.say(place.question) if place.question else ""
    return ", ".join(part for part in (place.file, place.sheet, cell, line, question) if part)


def _line(words: Catalogue, place: Place) -> str:
    """A row of a list, which has a part it stands in; else a line of a text."""
    return words.say("cli.row", row=place.line) if place.sheet else words.say("cli.line", line=place.line)


def _as_json(report: "Report") -> dict[str, object]:
    words = report.words
    return {
        "language": words.language,
        "made": [
            {"file": published.path, "outcome": published.outcome.value, "instead_of": published.instead_of}
            for published in report.published
        ],
        "held_up": list(report.held_up),
        **{told.key: told.json for told in (report.told, report.closing) if told},
        "findings": [
            {
                "level": finding.level.value,
                "key": finding.key,
                "about": finding.about,
                "file": finding.place.file,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "line": finding.place.line or None,
                "question": words.say(finding.place.question) if finding.place.question else None,
                "problem": words.problem(finding),
                "remedy": words.remedy(finding),
            }
            for finding in report.findings
        ],
    }
