"""What is told beside the year plan: rules, tasks, results, proposals, and where the manual says otherwise (M38, M102).

The manual's table counts back from the wrong session for follow-up 3 and forgets its report (G01, G02).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.plan.words import activity_name, short_day
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.plan import Activity, DayRule, PlanRow
from pipeline.ttr.programme import FOLLOW_UPS

_RESULTS = {Activity.FRAME, Activity.REPORT, Activity.ANNUAL_REPORT}


@dataclass(frozen=True, slots=True)
class PlanNote:
    """A heading with points under it."""

    heading: str
    points: tuple[str, ...]


def rules(rows: Sequence[PlanRow], words: Catalogue) -> PlanNote:
    """How the days were found (G04-G06)."""
    frame = (words.say("plan.rules.frame"),) if _has_intro(rows) else ()
    return PlanNote(words.say("plan.rules.heading"), (*words.many("plan.rules.points"), *frame))


def tasks(rows: Sequence[PlanRow], words: Catalogue) -> PlanNote:
    """What the team leads do (M38); without an introductory session there is a frame of reference already (M109)."""
    frame = words.say("plan.tasks.frame" if _has_intro(rows) else "plan.tasks.frame_again")
    return PlanNote(words.say("plan.tasks.heading"), (frame, *words.many("plan.tasks.points")))


def results(rows: Sequence[PlanRow], words: Catalogue) -> PlanNote | None:
    """What the year yields, each with the day by which it is there (M102)."""
    points = tuple(_result(row, words) for row in rows if row.activity in _RESULTS)
    return PlanNote(words.say("plan.results.heading"), points) if points else None


def proposals(rows: Sequence[PlanRow], words: Catalogue) -> PlanNote | None:
    """What is not fixed yet, and how to fix it; None when every day is."""
    points = tuple(_proposals(rows, words))
    return PlanNote(words.say("plan.proposals.heading"), points) if points else None


def differences(rows: Sequence[PlanRow], words: Catalogue) -> PlanNote | None:
    """Where the manual's table says something else (G01, G02), and what we put beside it."""
    points = tuple(_differences(rows, words))
    return PlanNote(words.say("plan.differences.heading"), points) if points else None


def _result(row: PlanRow, words: Catalogue) -> str:
    what = activity_name(row, words)
    if row.activity is Activity.FRAME:
        what = words.say("plan.results.frame" if row.meeting else "plan.results.frame_again")
    day = words.say("plan.open") if row.day is None else short_day(row.day, words)
    return words.say("plan.results.line", what=what, day=day)


def _has_intro(rows: Sequence[PlanRow]) -> bool:
    return any(row.activity is Activity.INTRO for row in rows)


def _proposals(rows: Sequence[PlanRow], words: Catalogue) -> Iterator[str]:
    proposed = [row for row in rows if row.is_meeting and row.rule is DayRule.PROPOSED and row.day is not None]
    if proposed:
        names = [words.say(f"plan.meeting.{row.meeting}") for row in proposed if row.meeting]
        yield words.say("plan.proposals.meetings", meetings=words.listed(names))
    if any(row.day is None and row.rule is not DayRule.OWN for row in rows):
        yield words.say("plan.proposals.unknown")


def _differences(rows: Sequence[PlanRow], words: Catalogue) -> Iterator[str]:
    if any(row.meeting == FOLLOW_UPS[-1] for row in rows):
        yield words.say("plan.differences.last_follow_up")
    if not _has_intro(rows):
        yield words.say("plan.differences.without_intro")
    keys = dict.fromkeys(f"plan.differences.row.{row.activity.value}" for row in rows if row.ours)
    added = [words.say(key) for key in keys if key in words and not key.endswith(f".{Activity.REPORT.value}")]
    if added:
        yield words.say("plan.differences.ours", rows=words.listed(added))
