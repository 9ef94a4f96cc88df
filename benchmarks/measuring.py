"""Times of whole processes, taken in turns, so that a busy machine slows all of them alike."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]


def python(*arguments: str, may_end_with: Sequence[int] = (0,)) -> None:
    """One Python process with `arguments`, from start to end, its output thrown away."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    run = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False)
    if run.returncode not in may_end_with:
        raise SystemExit(f"{' '.join(arguments)[:120]}\nended with {run.returncode}:\n{run.stderr[-2000:]}")


def medians(tasks: Mapping[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """The median time of each task in seconds; every round does each of them once, after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            started = time.perf_counter()
            task()
            if number:
                times[name].append(time.perf_counter() - started)
    return {name: median(taken) for name, taken in times.items()}


def say(rows: Sequence[Sequence[str]]) -> None:
    """A table, as it can be put in the README."""
    for number, row in enumerate(rows):
        print("| " + " | ".join(row) + " |")
        if not number:
            print("|" + " --- |" * len(row))
