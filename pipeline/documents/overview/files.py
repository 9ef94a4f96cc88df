"""The files that were made, by folder and by the names that readers know them by (M102)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from pipeline.documents import DOCUMENTS
from pipeline.documents.sentences import begun
from pipeline.language.catalogue import Catalogue

_PRIVATE = "private"
_TOGETHER = ("forms", "letters", "to_mend")
"""Folders at the top of the outbox of which one opens the folder, not a file."""

_ITSELF = re.compile(r"^overview(?:-\d+)?\.html$")
_NUMBERED = re.compile(r"^\d+_")
_NEWER = re.compile(r"-\d+$")
_NAMES = {document.file: document.key for document in DOCUMENTS}
_NAMES_OF_ANY_KIND = {file.rpartition(".")[0]: key for file, key in _NAMES.items()}


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file, or a folder with `count` files; `kind` says what opens it, `path` leads to it from the outbox."""

    name: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A part of the outbox with what is in it."""

    name: str
    files: tuple[FileLink, ...]


def folders(made: Sequence[str], words: Catalogue) -> tuple[Folder, ...]:
    """What may be shared: for the whole year, then by part of the year, then what one opens by the folder."""
    listed = sorted({path for path in made if _is_listed(path)}, key=_place)
    return tuple(
        Folder(_folder_name(folder, words), tuple(_links(list(paths), words)))
        for folder, paths in groupby(listed, key=_heading)
    )


def _is_listed(path: str) -> bool:
    parts = path.split("/")
    return not _ITSELF.match(path) and parts[0] != _PRIVATE and not any(part.startswith(".") for part in parts)


def _place(path: str) -> tuple[bool, str, bool, int, bool, str]:
    """Documents in the order in which they are made, others after them, folders within a folder last."""
    keys = list(_NAMES.values())
    key = _document(path)
    rank = keys.index(key) if key in keys else len(keys)
    together = path.startswith(tuple(f"{one}/" for one in _TOGETHER))
    return together, _heading(path), _opened(path) != path, rank, _is_newer(path), path


def _heading(path: str) -> str:
    """The folder under whose name a file is listed; what one opens by the folder is listed together."""
    top, slash, _ = path.partition("/")
    return "" if not slash else "*" if top in _TOGETHER else top


def _opened(path: str) -> str:
    """What a link opens: the file, or the folder that is opened as a whole."""
    folder = PurePosixPath(path).parent
    if folder.parts[:1] and folder.parts[0] in _TOGETHER:
        return f"{folder.parts[0]}/"
    return f"{folder}/" if len(folder.parts) > 1 else path


def _links(paths: Sequence[str], words: Catalogue) -> Iterator[FileLink]:
    for opened, files in groupby(paths, key=_opened):
        if opened.endswith("/"):
            name = PurePosixPath(opened).name
            key = f"overview.together.{name}"
            count = words.say("overview.files", count=len(list(files)))
            yield FileLink(words.say(key) if key in words else name, count, opened)
        else:
            yield FileLink(_file_name(opened, words), _kind(opened, words), opened)


def _folder_name(folder: str, words: Catalogue) -> str:
    key = {"": "overview.folder.whole_year", "*": "overview.folder.together"}.get(folder)
    key = key or f"overview.folder.{_NUMBERED.sub('', folder)}"
    return words.say(key) if key in words else folder


def _file_name(path: str, words: Catalogue) -> str:
    key = _document(path)
    if key is None:
        return PurePosixPath(path).name
    name = begun(words.say(f"documents.{key}"))
    return words.say("overview.newer", name=name) if _is_newer(path) else name


def _is_newer(path: str) -> bool:
    """Whether it was put beside a document that somebody had edited."""
    stem = path.rpartition(".")[0]
    return stem not in _NAMES_OF_ANY_KIND and _NEWER.sub("", stem) in _NAMES_OF_ANY_KIND


def _document(path: str) -> str | None:
    """Which document it is: itself, in another kind of file, or a newer one beside an edited one."""
    stem = path.rpartition(".")[0]
    return _NAMES.get(path) or _NAMES_OF_ANY_KIND.get(stem) or _NAMES_OF_ANY_KIND.get(_NEWER.sub("", stem))


def _kind(path: str, words: Catalogue) -> str:
    suffix = PurePosixPath(path).suffix.removeprefix(".").lower()
    key = f"overview.kind.{suffix}"
    return words.say(key) if key in words else suffix.upper()
