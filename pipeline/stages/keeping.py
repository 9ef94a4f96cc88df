"""How a team's year stands, and what is destroyed when it is over (G30, G31)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

from pipeline.anonymise import door
from pipeline.language.catalogue import catalogue
from pipeline.stages.making import Report, Told, held_back
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr.status import ToMend
from pipeline.workspace import Outcome, Published, shipped_templates

if TYPE_CHECKING:
    from pipeline.ttr.status import Status

OVERVIEW = "overview.html"


def status(run: Run) -> Report:
    """How the year stands: on the terminal, and as a page in the outbox."""
    from pipeline.documents.status.lines import as_json, lines

    with run.space.to_oneself():
        reading = read(run)
        stands = _status(run, reading)
        report = with_overview(run, reading, Report(reading.words), stands)
    return replace(report, told=Told("status", tuple(lines(stands, reading.words)), as_json(stands)))


def with_overview(run: Run, reading: Reading, report: Report, stands: "Status | None" = None) -> Report:
    """The report with a page about the year, with links to everything in the outbox; `stands` where that is known."""
    shown = f"{run.space.outbox.name}/{OVERVIEW}"
    made = [path for path in run.space.made() if path != OVERVIEW]
    linked = crc32("\n".join(made).encode("utf-8", "surrogatepass"))
    if reading.memory.holds(shown) and reading.memory.counted.get(OVERVIEW) == linked:
        return replace(report, published=(*report.published, Published(shown, Outcome.UNCHANGED)))
    page = _overview(reading, stands or _status(run, reading), made)
    if kinds := reading.gate.held_back(OVERVIEW, page):
        return replace(report, findings=(*report.findings, held_back(shown, kinds)))
    published = run.space.publish(OVERVIEW, page)
    reading.memory.keep([published.path], {OVERVIEW: linked})
    return replace(report, published=(*report.published, published))


def _overview(reading: Reading, stands: "Status", made: Sequence[str]) -> bytes:
    from pipeline.documents.overview.page import overview
    from pipeline.outbox.overview.page import overview_page

    # Whoever sent a form may have called it after a student whom nobody else names.
    stands = replace(stands, to_mend=tuple(replace(one, file="") for one in stands.to_mend))
    told = [path for path in made if _names_nobody(reading, path)]
    return overview_page(overview(stands, reading.year, told, reading.words), shipped_templates())


def _status(run: Run, reading: Reading) -> "Status":
    from pipeline.documents.status.made import activities_made
    from pipeline.ttr.status import status as status_of

    made = activities_made(run.space.made())
    return status_of(reading.year, run.today, made, tuple(_to_mend(reading)))


def _to_mend(reading: Reading) -> Iterator[ToMend]:
    """The forms with something to mend; the name of a file is told only where it names nobody."""
    stops = {(one.key, one.place) for one in reading.findings if one.stops}
    counts = Counter(place.file for _, place in stops)
    for form in reading.received.forms:
        if count := counts[form.place.file]:
            name = form.place.file
            yield ToMend(form.form.key, count, name if _names_nobody(reading, name) else "")


def _names_nobody(reading: Reading, path: str) -> bool:
    """Whether the name of a file may be told: somebody may have called it after a person."""
    return not reading.gate.held_back("name.txt", path.encode("utf-8", "replace"))


def forget(run: Run, who: str | None = None, *, dry_run: bool = False) -> Report:
    """Destroy what still names anybody, or one person by name, address or code; a dry run only tells what that is."""
    from pipeline.anonymise.forgetting import carry_out, plan_person, plan_whole
    from pipeline.anonymise.receipt import (
        plan_as_json,
        plan_lines,
        publish_receipt,
        receipt_as_json,
        receipt_lines,
    )

    with run.space.to_oneself():
        if who is None:
            # Reading would make a key where there is none.
            language = run.language or door.language_of(door.received(run.space.inbox)) or run.default_language
            words, plan = catalogue(language), plan_whole(run.space)
        else:
            reading = read(run)
            words = reading.words
            plan = plan_person(run.space, reading.received, reading.roster, door.Personal(who))
        if dry_run:
            return Report(words, told=Told("plan", tuple(plan_lines(plan, words)), plan_as_json(plan)))
        receipt = carry_out(run.space, plan, run.today)
        published = publish_receipt(run.space, receipt, words)
        told = Told("receipt", tuple(receipt_lines(receipt, words)), receipt_as_json(receipt))
        return Report(words, published=(published,), told=told)
