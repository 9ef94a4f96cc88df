"""The programs from outside that the tests lean on: found, or the test is left out; on the build machine it fails."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

VALIDATOR = "ooxml-validator"
UNO = "python3-uno"

_PACKAGES = Path(__file__).parent / "node_modules" / "@xarsh"


def require(tool: str) -> str:
    """Where `tool` is; a test that needs it is skipped without it, and fails where CI says that it must be there."""
    found = located(tool)
    if found:
        return found
    message = f"{tool} is not installed (see CONTRIBUTING.md)"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def located(tool: str) -> str | None:
    """Where `tool` is on this machine, if it is."""
    if tool == UNO:
        return _python_with_uno()
    if tool != VALIDATOR:
        return shutil.which(tool)
    installed = sorted(_PACKAGES.glob(f"{VALIDATOR}-*/{VALIDATOR}*"))
    return str(installed[0]) if installed else None


@cache
def _python_with_uno() -> str | None:
    """A Python that can speak to LibreOffice: the system's own, or the one that LibreOffice brings along."""
    beside = Path(shutil.which("soffice") or "").resolve().parent
    for python in (Path("/usr/bin/python3"), beside / "python", beside.parent / "Resources" / "python"):
        if python.is_file():
            run = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if not run.returncode:
                return str(python)
    return None
