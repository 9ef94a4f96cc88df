"""A form with answers in it that we know already, ready to be filled in further."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from pipeline.forms.questions import Form
from pipeline.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form in the language of `words`; `told` holds answers by sheet, row and question.

    An option stands there by its key, anything else by its value.
    """

    form: Form
    words: Catalogue
    told: Mapping[str, Sequence[Mapping[str, str | int | date | time]]]
