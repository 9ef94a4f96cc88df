"""The sign-up: who takes part, in which role (M02-M04, M37, G12)."""

from pipeline.forms.questions import YES_NO, Address, Choice, Form, Layout, Name, Question, Remark, Sheet
from pipeline.ttr.people import ROLES

SIGN_UP = Form(
    "sign_up",
    (
        Sheet(
            "participants",
            Layout.ROWS,
            (
                Question("name", Name(), required=True),
                Question("email", Address(), required=True),
                Question("role", Choice("role", ROLES), required=True),
                Question("first_year", YES_NO, required=True),
                Question("remarks", Remark()),
            ),
            blank_rows=60,
        ),
    ),
)
