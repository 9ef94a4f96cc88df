"""From the sign-ups to letters and a scoring sheet, and from the filled sheet to charts, deck and summary (M48-M70)."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest

from pipeline.language.catalogue import catalogue
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.office.canaries import canaries_in

CHARTS = "2_introduction/power-walk-charts.xlsx"
SHEET = "2_introduction/score-sheet.xlsx"
SUMMARY = "2_introduction/power-walk-summary.docx"
DECK = "2_introduction/session-deck-intro.pptx"
BEFORE = "2027-09-14"
AFTER = "2027-09-24"
NAMES = tuple(person.name for person in sample.TEAM)


def before_the_meeting(folder: Path) -> TeamFolder:
    """The sample's folder as it is a week before the introductory session: no scores yet."""
    team = with_sample(folder)
    (folder / "inbox" / sample.SCORE_SHEET).unlink()
    return team


def test_everybody_gets_a_letter_a_draft_and_the_meeting_for_the_calendar(tmp_path: Path) -> None:
    team = before_the_meeting(tmp_path)
    assert team.ttr("personas", today=BEFORE).exit_code == 0
    letters = [name for name in team.files("outbox/letters") if name.endswith(".docx")]
    assert len(letters) == len(sample.TEAM)
    drafts = [name for name in team.files("outbox/letters") if name.endswith(".eml")]
    assert [Path(name).stem for name in drafts] == [Path(name).stem for name in letters]
    draft = message_from_bytes(team.files("outbox/letters")[drafts[0]], policy=SMTP)
    attached = [part.get_filename() for part in draft.iter_attachments()]  # type: ignore[attr-defined]
    assert any(name.endswith(".docx") for name in attached)
    assert any(name.endswith(".ics") for name in attached)
    assert "send-list.xlsx" in {path.name for path in (tmp_path / "private").iterdir()}


def test_a_letter_names_nobody_but_its_own_recipient(tmp_path: Path) -> None:
    team = before_the_meeting(tmp_path)
    team.ttr("personas", today=BEFORE)
    team.ttr("power-walk", today=BEFORE)
    score_sheet = catalogue("nl").say("mending.file")
    for name, content in team.files().items():
        if name.startswith("to_mend/") and score_sheet not in name:
            continue  # a form with names in it goes back to whoever sent it
        parts = tuple(parts_of(name, content))
        named = {person for person in NAMES if any(canaries_in(part, (person,)) for part in parts)}
        assert len(named) == (1 if name.startswith("letters/") and not name.endswith(".ics") else 0), name


def parts_of(name: str, content: bytes) -> Iterator[bytes]:
    """A file, and what is attached to it if it is a draft."""
    yield content
    if name.endswith(".eml"):
        for part in message_from_bytes(content, policy=SMTP).walk():
            yield part.get_payload(decode=True) or b""  # type: ignore[misc]


def test_a_letter_without_changes_is_not_written_again(tmp_path: Path) -> None:
    team = before_the_meeting(tmp_path)
    team.ttr("personas", today=BEFORE)
    first = team.files()
    told = team.told("personas", today=BEFORE)
    assert {made["outcome"] for made in told["made"]} == {"unchanged"}  # type: ignore[attr-defined]
    assert team.files() == first


def test_before_the_walk_there_is_a_sheet_and_no_chart(tmp_path: Path) -> None:
    team = before_the_meeting(tmp_path)
    assert team.ttr("power-walk", today=BEFORE).exit_code == 0
    assert SHEET in team.files()
    assert CHARTS not in team.files()


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_the_filled_sheet_gives_charts_summary_and_a_deck_with_the_picture(tmp_path: Path, language: str) -> None:
    team = with_sample(tmp_path)
    without = before_the_meeting(tmp_path / "without")
    assert team.ttr("power-walk", today=AFTER, language=language).exit_code == 0
    assert {CHARTS, SUMMARY} <= team.files().keys()
    assert team.ttr("session-deck", "intro", today=AFTER, language=language).exit_code == 0
    assert without.ttr("session-deck", "intro", today=BEFORE, language=language).exit_code == 0
    assert b"charts/chart" in team.files()[DECK]
    assert b"charts/chart" not in without.files()[DECK]


def test_the_sheet_that_came_back_is_the_one_we_made(tmp_path: Path) -> None:
    team = before_the_meeting(tmp_path)
    team.ttr("power-walk", today=BEFORE)
    team.drop("ingevuld.xlsx", team.files()[SHEET])
    assert not [key for key in team.keys("check", level="stop", today=AFTER) if key.startswith("score")]


def test_a_misspelt_field_in_a_template_of_the_team_is_said_by_every_check(tmp_path: Path) -> None:
    import io  # noqa: PLC0415 - only here

    from docx import Document  # noqa: PLC0415 - only here

    team = before_the_meeting(tmp_path)
    document = Document(str(sample.ROOT / "templates_office" / "persona-instruction.nl.docx"))
    document.add_paragraph("Beste {{ recipiënt }} en {{ recipent }}")
    target = io.BytesIO()
    document.save(target)
    own = tmp_path / "templates_office" / "persona-instruction.nl.docx"
    own.parent.mkdir(exist_ok=True)
    own.write_bytes(target.getvalue())
    assert team.ttr("check", today=BEFORE).exit_code == 1
    result = team.ttr("personas", today=BEFORE)
    assert result.exit_code == 1
    assert "recipient" in result.output
    assert not [name for name in team.files() if name.startswith("letters/")]
    assert [name for name in team.files() if name.startswith("to_mend/") and name.endswith(".docx")]
