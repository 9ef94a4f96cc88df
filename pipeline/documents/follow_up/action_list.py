"""Every action point of the year and how it stands: a list for the lead to keep, with what it comes to (M98, M100)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.filled_form import FilledForm
from pipeline.forms.action_list import ACTION_LIST
from pipeline.forms.releases import NOT_YET
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.records import TeamYear

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How many points of a follow-up there are, how many of each state and how many are late.

    `meeting` is its key, empty for what belongs to none.
    """

    meeting: str
    total: int
    by_state: tuple[int, ...]
    late: int


@dataclass(frozen=True, slots=True)
class ActionList:
    """The form with all points in it, and the counts of each follow-up as they are on the day it was made."""

    filled: FilledForm
    counts: tuple[ActionCounts, ...]


def action_list(year: TeamYear, words: Catalogue) -> ActionList | None:
    """The list, what is still to be done first, by the day it is due; None without an action point.

    It waits to be released anew, for what is typed in it has been looked at by nobody.
    """
    if not year.action_points:
        return None
    rows = [dict(_row(point)) for point in sorted(year.action_points, key=_order)]
    filled = FilledForm(ACTION_LIST, words, {"actions": rows, "release": [{"release": NOT_YET}]})
    return ActionList(filled, tuple(_counts(year.action_points, year.today)))


def _order(point: ActionPoint) -> tuple[bool, date, tuple[int, ...]]:
    numbers = tuple(int(number) for number in _NUMBER.findall(point.number))
    return not point.state.waits, point.due or date.max, numbers


def _row(point: ActionPoint) -> Iterator[tuple[str, str | date]]:
    """What is known of a point, by question."""
    told = (point.number, point.meeting, point.what, point.who, point.due, point.state.value)
    for question, answer in zip(ACTION_LIST.sheet("actions").questions, told, strict=True):
        if answer:
            yield question.key, answer


def _counts(points: Sequence[ActionPoint], today: date | None) -> Iterator[ActionCounts]:
    for meeting in (*FOLLOW_UPS, ""):
        own = [point for point in points if (point.meeting or "") == meeting]
        by_state = tuple(sum(point.state is state for point in own) for state in ActionState)
        yield ActionCounts(meeting, len(own), by_state, sum(point.is_late(today) for point in own))
