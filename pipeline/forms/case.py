"""The case form: a case of lacking belonging, in six questions, written by a mentor or teacher (M18, M88-M95, G30)."""

from pipeline.forms.questions import YES_NO, Choice, Form, Layout, Medium, Names, Prose, Question, Sheet
from pipeline.ttr.cases import AUTHORS, CONSENTS, KINDS, ORIGINS, QUESTIONS

LONGEST_ANSWER = 3000

CASE = Form(
    "case",
    (
        Sheet(
            "about",
            Layout.FIELDS,
            (
                Question("kind", Choice("case_kind", KINDS), required=True),
                Question("first_year", YES_NO, required=True),
                Question("origin", Choice("case_origin", ORIGINS), required=True),
                Question("author", Choice("case_author", AUTHORS), required=True),
            ),
        ),
        Sheet(
            "case",
            Layout.FIELDS,
            tuple(Question(key, Prose(LONGEST_ANSWER, story=True), required=True) for key in QUESTIONS),
        ),
        Sheet(
            "people",
            Layout.FIELDS,
            (
                Question("students", Names()),
                Question("teachers", Names()),
                Question("others", Names()),
                Question("consent", Choice("case_consent", CONSENTS), required=True),
            ),
        ),
    ),
    medium=Medium.DOCUMENT,
)
