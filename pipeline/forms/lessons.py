"""The year form: what the team learned, for the annual report and for who begins the next year (M06, M104, M105, G18).

Its five questions are ours: one for each horizon of the programme, one on how it went and one on what comes next.
"""

from pipeline.forms.questions import YES_NO, AcademicYear, Designation, Form, Layout, Medium, Prose, Question, Sheet
from pipeline.forms.releases import RELEASE_SHEET
from pipeline.ttr.lessons import LESSONS as PROMPTS

LONGEST_ANSWER = 20_000
"""Characters; far beyond what a report bears, so that a long answer is told its number of words and is never lost."""

LONGEST_RECIPIENT = 80

LESSONS = Form(
    "lessons",
    (
        Sheet(
            "about",
            Layout.FIELDS,
            (
                Question("academic_year", AcademicYear(), required=True),
                Question("recipient", Designation(LONGEST_RECIPIENT)),
                Question("cases_for_management", YES_NO),
            ),
        ),
        Sheet(
            "lessons",
            Layout.FIELDS,
            tuple(Question(key, Prose(LONGEST_ANSWER, story=True)) for key in PROMPTS),
        ),
        RELEASE_SHEET,
    ),
    medium=Medium.DOCUMENT,
)
