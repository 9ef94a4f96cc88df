"""The sheets of the score sheet that people see: where they score, the chart, and who tells about a persona."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pipeline.documents.walk.score_sheet import ASPECTS, ScoreSheet, StatementColumn
from pipeline.outbox.forms.checks import LONGEST_HEADING, LONGEST_MESSAGE, clipped
from pipeline.outbox.forms.look import DEEP, FONT, INK, LINE, NOTE_PAPER, WARM, WHITE
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.normalising import legal
from pipeline.outbox.scores.cells import FIRST, FIRST_COLUMN, HEADER, Entries, Formula, area, cell, quoted

_ALLOWED: Final = {"format_columns": True, "format_rows": True}
_NARROWEST, _WIDEST = 13, 30
_CODE_WIDTH, _SUM_WIDTH, _ASPECT_WIDTH, _RELEASE_WIDTH = 13, 12, 34, 20
_MOST_LINES = 5
_LETTERS_PER_DIGIT = 1.15  # a column is as wide as so many digits of 11 points; headers have letters of 10
_LINE: Final = 14.0  # points
_TALLEST = 400.0
_WRONG: Final = {"bold": True, "font_strikeout": True, "font_color": "#000000", "bg_color": "#FFD9C2"}


Revealed: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of the workbook; XlsxWriter writes equal ones once."""

    book: Any

    def get(self, **properties: object) -> Any:
        """Our letters, with `properties` on top."""
        plain = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter"}
        return self.book.add_format(plain | properties)

    def ruled(self, **properties: object) -> Any:
        """A cell of a table."""
        return self.get(border=1, border_color=LINE, **properties)

    def heading(self, *, backwards: bool = False) -> Any:
        """A header; of a statement that counts in reverse a light one, besides what it says."""
        colours = {"font_color": INK, "bg_color": WARM} if backwards else {"font_color": WHITE, "bg_color": DEEP}
        return self.ruled(bold=True, font_size=10, text_wrap=True, valign="top", **colours)


def write_entry(page: Any, looks: Looks, entries: Entries) -> None:
    """The sheet to score in: only its cells are open."""
    sheet, said = entries.sheet, entries.sheet.texts
    # The second line says first what is easily overlooked.
    _write_top(page, looks, sheet.title, (said["how"], f"{said['reversed']} {said['who']}".strip()))
    _write_note(page, said["kind.sharing"])
    page.write_string(0, entries.total_column, legal(said["progress"]), looks.get(bold=True, align="right"))
    _write_formula(page, (0, entries.total_column + 1), entries.progress(), looks.get(bold=True, align="center"))
    _write_header(page, looks, entries)
    for number, row in enumerate(sheet.rows):
        _write_row(page, looks, entries, (number, row))
    _let_in(page, entries)
    _mark_what_is_none(page, looks, entries)
    _finish(page, sheet.title)


def write_chart_page(page: Any, looks: Looks, entries: Entries, chart: Any) -> None:
    """The chart with its rule in words, and how far everybody is."""
    said = entries.sheet.texts
    page.write_string(0, 0, legal(said["chart.title"]), looks.get(bold=True, font_size=20, font_color=DEEP))
    page.set_row(0, 30)
    page.set_column(0, 0, 14)
    page.write_string(1, 0, legal(said["progress"]), looks.get(bold=True, font_size=13))
    progress = f"={quoted(said['tab'])}!{cell(0, entries.total_column + 1)}"
    _write_formula(page, (1, 1), Formula(progress, entries.progress().value), looks.get(bold=True, font_size=13))
    lines = [line for line in (said["rule"], said["from"]) if line]
    for row, line in enumerate(lines, 1):
        page.write_string(row, 3, legal(line), looks.get(font_size=13))
        page.set_row(row, 20)
    page.insert_chart(1 + len(lines), 0, chart, {"description": legal(said["chart.alt"]), "object_position": 3})
    lay_out(page, entries.sheet.title, landscape=True)
    page.fit_to_pages(1, 1)
    page.hide_row_col_headers()
    page.freeze_panes(1 + len(lines), 0)
    page.protect("", _ALLOWED)


