"""The parts a form is made of: sheets of questions, and the kinds of answer.

The kind of a question decides what passes the door: `CHECKED` passes once it has been checked against its kind,
`RELEASED` passes after it was searched for names and a person has released it, `WITHHELD` never passes.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias


class Door(Enum):
    """What the door does with an answer of a kind."""

    CHECKED = "checked"
    RELEASED = "released"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name."""

    door = Door.WITHHELD


@dataclass(frozen=True, slots=True)
class Names:
    """Names and nicknames of several people, one to a line or parted by commas; `longest` in characters."""

    longest: int = 1000
    door = Door.WITHHELD


@dataclass(frozen=True, slots=True)
class Address:
    """A person's e-mail address."""

    door = Door.WITHHELD


@dataclass(frozen=True, slots=True)
class Remark:
    """Free text that no document ever uses."""

    door = Door.WITHHELD


@dataclass(frozen=True, slots=True)
class Prose:
    """Free text for a document: searched for names, and released by a person.

    `longest` is in characters; a `story` may have several paragraphs.
    """

    longest: int = 300
    story: bool = False
    door = Door.RELEASED


@dataclass(frozen=True, slots=True)
class Designation:
    """The short public name of a team, a programme, a meeting or a room; `longest` in characters."""

    longest: int = 80
    door = Door.RELEASED


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options of `group`; their words stand at `choices.<group>.<option>`."""

    group: str
    options: tuple[str, ...]
    door = Door.CHECKED


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `lowest` to `highest`."""

    lowest: int
    highest: int
    door = Door.CHECKED


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""

    earliest: date = date(2020, 1, 1)
    latest: date = date(2099, 12, 31)
    door = Door.CHECKED


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    door = Door.CHECKED


@dataclass(frozen=True, slots=True)
class AcademicYear:
    """Two years that follow each other: `2027-2028`."""

    door = Door.CHECKED


@dataclass(frozen=True, slots=True)
class CatalogueKey:
    """A key of the catalogue; stands in the form, is never typed."""

    door = Door.CHECKED


Kind: TypeAlias = (
    Name | Names | Address | Remark | Prose | Designation | Choice | Number | Day | Clock | AcademicYear | CatalogueKey
)

YES_NO = Choice("yes_no", ("yes", "no"))


@dataclass(frozen=True, slots=True)
class Question:
    """One thing we ask; its words stand at `forms.<form>.<sheet>.<key>`.

    `preset` is the option that is already chosen in the rows we fill.
    """

    key: str
    kind: Kind
    required: bool = False
    preset: str = ""


class Layout(Enum):
    """How a sheet is laid out: one answer beside each question, or one row per item under a header."""

    FIELDS = "fields"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of questions; `blank_rows` is how many rows a blank form offers.

    `fixed` names the question whose cells are filled by us and locked; `fixed_values` are the rows it offers, keys of
    the catalogue. Without them it offers every word, and `shown` names the question that shows the text of each.
    """

    key: str
    layout: Layout
    questions: tuple[Question, ...]
    blank_rows: int = 0
    fixed: str = ""
    fixed_values: tuple[str, ...] = ()
    shown: str = ""

    def question(self, key: str) -> Question:
        """The question with this key."""
        return next(question for question in self.questions if question.key == key)


class Medium(Enum):
    """What a form is filled in with."""

    WORKBOOK = "workbook"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Form:
    """A form; its words stand at `forms.<key>`.

    In a document the sheets are the headings on it. One that is not `handed_out` blank is made with something in it.
    """

    key: str
    sheets: tuple[Sheet, ...]
    version: int = 1
    medium: Medium = Medium.WORKBOOK
    handed_out: bool = True

    def sheet(self, key: str) -> Sheet:
        """The sheet with this key."""
        return next(sheet for sheet in self.sheets if sheet.key == key)
