"""Every text in a finished file, wherever it stands: in a paragraph, an attribute, a picture, a package in a package.

What is read here was made by us. Nothing is left out because it should not be there: that is what the gate looks for.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from enum import StrEnum
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from pipeline.inbox.every_text_html import html_texts
from pipeline.inbox.every_text_xml import xml_texts


class PartKind(StrEnum):
    """In what kind of part of a file something stands."""

    FILE_NAME = "file_name"
    TEXT = "text"
    COMMENTS = "comments"
    NOTES = "notes"
    CHART = "chart"
    PROPERTIES = "properties"
    PICTURE = "picture"
    EMBEDDED = "embedded"
    CUSTOM_XML = "custom_xml"
    LOOK = "look"  # styles, layouts, theme
    LINKS = "links"
    PACKING = "packing"
    MAIL = "mail"
    OTHER = "other"


@dataclass(frozen=True, slots=True, repr=False)
class PartText:
    """The texts of one part: its paragraphs in order, and beside them stray ones, such as attributes.

    The paragraphs follow each other as one reads them. `stray` ones are names of styles and the like, where one word
    that is also somebody's name means nothing.
    """

    kind: PartKind
    paragraphs: tuple[str, ...] = ()
    stray: tuple[str, ...] = ()
    raw: bytes = b""


_KINDS = (
    (re.compile(r"comments|people\.xml|persons?/"), PartKind.COMMENTS),
    (re.compile(r"notesSlides?/|notesMasters?/|footnotes|endnotes"), PartKind.NOTES),
    (re.compile(r"charts?/"), PartKind.CHART),
    (re.compile(r"^docProps/(?!thumbnail)"), PartKind.PROPERTIES),
    (re.compile(r"media/|thumbnail|\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?)$"), PartKind.PICTURE),
    (re.compile(r"customXml/"), PartKind.CUSTOM_XML),
    (re.compile(r"styles|theme/|slideLayouts/|slideMasters/|fontTable|settings|numbering|tableStyles"), PartKind.LOOK),
)
_RUN_OF_SIGNS = re.compile(rb"[\x20-\x7e\xa0-\xff]{5,}")
_RUN_OF_WIDE_SIGNS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){5,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")


def part_texts(path: str, content: bytes) -> Iterator[PartText]:
    """Everything that can be read in the file, part by part; `path` is where it is about to be published."""
    yield PartText(PartKind.FILE_NAME, tuple(re.split(r"[/.]", path)))
    yield from _file(path, content)


def _file(path: str, content: bytes, kind: PartKind | None = None) -> Iterator[PartText]:
    if content.startswith(b"PK\x03\x04"):
        yield from _package(content, kind)
    elif path.endswith(".eml"):
        yield from _mail(content)
    elif path.endswith(".html"):
        yield _web_page(content, kind or PartKind.TEXT)
    else:
        text = content.decode("utf-8", "replace")
        lines = _FOLDED_LINE.sub("", text) if path.endswith(".ics") else text
        yield PartText(kind or PartKind.TEXT, tuple(lines.splitlines()), raw=content)


def _web_page(content: bytes, kind: PartKind) -> PartText:
    """A page as a browser reads it: `&#39;` is an apostrophe, and `%20` in a link is a blank."""
    try:
        paragraphs, stray = html_texts(content)
    except etree.LxmlError:
        paragraphs, stray = _signs(content), ()
    return PartText(kind, paragraphs, stray, content)


def _package(content: bytes, kind: PartKind | None) -> Iterator[PartText]:
    """A zip file and whatever lies in it; of a package in a package all is told as embedded."""
    with ZipFile(BytesIO(content)) as archive:
        yield PartText(PartKind.PACKING, _signs(archive.comment))
        for entry in archive.infolist():
            yield PartText(PartKind.PACKING, (*re.split(r"[/.]", entry.filename), *_signs(entry.comment + entry.extra)))
            yield from _part(entry.filename, archive.read(entry), kind)


def _part(name: str, part: bytes, kind: PartKind | None) -> Iterator[PartText]:
    what = kind or _kind(name)
    if part.startswith(b"PK\x03\x04"):
        yield from _package(part, PartKind.EMBEDDED)
    elif part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        try:
            paragraphs, stray = xml_texts(part)
        except etree.XMLSyntaxError:
            paragraphs, stray = _signs(part), ()
        yield PartText(what, paragraphs, stray, part)
    else:
        yield PartText(what, tuple(_noted_in_picture(part)), _signs(part), part)


def _kind(name: str) -> PartKind:
    if name.endswith(".rels"):
        return PartKind.LINKS
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), PartKind.TEXT)


def _signs(part: bytes) -> tuple[str, ...]:
    """What looks like text in bytes of any kind, one or two bytes to a sign."""
    narrow = (found[0] for found in _RUN_OF_SIGNS.finditer(part))
    wide = (found[0][::2] for found in _RUN_OF_WIDE_SIGNS.finditer(part))
    runs = (*narrow, *wide)
    return tuple(dict.fromkeys(run.decode(code, "replace") for run in runs for code in ("latin-1", "utf-8")))


def _noted_in_picture(part: bytes) -> Iterator[str]:
    """What a picture notes about itself: its author, its title, the machine it was made on."""
    if part.startswith(_PNG):
        for chunk in _png_chunks(part):
            yield from _signs(chunk)
    elif part.startswith(_JPEG):
        yield from _signs(_jpeg_head(part))


def _png_chunks(part: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(part):
        length, kind = int.from_bytes(part[at : at + 4], "big"), part[at + 4 : at + 8]
        chunk = part[at + 8 : at + 8 + length]
        if kind in {b"tEXt", b"iTXt", b"eXIf"}:
            yield chunk
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            yield from _inflated(chunk)
        at += 12 + length


def _inflated(chunk: bytes) -> Iterator[bytes]:
    """The packed text of a chunk begins somewhere behind its keyword; where, each kind of chunk says in its own way."""
    for at in range(len(chunk)):
        if chunk[at] & 0x0F == 8:  # how a stream of zlib begins
            try:
                yield zlib.decompressobj().decompress(chunk[at:], 1 << 20)
            except zlib.error:
                continue
            return


def _jpeg_head(part: bytes) -> bytes:
    """All that stands before the picture itself."""
    start = part.find(b"\xff\xda")
    return part if start < 0 else part[:start]


def _mail(content: bytes) -> Iterator[PartText]:
    message = message_from_bytes(content, policy=policy.default)
    for part in message.walk():
        headers = tuple(str(text) for pair in part.items() for text in pair)
        yield PartText(PartKind.MAIL, headers)
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes):
            name = part.get_filename() or ""
            yield from _file(name, body, PartKind.MAIL if part.get_content_maintype() == "text" and not name else None)
