"""The cells of a workbook or a CSV file, just as they came, each with its address."""

from pipeline.inbox.delimited import decoded, rows
from pipeline.inbox.opening import FileType, Opened
from pipeline.inbox.parts import MOST_CELLS
from pipeline.inbox.raw import CellValue, RawCell, RawSheet, RawWorkbook, column_letters
from pipeline.inbox.refusal import UnreadableFileError

__all__ = ["CellValue", "RawCell", "RawSheet", "RawWorkbook", "column_letters", "workbook"]


def workbook(file: Opened) -> RawWorkbook:
    """The cells of a WORKBOOK or TEXT file; to be called through `read_safely`."""
    match file.type:
        case FileType.WORKBOOK:
            from pipeline.inbox.office_sheets import office_workbook  # noqa: PLC0415 - slow to start

            return office_workbook(file.content)
        case FileType.TEXT:
            return RawWorkbook((RawSheet("", _delimited_cells(file.content)),))
        case FileType.DOCUMENT:
            raise UnreadableFileError("file_not_understood")


def _delimited_cells(content: bytes) -> dict[tuple[int, int], RawCell]:
    text = decoded(content)
    if text is None:
        raise UnreadableFileError("file_unknown")
    cells: dict[tuple[int, int], RawCell] = {}
    for number, row in enumerate(rows(text), 1):
        cells |= {(number, column): RawCell(value, number, column) for column, value in enumerate(row, 1) if value}
        if len(cells) > MOST_CELLS:
            raise UnreadableFileError("file_too_many_cells", most=MOST_CELLS)
    return cells
