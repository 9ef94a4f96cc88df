"""What LibreOffice leaves undone in a PDF for everybody to read, put right at the end of the file (PDF/UA-1).

Version 7.4 draws the lines of paragraphs without saying that they are decoration, forgets the alternative text of a
chart, and names the order of its links in a way that no reader knows. Where a later one does better, nothing changes.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree

_OBJECT: Final = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*\bendobj\b", re.DOTALL)
_PAGE: Final = re.compile(rb"/Type\s*/Page\b(?!s)")
_CONTENT: Final = re.compile(rb"/Contents (\d+) 0 R")
_STREAM: Final = re.compile(rb"<<[^>]*/Filter\s*/FlateDecode[^>]*>>\s*stream\r?\n(.*)endstream", re.DOTALL)
_FIGURE: Final = re.compile(rb"/S\s*/Figure\b")
_TOLD: Final = re.compile(rb"/(?:Alt|ActualText)\b")
_TRAILER: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.DOTALL)
_BEGINS, _ENDS = (b"BMC", b"BDC"), b"EMC"
_DRAWS: Final = re.compile(rb"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?)\s*$", re.MULTILINE)
_WRITES: Final = re.compile(rb"(?:^|\s)(?:BT|Do)\s*$", re.MULTILINE)
_PLACING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def alternatives_of(docx: bytes) -> tuple[str, ...]:
    """The alternative texts of the pictures and charts in a Word document, in their order."""
    with ZipFile(BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    return tuple(drawing.get("descr", "") for drawing in body.iter(f"{_PLACING}docPr"))


def mended(pdf: bytes, alternatives: Sequence[str]) -> bytes:
    """The same PDF with its decoration marked and `alternatives` at its figures, in their order.

    One that is packed in a way that 7.4 does not know comes back as it is.
    """
    named = pdf.replace(b"/Tabs(S)", b"/Tabs/S ")
    objects = {int(number): body for number, body in _OBJECT.findall(named)}
    if b"/ObjStm" in named or not _TRAILER.search(named):
        return named
    changed = {**dict(_decorated(objects)), **dict(_described(objects, alternatives))}
    return _with(named, changed) if changed else named


def _decorated(objects: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    """The pages on which something is drawn that belongs neither to the text nor to its decoration."""
    pages = (_CONTENT.search(body) for body in objects.values() if _PAGE.search(body))
    for number in (int(found[1]) for found in pages if found):
        stream = _STREAM.fullmatch(objects.get(number, b""))
        if stream is None:
            continue
        drawn = zlib.decompress(stream[1])
        marked = b"\n".join(_marked(drawn.split(b"\n")))
        if marked != drawn:
            packed = zlib.compress(marked)
            head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
            yield number, head + packed + b"\nendstream"


def _marked(lines: Sequence[bytes]) -> Iterator[bytes]:
    """What is drawn outside of any mark, within one that says that it is decoration; text is never hidden so."""
    depth, outside = 0, list[bytes]()
    for line in (*lines, None):
        begins = line is not None and line.rstrip().endswith(_BEGINS)
        if line is not None and depth == 0 and not begins:
            outside.append(line)
            continue
        told = b"\n".join(outside)
        decoration = bool(_DRAWS.search(told)) and not _WRITES.search(told)
        yield from (b"/Artifact BMC", *outside, _ENDS) if decoration else outside
        outside = []
        if line is not None:
            depth += begins - (line.strip() == _ENDS)
            yield line


def _described(objects: Mapping[int, bytes], alternatives: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """The figures that say nothing, with what they show; none where there are more or fewer than we know."""
    figures = [(number, body) for number, body in sorted(objects.items()) if _FIGURE.search(body)]
    if len(figures) != len(alternatives):
        return
    for (number, body), alternative in zip(figures, alternatives, strict=True):
        if alternative and not _TOLD.search(body):
            told = b"\n/Alt<%s>\n>>" % f"\ufeff{alternative}".encode("utf-16-be").hex().upper().encode()
            yield number, body[: body.rindex(b">>")] + told


def _with(pdf: bytes, changed: Mapping[int, bytes]) -> bytes:
    """The PDF with other objects behind it in place of those of the same number, as its standard has it."""
    trailer = _TRAILER.search(pdf)
    if trailer is None:
        return pdf
    parts, at = [pdf, b"\n"], len(pdf) + 1
    places = []
    for number, body in sorted(changed.items()):
        written = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places.append(b"%d 1\n%010d 00000 n \n" % (number, at))
        parts.append(written)
        at += len(written)
    parts.append(b"xref\n" + b"".join(places))
    parts.append(b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], at))
    return b"".join(parts)
