"""The list by which the letters are sent, for Word's own mail merge too (M66).

It says who has which code, so it belongs in `private`. One sheet, short headers in the first row, one person in each
row and nothing else, because Word takes the first row as the names of its fields.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from io import BytesIO
from typing import Any

from pipeline.language.catalogue import Catalogue, catalogue
from pipeline.outbox.forms.look import DEEP, FONT, INK, LINE, TEXT, WHITE, height
from pipeline.outbox.normalising import legal, normalised

FILE = "send-list.xlsx"
_FIRST_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same list gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False}
_A4 = 9
_WIDTHS = {"code": 12, "name": 32, "greeting": 36, "email": 38, "letter": 24, "send_by": 32}
_LONGEST_CELL = 32_767
_RULED: Mapping[str, Any] = {
    "font_name": FONT,
    "font_size": 11,
    "border": 1,
    "border_color": LINE,
    "valign": "vcenter",
    "text_wrap": True,
    "indent": 1,
}


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """One person on the list; what is not known is empty."""

    code: str
    name: str
    greeting: str
    email: str
    letter: str
    send_by: str


def send_list(lines: Sequence[Line], language: str) -> bytes:
    """The list as a workbook with nothing but texts in it; without codes when nobody has one (M65).

    Its headers are as we ship them in `language`, whatever the team's own wording: a merge is set up by them.
    """
    import xlsxwriter  # noqa: PLC0415 - slow to start

    words = catalogue(language)
    columns = [field.name for field in fields(Line) if field.name != "code" or any(line.code for line in lines)]
    target = BytesIO()
    title = words.say("post.list.title")
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        workbook.formats[0].set_font_name(FONT)
        workbook.set_properties({"title": title, "created": _FIRST_DAY})
        sheet = workbook.add_worksheet(words.say("post.list.tab"))
        _set_page(sheet, words)
        for column, name in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS[name])
        header = {name: words.say(f"post.list.column.{name}") for name in columns}
        white = workbook.add_format({**_RULED, "bold": True, "font_color": WHITE, "bg_color": DEEP})
        ink = workbook.add_format({**_RULED, "font_color": INK, "num_format": TEXT})
        _write_row(sheet, 0, header, white)
        for row, line in enumerate(lines, 1):
            _write_row(sheet, row, {name: getattr(line, name) for name in columns}, ink)
    return normalised(target.getvalue(), title=title, language=language)


def _set_page(sheet: Any, words: Catalogue) -> None:
    """No repeated header row in print and no filter: Word would show each as a list of its own to choose from."""
    sheet.freeze_panes(1, 0)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{words.say('post.list.footer')}&R&P / &N")


def _write_row(sheet: Any, row: int, texts: Mapping[str, str], look: Any) -> None:
    told = {name: " ".join(legal(text).split())[:_LONGEST_CELL] for name, text in texts.items()}
    sheet.set_row(row, height((text, _WIDTHS[name]) for name, text in told.items()))
    for column, text in enumerate(told.values()):
        sheet.write_string(row, column, text, look)
