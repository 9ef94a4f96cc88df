"""The template of the persona instruction that serves, looked over before anything is made from it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.documents.persona_instruction import FIELDS, STEM
from pipeline.findings import Finding, Place
from pipeline.language.catalogue import Catalogue

if TYPE_CHECKING:
    from pipeline.outbox.letters.template import LetterTemplate


@dataclass(frozen=True, slots=True)
class Checked:
    """The template's bytes, every fault in it, and for a faulty one a copy with a comment at each."""

    file: bytes
    name: str
    findings: tuple[Finding, ...] = ()
    copy: bytes | None = None

    def ready(self, words: Catalogue) -> "LetterTemplate":
        """The template, compiled; only for one without faults."""
        from pipeline.outbox.letters.template import letter_template  # noqa: PLC0415 - slow to start

        return letter_template(self.file, title=words.say("letter.title"), language=words.language)


def checked(shipped: Path, own: Path, words: Catalogue) -> Checked:
    """The team's own template looked over; ours needs no looking over."""
    from pipeline.outbox.letters import linting as letter_linting  # noqa: PLC0415 - slow to start
    from pipeline.outbox.letters import template as letter_template  # noqa: PLC0415 - slow to start

    chosen = letter_template.template_bytes(shipped, own, words.language)
    if not chosen.is_own:
        return Checked(chosen.file, chosen.place_name, chosen.findings)
    faults = letter_linting.lint(chosen.file, FIELDS)
    if not faults:
        return Checked(chosen.file, chosen.place_name, chosen.findings)
    said = letter_linting.findings(faults, Place(chosen.place_name))
    copy = letter_linting.commented_copy(chosen.file, faults, words)
    return Checked(chosen.file, chosen.place_name, (*chosen.findings, *said), copy)


def has_own_template(shipped: Path, own: Path) -> bool:
    """Whether the team has a template of its own for letters, without opening it; what we ship is none."""
    return own.is_dir() and own.resolve() != shipped.resolve() and any(own.glob(f"{STEM}*"))
