"""The filter: text in, de-identified text out, without a team's folder."""

import codecs
import os
import sys
import time
from dataclasses import replace
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from pipeline.cli.asking import PROGRESS_AFTER, Asked, ExitCode, help_text
from pipeline.cli.telling import said, tell_error
from pipeline.findings import Finding, PipelineError
from pipeline.language.machine import machine_language

if TYPE_CHECKING:
    from pipeline.anonymise.filtering import Redacted

PROGRESS_ELSEWHERE = 10.0  # seconds, where no terminal shows it
_STANDARD_INPUT = Path("-")
_ENOUGH = 512  # bytes, to tell how a text is encoded


@click.command("redact", help=help_text("redact.help"), short_help=help_text("redact.short"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[FILE]...")
@click.option("--jsonl", is_flag=True, help=help_text("redact.jsonl"))
@click.option("--names", type=click.Path(path_type=Path), default=None, help=help_text("redact.names"), metavar="FILE")
@click.option("--doubtful", is_flag=True, help=help_text("redact.doubtful"))
@click.pass_obj
def redact(asked: Asked, files: tuple[Path, ...], names: Path | None, *, jsonl: bool, doubtful: bool) -> None:
    """A filter: text in, de-identified text out."""
    if sys.stdout is None:  # closed by whoever called
        sys.exit(ExitCode.CANNOT)
    from pipeline.anonymise.filtering import Manner, known_by_name, redacted_lines, redacted_text

    try:
        people = known_by_name(_opened(names).read().splitlines()) if names else ()
        manner = Manner(asked.language, machine_language(), doubtful, people)
        filtered = redacted_lines if jsonl else redacted_text
        told = _Told(asked, jsonl=jsonl, doubtful=doubtful)
        for file in files or (_STANDARD_INPUT,):
            named = replace(manner, file="" if file == _STANDARD_INPUT else file.name)
            for out in filtered(_opened(file), named):
                told.of(out)
        told.at_the_end()
    except PipelineError as error:
        tell_error(asked, error)
        sys.exit(ExitCode.CANNOT)
    except BrokenPipeError:  # whoever reads has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.MADE)
    except OSError:  # a full disk
        sys.exit(ExitCode.CANNOT)
    except KeyboardInterrupt:
        sys.exit(ExitCode.INTERRUPTED)
    sys.exit(ExitCode.TO_MEND if told.to_mend else ExitCode.MADE)


def _opened(file: Path) -> TextIOWrapper:
    """The text of a file or of standard input: UTF-8, or what its first signs say."""
    try:
        content = _standard_input() if file == _STANDARD_INPUT else file.open("rb")
        begins = content.peek(_ENOUGH)[:_ENOUGH] if isinstance(content, BufferedReader) else b""
    except OSError:
        raise PipelineError("redact_unreadable", file=file.name) from None
    return TextIOWrapper(content, _encoding(begins), errors="replace", newline="\n")


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by whoever called
        raise OSError
    return sys.stdin.buffer


def _encoding(begins: bytes) -> str:
    """By the mark at the beginning, else by the blank half of every sign that UTF-16 has in our languages."""
    marks = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32"}
    marks |= {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    marked = next((encoding for mark, encoding in marks.items() if begins.startswith(mark)), None)
    first, second = (begins[at::2].count(0) * 2 > len(begins[at::2]) for at in (0, 1))
    if marked or first is second:
        return marked or "utf-8-sig"
    return "utf-16-be" if first else "utf-16-le"


class _Told:
    """Writes what comes out of the filter, and says on the other stream how it goes."""

    def __init__(self, asked: Asked, *, jsonl: bool, doubtful: bool) -> None:
        self._asked, self._jsonl, self._doubtful = asked, jsonl, doubtful
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + (PROGRESS_AFTER if self._terminal else PROGRESS_ELSEWHERE)
        self._signs = self._masked = self._doubts = 0
        self.to_mend = False

    def of(self, out: "Redacted | Finding") -> None:
        """Write a piece, or say what is wrong."""
        if isinstance(out, Finding):
            self.to_mend = self.to_mend or out.stops
            click.echo("\n".join(said(self._asked.words, out)), err=True)
            return
        sys.stdout.buffer.write(out.written.encode("utf-8", "replace"))
        self._signs += out.signs
        self._masked += out.masked
        self._doubts += out.asked
        if time.monotonic() > self._next and not self._asked.quiet:
            sys.stdout.buffer.flush()
            self._next = time.monotonic() + (PROGRESS_AFTER if self._terminal else PROGRESS_ELSEWHERE)
            click.echo(self._asked.words.say("cli.redact.progress", signs=self._signs), err=True)

    def at_the_end(self) -> None:
        """How much was replaced; a program that reads lines of JSON counts for itself."""
        sys.stdout.buffer.flush()
        if not self._jsonl and not self._asked.quiet:
            key = "all_counted" if self._doubtful or not self._doubts else "counted"
            masked = self._masked + (self._doubts if self._doubtful else 0)
            click.echo(self._asked.words.say(f"cli.redact.{key}", masked=masked, asked=self._doubts), err=True)
