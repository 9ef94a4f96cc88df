"""What was made of a case or of a form that no longer holds: it is taken back, and what cannot be made is said once."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.forms import FRAME, LESSONS, MEETING
from pipeline.forms.questions import Form
from tests.case_review import REVIEWED
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.office.packages import packed, parts_of
from tests.year import in_inbox, misfits
from tests.year.lessons_nl import LESSONS as LEARNED
from tests.year.texts import Told, year_texts

AFTER = "2028-02-20"
IN_THE_CASE = "te gast was in zijn eigen groepje"
DECKS, HANDOUTS, REPORTS, FOR_MANAGEMENT = (
    tuple(f"{number + 2}_follow_up_{number}/{name.format(number)}" for number in (1, 2))
    for name in ("session-deck-{}.pptx", "case-handout-{}.docx", "report-{}.docx", "report-{}-management.docx")
)
YEAR_END = "2028-05-15"
ANNUAL = ("annual_report/annual-report.docx", "annual_report/annual-report-management.docx")
PDF_OF = "pipeline.outbox.pages.pdf.pdf_of"
ANNUAL_PDFS = tuple(path.replace(".docx", ".pdf") for path in ANNUAL)
MAILS = tuple(f"report_mails/report-mail-{number}.eml" for number in (1, 2))


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    return with_sample(tmp_path)


@pytest.fixture
def reported(team: TeamFolder) -> TeamFolder:
    """Two follow-ups with deck, handout and reports."""
    for command in ("session-deck", "report"):
        for number in ("1", "2"):
            assert team.ttr(command, number, today=AFTER).exit_code == 0
    return team


def without_release(team: TeamFolder) -> None:
    """The first case, which was discussed in follow-up 1, is released no longer."""
    next((team.folder / "inbox").rglob(min(REVIEWED))).unlink()


def hand_in(team: TeamFolder, name: str, form: Form, told: Told) -> None:
    next((team.folder / "inbox").rglob(name)).write_bytes(in_inbox.made(form, told))


def not_released(told: Told) -> Told:
    return {**told, "release": [{"release": "not_yet"}]}


@pytest.mark.parametrize("command", [("review",), ("session-deck", "1"), ("session-deck", "2"), ("report", "2")])
def test_a_report_of_a_case_that_is_released_no_longer_is_taken_back_with_its_mail(
    command: tuple[str, ...], reported: TeamFolder
) -> None:
    without_release(reported)
    told = reported.told(*command, today=AFTER)
    assert {REPORTS[0], FOR_MANAGEMENT[0]}.isdisjoint(reported.files())
    assert {REPORTS[1], FOR_MANAGEMENT[1]} <= set(reported.files())
    assert set(MAILS) & set(reported.files("private")) == {MAILS[1]}
    assert f"outbox/{REPORTS[0]}" in said(told, "taken_back")


def test_a_deck_that_shows_a_case_is_taken_back_with_its_handout(reported: TeamFolder) -> None:
    without_release(reported)
    told = reported.told("review", today=AFTER)
    assert {DECKS[0], HANDOUTS[0]}.isdisjoint(reported.files())
    assert {DECKS[1], HANDOUTS[1]} <= set(reported.files())
    assert {f"outbox/{DECKS[0]}", f"outbox/{HANDOUTS[0]}"} <= set(said(told, "taken_back").split(", "))


def test_a_deck_without_a_case_stays(team: TeamFolder) -> None:
    without_release(team)
    team.ttr("session-deck", "1", today="2027-11-20")
    assert "taken_back" not in team.keys("review", today="2027-11-20")
    assert DECKS[0] in team.files()


@pytest.mark.parametrize("command", [("review",), ("session-deck", "1"), ("report", "1")])
def test_a_report_that_was_edited_stays_and_is_told_of(command: tuple[str, ...], reported: TeamFolder) -> None:
    report = reported.folder / "outbox" / REPORTS[0]
    report.write_bytes(report.read_bytes() + b"\0")
    without_release(reported)
    assert "report_outdated" in reported.keys(*command, level="stop", today=AFTER)
    assert report.exists()


def test_a_report_beside_one_that_was_edited_is_taken_back(reported: TeamFolder) -> None:
    report = reported.folder / "outbox" / REPORTS[0]
    report.write_bytes(report.read_bytes() + b"\0")
    next((reported.folder / "inbox").rglob(in_inbox.ACTIONS)).unlink()
    assert reported.ttr("report", "1", today=AFTER).exit_code == 0
    beside = REPORTS[0].replace(".docx", "-2.docx")
    assert beside in reported.files()
    without_release(reported)
    reported.ttr("review", today=AFTER)
    assert beside not in reported.files()
    assert report.exists()


def test_a_mail_that_names_somebody_since_the_report_was_edited_is_spoken_of_once(reported: TeamFolder) -> None:
    report = reported.folder / "outbox" / REPORTS[0]
    edited = parts_of(report.read_bytes())
    edited["word/document.xml"] = edited["word/document.xml"].replace(b"groepje", b"groepje van Kwame Boateng", 1)
    report.write_bytes(packed(edited))
    keys = reported.keys("report", "1", today=AFTER)
    assert "names_somebody" in keys
    assert "taken_back" not in keys
    assert MAILS[0] not in reported.files("private")


def test_a_report_of_a_form_that_left_its_case_out_tells_of_it_no_longer(team: TeamFolder) -> None:
    hand_in(team, in_inbox.FIRST_MEETING, MEETING, year_texts("nl").first_meeting)
    team.ttr("report", "1", today=AFTER)
    assert IN_THE_CASE in parts_of(team.files()[REPORTS[0]])["word/document.xml"].decode()
    without_release(team)
    team.ttr("review", today=AFTER)
    assert IN_THE_CASE not in parts_of(team.files()[REPORTS[0]])["word/document.xml"].decode()


def test_what_is_taken_back_is_said_once(reported: TeamFolder) -> None:
    without_release(reported)
    assert "taken_back" in reported.keys("review", today=AFTER)
    assert "taken_back" not in reported.keys("review", today=AFTER)


@pytest.mark.parametrize("misfit", [misfits.empty_condition, misfits.three_conditions])
def test_a_frame_that_is_to_be_mended_is_not_called_missing(misfit: Callable[[str], Told], team: TeamFolder) -> None:
    next((team.folder / "inbox").rglob(in_inbox.NEW_FRAME)).unlink()
    hand_in(team, in_inbox.FIRST_FRAME, FRAME, misfit("nl"))
    assert team.told("frame")["held_up"] == ["frame_of_reference"]
    assert "nothing_to_make" not in team.keys("frame")


def test_a_report_whose_form_is_to_be_mended_is_said_to_wait_for_it_and_nothing_twice(team: TeamFolder) -> None:
    hand_in(team, in_inbox.FIRST_MEETING, MEETING, not_released(year_texts("nl").first_meeting))
    told = team.told("report", "1", today=AFTER)
    keys = team.keys("report", "1", today=AFTER)
    assert told["held_up"] == ["follow_up_report_1", "management_report_1"]
    assert "nothing_to_make" not in keys
    assert "Het verslag zonder de casus" not in team.ttr("report", "1", today=AFTER).output


@pytest.mark.parametrize(("session", "today"), [("1", AFTER), ("3", "2028-02-20")])
def test_a_report_without_a_form_is_said_once(session: str, today: str, team: TeamFolder) -> None:
    for name in (in_inbox.FIRST_MEETING, in_inbox.SECOND_MEETING, in_inbox.THIRD_MEETING):
        next((team.folder / "inbox").rglob(name)).unlink()
    keys = team.keys("report", session, today=today)
    assert keys.count("nothing_to_make") == 0
    assert keys.count("no_meeting_form_yet") == 1


def test_a_report_of_another_meeting_than_was_held_is_said_once(team: TeamFolder) -> None:
    next((team.folder / "inbox").rglob(in_inbox.THIRD_MEETING)).unlink()
    assert team.keys("report", "3", today=AFTER).count("report_of_no_form") == 1


def test_nothing_is_said_of_a_deck_that_is_not_made(tmp_path: Path) -> None:
    team = TeamFolder(tmp_path)
    keys = team.keys("session-deck", "1")
    assert team.told("session-deck", "1")["held_up"] == ["follow_up_deck_1"]
    assert {"deck_without_case", "deck_without_frame"}.isdisjoint(keys)


def test_a_case_that_is_no_code_is_said_once(team: TeamFolder) -> None:
    [discussion] = year_texts("nl").first_meeting["discussion"]
    told = {**year_texts("nl").first_meeting, "discussion": [{**discussion, "case": "een casus uit een boek"}]}
    hand_in(team, in_inbox.FIRST_MEETING, MEETING, told)
    keys = team.keys("report", "1", today=AFTER)
    assert "meeting_case_without_code" in keys
    assert "report_without_case" not in keys


# --- the annual report ----------------------------------------------------------------------------------------------


def as_if_pdf(docx: bytes) -> bytes:
    """A stand-in for a PDF: what it is made of can be read in it."""
    return b"%PDF of " + parts_of(docx)["word/document.xml"]


def without_office(docx: bytes) -> None:
    """No PDF is made where there is no LibreOffice."""


@pytest.fixture
def year_over(team: TeamFolder, monkeypatch: pytest.MonkeyPatch) -> TeamFolder:
    """A year with its annual reports, each with its PDF."""
    monkeypatch.setattr(PDF_OF, as_if_pdf)
    assert team.ttr("report", "year", today=YEAR_END).exit_code == 0
    assert IN_THE_CASE in read(team, ANNUAL[0])
    assert IN_THE_CASE in read(team, ANNUAL_PDFS[0])
    return team


def read(team: TeamFolder, path: str) -> str:
    content = team.files()[path]
    return (content if path.endswith(".pdf") else as_if_pdf(content)).decode()


def lying(team: TeamFolder) -> set[str]:
    return {*ANNUAL, *ANNUAL_PDFS} & set(team.files())


@pytest.mark.parametrize("command", [("all",), ("report", "year"), ("review",)])
@pytest.mark.parametrize("office", [as_if_pdf, without_office])
def test_no_annual_report_and_no_pdf_tells_of_a_case_that_is_released_no_longer(
    office: object, command: tuple[str, ...], year_over: TeamFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PDF_OF, office)
    without_release(year_over)
    told = year_over.told(*command, today=YEAR_END)
    assert not [path for path in lying(year_over) if IN_THE_CASE in read(year_over, path)]
    assert set(ANNUAL) <= lying(year_over)
    if office is without_office:
        assert set(ANNUAL_PDFS).isdisjoint(lying(year_over))
        assert all(f"outbox/{path}" in said(told, "taken_back") for path in ANNUAL_PDFS)


def test_a_pdf_of_a_report_that_is_as_it_was_stays_where_no_other_can_be_made(
    year_over: TeamFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PDF_OF, without_office)
    assert "taken_back" not in year_over.keys("report", "year", today="2028-05-16")
    assert set(ANNUAL_PDFS) <= lying(year_over)


@pytest.mark.parametrize("command", [("all",), ("report", "year"), ("review",)])
def test_lessons_that_are_taken_away_are_told_in_no_annual_report(
    command: tuple[str, ...], year_over: TeamFolder
) -> None:
    next((year_over.folder / "inbox").rglob(in_inbox.YEAR_FORM)).unlink()
    keys = year_over.keys(*command, today=YEAR_END)
    learned = LEARNED["next_year"].split(",", 1)[0]
    assert not [path for path in lying(year_over) if learned in read(year_over, path)]
    assert ("annual_without_lessons" in keys) is (command != ("review",))
    assert lying(year_over) == {*ANNUAL, *ANNUAL_PDFS}


@pytest.mark.parametrize("command", [("all",), ("report", "year"), ("review",)])
def test_annual_reports_of_lessons_that_are_released_no_longer_are_taken_back(
    command: tuple[str, ...], year_over: TeamFolder
) -> None:
    hand_in(year_over, in_inbox.YEAR_FORM, LESSONS, not_released(year_texts("nl").lessons))
    told = year_over.told(*command, today=YEAR_END)
    assert lying(year_over) == set()
    assert all(f"outbox/{path}" in said(told, "taken_back") for path in (*ANNUAL, *ANNUAL_PDFS))
    assert "taken_back" not in year_over.keys(*command, today=YEAR_END)


def test_lessons_that_are_to_be_mended_are_not_called_missing(team: TeamFolder) -> None:
    hand_in(team, in_inbox.YEAR_FORM, LESSONS, not_released(year_texts("nl").lessons))
    for command in (("all",), ("report", "year")):
        assert "annual_without_lessons" not in team.keys(*command, today=YEAR_END)


@pytest.mark.parametrize("path", [ANNUAL[0], ANNUAL_PDFS[0]])
def test_an_annual_report_that_was_edited_stays_and_is_told_of(path: str, year_over: TeamFolder) -> None:
    report = year_over.folder / "outbox" / path
    report.write_bytes(report.read_bytes() + b"\0")
    hand_in(year_over, in_inbox.YEAR_FORM, LESSONS, not_released(year_texts("nl").lessons))
    assert "annual_outdated" in year_over.keys("report", "year", level="stop", today=YEAR_END)
    assert lying(year_over) == {path}


def test_a_pdf_beside_one_that_was_edited_is_left_there_as_it_was_made(year_over: TeamFolder) -> None:
    pdf = year_over.folder / "outbox" / ANNUAL_PDFS[0]
    pdf.write_bytes(pdf.read_bytes() + b"\0")
    without_release(year_over)
    keys = year_over.keys("report", "year", today=YEAR_END)
    assert "annual_outdated" not in keys
    beside = ANNUAL_PDFS[0].replace(".pdf", "-2.pdf")
    assert IN_THE_CASE not in read(year_over, beside)


def said(told: Mapping[str, object], key: str) -> str:
    findings = told["findings"]
    assert isinstance(findings, list)
    problems = [str(one["problem"]) for one in findings if one["key"] == key]
    return ", ".join(problem.rpartition(": ")[2].removesuffix(".") for problem in problems)
