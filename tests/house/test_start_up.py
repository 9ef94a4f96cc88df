"""The help comes at once: no Office library is loaded before it is needed."""

import subprocess
import sys

import pytest

from tests.house.measures import ROOT

HEAVY = frozenset(("docx", "pptx", "openpyxl", "xlsxwriter", "pandas", "numpy", "lxml", "rapidfuzz"))


def loaded(*arguments: str) -> frozenset[str]:
    """The packages that Python loads for `arguments`."""
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return frozenset(line.rpartition("|")[2].strip().partition(".")[0] for line in lines)


@pytest.mark.parametrize("arguments", [("-c", "import pipeline.cli"), ("-m", "pipeline", "--help")])
def test_the_command_line_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) & HEAVY == set()


def test_what_is_loaded_is_noticed() -> None:
    assert "lxml" in loaded("-c", "import lxml.etree")
