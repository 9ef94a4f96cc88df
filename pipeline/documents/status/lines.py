"""Where a team's year stands, in lines to read (M04, M102, G30-G32)."""

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from pipeline.documents.status.as_json import as_json
from pipeline.documents.status.year import year_lines
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.status import CaseCounts, CaseStatus, HandOutStatus, Keeping, SignUps, Status, ToMend

__all__ = ["as_json", "lines"]

WIDTH = 80
"""Columns of a terminal as it opens."""

_BOUND = "\N{NO-BREAK SPACE}"


def lines(status: Status, words: Catalogue) -> Iterator[str]:
    """The overview for a terminal: parts with a heading, their lines indented, a blank line between them."""
    parts = {
        "activities": tuple(year_lines(status.activities, words)),
        "sign_ups": (_sign_ups(status.sign_ups, words),),
        "cases": tuple(_cases(status, words)),
        "hand_outs": tuple(_hand_out(one, words) for one in status.hand_outs) or (words.say("status.hand_out.none"),),
        "to_mend": tuple(_to_mend(one, words) for one in status.to_mend) or (words.say("status.to_mend.none"),),
        "keeping": (_keeping(status.keeping, words),),
    }
    for number, (key, said) in enumerate(parts.items()):
        if number:
            yield ""
        yield words.say(f"status.heading.{key}")
        for line in said:
            yield from _fitted(line)


def _fitted(line: str) -> Iterator[str]:
    """The line, indented; what does not fit goes on below it, a little further in.

    A day stays on one line, and so does the name of a file.
    """
    further = " " * (len(line) - len(line.lstrip()) + 4)
    fits = len(line) + 2 <= WIDTH
    parts = (
        [f"  {line}"]
        if fits
        else wrap(
            line, WIDTH, initial_indent="  ", subsequent_indent=further, break_long_words=False, break_on_hyphens=False
        )
    )
    yield from (part.replace(_BOUND, " ") for part in parts)


def _bound(text: str) -> str:
    return text.replace(" ", _BOUND)


def _day(day: date, words: Catalogue) -> str:
    return _bound(words.long_date(day))


def _sign_ups(sign_ups: SignUps, words: Catalogue) -> str:
    """How many of the staff signed up; mentors beside them, for these are students."""
    if not sign_ups.count and not sign_ups.mentors:
        return words.say("status.sign_up.none")
    staff = _of_staff(sign_ups, words)
    mentors = words.say("status.sign_up.mentors", count=sign_ups.mentors) if sign_ups.mentors else ""
    return words.say("status.sign_up.with_mentors", staff=staff, mentors=mentors) if mentors else staff


def _of_staff(sign_ups: SignUps, words: Catalogue) -> str:
    if sign_ups.staff is None or sign_ups.percent is None:
        return words.say("status.sign_up.staff_open", count=sign_ups.count)
    return words.say("status.sign_up.of_staff", count=sign_ups.count, staff=sign_ups.staff, percent=sign_ups.percent)


def _cases(status: Status, words: Catalogue) -> Iterator[str]:
    if not status.cases:
        yield words.say("status.case.none")
        return
    yield _case_counts(status.case_counts, words)
    yield from (_case(one, words) for one in status.cases)


def _case_counts(counts: CaseCounts, words: Catalogue) -> str:
    return words.say(
        "status.case.counts",
        received=counts.received,
        checked=counts.checked,
        released=counts.released,
        discussed=counts.discussed,
    )


def _case(case: CaseStatus, words: Catalogue) -> str:
    meeting = words.say(f"terms.meeting.{case.meeting}") if case.meeting else ""
    state = words.say(f"status.case.state.{case.state.value}", meeting=meeting)
    return words.say("status.case.line", code=case.code, file=_bound(case.place.file), state=state)


def _hand_out(one: HandOutStatus, words: Catalogue) -> str:
    chosen = "several" if len(one.codes) > 1 else "one" if one.codes else "open"
    return words.say(
        "status.hand_out.line",
        meeting=words.say(f"terms.meeting.{one.meeting}"),
        day=_day(one.day, words) if one.day else words.say("terms.date_open"),
        case=words.say(f"status.hand_out.case.{chosen}", codes=one.codes),
        timing=words.say(f"status.hand_out.timing.{one.timing.value}", due=_day(one.due, words) if one.due else ""),
    )


def _to_mend(one: ToMend, words: Catalogue) -> str:
    form = words.say(f"forms.{one.form}.title")
    named = words.say("status.to_mend.in_file", form=form, file=_bound(one.file)) if one.file else form
    return words.say("status.to_mend.line", form=named, count=one.count)


def _keeping(keeping: Keeping, words: Catalogue) -> str:
    if keeping.until is None:
        return words.say("status.keeping.open")
    return words.say(f"status.keeping.{'expired' if keeping.expired else 'until'}", day=_day(keeping.until, words))
