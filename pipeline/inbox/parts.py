"""Looks at one part of an Office file, piece by piece: no entities, nothing endless, no table without end."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers.expat import ParserCreate

from pipeline.inbox.refusal import UnreadableFileError

DEEPEST = 200
MOST_NODES = 2_000_000
MOST_ATTRIBUTES = 256
LONGEST_TEXT = 1_000_000
MOST_CELLS = 300_000
MOST_MERGED = 10_000
MOST_SHEETS = 250
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"

_CHARSETS = frozenset({None, "utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ENTITY_WORDS = tuple("<!ENTITY".encode(charset) for charset in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(slots=True)
class Outline:
    """What the parts have told so far: their types, where they point, and how many cells there are.

    `content_types` holds them by part (`xl/workbook.xml`) and by suffix (`xml`), all in lower case.
    """

    content_types: dict[str, str] = field(default_factory=dict)
    links_outside: bool = False
    strict: bool = False
    nodes: int = 0
    cells: int = 0
    merged: int = 0
    sheets: int = 0


class PartCheck:
    """Reads one part in pieces and refuses it as soon as a limit is passed."""

    def __init__(self, outline: Outline, name: str, *, is_xml: bool) -> None:
        self._outline = outline
        self._depth = 0
        self._text = 0
        self._tail = b""
        self._look: Mapping[str, Callable[[Mapping[str, str]], None]] = {}
        self._parser: Final = ParserCreate(namespace_separator=" ") if is_xml else None
        if self._parser is not None:
            self._look = _looks(outline, name)
            self._parser.XmlDeclHandler = self._declaration
            self._parser.StartDoctypeDeclHandler = self._doctype
            self._parser.StartElementHandler = self._start
            self._parser.EndElementHandler = self._end
            self._parser.CharacterDataHandler = self._characters
            self._parser.buffer_text = True

    def feed(self, chunk: bytes) -> None:
        """The next piece of the part."""
        if self._parser is not None:
            self._parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no keyword
        else:
            self._refuse_entities(chunk)

    def close(self) -> None:
        """The part has ended; XML that has not is an ExpatError."""
        if self._parser is not None:
            self._parser.Parse(b"", True)  # noqa: FBT003

    def _refuse_entities(self, chunk: bytes) -> None:
        """What calls itself a picture may still be read as XML by a library that comes by another path."""
        seen = self._tail + chunk
        if any(word in seen for word in _ENTITY_WORDS):
            raise UnreadableFileError("file_unsafe")
        self._tail = seen[-16:]

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding is not None and encoding.lower() not in _CHARSETS:
            raise UnreadableFileError("file_unsafe")

    def _doctype(self, *_: object) -> None:
        """ECMA-376 part 2, M1.18: a package holds no document type definition, so no entity either."""
        raise UnreadableFileError("file_unsafe")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._outline.nodes += 1
        self._text = 0
        if (
            self._depth > DEEPEST
            or self._outline.nodes > MOST_NODES
            or len(attributes) > MOST_ATTRIBUTES
            or any(len(value) > LONGEST_TEXT for value in attributes.values())
        ):
            raise UnreadableFileError("file_swollen")
        if name.startswith(_STRICT):
            self._outline.strict = True
        if look := self._look.get(name):
            look(attributes)

    def _end(self, name: str) -> None:
        del name
        self._depth -= 1
        self._text = 0

    def _characters(self, text: str) -> None:
        self._text += len(text)
        if self._text > LONGEST_TEXT:
            raise UnreadableFileError("file_swollen")


def _looks(outline: Outline, name: str) -> Mapping[str, Callable[[Mapping[str, str]], None]]:
    """What is done at which element; cells are counted wherever they stand, whatever the part is called."""
    if name == "[Content_Types].xml":
        return {
            f"{_TYPES} Override": lambda a: _note_type(outline, a.get("PartName", "").lstrip("/"), a),
            f"{_TYPES} Default": lambda a: _note_type(outline, a.get("Extension", ""), a),
        }
    if name.endswith(".rels"):
        return {f"{_RELATIONSHIPS} Relationship": lambda a: _note_relationship(outline, a)}
    return {
        f"{_SHEET} row": lambda a: _count_row(outline, a),
        f"{_SHEET} c": lambda a: _count_cell(outline, a),
        f"{_SHEET} mergeCell": lambda a: _count_merged(outline, a),
        f"{_SHEET} sheet": lambda _: _count_sheet(outline),
    }


def _note_type(outline: Outline, name: str, attributes: Mapping[str, str]) -> None:
    outline.content_types[name.casefold()] = attributes.get("ContentType", "").casefold()


def _note_relationship(outline: Outline, attributes: Mapping[str, str]) -> None:
    """A link in the text is normal; a template, picture or workbook elsewhere would be fetched by Office."""
    kind = attributes.get("Type", "")
    outline.strict |= kind.startswith(_STRICT)
    if attributes.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
        outline.links_outside = True


def _count_row(outline: Outline, attributes: Mapping[str, str]) -> None:
    outline.cells += 1
    if outline.cells > MOST_CELLS:
        raise UnreadableFileError("file_too_many_cells", most=MOST_CELLS)
    if not _is_within(f"A{attributes.get('r', '1')}"):
        raise UnreadableFileError("file_cell_outside")


def _count_cell(outline: Outline, attributes: Mapping[str, str]) -> None:
    outline.cells += 1
    if outline.cells > MOST_CELLS:
        raise UnreadableFileError("file_too_many_cells", most=MOST_CELLS)
    address = attributes.get("r")
    if address is not None and not _is_within(address):
        raise UnreadableFileError("file_cell_outside")


def _count_merged(outline: Outline, attributes: Mapping[str, str]) -> None:
    outline.merged += 1
    if outline.merged > MOST_MERGED:
        raise UnreadableFileError("file_too_many_merged")
    if not all(map(_is_within, attributes.get("ref", "").split(":"))):
        raise UnreadableFileError("file_cell_outside")


def _count_sheet(outline: Outline) -> None:
    outline.sheets += 1
    if outline.sheets > MOST_SHEETS:
        raise UnreadableFileError("file_too_many_sheets", most=MOST_SHEETS)


def _is_within(address: str) -> bool:
    cell = _ADDRESS.fullmatch(address)
    return cell is not None and int(cell[2]) <= LAST_ROW and _column(cell[1]) <= LAST_COLUMN


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return column
