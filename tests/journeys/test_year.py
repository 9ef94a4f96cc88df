"""A team lead's year after the introductory session: a frame, decks that look back, reports, and a list of actions."""

import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from pipeline.forms import FRAME as FRAME_FORM
from pipeline.language.catalogue import LANGUAGES
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.journeys.test_review import names
from tests.office.canaries import canaries_in
from tests.office.judgement import complaints
from tests.office.packages import parts_of
from tests.year import in_inbox
from tests.year.texts import year_texts

FRAME = "2_introduction/frame-of-reference.docx"
REVISION = "2_introduction/frame-of-reference-changes.docx"
WORDINGS = "2_introduction/conditions-grouped.xlsx"
TABLE = "2_introduction/conditions-table.xlsx"
DECKS = tuple(f"{number + 2}_follow_up_{number}/session-deck-{number}.pptx" for number in (1, 2, 3))
REPORTS = tuple(f"{number + 2}_follow_up_{number}/report-{number}.docx" for number in (1, 2))
FOR_MANAGEMENT = tuple(f"{number + 2}_follow_up_{number}/report-{number}-management.docx" for number in (1, 2))
ACTIONS = "action-list.xlsx"
SAID_IN_CASES = ("te gast was in zijn eigen groepje", "een voorbeeld in plaats van een student")
AFTER = "2028-02-20"
COMMANDS = (
    ("session-deck", "intro"),
    ("frame",),
    ("session-deck", "1"),
    ("report", "1"),
    ("session-deck", "2"),
    ("report", "2"),
    ("session-deck", "3"),
)


def whole_year(team: TeamFolder, language: str | None = None) -> TeamFolder:
    for command in COMMANDS:
        told = team.ttr(*command, today=AFTER, language=language)
        assert told.exit_code == 0, told.output
    return team


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    return with_sample(tmp_path)


@pytest.fixture(scope="module", params=LANGUAGES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    return whole_year(with_sample(tmp_path_factory.mktemp(request.param)), request.param)


def text_of(content: bytes, parts: str) -> str:
    """All text of the parts whose names begin so."""
    found = (part.decode() for name, part in sorted(parts_of(content).items()) if re.match(parts, name))
    return " ".join(re.sub(r"<[^>]+>", " ", part) for part in found)


def test_the_whole_year_is_made(year: TeamFolder) -> None:
    expected = {FRAME, REVISION, WORDINGS, TABLE, ACTIONS, *DECKS, *REPORTS, *FOR_MANAGEMENT}
    assert expected <= set(year.files())


def test_every_document_of_the_year_is_valid_and_accessible(year: TeamFolder) -> None:
    made = [year.folder / "outbox" / name for name in year.files() if not name.startswith(("to_mend/", "letters/"))]
    assert complaints(made) == []


def test_nobody_is_named_in_any_of_it(year: TeamFolder) -> None:
    for name, content in year.files().items():
        if not name.startswith("to_mend/"):
            assert canaries_in(content, names()) == [], name


def test_a_second_run_makes_nothing_anew(year: TeamFolder) -> None:
    before, private = year.files(), year.files("private")
    whole_year(year, year.folder.name.rstrip("0123456789"))
    assert (year.files(), year.files("private")) == (before, private)


def test_what_was_agreed_in_the_first_meeting_stands_in_the_second_deck(team: TeamFolder) -> None:
    whole_year(team)
    slides = text_of(team.files()[DECKS[1]], "ppt/slides/slide")
    for point in year_texts("nl").first_meeting["action_points"]:
        assert str(point["what"]) in slides
    assert {"open, te\u00a0laat", "bezig", "gedaan"} <= set(re.split(r"\s{2,}", slides))


def test_the_management_never_reads_the_case(team: TeamFolder) -> None:
    whole_year(team)
    for mine, theirs in zip(REPORTS, FOR_MANAGEMENT, strict=True):
        told, kept = text_of(team.files()[mine], "word/document"), text_of(team.files()[theirs], "word/document")
        case = SAID_IN_CASES[REPORTS.index(mine)]
        assert case in told
        assert case not in kept


def test_frame_and_reports_go_to_the_team_as_mails_that_hide_the_addresses(team: TeamFolder) -> None:
    whole_year(team)
    mails = [name for name in team.files("private") if name.endswith(".eml")]
    assert len(mails) == 3
    for name in mails:
        message = message_from_bytes(team.files("private")[name], policy=policy.default)
        assert message["To"] is None
        of_management = sum(person.role == "management" for person in sample.TEAM) if "report" in name else 0
        assert str(message["Bcc"]).count("@") == len(sample.TEAM) - of_management
        assert [part.get_content_type() for part in message.iter_attachments()] != []


@pytest.mark.parametrize("command", [("review",), ("session-deck", "1"), ("report", "1")])
def test_a_report_on_a_case_whose_release_was_withdrawn_is_taken_back(
    command: tuple[str, ...], team: TeamFolder
) -> None:
    team.ttr("report", "1", today=AFTER)
    mail = "report_mails/report-mail-1.eml"
    assert {REPORTS[0], FOR_MANAGEMENT[0]} <= set(team.files())
    assert mail in team.files("private")
    next((team.folder / "inbox").rglob("casus-1-nagekeken.docx")).unlink()
    team.ttr(*command, today=AFTER)
    assert not {REPORTS[0], FOR_MANAGEMENT[0]} & set(team.files())
    assert mail not in team.files("private")


def test_the_frame_is_refused_with_its_number_of_words_when_it_is_too_long(team: TeamFolder) -> None:
    (team.folder / "inbox" / in_inbox.NEW_FRAME).unlink()
    team.drop(in_inbox.FIRST_FRAME, in_inbox.made(FRAME_FORM, year_texts("nl").long_frame))
    told = team.ttr("frame")
    assert told.exit_code == 1
    assert "470 woorden" in told.output
    assert FRAME not in team.files()


def test_the_first_slide_says_that_there_is_no_case(team: TeamFolder) -> None:
    for name in ("casus-1-nagekeken.docx", in_inbox.FIRST_MEETING):
        (team.folder / "inbox" / name).unlink()
    told = team.ttr("session-deck", "1")
    assert told.exit_code == 0, told.output
    assert "nog geen casus" in text_of(team.files()[DECKS[0]], "ppt/slides/slide1.xml").lower()
    assert "deck_without_case" in team.keys("session-deck", "1")
    assert "3_follow_up_1/meeting-form-1.docx" in team.files()
