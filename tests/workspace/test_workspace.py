"""Publishing is whole or not at all, and never loses what somebody edited by hand."""

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import workspace
from pipeline.findings import PipelineError
from pipeline.workspace import LEDGER, LOCK, Outcome, Workspace

DECK = "2_introduction/deck.pptx"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path)
    made.set_up()
    return made


def test_a_file_is_made_and_a_second_run_rewrites_nothing(space: Workspace) -> None:
    assert space.publish(DECK, b"one").outcome is Outcome.MADE
    before = (space.outbox / DECK).stat()
    assert space.publish(DECK, b"one").outcome is Outcome.UNCHANGED
    assert (space.outbox / DECK).stat().st_mtime_ns == before.st_mtime_ns
    assert (space.outbox / DECK).stat().st_ino == before.st_ino


def test_what_we_made_ourselves_is_replaced(space: Workspace) -> None:
    space.publish(DECK, b"one")
    assert space.publish(DECK, b"two").outcome is Outcome.MADE
    assert (space.outbox / DECK).read_bytes() == b"two"


def test_an_edited_file_is_kept_and_the_new_one_goes_beside_it(space: Workspace) -> None:
    space.publish(DECK, b"one")
    (space.outbox / DECK).write_bytes(b"edited")
    published = space.publish(DECK, b"two")
    assert published.outcome is Outcome.BESIDE_EDITED
    assert published.path == "outbox/2_introduction/deck-2.pptx"
    assert published.instead_of == f"outbox/{DECK}"
    assert (space.outbox / DECK).read_bytes() == b"edited"
    assert (space.folder / published.path).read_bytes() == b"two"
    assert space.publish(DECK, b"two").outcome is Outcome.UNCHANGED
    (space.folder / published.path).write_bytes(b"edited as well")
    assert space.publish(DECK, b"three").path == "outbox/2_introduction/deck-3.pptx"


def test_an_edited_file_is_simply_kept_when_there_is_nothing_newer(space: Workspace) -> None:
    space.publish(DECK, b"one")
    (space.outbox / DECK).write_bytes(b"edited")
    assert space.publish(DECK, b"one").outcome is Outcome.KEPT
    assert sorted(path.name for path in (space.outbox / DECK).parent.iterdir()) == ["deck.pptx"]


def test_a_file_of_somebody_else_under_our_name_is_kept(space: Workspace) -> None:
    (space.outbox / DECK).parent.mkdir(parents=True)
    (space.outbox / DECK).write_bytes(b"theirs")
    assert space.publish(DECK, b"ours").outcome is Outcome.BESIDE_EDITED
    assert (space.outbox / DECK).read_bytes() == b"theirs"


def test_without_its_notes_nothing_that_differs_is_overwritten(space: Workspace) -> None:
    space.publish(DECK, b"one")
    (space.outbox / LEDGER).write_text("{ torn")
    assert space.publish(DECK, b"two").outcome is Outcome.BESIDE_EDITED


@pytest.mark.parametrize("mark", [".~lock.deck.pptx#", "~$deck.pptx", "~$ck.pptx"])
def test_a_file_that_is_open_is_left_alone(space: Workspace, mark: str) -> None:
    space.publish(DECK, b"one")
    (space.outbox / DECK).with_name(mark).write_bytes(b"")
    assert space.publish(DECK, b"two").outcome is Outcome.BESIDE_OPEN
    assert (space.outbox / DECK).read_bytes() == b"one"


def test_a_file_that_windows_has_open_is_left_alone(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    space.publish(DECK, b"one")
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if Path(target).name == "deck.pptx":
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    published = space.publish(DECK, b"two")
    assert (published.outcome, published.path) == (Outcome.BESIDE_OPEN, "outbox/2_introduction/deck-2.pptx")
    assert (space.outbox / DECK).read_bytes() == b"one"


@pytest.mark.parametrize("call", ["open", "replace"])
@pytest.mark.parametrize(("number", "key"), [(errno.ENOSPC, "disk_full"), (errno.EIO, "cannot_write")])
def test_a_full_or_failing_disk_leaves_the_old_file_whole(
    space: Workspace, monkeypatch: pytest.MonkeyPatch, call: str, number: int, key: str
) -> None:
    space.publish(DECK, b"one")

    def failing(*_: object, **__: object) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, call, failing)
        with pytest.raises(PipelineError) as refused:
            space.publish(DECK, b"two")
    assert refused.value.key == key
    assert (space.outbox / DECK).read_bytes() == b"one"
    assert not list(space.outbox.rglob(".ttr-*"))
    assert space.publish(DECK, b"two").outcome is Outcome.MADE


KILLED = """
import os, sys
from pathlib import Path
from pipeline import workspace
calls = 0
def counted(what):
    def call(*a, **k):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os._exit(9)
        return what(*a, **k)
    return call
os.fsync = counted(os.fsync)
Path.replace = counted(Path.replace)
space = workspace.Workspace(Path(sys.argv[1]))
with space.to_oneself():
    space.publish("deck.pptx", b"new" * 100_000)
os._exit(0)
"""


