"""What the year forms tell that the team learned, this year and the year before (M06, M104, M105, G18, G30)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.anonymise.all_said import all_said
from pipeline.anonymise.reading import copies, first_row, given, place_of, spot
from pipeline.anonymise.text_desk import TeamTexts, TextDesk
from pipeline.findings import Finding, note, stop
from pipeline.forms.lessons import LESSONS
from pipeline.inbox.answers import Answers
from pipeline.ttr.lessons import LESSONS as PROMPTS
from pipeline.ttr.lessons import MOST_WORDS, LessonsLearned, year_before

ABOUT = LESSONS.key
RECIPIENT_SAID = ("recipient_names_somebody", "recipient_may_name_somebody")


@dataclass(frozen=True, slots=True)
class LessonsPassed:
    """Those of the programme's academic year and of the one before; None for what cannot pass or is not there."""

    lessons: LessonsLearned | None = None
    former: LessonsLearned | None = None
    findings: tuple[Finding, ...] = ()


def lessons(texts: TeamTexts) -> LessonsPassed:
    """What the year forms say; without a programme's year the newest one counts.

    A form that does not say its year is taken for one of this year; the reader has spoken of it.
    """
    forms: dict[str | None, list[Answers]] = defaultdict(list)
    for answers in copies(texts.received, LESSONS):
        forms[_year_of(answers)].append(answers)
    current = texts.programme.academic_year or max(filter(None, forms), default=None)
    before = year_before(current) if current else None
    told = (*forms.get(current, ()), *(forms.get(None, ()) if current else ()))
    record, said = _passing(texts, told, current, ABOUT)
    former, of_former = _passing(texts, forms.get(before, ()) if before else (), before, "")
    others = [one for year, those in forms.items() if year not in {None, current, before} for one in those]
    unused = (_of_another_year(answers, current) for answers in others)
    return LessonsPassed(record, former, (*said, *of_former, *unused))


def _year_of(answers: Answers) -> str | None:
    return given(first_row(answers, "about"), "academic_year", str)


def _passing(
    texts: TeamTexts, forms: Sequence[Answers], year: str | None, about: str
) -> tuple[LessonsLearned | None, list[Finding]]:
    """The record of one year, and what there is to say about its forms; `about` is empty for the year before."""
    if not forms:
        return None, []
    first, *others = forms
    differing = [other for other in others if all_said(other) != all_said(first)]
    if differing:
        return None, [stop("lessons_differ", other.place, about, first=spot(first.place)) for other in differing]
    desks = [texts.desk(answers, about) for answers in forms]
    desk = next((desk for desk in desks if desk.is_released), desks[0])
    again = (answers.place for answers in forms if answers is not desk.answers)
    twice = [note("lessons_twice", place, ABOUT, first=spot(desk.answers.place)) for place in again]
    record = _record(desk, year)
    return record, [*twice, *desk.findings]


def _record(desk: TextDesk, year: str | None) -> LessonsLearned | None:
    """What the form tells; None as long as something speaks against it."""
    desk.ask_for_release()
    about, written = (first_row(desk.answers, sheet) for sheet in ("about", "lessons"))
    recipient = desk.role(about, "recipient", RECIPIENT_SAID)
    told = {key: desk.passing(written, key) or "" for key in PROMPTS}
    if not desk.is_released or any(finding.stops for finding in desk.findings):
        return None
    counted = ((key, len(text.split())) for key, text in told.items())
    desk.findings.extend(
        note("lesson_long", place_of(written, key), ABOUT, count=count, most=MOST_WORDS)
        for key, count in counted
        if count > MOST_WORDS
    )
    return LessonsLearned(
        year,
        **told,
        recipient=recipient or None,
        cases_for_management=given(about, "cases_for_management", str) == "yes",
        place=desk.answers.place,
    )


def _of_another_year(answers: Answers, current: str | None) -> Finding:
    place = place_of(first_row(answers, "about"), "academic_year")
    return note("lessons_other_year", place, ABOUT, year=_year_of(answers) or "", current=current or "")
