"""The action points of earlier meetings on the slides of a follow-up: what was done, then what waits (M91, M98)."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from pipeline.documents.contents import Block, Card, Cards, Grid, Look, Slide
from pipeline.documents.session.passages import shared_out
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import in_parts
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.programme import FOLLOW_UPS

COLUMNS = ("what", "who", "when", "state")
SHOWN = (ActionState.DONE, ActionState.OPEN, ActionState.BUSY)
"""In this order, for the moderator thanks before asking what waits, late ones first; what was dropped is left alone."""

SIGNS_BESIDE_EACH_OTHER = 70
MOST_ROWS, MOST_LINES, MOST_LINES_OF_ONE = 5, 11, 4
"""How many rows a table has, how many lines in all, and how many its highest row; ours. A longer point has a card."""

MOST_CARDS = 2

Row: TypeAlias = tuple[str, ...]


def points_to_look_back_on(session: Session) -> tuple[ActionPoint, ...]:
    """What still waits from any earlier meeting, and what was done of the last one, so that done work is seen."""
    earlier = FOLLOW_UPS[: FOLLOW_UPS.index(session.meeting.key)]
    before = [point for point in session.year.action_points if point.meeting is None or point.meeting in earlier]
    last = max((point.meeting for point in before if point.meeting), key=FOLLOW_UPS.index, default="")
    looked_back_on = [
        point for point in before if point.state.waits or (point.state is ActionState.DONE and point.meeting == last)
    ]
    return tuple(sorted(looked_back_on, key=lambda point: _order(point, _day(session))))


def point_slides(session: Session, points: Sequence[ActionPoint], minutes: int) -> Iterator[Slide]:
    """The action points in tables, or on cards where they are long."""
    situations = ("late_points", "nothing_done", "defending")
    slides = [
        Slide(
            Look.OPEN,
            session.say("points.title"),
            session.notes("points", minutes, *situations),
            (block,),
            session.say("points.subtitle"),
        )
        for block in _blocks(session, points)
    ]
    yield from in_parts(session, slides, session.notes("points.more", 0, *situations))


def _order(point: ActionPoint, day: date | None) -> tuple[bool, bool, int, date]:
    late = point.is_late(day)
    return point.state.waits, not late, SHOWN.index(point.state), point.due or date.max


def _day(session: Session) -> date | None:
    """The day by which it shows what is late: the meeting's, or today where that is not known."""
    return session.meeting.day or session.year.today


def _blocks(session: Session, points: Iterable[ActionPoint]) -> Iterator[Block]:
    """What stands on each slide: a table, or cards for points that are too long for one."""
    header = tuple(session.say(f"points.{column}") for column in COLUMNS)

    def in_table(rows: Sequence[Row]) -> bool:
        lines = _lines((header, *rows))
        return len(rows) <= MOST_ROWS and max(lines) <= MOST_LINES_OF_ONE and sum(lines) <= MOST_LINES

    def together(rows: Sequence[Row]) -> bool:
        return in_table(rows) or (len(rows) <= MOST_CARDS and not any(in_table((row,)) for row in rows))

    for rows in shared_out([(point.what, *_agreed(session, point)) for point in points], together):
        if in_table(rows):
            yield Grid(header, rows, session.say("points.alt"))
        else:
            yield Cards(tuple(Card(what, " · ".join(agreed)) for what, *agreed in rows))


def _lines(rows: Sequence[Row]) -> tuple[int, ...]:
    """How many lines each row takes, roughly: columns give way by what they have beyond their longest word."""
    columns = tuple(zip(*rows, strict=True))
    wanted = [max(map(len, column)) for column in columns]
    least = [max(len(word) for text in column for word in re.split(r"[ \n]+", text)) for column in columns]
    over, spare = sum(wanted) - SIGNS_BESIDE_EACH_OTHER, sum(wanted) - sum(least)
    kept = 1 - min(max(over, 0) / max(spare, 1), 1)
    widths = [max(int(need + (want - need) * kept), 1) for want, need in zip(wanted, least, strict=True)]
    return tuple(max(len(textwrap.wrap(text, width)) for text, width in zip(row, widths, strict=True)) for row in rows)


def _agreed(session: Session, point: ActionPoint) -> tuple[str, str, str]:
    """Who it is, by when, and how it stands; that it is late is said in words."""
    state = session.words.say(f"choices.action_state.{point.state}")
    return (
        point.who or session.say("points.open_yet"),
        session.words.plain_date(point.due, short=True) if point.due else session.say("points.open_yet"),
        session.say("points.late", state=state) if point.is_late(_day(session)) else state,
    )
