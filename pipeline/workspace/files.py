"""Files written whole or not at all, their digests, and what the machine refuses, in words."""

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.findings import PipelineError

UNFINISHED = ".ttr-"


@dataclass(frozen=True, slots=True)
class Modes:
    """Who may do what with new files and folders, before the machine's own mask."""

    file: int
    folder: int


SHARED = Modes(0o666, 0o777)
OWNER_ONLY = Modes(0o600, 0o700)


def write_whole(target: Path, content: bytes, modes: Modes) -> None:
    """Write the file beside its place, and move it there once it lasts; OSError where the machine refuses."""
    target.parent.mkdir(modes.folder, parents=True, exist_ok=True)
    unfinished = target.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
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


def is_open(path: Path) -> bool:
    """Office and LibreOffice leave a file beside one that they have open."""
    owner = (path.with_name(f"~${path.name}"), path.with_name(f"~${path.name[2:]}"))
    return path.exists() and any(mark.exists() for mark in (*owner, path.with_name(f".~lock.{path.name}#")))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal digits; empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def clean_up(folder: Path) -> None:
    """Unfinished files of a run that was cut off; nobody else writes while we have the folder to ourselves."""
    with contextlib.suppress(OSError):
        for left in folder.rglob(f"{UNFINISHED}*"):
            left.unlink(missing_ok=True)


@contextlib.contextmanager
def said(key: str, **values: str) -> Iterator[None]:
    """What the machine refuses, in words: a full disk apart from everything else."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        raise PipelineError("disk_full" if full else key, **values) from None
