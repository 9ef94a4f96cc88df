"""Where a team's year stands: how far each case has come, when each is handed out, how long things are kept (G30-G32).

Each part of the overview is a value of its own, so that another part can be put beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.findings import Place
from pipeline.ttr.cases import CaseState
from pipeline.ttr.handing_out import hand_out, hand_out_day
from pipeline.ttr.programme import INTRO, HandOut, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.retention import expiry


class Role(StrEnum):
    """From whom something is awaited."""

    AUTHOR = "author"
    TEAM_LEAD = "team_lead"


_AWAITED = {
    CaseState.TO_MEND: Role.AUTHOR,
    CaseState.TO_REVIEW: Role.TEAM_LEAD,
    CaseState.IN_REVIEW: Role.TEAM_LEAD,
    CaseState.RELEASED: Role.TEAM_LEAD,
    CaseState.CHOSEN: None,
    CaseState.DISCUSSED: None,
}


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """How far a case has come; `place` is its form in the inbox."""

    code: str
    state: CaseState
    meeting: str | None = None
    place: Place = field(default=Place(), compare=False)

    @property
    def awaited_from(self) -> Role | None:
        """Who has to do something next; None when nothing is missing."""
        return _AWAITED[self.state]


class Timing(StrEnum):
    """How it stands with the day on which a case is handed out."""

    OPEN = "open"  # the meeting has no day yet
    BEFORE = "before"  # in time, before the meeting
    DURING = "during"
    LATE = "late"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class HandOutStatus:
    """What is handed out for a follow-up, by code, and the last day for it."""

    meeting: str
    day: date | None
    due: date | None
    timing: Timing
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keeping:
    """The last day on which the key and the review copies may be kept; None while the academic year is not known."""

    until: date | None
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The overview of a team's year on a day."""

    today: date
    cases: tuple[CaseStatus, ...] = ()
    hand_outs: tuple[HandOutStatus, ...] = ()
    keeping: Keeping = field(default=Keeping(None))


def status(year: TeamYear, today: date) -> Status:
    """How it stands today."""
    programme = year.programme or Programme()
    until = expiry(programme)
    return Status(
        today,
        tuple(CaseStatus(one.code, one.state, one.meeting, one.place) for one in year.case_progress),
        tuple(_hand_outs(year, programme, today)),
        Keeping(until, expired=until is not None and today > until),
    )


def _hand_outs(year: TeamYear, programme: Programme, today: date) -> Iterator[HandOutStatus]:
    for meeting in programme.meetings:
        if meeting.key != INTRO:
            due = hand_out_day(meeting, programme)
            codes = tuple(case.code for case in year.cases if case.meeting == meeting.key)
            during = hand_out(meeting) is HandOut.DURING
            yield HandOutStatus(meeting.key, meeting.day, due, _timing(meeting.day, due, today, during=during), codes)


def _timing(day: date | None, due: date | None, today: date, *, during: bool) -> Timing:
    if day is None or due is None:
        return Timing.OPEN
    if day < today:
        return Timing.OVER
    if during:
        return Timing.DURING
    return Timing.BEFORE if today <= due else Timing.LATE
