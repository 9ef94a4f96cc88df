"""Which case was discussed in each follow-up: one to a meeting, released, and not twice (M94, M108, G31)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pipeline.anonymise.case_codes import codes_in
from pipeline.anonymise.case_door import CasesPassed
from pipeline.anonymise.reading import closed, place_of, spot
from pipeline.findings import Finding, Place, note, stop
from pipeline.forms.meeting import MEETING
from pipeline.inbox.answers import Row
from pipeline.ttr.cases import CaseProgress, CaseState
from pipeline.ttr.follow_ups import HeldMeeting

ABOUT = MEETING.key


@dataclass(slots=True)
class Discussed:
    """The cases as they are taken up, meeting by meeting in the order of the year.

    `cases` is None for a command that makes nothing of cases: there a code stands for itself. A STOP is about one
    meeting and holds up nothing else, so it is said about no form.
    """

    cases: CasesPassed | None
    places: dict[str, Place] = field(default_factory=dict)

    def case_of(self, meeting: str, row: Row) -> tuple[str | None, list[Finding]]:
        """The code of the case that a form says was discussed, None for none of ours; and what there is to say."""
        place, text = place_of(row, "case"), closed(row, "case")
        chosen = self._chosen_for(meeting)
        codes = codes_in(text.reveal()) if text else ()
        if len(codes) > 1:
            return None, [stop("meeting_several_cases", place, count=len(codes))]
        if not codes and text:
            return None, [note("meeting_case_without_code", place, ABOUT)]
        if codes:
            return self._told(codes[0], chosen, place)
        if chosen is None or chosen in self.places:
            return None, []
        self.places[chosen] = place
        return chosen, [note("meeting_case_taken", place, ABOUT, code=chosen)]

    def _told(self, code: str, chosen: str | None, place: Place) -> tuple[str | None, list[Finding]]:
        refused = self._refused(code, place)
        if refused:
            return None, [refused]
        self.places[code] = place
        if chosen in {None, code}:
            return code, []
        return code, [note("meeting_case_differs", place, ABOUT, code=code, chosen=chosen or "")]

    def _refused(self, code: str, place: Place) -> Finding | None:
        if code in self.places:
            return stop("meeting_case_again", place, code=code, first=spot(self.places[code]))
        if self.cases is None or any(one.code == code for one in self.cases.cases):
            return None
        if any(one.code == code for one in self.cases.progress):
            return stop("meeting_case_not_released", place, code=code)
        return stop("meeting_case_unknown", place)

    def _chosen_for(self, meeting: str) -> str | None:
        """The one case that was chosen for the meeting; which of several is meant, nobody but the lead can say."""
        chosen = [one.code for one in (self.cases.cases if self.cases else ()) if one.meeting == meeting]
        return chosen[0] if len(chosen) == 1 else None


def with_discussed(progress: Iterable[CaseProgress], held: Iterable[HeldMeeting]) -> tuple[CaseProgress, ...]:
    """Where each case stands, now that some were discussed."""
    meetings = {one.case: one.meeting for one in held if one.case}
    return tuple(
        replace(one, state=CaseState.DISCUSSED, meeting=meetings[one.code]) if one.code in meetings else one
        for one in progress
    )
