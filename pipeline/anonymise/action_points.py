"""The action points of the year: from the meeting forms, and as the action list keeps them (M98, M100, M103)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.anonymise.folding import words
from pipeline.anonymise.prose import plain_text
from pipeline.anonymise.reading import closed, copies, given, place_of, spot
from pipeline.anonymise.text_desk import TeamTexts, TextDesk
from pipeline.findings import Finding, Place, note
from pipeline.forms.action_list import ACTION_LIST
from pipeline.inbox.answers import Answers, Row
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS

ABOUT = ACTION_LIST.key
ADDED = "L"
"""Instead of a meeting's number for what a lead added to the list; it can never be the number of a meeting's point."""

_ADDED = re.compile(rf"{ADDED}\.([1-9][0-9]{{0,3}})")


def points_of(desk: TextDesk, meeting: str) -> Iterator[ActionPoint]:
    """Those of one meeting form that may be said; a row that is held back leaves its number free."""
    meeting_number = FOLLOW_UPS.index(meeting) + 1
    for number, row in enumerate(desk.answers.sheets.get("action_points", ()), 1):
        yield from _point(desk, row, f"{meeting_number}.{number}", meeting)


def with_lists(texts: TeamTexts, points: Iterable[ActionPoint]) -> tuple[tuple[ActionPoint, ...], tuple[Finding, ...]]:
    """The points as the action list has them, and what there is to say; of two lists the later counts.

    What is not in a list stays as the meeting form says.
    """
    lists = copies(texts.received, ACTION_LIST)
    book = _Book({point.number: point for point in points}, _numbers_given(lists))
    for answers in lists:
        book.take(texts.desk(answers, ABOUT))
    order = {meeting: at for at, meeting in enumerate(FOLLOW_UPS)}
    in_order = sorted(book.points.values(), key=lambda point: order.get(point.meeting or "", len(order)))
    return tuple(in_order), tuple(book.findings)


def _point(desk: TextDesk, row: Row, number: str, meeting: str | None) -> Iterator[ActionPoint]:
    """The point in a row, as far as what and who may both be said."""
    what, who = desk.passing(row, "what"), desk.role(row, "who")
    if what and who is not None:
        state = ActionState(given(row, "state", str) or ActionState.OPEN)
        yield ActionPoint(number, what, meeting, who or None, given(row, "due", date), state, place_of(row, "what"))


def _numbers_given(lists: Iterable[Answers]) -> frozenset[str]:
    rows = (row for answers in lists for row in answers.sheets.get("actions", ()))
    return frozenset(number for row in rows if _ADDED.fullmatch(number := _number(row)))


def _number(row: Row) -> str:
    return plain_text(closed(row, "number")).upper()


@dataclass(frozen=True, slots=True)
class _Book:
    """The points by number while one list after the other is taken in; `listed` is where a list has each of them."""

    points: dict[str, ActionPoint]
    reserved: frozenset[str]
    listed: dict[str, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def take(self, desk: TextDesk) -> None:
        """One list; a wording in it that passed before needs no other release."""
        rows = [row for row in desk.answers.sheets.get("actions", ()) if _text(row) or _number(row)]
        numbers = self._found(rows)
        written: set[tuple[object, ...]] = {_key(rows[at]) for at in numbers}
        unreleased = False
        for at, row in enumerate(rows):
            if at in numbers:
                unreleased |= self._change(desk, row, numbers[at])
            elif _key(row) in written:
                self.findings.append(note("action_point_twice", place_of(row, "what"), ABOUT))
            elif _text(row):
                unreleased |= self._add(desk, row)
                written.add(_key(row))
        if unreleased:
            desk.ask_for_release()
        self.findings.extend(desk.findings)

    def _found(self, rows: Sequence[Row]) -> dict[int, str]:
        """The point of each row; equal texts find each other first, so that no row takes another's by its number."""
        by_text: dict[tuple[str, ...], list[ActionPoint]] = defaultdict(list)
        for point in self.points.values():
            by_text[words(point.what)].append(point)
        by_number = {number: [point] for number, point in self.points.items()}
        found: dict[int, str] = {}
        _match(found, ((at, row, by_text.get(words(_text(row)), ())) for at, row in enumerate(rows)))
        others = ((at, row) for at, row in enumerate(rows) if at not in found)
        _match(found, ((at, row, by_number.get(_number(row), ())) for at, row in others))
        return found

    def _change(self, desk: TextDesk, row: Row, number: str) -> bool:
        """The point as the list has it; whether something in it waits for the list to be released."""
        point = self.points[number]
        what, who = _text(row), plain_text(closed(row, "who"))
        changed = replace(
            point,
            what=(desk.passing(row, "what") if what not in {"", point.what} else None) or point.what,
            who=(desk.role(row, "who") if who not in {"", point.who} else None) or point.who,
            due=given(row, "due", date) or point.due,
            state=ActionState(given(row, "state", str) or point.state),
            place=place_of(row, "what"),
        )
        before = self.listed.get(number)
        if before and changed != point:
            self.findings.append(note("action_lists_differ", row.place, ABOUT, first=spot(before)))
        self.points[number], self.listed[number] = changed, row.place
        return not desk.is_released and (_is_new(what, point.what) or _is_new(who, point.who or ""))

    def _add(self, desk: TextDesk, row: Row) -> bool:
        """A point that no meeting form has; whether it waits for the list to be released."""
        number = _number(row)
        if number not in self.reserved or number in self.points:
            number = self._free_number()
        for point in _point(desk, row, number, given(row, "meeting", str)):
            self.points[number], self.listed[number] = point, row.place
        return not desk.is_released

    def _free_number(self) -> str:
        taken = (int(found[1]) for number in (*self.points, *self.reserved) if (found := _ADDED.fullmatch(number)))
        return f"{ADDED}.{max(taken, default=0) + 1}"


def _match(found: dict[int, str], likely: Iterable[tuple[int, Row, Sequence[ActionPoint]]]) -> None:
    """Gives each row the first of its likely points that is free and not of another meeting."""
    taken = set(found.values())
    for at, row, points in likely:
        meeting = given(row, "meeting", str)
        free = (one.number for one in points if meeting in {None, one.meeting} and one.number not in taken)
        if number := next(free, None):
            found[at] = number
            taken.add(number)


def _text(row: Row) -> str:
    return plain_text(closed(row, "what"))


def _key(row: Row) -> tuple[str | None, tuple[str, ...]]:
    return given(row, "meeting", str), words(_text(row))


def _is_new(text: str, known: str) -> bool:
    """Whether the list says something else, and not the same in other signs."""
    return bool(text) and words(text) != words(known)
