"""From one year to the next."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.asking import Asked, help_text
from pipeline.cli.telling import tell

if TYPE_CHECKING:
    from pipeline.stages import Report


@click.command("next-year", help=help_text("next_year.help"), short_help=help_text("next_year.short"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_obj
def next_year(asked: Asked, folder: Path) -> None:
    """A new team folder from this one, or how the two teams compare."""
    from pipeline import stages
    from pipeline.workspace import Workspace

    tell(asked, lambda run: stages.next_year(run, Workspace(folder)), _what_next)


def _what_next(report: "Report") -> str:
    """What to do in the folder that was made."""
    return "next_year.next" if report.published else ""
