"""What a file is, by its first bytes and never by its name."""

import re
from enum import Enum
from typing import NamedTuple

from pipeline.findings import Level
from pipeline.inbox.delimited import decoded
from pipeline.inbox.refusal import UnreadableFileError

ZIP = b"PK\x03\x04"


class FileType(Enum):
    """What can be read: a workbook of Excel, a document of Word, or plain text such as CSV."""

    WORKBOOK = "workbook"
    DOCUMENT = "document"
    TEXT = "text"


class _Start(NamedTuple):
    """How files of a kind begin, and what is said of them; a NOTE where it can be no filled form."""

    pattern: re.Pattern[bytes]
    key: str
    level: Level = Level.STOP


_STARTS = (
    _Start(re.compile(rb"(?s).{0,1023}%PDF-"), "file_pdf"),
    _Start(re.compile(rb"\s*\{\\rtf"), "file_rtf"),
    _Start(
        re.compile(rb"(?i)\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|table)|MIME-Version:"),
        "file_html",
    ),
    _Start(re.compile(rb"PK(?:\x05\x06|\x07\x08)|Rar!|7z\xbc\xaf|\x1f\x8b|BZh\d"), "file_archive"),
    _Start(
        re.compile(rb"(?s)\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi)"),
        "file_picture",
        Level.NOTE,
    ),
    _Start(re.compile(rb"\s*<(?:\?xml|svg)"), "file_xml"),
)
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_NAMES = (
    ("EncryptedPackage", "file_password"),
    ("Workbook", "file_old_excel"),
    ("Book", "file_old_excel"),
    ("WordDocument", "file_old_word"),
    ("PowerPoint Document", "file_presentation"),
    ("__properties_version1.0", "file_message"),
)
_NAME_FIELD = 64
_ENTRY = 128


def recognised(content: bytes) -> FileType | None:
    """TEXT, or None for a zip file, which has to be looked into; anything else is refused by its own name."""
    if not content.strip(b"\0 \t\r\n") or content in _TEXT_MARKS:
        raise UnreadableFileError("file_empty")
    if content.startswith(ZIP):
        return None
    if content.startswith(_COMPOUND_FILE):
        raise _refused_compound_file(content)
    text = decoded(content)
    _refuse_known_start(content if text is None else text[:2048].encode("utf-8", "replace"))
    if text is None:
        raise UnreadableFileError("file_unknown", Level.NOTE)
    return FileType.TEXT


def _refuse_known_start(content: bytes) -> None:
    for start in _STARTS:
        if start.pattern.match(content):
            raise UnreadableFileError(start.key, start.level)


def _refused_compound_file(content: bytes) -> UnreadableFileError:
    """Old Office files and files with a password share one container; its list of names tells them apart."""
    for name, key in _COMPOUND_NAMES:
        if _lists(content, name):
            return UnreadableFileError(key, Level.NOTE if key == "file_presentation" else Level.STOP)
    return UnreadableFileError("file_unknown", Level.NOTE)


def _lists(content: bytes, name: str) -> bool:
    """Whether an entry of the directory has this name: [MS-CFB] 2.6, 128 bytes each, its length last."""
    field = name.encode("utf-16-le") + b"\0\0"
    at = content.find(field)
    while at >= 0:
        length = content[at + _NAME_FIELD : at + _NAME_FIELD + 2]
        if at % _ENTRY == 0 and int.from_bytes(length, "little") == len(field):
            return True
        at = content.find(field, at + 1)
    return False
