"""Writes the score sheet as a workbook to share: no macro, no password, nothing that only new Excel knows (M54-M57).

Every formula has the value that it comes to and the chart holds its numbers, so that a preview, a phone and Protected
View show the truth before anything is reckoned.
"""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pipeline.documents.walk.score_sheet import ScoreSheet
from pipeline.outbox.charts.chart import charts_said_outright
from pipeline.outbox.forms.look import DEEP, FONT
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.scores.cells import Entries, Filled, entries
from pipeline.outbox.scores.chart import live_chart
from pipeline.outbox.scores.order import GROUPS, Row, distribution, groups, places
from pipeline.outbox.scores.pages import (
    Looks,
    Revealed,
    write_cells,
    write_chart_page,
    write_entry,
    write_reveal,
)
from pipeline.outbox.scores.stored import stored_outright
from pipeline.ttr.programme import Walk
from pipeline.ttr.walk_figures import BANDS

_FIRST_DAY: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same sheet gives the same bytes
_OPTIONS: Final = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}


def score_sheet_file(sheet: ScoreSheet, filled: Filled | None = None, revealed: Revealed | None = None) -> bytes:
    """The workbook; `filled` holds what stands in the cells of a row already, a cell for each statement.

    `revealed` holds the aspects of the personas that were told, which are said to name nobody.

    ValueError when it is about a row or a statement that the sheet does not have.
    """
    import xlsxwriter  # noqa: PLC0415 - slow to start

    cells = entries(sheet, filled or {})
    target = BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.formats[0].set_font_name(FONT)
        book.set_properties({"title": legal(sheet.title), "created": _FIRST_DAY})
        book.set_custom_property("ttr_form", sheet.mark, "text")
        book.define_name("_ttr_form", f'="{sheet.mark}"')
        book.defined_names[-1][-1] = True
        _write(book, cells, revealed or {})
    made = stored_outright(charts_said_outright(target.getvalue()), sheet.language)
    return normalised(made, title=sheet.title, language=sheet.language, identifier=sheet.mark)


def _write(book: Any, cells: Entries, revealed: Revealed) -> None:
    """All sheets, in the order in which they are needed."""
    sheet, looks = cells.sheet, Looks(book)
    entry, chart_page = (book.add_worksheet(sheet.texts[key]) for key in ("tab", "chart.tab"))
    reveal = book.add_worksheet(sheet.texts["reveal.tab"]) if sheet.by_code else None
    order = book.add_worksheet(sheet.texts["order.tab"])
    header, rows = _order(cells)
    write_entry(entry, looks, cells)
    write_cells(order, looks, header, rows)
    write_chart_page(
        chart_page, looks, cells, live_chart(book, sheet, GROUPS if sheet.walk is Walk.ONESELF else len(rows))
    )
    if reveal is not None:
        write_reveal(reveal, looks, sheet, revealed)
    order.hide()
    for page in (entry, chart_page):
        page.set_tab_color(DEEP)


def _order(cells: Entries) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """What the chart leans on, with its header."""
    said = cells.sheet.texts
    bands = tuple(said[f"band.{one}"] for one in BANDS)
    match cells.sheet.walk:
        case Walk.PERSONA:
            header = (said["order.key"], said["order.place"], said["row"], said["column.total"], said["order.lane"])
            heights = tuple(said[f"order.up.{one}"] for one in BANDS)
            return (*header, *bands, said["chart.to_go"], said["order.across"], *heights), places(cells)
        case Walk.ANONYMOUS:
            return (said["kind.value_title"], *bands), distribution(cells)
        case Walk.ONESELF:
            return (said["order.lane"], said["chart.count"]), groups(cells)
