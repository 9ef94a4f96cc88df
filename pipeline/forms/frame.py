"""The frame of reference: the team's definition of belonging, and four conditions (M14, M15, M85, M109, M112, G16)."""

from pipeline.forms.questions import YES_NO, Day, Form, Layout, Medium, Name, Number, Prose, Question, Sheet
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.ttr.frame import CONDITIONS

LONGEST_ANSWER = 20_000
"""Characters; far beyond what the programme wants, so that a text that is too long is told its number of words."""

CONDITION_QUESTIONS = tuple(f"condition_{number}" for number in range(1, CONDITIONS + 1))

FRAME = Form(
    "frame",
    (
        Sheet(
            "frame",
            Layout.FIELDS,
            tuple(
                Question(key, Prose(LONGEST_ANSWER, story=True), required=True)
                for key in ("definition", *CONDITION_QUESTIONS)
            ),
        ),
        Sheet(
            "agreement",
            Layout.FIELDS,
            (
                Question("version", Number(1, 99), required=True),
                Question("agreed", YES_NO, required=True),
                Question("agreed_on", Day()),
                Question("author_1", Name()),
                Question("author_2", Name()),
            ),
        ),
        RELEASE_SHEET,
    ),
    medium=Medium.DOCUMENT,
)
