"""The invented cases, searched by the product: inside this process, or through `ttr redact` as somebody would (M90)."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.anonymise.detection.detecting import detected
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from tests.texts.marked import Marked
from tests.texts.measuring import Searched

REDACT = (sys.executable, "-m", "pipeline", "redact")
_STARTS = 3
# The most memory of a child counts what its parent held when it was started, so the parent is a bare interpreter.
_WATCH = """
import json, subprocess, sys, time
text = sys.stdin.buffer.read()
began = time.perf_counter()
subprocess.run(sys.argv[1:], input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
took = time.perf_counter() - began
try:
    import resource
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
except ImportError:
    most = None
print(json.dumps([took, most]))
"""


@dataclass(frozen=True, slots=True)
class Started:
    """What `ttr redact` costs: seconds until one case is done, and the most bytes it holds over many, where known."""

    seconds: float
    memory: int | None


def searched(cases: Sequence[Marked]) -> tuple[Searched, ...]:
    """Each case searched by itself, with its own roster."""
    return tuple(Searched(case, _found(case)) for case in cases)


def searched_by_command(cases: Sequence[Marked]) -> tuple[Searched, ...]:
    """The same through `ttr redact --jsonl`."""
    run = subprocess.run((*REDACT, "--jsonl"), input=_lines(cases), capture_output=True, encoding="utf-8", check=True)
    answers = {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}
    return tuple(Searched(case, tuple(_span(*span) for span in answers[case.name]["spans"])) for case in cases)


def characters_per_second(cases: Sequence[Marked]) -> float:
    """How much text is searched in a second once everything is loaded."""
    _found(cases[0])
    began = time.perf_counter()
    searched(cases)
    return sum(len(case.text) for case in cases) / (time.perf_counter() - began)


def start_up(cases: Sequence[Marked]) -> Started:
    """The quickest of a few starts, as a busy machine only ever slows one; the memory that all cases take."""
    seconds = min(_watched(cases[:1]).seconds for _ in range(_STARTS))
    return Started(seconds, _watched(cases).memory)


def _watched(cases: Sequence[Marked]) -> Started:
    watch = (sys.executable, "-I", "-c", _WATCH, *REDACT, "--jsonl")
    run = subprocess.run(watch, input=_lines(cases), capture_output=True, encoding="utf-8", check=True)
    return Started(*json.loads(run.stdout))


def _found(case: Marked) -> tuple[Span, ...]:
    people = [
        KnownPerson(f"k{number}", listed.name, "teacher" if listed.role in ("teacher", "team_lead") else "other")
        for number, listed in enumerate(case.roster)
    ]
    return detected([Text(case.text, case.language)], people)[0]


def _lines(cases: Sequence[Marked]) -> str:
    return "".join(f"{json.dumps(_asked(case), ensure_ascii=False)}\n" for case in cases)


def _asked(case: Marked) -> dict[str, object]:
    roster = [listed.name for listed in case.roster]
    return {"id": case.name, "lang": case.language, "text": case.text, "roster": roster}


def _span(start: int, end: int, label: str) -> Span:
    return Span(start, end, Label(label.removeprefix("?")), asked=label.startswith("?"))
