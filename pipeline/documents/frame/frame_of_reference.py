"""The frame of reference as a document of half a page to one page, and what changed in it since (M14, M85, M109)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.documents.contents import Card, Cards, Density, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.frame.revision import Revision
from pipeline.documents.sentences import joined
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear

_SIGNS = 85
"""Letters on a line, roughly, by our own template."""

_OPEN, _CLOSE = 26, 34
"""How many lines of text are open, or close; more are set as close as they can be."""


def frame_of_reference(year: TeamYear, words: Catalogue) -> Page | None:
    """The frame that counts; None as long as there is none."""
    return None if year.frame is None else _page(year.frame, year.programme or Programme(), words)


def frame_revision(year: TeamYear, words: Catalogue) -> Revision | None:
    """The frame beside the version before it; None without one, or when both say the same."""
    if year.frame is None or year.former_frame is None or year.frame.says_the_same(year.former_frame):
        return None
    programme = year.programme or Programme()
    new = _page(year.frame, programme, words)
    return Revision(replace(_page(year.former_frame, programme, words), density=new.density), new)


def _page(frame: FrameOfReference, programme: Programme, words: Catalogue) -> Page:
    version = words.say("frame.version", version=frame.version)
    return Page(
        title=words.say("frame.title"),
        language=words.language,
        blocks=tuple(_blocks(frame, words)),
        subtitle=joined(programme.team, programme.name, programme.institution, version, _standing(frame, words)),
        footer=joined(words.say("programme.name"), programme.team, version),
        density=_density(frame),
    )


def _blocks(frame: FrameOfReference, words: Catalogue) -> Iterator[PageBlock]:
    yield Heading(words.say("frame.part.definition"))
    yield Cards((Card("", "\n".join(_paragraphs(frame.definition))),))
    yield Heading(words.say("frame.part.conditions"))
    yield Points(tuple("\n".join(_paragraphs(condition)) for condition in frame.conditions), numbered=True)
    yield Heading(words.say("frame.part.about"))
    yield Paragraph(" ".join((_written(frame, words), _agreement(frame, words), words.say("frame.serves"))))


def _written(frame: FrameOfReference, words: Catalogue) -> str:
    return words.say("frame.written.first" if frame.version == 1 else "frame.written.later")


def _agreement(frame: FrameOfReference, words: Catalogue) -> str:
    if not frame.agreed:
        return words.say("frame.agreement.asked")
    if frame.agreed_on is None:
        return words.say("frame.agreement.given")
    return words.say("frame.agreement.on", day=frame.agreed_on)


def _standing(frame: FrameOfReference, words: Catalogue) -> str:
    """On which day the team agreed to it, or that it has not done so yet."""
    if not frame.agreed:
        return words.say("frame.proposal")
    return "" if frame.agreed_on is None else words.plain_date(frame.agreed_on)


def _density(frame: FrameOfReference) -> Density:
    lines = sum(-(-len(line) // _SIGNS) for text in frame.texts for line in _paragraphs(text))
    return Density.OPEN if lines <= _OPEN else Density.CLOSE if lines <= _CLOSE else Density.CLOSEST


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