def write_reveal(page: Any, looks: Looks, sheet: ScoreSheet, revealed: Revealed) -> None:
    """The sheet for who tells about a persona, once the chart has been seen (M58)."""
    said, last = sheet.texts, ASPECTS + 1
    _write_top(page, looks, said["reveal.title"], (said["reveal.how"], ""))
    page.set_column(0, 0, _CODE_WIDTH)
    page.set_column(1, ASPECTS, _ASPECT_WIDTH)
    page.set_column(last, last, _RELEASE_WIDTH)
    aspects = (said[f"reveal.aspect_{number}"] for number in range(1, last))
    for column, name in enumerate((said["column.code"], *aspects, said["reveal.names_nobody"])):
        page.write_string(HEADER, column, legal(name), looks.heading())
    page.set_row(HEADER, 22)
    for row, code in enumerate(sheet.rows, FIRST):
        page.write_string(row, 0, legal(code), looks.ruled(bold=True, bg_color=WARM))
        told = [*revealed[code], *("",) * (ASPECTS - len(revealed[code])), sheet.yes_no[0]] if code in revealed else ()
        # As text: what begins with an equals sign stays what was typed.
        look = looks.ruled(locked=False, num_format="@", text_wrap=True)
        for column, text in enumerate(told or ("",) * last, 1):
            if text:
                page.write_string(row, column, legal(text), look)
            else:
                page.write_blank(row, column, None, look)
    choice = {"validate": "list", "source": list(sheet.yes_no)} | _refusal(sheet, said["reveal.refusal"])
    page.data_validation(FIRST, last, FIRST + len(sheet.rows) - 1, last, choice)
    _finish(page, said["reveal.title"])


def write_cells(page: Any, looks: Looks, header: Sequence[str], rows: Sequence[Sequence[Formula | int | str]]) -> None:
    """The sheet that is not seen."""
    page.set_column(0, len(header) - 1, 18)
    for column, name in enumerate(header):
        page.write_string(0, column, legal(name), looks.heading())
    for at, cells in enumerate(rows, 1):
        for column, value in enumerate(cells):
            match value:
                case Formula():
                    _write_formula(page, (at, column), value, looks.get())
                case str():
                    page.write_string(at, column, legal(value), looks.get())
                case int():
                    page.write_number(at, column, value, looks.get())
    page.freeze_panes(1, 0)
    page.protect("", _ALLOWED)


def _finish(page: Any, title: str) -> None:
    lay_out(page, title, landscape=True)
    page.repeat_rows(HEADER)
    page.freeze_panes(FIRST, FIRST_COLUMN)
    page.protect("", _ALLOWED)


def _write_top(page: Any, looks: Looks, title: str, lines: Sequence[str]) -> None:
    page.write_string(0, 0, legal(title), looks.get(bold=True, font_size=16, font_color=DEEP))
    page.set_row(0, 24)
    for row, line in enumerate(lines, 1):
        page.write_string(row, 0, legal(line), looks.get(font_size=11))
        page.set_row(row, 17)


