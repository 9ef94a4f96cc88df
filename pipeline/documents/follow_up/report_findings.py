"""What a report should hold and does not: the case and the action points (M101, M103)."""

from collections.abc import Iterator

from pipeline.documents.follow_up.report_case import Discussed, reported_case
from pipeline.findings import Finding, Word, note
from pipeline.forms.meeting import MEETING
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.records import TeamYear


def of_reports(year: TeamYear) -> Iterator[Finding]:
    """For each follow-up that was held what its report misses; the report is made all the same."""
    for held in year.held:
        yield from _of_report(held, year)


def _of_report(held: HeldMeeting, year: TeamYear) -> Iterator[Finding]:
    meeting = Word(f"terms.meeting.{held.meeting}")
    match reported_case(held, year).discussed:
        case Discussed.NONE:
            yield note("report_without_case", held.place, MEETING.key, meeting=meeting)
        case Discussed.UNKNOWN:
            yield note("report_case_unknown", held.place, MEETING.key, meeting=meeting)
        case Discussed.OURS | Discussed.INVENTED:
            pass
    if not any(point.meeting == held.meeting for point in year.action_points):
        yield note("report_without_actions", held.place, MEETING.key, meeting=meeting)
