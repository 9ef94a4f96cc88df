"""The frame of reference: from what everybody gave for it to the document that the team shares (M79, M85, M109)."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.anonymise import door
from pipeline.documents import CONDITIONS_TABLE, FRAME, FRAME_REVISION, GROUPED_WORDINGS, Document
from pipeline.findings import Finding, note
from pipeline.forms import CONDITIONS_TABLE as TABLE_FORM
from pipeline.forms import FRAME as FRAME_FORM
from pipeline.post import frame_mail
from pipeline.post.team_mail import TeamMails
from pipeline.stages.mailing import Enclosures, with_mails
from pipeline.stages.making import Report, handed_back, made
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr.programme import INTRO


def frame(run: Run) -> Report:
    """The frame of reference and what changed in it; before that, what the team gave to write it from."""
    with run.space.to_oneself():
        reading = read(run, lambda _: door.Wanted.TEXTS)
        if not reading.received.of(FRAME_FORM):
            reading = reading.saying((note("no_frame_yet", about=FRAME_FORM.key),))
        return handed_back(run, reading, with_frame(run, reading))


def with_frame(run: Run, reading: Reading) -> Report:
    """The same of what was read already."""
    report = made(run, reading, tuple(_of_frame(reading)))
    report = replace(report, findings=(*report.findings, *_of_length(reading, report)))
    return with_mails(
        run,
        reading,
        report,
        Enclosures(
            {INTRO: FRAME},
            lambda mailing, files: frame_mail.frame_mail(mailing, files[INTRO]) if files else TeamMails(),
            lambda _: frame_mail.PATHS,
            "frame_outdated",
            (FRAME_REVISION,),
        ),
    )


def _of_frame(reading: Reading) -> Iterator[Document]:
    year = reading.year
    if reading.received.of(TABLE_FORM):
        yield GROUPED_WORDINGS
    elif year.participants:
        yield CONDITIONS_TABLE
    if reading.received.of(FRAME_FORM):
        yield FRAME
    if year.frame and year.former_frame and not year.frame.says_the_same(year.former_frame):
        yield FRAME_REVISION


def _of_length(reading: Reading, report: Report) -> Iterator[Finding]:
    """How long the frame is: in words, and in pages where LibreOffice is there to lay it out (M85)."""
    from pipeline.outbox.pages.laying_out import pages_of
    from pipeline.ttr.rules_frame import of_pages

    file, frame, memory = report.files.get(FRAME.key), reading.year.frame, reading.memory
    if frame is None or file is None:
        return
    pages = memory.counted.get(FRAME.key) or pages_of(file)
    if pages is not None:
        memory.keep(counted={FRAME.key: pages})
    yield from of_pages(pages, frame)