def _write_note(page: Any, text: str) -> None:
    paper = {"author": "", "font_name": FONT, "font_size": 10, "color": NOTE_PAPER, "width": 320, "x_offset": 40}
    page.write_comment(0, 0, legal(text), paper | {"height": 18 * (len(text) // 48 + 2)})


def _write_header(page: Any, looks: Looks, entries: Entries) -> None:
    sheet, said = entries.sheet, entries.sheet.texts
    page.write_string(HEADER, 0, legal(said["row"]), looks.heading())
    page.set_column(0, 0, _CODE_WIDTH)
    for at, column in enumerate(sheet.columns, FIRST_COLUMN):
        page.write_string(HEADER, at, _one_line(column.header), looks.heading(backwards=column.reversed))
        page.set_column(at, at, _width(column))
    for at, key in enumerate(("total", "answered"), entries.total_column):
        page.write_string(HEADER, at, legal(said[f"column.{key}"]), looks.heading())
        page.set_column(at, at, _SUM_WIDTH)
    lines = max(_lines(column.header, _width(column)) for column in sheet.columns)
    page.set_row(HEADER, min(_LINE * lines + 6, _TALLEST))


def _write_row(page: Any, looks: Looks, entries: Entries, whose: tuple[int, str]) -> None:
    number, label = whose
    row = FIRST + number
    page.set_row(row, 20)
    page.write_string(row, 0, legal(label), looks.ruled(bold=True, bg_color=WARM))
    for column, score in enumerate(entries.scores[number], FIRST_COLUMN):
        look = looks.ruled(locked=False, align="center", num_format="0")
        if score is None:
            page.write_blank(row, column, None, look)
        else:
            page.write_number(row, column, score, look)
    closed = looks.ruled(bold=True, align="center", bg_color=WARM)
    _write_formula(page, (row, entries.total_column), entries.total(number), closed)
    _write_formula(page, (row, entries.total_column + 1), entries.answered(number), closed)


def _let_in(page: Any, entries: Entries) -> None:
    """Only a score; at a statement that counts in reverse it is said once more."""
    sheet, last = entries.sheet, FIRST + len(entries.scores) - 1
    choice = {"validate": "list", "source": list(sheet.options)} | _refusal(sheet, sheet.texts["kind.refusal"])
    for first, final, backwards in _runs(sheet.columns):
        message = (
            {"input_message": clipped(legal(sheet.texts["kind.reversed_here"]), LONGEST_MESSAGE)} if backwards else {}
        )
        page.data_validation(FIRST, FIRST_COLUMN + first, last, FIRST_COLUMN + final, choice | message)


def _runs(columns: Sequence[StatementColumn]) -> Iterator[tuple[int, int, bool]]:
    """First and last of the columns that stand beside each other and count the same way."""
    first = 0
    for at, column in enumerate(columns):
        if at + 1 == len(columns) or columns[at + 1].reversed != column.reversed:
            yield first, at, column.reversed
            first = at + 1


def _refusal(sheet: ScoreSheet, message: str) -> dict[str, str]:
    return {
        "error_type": "stop",
        "error_title": clipped(legal(sheet.texts["refusal"]), LONGEST_HEADING),
        "error_message": clipped(legal(message), LONGEST_MESSAGE),
    }


def _mark_what_is_none(page: Any, looks: Looks, entries: Entries) -> None:
    """What was pasted goes past the check: when it is no score, it is struck through and does not count."""
    first, last = (FIRST, FIRST_COLUMN), (FIRST + len(entries.scores) - 1, entries.total_column - 1)
    here = cell(*first)
    known = "+".join(f"COUNTIF({here},{option})" for option in entries.sheet.options)
    rule = {
        "type": "formula",
        "criteria": f"=AND(NOT(ISBLANK({here})),{known}=0)",
        "format": looks.book.add_format(_WRONG),
    }
    page.conditional_format(area(first, last), rule)


def _write_formula(page: Any, at: tuple[int, int], formula: Formula, look: Any) -> None:
    value = legal(formula.value) if isinstance(formula.value, str) else formula.value
    page.write_formula(*at, legal(formula.text), look, value)


def _width(column: StatementColumn) -> int:
    """The narrowest column in which a header takes few lines."""
    return next((width for width in range(_NARROWEST, _WIDEST) if _lines(column.header, width) <= _MOST_LINES), _WIDEST)


def _lines(text: str, width: int) -> int:
    return len(textwrap.wrap(_one_line(text), int(width * _LETTERS_PER_DIGIT))) or 1


def _one_line(text: str) -> str:
    return " ".join(legal(text).split())
