"""The year form, with the year in numbers below the questions that it helps to answer (M06, M104, G18)."""

from collections.abc import Callable, Iterator, Mapping

from pipeline.documents.filled_form import FilledForm
from pipeline.forms.lessons import LESSONS
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.follow_ups import ActionState
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.ttr.records import TeamYear
from pipeline.ttr.year_counts import Coverage, YearCounts, year_counts

_STATES = (ActionState.DONE, ActionState.BUSY, ActionState.OPEN, ActionState.DROPPED)


def year_form(year: TeamYear, words: Catalogue) -> FilledForm | None:
    """The form of this academic year; None as long as no programme form tells which year that is."""
    academic_year = year.programme and year.programme.academic_year
    if not academic_year:
        return None
    beside = counts_beside(year_counts(year), words)
    return FilledForm(LESSONS, words, {"about": [{"academic_year": academic_year}]}, beside)


def counts_beside(counts: YearCounts, words: Catalogue) -> Mapping[str, str]:
    """By question, what helps to answer it, in sentences; a question about which nothing is known yet has none."""
    told = {key: " ".join(sentences(counts, words)) for key, sentences in _SENTENCES.items()}
    return {key: text for key, text in told.items() if text}


def _awareness(counts: YearCounts, words: Catalogue) -> Iterator[str]:
    """Whom it reached, and what it was about."""
    yield from _signed_up(counts.coverage, words)
    told = {"own": counts.cases.own, "invented": counts.cases.invented}
    cases = [words.say(f"year.counts.{kind}", count=count) for kind, count in told.items() if count]
    if cases:
        yield words.say("year.counts.discussed", cases=words.listed(cases))
    if counts.cases.unknown:
        yield words.say("year.counts.unknown", count=counts.cases.unknown)


def _signed_up(coverage: Coverage, words: Catalogue) -> Iterator[str]:
    count, staff = coverage.of_staff, coverage.staff
    if count and staff and 1 < staff >= count:
        yield words.say("year.counts.signed_up_of", count=count, staff=staff)
    elif count:
        yield words.say("year.counts.signed_up", count=count)


def _skills(counts: YearCounts, words: Catalogue) -> Iterator[str]:
    """By which conditions the team looked at a case."""
    numbered = tuple(enumerate(counts.conditions or (), 1))
    used = [words.say("year.counts.condition", number=number, count=count) for number, count in numbered if count]
    unused = [str(number) for number, count in numbered if not count]
    if used:
        yield words.say("year.counts.used", conditions=words.listed(used))
    if unused:
        yield words.say("year.counts.unused", count=len(unused), numbers=words.listed(unused))


def _practice(counts: YearCounts, words: Catalogue) -> Iterator[str]:
    """What was agreed, and what came of it."""
    actions = counts.actions
    states = zip(_STATES, (actions.done, actions.busy, actions.open, actions.dropped), strict=True)
    told = [words.say(f"year.counts.state.{state}", count=count) for state, count in states if count]
    if told:
        yield words.say("year.counts.agreed", count=actions.total, states=words.listed(told))


def _process(counts: YearCounts, words: Catalogue) -> Iterator[str]:
    """Which meetings were held, and who was there."""
    held, planned = len(counts.meetings.held), counts.meetings.planned
    if planned and 0 < held < planned:
        yield words.say("year.counts.held", count=held, planned=planned)
    elif planned:
        yield words.say("year.counts.held_all" if held else "year.counts.held_none", count=planned)
    yield from _present(counts.coverage, words)


def _present(coverage: Coverage, words: Catalogue) -> Iterator[str]:
    known = [(FOLLOW_UPS.index(meeting) + 1, count) for meeting, count in coverage.present if count is not None]
    if known:
        there = [words.say("year.counts.present_at", number=number, count=count) for number, count in known]
        yield words.say("year.counts.present", present=words.listed(there))
    average, signed_up = coverage.average_present, coverage.signed_up
    if average and signed_up and min(len(known), signed_up) > 1:
        yield words.say("year.counts.average", count=average, signed_up=signed_up)


def _next_year(counts: YearCounts, words: Catalogue) -> Iterator[str]:
    """What is left to be done, and with which frame the next year begins."""
    waiting, late = counts.actions.waiting, counts.actions.late
    if waiting:
        yield words.say("year.counts.waiting", count=waiting)
    elif counts.actions.total:
        yield words.say("year.counts.waiting_none")
    if late:
        yield words.say("year.counts.late_all" if late == waiting else "year.counts.late", count=late)
    if counts.frame:
        key = {True: "agreed", False: "open", None: "unsaid"}[counts.frame.agreed]
        yield words.say(f"year.counts.frame.{key}", version=counts.frame.version)


_SENTENCES: Mapping[str, Callable[[YearCounts, Catalogue], Iterator[str]]] = {
    "awareness": _awareness,
    "skills": _skills,
    "practice": _practice,
    "process": _process,
    "next_year": _next_year,
}
