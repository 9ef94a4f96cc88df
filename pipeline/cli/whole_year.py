"""The year as a whole: its plan, and everything that can be made by now."""

from typing import TYPE_CHECKING

import click

from pipeline.cli.asking import Asked, help_text
from pipeline.cli.telling import tell

if TYPE_CHECKING:
    from pipeline.stages import Report


@click.command("plan", help=help_text("plan.help"), short_help=help_text("plan.short"))
@click.pass_obj
def plan(asked: Asked) -> None:
    """The year plan and the calendar files."""
    from pipeline import stages

    tell(asked, stages.plan, _send_again)


@click.command("all", help=help_text("all.help"), short_help=help_text("all.short"))
@click.pass_obj
def everything(asked: Asked) -> None:
    """Whatever can be made by now."""
    from pipeline import stages

    tell(asked, stages.everything)


def _send_again(report: "Report") -> str:
    """What to do with the plan, once there is one."""
    return "plan.next" if report.files else ""
