"""What a reviewer says in the review copy of a case: released or not, and for which meeting (M90, M94, G31).

The copy itself is made in `post`, as it still shows names; this is no form that lies ready to be filled in.
"""

from pipeline.forms.questions import YES_NO, Choice, Designation, Form, Layout, Medium, Question, Sheet
from pipeline.ttr.programme import FOLLOW_UPS

NOT_CHOSEN = "none"
MEETINGS = (NOT_CHOSEN, *FOLLOW_UPS)

REVIEW = Form(
    "review",
    (
        Sheet(
            "release",
            Layout.FIELDS,
            (
                Question("code", Designation(20), required=True),
                Question("released", Choice("case_release", ("not_yet", "yes")), required=True, preset="not_yet"),
                Question("meeting", Choice("case_meeting", MEETINGS), required=True, preset=NOT_CHOSEN),
                Question("remaining", YES_NO, required=True, preset="no"),
                Question("digest", Designation(20), required=True),
            ),
        ),
    ),
    medium=Medium.DOCUMENT,
)


def heading_bookmark(question: str) -> str:
    """The bookmark around the heading of an answer in the review copy."""
    return f"ttr_review_{question}"
