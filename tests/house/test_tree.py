"""What is in the repository could have been made anywhere, and stays light."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.measures import ROOT
from tests.office.tools import require

LARGEST = 1 << 20
LARGEST_LIST = 5 << 20
"""German builds its words of words, and what its list does not know is taken for a name."""
# Written so that this file does not find itself.
_HOSTS = re.compile(
    r"p[y]pi\.org|python[h]osted|n[p]mjs|registry\.\w+\.\w|(?:extra-)?index-[u]rl\s*=?\s*http|loc[a]lhost|127\.0\.0"
)
_PATHS = re.compile(r"(?<![\w.:/-])/(?:w[o]rk|h[o]me/\w+|U[s]ers/\w+|r[o]ot)/|\b[A-Z]:\\U[s]ers\\")


def tree() -> list[Path]:
    listed = subprocess.run(
        [require("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def tells_where(text: str) -> list[str]:
    return [found[0] for pattern in (_HOSTS, _PATHS) for found in pattern.finditer(text)]


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = {path.relative_to(ROOT): tells_where(path.read_bytes().decode("utf-8", "replace")) for path in tree()}
    assert {path: where for path, where in found.items() if where} == {}


def test_no_file_is_heavy() -> None:
    most = {".marisa": LARGEST_LIST}
    assert [path.name for path in tree() if path.stat().st_size > most.get(path.suffix, LARGEST)] == []


def test_every_toml_file_can_be_read() -> None:
    for path in tree():
        if path.suffix == ".toml":
            tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    ["see /{}/ngozi/x".format("home/ngozi"), "at /{}/main".format("work"), "https://{}.org/x".format("py" + "pi")],
)
def test_a_machine_is_noticed(text: str) -> None:
    assert tells_where(text)
