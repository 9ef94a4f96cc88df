"""The words of a blank form: those by which it is read back stay as shipped, the others follow the team."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.forms.labels import label_of, words_of
from pipeline.forms.questions import Form, Question, Sheet
from pipeline.language.catalogue import Catalogue

# A form that calls its headers or options otherwise would not be understood when it comes back.
_READ_BY: Final = ("aliases.", "choices.", "detect.", "reading.", "mending.formula", "mending.error")
_READ_BY_IN_FORMS: Final = (".tab", ".label", ".example", ".file", ".prompt", ".format")


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of one form in one language."""

    form: Form
    words: Catalogue

    @property
    def shipped(self) -> Catalogue:
        """The words without the team's own."""
        return Catalogue(self.words.language, self.words.texts)

    def of_form(self, name: str) -> str:
        """A word of the form: `title`, `purpose`, `hand_in`."""
        return self.words.say(f"forms.{self.form.key}.{name}")

    def of_some(self, name: str) -> str:
        """A word that only some forms have: `rule.heading`, `rule.text`; empty where there is none."""
        key = f"forms.{self.form.key}.{name}"
        return self.words.say(key) if key in self.words else ""

    @property
    def mark(self) -> str:
        """What the form carries inside, so that it is known when it comes back: `ttr:sign_up:1:nl`."""
        return f"ttr:{self.form.key}:{self.form.version}:{self.words.language}"

    @property
    def file(self) -> str:
        """The form's file name, without its ending."""
        return self.shipped.say(f"forms.{self.form.key}.file")

    def prompt(self, name: str) -> str:
        """What an empty answer in a Word form shows: `text` to write, `choice` to choose, `day` to pick a date."""
        return self.shipped.say(f"forms.document.{name}.prompt")

    @property
    def day_format(self) -> str:
        """How Word is to show a day."""
        return self.shipped.say("forms.document.day.format")

    def tab(self, sheet: Sheet) -> str:
        """The name of a sheet."""
        return self.shipped.say(f"{self._sheet(sheet)}.tab")

    def help(self, sheet: Sheet) -> str:
        """What a sheet is for."""
        return self.words.say(f"{self._sheet(sheet)}.help")

    def label(self, sheet: Sheet, question: Question) -> str:
        """A header, or a question beside its answer."""
        return self.shipped.say(label_of(self.form, sheet, question))

    def meaning(self, sheet: Sheet, question: Question) -> str:
        """What is meant."""
        return self.words.say(f"{self._sheet(sheet)}.{question.key}.note")

    def note(self, sheet: Sheet, question: Question) -> str:
        """What is meant, and whether it may be left out."""
        note = self.meaning(sheet, question)
        if question.required or sheet.fixed:
            return note
        return f"{note} {self.words.say('forms.fields.optional')}"

    def example(self, sheet: Sheet, question: Question) -> str:
        """An answer as it could be; empty where none is given."""
        key = f"{self._sheet(sheet)}.{question.key}.example"
        return self.shipped.say(key) if key in self.words else ""

    def _sheet(self, sheet: Sheet) -> str:
        return words_of(self.form, sheet)


def own_wordings(words: Catalogue) -> Iterator[tuple[str, str]]:
    """Every key that a team may word otherwise, with the shipped text."""
    return ((key, text) for key, text in words.wordings() if not _is_read_by(key))


def _is_read_by(key: str) -> bool:
    return key.startswith(_READ_BY) or (key.startswith("forms.") and key.endswith(_READ_BY_IN_FORMS))
