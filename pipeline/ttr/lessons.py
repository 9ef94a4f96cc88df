"""What a team learned in a year, as its annual report tells it (M06, M104, M105, G18)."""

from dataclasses import dataclass, field

from pipeline.findings import Place

LESSONS = ("awareness", "skills", "practice", "process", "next_year")
"""Ours (G18): the programme's three horizons, how the meetings went, and what the next year needs."""

MOST_WORDS = 300
"""In one answer; ours: about half a page of the annual report."""


@dataclass(frozen=True, slots=True)
class LessonsLearned:
    """The year form of an academic year (`2027-2028`).

    A text may have several paragraphs, a line each; empty for a question that was left open. `recipient` is for whom
    the annual report is; None where nobody said. `cases_for_management` tells that the cases may stand in the version
    for management too (G30).
    """

    academic_year: str | None
    awareness: str = ""
    skills: str = ""
    practice: str = ""
    process: str = ""
    next_year: str = ""
    recipient: str | None = None
    cases_for_management: bool = False
    place: Place = field(default=Place(), compare=False)

    def told(self, lesson: str) -> str:
        """What was written under one of `LESSONS`."""
        return str(getattr(self, lesson))

    @property
    def left_open(self) -> tuple[str, ...]:
        """The questions without an answer."""
        return tuple(lesson for lesson in LESSONS if not self.told(lesson).strip())


def year_before(academic_year: str) -> str:
    """The academic year before (`2026-2027` for `2027-2028`)."""
    begin = int(academic_year[:4])
    return f"{begin - 1}-{begin}"
