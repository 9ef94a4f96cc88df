"""The commands: one per stage; says what was made and what to mend, and chooses the exit code.

0 made; 1 something to mend; 2 wrong command line; 3 a file could not be read or written.
"""

import sys
from dataclasses import replace
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path

import click

from pipeline import __version__
from pipeline.cli.asking import Asked, help_text
from pipeline.cli.follow_ups import FOLLOW_UPS, frame, report
from pipeline.cli.keeping import forget, status
from pipeline.cli.redacting import redact
from pipeline.cli.telling import tell
from pipeline.cli.whole_year import everything, plan
from pipeline.cli.years import next_year
from pipeline.language.catalogue import LANGUAGES

SESSIONS = {"intro": "intro", **FOLLOW_UPS}


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, help=help_text("ttr"))
@click.version_option(__version__, prog_name="ttr", help=help_text("options.version"))
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help=help_text("options.folder"),
    metavar="DIR",
)
@click.option("--language", type=click.Choice(LANGUAGES), default=None, help=help_text("options.language"))
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help=help_text("options.today"), metavar="YYYY-MM-DD"
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=help_text("options.format"))
@click.option("--quiet", is_flag=True, help=help_text("options.quiet"))
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


@main.command("start", help=help_text("start.help"), short_help=help_text("start.short"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_obj
def start(asked: Asked, folder: Path) -> None:
    """A new team folder."""
    from pipeline import stages

    tell(replace(asked, folder=folder), stages.start, lambda _: "start.next")


@main.command("forms", help=help_text("forms.help"), short_help=help_text("forms.short"))
@click.pass_obj
def forms(asked: Asked) -> None:
    """Blank forms."""
    from pipeline import stages

    tell(asked, stages.forms)


@main.command("check", help=help_text("check.help"), short_help=help_text("check.short"))
@click.pass_obj
def check(asked: Asked) -> None:
    """Read everything, make nothing."""
    from pipeline import stages

    tell(asked, stages.check)


@main.command("scan", help=help_text("scan.help"), short_help=help_text("scan.short"))
@click.pass_obj
def scan(asked: Asked) -> None:
    """The summary of the team scan."""
    from pipeline import stages

    tell(asked, stages.scan)


@main.command("personas", help=help_text("personas.help"), short_help=help_text("personas.short"))
@click.pass_obj
def personas(asked: Asked) -> None:
    """Persona instructions, drafts and cards."""
    from pipeline import stages

    tell(asked, stages.personas, lambda _: "personas.next")


@main.command("power-walk", help=help_text("power_walk.help"), short_help=help_text("power_walk.short"))
@click.pass_obj
def power_walk(asked: Asked) -> None:
    """The scoring sheet before, the charts after."""
    from pipeline import stages

    tell(asked, stages.power_walk)


@main.command("session-deck", help=help_text("session_deck.help"), short_help=help_text("session_deck.short"))
@click.argument("session", type=click.Choice(tuple(SESSIONS)), required=False)
@click.pass_obj
def session_deck(asked: Asked, session: str | None) -> None:
    """The deck of a meeting."""
    from pipeline import stages

    meeting = SESSIONS[session] if session else None
    tell(asked, lambda run: stages.session_deck(run, meeting))


@main.command("review", help=help_text("review.help"), short_help=help_text("review.short"))
@click.pass_obj
def review(asked: Asked) -> None:
    """Copies of the cases to release."""
    from pipeline import stages

    tell(asked, stages.review)


for command in (plan, frame, report, everything, status, next_year, forget, redact):
    main.add_command(command)
