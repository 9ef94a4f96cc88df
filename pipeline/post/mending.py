"""Copies of forms with something to mend in them, to hand back to whoever sent them.

Composed afresh from the cells that were read: every answer where it stood, marked and commented, with a first sheet
that sums up. What hid in the sender's file does not come along, and the sender's file stays as it is.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from pipeline.findings import Finding, Place
from pipeline.inbox.answers import Received
from pipeline.inbox.raw import RawCell, RawSheet, RawWorkbook
from pipeline.language.catalogue import Catalogue
from pipeline.outbox.normalising import legal, normalised
from pipeline.post.mending_document import word_copy

FOLDER = "to_mend"
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_MARKED = {"stop": "#FFD9C7", "note": "#FFF1C2"}
_NARROWEST, _WIDEST = 12, 44
_MANY_COLUMNS, _WIDEST_OF_MANY = 10, 20  # a score sheet still fits on paper
_LINE = 15.0  # points
_TALLEST = 20  # lines
_LONGEST_CELL = 32_767


def copies(received: Received, findings: Iterable[Finding], words: Catalogue) -> Mapping[str, bytes]:
    """A copy for each file that has a finding about a cell, by its path in the outbox.

    Of a Word form there is one when something in it stops: what is only to be known is no work for its sender.
    """
    findings = tuple(findings)
    in_cells = _by_file(finding for finding in findings if finding.place.cell)
    in_words = _by_file(finding for finding in findings if finding.place.question)
    forms = {answers.place.file: answers for answers in received.forms}
    made: dict[str, bytes] = {}
    for number, (file, book) in enumerate(received.workbooks.items(), 1):
        answers = forms.get(file)
        name = words.say(f"forms.{answers.form.key}.file" if answers else "mending.file")
        if file in in_cells:
            made[f"{FOLDER}/{number:02d}-{name}.xlsx"] = _copy(file, book, in_cells[file], words)
        elif answers and any(finding.stops for finding in in_words.get(file, ())):
            made[f"{FOLDER}/{number:02d}-{name}.docx"] = word_copy(answers, book, in_words[file], words)
    return made


def _by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.place.file, []).append(finding)
    return found


def _copy(file: str, book: RawWorkbook, findings: list[Finding], words: Catalogue) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - slow to start

    target = BytesIO()
    title = words.say("mending.title")
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": title, "created": datetime(2000, 1, 1)})  # noqa: DTZ001 - a fixed day
        if book.mark:
            workbook.set_custom_property("ttr_form", book.mark)
        copy = _Copy(workbook, words, _names(book, words))
        copy.sum_up(title, file, findings)
        for name, sheet in zip(copy.names.values(), book.sheets, strict=True):
            copy.add(name, sheet, [finding for finding in findings if finding.place.sheet == sheet.name])
    return normalised(target.getvalue(), title=title, language=words.language, identifier=book.mark)


def _names(book: RawWorkbook, words: Catalogue) -> dict[int, str]:
    """A name for each sheet that Excel accepts and that no other has; a CSV file's sheet has none of its own."""
    taken = {words.say("mending.sheet").casefold()}
    names: dict[int, str] = {}
    for number, sheet in enumerate(book.sheets):
        name = re.sub(r"[\[\]:*?/\\]", " ", sheet.name).strip("' ")[:31] or words.say("mending.nameless")
        if name.casefold() in taken or name.casefold() == "history":
            name = f"{name[:26]} {number + 1}"
        taken.add(name.casefold())
        names[number] = name
    return names


