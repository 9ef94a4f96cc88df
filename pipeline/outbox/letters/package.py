"""Writes many files that share most of their parts: what does not change is packed once and copied as it is.

A thousand letters of one template differ in a part or two, so only those are packed again.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_LEVEL: Final = 6
_FIRST_DAY: Final = (0, 0x21)  # midnight, 1 January 1980: the time and the day of a zip that tells neither
_VERSION: Final = 20
_UTF_8: Final = 0x800
_MADE_ON: Final = 0  # as if on Windows, whatever the machine
_ACCESS: Final = 0o600 << 16
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s4B4H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LARGEST: Final = 0xFFFFFFFF
_MOST: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Packed:
    """One part as it lies in a zip."""

    name: str
    content: bytes
    size: int
    checksum: int
    method: int = ZIP_DEFLATED

    @classmethod
    def of(cls, name: str, content: bytes) -> "Packed":
        """`content`, packed."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(name, packer.compress(content) + packer.flush(), len(content), zlib.crc32(content))


def packed_parts(package: bytes) -> tuple[Packed, ...]:
    """The parts of a zip in their order, still packed."""
    with ZipFile(BytesIO(package)) as archive:
        entries = archive.infolist()
    found = []
    for entry in entries:
        # Only the local header knows how long it is itself: name and extra field may differ from the central one.
        name, extra = struct.unpack_from("<2H", package, entry.header_offset + 26)
        begin = entry.header_offset + _LOCAL.size + name + extra
        content = package[begin : begin + entry.compress_size]
        found.append(Packed(entry.filename, content, entry.file_size, entry.CRC, entry.compress_type))
    return tuple(found)


def package_of(parts: Iterable[Packed], changed: Mapping[str, bytes]) -> bytes:
    """A zip of `parts`, in their order; those in `changed` get another content.

    It is to the byte what zipfile would write. ValueError for what a zip without extensions cannot hold.
    """
    bodies: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        now = Packed.of(part.name, changed[part.name]) if part.name in changed else part
        head, entry = _headers(now, offset)
        bodies += (head, now.content)
        directory.append(entry)
        offset += len(head) + len(now.content)
    listing = b"".join(directory)
    if offset + len(listing) > _LARGEST or len(directory) > _MOST:
        raise ValueError("too large for a letter")
    count = len(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*bodies, listing, end))


def _headers(part: Packed, offset: int) -> tuple[bytes, bytes]:
    """What stands before a part, and its line in the list at the end."""
    name = part.name.encode()
    flags = 0 if part.name.isascii() else _UTF_8
    told = (part.method, *_FIRST_DAY, part.checksum, len(part.content), part.size, len(name), 0)
    head = _LOCAL.pack(b"PK\x03\x04", _VERSION, flags, *told)
    more = (0, 0, 0, _ACCESS, offset)  # no comment, one disk, nothing inside told, who may read it
    entry = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _MADE_ON, _VERSION, 0, flags, *told, *more)
    return head + name, entry + name
