"""A day for each meeting that has none in the form (M08, M21, M23, M27, M31, M35, G04, G06)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.ttr.academic_year import friday_of_week, monday_of_week, opening_year, teaching_begins
from pipeline.ttr.deadlines import WEEK, WEEK_AND_A_HALF, before
from pipeline.ttr.programme import INTRO, MEETINGS, Meeting, Programme
from pipeline.ttr.working_days import SATURDAY, on_to_work, shifted, working_days_after, works

APART = timedelta(weeks=4)
"""Ours (M08): the shortest time between two meetings."""
FRAME_TAKES = 10
"""Ours (G06): in so many working days the frame of reference can be written."""
FIRST_WEEK_FOR_INTRO, LAST_WEEK_FOR_INTRO = 3, 4

_WINDOWS = {
    "follow_up_1": ((0, 11, 20), (0, 12, 20)),
    "follow_up_2": ((1, 1, 10), (1, 3, 10)),
    "follow_up_3": ((1, 4, 1), (1, 6, 10)),
}
"""Ours (G04): from when till when each follow-up fits; the first number counts years from the opening."""
_FIRST_DAY, _LAST_DAY = (7, 1), (6, 30)
_THURSDAY = 4


@dataclass(frozen=True, slots=True)
class _Window:
    """The days that suit a meeting, and the one among them that suits it best."""

    first: date
    last: date
    best: date

    def beside(self, day: date) -> int:
        """How many days the day lies outside it."""
        return max((self.first - day).days, (day - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class _Room:
    """From when till when a meeting can be, and, closer together, should be, for the meetings on both sides of it."""

    first: date
    last: date
    calm_from: date
    calm_to: date

    def days(self) -> Iterable[date]:
        """Every day in it."""
        return (date.fromordinal(number) for number in range(self.first.toordinal(), self.last.toordinal() + 1))

    def hurries(self, day: date) -> bool:
        """Whether too little time is left on one side."""
        return not self.calm_from <= day <= self.calm_to


def with_proposals(programme: Programme) -> Programme:
    """The programme with a proposed day for every meeting that has none, as far as one can be found.

    The days stand around those that the form has, at the weekday of the first of these, or else on a Thursday.
    """
    for key in MEETINGS:
        meeting = programme.meeting(key)
        if meeting is not None and meeting.day is None:
            programme = _with_day(programme, meeting, _proposal(key, programme))
    return programme


def proposed_days(programme: Programme) -> Mapping[str, date]:
    """The proposed day of each meeting that has none, by key; one that fits nowhere is left out."""
    open_ones = {meeting.key for meeting in programme.meetings if meeting.day is None}
    if not open_ones:
        return {}
    return {one.key: one.day for one in with_proposals(programme).meetings if one.key in open_ones and one.day}


def _with_day(programme: Programme, meeting: Meeting, day: date | None) -> Programme:
    meetings = (replace(one, day=day) if one is meeting else one for one in programme.meetings)
    return replace(programme, meetings=tuple(meetings))


def _proposal(key: str, programme: Programme) -> date | None:
    """The day that leaves most time on both sides, then the one that suits the season, then the weekday."""
    opening = opening_year(programme)
    window = None if opening is None else _window(key, opening, programme)
    if opening is None or window is None:
        return None
    room, weekday = _room(key, opening, programme), _weekday(programme)

    def drawbacks(day: date) -> tuple[bool, int, bool, int, date]:
        # Where its weeks are free of teaching, the introductory session comes later rather than among its preparations.
        hurries = room.hurries(day) or (key == INTRO and day < window.first)
        from_best = abs((day - window.best).days)
        return hurries, window.beside(day), day.isoweekday() != weekday, from_best, day

    return min((day for day in room.days() if works(day, programme)), key=drawbacks, default=None)


def _window(key: str, opening: int, programme: Programme) -> _Window | None:
    """When a meeting fits; as early as it can for the introductory session, in the middle for a follow-up."""
    if key in _WINDOWS:
        first, last = (date(opening + years, month, day) for years, month, day in _WINDOWS[key])
        return _Window(first, last, first + (last - first) / 2)
    teaching = teaching_begins(programme)
    if teaching is None:
        return None
    first = monday_of_week(teaching, FIRST_WEEK_FOR_INTRO)
    return _Window(first, friday_of_week(teaching, LAST_WEEK_FOR_INTRO), first)


def _room(key: str, opening: int, programme: Programme) -> _Room:
    """What comes before a meeting is done after the meeting before it, and not before the year begins."""
    former, following = _neighbours(key, programme)
    begins = teaching_begins(programme) or date(opening, *_FIRST_DAY)
    if former is not None:
        begins = max(begins, shifted(former, 1))
    first = shifted(on_to_work(begins, programme), WEEK if key == INTRO else WEEK_AND_A_HALF)
    last, calm_from = date(opening + 1, *_LAST_DAY), _calm_from(key, former, programme)
    if following is None:
        return _Room(first, last, calm_from, last)
    last = min(last, shifted(before(following, WEEK_AND_A_HALF, programme), -1))
    return _Room(first, last, calm_from, shifted(following, -APART.days))


def _calm_from(key: str, former: date | None, programme: Programme) -> date:
    """Four weeks after the meeting before; after the introductory session the frame of reference is written as well."""
    if former is None:
        return date.min
    calm, intro = shifted(former, APART.days), programme.meeting(INTRO)
    if key == INTRO or intro is None or intro.day != former:
        return calm
    written = working_days_after(former, FRAME_TAKES, programme)
    return max(calm, shifted(on_to_work(shifted(written, 1), programme), WEEK_AND_A_HALF))


def _neighbours(key: str, programme: Programme) -> tuple[date | None, date | None]:
    """The day of the meeting before, and of the one after."""
    days = {one.key: one.day for one in programme.meetings}
    at = MEETINGS.index(key)
    former = [day for one in MEETINGS[:at] if (day := days.get(one))]
    following = [day for one in MEETINGS[at + 1 :] if (day := days.get(one))]
    return max(former, default=None), min(following, default=None)


def _weekday(programme: Programme) -> int:
    """That of the first meeting with a day, where that is no Saturday or Sunday."""
    first = min((meeting.day for meeting in programme.meetings if meeting.day), default=None)
    return first.isoweekday() if first and first.isoweekday() < SATURDAY else _THURSDAY
