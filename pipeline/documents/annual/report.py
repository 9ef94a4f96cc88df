"""The annual report, for the team and for management: frame of reference, follow-up reports, lessons (M104, M105, G18).

It holds what came in and nothing else: a gap is marked and never filled. It bears no day on which it was made, so the
same forms give the same report; the last follow-up tells how far it goes.
"""

from collections.abc import Iterator

from pipeline.documents.annual.chapters import Annual, Chapter, Reader, lowered, put_together
from pipeline.documents.annual.figures import figures
from pipeline.documents.annual.follow_ups import all_actions, reports
from pipeline.documents.annual.lessons import lessons
from pipeline.documents.annual.sources import sources
from pipeline.documents.annual.walk import walk
from pipeline.documents.contents import Cover, Density, Page, Paragraph
from pipeline.documents.frame.frame_of_reference import frame_of_reference
from pipeline.documents.without_codes import without_codes
from pipeline.language.catalogue import Catalogue
from pipeline.ttr.records import TeamYear


def annual_report(year: TeamYear, words: Catalogue) -> Page | None:
    """The report for the team, with the cases; None as long as there is no programme."""
    return None if year.programme is None else _page(Annual(year, words, Reader.TEAM))


def annual_report_for_management(year: TeamYear, words: Catalogue) -> Page | None:
    """The same for management: without the cases, unless the year form says otherwise, and without the reflection."""
    return None if year.programme is None else _page(Annual(without_codes(year, words), words, Reader.MANAGEMENT))


def _page(annual: Annual) -> Page:
    chapters = (
        figures(annual),
        _frame(annual),
        walk(annual),
        reports(annual),
        all_actions(annual),
        lessons(annual),
        sources(annual),
    )
    return Page(
        title=annual.say(f"title.{annual.reader.value}"),
        language=annual.words.language,
        blocks=tuple(put_together(chapters, annual.words)),
        footer=annual.say(f"footer.{annual.version}"),
        density=Density.CLOSE,
        cover=Cover(tuple(_cover(annual)), annual.say(f"cover.note.{annual.version}")),
        contents=annual.say("contents"),
    )


def _cover(annual: Annual) -> Iterator[tuple[str, str]]:
    """Whose year it is and for whom; what nobody said of the team is left out."""
    programme, learned = annual.programme, annual.year.lessons
    for key, told in (
        ("team", programme.team),
        ("programme", programme.name),
        ("institution", programme.institution),
        ("academic_year", programme.academic_year),
    ):
        if told:
            yield annual.say(f"cover.{key}"), told
    yield annual.say("cover.version"), annual.say(f"cover.version_for.{annual.reader.value}")
    recipient = learned.recipient if learned else None
    yield annual.say("cover.recipient"), recipient or annual.say("cover.recipient_open")
    yield annual.say("cover.frame"), _version(annual)
    if (until := _until(annual)) is not None:
        yield annual.say("cover.until"), until


def _version(annual: Annual) -> str:
    frame = annual.year.frame
    return annual.say("cover.no_frame") if frame is None else annual.words.say("frame.version", version=frame.version)


def _until(annual: Annual) -> str | None:
    """The last follow-up that is told of."""
    if not annual.year.held:
        return None
    last = annual.year.held[-1]
    meeting = annual.of_meeting(last.meeting)
    if last.day is None:
        return meeting
    return annual.say("cover.until_meeting", meeting=meeting, day=annual.words.plain_date(last.day))


def _frame(annual: Annual) -> Chapter:
    """As the document of its own tells it."""
    title, page = annual.say("frame.title"), frame_of_reference(annual.year, annual.words)
    if page is None or annual.year.frame is None:
        return Chapter(title, (annual.gap("frame.missing"),))
    version = annual.say("frame.version", version=annual.year.frame.version)
    return Chapter(title, (Paragraph(version), *lowered(page.blocks, 1)))
