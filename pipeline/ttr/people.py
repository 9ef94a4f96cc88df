"""Who takes part, known by code only (M02, M03, M37)."""

from dataclasses import dataclass, field

from pipeline.findings import Place

ROLES = ("teacher", "team_lead", "management", "support", "mentor")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who signed up, by the code that is the same all year.

    `first_year` tells whether this person teaches year 1 of the programme; None where it was not answered.
    """

    code: str
    role: str | None = None
    first_year: bool | None = None
    place: Place = field(default=Place(), compare=False)
