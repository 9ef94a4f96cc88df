"""How each activity of the year plan stands: done, due, late, later or without a day, and what it waits for.

(M04, M20, M101, M102, G29-G32)
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from pipeline.ttr.cases import CaseState
from pipeline.ttr.plan import Activity, PlanRow
from pipeline.ttr.programme import INTRO
from pipeline.ttr.records import TeamYear
from pipeline.ttr.so_far import SoFar
from pipeline.ttr.status_activity import ActivityStatus, Missing, Role, Standing, What

SOON = timedelta(days=14)
"""Ours: what has to be done within so much time is due."""

Awaited: TypeAlias = "tuple[Missing, ...] | None"
"""What an activity waits for; None once it is done."""

_BESIDE_TTR = (Activity.DIALOGUE_DAYS, Activity.MENTORING)
_BEFORE_INTRO = (Activity.SCAN, Activity.PREPARE_INTRO, Activity.LETTERS)
_CASE_NEEDED = (Activity.COLLECT, Activity.HAND_OUT)
_BEFORE_FOLLOW_UP = (*_CASE_NEEDED, Activity.PREPARE)
_LEAD = Role.TEAM_LEAD
_OF_CASE = {
    CaseState.RELEASED: (Missing(What.CHOICE, _LEAD),),
    CaseState.IN_REVIEW: (Missing(What.RELEASE, _LEAD),),
    CaseState.TO_REVIEW: (Missing(What.REVIEW, _LEAD),),
    CaseState.TO_MEND: (Missing(What.MENDING, Role.AUTHOR),),
}


def standings(rows: Iterable[PlanRow], year: TeamYear, made: Collection[str], today: date) -> Iterator[ActivityStatus]:
    """How these rows stand today; `made` are the keys of those rows whose document was made."""
    so_far = SoFar(year, made, today)
    return (_stands(row, so_far) for row in rows)


def _stands(row: PlanRow, so_far: SoFar) -> ActivityStatus:
    if row.activity in _BESIDE_TTR:
        return ActivityStatus(row, Standing.OPEN)
    awaited = _AWAITED[row.activity](row, so_far)
    if awaited is None:
        return ActivityStatus(row, Standing.DONE)
    if _is_overtaken(row, so_far):
        return ActivityStatus(row, Standing.DONE, overtaken=True)
    standing = _by_day(row.day, so_far.today)
    return ActivityStatus(row, standing, _told_now(row, standing, awaited, so_far.today))


def _by_day(day: date | None, today: date) -> Standing:
    if day is None:
        return Standing.OPEN
    if day < today:
        return Standing.LATE
    return Standing.DUE if day - today <= SOON else Standing.LATER


def _is_overtaken(row: PlanRow, so_far: SoFar) -> bool:
    """Whether what it was for is over, so that nobody needs to be reminded of it.

    What the annual report is made of, the frame and the reports, is missed until that is there (M20, M104).
    """
    if so_far.is_closed:
        return True
    if row.activity in _BEFORE_INTRO:
        return so_far.is_over(INTRO) or so_far.a_follow_up_is_over
    if row.activity is Activity.INTRO or (row.activity is Activity.FRAME and row.meeting is None):
        return so_far.a_follow_up_is_over
    if row.activity in _BEFORE_FOLLOW_UP and so_far.is_over(row.meeting):
        return True
    late = row.day is not None and row.day < so_far.today
    return late and row.activity in _CASE_NEEDED and so_far.invents_its_case(row.meeting)


def _told_now(row: PlanRow, standing: Standing, awaited: tuple[Missing, ...], today: date) -> tuple[Missing, ...]:
    """What is missing of something that is due, late or under way; for anything else it is too early to say."""
    if (row.proposed or row.day is None) and (row.is_meeting or standing is Standing.LATE):
        return (Missing(What.DAY, _LEAD),)
    if row.begin is None:
        return awaited if standing in {Standing.DUE, Standing.LATE} else ()
    return awaited if row.begin <= today else ()


def _of_scan(_: PlanRow, so_far: SoFar) -> Awaited:
    return (Missing(What.SCAN, _LEAD),) if so_far.year.scan is None else None


def _of_sign_ups(_: PlanRow, so_far: SoFar) -> Awaited:
    return None if so_far.year.participants else (Missing(What.SIGN_UPS, Role.STAFF),)


def _of_letters(row: PlanRow, so_far: SoFar) -> Awaited:
    """Nobody can be written to before somebody has signed up."""
    if row.key in so_far.made:
        return None
    return _of_sign_ups(row, so_far) or (Missing(What.LETTERS, _LEAD),)


def _of_intro(row: PlanRow, so_far: SoFar) -> Awaited:
    if so_far.something_came_of_intro:
        return None
    return (Missing(What.SCORES, _LEAD),) if so_far.has_passed(row.meeting) else ()


def _of_frame(row: PlanRow, so_far: SoFar) -> Awaited:
    """It is written after the introductory session; one that was brought along is agreed to anew."""
    frame = so_far.year.frame
    if frame is not None and frame.agreed and not so_far.frame_is_of_last_year:
        return None
    if row.meeting is not None and not so_far.is_over(row.meeting):
        return ()
    return (Missing(What.FRAME_FORM, _LEAD) if frame is None else Missing(What.AGREEMENT, Role.PARTICIPANTS),)


def _of_collecting(row: PlanRow, so_far: SoFar) -> Awaited:
    """A case that has come the furthest is the quickest to be had; of two chosen ones the lead leaves one (M94)."""
    if so_far.has_case(row.meeting):
        return None
    if so_far.cases_chosen(row.meeting):
        return _OF_CASE[CaseState.RELEASED]
    furthest = so_far.furthest_case
    if furthest is not None:
        return _OF_CASE[furthest]
    return () if so_far.meeting(row.meeting).fictional else (Missing(What.CASE, Role.MENTORS),)


def _of_deck(row: PlanRow, so_far: SoFar) -> Awaited:
    return None if row.key in so_far.made else (Missing(What.DECK, _LEAD),)


def _of_handing_out(row: PlanRow, so_far: SoFar) -> Awaited:
    """There is nothing to make before there is a case."""
    if row.key in so_far.made:
        return None
    awaited = _of_collecting(row, so_far)
    return (Missing(What.HANDOUT, _LEAD),) if awaited is None else awaited


def _of_follow_up(row: PlanRow, so_far: SoFar) -> Awaited:
    return _form_of(row, so_far) if so_far.held(row.meeting) is None else None


def _of_report(row: PlanRow, so_far: SoFar) -> Awaited:
    if row.key in so_far.made:
        return None
    return _form_of(row, so_far) if so_far.held(row.meeting) is None else (Missing(What.REPORT, _LEAD),)


def _form_of(row: PlanRow, so_far: SoFar) -> tuple[Missing, ...]:
    """The form of a follow-up, once its day has passed; its moderator fills it in, if there is one."""
    if not so_far.has_passed(row.meeting):
        return ()
    return (Missing(What.MEETING_FORM, Role.MODERATOR if so_far.meeting(row.meeting).moderator else _LEAD),)


def _of_annual_report(_: PlanRow, so_far: SoFar) -> Awaited:
    if so_far.is_closed:
        return None
    return (Missing(What.YEAR_FORM if so_far.year.lessons is None else What.ANNUAL_REPORT, _LEAD),)


_AWAITED: Mapping[Activity, Callable[[PlanRow, SoFar], Awaited]] = MappingProxyType(
    {
        Activity.SCAN: _of_scan,
        Activity.PREPARE_INTRO: _of_sign_ups,
        Activity.LETTERS: _of_letters,
        Activity.INTRO: _of_intro,
        Activity.FRAME: _of_frame,
        Activity.COLLECT: _of_collecting,
        Activity.PREPARE: _of_deck,
        Activity.HAND_OUT: _of_handing_out,
        Activity.FOLLOW_UP: _of_follow_up,
        Activity.REPORT: _of_report,
        Activity.ANNUAL_REPORT: _of_annual_report,
    }
)
