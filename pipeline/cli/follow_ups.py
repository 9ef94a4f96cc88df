"""The frame of reference, and the reports of the follow-ups."""

from typing import TYPE_CHECKING

import click

from pipeline.cli.asking import Asked, help_text
from pipeline.cli.telling import tell

if TYPE_CHECKING:
    from pipeline.stages import Report

FOLLOW_UPS = {"1": "follow_up_1", "2": "follow_up_2", "3": "follow_up_3"}


@click.command("frame", help=help_text("frame.help"), short_help=help_text("frame.short"))
@click.pass_obj
def frame(asked: Asked) -> None:
    """The frame of reference, or what there is to write it from."""
    from pipeline import stages

    tell(asked, stages.frame)


@click.command("report", help=help_text("report.help"), short_help=help_text("report.short"))
@click.argument("session", type=click.Choice(tuple(FOLLOW_UPS)), required=False)
@click.pass_obj
def report(asked: Asked, session: str | None) -> None:
    """The short report of a follow-up."""
    from pipeline import stages

    meeting = FOLLOW_UPS[session] if session else None
    tell(asked, lambda run: stages.report(run, meeting), _whom_for)


def _whom_for(report: "Report") -> str:
    """Which report is for whom, where one was made."""
    from pipeline.documents import REPORTS

    return "report.next" if any(one.key in report.files for one in REPORTS.values()) else ""
