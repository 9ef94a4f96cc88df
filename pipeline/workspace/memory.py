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
    """What still stands as it was made under this stamp, by its path from the team's folder; `stamp` is empty for none.

    `counted` holds numbers that are slow to find, such as the pages of a document, by a name.
    """

    folder: Path
    stamp: str = ""
    paths: frozenset[str] = frozenset()
    counted: Mapping[str, int] = field(default_factory=dict)

    def holds(self, path: str) -> bool:
        """Whether the file need not be made again."""
        if path not in self.paths:
            return False
        shelf, _, rest = path.partition("/")
        noted = read_ledger(self.folder / shelf).get(rest, [])
        return bool(noted) and digest_of(self.folder / path) == noted[0]

    def holds_all(self, paths: Iterable[str]) -> bool:
        """Whether there are any and none of them need be made again."""
        asked = tuple(paths)
        return bool(asked) and all(map(self.holds, asked))

    def keep(self, paths: Iterable[str] = (), counted: Mapping[str, int] | None = None) -> None:
        """Note that these were made, or counted, too; where that cannot be written, it is done again."""
        before = recalled(self.folder, self.stamp)
        made, numbers = before.paths.union(paths), {**before.counted, **(counted or {})}
        if self.stamp and (made, numbers) != (before.paths, before.counted):
            told = {"stamp": self.stamp, "made": sorted(made), "counted": numbers}
            with suppress(OSError):
                write_whole(self.folder / "outbox" / MEMORY, json.dumps(told, indent=1).encode(), SHARED)


def recalled(folder: Path, stamp: str) -> Memory:
    """What is remembered of a team's folder under this stamp; a damaged or missing note remembers nothing."""
    try:
        noted = json.loads((folder / "outbox" / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Memory(folder, stamp)
    if not isinstance(noted, dict) or not stamp or noted.get("stamp") != stamp:
        return Memory(folder, stamp)
    made, counted = noted.get("made"), noted.get("counted")
    if not isinstance(made, list) or not isinstance(counted, dict):
        return Memory(folder, stamp)
    numbers = {name: number for name, number in counted.items() if isinstance(number, int)}
    return Memory(folder, stamp, frozenset(path for path in made if isinstance(path, str)), numbers)


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
