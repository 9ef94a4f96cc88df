"""The one case of a follow-up on its slides: released and chosen, or invented, or still missing (M89, M92, M94-M96)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.documents.contents import Look, Notes, Slide
from pipeline.documents.follow_up.case_room import FICTIONAL, told_in
from pipeline.documents.sentences import opening_sentence
from pipeline.documents.session.passages import Passage, Spread, cards_of, spread
from pipeline.documents.session.setting import Session
from pipeline.documents.session.slides import in_parts, space_slide
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.handing_out import chosen_case
from pipeline.ttr.programme import Mode

MOST_SLIDES = 5
IN_SHORT = ("problem", "belonging")
"""What is shown of a case that is longer than that; the rest is read on paper, and a yet longer one as a whole."""

MOST_IN_SHORT = 6


def has_case(session: Session) -> bool:
    """Whether one case was released and chosen for this meeting."""
    return chosen_case(session.year, session.meeting.key) is not None


def case_slides(session: Session, minutes: int) -> Iterator[Slide]:
    """The case of this meeting; an invented one only where the programme form allows it."""
    case = chosen_case(session.year, session.meeting.key)
    if case is not None:
        yield from _told(session, case, minutes)
    elif session.meeting.fictional:
        yield _invented(session, minutes)
    else:
        yield _missing(session, minutes)


def gist(session: Session, longest: int) -> str:
    """What the case is about, in so many signs: its first sentence, else what kind of case it is; empty without one."""
    case = chosen_case(session.year, session.meeting.key)
    if case is None:
        return session.say("case.invented_heading") if session.meeting.fictional else ""
    sentence = opening_sentence(" ".join(told_in(case, QUESTIONS[0])), session.words)
    if 0 < len(sentence) <= longest:
        return sentence
    return session.words.say(f"case.handout.kind.{case.kind}") if case.kind else ""


def _told(session: Session, case: Case, minutes: int) -> Iterator[Slide]:
    """Under its short headings; the place for it on paper where there is nothing to show, or far too much."""
    told, extent = _as_far_as_it_fits(session, case)
    online = session.meeting.mode is not Mode.OFFLINE
    notes = _notes(session, minutes, "case_on_paper", *(("case_online",) if online else ()), "recognised", "deck_asked")
    said = [key for key in ("is_invented" if case.origin == FICTIONAL else "", extent) if key]
    subtitle = " · ".join(session.say(f"case.{key}") for key in said) or session.say("case.subtitle")
    slides = [Slide(Look.OPEN, session.say("case.title"), notes, (cards_of(page),), subtitle) for page in told]
    place = replace(space_slide(session, "case", notes), subtitle=subtitle)
    yield from in_parts(session, slides or [place], session.notes("case.more", 0, "recognised", "time_short"))


def _as_far_as_it_fits(session: Session, case: Case) -> tuple[Spread, str]:
    """The case on so many slides as one can follow, and what the words call it when that is not all of it."""
    whole, in_short = _spread(session, case, QUESTIONS), _spread(session, case, IN_SHORT)
    if whole and len(whole) <= MOST_SLIDES:
        return whole, ""
    return (in_short, "in_short") if 0 < len(in_short) <= MOST_IN_SHORT else ((), "on_paper")


def _spread(session: Session, case: Case, questions: Sequence[str]) -> Spread:
    told = ((question, "\n".join(told_in(case, question))) for question in questions)
    passages = [
        Passage(session.words.say(f"case.handout.question.{question}"), text) for question, text in told if text
    ]
    return spread(passages, session.words)


def _notes(session: Session, minutes: int, *situations: str) -> Notes:
    hand_out = session.meeting.hand_out
    return session.notes(f"case.{hand_out.value if hand_out else 'open'}", minutes, *situations)


def _invented(session: Session, minutes: int) -> Slide:
    passage = Passage(session.say("case.invented_heading"), _situation(session))
    notes = session.notes("case.fictional", minutes, "case_invented", "recognised", "blaming")
    subtitle = session.say("case.is_invented")
    return Slide(Look.OPEN, session.say("case.title"), notes, (cards_of((passage,)),), subtitle)


def _missing(session: Session, minutes: int) -> Slide:
    """An empty place and what to do; the moderator has an invented situation at hand (M92)."""
    notes = session.notes("case.none", minutes, "case_none")
    at_hand = session.say("case.at_hand", case=_situation(session))
    return space_slide(session, "case_none", replace(notes, if_needed=(at_hand, *notes.if_needed)))


def _situation(session: Session) -> str:
    return session.say(f"case.invented.{session.meeting.key}")
