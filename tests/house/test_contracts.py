"""The floors and walls of the house hold, and each would be missed if it did not."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.house.measures import PACKAGE, ROOT

LINTER = Path(sys.executable).with_name("lint-imports")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

# What breaks each contract: lines added to a module, by its path.
PLANTED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("The floors", {"findings.py": "import pipeline.stages"}),
    ("The floors", {"stray.py": ""}),
    ("The wall", {"stages/making.py": "import pipeline.inbox.listing"}),
    ("What we ask and say", {"documents/contents.py": "import pipeline.anonymise"}),
    ("Office stands at the edges", {"ttr/groups.py": "import docx"}),
    ("Only the command line", {"stages/making.py": "import click"}),
    ("No import runs in a circle", {"ttr/one.py": "import pipeline.ttr.two", "ttr/two.py": "import pipeline.ttr.one"}),
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


def copied(folder: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(PACKAGE, folder / "pipeline", ignore=shutil.ignore_patterns("__pycache__", "*.toml"))
    return folder / "pipeline"


def test_every_contract_holds() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout


def test_a_true_copy_holds_too(tmp_path: Path) -> None:
    copied(tmp_path)
    run = lint(tmp_path)
    assert run.returncode == 0, run.stdout


def test_every_contract_has_a_planted_fault() -> None:
    for contract in CONTRACTS:
        assert any(contract["name"].startswith(start) for start, _ in PLANTED), contract["name"]


@pytest.mark.parametrize(("start", "planted"), PLANTED, ids=[f"{start}-{next(iter(how))}" for start, how in PLANTED])
def test_a_contract_fails_when_it_is_broken(start: str, planted: Mapping[str, str], tmp_path: Path) -> None:
    package = copied(tmp_path)
    for path, lines in planted.items():
        with (package / path).open("a", encoding="utf-8") as module:
            module.write(f"\n{lines}\n")
    [name] = [contract["name"] for contract in CONTRACTS if contract["name"].startswith(start)]
    run = lint(tmp_path)
    assert run.returncode != 0
    broken = [line for line in run.stdout.splitlines() if line.endswith(" BROKEN")]
    assert f"{name} BROKEN" in broken
