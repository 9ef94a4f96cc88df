"""Text files: in which signs they are written, and the rows of a CSV file however it was saved."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice

from pipeline.inbox.refusal import UnreadableFileError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = (";", ",", "\t")
_LINES_LOOKED_AT = 30
_SEPARATOR_LINE = re.compile(r'"?sep=([;,\t|])"?\r?(?:\n|\r|$)', re.IGNORECASE)
_CONTROLS = dict.fromkeys((*range(9), 14, 15, *range(16, 26), 28, 29, 30, 31, 127))
_NUL_SHARE = 0.4


def decoded(content: bytes) -> str | None:
    """The text of a file in UTF-8, UTF-16 or Windows-1252; None when it is no text at all."""
    try:
        text = content.decode(_charset(content))
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            return None
    return None if _is_binary(text) else text


def rows(text: str) -> list[list[str]]:
    """The rows of a CSV file as Excel numbers them: a line `sep=;` is none, an empty line is one."""
    text, delimiter = _told_delimiter(text)
    delimiter = delimiter or _likely_delimiter(text)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        # Read on regardless, one open quotation mark would swallow every row below it.
        raise UnreadableFileError("file_quotes") from None


def _charset(content: bytes) -> str:
    for mark, charset in _MARKED:
        if content.startswith(mark):
            return charset
    # Without a mark UTF-16 shows itself by the empty half of every Latin letter.
    first, second = content[:4096:2], content[1:4096:2]
    if second.count(0) > _NUL_SHARE * len(second) > 0 and not first.count(0):
        return "utf-16-le"
    if first.count(0) > _NUL_SHARE * len(first) > 0 and not second.count(0):
        return "utf-16-be"
    return "utf-8"


def _is_binary(text: str) -> bool:
    controls = len(text) - len(text.translate(_CONTROLS))
    return "\0" in text or controls > max(8, len(text) // 50)


def _told_delimiter(text: str) -> tuple[str, str]:
    told = _SEPARATOR_LINE.match(text)
    return (text[told.end() :], told[1]) if told else (text, "")


def _likely_delimiter(text: str) -> str:
    """The sign that cuts the first lines into rows most alike; a comma when none does."""
    start = "".join(islice(io.StringIO(text, newline=""), _LINES_LOOKED_AT))
    likeness = {delimiter: _likeness(start, delimiter) for delimiter in _DELIMITERS}
    best = max(likeness, key=lambda delimiter: likeness[delimiter])
    return best if likeness[best] else ","


def _likeness(start: str, delimiter: str) -> int:
    """How many cuts the lines have that are cut into the most usual number of cells."""
    cut = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in cut if len(row) > 1)
    except csv.Error:
        return 0
    return max(((width - 1) * times for width, times in widths.items()), default=0)
