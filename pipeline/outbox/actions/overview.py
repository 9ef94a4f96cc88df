"""The sheet of the action list that counts: how many points each follow-up has, how they stand and how many are late.

Its formulas count along with what is typed; each holds the value that it had on the day it was made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.documents.follow_up.action_list import ActionCounts
from pipeline.outbox.actions.cells import ENDED, SHEET, PointCells
from pipeline.outbox.forms.look import FONT, INK, LINE, WHITE
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.forms.workbook import Written
from pipeline.ttr.follow_ups import ActionState

_NAMES_WIDE, _NUMBERS_WIDE = 26, 13
_COLUMNS: Final = "BCDEFG"
_PLAIN: Final = {"font_name": FONT, "font_size": 11, "font_color": INK, "valign": "vcenter"}
_RULED: Final = _PLAIN | {"bg_color": WHITE, "border": 1, "border_color": LINE, "align": "left", "indent": 1}


def write_overview(written: Written, counts: Sequence[ActionCounts]) -> None:
    """A row for each follow-up, one for what belongs to none, and their sum."""
    worksheet = written.workbook.add_worksheet(written.words.shipped.say("forms.action_list.overview.tab"))
    worksheet.set_column(0, 0, _NAMES_WIDE)
    worksheet.set_column(1, len(_COLUMNS), _NUMBERS_WIDE)
    overview = _Overview(written, worksheet, counts)
    overview.header()
    overview.rows()
    overview.sums()
    overview.notes()
    lay_out(worksheet, written.words.of_form("title"), landscape=False)
    worksheet.repeat_rows(0)
    worksheet.freeze_panes(1, 0)
    worksheet.protect("", {"format_columns": True, "format_rows": True})


@dataclass(frozen=True, slots=True)
class _Overview:
    """The sheet under way."""

    written: Written
    worksheet: Any
    counts: Sequence[ActionCounts]

    def header(self) -> None:
        say, shipped = self.written.words.words.say, self.written.words.shipped
        states = (shipped.say(f"choices.action_state.{state.value}") for state in ActionState)
        names = ("meeting", "total"), ("late",)
        first, last = ([say(f"actions.overview.{name}") for name in group] for group in names)
        self.worksheet.set_row(0, 26)
        for column, text in enumerate((*first, *(text[:1].upper() + text[1:] for text in states), *last)):
            self.worksheet.write_string(0, column, text, self.written.look.heading)

    def rows(self) -> None:
        look = self.written.workbook.add_format(_RULED)
        for row, one in enumerate(self.counts, 1):
            self.worksheet.set_row(row, 20)
            self.worksheet.write_string(row, 0, self._name(one.meeting), self.written.look.label)
            values = (one.total, *one.by_state, one.late)
            for column, (formula, value) in enumerate(zip(self._formulas(one, row + 1), values, strict=True), 1):
                self.worksheet.write_formula(row, column, f"=SUMPRODUCT({formula})", look, value)

    def sums(self) -> None:
        row, look = len(self.counts) + 1, self.written.workbook.add_format(_RULED | {"bold": True})
        self.worksheet.set_row(row, 20)
        self.worksheet.write_string(
            row, 0, self.written.words.words.say("actions.overview.all"), self.written.look.question
        )
        values = [(one.total, *one.by_state, one.late) for one in self.counts]
        for column, (letter, counted) in enumerate(zip(_COLUMNS, zip(*values, strict=True), strict=True), 1):
            self.worksheet.write_formula(row, column, f"=SUM({letter}2:{letter}{row})", look, sum(counted))

    def notes(self) -> None:
        look, tab = self.written.workbook.add_format(_PLAIN), self.written.words.tab(SHEET)
        for row, note in enumerate(
            self.written.words.words.many("actions.overview.notes", tab=tab), len(self.counts) + 3
        ):
            self.worksheet.write_string(row, 0, note, look)

    def _name(self, meeting: str) -> str:
        """As it is chosen in the list, for the formulas look for it."""
        if meeting:
            return self.written.words.shipped.say(f"choices.follow_up.{meeting}")
        return self.written.words.words.say("actions.overview.none")

    def _formulas(self, one: ActionCounts, row: int) -> Iterator[str]:
        """What is counted in a row, a product of ones and noughts: all points, those of each state, the late ones."""
        cells = PointCells(self.written.words)
        state, due = cells.column("state"), cells.column("due")
        own = "*".join((f"(LEN({cells.column('what')})>0)", *self._belongs(cells.column("meeting"), one, row)))
        yield own
        for each in ActionState:
            empty = f'+({state}="")' if each is ActionState.OPEN else ""
            yield f"{own}*(({state}={cells.state(each)}){empty})"
        waits = (f"({state}<>{cells.state(each)})" for each in ENDED)
        yield "*".join((own, f"ISNUMBER({due})", f"({due}<TODAY())", *waits))

    def _belongs(self, meeting: str, one: ActionCounts, row: int) -> Iterator[str]:
        """To this follow-up, or to none of those above."""
        if one.meeting:
            yield f"({meeting}=$A{row})"
        else:
            yield from (f"({meeting}<>$A{number})" for number in range(2, row))
