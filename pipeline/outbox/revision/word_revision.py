"""Writes a page with every difference from the page before it as a tracked change (M109).

Accepting all changes gives the text of the new page, rejecting all that of the old one, paragraph by paragraph. The
last paragraph of a document cannot go, so those of the two pages are always one.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import cycle, groupby
from pathlib import Path
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from pipeline.documents.contents import Page
from pipeline.documents.frame.revision import Revision
from pipeline.findings import Finding
from pipeline.outbox.revision.comparing import Pair, Stretch, aligned, alike, changed
from pipeline.outbox.revision.tracked_changes import MOMENTS, Changes, run
from pipeline.outbox.pages.word import in_look, put, saved

_A_LITTLE: Final = 0.01
"""What two paragraphs of one look score that have no word in common: better one that changes than two."""

_NUMBER: Final = f"{qn('w:numPr')}/{qn('w:numId')}"


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph as the page writer made it; `number` is that of the list it stands in."""

    text: str
    look: bytes
    number: int | None = field(compare=False)
    element: Any = field(compare=False)


def revision_file(revision: Revision, shipped: Path, own: Path | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """`revision` as a .docx in the look of its new page, and what there is to say about the template.

    It shows running text, headings, lists and cards; ValueError for a page with a table or a chart in it.
    """
    return in_look(revision.new, shipped, own, partial(_made, revision))


def _made(revision: Revision, document: Any) -> bytes:
    new, old = _lines(document, revision.new), _lines(document, revision.old)
    for paragraph in _paragraphs(_in_their_lists(_side_by_side(old, new))):
        document.element.body.sectPr.addprevious(paragraph)
    return saved(document, revision.new)


def _lines(document: Any, page: Page) -> list[_Line]:
    """The paragraphs of a page, taken out of the document again once they are written."""
    put(document, page)
    body = document.element.body
    made = [element for element in body if element is not body.sectPr]
    for element in made:
        body.remove(element)
    return [_line(element) for element in made]


def _line(element: Any) -> _Line:
    if element.tag != qn("w:p") or element.find(f".//{qn('w:drawing')}") is not None:
        raise ValueError("a table or a chart cannot be shown as it changes")
    look = deepcopy(element.get_or_add_pPr())
    number = look.find(_NUMBER)
    if number is not None:
        number.getparent().remove(number)
    return _Line(element.text, etree.tostring(look), None if number is None else number.val, element)


def _side_by_side(old: Sequence[_Line], new: Sequence[_Line]) -> list[Pair[_Line]]:
    pairs = _aligned(old, new)
    if not old or not new or None not in pairs[-1]:
        return pairs
    return [*_aligned(old[:-1], new[:-1]), (old[-1], new[-1])]


def _aligned(old: Sequence[_Line], new: Sequence[_Line]) -> list[Pair[_Line]]:
    pairs = aligned(old, new, _score)
    return list(pairs)


def _score(one: _Line, other: _Line) -> float:
    return max(alike(one.text, other.text), _A_LITTLE) if one.look == other.look else 0.0


def _in_their_lists(pairs: Sequence[Pair[_Line]]) -> Iterator[Pair[_Line]]:
    """Each old list goes on as one new list or as none, so that all count from one, whatever is shown."""
    becomes = _lists(pairs)
    for place, (old, new) in enumerate(pairs, 1):
        one = old and _in_list(old, becomes.get(old.number, old.number))
        if one and new and one.number != new.number and place < len(pairs):
            yield from ((one, None), (None, new))
        else:
            yield one, new


def _lists(pairs: Sequence[Pair[_Line]]) -> dict[int | None, int | None]:
    becomes: dict[int | None, int | None] = {None: None}
    for one, other in pairs:
        if one is None or other is None or one.look != other.look:
            continue
        if one.number not in becomes and other.number not in becomes.values():
            becomes[one.number] = other.number
    return becomes


def _in_list(line: _Line, number: int | None) -> _Line:
    if number != line.number:
        line.element.pPr.find(_NUMBER).val = number
    return replace(line, number=number)


def _paragraphs(pairs: Iterable[Pair[_Line]]) -> Iterator[Any]:
    """Those that go, or come, below each other are one change; else each paragraph has its own."""
    changes, moments = Changes(), cycle(MOMENTS)
    for _, group in groupby(enumerate(pairs), key=_same_change):
        told = changes.at(next(moments))
        yield from (_paragraph(old, new, told) for _, (old, new) in group)


def _same_change(numbered: tuple[int, Pair[_Line]]) -> object:
    number, (old, new) = numbered
    return number if old and new else (old is None, new is None)


def _paragraph(old: _Line | None, new: _Line | None, changes: Changes) -> Any:
    if new is None:
        return _whole(old, "del", changes)
    if old is None:
        return _whole(new, "ins", changes)
    if old.text != new.text:
        parts = changed(old.text, new.text)
        _fill(new.element, "".join(run(part.new) if part.stays else _replaced(part, changes) for part in parts))
    if (old.look, old.number) != (new.look, new.number):
        before = etree.tostring(old.element.pPr).decode()
        _add(new.element.pPr, f"<w:pPrChange {nsdecls('w')} {changes.told()}>{before}</w:pPrChange>")
    return new.element


def _whole(line: Any, kind: str, changes: Changes) -> Any:
    """A paragraph that goes or comes as a whole, with the sign that ends it."""
    _add(line.element.pPr, f"<w:rPr {nsdecls('w')}><w:{kind} {changes.told()}/></w:rPr>")
    _fill(line.element, changes.deleted(line.text) if kind == "del" else changes.inserted(line.text))
    return line.element


def _replaced(part: Stretch, changes: Changes) -> str:
    return changes.deleted(part.old) + changes.inserted(part.new)


def _fill(paragraph: Any, runs: str) -> None:
    """The runs in place of those that the paragraph has."""
    for element in paragraph[1:]:
        paragraph.remove(element)
    paragraph.extend(parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))


def _add(properties: Any, xml: str) -> None:
    properties.append(parse_xml(xml))
