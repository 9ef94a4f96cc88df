"""Finds the Jinja fields in the paragraphs of a Word template, whatever Word did to them while they were typed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.outbox.letters.opening import Story, W

OPENING_BRACE: Final = "\ue000"
CLOSING_BRACE: Final = "\ue001"
"""Stand for braces that are no part of a field until the template has been compiled; Word never writes these signs."""

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE: Final = re.compile(r"\{[{%#]|[}%]\}")
_INSIDE: Final = re.compile(r"\{%(?:(p|tr|tc)\s)?(.*)%\}", re.DOTALL)
_TIDY: Final = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009", " "),  # spaces that do not break
        **dict.fromkeys("\u200b\u00ad\ufeff"),  # signs of no width
    }
)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BRACES: Final = str.maketrans({"{": OPENING_BRACE, "}": CLOSING_BRACE})


@dataclass(frozen=True, slots=True)
class Tag:
    """One field, block or note of a template: where it stands and what is in it.

    `kind` is `{{`, `{%` or `{#`; `level` is `p`, `tr` or `tc` for a block tag that stands for its whole paragraph, row
    or cell, and empty otherwise.
    """

    kind: str
    level: str
    inside: str
    text: etree._Element
    paragraph: etree._Element


def paragraphs(story: Story) -> Iterator[tuple[int, etree._Element]]:
    """The paragraphs of a story with their numbers, from 1, those in tables and text boxes included."""
    yield from enumerate(story.root.iter(f"{W}p"), 1)


def tidy(paragraph: etree._Element) -> None:
    """Put every tag of a paragraph in one piece, with straight quotation marks and plain spaces.

    Word cuts a tag in pieces where its spelling checker or a change of mind has been, and rounds quotation marks.
    """
    texts = own_texts(paragraph)
    pieces = [text.text or "" for text in texts]
    starts = _starts(pieces)
    whole = "".join(pieces)
    for found in reversed(list(_TAG.finditer(whole))):
        first, last = _piece(starts, found.start()), _piece(starts, found.end() - 1)
        tag = found.group().translate(_TIDY)
        begin, end = found.start() - starts[first], found.end() - starts[last]
        rest = pieces[last][end:]
        if first == last:
            pieces[first] = pieces[first][:begin] + tag + rest
        else:
            pieces[first] = pieces[first][:begin] + tag
            pieces[first + 1 : last] = [""] * (last - first - 1)
            pieces[last] = rest
    if "{" in whole:
        for text, piece in zip(texts, pieces, strict=True):
            text.text = piece
            text.set(_SPACE, "preserve")


def own_texts(paragraph: etree._Element) -> list[etree._Element]:
    """The texts of a paragraph, without those of paragraphs in a text box that hangs on it."""
    return [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph]


def tags(paragraph: etree._Element) -> list[Tag]:
    """The tags of a paragraph that has been put in order with `tidy`."""
    found = []
    for text in own_texts(paragraph):
        for match in _TAG.finditer(text.text or ""):
            tag = match.group()
            block = _INSIDE.fullmatch(tag)
            level, inside = (block[1] or "", block[2]) if block else ("", tag[2:-2])
            found.append(Tag(tag[:2], level, inside.strip(), text, paragraph))
    return found


def has_loose_ends(paragraph: etree._Element) -> bool:
    """Whether a tag begins or ends in a paragraph without its other half."""
    return bool(_LOOSE.search(_TAG.sub("", "".join(text.text or "" for text in own_texts(paragraph)))))


def is_one_tag(text: str) -> bool:
    """Whether a text is one tag and nothing else."""
    return len(_TAG.findall(text)) == 1 and not _TAG.sub("", text).strip()


def shield(story: Story) -> None:
    """Hide every brace that is no part of a tag, so that text about braces stays text.

    In the description of a picture, or in what Word computes itself, nothing is filled in.
    """
    for element in story.root.iter("*"):
        if element.tag == f"{W}t":
            element.text = "".join(_shielded(element.text or ""))
        elif element.text and "{" in element.text:
            element.text = element.text.translate(_BRACES)
        for name, value in element.attrib.items():
            if "{" in str(value):
                element.attrib[name] = str(value).translate(_BRACES)


def _shielded(text: str) -> Iterable[str]:
    end = 0
    for tag in _TAG.finditer(text):
        yield text[end : tag.start()].translate(_BRACES)
        yield tag.group()
        end = tag.end()
    yield text[end:].translate(_BRACES)


def _starts(pieces: list[str]) -> list[int]:
    starts, reached = [], 0
    for piece in pieces:
        starts.append(reached)
        reached += len(piece)
    return starts


def _piece(starts: list[int], place: int) -> int:
    """The last piece that begins at or before `place`: empty ones before it do not count."""
    return max(number for number, start in enumerate(starts) if start <= place)
