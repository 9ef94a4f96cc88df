"""Answers found as a reader finds them: each under its question, up to the next one (M89).

So a form is still read when its fields are gone, as after copying it into an empty document or a message.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from pipeline.forms.questions import Form
from pipeline.inbox.cleaning import folded
from pipeline.inbox.vocabulary import (
    LONGEST_TERM,
    likely,
    questions_by_label,
    questions_by_word,
    without_number,
    words_on_form,
)
from pipeline.inbox.word_values import Cell, Span, WordDocument

Key: TypeAlias = tuple[str, str]
"""The key of a sheet and of a question in it."""

IsAnswer: TypeAlias = Callable[[int, tuple[Key, ...]], bool]
"""Whether what stands here in the text, and could ask one of these questions, belongs to an answer."""

_MOST_GUESSED = 1_000
_LONGEST_OF_OURS = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document; `begin` is where it stands in the text."""

    text: str = field(repr=False)
    begin: int
    cell: Cell | None
    own: bool = False  # printed by us, not written by whoever filled in the form

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.begin, self.begin + len(self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """What stands under one question; `guessed` when the question is only like ours."""

    key: Key
    at: int
    lines: tuple[Line, ...]
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A line with a question, and where its answer begins when that is on the same line."""

    key: Key
    line: int
    answer: int
    guessed: bool = False


def told_under_questions(document: WordDocument, form: Form, is_answer: IsAnswer) -> tuple[Told, ...]:
    """What stands under each question of the form, in the order of the document."""
    lines = tuple(_lines(document, words_on_form(form)))
    # What fills a control on its own is an answer, even when it is worded like a question.
    whole = frozenset((field.begin, field.end) for field in document.fields)
    asked = list(_asked([line for line in enumerate(lines) if line[1].span not in whole], form, is_answer))
    asked += _guessed(lines, form, asked)
    asked.sort(key=lambda question: question.line)
    starts = [*(question.line for question in asked), len(lines)]
    return tuple(_told(lines, question, end) for question, end in zip(asked, starts[1:], strict=True))


def _lines(document: WordDocument, ours: frozenset[str]) -> Iterator[Line]:
    for paragraph in document.paragraphs:
        begin = paragraph.begin
        for text in paragraph.text.split("\n"):
            own = len(text) <= _LONGEST_OF_OURS and folded(text) in ours
            yield Line(text, begin, paragraph.cell, own)
            begin += len(text) + 1


def _asked(lines: Iterable[tuple[int, Line]], form: Form, is_answer: IsAnswer) -> Iterator[_Asked]:
    seen: dict[Key, int] = {}
    for number, line in lines:
        found = _question_in(line.text, form)
        if found and not is_answer(line.begin, found[0]):
            keys, answer = found
            key = min(keys, key=lambda key: seen.get(key, 0))
            seen[key] = seen.get(key, 0) + 1
            yield _Asked(key, number, answer)


def _question_in(text: str, form: Form) -> tuple[tuple[Key, ...], int] | None:
    """The questions that the line may be, and how far it reaches in it; a tab or a colon parts it from an answer."""
    if not text or text.isspace():
        return None
    if keys := questions_by_word(form).get(_term(text)):
        return keys, len(text)
    for sign in "\t?:":
        head, parted, tail = text[: LONGEST_TERM + 1].partition(sign)
        if parted and tail and (keys := questions_by_label(form).get(_term(head))):
            return keys, len(head) + 1
    return None


def _guessed(lines: Sequence[Line], form: Form, known: Sequence[_Asked]) -> list[_Asked]:
    """The lines that are clearly like a question still missing; one that two lines are like is in none of them."""
    if not known:
        return []
    there = {question.key for question in known}
    left = {
        word: "/".join(keys[0])
        for word, keys in questions_by_label(form).items()
        if there.isdisjoint(keys) and len(keys) == 1
    }
    if not left:
        return []
    found: dict[str, list[int]] = {}
    taken = {question.line for question in known}
    free = (number for number, line in enumerate(lines) if number not in taken and not line.own and line.text.strip())
    for number in islice(free, _MOST_GUESSED):
        if key := likely(_term(lines[number].text), left):
            found.setdefault(key, []).append(number)
    return [
        _Asked(_key(key), numbers[0], len(lines[numbers[0]].text), guessed=True)
        for key, numbers in found.items()
        if len(numbers) == 1
    ]


def _key(text: str) -> Key:
    sheet, _, question = text.partition("/")
    return sheet, question


def _told(lines: Sequence[Line], question: _Asked, end: int) -> Told:
    """A cell with only the question and our explanation holds no answer when there is another beside it."""
    first = lines[question.line]
    rest = Line(first.text[question.answer :], first.begin + question.answer, first.cell)
    found = [rest] if rest.text.strip() else []
    beside = list(islice(lines, question.line + 1, end))
    if first.cell:
        inside = [line for line in beside if _table(line) == _table(first)]
        beside = [line for line in inside if line.cell != first.cell] or inside or beside
    found += [line for line in beside if not line.own]
    return Told(question.key, first.begin, _trimmed(found), question.guessed)


def _trimmed(lines: list[Line]) -> tuple[Line, ...]:
    """The lines without the empty ones around them."""
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    return tuple(lines[filled[0] : filled[-1] + 1]) if filled else ()


def _table(line: Line) -> int:
    """The number of the outermost table around the line; 0 outside any."""
    cell = line.cell
    while cell is not None and cell.inside is not None:
        cell = cell.inside
    return 0 if cell is None else cell.table


def _term(text: str) -> str:
    return folded(without_number(text.strip())) if 0 < len(text) <= LONGEST_TERM else ""
