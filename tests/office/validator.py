"""What Microsoft's own Open XML SDK finds wrong with a file."""

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.office.tools import VALIDATOR, require

_TIME_LIMIT = 60


def faults(paths: Iterable[Path]) -> list[str]:
    """Every fault of every file, as `name: part: what`; the validator takes one file at a time, so they run abreast."""
    program = require(VALIDATOR)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        found = pool.map(lambda path: list(_faults_of(program, path)), paths)
        return [fault for faults_of_one in found for fault in faults_of_one]


def _faults_of(program: str, path: Path) -> Iterator[str]:
    run = subprocess.run([program, str(path)], capture_output=True, timeout=_TIME_LIMIT, check=False)
    try:
        verdict: dict[str, Any] = json.loads(run.stdout)
    except ValueError:
        yield f"{path.name}: the validator said nothing ({run.returncode}): {run.stderr.decode(errors='replace')[:200]}"
        return
    for error in verdict["errors"]:
        yield f"{path.name}: {error['path']}: {error['description']} {error['xPath'] or ''}".rstrip()
    if not verdict["ok"] and not verdict["errors"]:
        yield f"{path.name}: the validator refuses it without saying why"
