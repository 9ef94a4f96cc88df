"""A team's year in numbers: what helps to say what was learned, and stands in the annual report (M104, G18).

No name and no code is in it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from statistics import mean

from pipeline.ttr.follow_ups import ActionState, HeldMeeting
from pipeline.ttr.frame import CONDITIONS
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Programme
from pipeline.ttr.records import TeamYear

_OWN, _FICTIONAL = "own", "fictional"
_MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """How many meetings were planned (None while there is no plan), and the keys of those that were held."""

    planned: int | None = None
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far TTR reached the team; each None where it is not known.

    `signed_up` are all who take part, `of_staff` those who are no mentor; `staff` is the number of staff in year 1.
    `present` holds each held follow-up with how many were there.
    """

    signed_up: int | None = None
    of_staff: int | None = None
    staff: int | None = None
    present: tuple[tuple[str, int | None], ...] = ()

    @property
    def average_present(self) -> int | None:
        """How many were there on average, as a whole number, over the follow-ups of which it is known."""
        known = [count for _, count in self.present if count is not None]
        return int(mean(known) + 0.5) if known else None


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How the action points stand; `late` are those that wait beyond their day, None while no day is known."""

    done: int = 0
    busy: int = 0
    open: int = 0
    dropped: int = 0
    late: int | None = None

    @property
    def waiting(self) -> int:
        """Those that still have to be done."""
        return self.open + self.busy

    @property
    def total(self) -> int:
        """All that were agreed."""
        return self.waiting + self.done + self.dropped


@dataclass(frozen=True, slots=True)
class DiscussedCases:
    """Which cases the follow-ups discussed: of the team's own programme, invented, or not known."""

    own: int = 0
    invented: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class FrameCounts:
    """The version of the frame of reference, and whether the team agreed to it; None where the form does not say."""

    version: int
    agreed: bool | None = None


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The year in numbers; `conditions` holds how often each of the four was used, None before the first follow-up."""

    meetings: MeetingCounts = field(default=MeetingCounts())
    coverage: Coverage = field(default=Coverage())
    actions: ActionCounts = field(default=ActionCounts())
    cases: DiscussedCases = field(default=DiscussedCases())
    conditions: tuple[int, ...] | None = None
    frame: FrameCounts | None = None


def year_counts(year: TeamYear) -> YearCounts:
    """What can be counted in the records of a year."""
    frame = year.frame
    return YearCounts(
        _meetings(year),
        _coverage(year),
        _actions(year),
        _cases(year),
        _conditions(year),
        FrameCounts(frame.version, frame.agreed) if frame else None,
    )


def _meetings(year: TeamYear) -> MeetingCounts:
    planned = (year.programme or Programme()).meetings
    held = {one.meeting for one in year.held}
    return MeetingCounts(
        len(planned) or None,
        (*((INTRO,) if _intro_was_held(year) else ()), *(key for key in FOLLOW_UPS if key in held)),
    )


def _intro_was_held(year: TeamYear) -> bool:
    """It has no form of its own: something came of it, or its day is over."""
    if year.scores is not None or year.wordings is not None or year.frame is not None:
        return True
    planned = (year.programme or Programme()).meeting(INTRO)
    return bool(planned and planned.day and year.today and planned.day < year.today)


def _coverage(year: TeamYear) -> Coverage:
    """A mentor is a student, so no part of the staff."""
    people = year.participants
    return Coverage(
        len(people) or None,
        sum(one.role != _MENTOR for one in people) if people else None,
        (year.programme or Programme()).staff,
        tuple((one.meeting, one.present) for one in year.held),
    )


def _actions(year: TeamYear) -> ActionCounts:
    points, today = year.action_points, year.today
    states = Counter(point.state for point in points)
    return ActionCounts(
        states[ActionState.DONE],
        states[ActionState.BUSY],
        states[ActionState.OPEN],
        states[ActionState.DROPPED],
        _late(year, today) if today else None,
    )


def _late(year: TeamYear, today: date) -> int:
    return sum(point.is_late(today) for point in year.action_points)


def _cases(year: TeamYear) -> DiscussedCases:
    kinds = Counter(_origin(held, year) for held in year.held)
    return DiscussedCases(kinds[_OWN], kinds[_FICTIONAL], kinds[None])


def _origin(held: HeldMeeting, year: TeamYear) -> str | None:
    """Where the case came from; without one of ours it was invented, where the team planned to use such a one."""
    if held.case:
        code = held.case.strip().casefold()
        origins = (case.origin or _OWN for case in year.cases if case.code.casefold() == code)
        return next(origins, None)
    planned = (year.programme or Programme()).meeting(held.meeting)
    return _FICTIONAL if planned and planned.fictional else None


def _conditions(year: TeamYear) -> tuple[int, ...] | None:
    if not year.held:
        return None
    used = Counter(_used(year))
    return tuple(used[number] for number in range(1, CONDITIONS + 1))


def _used(year: TeamYear) -> Iterator[int]:
    for held in year.held:
        yield from held.conditions
