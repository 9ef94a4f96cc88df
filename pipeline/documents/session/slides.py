"""What the decks of all sessions share: their frame, the title, the agenda and the dates to come."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.documents.contents import (
    Card,
    Cards,
    Deck,
    Grid,
    Look,
    Notes,
    NotesLabels,
    Paragraph,
    Section,
    Slide,
    Space,
)
from pipeline.documents.session.setting import Session
from pipeline.ttr.programme import FOLLOW_UPS, Meeting, Mode

ALWAYS_PLANNED = FOLLOW_UPS[:2]


def session_deck(session: Session, title: str, sections: tuple[Section, ...]) -> Deck:
    """The deck with its labels and footer, in the session's language."""
    words = session.words
    return Deck(
        title=title,
        language=words.language,
        sections=sections,
        labels=NotesLabels(*(words.say(f"terms.notes.{part}") for part in ("say", "minutes", "if_needed", "together"))),
        footer=" · ".join(part for part in (words.say("programme.name"), session.programme.team) if part),
    )


def title_slide(session: Session, title: str, notes: Notes, warning: str = "") -> Slide:
    """The title with the team, and when and where it meets; what is not known is said to be open.

    A `warning` is what the team should know before it begins; it stands before the team's name.
    """
    who = " · ".join(part for part in (warning, session.programme.team) if part) if warning else _who(session)
    return Slide(Look.TITLE, title, notes, (Paragraph(_when_and_where(session)),), subtitle=who)


def agenda_slide(session: Session, minutes: int) -> Slide:
    """The parts of the session with the time each begins."""
    return Slide(Look.OPEN, session.say("agenda.title"), _agenda_notes(session, minutes), (_agenda_grid(session),))


def dates_slide(session: Session, minutes: int, meetings: tuple[Meeting, ...]) -> Slide:
    """The meetings to come, each with its day and place as far as known."""
    words = session.words
    return Slide(
        Look.OPEN,
        session.say("dates.title"),
        session.notes("dates", minutes, "cannot_come", "who_moderates"),
        (
            Grid(
                header=tuple(words.say(f"deck.shared.dates.{column}") for column in ("meeting", "when", "where")),
                rows=tuple(_row(session, meeting) for meeting in meetings),
                alt=words.say("deck.shared.dates.alt"),
            ),
        ),
        subtitle=session.say("dates.subtitle"),
    )


def cards_slide(session: Session, key: str, parts: Sequence[str], notes: Notes) -> Slide:
    """A slide with a card for each of `parts`, in the words that stand at `key` of the deck."""
    cards = tuple(Card(session.say(f"{key}.{part}.name"), session.say(f"{key}.{part}.text")) for part in parts)
    return Slide(Look.OPEN, session.say(f"{key}.title"), notes, (Cards(cards),), session.say(f"{key}.subtitle"))


def space_slide(session: Session, key: str, notes: Notes) -> Slide:
    """A slide with an empty place for what comes later."""
    place = Space(session.say(f"{key}.place"), session.say(f"{key}.alt"))
    return Slide(Look.OPEN, session.say(f"{key}.title"), notes, (place,), session.say(f"{key}.subtitle"))


def in_parts(session: Session, slides: Sequence[Slide], more: Notes) -> Iterator[Slide]:
    """Slides that go on with one thing: numbered where there are several, with the notes `more` from the second on."""
    for number, slide in enumerate(slides, 1):
        numbers = {"number": number, "count": len(slides)}
        title = session.words.say("deck.shared.part_of", title=slide.title, **numbers) if slides[1:] else slide.title
        yield replace(slide, title=title, notes=slide.notes if number == 1 else more)


def meetings_after(session: Session) -> tuple[Meeting, ...]:
    """The follow-ups after this meeting: the first two always, the third when it is planned (M86)."""
    key = session.meeting.key
    later = FOLLOW_UPS[FOLLOW_UPS.index(key) + 1 :] if key in FOLLOW_UPS else FOLLOW_UPS
    planned = {key: session.programme.meeting(key) for key in later}
    return tuple(meeting or Meeting(key) for key, meeting in planned.items() if meeting or key in ALWAYS_PLANNED)


def _who(session: Session) -> str:
    programme = session.programme
    known = tuple(part for part in (programme.team, programme.name, programme.institution) if part)
    return " · ".join(known) or session.words.say("deck.shared.team_unknown")


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


def _agenda_notes(session: Session, minutes: int) -> Notes:
    timetable = session.timetable
    say = "agenda.say_from_opening" if session.meeting.start is None else "agenda.say"
    end, length = session.clock(timetable.minutes), session.minutes(timetable.minutes)
    if_needed = [session.words.say("deck.if.latecomers")]
    if not timetable.from_manual:
        if_needed.append(session.say("agenda.our_timetable", minutes=timetable.minutes))
    return Notes(session.many(say, end=end, length=length), minutes, tuple(if_needed))


def _agenda_grid(session: Session) -> Grid:
    words = session.words
    time_header = "from_opening" if session.meeting.start is None else "time"
    rows = tuple(
        (session.clock(start), session.block_name(key), str(session.timetable.length(key)))
        for key, start in session.timetable.starts()
    )
    return Grid(
        header=tuple(words.say(f"deck.shared.agenda.{column}") for column in (time_header, "part", "minutes")),
        rows=rows,
        alt=words.say("deck.shared.agenda.alt"),
    )


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
