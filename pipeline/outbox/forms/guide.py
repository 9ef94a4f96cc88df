"""The first sheet of a blank form: what it is for, how to fill it in, and where to send it."""

from typing import Any

from pipeline.outbox.forms.look import Look, height
from pipeline.outbox.forms.sheets import lay_out
from pipeline.outbox.forms.words import FormWords

_WIDTH = 92
# So wide a line holds more letters than its share.
_WIDTH_OF_LINES = 100


def write_guide(worksheet: Any, look: Look, words: FormWords) -> None:
    """One page in one column, with a link to each sheet."""
    worksheet.set_column(0, 0, _WIDTH)
    lines = _Lines(worksheet, row=0)
    lines.add(words.of_form("title"), look.title, tall=48)
    lines.add(words.of_form("purpose"), look.purpose, size=13, room=18)
    lines.heading(words.words.say("forms.guide.fill_in"), look)
    for number, step in enumerate(words.words.many("forms.guide.steps"), 1):
        lines.add(f"{number}. {step}", look.text)
    lines.heading(words.words.say("forms.guide.sheets"), look)
    for sheet in words.form.sheets:
        lines.add_link(words.tab(sheet), look.link)
        lines.add(words.help(sheet), look.text)
    lines.heading(words.words.say("forms.guide.done"), look)
    lines.add(words.of_form("hand_in"), look.text)
    lay_out(worksheet, words.of_form("title"), landscape=False)
    worksheet.protect("", {"format_columns": True, "format_rows": True})


class _Lines:
    """The lines of the page, from top to bottom."""

    def __init__(self, worksheet: Any, row: int) -> None:
        self._worksheet = worksheet
        self._row = row

    def add(self, text: str, look: Any, *, size: int = 11, room: float = 3, tall: float = 0) -> None:
        self._worksheet.set_row(self._row, max(tall, height(((text, _WIDTH_OF_LINES),), size) + room))
        self._worksheet.write_string(self._row, 0, text, look)
        self._row += 1

    def heading(self, text: str, look: Look) -> None:
        self._worksheet.set_row(self._row, 14)
        self._row += 1
        self.add(text, look.subtitle, size=14)

    def add_link(self, tab: str, look: Any) -> None:
        target = tab.replace("'", "''")
        self._worksheet.set_row(self._row, 22)
        self._worksheet.write_url(self._row, 0, f"internal:'{target}'!A1", look, tab)
        self._row += 1
