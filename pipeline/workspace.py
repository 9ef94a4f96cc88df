"""Where things lie in a team's folder, one run at a time, and publishing that never loses a hand edit.

What was made is noted with its digest in `.made.json`, in the outbox and in `private` apart. A file that no longer
has that digest was edited by somebody, so the new one goes beside it. Without the note every file that differs counts
as edited. What we put in `private` only its owner can read, where the machine knows owners.
"""

import contextlib
import errno
import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from pipeline.findings import PipelineError

FOLDERS = ("inbox", "outbox", "private", "templates_office")
LEDGER = ".made.json"
LOCK = ".ttr.lock"
LONGEST_WAIT = 20.0  # seconds for another run to end
_UNFINISHED = ".ttr-"
_MOST_BESIDE = 99
_AT_ONCE = 64  # files that are noted together

_Notes: TypeAlias = dict[str, list[str]]


class Outcome(Enum):
    """What publishing came to."""

    MADE = "made"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # edited by hand, and there is nothing newer
    BESIDE_EDITED = "beside_edited"
    BESIDE_OPEN = "beside_open"


@dataclass(frozen=True, slots=True)
class Published:
    """A file that we put somewhere; `path` is from the team's folder, `instead_of` is what was left as it is."""

    path: str
    outcome: Outcome
    instead_of: str = ""


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
        with _said("cannot_write", file=self.folder.name):
            for name in FOLDERS:
                mode = _OWNER_ONLY.folder if name == self.private.name else _SHARED.folder
                (self.folder / name).mkdir(mode, parents=True, exist_ok=True)

    @contextlib.contextmanager
    def to_oneself(self) -> Iterator[None]:
        """One run at a time: a second one waits, and gives up with a PipelineError after `LONGEST_WAIT`."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed for a look at the help

        if not self.folder.is_dir():
            raise PipelineError("folder_missing")
        with _said("cannot_write", file=self.folder.name):
            self.outbox.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.outbox / LOCK)
            try:
                lock.acquire(timeout=LONGEST_WAIT)
            except Timeout:
                raise PipelineError("busy") from None
        try:
            _clean_up(self.outbox)
            _clean_up(self.private)
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

    def _shelf(self, *, private: bool = False) -> "_Shelf":
        folder = self.private if private else self.outbox
        return _Shelf(folder, _OWNER_ONLY if private else _SHARED, _read_ledger(folder))


def _visible(folder: Path) -> Iterator[Path]:
    with _said("cannot_write", file=folder.name):
        yield from (entry for entry in folder.iterdir() if not entry.name.startswith("."))


def shipped_templates() -> Path:
    """The templates that travel with the program; in a source tree they lie beside the package."""
    package = Path(__file__).parent
    within = package / "templates_office"
    return within if within.is_dir() else package.parent / "templates_office"


@dataclass(frozen=True, slots=True)
class _Modes:
    """Who may do what with new files and folders, before the machine's own mask."""

    file: int
    folder: int


