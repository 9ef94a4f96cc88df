"""What is public: how the team calls itself and its year, and the ordinary words in what it wrote and released."""

from collections.abc import Iterable, Iterator

from pipeline.anonymise.gate import hints
from pipeline.anonymise.searching import KnownNames
from pipeline.inbox.personal import Personal
from pipeline.ttr.lessons import LESSONS
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear


def public_texts(year: TeamYear) -> Iterator[str]:
    """Texts every word of which is public."""
    programme = year.programme or Programme()
    yield from (text for text in (programme.team, programme.institution, programme.name) if text)
    for meeting in programme.meetings:
        yield from (text for text in (meeting.room, meeting.regular_meeting) if text)
    yield from (statement.text for statement in year.statements or () if statement.text)
    yield from (aspect.text for aspect in year.aspects or () if aspect.text)
    yield from year.own_words.get(programme.language or "", {}).values()


def ordinary_words(year: TeamYear, known: Iterable[Personal]) -> Iterator[str]:
    """The words in released prose that are a known person's name as well: storm, with a colleague called so.

    The search of the prose weighed each of them in its sentence and let it pass, and a person released the text; the
    gate, which sees the word alone, would hold the document back and nobody could say what to mend. No other word of
    the prose becomes public: it would hide a name that the gate alone knows, such as one beside the scores.
    """
    names = KnownNames(known)
    for text in _prose(year):
        yield from names.alone(hints(text)[0])


def _prose(year: TeamYear) -> Iterator[str]:
    for frame in (year.frame, year.former_frame):
        yield from frame.texts if frame else ()
    for held in year.held:
        yield from (held.inventory, held.reflection, held.strategies)
    for point in year.action_points:
        yield from (point.what, point.who or "")
    for learned in (year.lessons, year.former_lessons):
        if learned:
            yield from (*(learned.told(lesson) for lesson in LESSONS), learned.recipient or "")
    wordings = year.wordings
    groups = (*wordings.conditions, *wordings.concepts) if wordings else ()
    yield from (wording.text for group in groups for wording in group.wordings)
