"""Looks into an Office file before any library does: how it is packed, what it is, how large it really is.

Nothing is unpacked further than its limit, and nothing is believed that the file says about its own size.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import IO
from xml.parsers.expat import ExpatError
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pipeline.findings import Level
from pipeline.inbox.parts import Outline, PartCheck
from pipeline.inbox.recognising import FileType
from pipeline.inbox.refusal import UnreadableFileError

MOST_PARTS = 2_000
LARGEST_PART = 64 << 20
LARGEST_WHOLE = 128 << 20
HIGHEST_RATIO = 300
RATIO_COUNTS_FROM = 8 << 20

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_LOCAL_HEADER = struct.Struct("<4s22sHH")
_CONTENT_TYPES = "[Content_Types].xml"

_MAIN = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument|ms)[-.]"
    r"(?P<office>spreadsheetml|wordprocessingml|presentationml|excel|word|powerpoint)\..*main(?:\+xml)?",
    re.IGNORECASE,
)
_TYPES = {"spreadsheetml": FileType.WORKBOOK, "wordprocessingml": FileType.DOCUMENT}
_NO_XML = ("image/svg+xml", "text/html", "application/xhtml+xml", "vmldrawing")


@dataclass(frozen=True, slots=True)
class Package:
    """What was found in an Office file; `links_outside` when it would fetch something from elsewhere."""

    type: FileType
    links_outside: bool


def examined(content: bytes) -> Package:
    """What `content`, a zip file, is; refused when it is no Office form, is damaged or unsafe to read."""
    try:
        _refuse_forged_end(content)
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_other_archives(archive, entries)
            _refuse_odd_entries(entries, content, archive.start_dir)
            outline = _outline(archive, entries)
    except (BadZipFile, zlib.error, EOFError, ExpatError, struct.error):
        raise UnreadableFileError("file_damaged") from None
    if outline.strict:
        raise UnreadableFileError("file_strict")
    return Package(_type(outline, {entry.filename for entry in entries}), outline.links_outside)


def _refuse_forged_end(content: bytes) -> None:
    """A zip64 end record is found where its locator says, or two readers see two files (CVE-2025-8291)."""
    if content.count(b"PK\x01\x02") > 10 * MOST_PARTS:
        raise UnreadableFileError("file_swollen")
    end = content.rfind(b"PK\x05\x06")
    locator = content[max(end - 20, 0) : max(end, 0)]
    if locator.startswith(b"PK\x06\x07"):
        at = int.from_bytes(locator[8:16], "little")
        size = int.from_bytes(content[at + 4 : at + 12], "little")
        if content[at : at + 4] != b"PK\x06\x06" or at + 12 + size != end - 20:
            raise UnreadableFileError("file_unsafe")


def _refuse_other_archives(archive: ZipFile, entries: list[ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if _CONTENT_TYPES in names:
        return
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            mime = part.read(100)
        if mime.startswith(b"application/vnd.oasis.opendocument"):
            raise UnreadableFileError("file_open_document")
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        raise UnreadableFileError("file_apple")
    if any(name.startswith(("xl/", "word/")) for name in names):
        raise UnreadableFileError("file_damaged")
    raise UnreadableFileError("file_archive")


def _refuse_odd_entries(entries: list[ZipInfo], content: bytes, directory: int) -> None:
    if len(entries) > MOST_PARTS:
        raise UnreadableFileError("file_swollen")
    names = [entry.orig_filename.casefold() for entry in entries]
    if len(set(names)) < len(names) or any(map(_is_odd_name, names)) or any(map(_is_oddly_packed, entries)):
        raise UnreadableFileError("file_unsafe")
    if _overlap(entries, content, directory):
        raise UnreadableFileError("file_unsafe")


def _is_odd_name(name: str) -> bool:
    return (
        not name or name.startswith("/") or any(sign in name for sign in ("\\", "\0", ":")) or ".." in name.split("/")
    )


def _is_oddly_packed(entry: ZipInfo) -> bool:
    return bool(entry.flag_bits & _ENCRYPTED) or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}


def _overlap(entries: list[ZipInfo], content: bytes, directory: int) -> bool:
    """Whether two entries share bytes, or something stands before the first (CVE-2024-0450)."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        start = entry.header_offset
        if start < end or (end == 0 and start > 0):
            return True
        _, _, name, extra = _LOCAL_HEADER.unpack_from(content, start)
        end = start + _LOCAL_HEADER.size + name + extra + entry.compress_size
    return end > directory


def _outline(archive: ZipFile, entries: list[ZipInfo]) -> Outline:
    """Every part read once, as it is really packed; the content types first, for they name the others."""
    outline = Outline()
    room = LARGEST_WHOLE
    for entry in sorted(entries, key=lambda entry: entry.filename != _CONTENT_TYPES):
        with archive.open(entry) as part:
            room -= _checked(part, entry, outline, room)
    return outline


def _checked(part: IO[bytes], entry: ZipInfo, outline: Outline, room: int) -> int:
    """How large the part is; the limit is felt while it is being unpacked."""
    check: PartCheck | None = None
    size = 0
    for chunk in _chunks(part):
        size += len(chunk)
        if size > min(LARGEST_PART, room) or _is_blown_up(size, entry):
            raise UnreadableFileError("file_swollen")
        if check is None:
            check = PartCheck(outline, entry.filename, is_xml=_is_xml(entry.filename, chunk, outline.content_types))
        check.feed(chunk)
    if check is not None:
        check.close()
    return size


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


def _is_blown_up(size: int, entry: ZipInfo) -> bool:
    return size > RATIO_COUNTS_FROM and size > HIGHEST_RATIO * max(entry.compress_size, 1)


def _is_xml(name: str, start: bytes, content_types: Mapping[str, str]) -> bool:
    content_type = content_types.get(name.casefold(), content_types.get(name.rpartition(".")[2].casefold(), ""))
    if any(word in content_type for word in _NO_XML):
        return False  # pictures and comment boxes; what stands in them is often HTML, and nobody reads it
    return (
        name.endswith((".xml", ".rels"))
        or content_type.endswith("xml")
        or start.lstrip().startswith((b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<", b"<\0", b"\0<"))
    )


def _type(outline: Outline, names: set[str]) -> FileType:
    content_types = outline.content_types
    if any("vbaproject" in content_type for content_type in content_types.values()):
        raise UnreadableFileError("file_macros")
    for name, content_type in content_types.items():
        if main := _MAIN.fullmatch(content_type):
            _refuse_other_office(content_type, main["office"])
            if "/" in name and name not in {known.casefold() for known in names}:
                raise UnreadableFileError("file_damaged")
            return _TYPES[main["office"]]
    raise UnreadableFileError("file_unknown", Level.NOTE)


def _refuse_other_office(content_type: str, office: str) -> None:
    if office in {"presentationml", "powerpoint"}:
        raise UnreadableFileError("file_presentation", Level.NOTE)
    if "binary" in content_type:
        raise UnreadableFileError("file_binary_workbook")
    if "macroenabled" in content_type:
        raise UnreadableFileError("file_macros")