@dataclass(slots=True)
class _Copy:
    """The workbook that is being made; `names` are its sheets by the number of the sender's."""

    workbook: Any
    words: Catalogue
    names: dict[int, str]

    def style(self, **more: object) -> Any:
        return self.workbook.add_format({**_FONT, **more})

    def sum_up(self, title: str, file: str, findings: list[Finding]) -> None:
        """The first sheet: what this is, and one line for each thing to mend, the gravest first."""
        say = self.words.say
        sheet = self.workbook.add_worksheet(say("mending.sheet"))
        wrapped = self.style(text_wrap=True)
        sheet.set_column(0, 0, 16, wrapped)
        sheet.set_column(1, 2, 22, wrapped)
        sheet.set_column(3, 4, 52, wrapped)
        sheet.set_row(0, 28)
        sheet.set_row(2, 22)
        sheet.write_string(0, 0, title, self.style(bold=True, font_size=16, font_color="#08415C"))
        sheet.write_string(1, 0, say("mending.of", file=file), self.style())
        sheet.write_string(2, 0, say("mending.how"), self.style())
        head = self.style(bold=True, bg_color="#08415C", font_color="#FFFFFF", text_wrap=True)
        for column, key in enumerate(("weight", "where_sheet", "where_cell", "problem", "remedy")):
            sheet.write_string(4, column, say(f"mending.{key}"), head)
        for row, finding in enumerate(sorted(findings, key=lambda f: (not f.stops, f.place)), 5):
            self._line(sheet, row, finding)
        sheet.freeze_panes(5, 0)
        self._page(sheet)

    def _line(self, sheet: Any, row: int, finding: Finding) -> None:
        style = self.style(text_wrap=True, bg_color=_MARKED[finding.level.value], border=1, border_color="#BFBFBF")
        texts = (
            self.words.say(f"mending.level.{finding.level.value}"),
            finding.place.sheet or self.words.say("mending.nameless"),
            finding.place.cell,
            self.words.problem(finding),
            self.words.remedy(finding),
        )
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, style)
        longest = max(len(text) for text in texts[3:])
        sheet.set_row(row, 16 * max(1, -(-longest // 46)) + 6)

    def add(self, name: str, sheet: RawSheet, findings: list[Finding]) -> None:
        """A sheet of the sender, cell by cell; one that was hidden stays so unless something is to be mended there."""
        made = self.workbook.add_worksheet(name)
        if sheet.hidden and not findings:
            made.hide()
        styles = {"": self._styles(None), **{level: self._styles(colour) for level, colour in _MARKED.items()}}
        marked = _marked(findings)
        headings = _headings(sheet)
        across = self._styles(None, wrap=False)
        widths = _widths(sheet, headings)
        for column, width in widths.items():
            made.set_column(column - 1, column - 1, width)
        for row, lines in _lines(sheet, widths, headings).items():
            made.set_row(row - 1, _LINE * lines)
        for at in sorted({*sheet.cells, *marked}):
            here = marked.get(at, [])
            level = "stop" if any(finding.stops for finding in here) else "note" if here else ""
            style = across if at[0] in headings and not level else styles[level]
            self._write(made, at, sheet.cells.get(at), style)
            if here:
                self._comment(made, at, here)
        made.freeze_panes(1, 0)
        self._page(made)

    def _styles(self, colour: str | None, *, wrap: bool = True) -> dict[type, Any]:
        look = {"text_wrap": wrap} | ({"bg_color": colour, "border": 1, "border_color": "#BFBFBF"} if colour else {})
        formats = {str: None, date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm"}
        return {kind: self.style(**look, **({"num_format": form} if form else {})) for kind, form in formats.items()}

    def _write(self, made: Any, at: tuple[int, int], cell: RawCell | None, styles: dict[type, Any]) -> None:
        row, column = at[0] - 1, at[1] - 1
        value = None if cell is None else cell.value
        style = styles.get(type(value), styles[str])
        match value:
            case bool():
                made.write_boolean(row, column, value, style)
            case int() | float():
                made.write_number(row, column, value, style)
            case datetime() | date() | time():
                made.write_datetime(row, column, value, style)
            case str():
                made.write_string(row, column, legal(value)[:_LONGEST_CELL], style)
            case None:
                made.write_string(row, column, self._instead(cell), style)

    def _instead(self, cell: RawCell | None) -> str:
        if cell is None:
            return ""
        return self.words.say("mending.formula" if cell.formula else "mending.error")

    def _comment(self, made: Any, at: tuple[int, int], findings: list[Finding]) -> None:
        lines = [
            f"{self.words.problem(finding)}\n\N{RIGHTWARDS ARROW} {self.words.remedy(finding)}" for finding in findings
        ]
        text = "\n\n".join(dict.fromkeys(lines))
        height = 34 + 18 * sum(1 + len(line) // 44 for line in text.splitlines())
        made.write_comment(at[0] - 1, at[1] - 1, text, {"author": "", "width": 300, "height": height, "font_size": 10})

    def _page(self, sheet: Any) -> None:
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)


def _marked(findings: Iterable[Finding]) -> dict[tuple[int, int], list[Finding]]:
    marked: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        marked.setdefault(_position(finding.place), []).append(finding)
    return marked


def _position(place: Place) -> tuple[int, int]:
    """Row and column of an address such as `C7`, counted from 1."""
    found = _ADDRESS.fullmatch(place.cell)
    if found is None:
        return 1, 1
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _headings(sheet: RawSheet) -> frozenset[int]:
    """Rows with one cell above or between wider ones: a title or an explanation, which may run across the others."""
    cells = Counter(row for row, _ in sheet.cells)
    return frozenset(row for row, count in cells.items() if count == 1 and max(cells.values()) > 1)


def _widths(sheet: RawSheet, headings: Collection[int]) -> dict[int, int]:
    """The width of each column, in digits."""
    widest = _WIDEST_OF_MANY if len({column for _, column in sheet.cells}) > _MANY_COLUMNS else _WIDEST
    widths: dict[int, int] = {}
    for (row, column), cell in sheet.cells.items():
        longest = _length(cell.value) if row not in headings else _NARROWEST
        widths[column] = min(max(longest + 2, widths.get(column, _NARROWEST)), widest)
    return widths


def _length(value: object) -> int:
    """How many signs a value takes; a moment that does not fit shows as a row of hashes."""
    if isinstance(value, str):
        return len(value)
    return len("yyyy-mm-dd hh:mm") if isinstance(value, datetime) else _NARROWEST


def _lines(sheet: RawSheet, widths: Mapping[int, int], headings: Collection[int]) -> dict[int, int]:
    """How many lines each row needs where that is more than one: nobody reckons it for a file that a program made."""
    lines: dict[int, int] = {}
    for (row, column), cell in sheet.cells.items():
        if isinstance(cell.value, str) and row not in headings:
            needed = sum(max(1, -(-len(line) // widths[column])) for line in cell.value.splitlines())
            lines[row] = min(max(needed, lines.get(row, 1)), _TALLEST)
    return {row: count for row, count in lines.items() if count > 1}
