"""The cases: a copy of each with tracked changes for the lead to release, and what is made of it then (M90, M94)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.findings import Finding, Place, note
from pipeline.forms.case import CASE
from pipeline.forms.review import REVIEW
from pipeline.post import review_copies
from pipeline.stages.follow_ups import handouts, reports_again, with_cases
from pipeline.stages.making import Report, handed_back, made
from pipeline.stages.reading import Reading, Run, read
from pipeline.stages.yearly import annual_reports_again, with_pdfs
from pipeline.ttr.programme import FOLLOW_UPS
from pipeline.workspace import Outcome, Published


def review(run: Run) -> Report:
    """A copy of each case with tracked changes, to be released; a handout of those that are, and are chosen."""
    with run.space.to_oneself():
        reading = read(run)
        if not reading.received.of(CASE):
            reading = reading.saying((note("no_case_yet", about=CASE.key),))
        copies = copies_to_review(run, reading)
        again = (*reports_again(run, reading.year), *annual_reports_again(run.space))
        report = made(run, reading, (*handouts(reading.year, *FOLLOW_UPS), *again))
        report = with_pdfs(run, reading, with_cases(run, reading, report, FOLLOW_UPS))
        published = (*copies, *report.published)
        report = replace(report, published=published, findings=(*report.findings, *of_copies(copies)))
        return handed_back(run, reading, report)


def copies_to_review(run: Run, reading: Reading) -> tuple[Published, ...]:
    """A copy of each case for the lead; what lies there as it was made is not made again."""
    shown = [f"{run.space.private.name}/{path}" for path in review_copies.paths(reading.drafts)]
    if reading.memory.holds_all(shown):
        return tuple(Published(path, Outcome.UNCHANGED) for path in shown)
    copies = review_copies.review_copies(reading.drafts, reading.key, reading.words)
    published = run.space.publish_folder(review_copies.FOLDER, copies.items(), private=True)
    reading.memory.keep(one.path for one in published if not one.instead_of)
    return published


def of_copies(copies: tuple[Published, ...]) -> Iterator[Finding]:
    """That somebody worked in a copy where it lies, which counts only once it is in the inbox."""
    for one in copies:
        if one.outcome in {Outcome.KEPT, Outcome.BESIDE_EDITED}:
            yield note("review_filled_in_here", Place(one.path), REVIEW.key)
