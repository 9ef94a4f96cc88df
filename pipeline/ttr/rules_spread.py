"""How the meetings lie over the year: in order, apart, and one to a season (M08, M21, G04)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from pipeline.findings import Finding, Word, note
from pipeline.ttr.academic_year import SEASONS, friday_of_week, monday_of_week, season, teaching_begins
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Meeting, Programme
from pipeline.ttr.proposals import APART, LAST_WEEK_FOR_INTRO, proposed_days

FEWEST_IN_SEASONS = 2


def spread_broken(programme: Programme, today: date) -> Iterable[Finding]:
    """What is wrong with the order and the distance of the days in the form; our own proposals are left in peace."""
    yield from _soon_after_the_opening(programme, today)
    planned = sorted(_dated(programme), key=lambda entry: entry[0])
    yield from _order(planned)
    for (day, meeting), (next_day, following) in pairwise(planned):
        both = {"first": name(meeting), "second": name(following)}
        if next_day < today or meeting.key == following.key:
            continue
        if day == next_day:
            yield note("same_day", following.place("day"), "programme", day=day, **both)
        elif INTRO not in {meeting.key, following.key} and next_day - day < APART:
            days = (next_day - day).days
            yield note("meetings_close", following.place("day"), "programme", days=days, weeks=APART.days // 7, **both)
    follow_ups = [(day, meeting) for day, meeting in planned if meeting.key != INTRO]
    if follow_ups and follow_ups[-1][0] >= today:
        yield from _seasons(follow_ups, programme)


def name(meeting: Meeting) -> Word:
    """What a meeting is called."""
    return Word(f"terms.meeting.{meeting.key}")


def _soon_after_the_opening(programme: Programme, today: date) -> Iterable[Finding]:
    """The third or fourth week, or earlier: as soon as possible is what the manual urges (M21, M23)."""
    intro, teaching = programme.meeting(INTRO), teaching_begins(programme)
    if intro is None or intro.day is None or intro.day < today or teaching is None:
        return
    week = (intro.day - monday_of_week(teaching, 1)).days // 7 + 1
    if week > LAST_WEEK_FOR_INTRO:
        latest = friday_of_week(teaching, LAST_WEEK_FOR_INTRO)
        yield note("intro_late", intro.place("day"), "programme", day=intro.day, week=week, latest=latest)


def _dated(programme: Programme) -> Iterable[tuple[date, Meeting]]:
    """The meetings with a day, in the order of the programme."""
    for meeting in sorted(programme.meetings, key=lambda meeting: _rank(meeting, len(MEETINGS))):
        if meeting.day is not None:
            yield meeting.day, meeting


def _rank(meeting: Meeting, unknown: int = 0) -> int:
    return MEETINGS.index(meeting.key) if meeting.key in MEETINGS else unknown


def _order(planned: Sequence[tuple[date, Meeting]]) -> Iterable[Finding]:
    """The introductory session first, then the follow-ups by number."""
    for (day, meeting), (next_day, following) in pairwise(planned):
        if day != next_day and _rank(meeting) > _rank(following):
            said = {"first": name(following), "second": name(meeting)}
            yield note("out_of_order", meeting.place("day"), "programme", day=day, **said)
            return


def _seasons(follow_ups: Sequence[tuple[date, Meeting]], programme: Programme) -> Iterable[Finding]:
    """Two or three follow-ups in as many seasons; those that are closer than four weeks have been named already.

    A follow-up without a day stands where we propose it.
    """
    far_apart = all(later[0] - former[0] >= APART for former, later in pairwise(follow_ups))
    if len(follow_ups) < FEWEST_IN_SEASONS or not far_apart:
        return
    used = {season(day) for day, _ in follow_ups}
    if len(used) < min(len(follow_ups), len(SEASONS)):
        used |= {season(day) for key, day in proposed_days(programme).items() if key in FOLLOW_UPS}
        empty = tuple(Word(f"rules.season.{one}") for one in SEASONS if one not in used)
        yield note("season_empty", follow_ups[-1][1].place("day"), "programme", seasons=empty)
