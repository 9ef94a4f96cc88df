"""Fills in Word forms through LibreOffice and saves them as Word documents.

Run by an interpreter that has LibreOffice's own `uno`, so that it imports nothing of the house. Reads from standard
input, as JSON, where LibreOffice is (`soffice`) and the `forms`: for each the `blank` one, where to save it (`saved`),
what is `typed`, by the bookmark around the answer, and the rows that are `added`, by the number of their table. One
start of LibreOffice serves all.
"""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from begun_office import office, options  # type: ignore[import-not-found]

_WORD = "MS Word 2007 XML"


def filled(soffice: str, forms: Sequence[Mapping[str, Any]]) -> None:
    """Every form of `forms` filled in and saved."""
    with tempfile.TemporaryDirectory() as profile, office(soffice, Path(profile)) as context:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for form in forms:
            document = desktop.loadComponentFromURL(Path(form["blank"]).as_uri(), "_blank", 0, options(Hidden=True))
            for bookmark, text in form["typed"].items():
                _type(document, bookmark, text)
            for table, texts in form.get("added", {}).items():
                _add_row(document.TextTables.getByIndex(int(table)), texts)
            document.storeToURL(Path(form["saved"]).as_uri(), options(FilterName=_WORD))
            document.close(True)  # noqa: FBT003 - UNO knows no keywords


def _type(document: Any, bookmark: str, text: str) -> None:
    """A text goes in the input field that LibreOffice makes of its control; a choice is put where it was offered."""
    for portion in _portions(document.Bookmarks.getByName(bookmark).Anchor):
        if portion.TextPortionType == "TextField":
            portion.TextField.Content = text
            return
        if portion.TextPortionType == "ContentControl":
            _choose(portion.ContentControl, text)
            return
    raise SystemExit(f"nothing to fill in at {bookmark}")


def _add_row(table: Any, texts: Sequence[str]) -> None:
    """A row below the last, as the Tab key makes one, with these texts in its cells."""
    table.Rows.insertByIndex(table.Rows.Count, 1)
    for letter, text in zip("ABCDEFGH", texts, strict=False):
        table.getCellByName(f"{letter}{table.Rows.Count}").setString(text)


def _choose(control: Any, text: str) -> None:
    """The choice is put in front of the prompt and the prompt taken out: a control that runs empty lets go of texts.

    A day may be typed where it is picked.
    """
    offered = [next(value.Value for value in item if value.Name == "DisplayText") for item in control.ListItems]
    if text not in offered and not control.Date:
        raise SystemExit("this is not on the list")
    [prompt] = [portion.String for portion in _each(control) if portion.String]
    control.ShowingPlaceHolder = False
    control.setString(text)
    shown = next(portion for portion in _each(control) if portion.String.endswith(prompt))
    rest = shown.Text.createTextCursorByRange(shown.End)
    rest.goLeft(len(prompt), True)  # noqa: FBT003 - UNO knows no keywords
    rest.setString("")


def _portions(anchor: Any) -> Iterator[Any]:
    for paragraph in _each(anchor.Text):
        yield from _each(paragraph)


def _each(whole: Any) -> Iterator[Any]:
    parts = whole.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    filled(asked["soffice"], asked["forms"])
