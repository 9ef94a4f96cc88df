"""Where a team's year stands: what is done, due and late, who signed up, how far each case has come (M102, G29-G32).

Each part of the overview is a value of its own, so that another part can be put beside it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.findings import Place
from pipeline.ttr.cases import CaseState
from pipeline.ttr.handing_out import hand_out, hand_out_day
from pipeline.ttr.people import Participant
from pipeline.ttr.plan import year_plan
from pipeline.ttr.programme import INTRO, HandOut, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.retention import expiry
from pipeline.ttr.standing import standings
from pipeline.ttr.status_activity import ActivityStatus, Missing, Role, Standing, What

__all__ = [
    "ActivityStatus",
    "CaseCounts",
    "CaseStatus",
    "HandOutStatus",
    "Keeping",
    "Missing",
    "Role",
    "SignUps",
    "Standing",
    "Status",
    "Timing",
    "ToMend",
    "What",
    "status",
]

_MENTOR = "mentor"
_AWAITED = {
    CaseState.TO_MEND: Role.AUTHOR,
    CaseState.TO_REVIEW: Role.TEAM_LEAD,
    CaseState.IN_REVIEW: Role.TEAM_LEAD,
    CaseState.RELEASED: Role.TEAM_LEAD,
    CaseState.CHOSEN: None,
    CaseState.DISCUSSED: None,
}
_RELEASED = (CaseState.RELEASED, CaseState.CHOSEN, CaseState.DISCUSSED)


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
class SignUps:
    """How many signed up, of how many staff in year 1; None while nobody has said how many there are (M04).

    A community mentor is a student, so no part of the staff: `mentors` are counted apart.
    """

    count: int = 0
    staff: int | None = None
    mentors: int = 0

    @property
    def percent(self) -> int | None:
        """The share of the staff in whole percents; None while it is not known."""
        return self.count * 100 // self.staff if self.staff else None


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many cases came in, and how many of these got so far: each number holds those of the numbers after it.

    `checked` are those with nothing to mend. Archived are all of them at once, when nothing may be kept any longer.
    """

    received: int = 0
    checked: int = 0
    released: int = 0
    discussed: int = 0


@dataclass(frozen=True, slots=True)
class ToMend:
    """A form that came in with something to mend, by its key, and how many things; its `file` if that names nobody."""

    form: str
    count: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The overview of a team's year on a day."""

    today: date
    activities: tuple[ActivityStatus, ...] = ()
    sign_ups: SignUps = field(default=SignUps())
    case_counts: CaseCounts = field(default=CaseCounts())
    to_mend: tuple[ToMend, ...] = ()
    cases: tuple[CaseStatus, ...] = ()
    hand_outs: tuple[HandOutStatus, ...] = ()
    keeping: Keeping = field(default=Keeping(None))


def status(year: TeamYear, today: date, made: Collection[str] = (), to_mend: Sequence[ToMend] = ()) -> Status:
    """How it stands today; `made` are the activities whose document was made, by their key in the plan (`report_2`)."""
    programme = year.programme or Programme()
    until = expiry(programme)
    rows = () if year.programme is None else year_plan(programme)
    return Status(
        today,
        tuple(standings(rows, year, made, today)),
        _sign_ups(year.participants, programme.staff),
        _case_counts([one.state for one in year.case_progress]),
        tuple(to_mend),
        tuple(CaseStatus(one.code, one.state, one.meeting, one.place) for one in year.case_progress),
        tuple(_hand_outs(year, programme, today)),
        Keeping(until, expired=until is not None and today > until),
    )


def _sign_ups(participants: Sequence[Participant], staff: int | None) -> SignUps:
    mentors = sum(one.role == _MENTOR for one in participants)
    return SignUps(len(participants) - mentors, staff, mentors)


def _case_counts(states: Sequence[CaseState]) -> CaseCounts:
    return CaseCounts(
        len(states),
        sum(state is not CaseState.TO_MEND for state in states),
        sum(state in _RELEASED for state in states),
        states.count(CaseState.DISCUSSED),
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
