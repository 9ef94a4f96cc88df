"""The follow-ups in an annual report: every report once, in order, and all action points of the year (M20, M98-M104).

A follow-up that was planned and has no form is marked as a gap, never filled.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.documents.annual.chapters import Annual, Chapter, Reader, follow_ups, is_to_come, lowered
from pipeline.documents.contents import Grid, Heading, PageBlock, Paragraph
from pipeline.documents.follow_up.report import ACTION_COLUMNS, told_to_management, told_to_team
from pipeline.ttr.follow_ups import ActionPoint, ActionState, HeldMeeting

_GROUPS = {
    "waits": (ActionState.OPEN, ActionState.BUSY),
    "done": (ActionState.DONE,),
    "dropped": (ActionState.DROPPED,),
}
_DEEPER = 2
"""The parts of a report stand under their follow-up, which stands in a chapter."""


def reports(annual: Annual) -> Chapter:
    """The reports of all follow-ups."""
    told = list(follow_ups(annual.year))
    title = annual.say("follow_ups.title")
    if not told:
        return Chapter(title, (annual.gap("follow_ups.none"),))
    there = any(held for _, held in told)
    intro = (Paragraph(_introduced(annual)),) if there else ()
    return Chapter(title, (*intro, *_in_order(annual, told)))


def all_actions(annual: Annual) -> Chapter:
    """What the team agreed on: what waits, by the day it is due, then what was done and what was dropped."""
    title, points = annual.say("actions.title"), annual.year.action_points
    if not points:
        return Chapter(title, (annual.gap("actions.none"),))
    tables = (
        _table(annual, group, [point for point in points if point.state in states]) for group, states in _GROUPS.items()
    )
    blocks = (block for table in tables for block in table)
    return Chapter(title, (Paragraph(annual.say("actions.what")), *blocks))


def _introduced(annual: Annual) -> str:
    version = "" if annual.reader is Reader.TEAM else f" {annual.say(f'follow_ups.{annual.version}')}"
    return annual.say("follow_ups.what") + version


def _in_order(annual: Annual, told: Iterable[tuple[str, HeldMeeting | None]]) -> Iterator[PageBlock]:
    for key, held in told:
        if held is None:
            yield Heading(annual.meeting(key), 2)
            yield _gap(annual, key)
        else:
            yield Heading(_named(annual, held), 2)
            yield from _report(annual, held)


def _gap(annual: Annual, key: str) -> PageBlock:
    planned = annual.programme.meeting(key)
    day = planned.day if planned else None
    if day is None:
        return annual.gap("follow_ups.missing")
    if is_to_come(key, annual.year):
        return Paragraph(annual.say("follow_ups.to_come", day=day))
    return annual.gap("follow_ups.missing_planned", day=day)


def _report(annual: Annual, held: HeldMeeting) -> Iterator[PageBlock]:
    year, words = annual.year, annual.words
    if annual.reader is Reader.TEAM:
        told = told_to_team(held.meeting, year, words)
    else:
        told = told_to_management(held.meeting, year, words, with_case=annual.shows_cases)
    for block in lowered(told, _DEEPER):
        if isinstance(block, Grid):
            yield from annual.captioned(
                annual.say("follow_ups.actions", meeting=annual.of_meeting(held.meeting)), block
            )
        else:
            yield block


def _named(annual: Annual, held: HeldMeeting) -> str:
    """The follow-up with its day and how many were there, so that the contents tell these too."""
    day = annual.words.plain_date(held.day) if held.day else ""
    present = "" if held.present is None else annual.words.say("report.present", count=held.present)
    return " · ".join(part for part in (annual.meeting(held.meeting), day, present) if part)


def _table(annual: Annual, group: str, points: list[ActionPoint]) -> tuple[PageBlock, ...]:
    if not points:
        return ()
    caption = annual.say(f"actions.group.{group}")
    titles = (annual.words.say(f"report.actions.{column}") for column in ACTION_COLUMNS)
    rows = tuple(_row(annual, point) for point in sorted(points, key=lambda point: point.due or date.max))
    return annual.captioned(
        caption,
        Grid((annual.say("actions.number"), *titles), rows, annual.say("actions.alt", caption=caption)),
    )


def _row(annual: Annual, point: ActionPoint) -> tuple[str, ...]:
    open_yet = annual.say("actions.open_yet")
    due = annual.words.plain_date(point.due, short=True) if point.due else open_yet
    state = annual.words.say(f"choices.action_state.{point.state.value}")
    return point.number, point.what, point.who or open_yet, due, state
