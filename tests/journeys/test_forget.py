"""Forgetting as somebody at a keyboard does it: look first, then destroy, and keep a receipt (G30)."""

from pathlib import Path

import pytest

from pipeline.anonymise.forgetting import MARKER
from pipeline.anonymise.key import SAMPLE_KEY, TEAM_KEY
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample

AFTER = "2028-09-01"


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    """The sample with a key of its own and letters."""
    made = with_sample(tmp_path / "team")
    (made.folder / "private" / SAMPLE_KEY).unlink()
    made.ttr("personas")
    return made


def test_a_dry_run_destroys_nothing(team: TeamFolder) -> None:
    before = {**team.files("private"), **team.files()}
    told = team.ttr("forget", "--dry-run", today=AFTER)
    assert told.exit_code == 0
    assert f"private/{TEAM_KEY}" in told.output
    assert {**team.files("private"), **team.files()} == before


def test_the_whole_team_is_forgotten_with_a_receipt_and_the_inbox_stays(team: TeamFolder) -> None:
    inbox = team.inbox_state()
    assert team.ttr("forget", "--yes", today=AFTER).exit_code == 0
    assert set(team.files("private")) == {MARKER}
    assert not any(path.startswith("letters/") for path in team.files())
    assert f"forgotten-{AFTER}.txt" in team.files()
    assert team.inbox_state() == inbox
    assert "key_destroyed" in team.keys("check", today=AFTER)


def test_one_person_is_forgotten_and_the_others_keep_their_letters_and_codes(team: TeamFolder) -> None:
    letters = {path for path in team.files() if path.startswith("letters/")}
    assert team.ttr("forget", "Emre Yıldız", "--yes", today=AFTER).exit_code == 0
    left = {path for path in team.files() if path.startswith("letters/")}
    assert len(letters - left) == 3
    assert TEAM_KEY in team.files("private")
    receipt = team.files()[f"forgotten-{AFTER}.txt"].decode()
    assert "Yıldız" not in receipt
    assert "Emre" not in receipt


def test_the_sample_is_not_forgotten(tmp_path: Path) -> None:
    made = with_sample(tmp_path / "sample")
    assert made.ttr("forget", "--yes", today=AFTER).exit_code == 3
    assert SAMPLE_KEY in made.files("private")


def test_nobody_is_a_mistake_that_is_said_and_destroys_nothing(team: TeamFolder) -> None:
    before = team.files("private")
    assert team.ttr("forget", "niemand@waterstad.example", "--yes", today=AFTER).exit_code == 3
    assert team.files("private") == before


def test_the_overview_tells_how_long_things_are_kept(team: TeamFolder) -> None:
    told = team.ttr("status", language="en")
    assert told.exit_code == 0
    assert "31 August 2028" in told.output


def test_a_script_that_was_not_told_to_be_sure_destroys_nothing(team: TeamFolder) -> None:
    before = team.files("private")
    told = team.ttr("forget", today=AFTER)
    assert told.exit_code == 2
    assert "--yes" in told.output
    assert team.files("private") == before


def test_one_name_that_two_people_share_is_a_mistake_that_is_said(team: TeamFolder) -> None:
    team.drop("nieuw.xlsx", sample.sign_up_form((sample.Colleague("Emre Boateng", "e.b@x.example", "teacher"),)))
    assert team.ttr("forget", "Emre", "--yes", today=AFTER).exit_code == 3
    assert team.ttr("forget", "Boateng", "--yes", today=AFTER).exit_code == 3


def test_part_of_a_name_that_only_one_person_has_is_enough(team: TeamFolder) -> None:
    assert team.ttr("forget", "Yıldız", "--yes", today=AFTER).exit_code == 0
    assert len([path for path in team.files() if path.startswith("letters/")]) == 40
