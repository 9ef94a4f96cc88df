"""Where things lie in a team's folder, one run at a time, and publishing that never loses a hand edit.

What was made is noted with its digest in `outbox/.made.json`. A file that no longer has that digest was edited by
somebody, so the new one goes beside it. Without the note every file that differs counts as edited.
"""

import contextlib
import errno
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.findings import PipelineError

FOLDERS = ("inbox", "outbox", "private", "templates_office")
LEDGER = ".made.json"
LOCK = ".ttr.lock"
LONGEST_WAIT = 20.0  # seconds for another run to end
_UNFINISHED = ".ttr-"
_MOST_BESIDE = 99


class Outcome(Enum):
    """What publishing came to."""

    MADE = "made"
    UNCHANGED = "unchanged"
    KEPT = "kept"  # edited by hand, and there is nothing newer
    BESIDE_EDITED = "beside_edited"
    BESIDE_OPEN = "beside_open"


@dataclass(frozen=True, slots=True)
class Published:
    """A file in the outbox; `path` is from the team's folder, `instead_of` is what was left as it is."""

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
                (self.folder / name).mkdir(parents=True, exist_ok=True)

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
            yield
        finally:
            lock.release()

    def publish(self, path: str, content: bytes) -> Published:
        """Put a file in the outbox, whole or not at all; `path` is counted from the outbox.

        What somebody edited, or has open, is left as it is and the new file goes beside it.
        """
        with _said("cannot_write", file=f"outbox/{path}"):
            return _Publishing(self.outbox, content).at(path)

    def withdraw(self, folder: str, kept: set[str]) -> None:
        """Take back what an earlier run put in `folder` and this one did not, unless somebody edited it."""
        notes = _read_ledger(self.outbox)
        with _said("cannot_write", file=f"outbox/{folder}"):
            for path in [path for path in notes if path.startswith(f"{folder}/") and path not in kept]:
                made = self.outbox / path
                if _digest_of(made) in notes.pop(path):
                    made.unlink()
            _write_ledger(self.outbox, notes)


def _visible(folder: Path) -> Iterator[Path]:
    with _said("cannot_write", file=folder.name):
        yield from (entry for entry in folder.iterdir() if not entry.name.startswith("."))


def shipped_templates() -> Path:
    """The templates that travel with the program; in a source tree they lie beside the package."""
    package = Path(__file__).parent
    within = package / "templates_office"
    return within if within.is_dir() else package.parent / "templates_office"


@dataclass(frozen=True, slots=True)
class _Publishing:
    outbox: Path
    content: bytes

    def at(self, path: str) -> Published:
        notes = _read_ledger(self.outbox)
        digest = hashlib.sha256(self.content).hexdigest()
        outcome = self._outcome(path, notes, digest)
        if outcome is Outcome.MADE and not self._replaced(path, notes, digest):
            outcome = Outcome.BESIDE_OPEN
        if outcome in {Outcome.BESIDE_EDITED, Outcome.BESIDE_OPEN}:
            return self._beside(path, notes, digest, outcome)
        return Published(f"outbox/{path}", outcome)

    def _outcome(self, path: str, notes: dict[str, list[str]], digest: str) -> Outcome:
        found = _digest_of(self.outbox / path)
        made = notes.get(path, [])
        if found == digest:
            return Outcome.UNCHANGED
        if found and found not in made:
            return Outcome.KEPT if made[:1] == [digest] else Outcome.BESIDE_EDITED
        return Outcome.BESIDE_OPEN if _is_open(self.outbox / path) else Outcome.MADE

    def _beside(self, path: str, notes: dict[str, list[str]], digest: str, why: Outcome) -> Published:
        stem, dot, suffix = path.rpartition(".")
        for number in range(2, _MOST_BESIDE):
            other = f"{stem}-{number}{dot}{suffix}"
            outcome = self._outcome(other, notes, digest)
            if outcome is Outcome.UNCHANGED:
                return Published(f"outbox/{other}", Outcome.UNCHANGED, f"outbox/{path}")
            if outcome is Outcome.MADE and self._replaced(other, notes, digest):
                return Published(f"outbox/{other}", why, f"outbox/{path}")
        raise PipelineError("cannot_write", file=f"outbox/{path}")

    def _replaced(self, path: str, notes: dict[str, list[str]], digest: str) -> bool:
        """Whether the file could be put in place; not so where Windows has it open.

        The note comes first and keeps the old digest too, so that a run that ends in between leaves no file that
        looks edited.
        """
        target = self.outbox / path
        _write_ledger(self.outbox, notes | {path: [digest, *filter(None, [_digest_of(target)])]})
        try:
            _write_whole(target, self.content)
        except PermissionError:
            if not target.exists():
                raise
            return False
        return True


def _write_whole(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        with unfinished.open("xb") as file:
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


def _read_ledger(outbox: Path) -> dict[str, list[str]]:
    try:
        notes = json.loads((outbox / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(notes, dict):
        return {}
    return {path: digests for path, digests in notes.items() if isinstance(digests, list)}


def _write_ledger(outbox: Path, notes: dict[str, list[str]]) -> None:
    if notes != _read_ledger(outbox):
        _write_whole(outbox / LEDGER, json.dumps(notes, indent=1, sort_keys=True).encode())


def _clean_up(outbox: Path) -> None:
    """Unfinished files of a run that was cut off; nobody else writes while we have the folder to ourselves."""
    with contextlib.suppress(OSError):
        for left in outbox.rglob(f"{_UNFINISHED}*"):
            left.unlink(missing_ok=True)


@contextlib.contextmanager
def _said(key: str, **values: str) -> Iterator[None]:
    """What the machine refuses, in words: a full disk apart from everything else."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        raise PipelineError("disk_full" if full else key, **values) from None
