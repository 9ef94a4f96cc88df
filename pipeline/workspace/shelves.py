"""Publishing that never loses a hand edit: a shelf is a folder to publish in, with notes of what was made in it.

What was made is noted with its digest in `.made.json`. A file that no longer has that digest was edited by somebody, so
the new one goes beside it. Without the note every file that differs counts as edited.
"""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from pipeline.findings import PipelineError
from pipeline.workspace.files import Modes, digest_of, is_open, said, write_whole

LEDGER = ".made.json"
_MOST_BESIDE = 99

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
class Shelf:
    """A folder to publish in, with the notes of what was made in it."""

    folder: Path
    modes: Modes
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
        with said("cannot_write", file=f"{self.folder.name}/{folder}"):
            gone = [path for path in self.notes if path.startswith(f"{folder}/") and path not in kept]
            for path in gone:
                made = self.folder / path
                if digest_of(made) in self.notes.pop(path):
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
        with said("cannot_write", file=f"{self.folder.name}/{path}"):
            if path in self.notes and digest_of(made) in self.notes[path]:
                made.unlink()
            if made.exists():
                return True
            if self.notes.pop(path, None) is not None:
                self.keep_notes()
            return False

    def keep_notes(self) -> None:
        """Write the notes down."""
        with said("cannot_write", file=f"{self.folder.name}/{LEDGER}"):
            content = json.dumps(self.notes, indent=1, sort_keys=True).encode()
            write_whole(self.folder / LEDGER, content, self.modes)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file to be published on a shelf."""

    shelf: Shelf
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
        with said("cannot_write", file=self.shown):
            outcome = self.outcome()
            if outcome is Outcome.MADE and not self.replaced():
                outcome = Outcome.BESIDE_OPEN
            if outcome in {Outcome.BESIDE_EDITED, Outcome.BESIDE_OPEN}:
                return self._beside(outcome)
            return Published(self.shown, outcome)

    def outcome(self) -> Outcome:
        """What publishing would come to."""
        with said("cannot_write", file=self.shown):
            found = digest_of(self.target)
            made = self.shelf.notes.get(self.path, [])
            if found == self.digest:
                return Outcome.UNCHANGED
            if found and found not in made:
                return Outcome.KEPT if made[:1] == [self.digest] else Outcome.BESIDE_EDITED
            return Outcome.BESIDE_OPEN if is_open(self.target) else Outcome.MADE

    def note(self) -> bool:
        """Note the file with its digest, and the old digest too; whether that is new."""
        told = [self.digest, *filter(None, [digest_of(self.target)])]
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
            write_whole(self.target, self.content, self.shelf.modes)
        except PermissionError:
            if not self.target.exists():
                raise
            return False
        return True


def read_ledger(folder: Path) -> _Notes:
    """The notes of a folder; a damaged or missing one tells nothing."""
    try:
        notes = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(notes, dict):
        return {}
    return {path: digests for path, digests in notes.items() if isinstance(digests, list)}
