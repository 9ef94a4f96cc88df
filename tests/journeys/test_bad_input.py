"""Whatever lies in the inbox beside good forms, the deck is made, everything is said, and nothing is touched."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.forms import BLANK_FORMS
from tests import sample
from tests.attacks import ATTACKS, Attack
from tests.journeys.team_folder import TeamFolder, with_sample

DECK = "2_introduction/session-deck-intro.pptx"


def said_without_names(team: TeamFolder, *arguments: str) -> str:
    result = team.ttr(*arguments)
    assert "Traceback" not in result.output
    for person in sample.TEAM:
        assert not any(part in result.output for part in (person.name, person.email))
    return result.output


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_bad_file_among_good_ones_is_named_and_the_deck_is_made(attack: Attack, tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    team.drop(attack.name, attack.content())
    before = team.inbox_state()
    assert attack.key in team.keys("session-deck", "intro")
    assert DECK in team.files()
    assert attack.name in said_without_names(team, "check")
    assert team.inbox_state() == before


def _link(folder: Path) -> None:
    (folder / "weg.xlsx").symlink_to(folder / "nergens.xlsx")


def _locks(folder: Path) -> None:
    for name in ("~$programma.xlsx", ".DS_Store", ".~lock.programma.xlsx#", "Thumbs.db"):
        (folder / name).write_bytes(b"x")


@pytest.mark.parametrize(
    ("plant", "key"),
    [
        (lambda folder: (folder / "map.xlsx").mkdir(), "folder_named_as_file"),
        (_link, "link_broken"),
        (lambda folder: os.mkfifo(folder / "pijp.xlsx"), "not_a_file"),
        (lambda folder: (folder / "programma (conflicted copy).xlsx").write_bytes(b"x"), "conflict_copy"),
        (_locks, None),
    ],
)
def test_odd_things_in_the_inbox_do_not_stop_the_deck(
    plant: Callable[[Path], object], key: str | None, tmp_path: Path
) -> None:
    team = with_sample(tmp_path)
    usual = team.keys("session-deck", "intro")
    plant(tmp_path / "inbox")
    found = team.keys("session-deck", "intro")
    assert sorted(found) == sorted([*usual, *([key] if key else [])])
    assert DECK in team.files()


def test_no_programme_form_holds_the_deck_up_and_says_why(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    (tmp_path / "inbox" / "programma.xlsx").unlink()
    assert "programme_missing" in team.keys("session-deck", "intro", level="stop")
    assert team.ttr("session-deck", "intro").exit_code == 1
    assert DECK not in team.files()


def test_two_programme_forms_that_differ_hold_the_deck_up(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    team.drop("programma-oud.xlsx", sample.programme_form(answers={"staff": 12}))
    assert "programme_differs" in team.keys("session-deck", "intro", level="stop")
    assert DECK not in team.files()


def test_other_people_under_the_key_of_the_sample_are_stopped(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    stranger = sample.Colleague("Ngozi Adeyemi", "n.adeyemi@elders.example", "teacher")
    team.drop("nieuw.xlsx", sample.sign_up_form((stranger,)))
    assert "sample_key" in team.keys("session-deck", "intro", level="stop")
    assert DECK not in team.files()
    (tmp_path / "private" / "sample.key").unlink()
    assert "sample_key" not in team.keys("session-deck", "intro")
    assert (tmp_path / "private" / "team.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of POSIX")
def test_an_outbox_that_cannot_be_written_ends_with_three(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    (tmp_path / "outbox").write_bytes(b"")
    result = team.ttr("session-deck", "intro")
    assert result.exit_code == 3
    assert "outbox" in result.output or tmp_path.name in result.output


def test_ctrl_c_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    team = with_sample(tmp_path)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    for place in (
        "pipeline.anonymise.door.received",
        "pipeline.outbox.slides.powerpoint.deck_file",
        "pathlib.Path.replace",
    ):
        with monkeypatch.context() as patch:
            patch.setattr(place, interrupted)
            result = team.ttr("session-deck", "intro")
        assert result.exit_code == 130
        assert "Gestopt" in result.output
        assert not list((tmp_path / "outbox").rglob("*.pptx"))
        assert not list((tmp_path / "outbox").rglob(".ttr-*"))
    assert team.ttr("session-deck", "intro").exit_code == 0


def test_a_faulty_form_comes_back_marked_and_its_copy_goes_when_it_is_mended(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    good = (tmp_path / "inbox" / "programma.xlsx").read_bytes()
    team.drop("programma.xlsx", sample.programme_form(answers={"language": "nl", "lead_1": "Iemand Anders"}))
    team.ttr("check")
    copies = [name for name in team.files() if name.startswith("to_mend/") and "programma" in name]
    assert len(copies) == 1
    team.drop("programma.xlsx", good)
    team.ttr("check")
    assert copies[0] not in team.files() or "programma" not in "".join(team.keys("check"))


def test_every_form_has_a_blank_in_every_language(tmp_path: Path) -> None:
    for language in ("nl", "en", "de"):
        team = TeamFolder(tmp_path / language)
        team.folder.mkdir()
        assert team.ttr("forms", language=language).exit_code == 0
        assert len(team.files("outbox/forms")) == len(BLANK_FORMS)
