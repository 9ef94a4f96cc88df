"""Nothing of the program needs a Mac or Linux: what only they have is asked for first, or has a stand-in."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.measures import PACKAGE, ROOT, modules
from tests.journeys.team_folder import TODAY, with_sample
from tests.journeys.test_session_deck import DECK

# What Python's documentation marks as "Availability: Unix", as far as a program like this might want it.
_OF_UNIX = """
    chroot ctermid fchdir fchown fork forkpty getegid geteuid getgid getgrouplist getgroups getpgid getpgrp
    getpriority getsid getuid initgroups killpg lchown lockf major minor mkfifo mknod nice openpty pathconf
    pread pwrite posix_fadvise posix_spawn sched_getaffinity setgid setpgid setsid setuid statvfs fstatvfs
    sync sysconf ttyname uname wait wait3 wait4 O_CLOEXEC O_DIRECTORY O_DSYNC O_EXLOCK O_NOATIME O_NOCTTY
    O_NOFOLLOW O_NONBLOCK O_PATH O_SHLOCK O_SYNC
"""
NOT_ON_WINDOWS = frozenset(_OF_UNIX.split())
MODULES_OF_UNIX = frozenset(
    [
        "crypt",
        "curses",
        "fcntl",
        "grp",
        "posix",
        "pty",
        "pwd",
        "readline",
        "resource",
        "spwd",
        "syslog",
        "termios",
        "tty",
    ]
)
# What libraries use here because they see that this is no Windows; taken away from our own modules alone.
OF_LIBRARIES = ("O_CLOEXEC", "O_NONBLOCK", "uname")
WITHOUT = """
import os
taken = {{name: os.__dict__.pop(name) for name in {names} if hasattr(os, name)}}
import pipeline.anonymise.key, pipeline.inbox.opening, pipeline.stages, pipeline.workspace
os.__dict__.update({{name: taken[name] for name in {of_libraries} if name in taken}})
from pipeline.cli import main
main()
"""


def unportable(source: str) -> list[str]:
    """What in a module would fail on Windows: names of `os` that are not asked for first, and modules."""
    tree = ast.parse(source)
    return sorted({*_unix_modules(tree), *(name for name in _names_of_os(tree) if not _asked_for(tree, name))})


def _names_of_os(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in NOT_ON_WINDOWS:
                yield name
            case ast.ImportFrom(module="os", names=names):
                yield from (alias.name for alias in names if alias.name in NOT_ON_WINDOWS)


def _unix_modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name.split(".")[0] in MODULES_OF_UNIX)
            case ast.ImportFrom(module=str(name)) if name.split(".")[0] in MODULES_OF_UNIX:
                yield name


def _asked_for(tree: ast.AST, name: str) -> bool:
    """Whether every use stands under `if hasattr(os, "name")`."""
    guarded = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.If | ast.IfExp) and f"hasattr(os, '{name}')" in ast.unparse(node.test):
            body = node.body if isinstance(node.body, list) else [node.body]
            guarded += sum(list(_names_of_os(part)).count(name) for part in body)
    return guarded == list(_names_of_os(tree)).count(name)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_needs_nothing_that_windows_lacks(path: Path) -> None:
    assert unportable(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import os\nos.mkfifo('x')", ["mkfifo"]),
        ("import os\nif hasattr(os, 'geteuid'):\n    os.geteuid()", []),
        ("import os\nif hasattr(os, 'geteuid'):\n    os.geteuid()\nos.geteuid()", ["geteuid"]),
        ("import os\nflag = getattr(os, 'O_NOFOLLOW', 0)", []),
        ("from os import fork", ["fork"]),
        ("import fcntl, os.path", ["fcntl"]),
        ("from resource import getrusage", ["resource"]),
    ],
)
def test_what_windows_lacks_is_noticed(source: str, found: list[str]) -> None:
    assert unportable(source) == found


def test_text_is_read_and_written_as_utf_8_whatever_the_machine_speaks() -> None:
    """Windows reads and writes text files in a code page of its own unless it is told."""
    silent = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                named = {keyword.arg for keyword in node.keywords}
                if node.func.attr in {"read_text", "write_text"} and "encoding" not in named:
                    silent.append(f"{path.name}:{node.lineno}")
    assert silent == []


def test_the_deck_is_made_where_os_has_only_what_windows_has(tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    program = WITHOUT.format(names=sorted(NOT_ON_WINDOWS), of_libraries=OF_LIBRARIES)
    said = subprocess.run(
        [sys.executable, "-c", program, "--folder", tmp_path, "--today", TODAY, "session-deck", "intro"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "0", "TTR_LANGUAGE": "nl"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert said.returncode == 0, said.stderr.decode()
    assert DECK in team.files()


@pytest.mark.parametrize("signs", ["cp1252", "ascii"])
def test_what_is_said_can_be_kept_in_a_file_where_signs_are_few(signs: str, tmp_path: Path) -> None:
    team = with_sample(tmp_path)
    team.drop("kapot.xlsx", b"PK\x03\x04kapot")
    said = subprocess.run(
        [sys.executable, "-m", "pipeline", "--folder", tmp_path, "--today", TODAY, "check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": signs, "TTR_LANGUAGE": "nl"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert said.returncode == team.ttr("check").exit_code
    assert b"kapot.xlsx" in said.stdout
    assert said.stderr == b""


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ({}, "nl"),
        ({"LANG": "C"}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "fr_BE.UTF-8"}, "nl"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "TTR_LANGUAGE": "de"}, "de"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has a setting of its own")
def test_before_the_team_is_known_it_speaks_as_the_machine_is_set_up_and_else_dutch(
    settings: dict[str, str], language: str
) -> None:
    program = "from pipeline.language.machine import machine_language; print(machine_language())"
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=settings, capture_output=True, check=True)
    assert said.stdout.decode().strip() == language
