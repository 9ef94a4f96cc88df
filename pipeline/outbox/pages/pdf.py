"""A Word document as an accessible PDF (PDF/UA-1, with tags), where LibreOffice is there to make it.

It is made of a document that has passed the gate and says nothing else; the gate cannot read a PDF itself. What tells
when and with what it was made is blanked, so that the same document gives the same bytes with the same LibreOffice.
"""

import hashlib
import json
import re
from typing import Final

from pipeline.outbox.pages.laying_out import PATIENCE, laid_out
from pipeline.outbox.pages.pdf_mending import alternatives_of, mended

_OPTIONS: Final = {"PDFUACompliance": True, "UseTaggedPDF": True, "ExportBookmarks": True}
_FILTER: Final = "pdf:writer_pdf_Export:" + json.dumps(
    {name: {"type": "boolean", "value": str(value).lower()} for name, value in _OPTIONS.items()}, separators=(",", ":")
)

_TRACES: Final = re.compile(
    rb"/(?:CreationDate|ModDate)\s*\([^)]*\)"
    rb"|/(?:Creator|Producer|Author)\s*(?:<[0-9A-Fa-f]*>|\((?:\\.|[^\\)])*\))"
    rb"|<(xmp:CreateDate|xmp:ModifyDate|xmp:MetadataDate|xmp:CreatorTool|pdf:Producer)>[^<]*</\1>"
    rb"|<dc:(creator|date)>.*?</dc:\2>",
    re.DOTALL,
)
_NUMBER: Final = rb"<[0-9A-Fa-f]{32}>"
_NUMBERS: Final = re.compile(rb"/ID\s*\[\s*" + _NUMBER + rb"\s*" + _NUMBER + rb"\s*\]|/DocChecksum\s*/[0-9A-Fa-f]{32}")
_DIGITS: Final = re.compile(rb"[0-9A-Fa-f]{32}")
_STREAM: Final = re.compile(rb"(\bstream\r?\n)(.*?)(endstream)", re.DOTALL)


def pdf_of(docx: bytes, patience: float = PATIENCE) -> bytes | None:
    """The document as a PDF with its title and its language.

    None without LibreOffice, when it gives no answer in so many seconds, or when what it gives has no tags.
    """
    made = laid_out(docx, patience, _FILTER)
    if made is None or not is_tagged(made):
        return None
    return normalised_pdf(mended(made, alternatives_of(docx)))


def is_tagged(pdf: bytes) -> bool:
    """Whether it says of itself what PDF/UA asks: tags, a language, and by which standard it was made."""
    told = (rb"/MarkInfo\s*<<[^>]*/Marked\s+true", rb"/StructTreeRoot\b", rb"/Lang\s*\(", rb"<pdfuaid:part>1<")
    return all(re.search(sign, pdf) for sign in told)


def normalised_pdf(pdf: bytes) -> bytes:
    """The same without the time, the program and the person it tells of, each byte in its place.

    Its numbers come of what is left, so they are the same for the same document.
    """
    bare = _outside_pictures(pdf)
    digest = hashlib.sha256(_NUMBERS.sub(b"", bare)).hexdigest().upper().encode()[:32]
    return _NUMBERS.sub(lambda found: _DIGITS.sub(digest, found[0]), bare)


def _outside_pictures(pdf: bytes) -> bytes:
    """Blanks the traces; a stream that is packed is left alone, for there they would be nothing but chance."""

    def blanked(part: bytes) -> bytes:
        return _TRACES.sub(lambda found: b" " * len(found[0]), part)

    parts, begin = [], 0
    for stream in _STREAM.finditer(pdf):
        parts.append(blanked(pdf[begin : stream.start()]))
        parts.append(blanked(stream[0]) if b"<x:xmpmeta" in stream[2] else stream[0])
        begin = stream.end()
    return b"".join((*parts, blanked(pdf[begin:])))
