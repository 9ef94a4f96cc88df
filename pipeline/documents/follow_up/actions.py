"""The action points of a follow-up: a table to type them in, and what comes next (M100, M104)."""

from pipeline.documents.contents import Grid, Look, Points, Section, Slide
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import cards_slide, dates_slide, meetings_after
from pipeline.ttr.timetable import shared

REPORT_PARTS = ("frame", "reports", "lessons")
ACTION_COLUMNS = ("what", "who", "when")
ROOM_FOR_ACTIONS = 4


def action_points_section(session: Session) -> Section:
    """Which concrete steps we take, when we meet again, and thanks."""
    opening, actions, ahead, thanks = shared(session.timetable.length("action_points"), (1, 6, 2, 1))
    return Section(
        session.block_name("action_points"),
        (
            session.opening("action_points", opening, "late_with_actions"),
            Slide(
                Look.OPEN,
                session.say("actions.title"),
                session.notes("actions", actions, "vague_action", "nobody_volunteers", "name_said", "no_agreement"),
                (_empty_grid(session),),
                subtitle=session.say("actions.subtitle"),
            ),
            _ahead(session, ahead),
            Slide(
                Look.CONTENT,
                session.say("thanks.title"),
                session.notes("thanks", thanks, "upset", "late_with_actions"),
                (Points(session.many("thanks.points")),),
            ),
        ),
    )


def _empty_grid(session: Session) -> Grid:
    return Grid(
        header=tuple(session.say(f"actions.{column}") for column in ACTION_COLUMNS),
        rows=(("",) * len(ACTION_COLUMNS),) * ROOM_FOR_ACTIONS,
        alt=session.say("actions.alt"),
    )


def _ahead(session: Session, minutes: int) -> Slide:
    """The meetings still to come, or after the last one the annual report (M104)."""
    meetings = meetings_after(session)
    if meetings:
        return dates_slide(session, minutes, meetings)
    return cards_slide(session, "annual_report", REPORT_PARTS, session.notes("annual_report", minutes, "time_short"))
