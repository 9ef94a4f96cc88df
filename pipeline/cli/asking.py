"""What every command is asked, and how it may end."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path

from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.language.machine import machine_language

PROGRESS_AFTER = 1.0
"""Seconds after which a terminal shows a sign of life."""


class ExitCode(IntEnum):
    """How a command ends."""

    MADE = 0
    TO_MEND = 1
    WRONG_COMMAND = 2
    CANNOT = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that every command has."""

    folder: Path
    language: str | None
    today: date
    form: str
    quiet: bool

    @property
    def words(self) -> Catalogue:
        """What to speak before the team's own language is known."""
        return catalogue(self.language or machine_language())


def help_text(key: str) -> str:
    """What a command or an option is for, in the language of the machine."""
    return catalogue(machine_language()).say(f"cli.{key}")
