"""A sign of life on a terminal for work that takes longer than a second: a bar where the steps are known."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from pipeline.cli.asking import PROGRESS_AFTER, Asked

Tell: TypeAlias = Callable[[int, int, str], None]
"""Told how many steps are done, of how many, and the key of the words for the one that begins."""


@contextmanager
def progress(asked: Asked) -> Iterator[Tell]:
    """Gives what a stage tells of its steps; shows nothing where nobody looks at a terminal."""
    if asked.quiet or asked.form == "json" or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _steps, _step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[at]}"))
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(asked.words.say("cli.busy"), total=None, at="")
    timer = threading.Timer(PROGRESS_AFTER, bar.start)
    timer.start()

    def tell(done: int, steps: int, step: str) -> None:
        bar.update(task, description=asked.words.say(step), completed=done, total=steps, at=f"{done + 1}/{steps}")

    try:
        yield tell
    finally:
        timer.cancel()
        bar.stop()
