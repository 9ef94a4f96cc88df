"""What happens next, at the end of the introductory session (M64, M84-M87)."""

from pipeline.documents.contents import Card, Cards, Look, Points, Section, Slide
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import dates_slide, meetings_after
from pipeline.ttr.timetable import shared

FRAME_STEPS = ("write", "size", "share")


def wrap_up_section(session: Session) -> Section:
    """The frame, the next meetings with their dates, and the credits."""
    minutes = shared(session.timetable.length("wrap_up"), (1, 1, 2, 1))
    opening, frame, dates, credits_ = minutes
    return Section(
        session.block_name("wrap_up"),
        (
            session.opening("wrap_up", opening, "running_late"),
            _frame(session, frame),
            dates_slide(session, dates, meetings_after(session)),
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
