"""Fills in forms through LibreOffice as somebody at a keyboard would, and saves them as Excel workbooks.

Run by an interpreter that has LibreOffice's own `uno`, so that it imports nothing of the house. Reads from standard
input, as JSON, where LibreOffice is (`soffice`) and the `forms`: for each the `blank` one, where to save it (`saved`),
the `locale` of the keyboard, what is `typed` (sheet, cell and text, in order), and whether every formula is
`recalculated` before it is saved. One start of LibreOffice serves all.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

TIME_LIMIT = 60.0  # seconds for LibreOffice to begin
_EXCEL = "Calc MS Excel 2007 XML"


def filled(soffice: str, forms: Sequence[Mapping[str, Any]]) -> None:
    """Every form of `forms` filled in and saved."""
    with tempfile.TemporaryDirectory() as profile, _office(soffice, Path(profile)) as context:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for form in forms:
            _speak(context, form["locale"])
            book = desktop.loadComponentFromURL(Path(form["blank"]).as_uri(), "_blank", 0, _options(Hidden=True))
            for sheet, cell, text in form["typed"]:
                _type(dispatcher, book, (sheet, cell), text)
            if form.get("recalculated"):
                book.calculateAll()
            book.storeToURL(Path(form["saved"]).as_uri(), _options(FilterName=_EXCEL))
            book.close(True)  # noqa: FBT003 - UNO knows no keywords


def _type(dispatcher: Any, book: Any, place: tuple[str, str], text: str) -> None:
    """The text as it is typed: what looks like a date becomes one where the cell lets it."""
    sheet, cell = place
    book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
    frame = book.CurrentController.Frame
    dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, _options(ToPoint=cell))
    dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, _options(StringName=text))


def _speak(context: Any, locale: str) -> None:
    """How dates are typed is a setting of LibreOffice, not of the form."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    place = _options(nodepath="/org.openoffice.Setup/L10N")
    settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", place)
    settings.setPropertyValue("ooSetupSystemLocale", locale)
    settings.commitChanges()


@contextlib.contextmanager
def _office(soffice: str, profile: Path) -> Iterator[Any]:
    """LibreOffice with a profile and a pipe of its own, ended whatever happens."""
    pipe = f"ttr{os.getpid()}"
    program = [soffice, f"-env:UserInstallation={profile.as_uri()}", f"--accept=pipe,name={pipe};urp;"]
    office = subprocess.Popen(
        [*program, "--headless", "--norestore", "--nologo", "--nodefault"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield _connected(office, pipe)
    finally:
        # soffice is a script that starts others; in a session of their own they end together.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def _connected(office: "subprocess.Popen[bytes]", pipe: str) -> Any:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    end = time.monotonic() + TIME_LIMIT
    while time.monotonic() < end and office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not begin")


def _options(**values: object) -> tuple[Any, ...]:
    options = []
    for name, value in values.items():
        option = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        option.Name, option.Value = name, value
        options.append(option)
    return tuple(options)


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    filled(asked["soffice"], asked["forms"])
