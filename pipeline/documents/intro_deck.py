"""The slides of the introductory session, from welcome to next steps (M48, M82-M84)."""

from pipeline.documents.contents import (
    Block,
    Card,
    Cards,
    Deck,
    Grid,
    Look,
    Notes,
    NotesLabels,
    Paragraph,
    Points,
    Section,
    Slide,
)
from pipeline.documents.intro_frame import conditions_section, definition_section, finalisation_section
from pipeline.documents.intro_power_walk import power_walk_section
from pipeline.documents.intro_wrap_up import wrap_up_section
from pipeline.documents.session import Session, saying_also
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import INTRO, Meeting, Mode
from pipeline.ttr.records import TeamYear
from pipeline.ttr.team_scan import positioning
from pipeline.ttr.timetable import shared, timetable_for

PILLARS = ("dialogue_days", "team_teacher_reflection", "community_mentoring")
GOALS = ("experience", "frame")
AGREEMENTS = ("pass", "persona", "inside", "curious")


def intro_deck(year: TeamYear, meeting: Meeting, words: Catalogue) -> Deck:
    """The deck of the introductory session, in the language of `words`.

    What is not known yet is said to be still open; the statements are the team's own, or else the ten examples.
    """
    session = Session("intro", year, meeting, timetable_for(INTRO, meeting.minutes), words)
    return Deck(
        title=session.say("title.title"),
        language=words.language,
        sections=(
            _introduction_section(session),
            power_walk_section(session, year.statements or EXAMPLES),
            _break_section(session),
            definition_section(session),
            conditions_section(session),
            finalisation_section(session),
            wrap_up_section(session),
        ),
        labels=NotesLabels(*(words.say(f"terms.notes.{part}") for part in ("say", "minutes", "if_needed", "together"))),
        footer=" · ".join(part for part in (words.say("programme.name"), session.programme.team) if part),
    )


def _introduction_section(session: Session) -> Section:
    focus = bool(session.programme.focus)
    weights = (1, 3, 1, 1, 1, 1, 2) if focus else (1, 3, 1, 1, 1, 2)
    minutes = iter(shared(session.timetable.length("introduction"), weights))
    slides = [_title(session, next(minutes)), _why(session, next(minutes))]
    if focus:
        slides.append(_focus(session, next(minutes)))
    slides += [
        _pillars(session, next(minutes)),
        _goals(session, next(minutes)),
        _agenda(session, next(minutes)),
        _safety(session, next(minutes)),
    ]
    return Section(session.block_name("introduction"), tuple(slides))


def _title(session: Session, minutes: int) -> Slide:
    return Slide(
        Look.TITLE,
        session.say("title.title"),
        session.notes("title", minutes, "latecomers", "few"),
        (Paragraph(_when_and_where(session)),),
        subtitle=_who(session),
    )


def _who(session: Session) -> str:
    programme = session.programme
    known = tuple(part for part in (programme.team, programme.name, programme.institution) if part)
    return " · ".join(known) or session.say("title.team_unknown")


def _when_and_where(session: Session) -> str:
    words, meeting = session.words, session.meeting
    day = words.say("terms.date_open") if meeting.day is None else words.long_date(meeting.day)
    if meeting.start is None:
        hours = words.say("terms.time_open")
    else:
        hours = f"{session.clock(0)}\u2013{session.clock(session.timetable.minutes)}"
    return " · ".join((day[:1].upper() + day[1:], hours, _where(session)))


def _where(session: Session) -> str:
    if session.meeting.room:
        return session.meeting.room
    online = session.meeting.mode is Mode.ONLINE
    return session.words.say("terms.online" if online else "terms.place_open")


def _why(session: Session, minutes: int) -> Slide:
    return Slide(
        Look.CONTENT,
        session.say("why.title"),
        saying_also(session.notes("why", minutes, "resistance", "time_short"), _position(session)),
        (Points(session.words.many("deck.intro.why.points")),),
        subtitle=session.say("why.subtitle"),
    )


def _position(session: Session) -> str:
    return session.words.say(f"scan.positioning.{positioning(session.year.scan)}.opening")


def _focus(session: Session, minutes: int) -> Slide:
    groups = tuple(session.words.say(f"programme.focus.{key}") for key in session.programme.focus)
    return Slide(
        Look.CONTENT,
        session.say("focus.title"),
        session.notes("focus", minutes, "singled_out", groups="; ".join(groups)),
        (Points(tuple(group[:1].upper() + group[1:] for group in groups)),),
        subtitle=session.say("focus.subtitle"),
    )


def _pillars(session: Session, minutes: int) -> Slide:
    cards = tuple(
        Card(
            session.words.say(f"programme.pillar.{key}.name"),
            session.words.say(f"programme.pillar.{key}.text"),
        )
        for key in PILLARS
    )
    return Slide(
        Look.OPEN,
        session.say("pillars.title"),
        session.notes("pillars", minutes, "time_short"),
        (Cards(cards),),
        subtitle=session.say("pillars.subtitle"),
    )


def _goals(session: Session, minutes: int) -> Slide:
    cards = tuple(
        Card(
            session.words.say(f"programme.goal.{key}.name"),
            session.words.say(f"programme.goal.{key}.text"),
            mark=str(number),
        )
        for number, key in enumerate(GOALS, 1)
    )
    return Slide(
        Look.OPEN,
        session.say("goals.title"),
        session.notes("goals", minutes, "expectations"),
        (Cards(cards),),
    )


def _agenda(session: Session, minutes: int) -> Slide:
    return Slide(Look.OPEN, session.say("agenda.title"), _agenda_notes(session, minutes), (_agenda_grid(session),))


def _agenda_notes(session: Session, minutes: int) -> Notes:
    say = "agenda.say_from_opening" if session.meeting.start is None else "agenda.say"
    end = session.clock(session.timetable.minutes)
    if_needed = [session.words.say("deck.if.latecomers")]
    if not session.timetable.from_manual:
        if_needed.append(session.say("agenda.our_timetable", minutes=session.timetable.minutes))
    return Notes(session.words.many(f"deck.intro.{say}", end=end), minutes, tuple(if_needed))


def _agenda_grid(session: Session) -> Block:
    time_header = "from_opening" if session.meeting.start is None else "time"
    rows = tuple(
        (session.clock(start), session.block_name(key), str(session.timetable.length(key)))
        for key, start in session.timetable.starts()
    )
    return Grid(
        header=tuple(session.say(f"agenda.{column}") for column in (time_header, "part", "minutes")),
        rows=rows,
        alt=session.say("agenda.alt"),
    )


def _safety(session: Session, minutes: int) -> Slide:
    cards = tuple(Card(session.say(f"safety.{key}.name"), session.say(f"safety.{key}.text")) for key in AGREEMENTS)
    return Slide(
        Look.OPEN,
        session.say("safety.title"),
        session.notes("safety", minutes, "as_oneself", "refuses", "upset"),
        (Cards(cards),),
    )


def _break_section(session: Session) -> Section:
    length = session.timetable.length("break")
    back = session.clock(session.timetable.start("definition"))
    key = "break.for" if session.meeting.start is None else "break.until"
    slide = Slide(
        Look.SECTION,
        session.block_name("break"),
        session.notes("break", length, "upset", "break_short"),
        subtitle=session.say(key, back=back, minutes=session.minutes(length)),
    )
    return Section(session.block_name("break"), (slide,))
