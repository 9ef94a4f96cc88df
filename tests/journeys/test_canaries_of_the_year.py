"""What a whole year comes to names nobody: annual reports and their PDFs, overview, plan, calendars, the next year."""

import io
import re
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from pipeline.anonymise import door
from pipeline.anonymise.key import TEAM_KEY, team_key
from pipeline.forms import ACTION_LIST, CASE, FRAME, LESSONS, MEETING, PROGRAMME
from pipeline.forms.questions import Form, Medium
from pipeline.outbox.pages.pdf_outline import headings_in
from pipeline.ttr.records import TeamYear
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.journeys.test_canaries import ADDRESS, NAME, PARTS, PERSON, everywhere, where_it_is_asked
from tests.office.canaries import canaries_in, folded
from tests.office.packages import packed, parts_of
from tests.office.tools import require
from tests.year import in_inbox

YEAR_END = "2028-05-15"
ANNUAL = ("annual_report/annual-report.docx", "annual_report/annual-report-management.docx")
IN_THE_OVERVIEW = ("overview.html", "1_prepare/year-plan.xlsx", "1_prepare/calendar/all-meetings.ics", *ANNUAL)
SEEN = ("Jaarverslag", "Het jaar in cijfers")  # the title; bookmarks begin with the first chapter
FOR_ONE = ("letters/", "to_mend/")
OF_SAMPLE = {
    PROGRAMME: "programma.xlsx",
    FRAME: in_inbox.NEW_FRAME,
    MEETING: in_inbox.FIRST_MEETING,
    ACTION_LIST: in_inbox.ACTIONS,
    LESSONS: in_inbox.YEAR_FORM,
}
CREATOR = (
    f"<dc:creator>{NAME}</dc:creator><cp:lastModifiedBy>{NAME}</cp:lastModifiedBy><cp:keywords>{NAME}</cp:keywords>"
)


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TeamFolder:
    """The invented team, and somebody with a name that stands nowhere else; a PDF takes long and has its own test."""
    monkeypatch.setattr("pipeline.outbox.pages.pdf.pdf_of", lambda _: None)
    made = with_sample(tmp_path / "old")
    (made.folder / "private" / "sample.key").rename(made.folder / "private" / TEAM_KEY)
    (made.folder / "private" / TEAM_KEY).write_text(f"{sample.KEY}\n", encoding="utf-8")
    made.drop("nakomer.xlsx", sample.sign_up_form((PERSON,)))
    return made


def whole_year(team: TeamFolder) -> str:
    """All that can be made of the year and the folder of the next one, and what is said of it."""
    commands = (("all",), ("report", "year"), ("status",), ("next-year", str(team.folder.parent / "new")))
    said = "".join(team.ttr(*command, today=YEAR_END).output for command in commands)
    return said + "".join(team.ttr("--format", "json", *command, today=YEAR_END).output for command in commands[:3])


def shared(team: TeamFolder) -> Iterator[tuple[str, bytes]]:
    """Every file but those that go to one person, who may be named in them, and what of the year goes along."""
    new = TeamFolder(team.folder.parent / "new")
    yield from ((name, content) for name, content in team.files().items() if not name.startswith(FOR_ONE))
    for folder in ("inbox", "outbox", "private"):
        yield from ((f"next year: {folder}/{name}", content) for name, content in new.files(folder).items())


def named_in(team: TeamFolder, names: Iterable[str]) -> list[str]:
    wanted = tuple(names)
    return [f"{name}: {found}" for name, content in shared(team) for found in canaries_in(content, wanted)]


@pytest.mark.parametrize("form", [*OF_SAMPLE, CASE], ids=lambda form: form.key)
@pytest.mark.parametrize("where", [everywhere, where_it_is_asked])
def test_a_name_in_any_field_is_in_nothing_that_the_year_comes_to(form: Form, where: object, team: TeamFolder) -> None:
    assert callable(where)
    if form in OF_SAMPLE:
        next((team.folder / "inbox").rglob(OF_SAMPLE[form])).unlink()
    team.drop("vogel.docx" if form.medium is Medium.DOCUMENT else "vogel.xlsx", where(form))
    said = folded(whole_year(team))
    assert not any(folded(part) in said for part in (*PARTS, ADDRESS))
    assert named_in(team, (*PARTS, ADDRESS)) == []


