"""The cells of an Excel workbook, read with openpyxl and by the cells that stand in it.

One stray cell in the last row costs no more than one in the first. What a formula last showed is not
believed, for the sender can put anything there. openpyxl reads names, texts and formats, no picture or link.
"""

import math
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from pipeline.inbox.parts import LAST_COLUMN
from pipeline.inbox.raw import CellValue, RawCell, RawSheet, RawWorkbook
from pipeline.inbox.refusal import UnreadableFileError

_ROW, _COLUMNS, _MERGED, _STRING, _RUN, _TEXT = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "col", "mergeCell", "si", "r", "t")
)
_DAY = timedelta(days=1)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MARK = re.compile(r"ttr:[a-z_]+:[0-9]+:[a-z]{2}")
_NAMED_MARK = re.compile(r'=?"([^"]*)"')
_MOST_HIDDEN_GROUPS = 1_000
_MOST_COMPARED = 10_000_000


def office_workbook(content: bytes) -> RawWorkbook:
    """All sheets of the workbook, hidden ones too, and its mark if it is a form of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts that openpyxl could not write back; nothing is written back
        reader = _SheetlessReader(BytesIO(content))
        reader.read()
        sheets = tuple(_sheet(reader, where) for where in reader.found)
    return RawWorkbook(sheets, _mark(reader))


class _Where(NamedTuple):
    name: str
    hidden: bool
    part: str


class _SheetlessReader(ExcelReader):
    """Reads all but the sheets, and notes where those are."""

    def __init__(self, source: BytesIO) -> None:
        super().__init__(source, read_only=True, keep_links=False)
        self.found: list[_Where] = []

    def read_strings(self) -> None:
        """All shared texts, without their formatting."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName.lstrip("/")) as source:
                self.shared_strings = [_flat(node) for node in _elements(source, _STRING)]

    def read_worksheets(self) -> None:
        """Where each sheet stands; a sheet that is one large chart has no cells."""
        for sheet, link in self.parser.find_sheets():
            if link.Type.endswith("/worksheet"):
                self.found.append(_Where(sheet.name or "", sheet.state != "visible", link.target))
        if len({where.part for where in self.found}) < len(self.found):
            raise UnreadableFileError("file_unsafe")


class _RowParser(WorkSheetParser):
    """openpyxl's reader of single rows; formulas are not followed, only known as such."""

    def parse_formula(self, element: Element) -> None:
        """A formula that fills a whole column is not spelled out for each of its cells."""


def _elements(source: IO[bytes], *tags: str) -> Iterator[Element]:
    """The elements with these tags, each forgotten when the next is asked for."""
    for _, element in iterparse(source):  # noqa: S314 - entities were refused before any library saw the file
        if element.tag in tags:
            yield element
            element.clear()


def _flat(node: Element) -> str:
    """A text without formatting, and without the reading aids of Asian scripts."""
    pieces = (
        child.findtext(_TEXT) if child.tag == _RUN else child.text for child in node if child.tag in {_TEXT, _RUN}
    )
    return "".join(piece or "" for piece in pieces)


def _sheet(reader: _SheetlessReader, where: _Where) -> RawSheet:
    cells: dict[tuple[int, int], RawCell] = {}
    merged: list[str] = []
    hidden_columns: list[tuple[int, int]] = []
    with reader.archive.open(where.part) as source:
        parser = _parser(reader, source)
        for element in _elements(source, _ROW, _COLUMNS, _MERGED):
            if element.tag == _ROW:
                cells |= _row_cells(parser, element)
            elif element.tag == _MERGED:
                merged.append(element.get("ref", ""))
            elif _is_true(element.get("hidden")):
                hidden_columns.append((int(element.get("min", "1")), int(element.get("max", "1"))))
    return RawSheet(
        where.name,
        _without_covered(cells, merged),
        where.hidden,
        frozenset(int(row) for row, told in parser.row_dimensions.items() if _is_true(told.get("hidden"))),
        _columns(hidden_columns),
    )


def _parser(reader: _SheetlessReader, source: IO[bytes]) -> _RowParser:
    book: Any = reader.wb
    return _RowParser(
        source,
        reader.shared_strings,
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001 - told nowhere else
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001
    )


def _row_cells(parser: _RowParser, row: Element) -> dict[tuple[int, int], RawCell]:
    _, found = parser.parse_row(row)  # type: ignore[arg-type]  # the stubs ask for less than it uses
    cells = (_cell(told) for told in found if told["value"] is not None or told["data_type"] == "f")
    return {(cell.row, cell.column): cell for cell in cells if cell.value != ""}


def _cell(told: Mapping[str, Any]) -> RawCell:
    row, column, kind = told["row"], told["column"], told["data_type"]
    value = None if kind in "ef" else _value(told["value"])
    return RawCell(value, row, column, formula=kind == "f", error=kind != "f" and value is None)


def _value(value: object) -> CellValue | None:
    """The value as a cell can hold it; None for what is no value at all, such as an infinite number."""
    match value:
        case str():
            return _unescaped(value) if "_x" in value else value
        case timedelta():
            return _time_or_days(value)
        case float() if not math.isfinite(value):
            return None
        case bool() | int() | float() | datetime() | date() | time():
            return value
        case _:
            return None


def _unescaped(text: str) -> str:
    """Excel writes a sign that XML forbids as `_x000D_` (ECMA-376 part 1, ST_Xstring); two make an emoji."""
    text = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _time_or_days(length: timedelta) -> time | float:
    """A cell that shows hours over 24 (`[h]:mm`): a time of day where it can be one."""
    if timedelta(0) <= length < _DAY:
        return (datetime.min + length).time()  # noqa: DTZ901 - a cell knows no time zone
    return length / _DAY


def _without_covered(cells: dict[tuple[int, int], RawCell], merged: list[str]) -> dict[tuple[int, int], RawCell]:
    """Only the top left one of merged cells is seen by whoever filled in the form."""
    if len(cells) * len(merged) > _MOST_COMPARED:
        raise UnreadableFileError("file_too_many_merged")
    covers: list[Any] = [range_boundaries(reference) for reference in merged]
    return {at: cell for at, cell in cells.items() if not any(_covers(cover, at) for cover in covers)}


def _covers(bounds: tuple[int, int, int, int], at: tuple[int, int]) -> bool:
    left, top, right, bottom = bounds
    row, column = at
    return top <= row <= bottom and left <= column <= right and at != (top, left)


def _columns(groups: Iterable[tuple[int, int]]) -> frozenset[int]:
    columns: set[int] = set()
    for first, last in islice(groups, _MOST_HIDDEN_GROUPS):
        columns.update(range(max(first, 1), min(last, LAST_COLUMN) + 1))
    return frozenset(columns)


def _is_true(told: str | None) -> bool:
    return told in {"1", "true"}


def _mark(reader: _SheetlessReader) -> str:
    """Three hiding-places, for every program that saves a form drops another of them."""
    book: Any = reader.wb
    told = [str(prop.value) for prop in book.custom_doc_props.props if prop.name == "ttr_form"]
    told.append(book.properties.identifier or "")
    if name := book.defined_names.get("_ttr_form"):
        told += _NAMED_MARK.findall(name.value or "")
    return next((mark for mark in told if _MARK.fullmatch(mark)), "")
