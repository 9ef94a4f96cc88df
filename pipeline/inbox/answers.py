"""What a form said, answer by answer with its place. Read side: it may name somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import TypeAlias

from pipeline.findings import Finding, Place
from pipeline.forms.questions import Form
from pipeline.inbox.personal import Personal
from pipeline.inbox.raw import RawWorkbook

Given: TypeAlias = Personal | str | int | date | time
"""By kind: Name, Address, Remark, Prose and Designation are `Personal`; Choice, AcademicYear and CatalogueKey are
`str` (option key, `2027-2028`, key of the catalogue); Number is `int`, Day `date`, Clock `time`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; `value` is None where nothing, or nothing that could be understood, was filled in."""

    value: Given | None
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """The answers of one row, or of a whole sheet with one answer beside each question.

    Every question of the sheet has an answer here, also one whose column is missing; its place is then the header.
    """

    answers: Mapping[str, Answer]
    place: Place

    def __getitem__(self, question: str) -> Answer:
        return self.answers[question]


class Source(Enum):
    """How a form came about."""

    OURS = "ours"  # by its mark
    MICROSOFT_FORMS = "microsoft_forms"
    GOOGLE_FORMS = "google_forms"
    TABLE = "table"  # a list without a mark, known by its headers


@dataclass(frozen=True, slots=True)
class Answers:
    """One form that came in; `place` is its file, `digest` is equal for files with the same content.

    `language` is the one its mark tells (nl, en or de), without a mark that of a Word form's questions, else None.
    `sheets` holds the rows of every sheet of the form by key; a sheet that was not in the file has none, and a sheet of
    fields has one row.
    """

    form: Form
    source: Source
    place: Place
    digest: str
    language: str | None
    sheets: Mapping[str, tuple[Row, ...]] = field(repr=False)


class ScoreSource(Enum):
    """From what the scores of a Power Walk were read."""

    SHEET = "sheet"  # our score sheet or tally, or one of its shape
    EXPORT = "export"  # Microsoft Forms or Google Forms, a column for each statement
    LIST = "list"  # a total beside each code or name
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class StatementColumn:
    """A column with the points for one statement: the number and the text of its header, as far as it has them."""

    number: int | None
    text: Personal
    place: Place


@dataclass(frozen=True, slots=True)
class RawScore:
    """What came in about one person.

    `who` are the code, the address and the name by which that person may be known, best first; none in a numbered row.
    `points` are in the order of the columns, None where nothing that could be understood was filled in.
    """

    who: tuple[Personal, ...]
    place: Place
    points: tuple[int | None, ...] = ()
    total: int | None = None


@dataclass(frozen=True, slots=True)
class RawPersona:
    """The identity aspects that were typed in for the reveal; `names_nobody` tells whether somebody released them."""

    who: Personal
    aspects: tuple[Personal, ...]
    names_nobody: bool
    place: Place
    release: Place


@dataclass(frozen=True, slots=True)
class RawScores:
    """The scores of one file; a chat holds every number of a sender, in its order.

    With `steps` they were counted in steps (a step is 10 points here already); `numbered` rows stand for nobody.
    """

    source: ScoreSource
    place: Place
    rows: tuple[RawScore, ...] = field(repr=False)
    columns: tuple[StatementColumn, ...] = ()
    personas: tuple[RawPersona, ...] = field(default=(), repr=False)
    steps: bool = False
    numbered: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RawReview:
    """A review copy of a case that came back, in its accepted view; `place` is its file.

    `code` and `digest` are of the text it was made from, empty where they got lost. `meeting` is the key of the meeting
    the case was chosen for, None for none; `remaining` tells that somebody looked at what was found in it and may stay.
    `pending` counts the changes neither accepted nor rejected. `answers` are by question, and may name somebody.
    """

    code: str
    digest: str
    place: Place
    language: str | None = None
    released: bool = False
    meeting: str | None = None
    remaining: bool = False
    pending: int = 0
    answers: Mapping[str, Personal] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Received:
    """Everything that lay in the inbox, in the order of the listing.

    `workbooks` holds the cells of each file by its shown name, for the copies that go back to the sender; scores that
    came with names are not among them. `digests` holds the SHA-256 of the bytes of each file by its shown name, in
    hexadecimal digits.
    """

    forms: tuple[Answers, ...] = ()
    findings: tuple[Finding, ...] = ()
    workbooks: Mapping[str, RawWorkbook] = field(default_factory=dict, repr=False)
    scores: tuple[RawScores, ...] = ()
    reviews: tuple[RawReview, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, form: Form) -> tuple[Answers, ...]:
        """All copies of this form that came in."""
        return tuple(answers for answers in self.forms if answers.form.key == form.key)
