"""What bars the way into a workbook."""

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.styles.colors import COLOR_INDEX

from tests.office.alt_text import is_silent
from tests.office.colours import BLACK, ENOUGH, WHITE, Colour, contrast, from_hex, theme_colours, tinted
from tests.office.packages import parts_of, tree

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_NO_NAME = re.compile(r"(?:sheet|blad|tabelle|feuille?|hoja)\s*\d*", re.IGNORECASE)
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_FIRST = ("A1", None)


def workbook_barriers(content: bytes, _language: str) -> Iterator[str]:
    """Sheets without a name or a header row, merged cells in data, a cursor elsewhere, silent charts, faint text."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    theme = theme_colours(book.loaded_theme) if book.loaded_theme else {}
    if book.active is not book.worksheets[0]:
        yield "another sheet than the first is open"
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            rules = (_name(sheet), _merged(sheet), _header(sheet), _cursor(sheet), _faint(sheet, theme))
            yield from (f"{sheet.title}: {barrier}" for rule in rules for barrier in rule)
    yield from _drawings(content)


def _name(sheet: Any) -> Iterator[str]:
    if _NO_NAME.fullmatch(sheet.title.strip()):
        yield "the sheet's name says nothing"


def _merged(sheet: Any) -> Iterator[str]:
    tables = [table.ref for table in sheet.tables.values()] or (
        [sheet.auto_filter.ref] if sheet.auto_filter.ref else []
    )
    areas = [openpyxl.worksheet.cell_range.CellRange(area) for area in tables]
    for merged in sheet.merged_cells.ranges:
        if merged.max_row > merged.min_row or any(not area.isdisjoint(merged) for area in areas):
            yield f"cells are merged across data: {merged.coord}"


def _header(sheet: Any) -> Iterator[str]:
    used = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    if len({cell.row for cell in used}) < 2 or len({cell.column for cell in used}) < 2:
        return
    frozen = sheet.freeze_panes is not None and sheet.sheet_view.pane.ySplit
    if not (frozen or sheet.print_title_rows or any(table.headerRowCount != 0 for table in sheet.tables.values())):
        yield "no header row: neither a table nor a row that stays in sight"


def _cursor(sheet: Any) -> Iterator[str]:
    view = sheet.sheet_view
    if view.topLeftCell not in _FIRST:
        yield f"opens at {view.topLeftCell}"
    live = view.pane.activePane if view.pane else None  # of the panes' cursors one is shown
    shown = [selection for selection in view.selection if selection.pane in (live, None)]
    moved = [selection for selection in shown if selection.activeCell not in _FIRST]
    yield from (f"the cursor stands at {selection.activeCell}" for selection in moved)


def _faint(sheet: Any, theme: dict[str, Colour]) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                ground = _ground(cell.fill, theme)
                ink = _colour(cell.font.color, theme) or BLACK
                if contrast(ink, ground) < ENOUGH:
                    yield f"{cell.coordinate} is faint: contrast {contrast(ink, ground):.1f}"
    for area in sheet.conditional_formatting:
        for look in (rule.dxf for rule in area.rules if rule.dxf is not None):
            # A fill of a rule has its colour where that of a cell has its background.
            fill = None if look.fill is None else _colour(look.fill.bgColor, theme)
            ink = None if look.font is None else _colour(look.font.color, theme)
            if (fill or ink) and contrast(ink or BLACK, fill or WHITE) < ENOUGH:
                yield f"the conditional format of {area.sqref} is faint"


def _ground(fill: Any, theme: dict[str, Colour]) -> Colour:
    return WHITE if fill.fill_type != "solid" else _colour(fill.fgColor, theme) or WHITE


def _colour(colour: Any, theme: dict[str, Colour]) -> Colour | None:
    if colour is None:
        return None
    match colour.type:
        case "rgb":
            found = from_hex(colour.rgb)
        case "theme":
            found = theme.get(_THEME_ORDER[colour.theme], BLACK)
        case "indexed" if colour.indexed < len(COLOR_INDEX):
            found = from_hex(COLOR_INDEX[colour.indexed])
        case _:
            return None
    return tinted(found, colour.tint) if colour.tint else found


def _drawings(content: bytes) -> Iterator[str]:
    for name, part in parts_of(content).items():
        if name.startswith("xl/drawings/drawing"):
            for properties in tree(part).iter(f"{{{_DRAWING}}}cNvPr"):
                if is_silent(properties):
                    yield f"{name}: {properties.get('name')!r} has no alt text"
