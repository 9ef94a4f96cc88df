"""Where things lie in a team's folder, one run at a time, and publishing that never loses a hand edit.

What we put in `private` only its owner can read, where the machine knows owners.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pipeline.findings import PipelineError
from pipeline.workspace.endowing import endow, is_visible
from pipeline.workspace.files import OWNER_ONLY, SHARED, clean_up, said, write_whole
from pipeline.workspace.memory import Memory, recalled, stamp_of
from pipeline.workspace.shelves import LEDGER, Outcome, Published, Shelf, read_ledger

__all__ = ["FOLDERS", "LEDGER", "LOCK", "Memory", "Outcome", "Published", "Workspace", "shipped_templates"]

FOLDERS = ("inbox", "outbox", "private", "templates_office")
LOCK = ".ttr.lock"
LONGEST_WAIT = 20.0  # seconds for another run to end
_AT_ONCE = 64  # files that are noted together


@dataclass(frozen=True, slots=True)
class Workspace:
    """A team's folder."""

    folder: Path

    @property
    def inbox(self) -> Path:
        """Where forms come in; read only."""
        return self.folder / "inbox"

    @property
    def outbox(self) -> Path:
        """Where everything that is made goes."""
        return self.folder / "outbox"

    @property
    def private(self) -> Path:
        """What is never shared."""
        return self.folder / "private"

    @property
    def templates(self) -> Path:
        """The team's own templates, over the shipped ones."""
        return self.folder / "templates_office"

    def set_up(self) -> None:
        """Make the folders of a new team; PipelineError when something else lies there already."""
        if self.folder.exists() and any(entry.name not in FOLDERS for entry in _visible(self.folder)):
            raise PipelineError("folder_in_use")
        with said("cannot_write", file=self.folder.name):
            for name in FOLDERS:
                mode = OWNER_ONLY.folder if name == self.private.name else SHARED.folder
                (self.folder / name).mkdir(mode, parents=True, exist_ok=True)

    @contextlib.contextmanager
    def to_oneself(self) -> Iterator[None]:
        """One run at a time: a second one waits, and gives up with a PipelineError after `LONGEST_WAIT`."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed for a look at the help

        if not self.folder.is_dir():
            raise PipelineError("folder_missing")
        with said("cannot_write", file=self.folder.name):
            self.outbox.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.outbox / LOCK)
            try:
                lock.acquire(timeout=LONGEST_WAIT)
            except Timeout:
                raise PipelineError("busy") from None
        try:
            clean_up(self.outbox)
            clean_up(self.private)
            yield
        finally:
            lock.release()

    def publish(self, path: str, content: bytes, *, private: bool = False) -> Published:
        """Put a file in the outbox, whole or not at all; `path` is counted from the outbox, or from `private`.

        What somebody edited, or has open, is left as it is and the new file goes beside it.
        """
        [published] = self.publish_all([(path, content)], private=private)
        return published

    def publish_all(self, files: Iterable[tuple[str, bytes]], *, private: bool = False) -> tuple[Published, ...]:
        """Publish many files, each by its path; they are asked for a few at a time, so they may be made on the way."""
        shelf = self._shelf(private=private)
        coming = iter(files)
        done: list[Published] = []
        while batch := tuple(islice(coming, _AT_ONCE)):
            done += shelf.put(batch)
        return tuple(done)

    def publish_folder(
        self, folder: str, files: Iterable[tuple[str, bytes]], *, private: bool = False
    ) -> tuple[Published, ...]:
        """Publish all that belongs in a folder of the outbox, or of `private`, and take back what no longer does."""
        done = self.publish_all(files, private=private)
        shown = {path for published in done for path in (published.path, published.instead_of)}
        root = self.private.name if private else self.outbox.name
        self.withdraw(folder, {path.removeprefix(f"{root}/") for path in shown}, private=private)
        return done

    def withdraw(self, folder: str, kept: set[str], *, private: bool = False) -> None:
        """Take back what an earlier run put in `folder` and this one did not, unless somebody edited it."""
        self._shelf(private=private).take_back(folder, kept)

    def take_back(self, paths: Iterable[str], *, private: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Take back files that no longer hold, and what was put beside them; those that somebody edited stay.

        Gives, as shown, which of them went and which stay.
        """
        shelf = self._shelf(private=private)
        there = [each for path in paths for each in (path, *shelf.beside(path)) if shelf.holds(each)]
        stay = [path for path in there if shelf.keeps(path)]
        shown = {path: f"{shelf.folder.name}/{path}" for path in there}
        return tuple(shown[path] for path in there if path not in stay), tuple(shown[path] for path in stay)

    def forget(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Remove files of the outbox and of `private`, edited or not; `paths` are counted from the team's folder.

        Gives back those that the machine does not let go of, such as one that is open on Windows.
        """
        asked = tuple(paths)
        left: list[str] = []
        for private, folder in ((False, self.outbox), (True, self.private)):
            root = f"{folder.name}/"
            own = [path.removeprefix(root) for path in asked if path.startswith(root)]
            left += (f"{root}{path}" for path in self._shelf(private=private).let_go(own))
        return tuple(left)

    def made(self) -> tuple[str, ...]:
        """Every file in the outbox by its path from there, but for what the program keeps for itself."""
        found = (path.relative_to(self.outbox) for path in sorted(self.outbox.rglob("*")) if path.is_file())
        return tuple(path.as_posix() for path in found if not path.name.startswith((".", "~$")))

    def left(self, but: Iterable[str]) -> tuple[str, ...]:
        """What earlier runs put in the outbox and in `private` and still lies there, `but` for these, as shown."""
        known = set(but)
        noted = (f"{folder.name}/{path}" for folder in (self.outbox, self.private) for path in read_ledger(folder))
        return tuple(path for path in sorted(noted) if path not in known and (self.folder / path).is_file())

    def record(self, name: str) -> bytes | None:
        """What was kept in `private` under this name; None where nothing was, or it cannot be read."""
        try:
            return (self.private / name).read_bytes()
        except OSError:
            return None

    def keep_record(self, name: str, content: bytes) -> None:
        """Keep it in `private`, in the place of what was there."""
        with said("cannot_write", file=f"{self.private.name}/{name}"):
            write_whole(self.private / name, content, OWNER_ONLY)

    def memory(self, *said: str) -> Memory:
        """What need not be made again; `said` is what else it depends on, such as the day and the language."""
        return recalled(self.folder, stamp_of((self.inbox, self.templates), sorted(self.private.glob("*.key")), *said))

    @property
    def is_begun(self) -> bool:
        """Whether something has come in."""
        with said("cannot_write", file=self.folder.name):
            return self.inbox.is_dir() and any(map(is_visible, self.inbox.iterdir()))

    def endow(self, files: Iterable[tuple[str, bytes]]) -> tuple[Published, ...]:
        """Put the first forms in the inbox of a folder that was just made: all, or none where something lies there.

        Afterwards the inbox is the team's, and is never written.
        """
        named = tuple(files)
        endow(self.inbox, named)
        return tuple(Published(f"{self.inbox.name}/{name}", Outcome.MADE) for name, _ in named)

    def _shelf(self, *, private: bool = False) -> Shelf:
        folder = self.private if private else self.outbox
        return Shelf(folder, OWNER_ONLY if private else SHARED, read_ledger(folder))


def _visible(folder: Path) -> Iterator[Path]:
    with said("cannot_write", file=folder.name):
        yield from (entry for entry in folder.iterdir() if not entry.name.startswith("."))


def shipped_templates() -> Path:
    """The templates that travel with the program; in a source tree they lie beside the package."""
    package = Path(__file__).parent.parent
    within = package / "templates_office"
    return within if within.is_dir() else package.parent / "templates_office"
