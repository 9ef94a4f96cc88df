"""What an annual report should hold and does not: told in its appendix, and by the program with a remedy (M104)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.documents.annual.chapters import Annual, follow_ups, is_to_come
from pipeline.documents.annual.walk import enough_walked
from pipeline.documents.follow_up.report_case import Discussed, reported_case
from pipeline.findings import NOWHERE, Finding, note
from pipeline.forms import FRAME
from pipeline.forms.lessons import LESSONS
from pipeline.ttr.records import TeamYear


def annual_findings(year: TeamYear) -> Iterator[Finding]:
    """What is missing, with where and what to do; that a follow-up has no form is said with every command."""
    if year.frame is None:
        yield note("annual_without_frame", NOWHERE, FRAME.key)
    if year.lessons is None:
        yield note("annual_without_lessons", NOWHERE, LESSONS.key)
        return
    if year.lessons.recipient is None:
        place = replace(year.lessons.place, question=f"forms.{LESSONS.key}.about.recipient.label")
        yield note("annual_without_recipient", place, LESSONS.key)
    for lesson in year.lessons.left_open:
        question = f"forms.{LESSONS.key}.lessons.{lesson}.label"
        yield note("annual_lesson_open", replace(year.lessons.place, question=question), LESSONS.key)


def reports_missing(year: TeamYear) -> Iterator[str]:
    """The follow-ups that were planned, are over as far as one knows, and have no form."""
    for key, held in follow_ups(year):
        if held is None and not is_to_come(key, year):
            yield key


def gaps(annual: Annual) -> Iterator[str]:
    """The same in the report's own words, with what else it lacks."""
    year = annual.year
    if year.frame is None:
        yield annual.say("sources.gap.frame")
    if not enough_walked(year):
        yield annual.say("sources.gap.walk")
    for key in reports_missing(year):
        yield annual.say("sources.gap.report", meeting=annual.meeting(key))
    yield from _in_reports(annual)
    if not year.action_points and not year.held:
        yield annual.say("sources.gap.actions")
    if year.lessons is None:
        yield annual.say("sources.gap.lessons")
        return
    if year.lessons.recipient is None:
        yield annual.say("sources.gap.recipient")
    for lesson in year.lessons.left_open:
        yield annual.say("sources.gap.lesson", lesson=annual.say(f"lessons.heading.{lesson}"))


def _in_reports(annual: Annual) -> Iterator[str]:
    """A report tells of its case and of its action points (M103)."""
    for held in annual.year.held:
        meeting = annual.meeting(held.meeting)
        if reported_case(held, annual.year).discussed in {Discussed.NONE, Discussed.UNKNOWN}:
            yield annual.say("sources.gap.report_case", meeting=meeting)
        if all(point.meeting != held.meeting for point in annual.year.action_points):
            yield annual.say("sources.gap.report_actions", meeting=meeting)
