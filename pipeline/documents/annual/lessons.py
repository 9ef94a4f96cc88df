"""What the team learned, in an annual report: by the programme's three horizons, then the meetings and the next year.

(M06, M104, M105, G18.)
"""

from collections.abc import Iterator

from pipeline.documents.annual.chapters import Annual, Chapter
from pipeline.documents.contents import Card, Cards, Heading, PageBlock, Paragraph
from pipeline.ttr.lessons import LESSONS, LessonsLearned

HORIZONS = ("awareness", "skills", "practice")


def lessons(annual: Annual) -> Chapter:
    """The answers of the year form, or that it has not come in."""
    title, learned = annual.say("lessons.title"), annual.year.lessons
    if learned is None:
        return Chapter(title, (annual.gap("lessons.missing"),))
    return Chapter(title, (Paragraph(annual.say("lessons.goal")), *_answers(annual, learned)))


def _answers(annual: Annual, learned: LessonsLearned) -> Iterator[PageBlock]:
    """A question that was left open is a gap."""
    for lesson in LESSONS:
        yield Heading(annual.say(f"lessons.heading.{lesson}"), 2)
        if lesson in HORIZONS:
            yield Cards((Card("", annual.say(f"lessons.question.{lesson}")),))
        if lesson in learned.left_open:
            yield annual.gap("lessons.open")
        lines = (line.strip() for line in learned.told(lesson).splitlines())
        yield from (Paragraph(line) for line in lines if line)
