"""What we ask: one module per form, and the list of them."""

from pipeline.forms.case import CASE
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
    CASE,
    OWN_WORDS,
)
WORKBOOK_FORMS = tuple(form for form in FORMS if form.medium is Medium.WORKBOOK)
DOCUMENT_FORMS = tuple(form for form in FORMS if form.medium is Medium.DOCUMENT)

__all__ = [
    "CASE",
    "DOCUMENT_FORMS",
    "FORMS",
    "OWN_WORDS",
    "PERSONA_ASPECTS",
    "PROGRAMME",
    "SCORE_CORRECTIONS",
    "SIGN_UP",
    "STATEMENTS",
    "TEAM_SCAN",
    "WORKBOOK_FORMS",
]