_SHARED = _Modes(0o666, 0o777)
_OWNER_ONLY = _Modes(0o600, 0o700)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A folder to publish in, with the notes of what was made in it."""

    folder: Path
    modes: _Modes
    notes: _Notes = field(default_factory=dict)

    def put(self, batch: Sequence[tuple[str, bytes]]) -> Iterator[Published]:
        """Publish a few files.

        The notes come first and keep the old digests too, so that a run that ends in between leaves no file that
        looks edited.
        """
        sheets = [_Sheet(self, path, content, hashlib.sha256(content).hexdigest()) for path, content in batch]
        noted = [sheet.note() for sheet in sheets if sheet.outcome() is Outcome.MADE]
        if any(noted):
            self.keep_notes()
        for sheet in sheets:
            yield sheet.published()

    def take_back(self, folder: str, kept: set[str]) -> None:
        """Remove what is noted in `folder` and not in `kept`, as far as nobody edited it."""
        with _said("cannot_write", file=f"{self.folder.name}/{folder}"):
            gone = [path for path in self.notes if path.startswith(f"{folder}/") and path not in kept]
            for path in gone:
                made = self.folder / path
                if _digest_of(made) in self.notes.pop(path):
                    made.unlink()
            if gone:
                self.keep_notes()

    def holds(self, path: str) -> bool:
        """Whether the file is there; what is only noted of it is forgotten."""
        return (self.folder / path).exists() or self.keeps(path)

    def beside(self, path: str) -> tuple[str, ...]:
        """What was put beside this file, because somebody had edited it or had it open."""
        stem, dot, suffix = path.rpartition(".")
        those = (f"{stem}-{number}{dot}{suffix}" for number in range(2, _MOST_BESIDE))
        return tuple(each for each in those if each in self.notes)

    def let_go(self, paths: Sequence[str]) -> Iterator[str]:
        """Remove these files with what is noted of them, and folders that are empty then; those that stay are given."""
        noted = len(self.notes)
        for path in paths:
            made = self.folder / path
            try:
                made.unlink(missing_ok=True)
            except OSError:
                yield path
                continue
            self.notes.pop(path, None)
            with contextlib.suppress(OSError):  # not empty
                if made.parent != self.folder:
                    made.parent.rmdir()
        if len(self.notes) < noted:
            self.keep_notes()

    def keeps(self, path: str) -> bool:
        """Remove a file that is as it was made; whether one stays there because somebody edited it."""
        made = self.folder / path
        with _said("cannot_write", file=f"{self.folder.name}/{path}"):
            if path in self.notes and _digest_of(made) in self.notes[path]:
                made.unlink()
            if made.exists():
                return True
            if self.notes.pop(path, None) is not None:
                self.keep_notes()
            return False

    def keep_notes(self) -> None:
        """Write the notes down."""
        with _said("cannot_write", file=f"{self.folder.name}/{LEDGER}"):
            content = json.dumps(self.notes, indent=1, sort_keys=True).encode()
            _write_whole(self.folder / LEDGER, content, self.modes)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file to be published on a shelf."""

    shelf: _Shelf
    path: str
    content: bytes
    digest: str

    @property
    def target(self) -> Path:
        return self.shelf.folder / self.path

    @property
    def shown(self) -> str:
        return f"{self.shelf.folder.name}/{self.path}"

    def published(self) -> Published:
        with _said("cannot_write", file=self.shown):
            outcome = self.outcome()
            if outcome is Outcome.MADE and not self.replaced():
                outcome = Outcome.BESIDE_OPEN
            if outcome in {Outcome.BESIDE_EDITED, Outcome.BESIDE_OPEN}:
                return self._beside(outcome)
            return Published(self.shown, outcome)

    def outcome(self) -> Outcome:
        """What publishing would come to."""
        with _said("cannot_write", file=self.shown):
            found = _digest_of(self.target)
            made = self.shelf.notes.get(self.path, [])
            if found == self.digest:
                return Outcome.UNCHANGED
            if found and found not in made:
                return Outcome.KEPT if made[:1] == [self.digest] else Outcome.BESIDE_EDITED
            return Outcome.BESIDE_OPEN if _is_open(self.target) else Outcome.MADE

    def note(self) -> bool:
        """Note the file with its digest, and the old digest too; whether that is new."""
        told = [self.digest, *filter(None, [_digest_of(self.target)])]
        known = self.shelf.notes.get(self.path) == told
        self.shelf.notes[self.path] = told
        return not known

    def _beside(self, why: Outcome) -> Published:
        stem, dot, suffix = self.path.rpartition(".")
        for number in range(2, _MOST_BESIDE):
            other = replace(self, path=f"{stem}-{number}{dot}{suffix}")
            outcome = other.outcome()
            if outcome is Outcome.UNCHANGED:
                return Published(other.shown, Outcome.UNCHANGED, self.shown)
            if outcome is Outcome.MADE and other.replaced():
                return Published(other.shown, why, self.shown)
        raise PipelineError("cannot_write", file=self.shown)

    def replaced(self) -> bool:
        """Whether the file could be put in place; not so where Windows has it open."""
        if self.note():
            self.shelf.keep_notes()
        try:
            _write_whole(self.target, self.content, self.shelf.modes)
        except PermissionError:
            if not self.target.exists():
                raise
            return False
        return True


def _write_whole(target: Path, content: bytes, modes: _Modes) -> None:
    target.parent.mkdir(modes.folder, parents=True, exist_ok=True)
    unfinished = target.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        unfinished.touch(modes.file, exist_ok=False)
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the new name itself last through a power cut; Windows cannot and need not."""
    if hasattr(os, "O_DIRECTORY"):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _is_open(path: Path) -> bool:
    """Office and LibreOffice leave a file beside one that they have open."""
    owner = (path.with_name(f"~${path.name}"), path.with_name(f"~${path.name[2:]}"))
    return path.exists() and any(mark.exists() for mark in (*owner, path.with_name(f".~lock.{path.name}#")))


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _read_ledger(folder: Path) -> _Notes:
    try:
        notes = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(notes, dict):
        return {}
    return {path: digests for path, digests in notes.items() if isinstance(digests, list)}


def _clean_up(folder: Path) -> None:
    """Unfinished files of a run that was cut off; nobody else writes while we have the folder to ourselves."""
    with contextlib.suppress(OSError):
        for left in folder.rglob(f"{_UNFINISHED}*"):
            left.unlink(missing_ok=True)


@contextlib.contextmanager
def _said(key: str, **values: str) -> Iterator[None]:
    """What the machine refuses, in words: a full disk apart from everything else."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        raise PipelineError("disk_full" if full else key, **values) from None
