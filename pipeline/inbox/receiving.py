"""Everything that lies in the inbox, read: from files to answers, with whatever there is to say about them.

Nothing is written, and whatever a file holds, reading it ends in answers or a finding.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.findings import Finding, note, stop
from pipeline.inbox.answers import Answers, RawReview, RawScores, Received
from pipeline.inbox.chat_scores import chat_scores
from pipeline.inbox.chat_shapes import Chat, chat_in
from pipeline.inbox.delimited import decoded
from pipeline.inbox.listing import Arrival, arrivals
from pipeline.inbox.opening import FileType, Opened, read_safely
from pipeline.inbox.raw import RawWorkbook
from pipeline.inbox.reading_forms import NOTHING_READ, Reading, reading
from pipeline.inbox.review_copy import is_review_copy, review_copy
from pipeline.inbox.sheets import workbook
from pipeline.inbox.word_form import word_reading
from pipeline.inbox.word_text import document


def received(inbox: Path) -> Received:
    """All forms in `inbox` and its folders; a file that lies there twice counts once."""
    if not inbox.is_dir():
        return Received(findings=(stop("inbox_empty"),))
    files, findings = arrivals(inbox)
    if not files and not findings:
        return Received(findings=(stop("inbox_empty"),))
    forms: list[Answers] = []
    scores: list[RawScores] = []
    reviews: list[RawReview] = []
    said = list(findings)
    workbooks: dict[str, RawWorkbook] = {}
    first: dict[str, str] = {}
    for arrival in files:
        file = _file(arrival, first)
        if isinstance(file, Finding):
            said.append(file)
            continue
        said += file.findings
        if file.book is not None:
            workbooks[arrival.shown] = file.book
        if file.reading.answers is not None:
            forms.append(file.reading.answers)
        scores += file.reading.scores
        reviews += file.reviews
        said += file.reading.findings
    digests = {shown: digest for digest, shown in first.items()}
    return Received(tuple(forms), tuple(said), workbooks, tuple(scores), tuple(reviews), digests)


@dataclass(frozen=True, slots=True)
class _File:
    """What one file came to; `book` is None where its cells are not to be copied back."""

    findings: tuple[Finding, ...]
    book: RawWorkbook | None = None
    reading: Reading = NOTHING_READ
    reviews: tuple[RawReview, ...] = ()


_Read: TypeAlias = _File | Finding


def _file(arrival: Arrival, first: dict[str, str]) -> _Read:
    """The file, opened once; `first` tells under which name each content was met, and is told of this one."""

    def read(file: Opened) -> _File:
        if (known := first.setdefault(file.digest, arrival.shown)) != arrival.shown:
            return _File((note("same_file", arrival.place, other=known),))
        if file.type is FileType.DOCUMENT:
            return _of_document(file)
        if (chat := _chat(file)) is not None:
            scores, findings = chat_scores(arrival.place, chat)
            return _File(file.findings, None, Reading(None, findings, (scores,) if scores else ()))
        book = workbook(file)
        what = reading(file, book)
        return _File(file.findings, None if what.names_people else book, what)

    return read_safely(arrival, read)


def _of_document(file: Opened) -> _File:
    """A Word form, a review copy of a case, or nothing of ours."""
    text = document(file)
    if is_review_copy(text):
        return _File(file.findings, reviews=(review_copy(text, file.arrival.place),))
    told = word_reading(file, text)
    return _File(file.findings, told.copy, told.reading)


def _chat(file: Opened) -> Chat | None:
    """A text is a chat by its shape, whatever it is called; else it is a list."""
    text = decoded(file.content) if file.type is FileType.TEXT else None
    return None if text is None else chat_in(text)
