"""What a follow-up discussed, as far as is known: one of our cases, an invented situation, or nothing (M92, M103)."""

from dataclasses import dataclass
from enum import Enum

from pipeline.ttr.cases import Case
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear


class Discussed(Enum):
    """Whose case it was; the words of each stand at `report.case`."""

    OURS = "ours"
    INVENTED = "invented"  # the situation that the deck reads out
    UNKNOWN = "unknown"  # a code that none of the released cases has
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ReportedCase:
    """What was discussed; `case` is there only where it is one of ours."""

    discussed: Discussed
    case: Case | None = None


def reported_case(held: HeldMeeting, year: TeamYear) -> ReportedCase:
    """By the code in the meeting form; without one the invented situation, where the team planned to use it."""
    if held.case:
        code = held.case.strip().casefold()
        found = next((case for case in year.cases if case.code.casefold() == code), None)
        return ReportedCase(Discussed.OURS if found else Discussed.UNKNOWN, found)
    planned = (year.programme or Programme()).meeting(held.meeting)
    return ReportedCase(Discussed.INVENTED if planned is not None and planned.fictional else Discussed.NONE)
