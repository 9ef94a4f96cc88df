"""The end of the year: the form for what was learned, and the annual report (M06, M36, M104, G18)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from pipeline.documents import ANNUAL_REPORT, ANNUAL_REPORT_FOR_MANAGEMENT, LAST_YEAR, YEAR_FORM, Document
from pipeline.documents.annual.gaps import annual_findings
from pipeline.findings import Finding, Place, note, stop
from pipeline.stages.mailing import as_it_lies
from pipeline.stages.making import Report, handed_back, held_back, made
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr.programme import Programme
from pipeline.workspace import Outcome, Published, Workspace

REPORTS = (ANNUAL_REPORT, ANNUAL_REPORT_FOR_MANAGEMENT)


def annual_report(run: Run) -> Report:
    """The annual report for the team and for management, each as a PDF too where LibreOffice is there."""
    with run.space.to_oneself():
        reading = read(run)
        form = () if reading.year.lessons else (YEAR_FORM,)
        report = made(run, reading.saying(_missing(reading)), (*form, *REPORTS))
        return handed_back(run, reading, with_pdfs(run, reading, report))


def year_by_now(run: Run, reading: Reading, meetings: Sequence[str]) -> Report:
    """What last year left; the year form once the last meeting is the next one, the report once the form is in.

    `meetings` are the keys of those up to the next one.
    """
    documents = tuple(_by_now(run.space, reading, meetings))
    if ANNUAL_REPORT in documents:
        reading = reading.saying(_missing(reading))
    return with_pdfs(run, reading, made(run, reading, documents))


def annual_reports_again(space: Workspace) -> tuple[Document, ...]:
    """Those for the team and for management, once there are any: what they tell of a case changes with its release."""
    lying = any((space.outbox / path).exists() for document in REPORTS for path in _paths(document))
    return REPORTS if lying else ()


def _by_now(space: Workspace, reading: Reading, meetings: Sequence[str]) -> Iterator[Document]:
    year = reading.year
    if LAST_YEAR.compose(year, reading.words) is not None:
        yield LAST_YEAR
    came = year.lessons is not None or "lessons" in reading.stopped
    yield from REPORTS if came else annual_reports_again(space)
    planned = [meeting.key for meeting in (year.programme or Programme()).meetings]
    if not came and meetings and planned[-1:] == [meetings[-1]]:
        yield YEAR_FORM


def _missing(reading: Reading) -> Iterator[Finding]:
    """What the report lacks, unless something that it is made of is to be mended first."""
    if reading.stopped.isdisjoint(ANNUAL_REPORT.made_from):
        yield from annual_findings(reading.year)


def with_pdfs(run: Run, reading: Reading, report: Report) -> Report:
    """The report with a PDF/UA of each annual report that was made: as the lead edited it, if that lies there.

    What it shows has passed the gate as Word. A PDF that stands as it was made of the same report is not made again.
    What was to be made anew and could not be is taken back, for it tells what may hold no longer: a case without its
    release, lessons that name somebody.
    """
    named = dict(_naming_somebody(run, reading, report))
    published = tuple(_pdfs(run, reading, report, named))
    gone, stay = run.space.take_back((*_outdated(report, published), *named))
    findings: tuple[Finding, ...] = (
        *((note("taken_back", files=gone, count=len(gone)),) if gone else ()),
        *(stop("annual_outdated", Place(path)) for path in stay),
        *(held_back(f"{run.space.outbox.name}/{path}", kinds) for path, kinds in named.items()),
    )
    return replace(report, published=(*report.published, *published), findings=(*report.findings, *findings))


def _naming_somebody(run: Run, reading: Reading, report: Report) -> Iterator[tuple[str, Sequence[str]]]:
    """The PDF of each report that names somebody since the lead edited it, and in which of its parts."""
    for document in REPORTS:
        file = as_it_lies(run.space, report, document)
        if file is None or file == report.files.get(document.key):
            continue
        if kinds := reading.gate.held_back(document.file, file):
            yield _paths(document)[1], kinds


def _pdfs(run: Run, reading: Reading, report: Report, named: Collection[str]) -> Iterator[Published]:
    from pipeline.outbox.pages.pdf import pdf_of

    for document in REPORTS:
        file, (_, path) = as_it_lies(run.space, report, document), _paths(document)
        shown = f"{run.space.outbox.name}/{path}"
        if file is None or path in named:
            continue
        if reading.memory.holds(shown) and reading.memory.counted.get(path) == crc32(file):
            yield Published(shown, Outcome.UNCHANGED)
        elif (pdf := pdf_of(file)) is not None:
            yield (done := run.space.publish(path, pdf))
            reading.memory.keep(() if done.instead_of else (done.path,), {path: crc32(file)})


def _outdated(report: Report, pdfs: Collection[Published]) -> Iterator[str]:
    """What lies there of an earlier run: of a report that could not be made, or a PDF of one that has changed."""
    standing = [one.path for one in report.published if one.outcome in {Outcome.UNCHANGED, Outcome.KEPT}]
    standing += [path for one in pdfs for path in (one.path, one.instead_of)]
    for document in REPORTS:
        word, pdf = _paths(document)
        if document.key not in report.files:
            yield from (word, pdf) if document.key in report.held_up else ()
        elif not any(path.endswith((word, pdf)) for path in standing):
            yield pdf


def _paths(document: Document) -> tuple[str, str]:
    """Where it lies in the outbox, and where its PDF does."""
    return document.file, document.file.removesuffix(".docx") + ".pdf"
