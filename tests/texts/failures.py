"""What is not found in the tuned cases, or found where nothing is, as a list that can be compared and read (M90)."""

import tomllib
from collections.abc import Iterator, Sequence

from pipeline.anonymise.detection.spans import Label
from tests.texts.marked import FOLDER
from tests.texts.measuring import Searched

FILE = FOLDER / "known_failures.toml"
KINDS = {
    "missed": "not found at all, or not every word of it",
    "asked": "a name that is only shown to the reviewer",
    "wrong": "masked, and tells nobody anything",
    "doubted": "shown to the reviewer, and tells nobody anything",
}

Failures = dict[str, dict[str, list[str]]]


def failures(searched: Sequence[Searched]) -> Failures:
    """Per case and kind: where, under which label, and what stands there; everything in it is invented."""
    listed: Failures = {}
    for one in searched:
        for kind, where in _failures_in(one):
            listed.setdefault(one.case.name, {}).setdefault(kind, []).append(where)
    return listed


def known_failures() -> Failures:
    """What the file lists."""
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def rewrite(listed: Failures) -> None:
    """The file, written again."""
    FILE.write_text("\n".join(_lines(listed)), encoding="utf-8", newline="\n")


def _failures_in(one: Searched) -> Iterator[tuple[str, str]]:
    for mark in one.case.marks:
        if not one.is_found(mark):
            yield "missed", _where(one, mark.start, mark.end, mark.label)
        elif mark.label is Label.NAME and not one.is_masked(mark):
            yield "asked", _where(one, mark.start, mark.end, mark.label)
    for span in one.strays:
        yield "doubted" if span.asked else "wrong", _where(one, span.start, span.end, span.label)


def _where(one: Searched, start: int, end: int, label: Label) -> str:
    return f"{start}-{end} {label} {' '.join(one.case.text[start:end].split())}"


def _lines(listed: Failures) -> Iterator[str]:
    yield "# Made by `python -m tests.texts.privacy --rewrite`: places in the tuned cases, as code points."
    yield from (f"# {kind}: {meaning}" for kind, meaning in KINDS.items())
    for name, kinds in sorted(listed.items()):
        yield f"\n[{name}]"
        for kind in (kind for kind in KINDS if kind in kinds):
            yield f"{kind} = ["
            yield from (f"    {_quoted(where)}," for where in kinds[kind])
            yield "]"
    yield ""


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
