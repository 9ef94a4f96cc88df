"""Cases of lacking belonging, without a name in them (M18, M88-M95, M108, G30, G31)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.findings import Place

QUESTIONS = ("problem", "involved", "teacher", "student", "others", "belonging")
"""The six questions by which a case is described (M89)."""

KINDS = ("student", "teacher", "both")
ORIGINS = ("own", "fictional")
AUTHORS = ("mentor", "teacher", "team_lead")
CONSENTS = ("given", "untraceable")


class CaseState(StrEnum):
    """How far a case has come (G31)."""

    TO_MEND = "to_mend"
    TO_REVIEW = "to_review"  # no review copy of its present text has come back
    IN_REVIEW = "in_review"  # one has come back, but cannot be released as it is
    RELEASED = "released"
    CHOSEN = "chosen"  # released, and chosen for a meeting
    DISCUSSED = "discussed"  # a meeting form says so


@dataclass(frozen=True, slots=True)
class Case:
    """A released case: its answers by question are anonymous as far as a person could see.

    `meeting` is the key of the meeting it was chosen for; None as long as the lead has not chosen.
    """

    code: str
    answers: Mapping[str, str]
    kind: str | None = None
    first_year: bool | None = None
    origin: str | None = None
    author: str | None = None
    meeting: str | None = None
    place: Place = field(default=Place(), compare=False)


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """Where a case stands, for the overview; `place` is its form in the inbox."""

    code: str
    state: CaseState
    meeting: str | None = None
    place: Place = field(default=Place(), compare=False)
