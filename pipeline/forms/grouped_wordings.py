"""Which of the team's wordings belong together: made by the program, corrected by the lead, read again (M73, M79)."""

from pipeline.forms.conditions import LONGEST_WORDING
from pipeline.forms.questions import Form, Layout, Number, Prose, Question, Sheet

HIGHEST_NUMBER = 999
"""Of a group; in a large team there are many wordings that nobody else gave, and each is a group."""

_ASKED = (
    Question("wording", Prose(LONGEST_WORDING), required=True),
    Question("times", Number(0, 9999)),
    Question("group", Number(1, HIGHEST_NUMBER)),
)

GROUPED_WORDINGS = Form(
    "grouped_wordings",
    (Sheet("conditions", Layout.ROWS, _ASKED, blank_rows=1), Sheet("concepts", Layout.ROWS, _ASKED, blank_rows=1)),
    handed_out=False,
)
