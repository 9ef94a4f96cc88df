"""A Word document on pages, as LibreOffice lays it out where that is there: a document itself does not know its pages.

It gets a profile and a folder of its own, so that an open LibreOffice is left alone and nothing stays behind.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

PATIENCE: Final = 60.0
"""Seconds; LibreOffice takes a few, and some more the first time."""

_NAMES: Final = ("soffice", "libreoffice")
_PROGRAM_FOLDERS: Final = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_PAGE: Final = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PACKED: Final = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)


def pages_of(docx: bytes, patience: float = PATIENCE) -> int | None:
    """The pages of a Word document; None without LibreOffice, or when it gives no answer in so many seconds."""
    made = laid_out(docx, patience)
    return (pages_in(made) or None) if made else None


def laid_out(docx: bytes, patience: float = PATIENCE, filtered: str = "pdf") -> bytes | None:
    """A Word document as a PDF, by the export filter with this name and options; None as with `pages_of`."""
    program = office_program()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="ttr-", ignore_cleanup_errors=True) as folder:
        return _laid_out(program, docx, Path(folder).resolve(), patience, filtered)


def office_program() -> str | None:
    """LibreOffice on this machine: on the path, or where it is usually installed."""
    on_path = filter(None, map(shutil.which, _NAMES))
    installed = (str(place) for place in _usual_places() if place.is_file())
    return next(chain(on_path, installed), None)


def pages_in(pdf: bytes) -> int:
    """The pages of a PDF, also where their descriptions are packed together."""
    return sum(len(_PAGE.findall(part)) for part in (pdf, *unpacked(pdf)))


def unpacked(pdf: bytes) -> Iterator[bytes]:
    """What a PDF packs together: objects without their numbers, after a list of these."""
    for packed in _PACKED.findall(pdf):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(packed)


def _laid_out(program: str, docx: bytes, folder: Path, patience: float, filtered: str) -> bytes | None:
    document, made = folder / "document.docx", folder / "document.pdf"
    document.write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    silent = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    _run([program, profile, *silent, "--convert-to", filtered, "--outdir", str(folder), str(document)], patience)
    return (made.read_bytes() or None) if made.is_file() else None


def _run(command: list[str], patience: float) -> None:
    """Waits for the end, whatever it is; a program that cannot be begun has nothing to say."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        nothing = subprocess.DEVNULL
        process = subprocess.Popen(  # noqa: S603 - LibreOffice itself, with arguments of our own
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
        try:
            process.wait(patience)
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """LibreOffice begins others; where it still runs they end with it."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a part of Windows
    process.wait()


def _usual_places() -> Iterator[Path]:
    for name in _PROGRAM_FOLDERS:
        if folder := os.environ.get(name):
            yield from (Path(folder, "LibreOffice", "program", f"soffice.{kind}") for kind in ("com", "exe"))
    for folder in ("/", os.environ.get("HOME", "/")):
        yield Path(folder, "Applications", "LibreOffice.app", "Contents", "MacOS", "soffice")
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
