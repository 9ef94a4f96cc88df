"""The case of one meeting on paper: its story, the frame of reference beside it, one question, room to write.

(M89, M92, M94, M95, M96, M99, G30)
"""

from collections.abc import Iterable, Iterator

from pipeline.documents.contents import Aside, Big, Heading, Page, PageBlock, Paragraph, Points, Ruled
from pipeline.documents.follow_up.case_room import FICTIONAL, FramePlace, lines_for_notes, place_of_frame, told_in
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.handing_out import chosen_case
from pipeline.ttr.programme import Meeting, Programme
from pipeline.ttr.records import TeamYear


def case_handout(meeting: str, year: TeamYear, words: Catalogue) -> Page | None:
    """The handout for the meeting of this key; None while no case, or more than one, was chosen for it."""
    case = chosen_case(year, meeting)
    if case is None:
        return None
    programme = year.programme or Programme()
    place = place_of_frame(case, year.frame, words)
    return Page(
        title=words.say("case.handout.title", meeting=words.say(f"terms.meeting.{meeting}")),
        language=words.language,
        blocks=(
            *_case(case, tuple(_frame(place, year.frame, words)), words),
            *_question(lines_for_notes(case, place), words),
        ),
        subtitle=_subtitle(programme, programme.meeting(meeting) or Meeting(meeting), words),
        footer=words.say("case.handout.keep"),
    )


def _subtitle(programme: Programme, meeting: Meeting, words: Catalogue) -> str:
    day = words.long_date(meeting.day) if meeting.day else ""
    return " · ".join(part for part in (programme.team, day) if part)


def _case(case: Case, frame: Iterable[PageBlock], words: Catalogue) -> Iterator[PageBlock]:
    """The case under what kind of case it is; a question without an answer is left out."""
    yield Heading(words.say(f"case.handout.kind.{case.kind or 'open'}"))
    yield from frame
    if case.origin == FICTIONAL:
        yield Paragraph(words.say("case.handout.fictional"))
    for question in QUESTIONS:
        if told := told_in(case, question):
            yield Heading(words.say(f"case.handout.question.{question}"), 2)
            yield from map(Paragraph, told)


def _frame(place: FramePlace | None, whole: FrameOfReference | None, words: Catalogue) -> Iterator[PageBlock]:
    """Beside the case; above it where that is so short that the lines to write on would run into it."""
    if place is None:
        return
    frame = place.frame
    heading = words.say("case.handout.frame" if frame == whole else "case.handout.frame_in_brief")
    if place.beside:
        yield Aside(heading, frame.definition, frame.conditions)
    else:
        yield from (Heading(heading, 2), Paragraph(frame.definition), Points(frame.conditions, numbered=True))


def _question(lines: int, words: Catalogue) -> Iterator[PageBlock]:
    """The same question as on the slide, so that who read it at home meets it again, and room for what one thinks."""
    yield Big(words.say("deck.follow_up.question.text"), kicker=words.say("deck.follow_up.question.kicker"))
    yield Ruled(lines)
