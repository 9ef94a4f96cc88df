"""LibreOffice, begun for a script and ended whatever happens; imported by the scripts beside it.

It needs an interpreter that has LibreOffice's own `uno`, so it imports nothing of the house.
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

TIME_LIMIT = 60.0  # seconds for LibreOffice to begin


@contextlib.contextmanager
def office(soffice: str, profile: Path) -> Iterator[Any]:
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


def options(**values: object) -> tuple[Any, ...]:
    """The values as UNO takes them."""
    given = []
    for name, value in values.items():
        option = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        option.Name, option.Value = name, value
        given.append(option)
    return tuple(given)
