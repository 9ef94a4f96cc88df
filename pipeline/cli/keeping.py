"""How it stands, and what is to be forgotten."""

import sys

import click

from pipeline.cli.asking import Asked, help_text
from pipeline.cli.telling import tell


@click.command("status", help=help_text("status.help"), short_help=help_text("status.short"))
@click.pass_obj
def status(asked: Asked) -> None:
    """Where each case stands, and what is waited for."""
    from pipeline import stages

    tell(asked, stages.status)


@click.command("forget", help=help_text("forget.help"), short_help=help_text("forget.short"))
@click.argument("who", required=False, metavar="[PERSON]")
@click.option("--dry-run", is_flag=True, help=help_text("forget.dry_run"))
@click.option("--yes", is_flag=True, help=help_text("forget.yes"))
@click.pass_obj
def forget(asked: Asked, who: str | None, *, dry_run: bool, yes: bool) -> None:
    """Destroys what still names somebody; somebody at a keyboard is asked first."""
    from pipeline import stages

    if not (dry_run or yes):
        if sys.stdin is None or not sys.stdin.isatty():
            raise click.UsageError(asked.words.say("cli.forget.unsure"))
        click.confirm(asked.words.say("cli.forget.sure"), abort=True)
    tell(asked, lambda run: stages.forget(run, who, dry_run=dry_run))
