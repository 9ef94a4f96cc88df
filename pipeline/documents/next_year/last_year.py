"""What a team takes along from the year before, on a page or two to begin the new one with (M104-M109)."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from pipeline.documents.contents import Card, Cards, Density, Grid, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.sentences import joined, opening_sentence
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionPoint
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.lessons import LESSONS, LessonsLearned
from pipeline.ttr.programme import Programme, YearType
from pipeline.ttr.records import TeamYear

LONGEST = 600
"""Signs; up to so many an answer is told whole, of a longer one the paragraphs that fit, or its first sentence."""

MOST_POINTS = 8
COLUMNS = ("what", "who", "due", "state")


def last_year(year: TeamYear, words: Catalogue) -> Page | None:
    """The page; None without lessons of the year before, unless a later year has points that wait for no meeting."""
    programme = year.programme or Programme()
    points = sorted((one for one in year.action_points if one.meeting is None and one.state.waits), key=_by_day)
    if year.former_lessons is None and not (points and programme.year_type is YearType.LATER):
        return None
    return Page(
        title=words.say("next.last_year.title"),
        language=words.language,
        blocks=(
            Paragraph(words.say("next.last_year.what")),
            *(_lessons(year.former_lessons, words) if year.former_lessons else ()),
            *(_frame(year.frame, words) if year.frame else ()),
            *_points(points, words),
            *_ahead(words),
        ),
        subtitle=joined(programme.team, programme.name, programme.institution, programme.academic_year),
        footer=joined(words.say("programme.name"), programme.team, programme.academic_year),
        density=Density.CLOSE,
    )


def _lessons(lessons: LessonsLearned, words: Catalogue) -> Iterator[PageBlock]:
    """What was learned, question by question; whether a long answer was cut short is said at the end."""
    told = [(lesson, _paragraphs(lessons.told(lesson))) for lesson in LESSONS]
    shown = [(lesson, whole, _opening(whole, words)) for lesson, whole in told if whole]
    if shown:
        yield Heading(words.say("next.last_year.lessons.heading"))
    for lesson, _, opening in shown:
        yield Heading(words.say(f"next.last_year.lessons.{lesson}"), 2)
        yield from map(Paragraph, opening)
    if any(opening != whole for _, whole, opening in shown):
        yield Paragraph(words.say("next.last_year.lessons.shortened"))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _opening(paragraphs: tuple[str, ...], words: Catalogue) -> tuple[str, ...]:
    """As many of the paragraphs as fit; of a first one that is too long its first sentence."""
    fitting = sum(1 for length in accumulate(map(len, paragraphs)) if length <= LONGEST)
    return paragraphs[:fitting] if fitting else (opening_sentence(paragraphs[0], words),)


def _frame(frame: FrameOfReference, words: Catalogue) -> Iterator[PageBlock]:
    """The frame in short, and the question whether it still fits (M109)."""
    yield Heading(words.say("next.last_year.frame.heading"))
    definition = words.say("next.last_year.frame.definition", version=frame.version)
    yield Cards((Card(definition, opening_sentence(frame.definition, words)),))
    yield Points(tuple(opening_sentence(condition, words) for condition in frame.conditions), numbered=True)
    yield Paragraph(words.say("next.last_year.frame.ask"))


def _points(points: Sequence[ActionPoint], words: Catalogue) -> Iterator[PageBlock]:
    """What still waits, or that nothing does."""
    yield Heading(words.say("next.last_year.points.heading"))
    if not points:
        yield Paragraph(words.say("next.last_year.points.none"))
        return
    yield Grid(
        header=tuple(words.say(f"next.last_year.points.{column}") for column in COLUMNS),
        rows=tuple(_row(point, words) for point in points[:MOST_POINTS]),
        alt=words.say("next.last_year.points.alt"),
    )
    if len(points) > MOST_POINTS:
        yield Paragraph(words.say("next.last_year.points.more", count=len(points) - MOST_POINTS))
    yield Paragraph(words.say("next.last_year.points.explained"))


def _row(point: ActionPoint, words: Catalogue) -> tuple[str, ...]:
    open_yet = words.say("next.last_year.points.open_yet")
    due = words.plain_date(point.due) if point.due else open_yet
    return point.what, point.who or open_yet, due, words.say(f"choices.action_state.{point.state.value}")


def _by_day(point: ActionPoint) -> date:
    return point.due or date.max


def _ahead(words: Catalogue) -> Iterator[PageBlock]:
    """What the manual says of a later year (M106-M108)."""
    yield Heading(words.say("next.last_year.ahead.heading"))
    yield Points(words.many("next.last_year.ahead.points"))
