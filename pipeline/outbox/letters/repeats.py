"""Mends what loops and conditions do to Word's own numbering: nothing counted twice, no cell or page left hollow.

Most templates have nothing of the kind, so what to look for is settled once, when a template is compiled.
"""

from typing import Final

from lxml import etree

from pipeline.outbox.letters.opening import Story, W, written
from pipeline.outbox.letters.tags import Tag, paragraphs, tags

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_HOLDERS: Final = tuple(f"{W}{name}" for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote"))
_LONGEST_NAME: Final = 40  # of a bookmark


def needs_mending(story: Story) -> bool:
    """Whether filling in may double Word's numbers or leave a cell hollow."""
    found = [tag for _, paragraph in paragraphs(story) for tag in tags(paragraph) if tag.kind == "{%"]
    if any(tag.level and _may_be_hollow(tag) for tag in found):
        return True
    repeats = any(tag.inside.startswith("for ") for tag in found)
    numbered = (f"{W}bookmarkStart", *((f"{W}sdt", f"{_WP}docPr") if repeats else ()))
    return bool(found) and next(story.root.iter(*numbered), None) is not None


def mended(xml: bytes) -> bytes:
    """The filled-in part, with every number and name once, and a paragraph wherever Word wants one."""
    root = etree.fromstring(xml)
    _renumber_bookmarks(root)
    _renumber(root, f"{_WP}docPr", "id")
    _renumber(root, f"{W}sdtPr/{W}id", f"{W}val")
    _fill_hollows(root)
    return written(root)


def _may_be_hollow(tag: Tag) -> bool:
    """Whether leaving a whole paragraph, row or cell out may leave nothing where Word wants something."""
    return tag.level != "p" or next(tag.paragraph.iterancestors(*_HOLDERS), None) is not None


def _renumber_bookmarks(root: etree._Element) -> None:
    """Each beginning with the end that follows it; one without the other is no bookmark."""
    names: set[str] = set()
    begun: dict[str, list[etree._Element]] = {}
    number = 0
    for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        key = element.get(f"{W}id", "")
        if element.tag == f"{W}bookmarkStart":
            begun.setdefault(key, []).append(element)
        elif begun.get(key):
            number += 1
            start = begun[key].pop()
            start.set(f"{W}id", str(number))
            element.set(f"{W}id", str(number))
            start.set(f"{W}name", _once(start.get(f"{W}name", ""), names))
        else:
            _remove(element)
    for left in (element for elements in begun.values() for element in elements):
        _remove(left)


def _once(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.lower() in taken:
        number += 1
        free = f"{name[: _LONGEST_NAME - 6]}_{number}"
    taken.add(free.lower())
    return free


def _renumber(root: etree._Element, path: str, attribute: str) -> None:
    """A number that was taken gets one above all others."""
    found = root.findall(f".//{path}")
    numbers = [int(element.get(attribute, "0")) for element in found]
    free, taken = max(numbers, default=0), set[int]()
    for element, number in zip(found, numbers, strict=True):
        if number in taken:
            free += 1
            element.set(attribute, str(free))
        taken.add(number)


def _fill_hollows(root: etree._Element) -> None:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f".//{W}tc") is None:
            _remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f".//{W}tr") is None:
            _remove(table)
    for holder in root.iter(*_HOLDERS):
        last = holder[-1].tag if len(holder) else ""
        if last != f"{W}p" and (holder.tag == f"{W}tc" or holder.find(f"{W}p") is None):
            etree.SubElement(holder, f"{W}p")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
