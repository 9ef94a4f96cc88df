"""The year in figures, for the annual report: what was held, who was reached, what came of it (M104, G18)."""

from collections.abc import Iterable, Iterator

from pipeline.documents.annual.chapters import Annual, Chapter, follow_ups, is_to_come
from pipeline.documents.contents import Grid, PageBlock
from pipeline.ttr.follow_ups import ActionState, HeldMeeting
from pipeline.ttr.year_counts import ActionCounts, Coverage, YearCounts, year_counts

_COLUMNS = ("meeting", "day", "conditions", "actions", "present")


def figures(annual: Annual) -> Chapter:
    """A table of counts, and the follow-ups at a glance."""
    rows = tuple(_counted(annual, year_counts(annual.year)))
    header = (annual.say("figures.what"), annual.say("figures.count"))
    counts = annual.captioned(annual.say("figures.caption"), Grid(header, rows, annual.say("figures.alt")))
    return Chapter(annual.say("figures.title"), (*counts, *_at_a_glance(annual)))


def _counted(annual: Annual, counts: YearCounts) -> Iterator[tuple[str, str]]:
    """What is known, a line each."""
    yield from _reached(annual, counts.coverage)
    meetings = counts.meetings
    yield _of(annual, "meetings", len(meetings.held), meetings.planned)
    if (average := counts.coverage.average_present) is not None:
        yield annual.say("figures.average"), str(average)
    if kinds := tuple(_kinds(annual, counts)):
        yield annual.say("figures.cases"), annual.words.listed(kinds)
    yield annual.say("figures.actions"), _points(annual, counts.actions)
    if counts.conditions:
        yield annual.say("figures.conditions"), "; ".join(_used(annual, counts.conditions))


def _reached(annual: Annual, coverage: Coverage) -> Iterator[tuple[str, str]]:
    known = annual.say("not_known") if coverage.signed_up is None else str(coverage.signed_up)
    yield annual.say("figures.signed_up"), known
    if coverage.of_staff is not None:
        yield _of(annual, "of_staff", coverage.of_staff, coverage.staff)


def _of(annual: Annual, key: str, count: int, total: int | None) -> tuple[str, str]:
    if total is None:
        return annual.say(f"figures.{key}_only"), str(count)
    return annual.say(f"figures.{key}"), annual.say("figures.of", count=count, total=total)


def _kinds(annual: Annual, counts: YearCounts) -> Iterator[str]:
    """How many cases of each kind were discussed."""
    for kind in ("own", "invented", "unknown"):
        if count := getattr(counts.cases, kind):
            yield annual.say(f"figures.case.{kind}", count=count)


def _points(annual: Annual, actions: ActionCounts) -> str:
    """How many action points there are, and how they stand."""
    states = (ActionState.DONE, ActionState.BUSY, ActionState.OPEN, ActionState.DROPPED)
    stand = [
        annual.say(f"figures.action.{state.value}", count=count)
        for state in states
        if (count := getattr(actions, state.value))
    ]
    if not stand:
        return str(actions.total)
    return annual.say("figures.actions_stand", count=actions.total, states=annual.words.listed(stand))


def _used(annual: Annual, conditions: Iterable[int]) -> Iterator[str]:
    """How often each condition was used."""
    for number, count in enumerate(conditions, 1):
        yield annual.say("figures.condition" if count else "figures.condition_unused", number=number, count=count)


def _at_a_glance(annual: Annual) -> tuple[PageBlock, ...]:
    rows = tuple(_row(annual, key, held) for key, held in follow_ups(annual.year))
    if not rows:
        return ()
    header = tuple(annual.say(f"figures.meetings_table.{column}") for column in _COLUMNS)
    grid = Grid(header, rows, annual.say("figures.meetings_table.alt"))
    return annual.captioned(annual.say("figures.meetings_table.caption"), grid)


def _row(annual: Annual, key: str, held: HeldMeeting | None) -> tuple[str, ...]:
    if held is None:
        planned = annual.programme.meeting(key)
        day = planned.day if planned else None
        missing = "to_come" if is_to_come(key, annual.year) else "no_report"
        shown = annual.words.plain_date(day) if day else annual.say("not_known")
        none = annual.say("none")
        return annual.meeting(key), shown, none, annual.say(f"figures.meetings_table.{missing}"), none
    return (
        annual.meeting(key),
        annual.words.plain_date(held.day) if held.day else annual.say("not_known"),
        annual.words.listed([str(number) for number in held.conditions]) if held.conditions else annual.say("none"),
        _actions(annual, key),
        annual.say("not_known") if held.present is None else str(held.present),
    )


def _actions(annual: Annual, key: str) -> str:
    own = [point for point in annual.year.action_points if point.meeting == key]
    if not own:
        return annual.say("none")
    done = sum(point.state is ActionState.DONE for point in own)
    key = "done" if done else "none_done"
    return annual.say(f"figures.meetings_table.{key}", count=len(own), done=done)
