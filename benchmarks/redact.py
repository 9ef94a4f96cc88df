"""De-identifying a text with `ttr redact`, beside only reading and writing it, and beside deduce if it is installed."""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import ROOT, medians, python, say

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = 400_000
SIGNS_FOR_DEDUCE = 20_000  # it would take too long with more; its rows say so
ROUNDS = 3

_FLOOR = "import sys; sys.stdout.write(open(sys.argv[1], encoding='utf-8').read())"
_DEDUCE = """
import sys
from deduce import Deduce
engine = Deduce()
for paragraph in open(sys.argv[1], encoding="utf-8").read().split("\\n\\n"):
    sys.stdout.write(engine.deidentify(paragraph).deidentified_text + "\\n\\n")
"""
_WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_STORY = """In week {week} kwam {first} {last} bij mij. {first} had de toets gemist, zei docent {other}, want de bus
reed niet. Ik heb {first}s mentor gebeld op 06-{phone} en gemaild naar {mail}@school.example. Later zei {other} dat
{small} vaker te laat komt, en dat niemand in de groep nog met hem wil werken. We spraken af op {day} november.

"""
_PEOPLE = (
    ("Youssef", "Bouzidi", "Marieke"),
    ("Aylin", "Karaca", "Jan de Wit"),
    ("Rohan", "Ramdin", "Fenna"),
    ("Abena", "Owusu", "Pieter"),
    ("Wojciech", "Zielinski", "Noor"),
    ("Xiuying", "Zhao", "Bas"),
)


def main(folder: Path) -> None:
    """Print what de-identifying costs, as ratios to the floor."""
    many, few = _text(folder / "many.txt", SIGNS), _text(folder / "few.txt", SIGNS_FOR_DEDUCE)
    short, lines = _text(folder / "short.txt", 200), _lines(folder / "lines.jsonl", many)
    tasks: dict[str, Callable[[], None]] = {
        f"read and write {SIGNS:,} signs": lambda: python("-c", _FLOOR, str(many)),
        f"ttr redact, {SIGNS:,} signs": lambda: _redact(str(many)),
        f"ttr redact --jsonl, {SIGNS:,} signs": lambda: _redact("--jsonl", str(lines)),
        f"ttr redact, {SIGNS_FOR_DEDUCE:,} signs": lambda: _redact(str(few)),
        "ttr redact, 200 signs": lambda: _redact(str(short)),
    }
    if importlib.util.find_spec("deduce"):
        tasks |= {
            f"deduce, {SIGNS_FOR_DEDUCE:,} signs": lambda: python("-c", _DEDUCE, str(few)),
            "deduce, 200 signs": lambda: python("-c", _DEDUCE, str(short)),
        }
    taken = medians(tasks, ROUNDS)
    floor, whole, *_ = taken.values()
    start = taken["ttr redact, 200 signs"]
    say([("whole process", "x floor", "seconds"), *_rows(taken, floor)])
    print(f"\n{(SIGNS - 200) / (whole - start):,.0f} signs per second once started; most memory {_memory(many)} MB.")
    if not importlib.util.find_spec("deduce"):
        print("deduce is not installed: .venv/bin/pip install deduce, and run this again to have it beside ours.")


def _rows(taken: dict[str, float], floor: float) -> list[tuple[str, str, str]]:
    return [(name, f"{time / floor:.1f}", f"{time:.2f}") for name, time in taken.items()]


def _redact(*arguments: str) -> None:
    python("-m", "pipeline", "--quiet", "--language", "nl", "redact", *arguments)


def _text(path: Path, signs: int) -> Path:
    written: list[str] = []
    while sum(map(len, written)) < signs:
        number = len(written)
        first, last, other = _PEOPLE[number % len(_PEOPLE)]
        values = {"first": first, "last": last, "other": other, "small": first.lower(), "mail": last.lower()}
        written.append(_STORY.format(**values, week=number % 52 + 1, day=number % 30 + 1, phone=12345678 + number))
    path.write_text("".join(written)[:signs], encoding="utf-8")
    return path


def _lines(path: Path, text: Path) -> Path:
    stories = text.read_text(encoding="utf-8").split("\n\n")
    lines = ({"id": number, "lang": "nl", "text": story} for number, story in enumerate(stories))
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return path


def _memory(text: Path) -> int:
    """The most memory that one run holds, in megabytes; a bare interpreter starts it, whose own size is not counted."""
    command = (sys.executable, "-c", _WATCH, sys.executable, "-m", "pipeline", "--quiet", "redact", str(text))
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(run.stdout) // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