def test_a_run_killed_anywhere_leaves_the_old_or_the_new_file_and_the_next_run_mends_the_rest(
    space: Workspace,
) -> None:
    ends = []
    for step in range(1, 12):
        with space.to_oneself():
            space.publish("deck.pptx", b"old")
        killed = [sys.executable, "-c", KILLED, str(space.folder), str(step)]
        ends.append(subprocess.run(killed, check=False).returncode)
        assert (space.outbox / "deck.pptx").read_bytes() in (b"old", b"new" * 100_000)
        with space.to_oneself():
            assert space.publish("deck.pptx", b"newest").outcome is Outcome.MADE
            space.publish("deck.pptx", b"old")
        assert {path.name for path in space.outbox.iterdir()} - {LOCK} == {"deck.pptx", LEDGER}
    assert 9 in ends
    assert ends[-1] == 0


def test_two_runs_at_once_do_not_meet(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "LONGEST_WAIT", 0.1)
    said: list[str] = []

    def second() -> None:
        try:
            with Workspace(space.folder).to_oneself():
                said.append("in")
        except PipelineError as refused:
            said.append(refused.key)

    with space.to_oneself():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    second()
    assert said == ["busy", "in"]


def test_the_lock_of_a_dead_run_does_not_block(space: Workspace) -> None:
    dying = (
        "import os,sys;from pathlib import Path;from pipeline.workspace import Workspace;"
        "Workspace(Path(sys.argv[1])).to_oneself().__enter__();os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", dying, str(space.folder)], check=False)
    with space.to_oneself():
        pass


def test_what_is_no_longer_needed_is_taken_back_unless_it_was_edited(space: Workspace) -> None:
    for name in ("a", "b", "c"):
        space.publish(f"to_mend/{name}.xlsx", name.encode())
    (space.outbox / "to_mend/b.xlsx").write_bytes(b"edited")
    (space.outbox / "to_mend/own.xlsx").write_bytes(b"theirs")
    space.withdraw("to_mend", {"to_mend/c.xlsx"})
    assert sorted(path.name for path in (space.outbox / "to_mend").iterdir()) == ["b.xlsx", "c.xlsx", "own.xlsx"]
    assert list(json.loads((space.outbox / LEDGER).read_text())) == ["to_mend/c.xlsx"]


def test_many_files_are_published_a_few_at_a_time_each_as_if_alone(space: Workspace) -> None:
    waiting: list[str] = []

    def made() -> Iterator[tuple[str, bytes]]:
        for number in range(300):
            waiting.append(f"letters/{number}.txt")
            yield waiting[-1], b"%d" % number
            waiting[:] = [path for path in waiting if not (space.outbox / path).exists()]
            assert len(waiting) < 100

    space.publish("letters/7.txt", b"old")
    space.publish("letters/8.txt", b"old")
    (space.outbox / "letters/8.txt").write_bytes(b"edited")
    done = space.publish_all(made())
    assert [published.outcome for published in done].count(Outcome.MADE) == 299
    assert done[8].path == "outbox/letters/8-2.txt"
    assert (space.outbox / "letters/8.txt").read_bytes() == b"edited"
    assert (space.outbox / "letters/7.txt").read_bytes() == b"7"
    again = space.publish_all((f"letters/{number}.txt", b"%d" % number) for number in range(300))
    assert {published.outcome for published in again if published.instead_of == ""} == {Outcome.UNCHANGED}
    assert again[8].path == "outbox/letters/8-2.txt"


def test_a_failure_on_the_way_leaves_nothing_that_looks_edited(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [(f"letters/{number}.txt", b"new") for number in range(5)]
    space.publish_all((path, b"old") for path, _ in files)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "3.txt":
            raise OSError(errno.ENOSPC, "full")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(PipelineError, match="disk_full"):
            space.publish_all(files)
    texts = [(space.outbox / path).read_bytes() for path, _ in files]
    assert texts == [b"new", b"new", b"new", b"old", b"old"]
    outcomes = [published.outcome for published in space.publish_all(files)]
    assert outcomes == [Outcome.UNCHANGED] * 3 + [Outcome.MADE] * 2


def test_what_is_private_has_its_own_notes_and_the_same_care(space: Workspace) -> None:
    published = space.publish("send-list.xlsx", b"one", private=True)
    assert (published.path, published.outcome) == ("private/send-list.xlsx", Outcome.MADE)
    assert (space.private / "send-list.xlsx").read_bytes() == b"one"
    assert list(space.outbox.iterdir()) == []
    before = (space.private / "send-list.xlsx").stat().st_mtime_ns
    assert space.publish("send-list.xlsx", b"one", private=True).outcome is Outcome.UNCHANGED
    assert (space.private / "send-list.xlsx").stat().st_mtime_ns == before
    (space.private / "send-list.xlsx").write_bytes(b"edited")
    assert space.publish("send-list.xlsx", b"two", private=True).path == "private/send-list-2.xlsx"
    assert (space.private / "send-list.xlsx").read_bytes() == b"edited"
    space.withdraw("private", set())
    assert (space.private / "send-list-2.xlsx").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_what_is_private_is_open_to_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "outbox").mkdir()
    space = Workspace(tmp_path)
    space.publish("send-list.xlsx", b"one", private=True)
    (space.private / "send-list.xlsx").write_bytes(b"edited")
    space.publish("send-list.xlsx", b"two", private=True)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [space.private, *space.private.iterdir()]}
    assert modes == {"private": 0o700, LEDGER: 0o600, "send-list.xlsx": 0o600, "send-list-2.xlsx": 0o600}
    Workspace(tmp_path / "new").set_up()
    assert stat.S_IMODE((tmp_path / "new" / "private").stat().st_mode) == 0o700


