"""How much paper a case takes, roughly: its handout leaves as much room to write as there is, on two pages at most.

In points, by our own template. With a team's own look it may be a little off; then a line or two move to the next page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.documents.sentences import opening_sentence
from pipeline.findings import Finding, Word, note
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.records import TeamYear

FICTIONAL = "fictional"
MOST_PAGES = 2

_PAGE = 700
_ABOVE = 90  # title, subtitle and heading
_COLUMN = _PAGE - _ABOVE
_QUESTION = 68
_HEADING, _LINE, _GAP = 26, 15.5, 7
_SIGNS, _SIGNS_BESIDE, _SIGNS_OF_FRAME = 92, 56, 27
_RULE = 25.5
_FEWEST_RULES, _MOST_RULES = 3, 12
_SPARE = 12


@dataclass(frozen=True, slots=True)
class FramePlace:
    """The frame of reference as it is told on a handout, beside the case or above it."""

    frame: FrameOfReference
    beside: bool


def told_in(case: Case, question: str) -> tuple[str, ...]:
    """The paragraphs that answer a question; none for one that was left open."""
    return tuple(line.strip() for line in case.answers.get(question, "").splitlines() if line.strip())


def place_of_frame(case: Case, frame: FrameOfReference | None, words: Catalogue) -> FramePlace | None:
    """Beside the case, in brief where the whole is longer than the page; above a case that does not reach so far down.

    A box beside the text cannot go on over the page.
    """
    if frame is None:
        return None
    fitting = (shown for shown in (frame, _in_brief(frame, words)) if _height_of(shown) <= _COLUMN)
    shown = next(fitting, None)
    if shown is None or _height(case, _height_of(shown)) <= _height_of(shown):
        return FramePlace(frame, beside=False)
    return FramePlace(shown, beside=True)


def lines_for_notes(case: Case, place: FramePlace | None) -> int:
    """How many lines to write on fill the page on which the case ends, or a good part of a fresh one."""
    room = int((_PAGE - _used(case, place) % _PAGE) / _RULE)
    return min(room, _MOST_RULES) if room >= _FEWEST_RULES else _MOST_RULES


def of_length(year: TeamYear, words: Catalogue) -> Iterator[Finding]:
    """Which of the chosen cases take more paper than people read before a meeting."""
    for case in year.cases:
        pages = int(_used(case, place_of_frame(case, year.frame, words)) // _PAGE) + 1
        if case.meeting is not None and pages > MOST_PAGES:
            meeting = Word(f"terms.meeting.{case.meeting}")
            yield note("case_long", case.place, "review", meeting=meeting, pages=pages, most=MOST_PAGES)


def _in_brief(frame: FrameOfReference, words: Catalogue) -> FrameOfReference:
    first, second, third, fourth = (opening_sentence(condition, words) for condition in frame.conditions)
    definition = opening_sentence(frame.definition, words)
    return replace(frame, definition=definition, conditions=(first, second, third, fourth))


def _used(case: Case, place: FramePlace | None) -> float:
    """How far down its pages a handout reaches, with its question."""
    used = _ABOVE + _QUESTION + _SPARE + (_LINE + _GAP if case.origin == FICTIONAL else 0)
    if place is None:
        return used + _height(case)
    if place.beside:
        return used + _height(case, _height_of(place.frame))
    return used + _height(case) + _height_of(place.frame, _SIGNS)


def _height(case: Case, beside: float = 0) -> float:
    """How far down the case reaches, with a frame of reference beside it that reaches down to `beside`."""
    height = 0.0
    for question in QUESTIONS:
        told = told_in(case, question)
        height += _HEADING if told else 0
        for text in told:
            height += _paragraph(text, _SIGNS_BESIDE if height < beside else _SIGNS)
    return height


def _height_of(frame: FrameOfReference, signs: int = _SIGNS_OF_FRAME) -> float:
    return _HEADING + sum(_paragraph(text, signs) for text in frame.texts)


def _paragraph(text: str, signs: int) -> float:
    return _LINE * sum(-(-len(line) // signs) for line in text.splitlines()) + _GAP
