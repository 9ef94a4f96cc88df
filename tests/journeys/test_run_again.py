"""A second run: what a lead edited meanwhile is looked through like anything else, and what is to be mended is said."""

import io
from pathlib import Path

import pytest
from docx import Document

from pipeline.documents import AFTER_THE_WALK, ANNUAL_REPORT, FRAME
from pipeline.language.catalogue import catalogue
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample

AFTER = "2028-05-15"
MAIL = "frame_mails/frame-mail.eml"
PDF = ANNUAL_REPORT.file.removesuffix(".docx") + ".pdf"


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    return with_sample(tmp_path)


def write_into(team: TeamFolder, file: str, text: str) -> None:
    """Type a paragraph at the end of a document in the outbox."""
    path = team.folder / "outbox" / file
    document = Document(io.BytesIO(path.read_bytes()))
    document.add_paragraph(text)
    document.save(str(path))


@pytest.mark.parametrize("command", ["frame", "all"])
def test_a_name_typed_in_a_document_that_was_made_goes_out_in_no_mail(command: str, team: TeamFolder) -> None:
    team.ttr(command, today=AFTER)
    assert MAIL in team.files("private")
    write_into(team, FRAME.file, "Kwame Boateng gaat hierover.")
    told = team.ttr(command, today=AFTER)
    assert told.exit_code == 1
    assert MAIL not in team.files("private")


def test_a_name_typed_in_the_annual_report_goes_in_no_pdf(team: TeamFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.outbox.pages.pdf.pdf_of", lambda file: b"%PDF of " + str(len(file)).encode())
    team.ttr("report", "year", today=AFTER)
    assert PDF in team.files()
    write_into(team, ANNUAL_REPORT.file, "Kwame Boateng gaat hierover.")
    told = team.ttr("report", "year", today=AFTER)
    assert told.exit_code == 1
    assert PDF not in team.files()


def test_the_pdf_is_made_of_the_annual_report_as_the_lead_edited_it(
    team: TeamFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def pdf_of(file: bytes) -> bytes:
        asked.append(file)
        return b"%PDF of " + file

    monkeypatch.setattr("pipeline.outbox.pages.pdf.pdf_of", pdf_of)
    team.ttr("report", "year", today=AFTER)
    write_into(team, ANNUAL_REPORT.file, "Dit schreven wij er zelf bij.")
    for _ in range(2):
        team.ttr("report", "year", today=AFTER)
    edited = team.files()[ANNUAL_REPORT.file]
    assert asked[2:] == [edited]
    assert team.files()[PDF] == b"%PDF of " + edited


def test_what_lies_there_from_before_is_told_of(team: TeamFolder) -> None:
    first = team.told("all", today=AFTER)["all"]
    assert first["left"] == []  # type: ignore[index]
    (team.folder / "inbox" / sample.SCORE_SHEET).unlink()
    told = team.told("all", today=AFTER)["all"]
    assert {f"outbox/{one.file}" for one in AFTER_THE_WALK} <= set(told["left"])  # type: ignore[index]
    assert f"outbox/{FRAME.file}" not in told["left"]  # type: ignore[index]
    assert "niet opnieuw gemaakt" in team.ttr("all", today=AFTER).output


def test_blank_forms_never_grow_old(team: TeamFolder) -> None:
    team.ttr("forms")
    assert team.told("all", today=AFTER)["all"]["left"] == []  # type: ignore[index]


def test_in_an_empty_folder_no_form_of_the_year_is_promised(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    told = TeamFolder(tmp_path).told("all", today=AFTER)
    assert "year_form" not in told["held_up"]  # type: ignore[operator]


@pytest.mark.parametrize("command", [("plan",), ("report", "year")])
def test_nothing_is_said_of_what_could_not_be_made(command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    empty = TeamFolder(tmp_path)
    said = empty.ttr(*command, today=AFTER).output
    words = catalogue("nl")
    assert words.say("cli.plan.next") not in said
    assert words.say("cli.report.year_next") not in said
    assert empty.keys(*command, level="note", today=AFTER) == []


def test_without_sign_ups_the_letters_wait_for_them(team: TeamFolder) -> None:
    for path in (*team.folder.glob("inbox/**/aanmelding*"), *team.folder.glob("inbox/**/Aanmelding*")):
        path.unlink(missing_ok=True)
    told = team.told("all", today="2027-09-10")["all"]
    assert {"document": "persona_letters", "form": "sign_up"} in told["waiting"]  # type: ignore[index]