def signed_by_its_sender(path: Path) -> bytes:
    """The form as it comes from somebody whose machine writes their name where nobody looks."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        book.properties.creator = book.properties.lastModifiedBy = NAME
        if path.name == sample.SCORE_SHEET:
            book.worksheets[0].title = NAME
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()
    parts = parts_of(path.read_bytes())
    core = parts["docProps/core.xml"]
    core = re.sub(rb"<(dc:creator|cp:lastModifiedBy|cp:keywords)>.*?</\1>", b"", core)
    closing = b"</cp:coreProperties>"
    return packed({**parts, "docProps/core.xml": core.replace(closing, CREATOR.encode() + closing)})


def test_how_a_sender_calls_files_and_sheets_and_what_a_machine_notes_of_them_goes_nowhere(team: TeamFolder) -> None:
    for number, path in enumerate(sorted((team.folder / "inbox").iterdir())):
        team.drop(f"{NAME}/{PARTS[1]} {number}{path.suffix}", signed_by_its_sender(path))
        path.unlink()
    whole_year(team)
    assert {*IN_THE_OVERVIEW} <= set(team.files())
    assert (team.folder.parent / "new" / "inbox").is_dir()
    assert named_in(team, PARTS) == []


def test_no_code_and_nobody_of_the_team_is_in_annual_reports_overview_and_calendars(team: TeamFolder) -> None:
    whole_year(team)
    surely, files = surely_nobodys(passed(team)), team.files()
    kept_apart = [
        name for name in files if name.startswith(("annual_report/", "1_prepare/")) or name == "overview.html"
    ]
    assert {*IN_THE_OVERVIEW} <= set(kept_apart)
    assert [f"{name}: {found}" for name in kept_apart for found in canaries_in(files[name], surely)] == []


def surely_nobodys(year: TeamYear) -> list[str]:
    """The codes of participants and cases, and the names and addresses of the team."""
    codes = [*(one.code for one in year.participants), *(one.code for one in year.case_progress)]
    assert len(codes) > len(sample.TEAM)
    return [*codes, *(told for person in sample.TEAM for told in (person.name, person.email))]


def passed(team: TeamFolder) -> TeamYear:
    received = door.received(team.folder / "inbox")
    return door.passed(received, team_key(team.folder / "private"), date.fromisoformat(YEAR_END)).year


def told_by_pdf(path: Path) -> Iterator[bytes]:
    """Its bytes, its text, what it notes about itself, its tags with their texts, and its bookmarks."""
    pdf = path.read_bytes()
    yield pdf
    yield "\n".join(found.text for found in headings_in(pdf)).encode()
    for tool, *options in (("pdftotext", "-enc", "UTF-8"), ("pdfinfo", "-meta"), ("pdfinfo", "-struct-text")):
        to_stdout = ("-",) if tool == "pdftotext" else ()
        command = [require(tool), *options, str(path), *to_stdout]
        yield subprocess.run(command, capture_output=True, check=True).stdout


def test_a_pdf_of_an_annual_report_names_nobody_and_tells_no_code(tmp_path: Path) -> None:
    require("soffice")
    team = with_sample(tmp_path)
    assert team.ttr("report", "year", today=YEAR_END).exit_code == 0
    wanted = surely_nobodys(passed(team))
    for name in ANNUAL:
        told = list(told_by_pdf(team.folder / "outbox" / name.replace(".docx", ".pdf")))
        assert all(any(sign in text.decode("utf-8", "replace") for sign in SEEN) for text in told[1:])
        assert [found for text in told for found in canaries_in(text, wanted)] == []
