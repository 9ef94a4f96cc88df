"""The slides of the introductory session, from welcome to next steps (M48, M82-M84)."""

from dataclasses import replace

from pipeline.documents.contents import Card, Cards, Deck, Look, Points, Section, Slide
from pipeline.documents.intro.frame import conditions_section, definition_section, finalisation_section
from pipeline.documents.intro.power_walk import power_walk_section
from pipeline.documents.intro.walk_outcome import spoken
from pipeline.documents.intro.wrap_up import wrap_up_section
from pipeline.documents.session.setting import Session, saying_also
from pipeline.documents.session.slides import agenda_slide, session_deck, title_slide
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.power_walk import EXAMPLES
from pipeline.ttr.programme import INTRO, Meeting, Programme, Walk
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
    walk = (year.programme or Programme()).walk
    if walk is Walk.ONESELF:
        year = replace(year, participants=())  # no code anywhere beside what one tells of oneself (M65)
    session = Session("intro", year, meeting, timetable_for(INTRO, meeting.minutes), spoken(words, walk))
    return session_deck(
        session,
        session.say("title.title"),
        (
            _introduction_section(session),
            power_walk_section(session, year.statements or EXAMPLES),
            _break_section(session),
            definition_section(session),
            conditions_section(session),
            finalisation_section(session),
            wrap_up_section(session),
        ),
    )


def _introduction_section(session: Session) -> Section:
    focus = bool(session.programme.focus)
    weights = (1, 3, 1, 1, 1, 1, 2) if focus else (1, 3, 1, 1, 1, 2)
    minutes = iter(shared(session.timetable.length("introduction"), weights))
    opening = session.notes("title", next(minutes), "latecomers", "few")
    slides = [title_slide(session, session.say("title.title"), opening), _why(session, next(minutes))]
    if focus:
        slides.append(_focus(session, next(minutes)))
    slides += [
        _pillars(session, next(minutes)),
        _goals(session, next(minutes)),
        agenda_slide(session, next(minutes)),
        _safety(session, next(minutes)),
    ]
    return Section(session.block_name("introduction"), tuple(slides))


def _why(session: Session, minutes: int) -> Slide:
    return Slide(
        Look.CONTENT,
        session.say("why.title"),
        saying_also(session.notes("why", minutes, "resistance", "time_short"), _position(session)),
        (Points(session.many("why.points")),),
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
