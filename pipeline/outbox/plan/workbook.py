"""Writes the year plan as an Excel workbook: one page to print that marks what is past and what comes up (M22-M36)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from pipeline.documents.plan.notes import PlanNote
from pipeline.documents.plan.year_plan import COLUMNS, PlanLine, PlanMark, PlanSheet
from pipeline.outbox.forms.look import DEEP, FONT, INK, LINE, QUIET, WHITE, height
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.plan.cells import StateCells, told

HEADER = 3
"""The row of the column titles, counted from 0, below the title, whose it is and how to read it."""
MOST_ON_A_PAGE = 30
"""Rows; a longer plan runs over more pages."""

_FIRST_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same plan gives the same bytes
_OPTIONS: Final = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
_WIDTHS: Final = dict(zip(COLUMNS, (44, 18, 18, 12, 31, 36, 25, 20), strict=True))
_DAYS: Final = {"nl": "[$-413]ddd d mmm yyyy", "en": "[$-809]ddd d mmm yyyy", "de": "[$-407]ddd, dd.mm.yyyy"}
"""A day with its weekday, in the language of the plan whatever that of the program."""
_FIRST_IN_EXCEL: Final = date(1900, 3, 1)
_NOTE_WIDTH: Final = 92  # between the margins of A4
_PLAIN: Final[dict[str, object]] = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter"}
_RULED: Final[dict[str, object]] = {"border": 1, "border_color": LINE, "text_wrap": True, "align": "left", "indent": 1}
_MARKS: Final[dict[PlanMark, dict[str, object]]] = {
    PlanMark.MEETING: {"bold": True, "bg_color": "#DCE9F0"},
    PlanMark.SOON: {"font_color": "#7A1F00", "bg_color": "#FFE8DC"},
    PlanMark.PAST: {"font_color": QUIET, "bg_color": "#F2F2F2"},
    PlanMark.PROPOSED: {"italic": True},
}


def plan_workbook(content: PlanSheet) -> bytes:
    """The plan as an .xlsx; it marks what is past and what comes up by the day it is opened."""
    import xlsxwriter  # noqa: PLC0415 - slow to start

    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.formats[0].set_font_name(FONT)
        book.set_properties({"title": legal(content.title), "created": _FIRST_DAY})
        plan, notes = (book.add_worksheet(legal(tab)) for tab in content.tabs)
        _Plan(book, plan, content).write()
        _write_notes(book, notes, content)
    return normalised(target.getvalue(), title=content.title, language=content.language)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The sheet with the rows under way."""

    book: Any
    page: Any
    content: PlanSheet

    def write(self) -> None:
        """All of it, from the title to what the colours mean."""
        self._top()
        self._header()
        for number, line in enumerate(self.content.rows, HEADER + 1):
            self._row(number, line)
        self._legend()
        self._colours()
        self._finish()

    def _top(self) -> None:
        self.page.write_string(0, 0, legal(self.content.title), self._look(bold=True, font_size=18, font_color=DEEP))
        self.page.set_row(0, 28)
        across = sum(_WIDTHS.values())
        for row, text in enumerate((self.content.subtitle, self.content.read), 1):
            self.page.merge_range(row, 0, row, len(COLUMNS) - 1, legal(text), self._look(text_wrap=True))
            self.page.set_row(row, height(((text, across),)))

    def _header(self) -> None:
        look = self._look(bold=True, font_color=WHITE, bg_color=DEEP, **_RULED)
        for column, (key, text) in enumerate(zip(COLUMNS, self.content.header, strict=True)):
            self.page.set_column(column, column, _WIDTHS[key])
            self.page.write_string(HEADER, column, legal(text), look)
        cells = zip(self.content.header, (_WIDTHS[key] - 4 for key in COLUMNS), strict=True)
        self.page.set_row(HEADER, max(24, height(cells)))

    def _row(self, number: int, line: PlanLine) -> None:
        texts = {column: getattr(line, column) for column in COLUMNS if column not in {"begin", "day", "state"}}
        self.page.set_row(number, height((text, _WIDTHS[column]) for column, text in texts.items()))
        look = _row_look(line)
        for column, text in texts.items():
            self.page.write(number, COLUMNS.index(column), legal(text) or None, self._look(**look, num_format="@"))
        for column, day in (("begin", line.begin), ("day", line.day)):
            self._day(number, COLUMNS.index(column), day, look)
        value = dict(told(self.content.states))[line.state(self.content.today)]
        formula = StateCells(number + 1).state(self.content.states)
        self.page.write_formula(number, COLUMNS.index("state"), formula, self._look(**look), value)

    def _day(self, row: int, column: int, day: date | None, look: dict[str, object]) -> None:
        shown = self._look(**look, num_format=_DAYS[self.content.language])
        if day is None:
            self.page.write_blank(row, column, None, shown)
        elif day < _FIRST_IN_EXCEL:
            self.page.write_string(row, column, day.isoformat(), shown)
        else:
            self.page.write_datetime(row, column, day, shown)

    def _legend(self) -> None:
        for row, (mark, text) in enumerate(self.content.legend, self._end + 1):
            self.page.merge_range(row, 0, row, 2, legal(text), self._look(**_MARKS[mark], indent=1))

    def _colours(self) -> None:
        """What is past or comes up is told by the state too, never by colour alone."""
        if not self.content.rows:
            return
        cells = StateCells(HEADER + 2)
        for mark, criteria in ((PlanMark.PAST, cells.past()), (PlanMark.SOON, cells.soon())):
            look = {"type": "formula", "criteria": criteria, "format": self.book.add_format(_MARKS[mark])}
            self.page.conditional_format(HEADER + 1, 0, self._end - 1, len(COLUMNS) - 1, look)

    def _finish(self) -> None:
        last = self._end + len(self.content.legend)
        lay_out(self.page, self.content.title, landscape=True)
        self.page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.page.fit_to_pages(1, 1 if len(self.content.rows) <= MOST_ON_A_PAGE else 0)
        self.page.print_area(0, 0, last, len(COLUMNS) - 1)
        self.page.repeat_rows(HEADER)
        self.page.freeze_panes(HEADER + 1, 0)
        if self.content.rows:
            self.page.autofilter(HEADER, 0, self._end - 1, len(COLUMNS) - 1)

    @property
    def _end(self) -> int:
        """The first row below the table."""
        return HEADER + 1 + len(self.content.rows)

    def _look(self, **properties: object) -> Any:
        return self.book.add_format(_PLAIN | properties)


