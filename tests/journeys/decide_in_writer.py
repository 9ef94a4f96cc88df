"""Accepts or rejects all changes of Word documents in LibreOffice, and says how they read then.

Run by an interpreter that has LibreOffice's own `uno`, so that it imports nothing of the house but `begun_office`,
which lies beside it. Reads from standard input, as JSON, where LibreOffice is (`soffice`) and the `decisions`: for each
the `file` and whether its changes are `accepted`. Writes for each its paragraphs as JSON: number, text and style.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any


def decided(soffice: str, decisions: Sequence[Mapping[str, Any]]) -> list[list[tuple[str, str, str]]]:
    """The paragraphs of each file, once all its changes are accepted or rejected."""
    from begun_office import office  # type: ignore[import-not-found] # noqa: PLC0415 - only where there is `uno`

    with tempfile.TemporaryDirectory() as profile, office(soffice, Path(profile)) as context:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        read = []
        for decision in decisions:
            document = desktop.loadComponentFromURL(Path(decision["file"]).as_uri(), "_blank", 0, ())
            verb = "Accept" if decision["accepted"] else "Reject"
            dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
            if document.getRedlines().createEnumeration().hasMoreElements():
                raise SystemExit(f"changes are left in {decision['file']}")
            read.append(list(_paragraphs(document)))
            document.close(True)  # noqa: FBT003 - UNO knows no keywords
        return read


def _paragraphs(document: Any) -> Iterator[tuple[str, str, str]]:
    paragraphs = document.Text.createEnumeration()
    while paragraphs.hasMoreElements():
        one = paragraphs.nextElement()
        yield str(one.ListLabelString), str(one.String), str(one.ParaStyleName)


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(decided(asked["soffice"], asked["decisions"]), sys.stdout)
