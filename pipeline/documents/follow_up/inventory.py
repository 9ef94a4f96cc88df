"""How a follow-up begins: welcome, agreements, and what was done since the last time (M91, M97, M98)."""

from pipeline.documents.contents import Section, Slide
from pipeline.documents.follow_up.case import has_case
from pipeline.documents.follow_up.points import point_slides, points_to_look_back_on
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import agenda_slide, cards_slide, title_slide
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.timetable import shared

AGREEMENTS = ("names", "constructive", "pass", "inside")
AGREED_IN_INTRO = ("definition", "conditions")
SINCE_LAST_TIME = ("frame", "case")


def inventory_section(session: Session, title: str) -> Section:
    """The title, the programme, the agreements, and the inventory with the action points of earlier meetings."""
    points = points_to_look_back_on(session)
    weights = (1, 1, 1, 1, 3, 3) if points else (1, 1, 1, 1, 6)
    opening, agenda, safety, inventory, *since = shared(session.timetable.length("inventory"), weights)
    return Section(
        session.block_name("inventory"),
        (
            _title(session, title, opening),
            agenda_slide(session, agenda),
            cards_slide(
                session, "safety", AGREEMENTS, session.notes("safety", safety, "name_said", "defending", "refuses")
            ),
            session.opening("inventory", inventory, "nothing_done"),
            _since_last_time(session, since[0]),
            *point_slides(session, points, sum(since[1:])),
        ),
    )


def _title(session: Session, title: str, minutes: int) -> Slide:
    """The first slide, which tells a lead or a team at once that no case has been chosen (M94)."""
    if has_case(session):
        return title_slide(session, title, session.notes("title", minutes, "latecomers", "few"))
    kind = "invented" if session.meeting.fictional else "none"
    notes = session.notes("title", minutes, f"case_{kind}", "latecomers", "few")
    return title_slide(session, title, notes, session.say(f"title.case.{kind}"))


def _since_last_time(session: Session, minutes: int) -> Slide:
    """The inventory question (M98); the first follow-up has no earlier case to look back on."""
    first = session.meeting.key == FOLLOW_UPS[0]
    key, parts = ("since_intro", AGREED_IN_INTRO) if first else ("since", SINCE_LAST_TIME)
    without_frame = first and session.year.frame is None
    notes = session.notes(key, minutes, "nothing_done", "silence", "frame_missing" if without_frame else "dominant")
    return cards_slide(session, key, parts, notes)
