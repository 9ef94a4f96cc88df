"""What a team takes along into its next year: the plan without days, the frame, what still waits, and what it learned.

Nobody goes along: no lead, no author, no code, for the new year has a key of its own (M104-M109, G09, G37).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.ttr.follow_ups import ActionPoint
from pipeline.ttr.lessons import LessonsLearned
from pipeline.ttr.programme import Meeting, Programme, YearType
from pipeline.ttr.records import TeamYear

ADDED = "L"
"""Instead of a meeting's number for what belongs to no meeting of its year."""

_YEAR = re.compile(r"(\d{4})-(\d{4})")
_SEPARATORS = "\\s\u2010-\u2015\u2212_-"
_SOMEBODY = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{3}}[{_SEPARATORS}]?[0-9]{{3,6}}(?![0-9])")
"""The code of somebody, of any year."""
_ROLE = re.compile(r"[^\W\d_]{4,}")
"""What is longer than the words that stand between two codes."""


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands for the code of somebody, and for that of a case, in a text."""

    somebody: str
    case: str


def carried(year: TeamYear, instead: Instead) -> TeamYear:
    """The next year as it begins."""
    free = free_of_codes(year, instead)
    programme = year.programme or Programme()
    return TeamYear(
        programme=_programme(programme),
        frame=year.frame
        and replace(
            year.frame,
            definition=free(year.frame.definition),
            conditions=_four(free, year.frame.conditions),
            authors=(),
        ),
        action_points=tuple(_waiting(year.action_points, free)),
        former_lessons=year.lessons and _lessons(year.lessons, programme.academic_year, free),
    )


def year_after(academic_year: str | None) -> str | None:
    """The academic year that follows (`2028-2029`); None for one that is not known."""
    found = _YEAR.fullmatch(academic_year or "")
    return f"{int(found[1]) + 1}-{int(found[2]) + 1}" if found else None


def _programme(old: Programme) -> Programme:
    """The plan of the old year without days, people and what was agreed for that year alone."""
    return Programme(
        team=old.team,
        institution=old.institution,
        name=old.name,
        academic_year=year_after(old.academic_year),
        language=old.language,
        year_type=YearType.LATER,
        staff=old.staff,
        focus=old.focus,
        asked_walk=old.asked_walk,
        meetings=tuple(map(_meeting, old.meetings)),
        region=old.region,
    )


def _meeting(old: Meeting) -> Meeting:
    """Its usual hour stays, beside which the day is filled in; a room is given out anew."""
    return Meeting(
        old.key,
        start=old.start,
        minutes=old.minutes,
        mode=old.mode,
        regular_meeting=old.regular_meeting,
        hand_out=old.hand_out,
    )


def _waiting(points: Iterable[ActionPoint], free: Callable[[str], str]) -> Iterator[ActionPoint]:
    """What still has to be done, first what is due first, and counted anew; its day stays, so that it is seen late."""
    waiting = sorted((point for point in points if point.state.waits), key=lambda point: point.due or date.max)
    for number, point in enumerate(waiting, 1):
        yield replace(point, number=f"{ADDED}.{number}", what=free(point.what), meeting=None, who=_who(point.who, free))


def _who(who: str | None, free: Callable[[str], str]) -> str | None:
    """A role stays, a code means nothing any more."""
    if not who or not _SOMEBODY.search(who):
        return who
    return free(who) if _ROLE.search(_SOMEBODY.sub(" ", who)) else None


def _lessons(lessons: LessonsLearned, academic_year: str | None, free: Callable[[str], str]) -> LessonsLearned:
    """What was learned, without for whom the annual report was."""
    return LessonsLearned(
        lessons.academic_year or academic_year,
        awareness=free(lessons.awareness),
        skills=free(lessons.skills),
        practice=free(lessons.practice),
        process=free(lessons.process),
        next_year=free(lessons.next_year),
        place=lessons.place,
    )


def _four(free: Callable[[str], str], texts: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    first, second, third, fourth = texts
    return free(first), free(second), free(third), free(fourth)


def free_of_codes(year: TeamYear, instead: Instead) -> Callable[[str], str]:
    """Puts a word in place of each code of this year; anything else that looks like one is left alone."""
    people = _any_of([one.code for one in year.participants])
    cases = _any_of([*(one.code for one in year.case_progress), *(one.code for one in year.cases)])

    def free(text: str) -> str:
        return people.sub(instead.somebody, cases.sub(instead.case, text))

    return free


def _any_of(codes: Sequence[str]) -> re.Pattern[str]:
    """Each of the codes, in small letters too, and with another sign or none between its parts."""
    spelled = (f"[{_SEPARATORS}]?".join(map(re.escape, code.split("-"))) for code in dict.fromkeys(codes))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled) or '(?!)'})(?!\w)", re.IGNORECASE)
