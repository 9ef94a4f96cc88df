"""The year plan and the calendar files, from the programme form (M07, M08, M22-M36)."""

from dataclasses import replace

from pipeline.anonymise import door
from pipeline.documents import YEAR_PLAN, YEAR_PLAN_PAGE
from pipeline.post import calendars
from pipeline.stages.addressing import mailing
from pipeline.stages.making import Report, handed_back, held_back, made
from pipeline.stages.reading import Reading, Run, read


def plan(run: Run) -> Report:
    """The year plan in Excel and Word, and the calendar files of the meetings."""
    with run.space.to_oneself():
        reading = read(run, door.never)
        return handed_back(run, reading, plan_and_calendars(run, reading))


def plan_and_calendars(run: Run, reading: Reading) -> Report:
    """The same of what was read already."""
    report = made(run, reading, (YEAR_PLAN, YEAR_PLAN_PAGE))
    if "programme" in reading.stopped:
        return report
    files = calendars.calendars(mailing(run, reading))
    held = {path: reading.gate.held_back(path, file) for path, file in files.items()}
    passing = ((path, file) for path, file in files.items() if not held[path])
    published = run.space.publish_folder(calendars.FOLDER, passing)
    findings = (held_back(f"{run.space.outbox.name}/{path}", kinds) for path, kinds in held.items() if kinds)
    return replace(report, published=(*report.published, *published), findings=(*report.findings, *findings))
