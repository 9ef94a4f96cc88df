"""A new inbox gets its first forms all at once, and nothing in an inbox is ever replaced."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.findings import PipelineError
from pipeline.workspace import Outcome, Published, Workspace

FORMS = (("programma.xlsx", b"plan"), ("kader.docx", b"frame"))


def visible(space: Workspace) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(space.inbox.iterdir()) if not path.name.startswith(".")}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = Workspace(tmp_path / "new")
    space.set_up()
    return space


def test_the_forms_lie_in_the_inbox_and_nothing_else_is_left(space: Workspace) -> None:
    assert not space.is_begun
    assert space.endow(FORMS) == tuple(Published(f"inbox/{name}", Outcome.MADE) for name, _ in FORMS)
    assert visible(space) == dict(FORMS)
    assert space.is_begun
    assert sorted(path.name for path in space.folder.iterdir()) == ["inbox", "outbox", "private", "templates_office"]


def test_an_inbox_with_anything_in_it_is_left_as_it_is(space: Workspace) -> None:
    (space.inbox / "programma.xlsx").write_bytes(b"of the team")
    with pytest.raises(PipelineError, match="folder_in_use"):
        space.endow(FORMS)
    assert visible(space) == {"programma.xlsx": b"of the team"}
    assert sorted(path.name for path in space.folder.iterdir()) == ["inbox", "outbox", "private", "templates_office"]


def test_what_a_machine_hides_there_stays(space: Workspace) -> None:
    (space.inbox / ".DS_Store").write_bytes(b"finder")
    assert not space.is_begun
    space.endow(FORMS)
    assert visible(space) == dict(FORMS)
    assert (space.inbox / ".DS_Store").read_bytes() == b"finder"


def test_a_run_that_is_cut_off_leaves_the_inbox_empty_and_the_next_one_clears_up(space: Workspace) -> None:
    def cut_off() -> Iterator[tuple[str, bytes]]:
        yield FORMS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        space.endow(cut_off())
    assert visible(space) == {}
    left = space.folder / ".ttr-0123456789abcdef"  # of a run that could not even do that
    left.mkdir()
    (left / "programma.xlsx").write_bytes(b"half")
    space.endow(FORMS)
    assert visible(space) == dict(FORMS)
    assert not left.exists()


def test_a_folder_without_an_inbox_gets_one(space: Workspace) -> None:
    space.inbox.rmdir()
    assert not space.is_begun
    space.endow(FORMS)
    assert visible(space) == dict(FORMS)
