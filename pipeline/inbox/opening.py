"""Opens the files of the inbox: the only module that does, once each, reading only.

Whatever lies there, what comes back is either what was read or a finding; nothing a file holds ends a run.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from pipeline.findings import Finding, Level, note, stop
from pipeline.inbox import package
from pipeline.inbox.listing import Arrival
from pipeline.inbox.recognising import FileType, recognised
from pipeline.inbox.refusal import UnreadableFileError

__all__ = ["LARGEST_FILE", "FileType", "Opened", "opened", "read_safely"]

LARGEST_FILE = 20 << 20
_MEBIBYTE = 1 << 20

# No waiting for whoever writes into a pipe, no following of a link that took the file's place meanwhile.
_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is safe to hand to a library; `digest` is the same for files with the same content."""

    arrival: Arrival
    type: FileType
    content: bytes = field(repr=False)
    digest: str
    findings: tuple[Finding, ...] = ()


def opened(arrival: Arrival) -> Opened | Finding:
    """The file, looked through before any library sees it, or why it cannot be read."""
    return _caught(arrival, lambda: _looked_through(arrival))


def read_safely(arrival: Arrival, reader: Callable[[Opened], T]) -> T | Finding:
    """What `reader` makes of the file, or why it cannot be read; whatever the reader raises ends here."""
    file = opened(arrival)
    if isinstance(file, Finding):
        return file
    return _caught(arrival, lambda: reader(file))


def _caught(arrival: Arrival, read: Callable[[], T]) -> T | Finding:
    """The net under every reader: no list of what libraries raise is complete, and it may quote the file."""
    try:
        return read()
    except UnreadableFileError as refused:
        return refused.finding(arrival.place)
    except Exception:  # noqa: BLE001 - the one place; says nothing of what stands in the file
        return stop("file_not_understood", arrival.place)


def _looked_through(arrival: Arrival) -> Opened:
    content = _content(arrival)
    digest = hashlib.sha256(content).hexdigest()
    kind = recognised(content)
    if kind is not None:
        return Opened(arrival, kind, content, digest)
    office = package.examined(content)
    findings = (note("file_links_outside", arrival.place),) if office.links_outside else ()
    return Opened(arrival, office.type, content, digest, findings)


def _content(arrival: Arrival) -> bytes:
    try:
        number = os.open(arrival.path, _READ_ONLY)
    except OSError as error:
        # Opening a socket or a device without a driver fails with these two.
        if error.errno in {errno.ENXIO, errno.ENODEV}:
            raise UnreadableFileError("not_a_file", Level.NOTE) from None
        raise UnreadableFileError("file_unreadable") from None
    try:
        return _settled_content(number)
    except OSError:
        raise UnreadableFileError("file_unreadable") from None
    finally:
        os.close(number)


def _settled_content(number: int) -> bytes:
    before = os.fstat(number)
    if not stat.S_ISREG(before.st_mode):
        raise UnreadableFileError("not_a_file", Level.NOTE)
    if before.st_size > LARGEST_FILE:
        raise UnreadableFileError("file_too_large", most=LARGEST_FILE // _MEBIBYTE)
    content = _read(number, LARGEST_FILE + 1)
    after = os.fstat(number)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != after.st_size:
        raise UnreadableFileError("file_still_copied")
    return content


def _read(number: int, most: int) -> bytes:
    pieces = []
    while most > 0 and (piece := os.read(number, min(most, _MEBIBYTE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
