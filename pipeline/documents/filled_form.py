"""A form with answers in it that we know already, ready to be filled in further."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from pipeline.forms.questions import Form
from pipeline.language.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The form in the language of `words`; `told` holds answers by sheet, row and question.

    An option stands there by its key, anything else by its value. `beside` holds by question what helps to answer it; a
    Word form shows it below the question, and it is no answer.
    """

    form: Form
    words: Catalogue
    told: Mapping[str, Sequence[Mapping[str, str | int | date | time]]]
    beside: Mapping[str, str] = field(default_factory=dict)
