"""What has happened of a team's year by a day: which meetings are over, what came of them, where the cases are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from pipeline.ttr.academic_year import opening_year
from pipeline.ttr.cases import CaseState
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, Meeting, Programme
from pipeline.ttr.records import TeamYear

_JULY = 7
_FURTHEST_FIRST = (CaseState.RELEASED, CaseState.IN_REVIEW, CaseState.TO_REVIEW, CaseState.TO_MEND)


@dataclass(frozen=True, slots=True)
class SoFar:
    """A year on the day `today`; `made` are the activities whose document was made, by their key in the plan."""

    year: TeamYear
    made: Collection[str]
    today: date

    @property
    def programme(self) -> Programme:
        """What the programme form says."""
        return self.year.programme or Programme()

    def meeting(self, key: str | None) -> Meeting:
        """The meeting of this key; a blank one if it is not planned."""
        return self.programme.meeting(key or "") or Meeting(key or "")

    def held(self, key: str | None) -> HeldMeeting | None:
        """What the form of a follow-up tells; None as long as there is none."""
        return next((one for one in self.year.held if one.meeting == key), None)

    def has_passed(self, key: str | None) -> bool:
        """Whether the day of a meeting, as the form has it, is before today."""
        day = self.meeting(key).day
        return day is not None and day < self.today

    def is_over(self, key: str | None) -> bool:
        """Whether a meeting was held or its day has passed."""
        came_of_it = self.something_came_of_intro if key == INTRO else self.held(key) is not None
        return came_of_it or self.has_passed(key)

    @property
    def a_follow_up_is_over(self) -> bool:
        """Whether the follow-ups have begun."""
        return any(map(self.is_over, FOLLOW_UPS))

    @property
    def something_came_of_intro(self) -> bool:
        """The introductory session has no form of its own: scores, conditions or a frame tell that it was held."""
        framed = self.year.frame is not None and not self.frame_is_of_last_year
        return framed or self.year.scores is not None or self.year.wordings is not None

    @property
    def frame_is_of_last_year(self) -> bool:
        """Whether the frame was brought along, and not agreed to since this academic year began (M109)."""
        opening, frame = opening_year(self.programme), self.year.frame
        if opening is None or frame is None or frame.agreed_on is None:
            return False
        return frame.agreed_on < date(opening, _JULY, 1)

    @property
    def is_closed(self) -> bool:
        """Whether the annual report is there, with what was learned in it."""
        return "annual_report" in self.made and self.year.lessons is not None

    def has_case(self, meeting: str | None) -> bool:
        """Whether one case was chosen for a meeting, or discussed in it (M94)."""
        states = [one.state for one in self.year.case_progress if one.meeting == meeting]
        return CaseState.DISCUSSED in states or states.count(CaseState.CHOSEN) == 1

    @property
    def furthest_case(self) -> CaseState | None:
        """How far that case has come which is the first that could be chosen; None where there is none to choose."""
        states = {one.state for one in self.year.case_progress}
        return next((state for state in _FURTHEST_FIRST if state in states), None)

    def cases_chosen(self, meeting: str | None) -> int:
        """How many cases were chosen for a meeting."""
        chosen = CaseState.CHOSEN
        return sum(one.state is chosen and one.meeting == meeting for one in self.year.case_progress)

    def invents_its_case(self, meeting: str | None) -> bool:
        """Whether a meeting goes on with an invented case, for there is no other (M92)."""
        return self.meeting(meeting).fictional and not self.cases_chosen(meeting) and self.furthest_case is None