def test_what_a_run_that_was_cut_off_left_in_private_is_cleared_away(space: Workspace) -> None:
    (space.private / ".ttr-0123").write_bytes(b"half a list")
    with space.to_oneself():
        assert list(space.private.iterdir()) == []


def test_a_folder_holds_what_belongs_in_it_now_and_what_somebody_edited(space: Workspace) -> None:
    space.publish_folder("letters", [(f"letters/{name}.txt", name.encode()) for name in ("a", "b", "c", "d")])
    for name in ("a", "b"):
        (space.outbox / f"letters/{name}.txt").write_bytes(b"edited")
    space.publish("deck.pptx", b"deck")
    now = [("letters/a.txt", b"new"), ("letters/c.txt", b"c")]
    for _ in range(2):
        done = space.publish_folder("letters", now)
        assert [published.path for published in done] == ["outbox/letters/a-2.txt", "outbox/letters/c.txt"]
        found = sorted(path.name for path in (space.outbox / "letters").iterdir())
        assert found == ["a-2.txt", "a.txt", "b.txt", "c.txt"]
    assert {published.outcome for published in done} == {Outcome.UNCHANGED}
    (space.outbox / "letters/c.txt").write_bytes(b"edited too")
    assert [published.outcome for published in space.publish_folder("letters", now)][1] is Outcome.KEPT
    assert (space.outbox / "deck.pptx").exists()


def test_an_outbox_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_bytes(b"")
    with pytest.raises(PipelineError, match="cannot_write"), Workspace(tmp_path).to_oneself():
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_an_outbox_that_may_not_be_written_is_said(space: Workspace) -> None:
    space.outbox.chmod(0o500)
    with pytest.raises(PipelineError, match="cannot_write"):
        space.publish(DECK, b"one")
    space.outbox.chmod(0o700)


def test_a_mistyped_folder_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="folder_missing"), Workspace(tmp_path / "tpyo").to_oneself():
        pass
    assert not (tmp_path / "tpyo").exists()


def test_a_new_team_folder_is_not_made_among_other_things(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(PipelineError, match="folder_in_use"):
        Workspace(tmp_path).set_up()
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_forgotten_files_are_gone_whether_edited_or_not_with_their_notes_and_empty_folders(space: Workspace) -> None:
    space.publish("letters/one.docx", b"one")
    space.publish("letters/two.docx", b"two")
    (space.outbox / "letters/two.docx").write_bytes(b"edited")
    space.publish("review/case.docx", b"case", private=True)
    (space.private / "team.key").write_bytes(b"never noted")
    paths = ("outbox/letters/one.docx", "outbox/letters/two.docx", "private/review/case.docx", "private/team.key")
    assert space.forget(paths) == ()
    assert not any((space.folder / path).exists() for path in paths)
    assert not (space.outbox / "letters").exists()
    assert json.loads((space.outbox / LEDGER).read_text()) == {}
    assert json.loads((space.private / LEDGER).read_text()) == {}
    assert space.publish("letters/two.docx", b"new").outcome is Outcome.MADE


def test_forgetting_reaches_no_further_than_outbox_and_private(space: Workspace) -> None:
    (space.inbox / "form.xlsx").write_bytes(b"a form")
    space.publish(DECK, b"one")
    assert space.forget(("inbox/form.xlsx", "outbox/never-there.docx")) == ()
    assert (space.inbox / "form.xlsx").exists()
    assert (space.outbox / DECK).exists()


def test_what_the_machine_does_not_let_go_of_is_given_back(space: Workspace) -> None:
    (space.outbox / "letters").mkdir()
    (space.outbox / "letters/folder.docx").mkdir()
    space.publish("letters/one.docx", b"one")
    assert space.forget(("outbox/letters/folder.docx", "outbox/letters/one.docx")) == ("outbox/letters/folder.docx",)
    assert not (space.outbox / "letters/one.docx").exists()


def test_what_was_put_there_before_and_still_lies_there_is_left(space: Workspace) -> None:
    for name in ("a.txt", "b.txt", "gone.txt"):
        space.publish(name, b"words")
    space.publish("c.txt", b"words", private=True)
    (space.outbox / "gone.txt").unlink()
    (space.outbox / "not-ours.txt").write_bytes(b"of the lead")
    assert space.left(["outbox/a.txt"]) == ("outbox/b.txt", "private/c.txt")
