"""The action list: every action point of the year and how it stands; the lead keeps it (M98, M100)."""

from pipeline.forms.meeting import DUE, STATE, WHAT, WHO
from pipeline.forms.questions import Choice, Designation, Form, Layout, Question, Sheet
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.ttr.programme import FOLLOW_UPS

ACTION_LIST = Form(
    "action_list",
    (
        Sheet(
            "actions",
            Layout.ROWS,
            (
                Question("number", Designation(12)),
                Question("meeting", Choice("follow_up", FOLLOW_UPS)),
                WHAT,
                WHO,
                DUE,
                STATE,
            ),
            blank_rows=20,
        ),
        RELEASE_SHEET,
    ),
)
