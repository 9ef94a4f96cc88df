"""From key concepts to four conditions, in the deck of the introductory session (M71-M81, G27, G28)."""

from collections.abc import Iterable

from pipeline.documents.contents import Big, Card, Cards, Look, Points, Section, Slide, Space
from pipeline.documents.session.groups import group_slides, groups_for, how_to_gather
from pipeline.documents.session.setting import Session, saying_also
from pipeline.ttr.timetable import shared

MINUTES_TO_CHANGE_OVER = 1
MINUTES_ALONE = 4
MINUTES_TO_GROUP = 3
CONDITIONS = 4


def definition_section(session: Session) -> Section:
    """Element 1: what belonging means here."""
    minutes = shared(session.timetable.length("definition"), (1, 4, 3, 2))
    opening, sharing, concepts, definition = minutes
    return Section(
        session.block_name("definition"),
        (
            session.opening("definition", opening, "latecomers"),
            _two_ways_in(session, "sharing", sharing, "unprepared", "silence", "dominant"),
            Slide(
                Look.OPEN,
                session.say("concepts.title"),
                session.notes("concepts", concepts, "disagreement", "scribe"),
                (Cards((Card(session.say("concepts.shared")), Card(session.say("concepts.different")))),),
                subtitle=session.say("concepts.subtitle"),
            ),
            Slide(
                Look.OPEN,
                session.say("own_definition.title"),
                session.notes("own_definition", definition, "perfectionism", "time_short"),
                (Space(session.say("own_definition.place"), session.say("own_definition.alt")),),
                subtitle=session.say("own_definition.subtitle"),
            ),
        ),
    )


def conditions_section(session: Session) -> Section:
    """Element 2: four conditions, first alone, then in small groups."""
    length = session.timetable.length("conditions")
    work = length - MINUTES_TO_CHANGE_OVER - MINUTES_ALONE - MINUTES_TO_GROUP
    return Section(
        session.block_name("conditions"),
        (
            session.opening("conditions", MINUTES_TO_CHANGE_OVER, "why_four"),
            _two_ways_in(session, "alone", MINUTES_ALONE, "unprepared", "too_few_conditions"),
            *_group_slides(session),
            _group_work(session, work),
        ),
    )


def finalisation_section(session: Session) -> Section:
    """Element 3: the thread through all conditions, four of them, and agreement."""
    minutes = shared(session.timetable.length("finalisation"), (1, 6, 3))
    opening, plenary, agreement = minutes
    empty_places = tuple(
        Card(session.say("plenary.condition"), mark=str(number)) for number in range(1, CONDITIONS + 1)
    )
    return Section(
        session.block_name("finalisation"),
        (
            session.opening("finalisation", opening, "time_short"),
            Slide(
                Look.OPEN,
                session.say("plenary.title"),
                session.notes("plenary", plenary, "disagreement", "too_many_conditions", "dominant"),
                (Cards(empty_places),),
            ),
            Slide(
                Look.STATEMENT,
                session.say("agreement.title"),
                session.notes("agreement", agreement, "no_agreement", "silence"),
                (
                    Big(
                        session.say("agreement.text"),
                        kicker=session.say("agreement.kicker"),
                        action=session.say("agreement.action"),
                    ),
                ),
            ),
        ),
    )


def _two_ways_in(session: Session, key: str, minutes: int, *situations: str) -> Slide:
    cards = tuple(
        Card(session.say(f"{key}.{way}.name"), session.say(f"{key}.{way}.text")) for way in ("prepared", "unprepared")
    )
    return Slide(
        Look.OPEN,
        session.say(f"{key}.title"),
        session.notes(key, minutes, *situations),
        (Cards(cards),),
        subtitle=session.say(f"{key}.subtitle", minutes=session.minutes(minutes)),
    )


def _group_slides(session: Session) -> Iterable[Slide]:
    dealt = groups_for(session)
    if not dealt:
        return (_groups_on_the_spot(session),)
    return group_slides(session, dealt, MINUTES_TO_GROUP, "no_code", "absent", "odd_one_out")


def _groups_on_the_spot(session: Session) -> Slide:
    return Slide(
        Look.STATEMENT,
        session.say("groups.title"),
        saying_also(
            session.notes("groups_on_the_spot", MINUTES_TO_GROUP, "odd_one_out"),
            how_to_gather(session),
        ),
        (Big(session.say("groups_on_the_spot.text"), action=session.say("groups_on_the_spot.action")),),
    )


def _group_work(session: Session, minutes: int) -> Slide:
    back = session.clock(session.timetable.start("finalisation"))
    key = "work.for" if session.meeting.start is None else "work.until"
    return Slide(
        Look.CONTENT,
        session.say("work.title"),
        session.notes("work", minutes, "disagreement", "stuck", "dominant", "disclosure"),
        (Points(session.words.many("deck.intro.work.points"), numbered=True),),
        subtitle=session.say(key, minutes=session.minutes(minutes), back=back),
    )
