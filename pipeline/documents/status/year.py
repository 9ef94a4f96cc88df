"""The year as a table in the terminal: a sign, what is done, its day and how it stands, and what is missing (M102).

The sign says the same as the word at the end of the line; neither needs colour.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pipeline.documents.plan.words import activity_name, day_of_year
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.status import ActivityStatus, Missing, Standing, What

_GAP = "  "
_PROPOSED = "*"
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        Standing.DONE.value: "\N{CHECK MARK}",
        Standing.DUE.value: ">",
        Standing.LATE.value: "!",
        Standing.LATER.value: "\N{MIDDLE DOT}",
        Standing.OPEN.value: "\N{HORIZONTAL ELLIPSIS}",
        "over": "\N{EN DASH}",
    }
)
_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        What.LETTERS: "personas",
        What.REVIEW: "review",
        What.DECK: "session-deck {}",
        What.HANDOUT: "session-deck {}",
        What.REPORT: "report {}",
        What.YEAR_FORM: "report year",
        What.ANNUAL_REPORT: "report year",
    }
)
"""With which command a lead makes what is missing; behind it goes the number of the follow-up."""


def year_lines(activities: Sequence[ActivityStatus], words: Catalogue) -> Iterator[str]:
    """A line for each activity, in columns, and one for everything that it misses."""
    if not activities:
        yield words.say("status.activity.none")
        return
    rows = [_row(one, words) for one in activities]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for one, row in zip(activities, rows, strict=True):
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield _GAP.join(padded).rstrip()
        yield from (f"{_GAP}  {_missing(missing, one, words)}" for missing in one.missing)
    if any(_day(one, words).endswith(_PROPOSED) for one in activities):
        yield f"{_PROPOSED} {words.say('status.activity.proposed')}"
    if not any(one.missing for one in activities):
        yield words.say("status.activity.nothing_missing")


def _row(one: ActivityStatus, words: Catalogue) -> tuple[str, str, str, str]:
    stands = words.say(f"status.standing.{one.word}")
    return _SIGNS[one.word], activity_name(one.row, words), _day(one, words), stands


def _day(one: ActivityStatus, words: Catalogue) -> str:
    """Its day, or the last day for it; of what is done only that of a meeting, as it was planned."""
    row = one.row
    was_planned = row.is_meeting and not row.proposed
    if row.day is None or (one.standing is Standing.DONE and not was_planned):
        return ""
    return f"{day_of_year(row.day, words)}{_PROPOSED if row.proposed else ''}"


def _missing(missing: Missing, one: ActivityStatus, words: Catalogue) -> str:
    what = words.say(f"status.missing.{missing.what}")
    who = words.say(f"status.role.{missing.awaited_from.value}")
    command = _COMMANDS.get(missing.what)
    if command is None:
        return words.say("status.activity.missing", what=what, who=who)
    number = FOLLOW_UPS.index(one.row.meeting) + 1 if one.row.meeting in FOLLOW_UPS else ""
    return words.say("status.activity.to_make", what=what, who=who, command=command.format(number).rstrip())
