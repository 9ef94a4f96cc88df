"""The team scan: how much expertise and enthusiasm there is, from the web and from talks (M40-M46, G41)."""

from pipeline.forms.questions import Choice, Form, Layout, Name, Number, Question, Remark, Sheet
from pipeline.ttr.people import ROLES

LEVEL = Number(1, 5)

TEAM_SCAN = Form(
    "team_scan",
    (
        Sheet(
            "colleagues",
            Layout.ROWS,
            (
                Question("name", Name(), required=True),
                Question("expertise", LEVEL),
                Question("enthusiasm", LEVEL),
                Question("research", Remark()),
                Question("publications", Remark()),
                Question("courses", Remark()),
            ),
            blank_rows=40,
        ),
        Sheet(
            "talks",
            Layout.ROWS,
            (
                Question("name", Name(), required=True),
                Question("role", Choice("role", ROLES)),
                Question("expertise", LEVEL),
                Question("enthusiasm", LEVEL),
                Question("notes", Remark()),
            ),
            blank_rows=12,
        ),
    ),
)
