"""The first forms of a new team folder: all of them put in its empty inbox in one move, or none."""

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from pipeline.findings import PipelineError
from pipeline.workspace.files import SHARED, UNFINISHED, said, write_whole


def endow(inbox: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put the files in an inbox in which nothing lies; PipelineError where something does.

    They are written in a folder beside it that takes its place once all are whole: nothing can be overwritten, and a
    run that is cut off leaves an inbox as empty as it was.
    """
    with said("cannot_write", file=inbox.name):
        for left in inbox.parent.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        coming = inbox.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
        coming.mkdir(SHARED.folder)
        try:
            for name, content in files:
                write_whole(coming / name, content, SHARED)
            _take_the_place_of(inbox, coming)
        except BaseException:
            shutil.rmtree(coming, ignore_errors=True)
            raise


def _take_the_place_of(inbox: Path, coming: Path) -> None:
    """A machine may have put a hidden file of its own in the inbox, which goes along; a folder is never replaced."""
    if inbox.exists():
        if any(is_visible(entry) for entry in inbox.iterdir()):
            raise PipelineError("folder_in_use")
        for hidden in inbox.iterdir():
            hidden.rename(coming / hidden.name)
        inbox.rmdir()
    coming.rename(inbox)


def is_visible(entry: Path) -> bool:
    """Whether somebody put it there, and no machine."""
    return not entry.name.startswith(".")
