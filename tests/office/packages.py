"""An Office file as its parts: read from bytes, packed again, with its relationships and content types."""

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES = {"r": R, "w": W, "a": A, "p": P, "s": S, "cp": CORE, "dc": DC, "ct": TYPES, "rel": RELATIONSHIPS}


@dataclass(frozen=True, slots=True)
class Relationship:
    """A thread from one part to another, or (`outside`) to somewhere else; `source` is "" for the package itself."""

    source: str
    id: str
    kind: str
    target: str
    outside: bool


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name."""
    with ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts, all of the one date that a zip file begins with."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return target.getvalue()


def is_zip(content: bytes) -> bool:
    """Whether `content` begins as a zip file, as all of Office's do."""
    return content.startswith(b"PK\x03\x04")


def is_xml(name: str, part: bytes) -> bool:
    """Whether a part is XML, by its name or its first letter."""
    return name.endswith((".xml", ".rels", ".vml")) or part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def tree(part: bytes) -> etree._Element:
    """A part's root element; nothing outside it is fetched."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def relationships(parts: Mapping[str, bytes]) -> Iterator[Relationship]:
    """Every relationship in the package, its target as a part's name."""
    for name, part in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        source = folder + file.removesuffix(".rels")
        for element in tree(part):
            outside = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            yield Relationship(
                source,
                element.get("Id", ""),
                element.get("Type", ""),
                target if outside else posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:],
                outside,
            )


def core_property(parts: Mapping[str, bytes], namespace: str, name: str) -> str:
    """One of the file's core properties, or nothing."""
    core = parts.get("docProps/core.xml")
    found = None if core is None else tree(core).findtext(f"{{{namespace}}}{name}")
    return (found or "").strip()
