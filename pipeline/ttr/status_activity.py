"""How an activity of the year stands, what it waits for, and from whom (M102)."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.ttr.plan import PlanRow


class Role(StrEnum):
    """From whom something is awaited; the name stands at `status.role.<key>`."""

    AUTHOR = "author"
    TEAM_LEAD = "team_lead"
    STAFF = "staff"
    MENTORS = "mentors"
    MODERATOR = "moderator"
    PARTICIPANTS = "participants"


class Standing(StrEnum):
    """How an activity of the year stands; its word stands at `status.standing.<key>`."""

    DONE = "done"
    DUE = "due"  # within two weeks
    LATE = "late"
    LATER = "later"
    OPEN = "open"  # without a day


class What(StrEnum):
    """What may be missing; its name stands at `status.missing.<key>`."""

    DAY = "day"  # of a meeting, in the programme form
    SIGN_UPS = "sign_ups"
    SCAN = "scan"
    LETTERS = "letters"
    SCORES = "scores"
    FRAME_FORM = "frame_form"
    AGREEMENT = "agreement"
    CASE = "case"
    MENDING = "mending"  # of the form of a case
    REVIEW = "review"
    RELEASE = "release"
    CHOICE = "choice"
    DECK = "deck"
    HANDOUT = "handout"
    MEETING_FORM = "meeting_form"
    REPORT = "report"
    YEAR_FORM = "year_form"
    ANNUAL_REPORT = "annual_report"


@dataclass(frozen=True, slots=True)
class Missing:
    """What an activity waits for, and from whom."""

    what: str
    awaited_from: Role


@dataclass(frozen=True, slots=True)
class ActivityStatus:
    """How a row of the year plan stands; what is done misses nothing.

    `overtaken` tells of something that counts as done because what it was for is over, whether it was done or not.
    """

    row: PlanRow
    standing: Standing
    missing: tuple[Missing, ...] = ()
    overtaken: bool = False

    @property
    def word(self) -> str:
        """The key of its word at `status.standing`: what was overtaken is not said to be done."""
        return "over" if self.overtaken else self.standing.value
