"""Writes the scoring sheet as a workbook that can be shared: no macro, no password, nothing that only new Excel knows.

Every formula carries the value it has, and every chart its numbers, so that a preview or a phone shows the truth
before anything is calculated (M54-M57, G19-G24).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from pipeline.documents.score_sheet import ASPECTS, ScoreSheet
from pipeline.outbox.form_look import DEEP, FONT
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.score_chart import add_chart
from pipeline.outbox.score_order import Entries, write_distribution, write_order

TITLE, HOW, WHO, HEADER = range(4)
FIRST = HEADER + 1
_FIRST_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same sheet gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
_WIDTH = 17
_PER_LINE = 17

Typed = Mapping[str, Sequence[int | None]]


Revealed = Mapping[str, Sequence[str]]


def score_sheet_file(sheet: ScoreSheet, typed: Typed | None = None, revealed: Revealed | None = None) -> bytes:
    """The workbook.

    `typed` holds what stands in the cells already, by row, as somebody would have typed it; `revealed` the aspects of
    personas, which are told to name nobody.
    """
    import xlsxwriter  # noqa: PLC0415 - slow to start

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.formats[0].set_font_name(FONT)
        book.set_properties({"title": sheet.title, "created": _FIRST_DAY})
        book.set_custom_property("ttr_form", sheet.mark, "text")
        book.define_name("_ttr_form", f'="{sheet.mark}"')
        book.defined_names[-1][-1] = True
        _Writing(book, sheet, dict(typed or {}), dict(revealed or {})).write()
    return normalised(target.getvalue(), title=sheet.title, language=sheet.language, identifier=sheet.mark)


@dataclass(frozen=True, slots=True)
class _Writing:
    book: Any
    sheet: ScoreSheet
    typed: Typed
    revealed: Revealed

    def write(self) -> None:
        """All sheets in the order in which they are needed."""
        said = self.sheet.texts
        entry = self.book.add_worksheet(said["tab"])
        chart = self.book.add_worksheet(said["chart.tab"])
        reveal = self.book.add_worksheet(said["reveal.tab"]) if self.sheet.by_code else None
        order = self.book.add_worksheet(said["order.tab"])
        entries = self._entries()
        self._entry(entry, entries)
        write = write_order if self.sheet.by_code else write_distribution
        add_chart(self.book, chart, self.sheet, write(order, self.sheet, entries))
        order.hide()
        if reveal is not None:
            self._reveal(reveal)
        entry.activate()

    def _entries(self) -> Entries:
        rows = tuple(tuple(self.typed.get(row, (None,) * len(self.sheet.columns))) for row in self.sheet.rows)
        return Entries(self.sheet.texts["tab"], FIRST, len(self.sheet.columns) + 1, self.sheet.worth, rows)

    def _entry(self, page: Any, entries: Entries) -> None:
        said, last = self.sheet.texts, len(self.sheet.columns) + 2
        self._heading(page, (said["how"], said["who"]))
        page.write_string(TITLE, last - 1, said["all"], self._format(bold=True, align="right"))
        formula, value = entries.progress()
        page.write_formula(TITLE, last, formula, self._format(bold=True), value)
        headers = (said["column.row"], *(one.header for one in self.sheet.columns))
        for column, text in enumerate((*headers, said["column.total"], said["column.answered"])):
            page.write_string(HEADER, column, legal(text), self._format(header=True))
        longest = max(len(one.header) for one in self.sheet.columns)
        page.set_row(HEADER, 16 * max(3, -(-longest // _PER_LINE) + 1))
        for number, row in enumerate(self.sheet.rows):
            self._row(page, entries, number, row)
        self._guard(page, last)
        self._page(page, last)
        page.freeze_panes(FIRST, 1)
        page.repeat_rows(HEADER)

    def _row(self, page: Any, entries: Entries, number: int, label: str) -> None:
        at = FIRST + number
        page.write_string(at, 0, label, self._format(bold=True, ruled=True))
        for column, value in enumerate(entries.rows[number], 1):
            if value is None:
                page.write_blank(at, column, None, self._format(entry=True))
            else:
                page.write_number(at, column, value, self._format(entry=True))
        for column, (formula, stored) in enumerate(entries.sums(number), len(self.sheet.columns) + 1):
            page.write_formula(at, column, formula, self._format(ruled=True, align="center"), stored)

    def _guard(self, page: Any, last: int) -> None:
        """Only what belongs in a cell can be typed there, and a hole in a row that was begun shows."""
        from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415 - slow to start

        said, bottom = self.sheet.texts, FIRST + len(self.sheet.rows) - 1
        page.data_validation(
            FIRST,
            1,
            bottom,
            last - 2,
            {
                "validate": "list",
                "source": list(self.sheet.options),
                "error_type": "stop",
                "error_title": said["refused.title"],
                "error_message": said["refused"],
            },
        )
        first, end = xl_rowcol_to_cell(FIRST, 1, col_abs=True), xl_rowcol_to_cell(FIRST, last - 2, col_abs=True)
        hole = f"=AND(COUNT({first}:{end})>0,ISBLANK({xl_rowcol_to_cell(FIRST, 1)}))"
        marked = self.book.add_format({"bg_color": "#FFF1C2"})
        page.conditional_format(FIRST, 1, bottom, last - 2, {"type": "formula", "criteria": hole, "format": marked})
        page.protect("", {"format_columns": True, "format_rows": True})

    def _reveal(self, page: Any) -> None:
        said, last = self.sheet.texts, ASPECTS + 1
        self._heading(page, (said["reveal.how"], ""))
        aspects = (said[f"reveal.aspect_{number}"] for number in range(1, ASPECTS + 1))
        for column, text in enumerate((said["reveal.code"], *aspects, said["reveal.names_nobody"])):
            page.write_string(HEADER, column, text, self._format(header=True))
        for at, row in enumerate(self.sheet.rows, FIRST):
            page.write_string(at, 0, row, self._format(bold=True, ruled=True))
            persona = self.revealed.get(row)
            texts = (*persona, self.sheet.yes_no[0]) if persona else ("",) * last
            for column, text in enumerate(texts, 1):
                page.write_string(at, column, legal(text), self._format(entry=True, align="left"))
        bottom = FIRST + len(self.sheet.rows) - 1
        page.data_validation(FIRST, last, bottom, last, {"validate": "list", "source": list(self.sheet.yes_no)})
        page.protect("", {"format_columns": True, "format_rows": True})
        self._page(page, last)
        page.set_column(1, ASPECTS, 30)
        page.set_column(last, last, 20)
        page.set_row(HEADER, 22)
        page.freeze_panes(FIRST, 1)
        page.repeat_rows(HEADER)

    def _heading(self, page: Any, lines: tuple[str, str]) -> None:
        page.write_string(TITLE, 0, self.sheet.title, self._format(title=True))
        page.set_row(TITLE, 28)
        for at, line in zip((HOW, WHO), lines, strict=True):
            page.write_string(at, 0, line, self._format())
            page.set_row(at, 20)

    def _page(self, page: Any, last: int) -> None:
        page.set_column(0, 0, 12)
        page.set_column(1, last - 2, _WIDTH)
        page.set_column(last - 1, last, 12)
        page.set_paper(9)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)

    def _format(self, **looks: Any) -> Any:
        """A format by what it is for; XlsxWriter writes equal ones once."""
        base: dict[str, Any] = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        kinds: Mapping[str, dict[str, Any]] = {
            "title": {"font_size": 18, "bold": True, "font_color": DEEP},
            "header": {
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": DEEP,
                "border": 1,
                "border_color": "#CFC6B4",
                "text_wrap": True,
                "valign": "top",
            },
            "entry": {"locked": False, "border": 1, "border_color": "#CFC6B4", "align": "center", "text_wrap": True},
            "ruled": {"border": 1, "border_color": "#CFC6B4", "bg_color": "#F6F1E7"},
        }
        for look, value in looks.items():
            base |= kinds.get(look, {look: value})
        return self.book.add_format(base)
