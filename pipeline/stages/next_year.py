"""The next year: a new team folder from what this year leaves, and how much of its team was there before (M104-M109).

All that is put in the new folder has passed the door and the gate of this year, and none of it is about anybody. The
two teams are compared as they lie in their inboxes: that run writes nothing at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.anonymise import door
from pipeline.anonymise.key import team_key
from pipeline.anonymise.overlap import overlap_of
from pipeline.documents import LAST_YEAR
from pipeline.documents.next_year import overlap_lines
from pipeline.documents.next_year.first_forms import CARRIED, first_forms, next_year_of
from pipeline.findings import Finding, PipelineError, note
from pipeline.forms import FRAME, MEETING, SIGN_UP
from pipeline.forms.lessons import LESSONS
from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox import office_file
from pipeline.outbox.forms.blank_form import blank_form, filled_form
from pipeline.stages.making import Report, Told, blank_forms, held_back
from pipeline.stages.reading import Reading, Run, read
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import FOLDERS, Workspace, shipped_templates

KEY = "next_year"


def next_year(run: Run, target: Workspace) -> Report:
    """A new team folder from this year's; once something has come in there, how much of its team was here before."""
    if _is_within(run.space, target):
        raise PipelineError("next_year_within")
    return _compared(run, target) if target.is_begun else _begun(run, target)


def _is_within(space: Workspace, target: Workspace) -> bool:
    """Whether it is the same folder, or lies in one whose files mean something here."""
    here, there = space.folder.resolve(), target.folder.resolve()
    return there == here or any(there.is_relative_to(here / name) for name in FOLDERS)


def _begun(run: Run, target: Workspace) -> Report:
    """Everything or nothing: what is left out now would never be taken along any more."""
    with run.space.to_oneself():
        reading = read(run)
        words = catalogue(reading.words.language)
        if to_mend := tuple(_to_mend(reading)):
            return Report(words, to_mend, held_up=(KEY,))
        first = _first_files(reading, words)
    if held := tuple(first.held_back(reading)):
        return Report(words, held, held_up=(KEY,))
    target.set_up()
    team_key(target.private)
    with target.to_oneself():
        published = (
            *target.endow(first.forms.items()),
            *target.publish_all(first.pages.items()),
            *blank_forms(target, words),
        )
    return Report(words, tuple(_missing(first.begun)), published, told=_told(first.begun, target, words))


def _to_mend(reading: Reading) -> Iterator[Finding]:
    """What stands in the way of something that goes along, or of a file of which nobody can tell what it is."""
    of_known = {answers.place.file: answers.form.key for answers in reading.received.forms}
    of_known |= dict.fromkeys((one.place.file for one in reading.received.reviews), "review")
    of_known |= dict.fromkeys((one.place.file for one in reading.received.scores), "scores")
    meetings = reading.waits_for(MEETING.key, [held.place for held in reading.year.held])
    for finding in reading.findings:
        form = finding.about or of_known.get(finding.place.file, "")
        concerns = finding.about in CARRIED or not form or (meetings and form == MEETING.key)
        if finding.stops and concerns:
            yield finding


@dataclass(frozen=True, slots=True)
class _FirstFiles:
    """What the new folder begins with: its year as a record, forms for its inbox, pages for its outbox."""

    begun: TeamYear
    forms: Mapping[str, bytes]
    pages: Mapping[str, bytes]

    def held_back(self, reading: Reading) -> Iterator[Finding]:
        """Which of them name somebody of the old year."""
        in_folders = {"inbox": self.forms, "outbox": self.pages}
        for folder, files in in_folders.items():
            for name, content in files.items():
                if kinds := reading.gate.held_back(name, content):
                    yield held_back(f"{folder}/{name}", kinds)


def _first_files(reading: Reading, words: Catalogue) -> _FirstFiles:
    begun = next_year_of(reading.year, words)
    forms = {blank_form(one.form, words)[0]: filled_form(one) for one in first_forms(begun, words)}
    page = LAST_YEAR.compose(begun, words)
    templates = office_file.Templates(shipped_templates(), shipped_templates())
    pages = {} if page is None else {LAST_YEAR.file: office_file.office_file(page, templates)[0]}
    return _FirstFiles(begun, forms, pages)


def _missing(begun: TeamYear) -> Iterator[Finding]:
    """What could not go along because it was not there."""
    if begun.frame is None:
        yield note("next_year_without_frame", about=FRAME.key)
    if begun.former_lessons is None:
        yield note("next_year_without_lessons", about=LESSONS.key)


def _told(begun: TeamYear, target: Workspace, words: Catalogue) -> Told:
    year = (begun.programme or Programme()).academic_year
    folder = str(target.folder)
    said = words.say("next.made.year", year=year, folder=folder) if year else words.say("next.made.open", folder=folder)
    points = words.say("next.made.points", count=len(begun.action_points))
    return Told(
        KEY,
        (said, points),
        {"folder": folder, "academic_year": year, "action_points": len(begun.action_points)},
    )


def _compared(run: Run, target: Workspace) -> Report:
    """How many of the new team were there before, in numbers alone; neither folder is written, not even its lock."""
    before, now = door.received(run.space.inbox), door.received(target.inbox)
    words = catalogue(run.language or door.language_of(before) or run.default_language)
    found = overlap_of(before, now)
    told = Told("overlap", tuple(overlap_lines.lines(found, words)), overlap_lines.as_json(found))
    return Report(words, tuple(_unread((before, now))), told=told)


def _unread(inboxes: Iterable[door.Received]) -> Iterator[Finding]:
    """That a file which may hold sign-ups could not be read; which one is said where it lies."""
    said = (finding for received in inboxes for finding in received.findings)
    if any(finding.stops and finding.about in {"", SIGN_UP.key} for finding in said):
        yield note("overlap_incomplete", about=SIGN_UP.key)
