"""The year on one page: what comes next, where everything stands, and every file that was made (M56, M102).

The page is for everybody in the team, so the Power Walk stands on it without a code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date

from pipeline.documents.overview.files import Folder, folders
from pipeline.documents.overview.steps import Step, Timeline, coming, step, timeline
from pipeline.documents.overview.walk import WalkPicture, walk_picture
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import CaseCounts, Keeping, SignUps, Status, ToMend


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands on every page, each at `overview.label.<name>`."""

    skip: str
    contents: str
    coming: str
    to_mend: str
    counts: str
    timeline: str
    steps: str
    today: str
    files: str
    keeping: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its name, out of `whole` where that is known; `said` is the same in words."""

    name: str
    number: int
    said: str
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Mending:
    """A form with something to mend; `file` is empty where it may not be told."""

    form: str
    what: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The page; all texts are final. `coming` is what is late or due, and where it is empty `nothing_coming` says why.

    `timeline` is None while nothing has a day, `walk` while there is nothing that may be shown.
    """

    title: str
    subtitle: str
    language: str
    today: date
    as_of: str
    labels: Labels
    coming: tuple[Step, ...]
    nothing_coming: str
    to_mend: tuple[Mending, ...]
    counts: tuple[Count, ...]
    steps: tuple[Step, ...]
    timeline: Timeline | None
    walk: WalkPicture | None
    folders: tuple[Folder, ...]
    no_files: str
    keeping: str
    expired: bool
    footer: str


def overview(status: Status, year: TeamYear, made: Sequence[str], words: Catalogue) -> Overview:
    """The page as it is on `status.today`; `made` are the files that were made, by their path from the outbox."""
    steps = tuple(step(one, words) for one in status.activities)
    now, nothing = coming(steps, words)
    walk = walk_picture(year, words)
    return Overview(
        title=words.say("overview.title"),
        subtitle=" · ".join(_whose(year.programme or Programme())),
        language=words.language,
        today=status.today,
        as_of=words.say("overview.as_of", day=status.today),
        labels=Labels(**{one.name: words.say(f"overview.label.{one.name}") for one in fields(Labels)}),
        coming=now,
        nothing_coming=nothing,
        to_mend=tuple(_mending(one, words) for one in status.to_mend),
        counts=(*_sign_ups(status.sign_ups, words), *_cases(status.case_counts, words)),
        steps=steps,
        timeline=timeline(steps, status.today, words),
        walk=walk,
        folders=(kept := folders(made, words)),
        no_files="" if kept else words.say("overview.no_files"),
        keeping=_keeping(status.keeping, words),
        expired=status.keeping.expired,
        footer=words.say("overview.footer_team" if walk else "overview.footer"),
    )


def _whose(programme: Programme) -> Iterator[str]:
    parts = (programme.team, programme.name, programme.institution, programme.academic_year)
    yield from filter(None, parts)


def _mending(one: ToMend, words: Catalogue) -> Mending:
    return Mending(words.say(f"forms.{one.form}.title"), words.say("overview.to_mend", count=one.count), one.file)


def _sign_ups(sign_ups: SignUps, words: Catalogue) -> Iterator[Count]:
    """The staff, and mentors beside them: these are students."""
    yield _count("sign_ups", sign_ups.count, sign_ups.staff, words)
    if sign_ups.mentors:
        yield _count("mentors", sign_ups.mentors, None, words)


def _cases(counts: CaseCounts, words: Catalogue) -> Iterator[Count]:
    """How many cases came in, and how many of these got how far."""
    yield _count("received", counts.received, None, words)
    for key, number in (("checked", counts.checked), ("released", counts.released), ("discussed", counts.discussed)):
        yield _count(key, number, counts.received or None, words)


def _count(key: str, number: int, whole: int | None, words: Catalogue) -> Count:
    said = str(number) if whole is None else words.say("overview.of", number=number, whole=whole)
    return Count(words.say(f"overview.count.{key}"), number, said, whole)


def _keeping(keeping: Keeping, words: Catalogue) -> str:
    if keeping.until is None:
        return words.say("status.keeping.open")
    return words.say(f"status.keeping.{'expired' if keeping.expired else 'until'}", day=keeping.until)
