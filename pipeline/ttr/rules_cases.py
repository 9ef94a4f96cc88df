"""What the programme asks of the cases that were released: one to a meeting, and in time (M93, M94, G31, G32)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline.findings import Finding, Word, note, stop
from pipeline.ttr.cases import Case
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS, Programme

ABOUT = "case"
CHOICE = "review"
"""The form in which a lead releases a case and chooses it for a meeting."""

AHEAD = timedelta(weeks=2)
"""Ours: a case can then still be handed out a week before (G32)."""


def cases_broken(cases: Sequence[Case], programme: Programme, today: date) -> Iterator[Finding]:
    """What is wrong with the choice of cases; what is over is left out."""
    yield from _unplanned(cases, programme)
    yield from _several_at_once(cases)
    yield from _none_yet(cases, programme, today)


def discussed_before(cases: Sequence[Case], held: Sequence[HeldMeeting]) -> Iterator[Finding]:
    """Each case that is chosen for a meeting after the one in which it was discussed (M108)."""
    meetings = {one.case: one.meeting for one in held if one.case}
    for case in cases:
        before = meetings.get(case.code)
        if before and case.meeting and FOLLOW_UPS.index(before) < FOLLOW_UPS.index(case.meeting):
            said = {"meeting": _name(case.meeting), "before": _name(before)}
            yield note("case_discussed_before", case.place, CHOICE, code=case.code, **said)


def _unplanned(cases: Sequence[Case], programme: Programme) -> Iterator[Finding]:
    for case in cases:
        if case.meeting and programme.meetings and programme.meeting(case.meeting) is None:
            yield note("case_meeting_unplanned", case.place, CHOICE, meeting=_name(case.meeting))


def _several_at_once(cases: Sequence[Case]) -> Iterator[Finding]:
    """One case per meeting (M94): which of several is meant, only the lead can say."""
    chosen: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.meeting:
            chosen[case.meeting].append(case)
    for meeting, those in chosen.items():
        if len(those) > 1:
            codes = tuple(case.code for case in those)
            yield from (
                stop("meeting_with_cases", one.place, CHOICE, meeting=_name(meeting), codes=codes) for one in those
            )


def _none_yet(cases: Sequence[Case], programme: Programme, today: date) -> Iterator[Finding]:
    chosen = {case.meeting for case in cases}
    for meeting in programme.meetings:
        soon = meeting.day is not None and today <= meeting.day <= today + AHEAD
        if meeting.key in FOLLOW_UPS and meeting.key not in chosen and soon and meeting.day:
            yield note("meeting_without_case", about=ABOUT, meeting=_name(meeting.key), day=meeting.day)


def _name(meeting: str) -> Word:
    return Word(f"terms.meeting.{meeting}")
