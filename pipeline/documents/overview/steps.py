"""What is done in a year as the overview shows it: what comes next, and all of it along the months (M102)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.plan.words import activity_name, doers, when
from pipeline.documents.sentences import begun
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.plan import PlanRow
from pipeline.ttr.status import ActivityStatus, Missing, Standing

_NOW = (Standing.LATE.value, Standing.DUE.value)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done in the year; `mark` is the short name of a meeting, empty for anything else.

    `standing` is the key of its standing, `over` for what was overtaken, and `stands` the word for it; `missing` tells
    what it waits for and from whom.
    """

    name: str
    standing: str
    stands: str
    when: str
    who: str
    missing: tuple[str, ...] = ()
    day: date | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the timeline by its first day."""

    begin: date
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The months of the year up to and without the day `end`; `alt` says what is seen along them."""

    months: tuple[Month, ...]
    end: date
    alt: str


def step(one: ActivityStatus, words: Catalogue) -> Step:
    """A row of the year plan with its standing."""
    return Step(
        activity_name(one.row, words),
        one.word,
        begun(words.say(f"status.standing.{one.word}")),
        _when(one.row, words),
        doers(one.row, words),
        tuple(_awaited(missing, words) for missing in one.missing),
        one.row.day,
        words.say(f"overview.mark.{one.row.meeting}") if one.row.is_meeting and one.row.meeting else "",
    )


def coming(steps: Sequence[Step], words: Catalogue) -> tuple[tuple[Step, ...], str]:
    """What is late and then what is due; if there is neither, a sentence about what comes after that."""
    now = tuple(one for standing in _NOW for one in steps if one.standing == standing)
    if now:
        return now, ""
    later = next((one for one in steps if one.standing == Standing.LATER.value), None)
    if later is not None:
        return (), words.say("overview.nothing.later", step=later.name, when=later.when)
    if not steps:
        return (), words.say("status.activity.none")
    is_done = any(one.standing == Standing.DONE.value for one in steps)
    return (), words.say("overview.nothing.done" if is_done else "overview.nothing.open")


def timeline(steps: Sequence[Step], today: date, words: Catalogue) -> Timeline | None:
    """The months in which something has a day; None while nothing has."""
    days = [one.day for one in steps if one.day]
    if not days:
        return None
    *begins, end = _month_begins(min(days), max(days))
    months = tuple(Month(begin, words.say(f"terms.month_short.{begin.month}")) for begin in begins)
    return Timeline(months, end, _seen(steps, today, words))


def _when(row: PlanRow, words: Catalogue) -> str:
    """When it is done, and that its day is a proposal where it is one; nothing where it has no day."""
    if row.day is None:
        return ""
    said = when(row, words)
    return words.say("plan.rule_proposed", rule=said) if row.proposed else said


def _awaited(missing: Missing, words: Catalogue) -> str:
    return words.say(
        "overview.missing",
        what=words.say(f"status.missing.{missing.what}"),
        who=words.say(f"status.role.{missing.awaited_from.value}"),
    )


def _seen(steps: Sequence[Step], today: date, words: Catalogue) -> str:
    """How many stand how; which they are is told in the list below the picture."""
    counts = Counter(one.stands for one in steps if one.day)
    said = "; ".join(f"{stands}: {count}" for stands, count in counts.items())
    return words.say("overview.timeline_alt", counts=said, day=today)


def _month_begins(first: date, last: date) -> Iterator[date]:
    """The first of each month from that of `first` to the one after that of `last`."""
    begin = first.replace(day=1)
    while begin <= last:
        yield begin
        begin = date(begin.year + begin.month // 12, begin.month % 12 + 1, 1)
    yield begin
