"""The script that one double-clicks on Windows; it cannot be run on other machines, so its lines are looked at."""

import re
import shlex
import tomllib

import pytest

from pipeline.cli import main
from pipeline.language.catalogue import LANGUAGES
from tests.house.measures import ROOT

FILE = ROOT / "ttr-windows.cmd"
SCRIPT = FILE.read_bytes().decode("ascii")
LINES = SCRIPT.splitlines()
CODE = [line for line in LINES if not line.startswith(("rem ", "echo "))]
SAID = [line.removeprefix("echo ") for line in LINES if line.startswith("echo ")]

_VARIABLE = re.compile(r"%~\w*\d|%FOLDER[^%]*%")


def outside_quotes(line: str) -> str:
    """What of a line stands outside double quotes."""
    return "".join(line.split('"')[::2])


def test_every_line_ends_as_on_windows() -> None:
    assert SCRIPT.endswith("\r\n")
    assert SCRIPT.count("\n") == SCRIPT.count("\r\n") == SCRIPT.count("\r")


def test_a_path_always_stands_in_quotes() -> None:
    """So that blanks, ampersands and parentheses in it do no harm."""
    assert [line for line in CODE if line.count('"') % 2 or _VARIABLE.search(outside_quotes(line))] == []


def test_an_exclamation_mark_in_a_path_does_no_harm() -> None:
    assert any("DisableDelayedExpansion" in line for line in LINES)
    assert not any("EnableDelayedExpansion" in line or "!" in line for line in LINES)


def test_no_block_in_parentheses_is_there_for_a_path_to_close() -> None:
    assert [line for line in CODE if "(" in outside_quotes(line) or ")" in outside_quotes(line)] == []


def test_no_path_in_quotes_ends_with_a_backslash_for_a_program() -> None:
    """A program would take that backslash and the quote for a quote; cmd itself does not."""
    programs = [line for line in CODE if "python.exe" in line or line.startswith("%PYTHON%")]
    assert programs
    assert [line for line in programs if re.search(r'\\"|~dp0"', line)] == []


def test_every_label_that_is_gone_to_is_there_and_every_label_is_gone_to() -> None:
    labels = [line.removeprefix(":") for line in LINES if line.startswith(":")]
    gone_to = {found for line in LINES for found in re.findall(r"\bgoto (\w+)", line)}
    fallen_into = {"set_up", "told", "end"}
    assert len(labels) == len(set(labels))
    assert gone_to <= set(labels)
    assert set(labels) <= gone_to | fallen_into


def test_every_end_waits_for_a_key_and_gives_its_code() -> None:
    ends = [at for at, line in enumerate(LINES) if re.match(r"exit\b", line)]
    assert len(ends) == 2
    assert all("pause" in LINES[at - 2 : at] and "%CODE%" in LINES[at] for at in ends)
    assert LINES[-1] == "exit /b %CODE%"


def test_it_installs_only_what_the_pins_name() -> None:
    installed = [line for line in CODE if "pip install" in line]
    assert len(installed) == 2
    assert '--require-hashes -r "requirements.lock"' in installed[0]
    assert "--no-deps --no-build-isolation -e ." in installed[1]


def test_it_asks_for_the_python_that_the_program_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = project["requires-python"].removeprefix(">=")
    major, minor = needed.split(".")
    asked = [line for line in CODE if "sys.version_info" in line]
    assert len(asked) == 2
    assert all(f"sys.version_info < ({major}, {minor})" in line for line in asked)
    assert sum(f"Python {needed} " in line for line in SAID) == len(LANGUAGES)


def test_the_commands_that_it_gives_exist() -> None:
    given = [line.partition("-m pipeline ")[2] for line in CODE if "-m pipeline " in line]
    commands = [[one for one in shlex.split(line, posix=False) if one in main.commands] for line in given]
    assert commands == [["start"], ["all"]]


def test_all_it_says_it_says_in_three_languages() -> None:
    """A sentence for each, or the three behind each other; the lines stand together in the order nl, en, de."""
    alone = [line for line in SAID if " / " not in line]
    assert len(alone) % len(LANGUAGES) == 0
    assert all(line.count(" / ") == len(LANGUAGES) - 1 for line in SAID if line not in alone)


@pytest.mark.parametrize(
    "line", ["if not exist %FOLDER%\\inbox goto make", 'pushd %~dp0 || goto "x"', 'python "%FOLDER%" %~f1']
)
def test_a_path_without_quotes_is_noticed(line: str) -> None:
    assert _VARIABLE.search(outside_quotes(line))
