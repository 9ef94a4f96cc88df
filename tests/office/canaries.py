"""Whether a name occurs anywhere in a file, however it is split, spelt, escaped or packed away."""

import html
import quopri
import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from tests.office.packages import is_xml, is_zip, tree

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ħ": "h",
    }
)
_UNSEEN = ("Mn", "Cf")
_FOLDED_LINE = re.compile(r"=?\r?\n[ \t]?")


def canaries_in(content: bytes, names: Iterable[str]) -> list[str]:
    """The parts of the file in which one of `names` occurs, with nothing of the name itself but its number."""
    wanted = [(number, folded(name)) for number, name in enumerate(names, 1)]
    if not all(name for _, name in wanted):
        raise ValueError("an empty name would be found everywhere")
    found: dict[str, None] = {}
    for part, text in texts(content):
        searched = folded(text)
        found |= {f"{part}: name {number}": None for number, name in wanted if name in searched}
    return list(found)


def texts(content: bytes, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every reading of every part: raw, unescaped, runs joined and parted; packages in packages too."""
    if not is_zip(content):
        yield from ((prefix or "the file", text) for text in _readings(prefix, content))
        return
    with ZipFile(BytesIO(content)) as archive:
        yield f"{prefix}its zip comment", archive.comment.decode("utf-8", "replace")
        for entry in archive.infolist():
            place = prefix + entry.filename
            yield f"{place} (its name)", entry.filename
            yield f"{place} (its comment)", (entry.comment + entry.extra).decode("utf-8", "replace")
            part = archive.read(entry)
            if is_zip(part):
                yield from texts(part, f"{place}: ")
            else:
                yield from ((place, text) for text in _readings(entry.filename, part))


def folded(text: str) -> str:
    """`text` without capitals, accents, invisible signs and odd blanks."""
    if not text.isascii():
        text = "".join(
            sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) not in _UNSEEN
        )
    return " ".join(text.casefold().translate(_PLAIN).split())


def _readings(name: str, part: bytes) -> Iterator[str]:
    raw = part.decode("utf-8", "replace")
    yield raw
    yield html.unescape(raw)
    yield unquote(raw)
    if is_xml(name, part):
        yield from _joined(part)
    else:
        yield part.decode("latin-1")
        yield part.decode("utf-16-le", "replace")
        yield part[1:].decode("utf-16-le", "replace")
        yield _FOLDED_LINE.sub("", raw)
        yield quopri.decodestring(part).decode("utf-8", "replace")


def _joined(part: bytes) -> Iterator[str]:
    try:
        root = tree(part)
    except etree.XMLSyntaxError:
        return
    pieces = [str(piece) for piece in root.itertext()]
    yield "".join(pieces)
    yield " ".join(piece.strip() for piece in pieces)
    values = [str(value) for element in root.iter("*") for value in element.attrib.values()]
    yield "\n".join(values)
