"""The forms of the invented team's year as files, as they lie in its inbox."""

from collections.abc import Mapping

from pipeline.documents.filled_form import FilledForm
from pipeline.forms import ACTION_LIST, CONDITIONS_TABLE, FRAME, LESSONS, MEETING
from pipeline.forms.questions import Form
from pipeline.language.catalogue import catalogue
from pipeline.outbox.forms.blank_form import filled_form
from tests.year.texts import Told, with_case, year_texts

TABLE, FIRST_FRAME, NEW_FRAME = "voorwaarden.xlsx", "referentiekader.docx", "referentiekader-nieuw.docx"
FIRST_MEETING, SECOND_MEETING, ACTIONS = "vervolgsessie-1.docx", "vervolgsessie-2.docx", "actielijst.xlsx"
THIRD_MEETING, YEAR_FORM = "vervolgsessie-3.docx", "jaarformulier.docx"


def files(codes: Mapping[str, str], language: str = "nl") -> dict[str, bytes]:
    """Every form, by file name; `codes` are those of the cases that were discussed, by the key of the meeting."""
    texts = year_texts(language)
    return {
        TABLE: made(CONDITIONS_TABLE, texts.conditions, language),
        FIRST_FRAME: made(FRAME, texts.frame, language),
        NEW_FRAME: made(FRAME, texts.new_frame, language),
        FIRST_MEETING: made(MEETING, with_case(texts.first_meeting, codes["follow_up_1"]), language),
        SECOND_MEETING: made(MEETING, with_case(texts.second_meeting, codes["follow_up_2"]), language),
        THIRD_MEETING: made(MEETING, texts.third_meeting, language),
        ACTIONS: made(ACTION_LIST, texts.action_list, language),
        YEAR_FORM: made(LESSONS, texts.lessons, language),
    }


def made(form: Form, told: Told, language: str = "nl") -> bytes:
    """One form with these answers in it."""
    return filled_form(FilledForm(form, catalogue(language), told))
