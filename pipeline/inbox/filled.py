"""A sheet of a form as it came in, and what is said of an answer in it that is missing or cannot be read."""

from dataclasses import dataclass

from pipeline.findings import Finding, Level, Place, Shown, Word
from pipeline.forms import OWN_WORDS, PROGRAMME, STATEMENTS
from pipeline.forms.labels import label_of
from pipeline.forms.questions import Door, Form, Layout, Question, Sheet
from pipeline.inbox.answers import Given
from pipeline.inbox.grid import Grid
from pipeline.inbox.kinds import Refused, Said, said
from pipeline.inbox.raw import RawCell
from pipeline.inbox.vocabulary import keys_offered

_ONE_OF_A_KIND = frozenset({PROGRAMME.key, STATEMENTS.key, OWN_WORDS.key})
_MEETING_NEEDS = frozenset({"meeting", "day", "start"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet of a form, on the grid where it was found."""

    form: Form
    sheet: Sheet
    grid: Grid

    def said(self, question: Question, cell: RawCell | None) -> Said:
        """What the cell answers to the question."""
        return said(question.kind, cell, keys_offered(self.sheet))

    def note(self, key: str, place: Place, **values: Shown) -> Finding:
        """Something worth knowing about this form."""
        return Finding(Level.NOTE, key, place, values, self.form.key)

    def refused(self, question: Question, refused: Refused, place: Place) -> Finding:
        """What was filled in cannot be read: a document would be wrong, unless it is one person's row or a remark."""
        matters = question.required or question.kind.door is not Door.WITHHELD
        stops = self.form.key in _ONE_OF_A_KIND and matters and refused.key != "key_unknown"
        values = {"question": self.label(question), **refused.values}
        return Finding(Level.STOP if stops else Level.NOTE, refused.key, place, values, self.form.key)

    def missing(self, key: str, question: Question, place: Place) -> Finding:
        """Nothing was filled in, or there is no place to."""
        level = Level.STOP if self.depends_on(question) else Level.NOTE
        return Finding(level, key, place, {"question": self.label(question)}, self.form.key)

    def depends_on(self, question: Question) -> bool:
        """Whether no document can do without an answer."""
        if self.form.key != PROGRAMME.key or not question.required:
            return False
        return self.sheet.layout is Layout.FIELDS or question.key in _MEETING_NEEDS

    def label(self, question: Question) -> Word:
        """The question in the reader's words."""
        return Word(label_of(self.form, self.sheet, question))


def value_of(said: Said) -> Given | None:
    """The answer, or None where there is none that could be read."""
    return None if isinstance(said, Refused) else said
