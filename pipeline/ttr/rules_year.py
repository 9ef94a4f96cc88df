"""The meetings on the calendar, against what the programme asks (M07, M08, M11, M13, M16, M21, G04, G09, G37)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from pipeline.findings import Finding, Word, note, stop
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme, YearType

FEWEST_FOLLOW_UPS = 2
WEEKS_BETWEEN = 4
LAST_WEEK_FOR_INTRO = 4
SATURDAY = 6

# Ours (G04): the day in the middle between two windows parts the seasons.
WINTER_BEGINS = (12, 31)
SPRING_BEGINS = (3, 21)
SEASONS = ("autumn", "winter", "spring")


def year_broken(programme: Programme, today: date) -> Iterable[Finding]:
    """What is wrong with the plan of the year; what is over is only looked at for mistakes in typing."""
    yield from _number(programme)
    yield from _outside_the_year(programme)
    # A slip of the pen has been named; what else would follow from that day is not worth a word.
    likely = [meeting for meeting in programme.meetings if _in_the_year(programme, meeting.day)]
    programme = replace(programme, meetings=tuple(likely))
    ahead = [meeting for meeting in likely if meeting.day is None or meeting.day >= today]
    yield from _left_open(ahead)
    for meeting in ahead:
        yield from _day(programme, meeting)
    yield from _soon_after_the_opening(programme, today)
    yield from _spread(programme, today)


def _number(programme: Programme) -> Iterable[Finding]:
    planned = {meeting.key for meeting in programme.meetings}
    if INTRO not in planned:
        if programme.year_type is YearType.FIRST:
            yield stop("intro_missing", programme.place("year_type"), "programme")
        else:
            yield note("intro_left_out", programme.place("year_type"), "programme")
    follow_ups = len(planned & set(FOLLOW_UPS))
    if follow_ups < FEWEST_FOLLOW_UPS:
        yield note("few_follow_ups", about="programme", count=follow_ups)


def _outside_the_year(programme: Programme) -> Iterable[Finding]:
    teaching, said = programme.first_teaching_day, {"year": programme.academic_year or ""}
    if teaching is not None and not _in_the_year(programme, teaching):
        yield stop("teaching_outside_year", programme.place("first_teaching_day"), "programme", day=teaching, **said)
    for meeting in programme.meetings:
        if meeting.day is not None and not _in_the_year(programme, meeting.day):
            place = meeting.place("day")
            yield stop("outside_year", place, "programme", meeting=_name(meeting), day=meeting.day, **said)


def _in_the_year(programme: Programme, day: date | None) -> bool:
    """From July to August of the next year, which is wide enough for every country; what is not known is in it."""
    opening = _opening_year(programme)
    return day is None or opening is None or date(opening, 7, 1) <= day <= date(opening + 1, 8, 31)


def _opening_year(programme: Programme) -> int | None:
    begins = (programme.academic_year or "")[:4]
    # isdecimal alone lets digits of other scripts through; int reads those just as well.
    if len(begins) == 4 and begins.isdecimal() and date.min.year <= int(begins) < date.max.year:
        return int(begins)
    return None


def _left_open(ahead: Sequence[Meeting]) -> Iterable[Finding]:
    on_its_own = [meeting for meeting in ahead if meeting.key != INTRO and not meeting.regular_meeting]
    if on_its_own:
        place = on_its_own[0].place("regular_meeting")
        yield note("regular_meeting_open", place, "programme", meetings=_names(on_its_own))


def _day(programme: Programme, meeting: Meeting) -> Iterable[Finding]:
    day = meeting.day
    if day is None:
        return
    place, about = meeting.place("day"), "programme"
    if any(pause.first_day <= day <= pause.last_day for pause in programme.breaks):
        yield note("in_break", place, about, meeting=_name(meeting), day=day)
    elif day.isoweekday() >= SATURDAY:
        yield note("on_weekend", place, about, meeting=_name(meeting), day=day)
    teaching = programme.first_teaching_day
    if meeting.key == INTRO and teaching is not None and day < teaching and _in_the_year(programme, teaching):
        yield note("intro_before_teaching", place, about, day=day, first=teaching)


def _soon_after_the_opening(programme: Programme, today: date) -> Iterable[Finding]:
    """The third or fourth week, or earlier: as soon as possible is what the manual urges (M21, M23)."""
    intro, teaching = programme.meeting(INTRO), programme.first_teaching_day
    if intro is None or intro.day is None or intro.day < today or teaching is None:
        return
    if not _in_the_year(programme, teaching):
        return
    week = (intro.day - _monday(teaching)).days // 7 + 1
    if week > LAST_WEEK_FOR_INTRO:
        latest = _monday(teaching) + timedelta(weeks=LAST_WEEK_FOR_INTRO, days=-3)
        yield note("intro_late", intro.place("day"), "programme", day=intro.day, week=week, latest=latest)


def _spread(programme: Programme, today: date) -> Iterable[Finding]:
    planned = sorted(_dated(programme), key=lambda entry: entry[0])
    yield from _order(planned)
    for (day, meeting), (next_day, following) in pairwise(planned):
        both = {"first": _name(meeting), "second": _name(following)}
        if next_day < today or meeting.key == following.key:
            continue
        if day == next_day:
            yield note("same_day", following.place("day"), "programme", day=day, **both)
        elif INTRO not in {meeting.key, following.key} and next_day - day < timedelta(weeks=WEEKS_BETWEEN):
            days = (next_day - day).days
            yield note("meetings_close", following.place("day"), "programme", days=days, weeks=WEEKS_BETWEEN, **both)
    yield from _seasons([(day, meeting) for day, meeting in planned if meeting.key != INTRO], today)


def _dated(programme: Programme) -> Iterable[tuple[date, Meeting]]:
    """The meetings with a day, in the order of the programme."""
    rank = {key: number for number, key in enumerate((INTRO, *FOLLOW_UPS))}
    for meeting in sorted(programme.meetings, key=lambda meeting: rank.get(meeting.key, len(rank))):
        if meeting.day is not None:
            yield meeting.day, meeting


def _order(planned: Sequence[tuple[date, Meeting]]) -> Iterable[Finding]:
    """The introductory session first, then the follow-ups by number."""
    rank = {key: number for number, key in enumerate((INTRO, *FOLLOW_UPS))}
    for (day, meeting), (next_day, following) in pairwise(planned):
        if day != next_day and rank.get(meeting.key, 0) > rank.get(following.key, 0):
            said = {"first": _name(following), "second": _name(meeting)}
            yield note("out_of_order", meeting.place("day"), "programme", day=day, **said)
            return


def _seasons(follow_ups: Sequence[tuple[date, Meeting]], today: date) -> Iterable[Finding]:
    """Two or three follow-ups in as many seasons; those that are closer than four weeks have been named already."""
    far_apart = all(later[0] - former[0] >= timedelta(weeks=WEEKS_BETWEEN) for former, later in pairwise(follow_ups))
    if len(follow_ups) < FEWEST_FOLLOW_UPS or follow_ups[-1][0] < today or not far_apart:
        return
    used = {_season(day) for day, _ in follow_ups}
    if len(used) < min(len(follow_ups), len(SEASONS)):
        empty = tuple(Word(f"rules.season.{season}") for season in SEASONS if season not in used)
        yield note("season_empty", follow_ups[-1][1].place("day"), "programme", seasons=empty)


def _season(day: date) -> str:
    """Autumn from July on, so that any day has its season."""
    month_and_day = (day.month, day.day)
    if day.month >= 7 and month_and_day < WINTER_BEGINS:
        return "autumn"
    return "spring" if SPRING_BEGINS <= month_and_day < (7, 1) else "winter"


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)


def _name(meeting: Meeting) -> Word:
    return Word(f"terms.meeting.{meeting.key}")


def _names(meetings: Sequence[Meeting]) -> tuple[Word, ...]:
    return tuple(_name(meeting) for meeting in meetings)
