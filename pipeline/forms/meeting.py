"""The meeting form: what a follow-up came to, filled in during it (M20, M94, M98-M101, M103, G17, G30)."""

from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.questions import (
    YES_NO,
    Choice,
    Day,
    Designation,
    Form,
    Layout,
    Medium,
    Name,
    Names,
    Number,
    Prose,
    Question,
    Sheet,
)
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.ttr.follow_ups import ActionState
from pipeline.ttr.programme import FOLLOW_UPS

LONGEST_ANSWER = 3000
LONGEST_POINT = 300
LONGEST_LIST = 4000
MOST_PRESENT = 500

WHAT = Question("what", Prose(LONGEST_POINT), required=True)
WHO = Question("who", Designation(60), required=True)
DUE = Question("due", Day(), required=True)
STATE = Question("state", Choice("action_state", tuple(ActionState)))

MEETING = Form(
    "meeting",
    (
        Sheet(
            "about",
            Layout.FIELDS,
            (
                Question("meeting", Choice("follow_up", FOLLOW_UPS), required=True),
                Question("day", Day(), required=True),
                Question("present", Number(1, MOST_PRESENT)),
                Question("people", Names(LONGEST_LIST)),
                Question("moderator", Name()),
                Question("author", Name()),
            ),
        ),
        Sheet(
            "discussion",
            Layout.FIELDS,
            (
                Question("inventory", Prose(LONGEST_ANSWER, story=True), required=True),
                Question("case", Designation(60)),
                *(Question(key, YES_NO) for key in CONDITION_QUESTIONS),
                Question("reflection", Prose(LONGEST_ANSWER, story=True), required=True),
                Question("strategies", Prose(LONGEST_ANSWER, story=True)),
            ),
        ),
        Sheet("action_points", Layout.ROWS, (WHAT, WHO, DUE, STATE), blank_rows=6),
        RELEASE_SHEET,
    ),
    medium=Medium.DOCUMENT,
)
