"""The slides of a follow-up: what we did, a case held against our frame, what we will do (M87, M91, M94, M97-M100)."""

from dataclasses import replace

from pipeline.documents.contents import Big, Card, Cards, Deck, Grid, Look, Notes, Points, Section, Slide, Space
from pipeline.documents.session import Session
from pipeline.documents.session_slides import agenda_slide, dates_slide, meetings_after, session_deck, title_slide
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import FOLLOW_UPS, Meeting, Mode
from pipeline.ttr.records import TeamYear
from pipeline.ttr.timetable import shared, timetable_for

AGREEMENTS = ("names", "constructive", "pass", "inside")
AGREED_IN_INTRO = ("definition", "conditions")
SINCE_LAST_TIME = ("frame", "case")
REPORT_PARTS = ("frame", "reports", "lessons")
ACTION_COLUMNS = ("what", "who", "when")
ROOM_FOR_ACTIONS = 4


def follow_up_deck(year: TeamYear, meeting: Meeting, words: Catalogue) -> Deck:
    """The deck of a follow-up, in the language of `words`.

    No case and no frame of reference stands in it: those are shown or handed out, and the action points are typed in.
    """
    session = Session("follow_up", year, meeting, timetable_for(meeting.key, meeting.minutes), words)
    title = session.say("title.title", meeting=words.say(f"terms.meeting.{meeting.key}"))
    return session_deck(
        session,
        title,
        (_inventory_section(session, title), _reflection_section(session), _action_points_section(session)),
    )


def _inventory_section(session: Session, title: str) -> Section:
    opening, agenda, safety, inventory, since = shared(session.timetable.length("inventory"), (1, 1, 1, 1, 6))
    return Section(
        session.block_name("inventory"),
        (
            title_slide(session, title, session.notes("title", opening, "case_on_paper", "latecomers", "few")),
            agenda_slide(session, agenda),
            _cards(session, "safety", AGREEMENTS, safety, "name_said", "refuses"),
            session.opening("inventory", inventory, "nothing_done"),
            _since_last_time(session, since),
        ),
    )


def _since_last_time(session: Session, minutes: int) -> Slide:
    """The inventory question (M98); the first follow-up has no earlier case to look back on."""
    if session.meeting.key == FOLLOW_UPS[0]:
        return _cards(session, "since_intro", AGREED_IN_INTRO, minutes, "nothing_done", "silence", "frame_missing")
    return _cards(session, "since", SINCE_LAST_TIME, minutes, "nothing_done", "silence", "dominant")


def _reflection_section(session: Session) -> Section:
    opening, frame, case, question, helping = shared(session.timetable.length("reflection"), (1, 2, 4, 8, 5))
    return Section(
        session.block_name("reflection"),
        (
            session.opening("reflection", opening, "time_short"),
            _space(session, "frame", session.notes("frame", frame, "frame_missing")),
            _case(session, case),
            Slide(
                Look.STATEMENT,
                session.say("question.title"),
                session.notes("question", question, "silence", "blaming", "recognised", "disclosure"),
                (
                    Big(
                        session.say("question.text"),
                        kicker=session.say("question.kicker"),
                        action=session.say("question.action"),
                    ),
                ),
            ),
            Slide(
                Look.CONTENT,
                session.say("helping.title"),
                session.notes("helping", helping, "disagreement", "dominant", "hurtful", "upset"),
                (Points(session.many("helping.points")),),
                subtitle=session.say("helping.subtitle"),
            ),
        ),
    )


def _case(session: Session, minutes: int) -> Slide:
    """The one case of this meeting, handed out before or during it (M94, M95); an invented one is at hand (M92)."""
    hand_out, online = session.meeting.hand_out, session.meeting.mode is not Mode.OFFLINE
    fictional = session.say("case.fictional", case=session.say(f"case.invented.{session.meeting.key}"))
    situations = ("case_on_paper", "case_online", "recognised") if online else ("case_on_paper", "recognised")
    notes = session.notes(f"case.{hand_out.value if hand_out else 'open'}", minutes, *situations)
    return _space(session, "case", replace(notes, if_needed=(*notes.if_needed, fictional)))


def _action_points_section(session: Session) -> Section:
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
    return _cards(session, "annual_report", REPORT_PARTS, minutes, "time_short")


def _cards(session: Session, key: str, parts: tuple[str, ...], minutes: int, *situations: str) -> Slide:
    cards = tuple(Card(session.say(f"{key}.{part}.name"), session.say(f"{key}.{part}.text")) for part in parts)
    return Slide(
        Look.OPEN,
        session.say(f"{key}.title"),
        session.notes(key, minutes, *situations),
        (Cards(cards),),
        subtitle=session.say(f"{key}.subtitle"),
    )


def _space(session: Session, key: str, notes: Notes) -> Slide:
    return Slide(
        Look.OPEN,
        session.say(f"{key}.title"),
        notes,
        (Space(session.say(f"{key}.place"), session.say(f"{key}.alt")),),
        subtitle=session.say(f"{key}.subtitle"),
    )
