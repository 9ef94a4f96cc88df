"""What we ask: one module per form, and the list of them."""

from pipeline.forms.action_list import ACTION_LIST
from pipeline.forms.case import CASE
from pipeline.forms.conditions import CONDITIONS_TABLE
from pipeline.forms.frame import FRAME
from pipeline.forms.grouped_wordings import GROUPED_WORDINGS
from pipeline.forms.lessons import LESSONS
from pipeline.forms.meeting import MEETING
from pipeline.forms.own_words import OWN_WORDS
from pipeline.forms.persona_aspects import PERSONA_ASPECTS
from pipeline.forms.programme import PROGRAMME
from pipeline.forms.questions import Form, Medium
from pipeline.forms.score_corrections import SCORE_CORRECTIONS
from pipeline.forms.sign_up import SIGN_UP
from pipeline.forms.statements import STATEMENTS
from pipeline.forms.team_scan import TEAM_SCAN

FORMS: tuple[Form, ...] = (
    PROGRAMME,
    SIGN_UP,
    TEAM_SCAN,
    STATEMENTS,
    PERSONA_ASPECTS,
    SCORE_CORRECTIONS,
    CONDITIONS_TABLE,
    GROUPED_WORDINGS,
    FRAME,
    CASE,
    MEETING,
    ACTION_LIST,
    LESSONS,
    OWN_WORDS,
)
WORKBOOK_FORMS = tuple(form for form in FORMS if form.medium is Medium.WORKBOOK)
DOCUMENT_FORMS = tuple(form for form in FORMS if form.medium is Medium.DOCUMENT)
BLANK_FORMS = tuple(form for form in FORMS if form.handed_out)
"""Those that lie ready to be filled in."""

__all__ = [
    "ACTION_LIST",
    "BLANK_FORMS",
    "CASE",
    "CONDITIONS_TABLE",
    "DOCUMENT_FORMS",
    "FORMS",
    "FRAME",
    "GROUPED_WORDINGS",
    "LESSONS",
    "MEETING",
    "OWN_WORDS",
    "PERSONA_ASPECTS",
    "PROGRAMME",
    "SCORE_CORRECTIONS",
    "SIGN_UP",
    "STATEMENTS",
    "TEAM_SCAN",
    "WORKBOOK_FORMS",
]
