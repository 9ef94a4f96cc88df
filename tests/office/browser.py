"""Web pages as somebody would see them: opened in Chromium, on a phone and on a desk, and judged by axe."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.office.tools import located, require

_TIME_LIMIT = 300
_PROGRAM = Path(__file__).parent / "chromium.mjs"
_PACKAGES = Path(__file__).parent / "node_modules"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True)
class View:
    """A window of this size in pixels, in light or dark colours."""

    name: str
    width: int
    height: int
    dark: bool = False


PHONE = View("phone", 360, 740)
NARROW = View("narrow", 320, 640)
DESKTOP = View("desktop", 1280, 900)
DARK_PHONE = View("phone-dark", 360, 740, dark=True)
DARK_DESKTOP = View("desktop-dark", 1280, 900, dark=True)


@dataclass(frozen=True)
class Seen:
    """What a page was like in a view; `asked` are addresses that are no file, `told` its complaints."""

    page: str
    view: str
    scrolls: bool
    outside: tuple[str, ...]
    asked: tuple[str, ...]
    told: tuple[str, ...]
    violations: tuple[dict[str, Any], ...]

    def faults(self) -> list[str]:
        """Everything that bars the way, in words, with its place."""
        return [f"{self.page} ({self.view}): {fault}" for fault in self._faults()]

    def _faults(self) -> Iterator[str]:
        if self.scrolls:
            yield "scrolls sideways"
        yield from (f"beyond the edge: {what}" for what in self.outside)
        yield from (f"asks for {address}" for address in self.asked)
        yield from (f"complains: {what}" for what in self.told)
        for one in self.violations:
            yield f"{one['rule']} ({one['impact']}): {'; '.join(one['where'])}"


def look(pages: Sequence[Path], views: Sequence[View], printed_in: Path | None = None) -> list[Seen]:
    """Every page in every view, one start of Chromium for all; pictures and PDFs go to `printed_in`."""
    request = {
        "program": _chromium(),
        "pages": [str(page) for page in pages],
        "views": [asdict(view) for view in views],
        "folder": str(printed_in) if printed_in else None,
    }
    with tempfile.TemporaryDirectory() as home:
        asked = Path(home) / "request.json"
        asked.write_text(json.dumps(request), encoding="utf-8")
        run = subprocess.run(
            [require("node"), str(_PROGRAM), str(asked)],
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
            env={**os.environ, "HOME": home},
        )
    if run.returncode:
        raise AssertionError(f"Chromium did not come through: {run.stderr.decode(errors='replace')[-600:]}")
    return [Seen(**{key: _frozen(value) for key, value in one.items()}) for one in json.loads(run.stdout)]


def _chromium() -> str:
    """Where Chromium is, once what drives and judges it is found too."""
    for package in ("puppeteer-core", "axe-core"):
        if not (_PACKAGES / package).is_dir():
            return require(package)  # which says that it is not installed
    return next(filter(None, map(located, _CHROMIUMS)), None) or require(_CHROMIUMS[0])


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
