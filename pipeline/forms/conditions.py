"""The conditions table: key concepts and four conditions of each, typed in for the plenary (M71-M81, G28)."""

from pipeline.forms.frame import CONDITION_QUESTIONS
from pipeline.forms.questions import Form, Layout, Name, Number, Prose, Question, Sheet
from pipeline.forms.releases import RELEASE_SHEET

LONGEST_WORDING = 300
MOST_GROUPS = 99

_CONDITIONS = tuple(Question(key, Prose(LONGEST_WORDING)) for key in CONDITION_QUESTIONS)

CONDITIONS_TABLE = Form(
    "conditions",
    (
        Sheet(
            "individual",
            Layout.ROWS,
            (Question("participant", Name()), Question("concepts", Prose(LONGEST_WORDING)), *_CONDITIONS),
            blank_rows=40,
        ),
        Sheet(
            "groups",
            Layout.ROWS,
            (Question("group", Number(1, MOST_GROUPS), required=True), *_CONDITIONS),
            blank_rows=12,
        ),
        RELEASE_SHEET,
    ),
)
