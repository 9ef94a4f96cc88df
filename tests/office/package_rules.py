"""Rules for the package of every file made: whole, without doubles or strays, and silent about who made it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from tests.office.packages import (
    CONTENT_TYPES,
    CORE,
    DC,
    NAMESPACES,
    TYPES,
    A,
    P,
    W,
    core_property,
    is_xml,
    is_zip,
    parts_of,
    relationships,
    tree,
)

FIRST_DAY = (1980, 1, 1, 0, 0, 0)

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PATHS = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\|file:/|/(?:home|Users|tmp|root|var|private)/\w|\\\\\w+\\", re.IGNORECASE)
_SAFE_OUTSIDE = re.compile(r"https?://|mailto:|#", re.IGNORECASE)

# What may stand only once: in a part, or (`whole`) in all parts of its kind together.
_ONCE_IN_A_PART = (
    ("drawing id", f"//*[local-name()='cNvPr' and namespace-uri()='{P}']/@id"),
    ("bookmark id", "//w:bookmarkStart/@w:id"),
    ("slide id", "//p:sldId/@id"),
    ("sheet id", "//s:sheet/@sheetId"),
    ("sheet name", "//s:sheet/@name"),
    ("comment id", "//w:comment/@w:id"),
)
_ONCE_IN_THE_FILE = (
    ("drawing id", f"//*[local-name()='docPr' and namespace-uri()='{_WP}']/@id"),
    ("bookmark name", "//w:bookmarkStart/@w:name"),
    ("paragraph id", f"//@*[local-name()='paraId' and namespace-uri()='{_W14}' and parent::w:p]"),
    ("master or layout id", "//p:sldMasterId/@id | //p:sldLayoutId/@id"),
    ("table id", "/s:table/@id"),
    ("table name", "/s:table/@displayName"),
)


def breaches(content: bytes, prefix: str = "") -> list[str]:
    """Every rule that the file breaks, in words, with the part; embedded workbooks count as files of their own."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            found = [*_entries(archive)]
        parts = parts_of(content)
        trees = {name: tree(part) for name, part in parts.items() if is_xml(name, part)}
    except (BadZipFile, etree.XMLSyntaxError) as trouble:
        return [f"{prefix}cannot be read: {trouble}"]
    for rule in (_content_types, _threads, _strays, _used_ids, _properties, _who_made_it):
        found += rule(parts, trees)
    for rule_of_trees in (_doubles, _table_cells, _bookmark_ends, _document_types):
        found += rule_of_trees(trees)
    embedded = [(name, part) for name, part in parts.items() if is_zip(part)]
    return [prefix + breach for breach in found] + [
        breach for name, part in embedded for breach in breaches(part, f"{prefix}{name}: ")
    ]


def _entries(archive: ZipFile) -> Iterator[str]:
    entries = archive.infolist()
    yield from (f"{name}: twice in the zip" for name in _twice(entry.filename.lower() for entry in entries))
    for entry in entries:
        if entry.filename.startswith("/") or "\\" in entry.filename or ".." in entry.filename.split("/"):
            yield f"{entry.filename}: leaves its package"
        if entry.date_time != FIRST_DAY:
            yield f"{entry.filename}: bears the hour at which it was made"


