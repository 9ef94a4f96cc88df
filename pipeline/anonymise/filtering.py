"""Text in, de-identified text out, with no team and no key: the filter `ttr redact` (M90).

A batch is what tells about itself: a name that is certain in it is found everywhere in it. A plain text is one batch
and one case, up to `LONGEST_TEXT`; a longer one is parted at line ends, each part a case with letters of its own. Of
JSON lines each is a case; its batch is the line with its neighbours, at least `NEIGHBOURS` to either side unless they
are long, but a name that is an everyday word as well (Roos, Mark) tells of its own line alone. Both depend on the input
alone, never on the size of the pieces in which it arrives.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import TextIOBase
from itertools import chain
from typing import TypeAlias

from pipeline.anonymise.detection.detecting import Spans, first_look, second_look
from pipeline.anonymise.detection.names.known_people import KnownPerson
from pipeline.anonymise.detection.names.propagating import certain_names, seen_people, telling_names
from pipeline.anonymise.detection.spans import Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.anonymise.detection.unreadable import LOST
from pipeline.anonymise.redaction import masked, replaced
from pipeline.findings import Finding, Place, note, stop
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.language.guessing import guessed_language

ABOUT = "redact"
LONGEST_TEXT = 200_000  # signs
LONGEST_LINE = 2_000_000
NUL = "\0"
"""Between letters it is left over from another encoding, and would hide every name from the search."""
NEIGHBOURS = 50  # lines
_MOST_SIGNS = 500_000  # of the lines that wait together

Out: TypeAlias = "Redacted | Finding"


@dataclass(frozen=True, slots=True, repr=False)
class Manner:
    """How the filter works: `language` where the input does not tell, whether what is doubtful is hidden as well."""

    language: str | None = None
    otherwise: str = LANGUAGES[0]
    doubtful_too: bool = False
    people: tuple[KnownPerson, ...] = ()
    file: str = ""

    def language_of(self, text: str, told: object = None) -> str:
        """What is told of it, else what was asked for, else what the text looks like."""
        if isinstance(told, str) and told[:2].lower() in LANGUAGES:
            return told[:2].lower()
        return self.language or guessed_language(text, self.otherwise)


@dataclass(frozen=True, slots=True, repr=False)
class Redacted:
    """What may be written, of how many signs, and how many stretches were masked or are only doubtful."""

    written: str
    signs: int
    masked: int
    asked: int


@dataclass(frozen=True, slots=True, repr=False)
class _Line:
    """A line of JSON: its `id` as it came, its text, whom it knows by name, and the names that are certain in it."""

    id: object
    text: Text
    people: tuple[KnownPerson, ...]
    first: Spans
    names: tuple[str, ...]


_Block: TypeAlias = "Sequence[_Line | Finding]"


class _NotALineError(ValueError):
    """A line that is no JSON of the agreed shape."""


def redacted_text(content: TextIOBase, manner: Manner) -> Iterator[Out]:
    """A plain text, part by part."""
    for part in _parts(content):
        if LOST in part:
            yield note("redact_signs_lost", Place(manner.file), ABOUT)
        text = Text(part, manner.language_of(part))
        first = first_look(text, manner.people)
        spans = second_look(text, first, seen_people(certain_names(text, first)))
        yield _counted(_shown(text, spans, manner.people, manner), text, spans)


def redacted_lines(content: TextIOBase, manner: Manner) -> Iterator[Out]:
    """Lines of JSON; what is wrong with a line is said where it stands, and the others go on."""
    for before, block, behind in _with_neighbours(_blocks(_lines(content, manner))):
        near = (line for line in chain(before, block, behind) if isinstance(line, _Line))
        others = seen_people(name for line in near for name in telling_names(line.names, line.text.language))
        for line in block:
            if isinstance(line, Finding):
                yield line
            else:
                spans = second_look(line.text, line.first, seen_people(line.names), others)
                written = _shown(line.text, spans, line.people, manner)
                yield _counted(_as_json(line.id, spans, written), line.text, spans)


def _parts(content: TextIOBase) -> Iterator[str]:
    """The text in parts that end with a blank line where they can, else with a line, else with a word."""
    part = ""
    while line := content.readline(LONGEST_TEXT - len(part)):
        part += line.replace(NUL, LOST)
        if len(part) >= LONGEST_TEXT:
            cut = max(part.rfind("\n"), part.rfind(" ")) + 1 if not line.endswith("\n") else len(part)
            yield part[: cut or None]
            part = part[cut:] if cut else ""
        elif len(part) > LONGEST_TEXT // 2 and not line.strip():
            yield part
            part = ""
    if part:
        yield part


def _lines(content: TextIOBase, manner: Manner) -> Iterator[_Line | Finding]:
    number = 0
    while line := content.readline(LONGEST_LINE):
        number += 1
        whole = line.endswith("\n") or len(line) < LONGEST_LINE
        while not whole and (rest := content.readline(LONGEST_LINE)):
            whole = rest.endswith("\n")
            line = ""
        if not line:
            yield stop("redact_line_too_long", Place(manner.file, line=number), ABOUT)
        elif line.strip():
            if LOST in line or NUL in line:
                yield note("redact_signs_lost", Place(manner.file, line=number), ABOUT)
            try:
                yield _line(line, manner)
            except (ValueError, RecursionError):  # of the text nothing is told
                yield stop("redact_line_broken", Place(manner.file, line=number), ABOUT)


def _line(line: str, manner: Manner) -> _Line:
    read = json.loads(line)
    if not isinstance(read, dict) or not isinstance(read.get("text"), str):
        raise _NotALineError
    names = read.get("roster") or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _NotALineError
    people = (*manner.people, *known_by_name(names))
    said = read["text"].replace(NUL, LOST)
    text = Text(said, manner.language_of(said, read.get("lang")))
    first = first_look(text, people)
    return _Line(read.get("id"), text, people, first, tuple(certain_names(text, first)))


def known_by_name(names: Sequence[str]) -> tuple[KnownPerson, ...]:
    """People of whom nothing but the name is known."""
    return tuple(KnownPerson(f"name:{name}", name) for name in dict.fromkeys(names) if name.strip())


def _blocks(lines: Iterator[_Line | Finding]) -> Iterator[_Block]:
    block: list[_Line | Finding] = []
    signs = 0
    for line in lines:
        block.append(line)
        signs += len(line.text.content) if isinstance(line, _Line) else 0
        if len(block) == NEIGHBOURS or signs > _MOST_SIGNS:
            yield block
            block, signs = [], 0
    if block:
        yield block


def _with_neighbours(blocks: Iterator[_Block]) -> Iterator[tuple[_Block, _Block, _Block]]:
    """Each block with the one before it and the one behind."""
    before: _Block = ()
    block: _Block = next(blocks, ())
    for behind in chain(blocks, ((),)):
        if block:
            yield before, block, behind
        before, block = block, behind


def _shown(text: Text, spans: Spans, people: Sequence[KnownPerson], manner: Manner) -> str:
    (pieces,) = replaced((text,), (spans,), catalogue(text.language), people)
    return masked(pieces, doubtful_too=manner.doubtful_too)


def _counted(written: str, text: Text, spans: Spans) -> Redacted:
    asked = sum(span.asked for span in spans)
    return Redacted(written, len(text.content), len(spans) - asked, asked)


def _as_json(name: object, spans: Spans, written: str) -> str:
    line = {"id": name, "spans": [[span.start, span.end, _label(span)] for span in spans], "text": written}
    shown = json.dumps(line, ensure_ascii=False)
    try:
        shown.encode()
    except UnicodeEncodeError:  # half of a pair of surrogates cannot be written in UTF-8
        shown = json.dumps(line)
    return f"{shown}\n"


def _label(span: Span) -> str:
    return f"?{span.label}" if span.asked else str(span.label)
