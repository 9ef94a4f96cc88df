"""The programs from outside that the tests lean on: found, or the test is left out; on the build machine it fails."""

import os
import shutil
from pathlib import Path

import pytest

VALIDATOR = "ooxml-validator"

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
    if tool != VALIDATOR:
        return shutil.which(tool)
    installed = sorted(_PACKAGES.glob(f"{VALIDATOR}-*/{VALIDATOR}*"))
    return str(installed[0]) if installed else None
