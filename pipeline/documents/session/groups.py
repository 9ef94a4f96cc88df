"""Who talks with whom in small groups, by code; with others at each session (M78, G28)."""

from collections.abc import Iterator
from typing import TypeAlias

from pipeline.documents.contents import Grid, Look, Slide
from pipeline.documents.session.passages import shared_out
from pipeline.documents.session.setting import Session, saying_also
from pipeline.ttr.groups import groups_of
from pipeline.ttr.programme import Mode

GROUPS_ON_A_SLIDE = 8

Groups: TypeAlias = tuple[tuple[str, ...], ...]


def groups_for(session: Session) -> Groups:
    """The groups of this session; none with fewer than two who signed up."""
    codes = (participant.code for participant in session.year.participants)
    return groups_of(codes, session.programme, session.meeting.key)


def group_slides(session: Session, dealt: Groups, minutes: int, *situations: str) -> Iterator[Slide]:
    """The groups in tables, about equally many to a slide; what is said at them stands at `groups` of the deck."""
    first = 0
    for shown in shared_out(dealt, lambda some: len(some) <= GROUPS_ON_A_SLIDE):
        title = "groups.title" if len(dealt) <= GROUPS_ON_A_SLIDE else "groups.title_of_part"
        notes = session.notes("groups", 0 if first else minutes, *situations)
        yield Slide(
            Look.OPEN,
            session.say(title, first=first + 1, last=first + len(shown)),
            saying_also(notes, how_to_gather(session)),
            (_grid(session, shown, first),),
        )
        first += len(shown)


def how_to_gather(session: Session) -> str:
    """How the groups find each other, in a room, online, or both."""
    return session.say(f"groups.{(session.meeting.mode or Mode.HYBRID).value}")


def _grid(session: Session, dealt: Groups, before: int) -> Grid:
    return Grid(
        header=(session.say("groups.group"), session.say("groups.who")),
        rows=tuple((str(number), ", ".join(codes)) for number, codes in enumerate(dealt, before + 1)),
        alt=session.say("groups.alt"),
    )