def _content_types(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Iterator[str]:
    types = trees.get(CONTENT_TYPES)
    if types is None:
        yield f"{CONTENT_TYPES}: is not there"
        return
    overrides = [element.get("PartName", "")[1:] for element in types.iter(f"{{{TYPES}}}Override")]
    defaults = [element.get("Extension", "").lower() for element in types.iter(f"{{{TYPES}}}Default")]
    yield from (f"{name}: two content types" for name in _twice([*overrides, *defaults]))
    yield from (f"{name}: a content type without a part" for name in overrides if name not in parts)
    for name in parts:
        if name not in (CONTENT_TYPES, *overrides) and name.rpartition(".")[2].lower() not in defaults:
            yield f"{name}: no content type"


def _threads(parts: Mapping[str, bytes], _trees: Mapping[str, etree._Element]) -> Iterator[str]:
    threads = list(relationships(parts))
    for thread in threads:
        if thread.source and thread.source not in parts:
            yield f"{thread.source}: has relationships but is not there"
        if not thread.outside and thread.target not in parts:
            yield f"{thread.source or 'the package'}: {thread.id} leads to {thread.target}, which is not there"
        if thread.outside and not _SAFE_OUTSIDE.match(thread.target):
            yield f"{thread.source}: {thread.id} leads outside, and not to the web"
    for source, number in _twice((thread.source, thread.id) for thread in threads):
        yield f"{source}: relationship {number} twice"


def _strays(parts: Mapping[str, bytes], _trees: Mapping[str, etree._Element]) -> Iterator[str]:
    following: dict[str, set[str]] = {}
    for thread in relationships(parts):
        if not thread.outside:
            following.setdefault(thread.source, set()).add(thread.target)
    reached, waiting = {CONTENT_TYPES}, [""]
    while waiting:
        fresh = following.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    yield from (f"{name}: nothing leads to it" for name in parts if name not in reached and not name.endswith(".rels"))


def _used_ids(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Iterator[str]:
    known = {(thread.source, thread.id) for thread in relationships(parts)}
    for name, root in trees.items():
        for used in root.xpath("//@r:*", namespaces=NAMESPACES):
            if used and (name, str(used)) not in known:
                yield f"{name}: uses {used}, which leads nowhere"


def _properties(parts: Mapping[str, bytes], _trees: Mapping[str, etree._Element]) -> Iterator[str]:
    yield from (f"no {wanted}" for wanted in ("title", "language") if not core_property(parts, DC, wanted))
    if core_property(parts, DC, "creator"):
        yield "names an author"
    if core_property(parts, CORE, "lastModifiedBy"):
        yield "names who changed it last"
    if "generated by" in core_property(parts, DC, "description").lower():
        yield "says which library made it"


def _who_made_it(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for thread in relationships(parts):
        if thread.kind.endswith("/thumbnail"):
            yield f"{thread.target}: a thumbnail"
    for name, root in trees.items():
        if name == "docProps/app.xml":
            named = [child for child in root if etree.QName(child).localname in ("Company", "Manager")]
            yield from (f"{name}: names a {etree.QName(child).localname.lower()}" for child in named if child.text)
        words = [*root.itertext(), *(value for element in root.iter("*") for value in element.attrib.values())]
        if any(_PATHS.search(str(word)) for word in words):
            yield f"{name}: a path of the machine it was made on"


def _doubles(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in trees.items():
        for what, where in _ONCE_IN_A_PART:
            yield from (f"{name}: {what} {value} twice" for value in _twice(_values(root, where)))
    for what, where in _ONCE_IN_THE_FILE:
        everywhere = [value for root in trees.values() for value in _values(root, where)]
        yield from (f"{what} {value} twice" for value in _twice(everywhere))


def _table_cells(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in trees.items():
        for cell in root.iter(f"{{{W}}}tc"):
            if not len(cell) or cell[-1].tag not in (f"{{{W}}}p", f"{{{W}}}sdt"):
                yield f"{name}: a table cell that does not end in a paragraph"
        for cell in root.iter(f"{{{A}}}tc"):
            if cell.find(f"{{{A}}}txBody/{{{A}}}p") is None:
                yield f"{name}: a table cell without a paragraph"


def _bookmark_ends(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in trees.items():
        starts = _values(root, "//w:bookmarkStart/@w:id")
        if Counter(starts) != Counter(_values(root, "//w:bookmarkEnd/@w:id")):
            yield f"{name}: a bookmark that does not end, or ends without having begun"


def _document_types(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    yield from (f"{name}: a document type" for name, root in trees.items() if root.getroottree().docinfo.doctype)


def _values(root: etree._Element, where: str) -> list[str]:
    return [str(value).lower() for value in root.xpath(where, namespaces=NAMESPACES)]


def _twice(values: Iterable[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]
