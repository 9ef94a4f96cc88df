"""Fills in forms through LibreOffice as somebody at a keyboard would, and saves them as Excel workbooks.

Run by an interpreter that has LibreOffice's own `uno`, so that it imports nothing of the house. Reads from standard
input, as JSON, where LibreOffice is (`soffice`) and the `forms`: for each the `blank` one, where to save it (`saved`),
the `locale` of the keyboard, what is `typed` (sheet, cell and text, in order), and whether every formula is
`recalculated` before it is saved. One start of LibreOffice serves all.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from begun_office import office, options  # type: ignore[import-not-found]

_EXCEL = "Calc MS Excel 2007 XML"


def filled(soffice: str, forms: Sequence[Mapping[str, Any]]) -> None:
    """Every form of `forms` filled in and saved."""
    with tempfile.TemporaryDirectory() as profile, office(soffice, Path(profile)) as context:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for form in forms:
            _speak(context, form["locale"])
            book = desktop.loadComponentFromURL(Path(form["blank"]).as_uri(), "_blank", 0, options(Hidden=True))
            for sheet, cell, text in form["typed"]:
                _type(dispatcher, book, (sheet, cell), text)
            if form.get("recalculated"):
                book.calculateAll()
            book.storeToURL(Path(form["saved"]).as_uri(), options(FilterName=_EXCEL))
            book.close(True)  # noqa: FBT003 - UNO knows no keywords


def _type(dispatcher: Any, book: Any, place: tuple[str, str], text: str) -> None:
    """The text as it is typed: what looks like a date becomes one where the cell lets it."""
    sheet, cell = place
    book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
    frame = book.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, options(ToPoint=cell))
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, options(StringName=text))


def _speak(context: Any, locale: str) -> None:
    """How dates are typed is a setting of LibreOffice, not of the form."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    place = options(nodepath="/org.openoffice.Setup/L10N")
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", place)
    settings.setPropertyValue("ooSetupSystemLocale", locale)
    settings.commitChanges()


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    filled(asked["soffice"], asked["forms"])
