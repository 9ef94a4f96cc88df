"""What we ask: one module per form, and the list of them."""

from pipeline.forms.own_words import OWN_WORDS
from pipeline.forms.persona_aspects import PERSONA_ASPECTS
from pipeline.forms.programme import PROGRAMME
from pipeline.forms.questions import Form
from pipeline.forms.score_corrections import SCORE_CORRECTIONS
from pipeline.forms.sign_up import SIGN_UP
from pipeline.forms.statements import STATEMENTS
from pipeline.forms.team_scan import TEAM_SCAN

FORMS: tuple[Form, ...] = (PROGRAMME, SIGN_UP, TEAM_SCAN, STATEMENTS, PERSONA_ASPECTS, SCORE_CORRECTIONS, OWN_WORDS)

__all__ = [
    "FORMS",
    "OWN_WORDS",
    "PERSONA_ASPECTS",
    "PROGRAMME",
    "SCORE_CORRECTIONS",
    "SIGN_UP",
    "STATEMENTS",
    "TEAM_SCAN",
]
