"""What stands as it was made of the same is not made again, and whatever changed is noticed."""

from pathlib import Path

import pytest

from pipeline.workspace import Memory, Workspace
from pipeline.workspace.memory import MEMORY, stamp_of

DECK = "outbox/2_introduction/deck.pptx"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.set_up()
    (made.inbox / "form.xlsx").write_bytes(b"a form")
    (made.private / "team.key").write_bytes(b"a key")
    return made


def made(space: Workspace) -> Memory:
    space.publish(DECK.removeprefix("outbox/"), b"a deck")
    space.memory("nl").keep([DECK])
    return space.memory("nl")


def test_what_was_made_of_the_same_is_held(space: Workspace) -> None:
    assert not space.memory("nl").holds(DECK)
    assert made(space).holds(DECK)
    assert made(space).holds_all([DECK])
    assert not made(space).holds_all([])


@pytest.mark.parametrize(
    "changed", ["inbox/form.xlsx", "inbox/another.docx", "private/team.key", "templates_office/ours.potx"]
)
def test_anything_else_that_it_is_made_of_makes_it_anew(changed: str, space: Workspace) -> None:
    made(space)
    (space.folder / changed).write_bytes(b"something else")
    assert not space.memory("nl").holds(DECK)


def test_another_day_or_language_makes_it_anew(space: Workspace) -> None:
    made(space)
    assert not space.memory("de").holds(DECK)


def test_a_file_that_somebody_edited_or_took_away_is_not_held(space: Workspace) -> None:
    made(space)
    (space.folder / DECK).write_bytes(b"edited")
    assert not space.memory("nl").holds(DECK)
    (space.folder / DECK).unlink()
    assert not space.memory("nl").holds(DECK)


def test_a_number_that_was_slow_to_find_is_kept(space: Workspace) -> None:
    space.memory("nl").keep(counted={"frame": 1})
    assert space.memory("nl").counted == {"frame": 1}
    assert space.memory("de").counted == {}


@pytest.mark.parametrize("damaged", [b"", b"[]", b"\xff", b'{"stamp": 1}', b'{"made": 3, "counted": []}'])
def test_a_damaged_note_remembers_nothing(damaged: bytes, space: Workspace) -> None:
    made(space)
    (space.outbox / MEMORY).write_bytes(damaged)
    assert not space.memory("nl").holds(DECK)
    assert made(space).holds(DECK)


def test_an_inbox_that_cannot_be_read_is_never_the_same(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert stamp_of([space.inbox], []) == ""


def test_without_a_stamp_nothing_is_kept(space: Workspace) -> None:
    Memory(space.folder).keep([DECK])
    assert not (space.outbox / MEMORY).exists()


def test_the_notes_are_read_once_however_many_files_are_asked_about(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [f"letters/{number:03d}.docx" for number in range(50)]
    space.publish_all((path, path.encode()) for path in many)
    space.memory("nl").keep(f"outbox/{path}" for path in many)
    memory, asked = space.memory("nl"), []
    monkeypatch.setattr("pipeline.workspace.memory.read_ledger", asked.append)
    assert memory.holds_all(f"outbox/{path}" for path in many)
    assert asked == []
