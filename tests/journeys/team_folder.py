"""A team's folder with the commands run in it, as somebody at a keyboard would."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline.cli import main
from tests import sample

TODAY = "2027-09-20"


@dataclass(frozen=True)
class TeamFolder:
    folder: Path

    def ttr(self, *arguments: str, today: str = TODAY, language: str | None = None) -> Result:
        """A command in this folder; an error that nobody foresaw is raised."""
        chosen = ("--language", language) if language else ()
        asked = ("--folder", str(self.folder), "--today", today, *chosen, *arguments)
        result = CliRunner().invoke(main, asked, env={"TTR_LANGUAGE": "nl"})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def told(self, *arguments: str, today: str = TODAY, language: str | None = None) -> dict[str, object]:
        """What a command says as JSON."""
        told = json.loads(self.ttr("--format", "json", *arguments, today=today, language=language).stdout)
        assert isinstance(told, dict)
        return told

    def keys(self, *arguments: str, level: str = "", today: str = TODAY) -> list[str]:
        """The keys of what is found, all or of one level."""
        findings = self.told(*arguments, today=today)["findings"]
        assert isinstance(findings, list)
        return [finding["key"] for finding in findings if level in ("", finding["level"])]

    def drop(self, name: str, content: bytes) -> Path:
        """Put a file in the inbox."""
        path = self.folder / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def files(self, folder: str = "outbox") -> dict[str, bytes]:
        """What stands in a folder, but for what the program keeps for itself."""
        root = self.folder / folder
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }

    def inbox_state(self) -> Mapping[str, tuple[str, int]]:
        """The digest and the time of every file in the inbox."""
        return {
            str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in sorted((self.folder / "inbox").rglob("*"))
            if path.is_file()
        }


def with_sample(folder: Path) -> TeamFolder:
    """A folder with the invented team in it."""
    sample.fill(folder)
    return TeamFolder(folder)