def _row_look(line: PlanLine) -> dict[str, object]:
    look = _RULED | _MARKS[PlanMark.MEETING] if line.is_meeting else _RULED
    return look | _MARKS[PlanMark.PROPOSED] if line.proposed else look


def _write_notes(book: Any, page: Any, content: PlanSheet) -> None:
    """The sheet that explains, in one column."""
    page.set_column(0, 0, _NOTE_WIDTH)
    page.write_string(0, 0, legal(content.title), book.add_format(_PLAIN | {"bold": True, "font_size": 18}))
    page.set_row(0, 28)
    heading = book.add_format(_PLAIN | {"bold": True, "font_size": 13, "font_color": DEEP, "valign": "bottom"})
    text = book.add_format(_PLAIN | {"text_wrap": True, "valign": "top"})
    for row, (line, is_heading) in enumerate(_note_lines(content.notes), 1):
        page.write_string(row, 0, legal(line), heading if is_heading else text)
        page.set_row(row, 28 if is_heading else height(((line, _NOTE_WIDTH),)))
    lay_out(page, content.title, landscape=False)


def _note_lines(notes: tuple[PlanNote, ...]) -> Iterator[tuple[str, bool]]:
    for note in notes:
        yield note.heading, True
        yield from ((f"\N{BULLET} {point}", False) for point in note.points)
