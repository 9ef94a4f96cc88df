"""The frame of reference, and the reports of the follow-ups and of the year."""

from typing import TYPE_CHECKING

import click

from pipeline.cli.asking import Asked, help_text
from pipeline.cli.telling import tell

if TYPE_CHECKING:
    from pipeline.stages import Report

YEAR = "year"
FOLLOW_UPS = {"1": "follow_up_1", "2": "follow_up_2", "3": "follow_up_3"}


@click.command("frame", help=help_text("frame.help"), short_help=help_text("frame.short"))
@click.pass_obj
def frame(asked: Asked) -> None:
    """The frame of reference, or what there is to write it from."""
    from pipeline import stages

    tell(asked, stages.frame)


@click.command("report", help=help_text("report.help"), short_help=help_text("report.short"))
@click.argument("session", type=click.Choice((*FOLLOW_UPS, YEAR)), required=False)
@click.pass_obj
def report(asked: Asked, session: str | None) -> None:
    """The short report of a follow-up, or the annual report."""
    from pipeline import stages

    if session == YEAR:
        tell(asked, stages.annual_report, _what_is_missing)
        return
    meeting = FOLLOW_UPS[session] if session else None
    tell(asked, lambda run: stages.report(run, meeting), _whom_for)


def _whom_for(report: "Report") -> str:
    """Which report is for whom, where one was made."""
    from pipeline.documents import REPORTS

    return "report.next" if any(one.key in report.files for one in REPORTS.values()) else ""


def _what_is_missing(report: "Report") -> str:
    """How the annual report tells what it lacks, where it was made."""
    from pipeline.documents import ANNUAL_REPORT

    return "report.year_next" if ANNUAL_REPORT.key in report.files else ""
