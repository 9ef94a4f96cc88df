"""The meetings on the calendar, against what the programme asks (M07, M11, M13, M16, G04, G09, G37)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from pipeline.findings import Finding, Word, note, stop
from pipeline.ttr.academic_year import in_the_year
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme, YearType
from pipeline.ttr.proposals import proposed_days
from pipeline.ttr.rules_spread import name, spread_broken
from pipeline.ttr.working_days import SATURDAY, in_break, is_holiday

FEWEST_FOLLOW_UPS = 2


def year_broken(programme: Programme, today: date) -> Iterable[Finding]:
    """What is wrong with the plan of the year; what is over is only looked at for mistakes in typing."""
    yield from _number(programme)
    yield from _outside_the_year(programme)
    # A slip of the pen has been named; what else would follow from that day is not worth a word.
    likely = [meeting for meeting in programme.meetings if in_the_year(programme, meeting.day)]
    programme = replace(programme, meetings=tuple(likely))
    ahead = [meeting for meeting in likely if meeting.day is None or meeting.day >= today]
    yield from _region_open(programme, ahead)
    yield from _days_open(programme, ahead, today)
    yield from _left_open(ahead)
    for meeting in ahead:
        yield from _day(programme, meeting)
    yield from spread_broken(programme, today)


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
    if teaching is not None and not in_the_year(programme, teaching):
        yield stop("teaching_outside_year", programme.place("first_teaching_day"), "programme", day=teaching, **said)
    for meeting in programme.meetings:
        if meeting.day is not None and not in_the_year(programme, meeting.day):
            place = meeting.place("day")
            yield stop("outside_year", place, "programme", meeting=name(meeting), day=meeting.day, **said)


def _region_open(programme: Programme, ahead: Sequence[Meeting]) -> Iterable[Finding]:
    if programme.region is None and ahead:
        yield note("region_open", programme.place("region"), "programme")


def _days_open(programme: Programme, ahead: Sequence[Meeting], today: date) -> Iterable[Finding]:
    """Our proposal, as long as it lies ahead."""
    proposed = proposed_days(programme)
    for meeting in ahead:
        day = proposed.get(meeting.key)
        if day is not None and day >= today:
            yield note("meeting_day_open", meeting.place("day"), "programme", meeting=name(meeting), day=day)
        elif meeting.day is None:
            yield note("meeting_day_unknown", meeting.place("day"), "programme", meeting=name(meeting))


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
    if in_break(day, programme):
        yield note("in_break", place, about, meeting=name(meeting), day=day)
    elif day.isoweekday() >= SATURDAY:
        yield note("on_weekend", place, about, meeting=name(meeting), day=day)
    elif is_holiday(day, programme.region):
        region = Word(f"choices.region.{programme.region}")
        yield note("on_holiday", place, about, meeting=name(meeting), day=day, region=region)
    teaching = programme.first_teaching_day
    if meeting.key == INTRO and teaching is not None and day < teaching and in_the_year(programme, teaching):
        yield note("intro_before_teaching", place, about, day=day, first=teaching)


def _names(meetings: Sequence[Meeting]) -> tuple[Word, ...]:
    return tuple(name(meeting) for meeting in meetings)
