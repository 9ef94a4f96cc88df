"""Which statements of the Power Walk touch which focus group (M47, M52, M111).

Which touch which is ours. A statement of the team is judged by its theme alone: nobody reads what it says.
"""

from collections.abc import Iterable

from pipeline.ttr.power_walk import Statement

EXAMPLES_BY_FOCUS = {
    "first_generation": ("parents", "books", "loan"),
    "gender": ("staff", "bodies", "publicity", "remark", "stereotypes"),
    "background": ("history", "stereotypes", "staff", "publicity", "bodies", "remark"),
    "disability": ("classes", "publicity"),
    "work_or_care": ("classes", "loan"),
    "language": ("classes",),
}
"""By focus group the examples that touch it, what fits best first."""

THEMES_BY_FOCUS = {
    "first_generation": ("home", "money"),
    "gender": ("representation", "safety"),
    "background": ("schooling", "representation", "safety"),
    "disability": ("daily_study", "representation"),
    "work_or_care": ("daily_study", "money"),
    "language": ("daily_study", "home"),
}
"""The same of the themes that a statement of the team can have."""


def untouched(focus: Iterable[str], statements: Iterable[Statement]) -> tuple[str, ...]:
    """The focus groups that none of the statements touches."""
    walked = tuple(statements)
    return tuple(group for group in focus if not any(touches(statement, group) for statement in walked))


def touches(statement: Statement, group: str) -> bool:
    """Whether a statement is about something that students of this focus group may meet with."""
    if statement.key is not None:
        return statement.key in EXAMPLES_BY_FOCUS[group]
    return statement.theme in THEMES_BY_FOCUS[group]
