"""Writes the action list: the form with its points in it, what is late in plain sight, a sheet that counts (M98, M100).

No formula of ours stands among the answers, for those are read again: what is late is told by the format of its date.
"""

from functools import partial
from typing import Final

from pipeline.documents.follow_up.action_list import ActionList
from pipeline.forms.action_list import ACTION_LIST
from pipeline.forms.meeting import DUE
from pipeline.outbox.actions.cells import ENDED, SHEET, PointCells, area
from pipeline.outbox.actions.overview import write_overview
from pipeline.outbox.forms.look import DAY, QUIET
from pipeline.outbox.forms.sheets import Filled
from pipeline.outbox.forms.workbook import More, Written, form_workbook
from pipeline.outbox.normalising import legal

_ROOM = 8
"""So many empty rows there are at least, for points to come."""

_LATE: Final = {"bold": True, "font_color": "#7A1F00", "bg_color": "#FFE8DC"}


def action_workbook(actions: ActionList) -> bytes:
    """The list as a workbook that comes back as the form that it is."""
    told = actions.filled.told
    rows = [{key: _legal(answer) for key, answer in row.items()} for row in told[SHEET.key]]
    filled = {**told, SHEET.key: [*rows, *({} for _ in range(_ROOM))]}
    return form_workbook(ACTION_LIST, actions.filled.words, filled, More(partial(_more, actions)))


def _legal(answer: Filled) -> Filled:
    return legal(answer) if isinstance(answer, str) else answer


def _more(actions: ActionList, written: Written) -> None:
    _show_what_is_late(written)
    _quieten_what_has_ended(written)
    write_overview(written, actions.counts)


def _show_what_is_late(written: Written) -> None:
    """The date says so in a word, from the day after it until the point has ended."""
    cells, worksheet = PointCells(written.words), written.worksheets[SHEET.key]
    shown = f'{DAY}" · {written.words.words.say("actions.late").replace(chr(34), "")}"'
    number = SHEET.questions.index(DUE)
    worksheet.set_column(number, number, len(shown) + 2, written.look.answer(DUE.kind, ruled=False))
    due, waits = cells.first("due"), (f"{cells.first('state')}<>{cells.state(each)}" for each in ENDED)
    look = written.workbook.add_format(_LATE | {"num_format": shown})
    criteria = f"=AND(ISNUMBER({due}),{due}<TODAY(),{','.join(waits)})"
    worksheet.conditional_format(area("due", "due"), {"type": "formula", "criteria": criteria, "format": look})


def _quieten_what_has_ended(written: Written) -> None:
    cells = PointCells(written.words)
    ended = (f"{cells.first('state')}={cells.state(each)}" for each in ENDED)
    look = written.workbook.add_format({"font_color": QUIET})
    written.worksheets[SHEET.key].conditional_format(
        area("number", "state"), {"type": "formula", "criteria": f"=OR({','.join(ended)})", "format": look}
    )
