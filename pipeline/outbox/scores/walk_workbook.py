"""Writes the results of a Power Walk as an Excel workbook with native charts; nothing in it is locked (M56-M61)."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pipeline.documents.contents import Chart
from pipeline.documents.walk.results import ResultSheet, Table, WalkResults
from pipeline.outbox.charts.chart import charts_said_outright, drawn_chart, room_on_sheet, write_numbers
from pipeline.outbox.charts.look import FONT, INK
from pipeline.outbox.normalising import legal, normalised

_FIRST_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same results give the same bytes
_OPTIONS: Final = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
_A4: Final = 9
_CHART_WIDTH, _PIXELS_PER_CM = 940, 37.8
_FIRST_COLUMN, _OTHER_COLUMNS, _LONGEST_NAME = 14, 13, 60  # letters
_ROOM_ACROSS: Final = 15  # cm on a page that lies
_LINE: Final = 15.5  # points


def walk_workbook_file(results: WalkResults) -> bytes:
    """The results as an .xlsx: the sheets in order, then a sheet with the numbers of each chart."""
    import xlsxwriter  # noqa: PLC0415 - slow to start

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.formats[0].set_font_name(FONT)
        book.set_properties({"title": legal(results.title), "created": _FIRST_DAY})
        writing = _Writing(book, results)
        made = [(writing.added(sheet.tab), sheet) for sheet in results.sheets]
        for sheet in results.sheets:
            if sheet.chart is not None:
                writing.numbers(sheet.numbers, sheet.chart)
        for worksheet, sheet in made:
            writing.sheet(worksheet, sheet)
    return normalised(charts_said_outright(target.getvalue()), title=results.title, language=results.language)


class _Writing:
    """The workbook under way, with its looks."""

    def __init__(self, book: Any, results: WalkResults) -> None:
        self.book = book
        self.results = results
        plain = {"font_name": FONT, "font_color": f"#{INK}", "valign": "top"}
        self.title = book.add_format(plain | {"bold": True, "font_size": 16})
        self.line = book.add_format(plain)
        self.header = book.add_format(
            plain | {"bold": True, "text_wrap": True, "bg_color": "#DCE9F0", "bottom": 1, "valign": "vcenter"}
        )
        self.text = book.add_format(plain | {"text_wrap": True})
        self.number = book.add_format(plain | {"num_format": "0.##", "align": "right"})
        self.whole = book.add_format(plain | {"num_format": "0", "align": "right"})

    def added(self, tab: str) -> Any:
        """A new sheet, A4 across, one page wide."""
        worksheet = self.book.add_worksheet(legal(tab))
        worksheet.set_paper(_A4)
        worksheet.set_landscape()
        worksheet.fit_to_pages(1, 0)
        worksheet.set_margins(0.5, 0.5, 0.6, 0.6)
        worksheet.set_footer(f"&L{legal(self.results.footer).replace('&', '&&')}&R&P / &N")
        return worksheet

    def sheet(self, worksheet: Any, sheet: ResultSheet) -> None:
        """Heading, lines, table and chart, from top to bottom."""
        worksheet.hide_gridlines(2)
        worksheet.write_string(0, 0, legal(sheet.heading), self.title)
        worksheet.set_row(0, 24)
        for row, line in enumerate(sheet.lines, 1):
            worksheet.write_string(row, 0, legal(line), self.line)
        row = len(sheet.lines) + 2
        if sheet.table is not None:
            header = row
            row = self._table(worksheet, sheet.table, row) + 1
            if sheet.chart is None:
                worksheet.repeat_rows(header)
            else:
                worksheet.set_h_pagebreaks([row])
        if sheet.chart is not None:
            self._chart(worksheet, sheet, row)

    def numbers(self, tab: str, chart: Chart) -> None:
        """The numbers behind a chart."""
        worksheet = self.added(tab)
        write_numbers(worksheet, chart)
        worksheet.freeze_panes(1, 0)
        worksheet.repeat_rows(0)

    def _table(self, worksheet: Any, table: Table, top: int) -> int:
        for column, name in enumerate(table.header):
            worksheet.write_string(top, column, legal(name), self.header)
            worksheet.set_column(column, column, _width(table, column))
        worksheet.set_row(top, 32)
        worksheet.freeze_panes(top + 1, 0)
        widths = [_width(table, column) for column in range(len(table.header))]
        for row, values in enumerate(table.rows, top + 1):
            cells = ((value, wide) for value, wide in zip(values, widths, strict=True) if isinstance(value, str))
            worksheet.set_row(row, _LINE * max((_lines(text, wide) for text, wide in cells), default=1))
            for column, value in enumerate(values):
                if isinstance(value, str):
                    worksheet.write_string(row, column, legal(value), self.text)
                elif value is not None:
                    whole = float(value).is_integer()
                    worksheet.write_number(row, column, value, self.whole if whole else self.number)
        return top + 1 + len(table.rows)

    def _chart(self, worksheet: Any, sheet: ResultSheet, row: int) -> None:
        if sheet.chart is None:
            return
        tall = room_on_sheet(sheet.chart)
        if tall > _ROOM_ACROSS:
            worksheet.set_portrait()
        drawn = drawn_chart(self.book, sheet.chart, sheet.numbers)
        drawn.set_size({"width": _CHART_WIDTH, "height": round(tall * _PIXELS_PER_CM)})
        about = {"description": legal(sheet.chart.alt), "object_position": 2, "x_offset": 4}
        worksheet.insert_chart(row, 0, drawn, about)


def _lines(text: str, width: int) -> int:
    """Over how many lines a text runs: LibreOffice leaves the height of a row as it is told."""
    return max(1, -(-len(text) // (width - 2)))


def _width(table: Table, column: int) -> int:
    """As wide as the longest text in it, which wraps when it is long."""
    texts = [str(row[column]) for row in table.rows if isinstance(row[column], str)]
    longest = max((len(text) for text in texts), default=0)
    return min(max(longest + 2, _FIRST_COLUMN if column == 0 else _OTHER_COLUMNS), _LONGEST_NAME)
