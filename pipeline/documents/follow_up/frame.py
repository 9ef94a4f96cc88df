"""The frame of reference on the slides of a follow-up: its definition, and its four conditions (M76, M81, M99)."""

from collections.abc import Iterator

from pipeline.documents.contents import Big, Block, Card, Cards, Look, Slide
from pipeline.documents.session.passages import Passage, cards_of, spread
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import in_parts, space_slide
from pipeline.ttr.frame import FrameOfReference

LARGE_DEFINITION = 280
"""Signs that stand large on a slide; a longer definition is spread over cards."""

SHORT_CONDITION, SHORT_WORD = 100, 20
"""Signs: conditions that stand together on one slide, each beside its number."""


def frame_slides(session: Session, minutes: int) -> Iterator[Slide]:
    """The frame as it stands; until it has come in an empty place, and who brings it."""
    frame = session.year.frame
    if frame is None:
        yield space_slide(session, "frame", session.notes("frame", minutes, "frame_missing"))
        return
    yield from _definition(session, frame, minutes)
    yield from _conditions(session, frame)


def _definition(session: Session, frame: FrameOfReference, minutes: int) -> Iterator[Slide]:
    title, notes = session.say("frame.title"), session.notes("definition", minutes, "frame_disputed", "time_short")
    heading = session.say("definition.kicker")
    if len(frame.definition) <= LARGE_DEFINITION:
        yield Slide(Look.STATEMENT, title, notes, (Big(frame.definition, kicker=heading),))
        return
    pages = spread((Passage(heading, frame.definition),), session.words)
    slides = [Slide(Look.OPEN, title, notes, (cards_of(page),)) for page in pages]
    yield from in_parts(session, slides, session.notes("definition.more", 0, "time_short"))


def _conditions(session: Session, frame: FrameOfReference) -> Iterator[Slide]:
    notes = session.notes("conditions", 0, "frame_disputed", "time_short")
    slides = [Slide(Look.OPEN, session.say("conditions.title"), notes, (block,)) for block in _cards(session, frame)]
    yield from in_parts(session, slides, session.notes("conditions.more", 0, "time_short"))


def _cards(session: Session, frame: FrameOfReference) -> Iterator[Block]:
    """The four beside their numbers; long ones under a heading, on as many slides as they need."""
    numbered = [(str(number), condition) for number, condition in enumerate(frame.conditions, 1)]
    passages = [Passage(session.say("conditions.heading", number=number), text) for number, text in numbered]
    if all(len(one.text) <= SHORT_CONDITION and one.longest_word <= SHORT_WORD for one in passages):
        yield Cards(tuple(Card(text, mark=number) for number, text in numbered))
    else:
        yield from (cards_of(slide) for slide in spread(passages, session.words))
