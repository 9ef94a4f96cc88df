"""On which page each heading of a document stands, by the outline of the PDF that LibreOffice makes of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.outbox.pages.laying_out import unpacked

_OBJECT: Final = re.compile(rb"(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_NUMBERS: Final = re.compile(rb"(?:\d+\s+){2,}")
_PAGES: Final = re.compile(rb"/Type\s*/Pages\b")
_KIDS: Final = re.compile(rb"/Kids\s*\[([\d\sR]*)\]")
_KID: Final = re.compile(rb"(\d+) 0 R")
_TITLE: Final = re.compile(rb"/Title\s*<([0-9A-Fa-f]+)>")
_LEADS_TO: Final = re.compile(rb"/Dest\s*\[\s*(\d+) 0 R")
_BEGIN, _DEEPER, _NEXT = (re.compile(rb"/%s (\d+) 0 R" % name) for name in (b"Outlines", b"First", b"Next"))


@dataclass(frozen=True, slots=True)
class Found:
    """A heading in an outline, and its page, the first of the document being 1."""

    text: str
    page: int


def headings_in(pdf: bytes) -> tuple[Found, ...]:
    """The headings in their order; none where the PDF has no outline, or one that we cannot read."""
    objects = _objects(pdf)
    pages = {number: page for page, number in enumerate(_pages(objects), 1)}
    root = next((int(found[1]) for body in objects.values() if (found := _BEGIN.search(body))), None)
    items = tuple(_items(objects, root))
    known = [Found(_text(title), pages[number]) for title, number in items if number in pages]
    return tuple(known) if len(known) == len(items) else ()


def _objects(pdf: bytes) -> Mapping[int, bytes]:
    """What the PDF is made of, by number; those that are packed together too."""
    objects = {int(number): body.partition(b"stream")[0] for number, body in _OBJECT.findall(pdf)}
    for packed in unpacked(pdf):
        listed = _NUMBERS.match(packed)
        numbers = [int(number) for number in listed[0].split()] if listed else []
        begin = len(listed[0]) if listed else 0
        starts = [begin + offset for offset in numbers[1::2]]
        for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(packed)], strict=False):
            objects[number] = packed[start:end]
    return objects


def _pages(objects: Mapping[int, bytes]) -> Iterator[int]:
    """The numbers of the pages in their order, from the top of their tree."""
    trees = {number: body for number, body in objects.items() if _PAGES.search(body)}
    below = {kid for body in trees.values() for kid in _kids(body)}
    waiting = [number for number in trees if number not in below][:1]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop(0)
        if number in seen:
            return
        seen.add(number)
        if number in trees:
            waiting[:0] = _kids(trees[number])
        else:
            yield number


def _kids(body: bytes) -> tuple[int, ...]:
    listed = _KIDS.search(body)
    return tuple(map(int, _KID.findall(listed[1]))) if listed else ()


def _items(objects: Mapping[int, bytes], root: int | None) -> Iterator[tuple[bytes, int]]:
    """Each title with the object of its page; an item comes before those under it, these before its next."""
    waiting = [root]
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number is None or number in seen or number not in objects:
            continue
        seen.add(number)
        body = objects[number]
        title, leads_to = _TITLE.search(body), _LEADS_TO.search(body)
        if title and leads_to:
            yield title[1], int(leads_to[1])
        waiting += [int(found[1]) if (found := way.search(body)) else None for way in (_NEXT, _DEEPER)]


def _text(title: bytes) -> str:
    """A title as it was: UTF-16 with its mark at the beginning, else one byte a sign."""
    raw = bytes.fromhex(title.decode("ascii"))
    return raw[2:].decode("utf-16-be", "replace") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
