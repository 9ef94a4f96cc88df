"""Sentences with the stretches that must be found in braces: `Bel {PHONE|06-12345678}.`, asked about with a `?`."""

import re
from typing import NamedTuple

from pipeline.anonymise.detection.identifiers.patterns import pattern_spans
from pipeline.anonymise.detection.tokens import Text

_MARKED = re.compile(r"\{(\??[A-Z]+)\|([^}]*)\}", re.DOTALL)


class Found(NamedTuple):
    start: int
    end: int
    label: str
    stretch: str


def found(text: str, language: str = "nl") -> list[Found]:
    """What is found in a plain text, in order."""
    spans = pattern_spans(Text(text, language))
    return sorted(
        Found(span.start, span.end, ("?" if span.asked else "") + span.label, text[span.start : span.end])
        for span in spans
    )


def expected(sentence: str) -> tuple[str, list[Found]]:
    """The plain text of a marked sentence, and what must be found in it."""
    text, marks, done = "", [], 0
    for match in _MARKED.finditer(sentence):
        text += sentence[done : match.start()]
        marks.append(Found(len(text), len(text) + len(match[2]), match[1], match[2]))
        text += match[2]
        done = match.end()
    return text + sentence[done:], marks


def plain(sentence: str) -> str:
    return expected(sentence)[0]
