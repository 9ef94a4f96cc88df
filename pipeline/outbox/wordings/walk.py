"""What was found in the Power Walk, as a sheet beside the overviews of wordings: large enough to show to all (M63)."""

from typing import Any, Final

from pipeline.documents.frame.walk_for_frame import WalkFindings
from pipeline.outbox.forms.look import DEEP, LINE, WHITE, height
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.normalising import legal
from pipeline.outbox.scores.pages import Looks

_WIDTHS: Final = (104, 44)
_TITLE_SIZE, _STATEMENT_SIZE, _SIZE = 24, 18, 14
_LEAST: Final = 46.0  # points
_TAB: Final = "#A9CCE0"


def write_walk_findings(page: Any, looks: Looks, findings: WalkFindings) -> None:
    """A row for each statement, under what they are for."""
    for column, wide in enumerate(_WIDTHS):
        page.set_column(column, column, wide)
    top = _write_top(page, looks, findings)
    heading = looks.ruled(bold=True, font_size=_SIZE, font_color=WHITE, bg_color=DEEP, indent=1)
    for column, name in enumerate(findings.header):
        page.write_string(top, column, legal(name), heading)
    page.set_row(top, 28)
    for row, cells in enumerate(findings.rows, top + 1):
        _write_row(page, looks, row, cells)
    lay_out(page, findings.title, landscape=True)
    page.repeat_rows(top)
    page.freeze_panes(top + 1, 0)
    page.hide_row_col_headers()
    page.set_tab_color(_TAB)
    page.protect("", {"format_columns": True, "format_rows": True})


def _write_top(page: Any, looks: Looks, findings: WalkFindings) -> int:
    """The title and its lines; the row below them."""
    page.write_string(0, 0, legal(findings.title), looks.get(bold=True, font_size=_TITLE_SIZE, font_color=DEEP))
    page.set_row(0, 38)
    for row, line in enumerate(findings.lines, 1):
        page.write_string(row, 0, legal(line), looks.get(font_size=_SIZE))
        page.set_row(row, 22)
    return len(findings.lines) + 1


def _write_row(page: Any, looks: Looks, row: int, cells: tuple[str, str]) -> None:
    line = {"bottom": 1, "bottom_color": LINE, "text_wrap": True, "indent": 1}
    sizes = (_STATEMENT_SIZE, _SIZE)
    for column, (text, size) in enumerate(zip(cells, sizes, strict=True)):
        look = looks.get(font_size=size, bold=not column, **line)
        if text:
            page.write_string(row, column, legal(text), look)
        else:
            page.write_blank(row, column, None, look)
    page.set_row(row, max(_LEAST, height(((legal(cells[0]), _WIDTHS[0]),), _STATEMENT_SIZE)))
