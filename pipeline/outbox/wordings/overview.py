"""An overview of wordings for all to see: of each group its number, how it is put, how often, and how else (M73, M79).

It follows what is corrected on the form's sheet at once, counts and order both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.documents.frame.grouped_wordings import WordingOverview
from pipeline.outbox.forms.look import DEEP, LINE, WHITE, height
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.normalising import legal
from pipeline.outbox.scores.cells import Formula, area, cell, quoted
from pipeline.outbox.scores.pages import Looks
from pipeline.outbox.wordings.order import COUNT, GROUP, HEADING, NUMBER, OTHERS, SHOWN, TIMES, Grouping, Row, order

_TOP: Final = 3
"""Rows above the header."""
_COLUMNS: Final = ("number", "heading", "count", "others")
_WIDTHS: Final = (8, 62, 20, 66)
_TITLE_SIZE, _HEADING_SIZE, _SIZE = 24, 18, 14
_LEAST, _LEAST_OF_SEVERAL = 32.0, 46.0  # points
_SPARE = 3  # rows for groups to come
_BAR: Final = "#A9CCE0"


@dataclass(frozen=True, slots=True)
class Leaning:
    """An overview with the sheet that it leans on: its name, what it is made from, and its rows."""

    overview: WordingOverview
    order: str
    grouping: Grouping
    rows: tuple[Row, ...]

    def cell(self, row: int, column: int) -> str:
        """A cell of that sheet."""
        return f"{quoted(self.order)}!{cell(row, column, fixed=True)}"

    def column(self, column: int) -> str:
        """A column of that sheet, as far as it is filled."""
        last = self.grouping.rows if column < NUMBER else self.grouping.numbers
        return f"{quoted(self.order)}!{area((1, column), (last, column), fixed=True)}"


def leaning(overview: WordingOverview, name: str, grouping: Grouping) -> Leaning:
    """The overview, leaning on a sheet of this name."""
    return Leaning(overview, name, grouping, order(grouping))


def write_overview(page: Any, looks: Looks, leaning: Leaning, texts: Mapping[str, str]) -> None:
    """A row for each number that there can be; those that are free stay empty."""
    for column, wide in enumerate(_WIDTHS):
        page.set_column(column, column, wide)
    _write_top(page, looks, leaning, texts)
    heading = looks.ruled(bold=True, font_size=_SIZE, font_color=WHITE, bg_color=DEEP, indent=1)
    for column, name in enumerate(_COLUMNS):
        page.write_string(_TOP, column, legal(texts[name]), heading)
    page.set_row(_TOP, 28)
    _write_groups(page, looks, leaning)
    _show_how_often(page, leaning.grouping.numbers)
    lay_out(page, leaning.overview.title, landscape=True)
    page.print_area(0, 0, _TOP + len(leaning.overview.groups), len(_COLUMNS) - 1)
    page.repeat_rows(_TOP)
    page.freeze_panes(_TOP + 1, 0)
    page.hide_row_col_headers()
    page.set_tab_color(_BAR)
    page.protect("", {"format_columns": True, "format_rows": True})


def _write_top(page: Any, looks: Looks, leaning: Leaning, texts: Mapping[str, str]) -> None:
    overview = leaning.overview
    page.write_string(0, 0, legal(overview.title), looks.get(bold=True, font_size=_TITLE_SIZE, font_color=DEEP))
    page.set_row(0, 38)
    for row, line in enumerate((overview.given, overview.how), 1):
        page.write_string(row, 0, legal(line), looks.get(font_size=_SIZE))
        page.set_row(row, 22)
    last = len(_COLUMNS) - 1
    for row, formula in enumerate((_total(leaning, texts["total"]), _apart(leaning, texts["apart"]))):
        look = looks.get(font_size=_SIZE, bold=True, align="right")
        page.write_formula(row, last, formula.text, look, formula.value)


def _total(leaning: Leaning, said: str) -> Formula:
    count = sum(wording.times for wording, _ in leaning.grouping.wordings)
    return Formula(f"={_told(said)}&SUM({leaning.column(TIMES)})", f"{legal(said)}: {count}")


def _apart(leaning: Leaning, said: str) -> Formula:
    """How many wordings are in no group; empty where all are."""
    apart = f"SUMPRODUCT(--(LEN({leaning.grouping.column(0)})>0))-COUNT({leaning.column(GROUP)})"
    count = sum(not number for _, number in leaning.grouping.wordings)
    return Formula(f'=IF({apart}=0,"",{_told(said)}&({apart}))', f"{legal(said)}: {count}" if count else "")


def _told(said: str) -> str:
    doubled = legal(said).replace('"', '""')
    return f'"{doubled}: "'


def _write_groups(page: Any, looks: Looks, leaning: Leaning) -> None:
    rows = [_cells(leaning, at) for at in range(1, leaning.grouping.numbers + 1)]
    several = sum(bool(cells[-1].value) for cells in rows)
    for at, cells in enumerate(rows):
        least = _LEAST_OF_SEVERAL if at < several + _SPARE else _LEAST
        page.set_row(_TOP + 1 + at, max(_height(cells), least))
        formats = _formats(looks, ruled=bool(cells[0].value))
        for column, (formula, look) in enumerate(zip(cells, formats, strict=True)):
            page.write_formula(_TOP + 1 + at, column, formula.text, look, formula.value)


def _formats(looks: Looks, *, ruled: bool) -> tuple[Any, ...]:
    line = {"bottom": 1, "bottom_color": LINE} if ruled else {}
    return (
        looks.get(font_size=_HEADING_SIZE, align="center", **line),
        looks.get(font_size=_HEADING_SIZE, bold=True, text_wrap=True, indent=1, **line),
        looks.get(font_size=_HEADING_SIZE, bold=True, align="left", indent=1, **line),
        looks.get(font_size=_SIZE, text_wrap=True, indent=1, **line),
    )


def _cells(leaning: Leaning, at: int) -> tuple[Formula, ...]:
    """What a row shows: number, heading, count and other wordings."""
    shown = leaning.cell(at, SHOWN)
    number = _value(leaning.rows[at - 1][SHOWN])
    count = _value(leaning.rows[int(number) - 1][COUNT]) if number else ""
    return (
        Formula(f'=IF({shown}=0,"",{shown})', number or ""),
        Formula(f"={leaning.cell(at, HEADING)}", _value(leaning.rows[at - 1][HEADING])),
        Formula(f'=IF({shown}=0,"",INDEX({leaning.column(COUNT)},{shown}))', count),
        Formula(f"={leaning.cell(at, OTHERS)}", _value(leaning.rows[at - 1][OTHERS])),
    )


def _value(told: Formula | int | str) -> int | str:
    return told.value if isinstance(told, Formula) else told


def _height(cells: Sequence[Formula]) -> float:
    _, heading, _, others = cells
    return max(
        height(((str(heading.value), _WIDTHS[1]),), _HEADING_SIZE),
        height(((str(others.value), _WIDTHS[3]),), _SIZE),
    )


def _show_how_often(page: Any, rows: int) -> None:
    """A bar behind each count."""
    first, last, column = _TOP + 1, _TOP + rows, _COLUMNS.index("count")
    bar = {"type": "data_bar", "bar_color": _BAR, "min_type": "num", "min_value": 0}
    page.conditional_format(area((first, column), (last, column)), bar)
