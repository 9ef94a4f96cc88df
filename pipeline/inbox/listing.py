"""What lies in the inbox: the files to read, and what is in it that cannot be read.

Looks at names and kinds only. Opens nothing, follows no link, writes nothing.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.findings import Finding, Place, note, stop

LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file in the inbox; `shown` is its path from the team's folder, safe to print."""

    path: Path
    shown: str

    @property
    def place(self) -> Place:
        """Where a finding about the whole file stands."""
        return Place(file=self.shown)


@dataclass(frozen=True, slots=True)
class _Folder:
    path: Path


_Met: TypeAlias = Arrival | Finding | _Folder

_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "icon\r", "__macosx"})
_FILE_SUFFIXES = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xls", ".ods", ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf"}
    | {".pptx", ".csv", ".tsv", ".txt", ".pdf", ".zip"}
)
_APPLE_SUFFIXES = frozenset({".numbers", ".pages"})
_NOT_DOWNLOADED = re.compile(r"\..+\.icloud", re.IGNORECASE)

# Two people saved the same file, and the service that keeps folders in step made a second one. Only patterns
# that no person would type: "form (1).xlsx" is an ordinary download, and "conflict in class.docx" a case.
_CONFLICT_COPY = re.compile(
    r"""
      \.sync-conflict-\d{8}-\d{6}
    | [_.-]conflict-\d{8}-?\d{0,6}
    | _conflict$
    | \[conflict(?:ed)?\]
    | \(sfconflict\ [^()]*\)
    | \([^()]*(?:conflicted\ copy|case\ conflict
        |conflicterende?\ (?:kopie|exemplaar|versie)|conflictkopie|kopie\ met\ conflict
        |in\ konflikt\ stehende\ (?:kopie|version)|konflikt-?kopie|konflikt\ behaftete\ kopie)[^()]*\)
    | -(?:desktop|laptop)-[a-z0-9]{6,8}(?:-\d+)?$
    | -[^-]*macbook\ (?:pro|air)[^-]*$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def arrivals(inbox: Path) -> tuple[tuple[Arrival, ...], tuple[Finding, ...]]:
    """All files in `inbox` and its folders, in a fixed order, and what is said about the rest."""
    found: list[Arrival] = []
    findings: list[Finding] = []
    folders = [inbox]
    while folders:
        for met in _met_in(folders.pop(), inbox):
            match met:
                case Arrival():
                    found.append(met)
                case _Folder(path):
                    folders.append(path)
                case Finding():
                    findings.append(met)
    found.sort(key=lambda arrival: _order(arrival.path, inbox))
    findings.sort(key=lambda finding: (finding.place, finding.key))
    return tuple(found), tuple(findings)


def printable(text: str, longest: int = LONGEST_SHOWN) -> str:
    """`text` without signs that steer a terminal, turn the reading direction or cannot be seen."""
    text = "".join(_printable_sign(sign) for sign in unicodedata.normalize("NFC", text))
    if len(text) <= longest:
        return text
    start = longest // 3
    return f"{text[:start]}…{text[start + 1 - longest :]}"


def _printable_sign(sign: str) -> str:
    if sign.isprintable():
        return sign
    return " " if unicodedata.category(sign) == "Zs" else "\N{REPLACEMENT CHARACTER}"


def _met_in(folder: Path, inbox: Path) -> Iterator[_Met]:
    try:
        entries = list(folder.iterdir())
    except OSError:
        yield stop("folder_unreadable", _place(folder, inbox))
        return
    for path in entries:
        try:
            yield from _met(path, inbox)
        except OSError:
            yield stop("file_unreadable", _place(path, inbox))


def _met(path: Path, inbox: Path) -> Iterator[_Met]:
    place = _place(path, inbox)
    if _NOT_DOWNLOADED.fullmatch(path.name):
        yield stop("file_in_cloud", place)
    elif _is_left_behind(path.name):
        return
    elif _leads_elsewhere(kind := path.lstat()):
        yield from _met_link(path, inbox)
    elif stat.S_ISDIR(kind.st_mode):
        yield from _met_folder(path, inbox)
    elif not stat.S_ISREG(kind.st_mode):
        yield note("not_a_file", place)
    elif _CONFLICT_COPY.search(unicodedata.normalize("NFC", path.stem)):
        yield note("conflict_copy", place)
    else:
        yield Arrival(path, place.file)


def _is_left_behind(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BEHIND


def _leads_elsewhere(kind: os.stat_result) -> bool:
    """A link, or a junction of Windows, which Python takes for a folder though it may lead in a circle."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    return stat.S_ISLNK(kind.st_mode) or getattr(kind, "st_reparse_tag", 0) == junction


def _met_folder(path: Path, inbox: Path) -> Iterator[_Met]:
    if path.suffix.lower() in _APPLE_SUFFIXES:
        yield stop("file_apple", _place(path, inbox))
    else:
        if path.suffix.lower() in _FILE_SUFFIXES:
            yield note("folder_named_as_file", _place(path, inbox))
        yield _Folder(path)


def _met_link(path: Path, inbox: Path) -> Iterator[Finding]:
    """A link within the inbox needs no word: what it leads to is met under its own name."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a link to itself, before Python 3.13
        yield stop("link_broken", _place(path, inbox))
        return
    if not target.is_relative_to(inbox.resolve()):
        yield stop("link_leaves_inbox", _place(path, inbox))


def _place(path: Path, inbox: Path) -> Place:
    return Place(file=printable((Path(inbox.name) / path.relative_to(inbox)).as_posix()))


def _order(path: Path, inbox: Path) -> tuple[str, str]:
    name = path.relative_to(inbox).as_posix()
    return unicodedata.normalize("NFC", name), name
