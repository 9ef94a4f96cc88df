"""What happens next, at the end of the introductory session (M64, M84-M87)."""

from pipeline.documents.contents import Card, Cards, Grid, Look, Points, Section, Slide
from pipeline.documents.session import Session
from pipeline.ttr.programme import FOLLOW_UPS, Meeting
from pipeline.ttr.timetable import shared

FRAME_STEPS = ("write", "size", "share")
ALWAYS_PLANNED = FOLLOW_UPS[:2]


def wrap_up_section(session: Session) -> Section:
    """The frame, the next meetings with their dates, and the credits."""
    minutes = shared(session.timetable.length("wrap_up"), (1, 1, 2, 1))
    opening, frame, dates, credits_ = minutes
    return Section(
        session.block_name("wrap_up"),
        (
            session.opening("wrap_up", opening, "running_late"),
            _frame(session, frame),
            _dates(session, dates),
            Slide(
                Look.CONTENT,
                session.say("credits.title"),
                session.notes("credits", credits_, "upset"),
                (Points(session.words.many("programme.credits")),),
            ),
        ),
    )


def _frame(session: Session, minutes: int) -> Slide:
    cards = tuple(
        Card(session.say(f"frame.{step}.name"), session.say(f"frame.{step}.text"), str(number))
        for number, step in enumerate(FRAME_STEPS, 1)
    )
    return Slide(
        Look.OPEN,
        session.say("frame.title"),
        session.notes("frame", minutes, "perfectionism"),
        (Cards(cards),),
    )


def _dates(session: Session, minutes: int) -> Slide:
    return Slide(
        Look.OPEN,
        session.say("dates.title"),
        session.notes("dates", minutes, "cannot_come", "who_moderates"),
        (
            Grid(
                header=tuple(session.say(f"dates.{column}") for column in ("meeting", "when", "where")),
                rows=tuple(_row(session, meeting) for meeting in _next_meetings(session)),
                alt=session.say("dates.alt"),
            ),
        ),
        subtitle=session.say("dates.subtitle"),
    )


def _next_meetings(session: Session) -> tuple[Meeting, ...]:
    planned = {key: session.programme.meeting(key) for key in FOLLOW_UPS}
    return tuple(meeting or Meeting(key) for key, meeting in planned.items() if meeting or key in ALWAYS_PLANNED)


def _row(session: Session, meeting: Meeting) -> tuple[str, str, str]:
    words = session.words
    where = (meeting.regular_meeting, meeting.room)
    return (
        words.say(f"terms.meeting.{meeting.key}"),
        _when(session, meeting),
        ", ".join(part for part in where if part) or words.say("terms.place_open"),
    )


def _when(session: Session, meeting: Meeting) -> str:
    words = session.words
    if meeting.day is None:
        return words.say("terms.date_open")
    day = words.long_date(meeting.day)
    return day if meeting.start is None else f"{day}, {words.clock(meeting.start)}"
