"""Reviews cases in LibreOffice as somebody at a keyboard would, and saves them as Word documents.

Run by an interpreter that has LibreOffice's own `uno`, so that it imports nothing of the house but `begun_office`,
which lies beside it. Reads from standard input, as JSON, where LibreOffice is (`soffice`) and the `reviews`: for each
the `copy`, where to save it (`saved`), which deleted texts are put back (`rejected`), what is typed instead of what
(`edited`), and which texts are `chosen` in place of others in drop-downs; every other change is accepted.
LibreOffice 7.4 falls over when it loads a document with comments unseen, so the window is there, on no screen.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_WORD = "MS Word 2007 XML"


def reviewed(soffice: str, reviews: Sequence[Mapping[str, Any]]) -> None:
    """Every copy of `reviews` worked through and saved."""
    from begun_office import office, options  # type: ignore[import-not-found] # noqa: PLC0415 - only where there is `uno`

    with tempfile.TemporaryDirectory() as profile, office(soffice, Path(profile)) as context:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for review in reviews:
            document = desktop.loadComponentFromURL(Path(review["copy"]).as_uri(), "_blank", 0, ())
            for text in review.get("rejected", ()):
                _reject(dispatcher, document, text)
            if review.get("accepted", True):
                _say(dispatcher, document, ".uno:AcceptAllTrackedChanges")
            for old, new in (*review.get("edited", ()), *review.get("chosen", ())):
                _replace(document, old, new)
            document.storeToURL(Path(review["saved"]).as_uri(), options(FilterName=_WORD))
            document.close(True)  # noqa: FBT003 - UNO knows no keywords


def _reject(dispatcher: Any, document: Any, text: str) -> None:
    """Put back the deleted `text`, and take out what was inserted right behind it."""
    changes = list(_listed(document.getRedlines().createEnumeration()))
    at = next(
        number for number, change in enumerate(changes) if change.RedlineType == "Delete" and _text(change) == text
    )
    begin, end = changes[at].RedlineStart, changes[at + 1].RedlineEnd
    view = document.CurrentController.getViewCursor()
    view.gotoRange(begin, False)  # noqa: FBT003
    view.gotoRange(end, True)  # noqa: FBT003
    _say(dispatcher, document, ".uno:RejectTrackedChange")


def _text(change: Any) -> str:
    cursor = change.RedlineStart.getText().createTextCursorByRange(change.RedlineStart)
    cursor.gotoRange(change.RedlineEnd, True)  # noqa: FBT003
    return str(cursor.getString())


def _listed(enumeration: Any) -> Any:
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def _replace(document: Any, old: str, new: str) -> None:
    wanted = document.createSearchDescriptor()
    wanted.SearchString = old
    wanted.SearchCaseSensitive = wanted.SearchWords = True
    found = document.findFirst(wanted)
    if found is None:
        raise SystemExit(f"not there: {old}")
    found.setString(new)


def _say(dispatcher: Any, document: Any, command: str) -> None:
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    reviewed(asked["soffice"], asked["reviews"])
