"""What the deck of a follow-up still lacks: a case, or the team's frame of reference (M14, M92-M94)."""

from collections.abc import Iterator

from pipeline.findings import Finding, Word, note
from pipeline.ttr.programme import FOLLOW_UPS, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.rules_cases import ABOUT as CASE
from pipeline.ttr.rules_cases import cases_broken


def of_deck(year: TeamYear, meeting: Meeting) -> Iterator[Finding]:
    """What to know of the deck of this meeting; nothing of one that is over, nor what the year's rules say already."""
    is_over = meeting.day is not None and year.today is not None and meeting.day < year.today
    if meeting.key in FOLLOW_UPS and not is_over:
        yield from _of_case(year, meeting)
        yield from _of_frame(year, meeting)


def _of_case(year: TeamYear, meeting: Meeting) -> Iterator[Finding]:
    """One case is fine; that there are several is a rule of its own, and the deck has none of those."""
    if any(case.meeting == meeting.key for case in year.cases):
        return
    if meeting.fictional:
        yield note("deck_with_invented_case", meeting.place("fictional"), "programme", meeting=_named(meeting))
    elif not _is_said(year, meeting):
        yield note("deck_without_case", about=CASE, meeting=_named(meeting))


def _of_frame(year: TeamYear, meeting: Meeting) -> Iterator[Finding]:
    if year.frame is None:
        yield note("deck_without_frame", about="frame", meeting=_named(meeting))


def _is_said(year: TeamYear, meeting: Meeting) -> bool:
    """Whether the rules say already that this meeting, which is near, has no case."""
    if year.today is None:
        return False
    said = cases_broken(year.cases, year.programme or Programme(), year.today)
    return any(one.key == "meeting_without_case" and one.values["meeting"] == _named(meeting) for one in said)


def _named(meeting: Meeting) -> Word:
    return Word(f"terms.meeting.{meeting.key}")
