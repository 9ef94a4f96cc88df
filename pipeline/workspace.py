"""Where things lie in a team's folder, one run at a time, and publishing that never loses a hand edit.

What was made is noted with its digest in `outbox/.made.json`. A file that no longer has that digest was edited by
somebody, so the new one goes beside it. Without the note every file that differs counts as edited.
"""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath

LEDGER = ".made.json"
_UNFINISHED = ".ttr-"
_MOST_BESIDE = 99


class Outcome(Enum):
    """What publishing came to."""

    MADE = "made"
    UNCHANGED = "unchanged"
    BESIDE_EDITED = "beside_edited"
    BESIDE_OPEN = "beside_open"


@dataclass(frozen=True, slots=True)
class Published:
    """A file in the outbox; `path` is from the team's folder, `instead_of` is what it could not replace."""

    path: PurePosixPath
    outcome: Outcome
    instead_of: PurePosixPath | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A team's folder."""

    folder: Path
    ledger: dict[str, str] = field(default_factory=dict)

    @property
    def inbox(self) -> Path:
        """Where forms come in; read only."""
        return self.folder / "inbox"

    @property
    def outbox(self) -> Path:
        """Where everything that is made goes."""
        return self.folder / "outbox"

    @property
    def private(self) -> Path:
        """What is never shared."""
        return self.folder / "private"

    @property
    def templates(self) -> Path:
        """The team's own templates, over the shipped ones."""
        return self.folder / "templates_office"
