"""What was made of what, so that nothing is made twice of the same: a note that may be thrown away.

It holds the stamp of everything that the outbox is made of, and the files that were made under it. Whatever changes
gives another stamp, and then everything is made anew.
"""

import hashlib
import json
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.workspace.files import SHARED, digest_of, write_whole
from pipeline.workspace.shelves import read_ledger

MEMORY = ".made-of.json"

_PACKAGE = Path(__file__).parent.parent
_CODE = frozenset((".py", ".toml", ".txt", ".marisa", ".csv", ".jinja", ".docx", ".pptx"))


@dataclass(frozen=True, slots=True)
class Memory:
    """What was made under this stamp; `stamp` is empty where nothing can be remembered.

    `made` holds the digest of each file as it was made, by its path from the team's folder; `counted` numbers that are
    slow to find, such as the pages of a document, by a name.
    """

    folder: Path
    stamp: str = ""
    made: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)

    def holds(self, path: str) -> bool:
        """Whether the file still stands as it was made, and need not be made again."""
        return path in self.made and digest_of(self.folder / path) == self.made[path]

    def holds_all(self, paths: Iterable[str]) -> bool:
        """Whether there are any and none of them need be made again."""
        asked = tuple(paths)
        return bool(asked) and all(map(self.holds, asked))

    def keep(self, paths: Iterable[str] = (), counted: Mapping[str, int] | None = None) -> None:
        """Note that these were made, or counted, too; where that cannot be written, it is done again."""
        before = _noted(self.folder, self.stamp)
        now = before[0].union(paths), {**before[1], **(counted or {})}
        if self.stamp and now != before:
            told = {"stamp": self.stamp, "made": sorted(now[0]), "counted": now[1]}
            with suppress(OSError):
                write_whole(self.folder / "outbox" / MEMORY, json.dumps(told, indent=1).encode(), SHARED)


def recalled(folder: Path, stamp: str) -> Memory:
    """What is remembered of a team's folder under this stamp; a damaged or missing note remembers nothing."""
    paths, counted = _noted(folder, stamp)
    if not paths:
        return Memory(folder, stamp, counted=counted)
    made = {
        f"{shelf}/{path}": digests[0]
        for shelf in ("outbox", "private")
        for path, digests in read_ledger(folder / shelf).items()
        if digests and f"{shelf}/{path}" in paths
    }
    return Memory(folder, stamp, made, counted)


def _noted(folder: Path, stamp: str) -> tuple[frozenset[str], dict[str, int]]:
    """The paths and the numbers that were noted under this stamp."""
    nothing: tuple[frozenset[str], dict[str, int]] = frozenset(), {}
    try:
        noted = json.loads((folder / "outbox" / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return nothing
    if not isinstance(noted, dict) or not stamp or noted.get("stamp") != stamp:
        return nothing
    made, counted = noted.get("made"), noted.get("counted")
    if not isinstance(made, list) or not isinstance(counted, dict):
        return nothing
    numbers = {name: number for name, number in counted.items() if isinstance(number, int)}
    return frozenset(path for path in made if isinstance(path, str)), numbers


def stamp_of(folders: Iterable[Path], files: Iterable[Path], *said: str) -> str:
    """The stamp of what lies in these folders and files, of the program itself and of what was `said` to it.

    Empty where something cannot be read.
    """
    digest = hashlib.sha256("\0".join((*said, _program())).encode())
    try:
        within = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
        for path in (*within, *files):
            digest.update(f"\0{path}\0{digest_of(path)}".encode("utf-8", "surrogatepass"))
    except OSError:
        return ""
    return digest.hexdigest()


def _program() -> str:
    """By size and time of its files: a copy with other code makes other files."""
    installed = Path(sysconfig.get_path("purelib"))
    told = (f"{path}{path.stat().st_size}{path.stat().st_mtime_ns}" for path in (*_code(), installed))
    return hashlib.sha256("\0".join(told).encode()).hexdigest()


def _code() -> Iterator[Path]:
    beside = _PACKAGE.parent / "templates_office"
    for folder in (_PACKAGE, beside):
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in _CODE)
