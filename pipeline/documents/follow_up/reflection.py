"""The reflection of a follow-up: our frame, the case, and one question about both, in groups (M94, M97, M99, G28)."""

import textwrap
from collections.abc import Iterator, Sequence

from pipeline.documents.contents import Big, Block, Look, Paragraph, Points, Section, Slide
from pipeline.documents.follow_up.case import case_slides, gist
from pipeline.documents.follow_up.frame import frame_slides
from pipeline.documents.sentences import opening_sentence
from pipeline.documents.session.groups import group_slides, groups_for
from pipeline.documents.session.setting import Session
from pipeline.ttr.timetable import shared

FEWEST_GROUPS = 2
"""One group is everybody; then they begin in pairs."""

SIGNS_ON_A_LINE, MOST_LINES = 74, 6
"""How much stands below and above the question, so that the question itself stays large; ours, as measured."""


def reflection_section(session: Session) -> Section:
    """The frame and the case, then the question in small groups, and what helps to look further."""
    dealt = groups_for(session)
    in_groups = len(dealt) >= FEWEST_GROUPS
    weights = (1, 2, 4, 7, 5, 1) if in_groups else (1, 2, 4, 8, 5)
    opening, frame, case, question, helping, *to_groups = shared(session.timetable.length("reflection"), weights)
    grouping = group_slides(session, dealt, sum(to_groups), "pairs_instead", "no_code", "absent")
    return Section(
        session.block_name("reflection"),
        (
            session.opening("reflection", opening, "time_short"),
            *frame_slides(session, frame),
            *case_slides(session, case),
            *(grouping if in_groups else ()),
            _question(session, question, "groups" if in_groups else "pairs"),
            Slide(
                Look.CONTENT,
                session.say("helping.title"),
                session.notes("helping", helping, "disagreement", "dominant", "hurtful", "upset"),
                (Points(session.many("helping.points")),),
                subtitle=session.say("helping.subtitle"),
            ),
        ),
    )


def _question(session: Session, minutes: int, talk: str) -> Slide:
    """The question, large; beside it the case and the conditions, or else where those are to be found."""
    title = session.say("question.title")
    notes = session.notes(f"question.{talk}", minutes, "silence", "blaming", "recognised", "disclosure")
    action = session.say(f"question.{talk}.action")
    if blocks := _with_case_and_conditions(session):
        return Slide(Look.OPEN, title, notes, blocks, action)
    if session.year.frame:
        action = session.say("question.on_paper", action=action)
    case = gist(session, SIGNS_ON_A_LINE)
    kicker = session.say("question.case", case=case) if case else session.say("question.kicker")
    return Slide(Look.STATEMENT, title, notes, (Big(session.say("question.text"), kicker, action),))


def _with_case_and_conditions(session: Session) -> tuple[Block, ...]:
    """The question between what the case is about and the conditions; empty where these would make it small."""
    conditions = next(filter(_left_beside, _as_they_may_stand(session)), ())
    if not conditions:
        return ()
    case = gist(session, _left_beside(conditions) * SIGNS_ON_A_LINE)
    above = (Paragraph(session.say("question.case", case=case)),) if case else ()
    return (*above, Big(session.say("question.text")), Points(conditions, numbered=True))


def _as_they_may_stand(session: Session) -> Iterator[tuple[str, ...]]:
    """The conditions whole, or else as they open: the sheet with all of them lies beside the case."""
    if session.year.frame:
        yield session.year.frame.conditions
        yield tuple(opening_sentence(condition, session.words) for condition in session.year.frame.conditions)


def _left_beside(conditions: Sequence[str]) -> int:
    """The lines that are left for the case."""
    return max(MOST_LINES - sum(len(textwrap.wrap(condition, SIGNS_ON_A_LINE)) for condition in conditions), 0)
