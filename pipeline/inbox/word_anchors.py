"""The content controls of a Word form by the question they answer: by binding, else by tag, bookmark or title (M89).

LibreOffice drops every tag, Google Docs every binding; what one program loses another keeps.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import islice, takewhile

from pipeline.forms import anchors
from pipeline.forms.questions import Form, Layout
from pipeline.inbox.cleaning import folded
from pipeline.inbox.vocabulary import LONGEST_TERM, prompts, questions_by_label, without_number
from pipeline.inbox.word_flow import IsAnswer, Key
from pipeline.inbox.word_values import Field, FieldKind, WordDocument


class Anchor(IntEnum):
    """By what an answer was found, the surest first."""

    BINDING = 1
    TAG = 2
    BOOKMARK = 3
    TITLE = 4
    QUESTION = 5  # by the question one sees in front of it


_ASKED = ("", "")


@dataclass(frozen=True, slots=True)
class Anchored:
    """A place to answer a question: its text without our prompt; `field` is None for a bare bookmark."""

    key: Key
    anchor: Anchor
    text: str
    begin: int
    end: int
    field: Field | None = None


def controls_in(document: WordDocument, form: Form) -> tuple[Anchored, ...]:
    """Every control that says which question of the form it answers, in the order of the document."""
    found = (place for field in document.fields if (place := _of_field(document, form, field)))
    return tuple(sorted(found, key=lambda place: place.begin))


def answers_in(controls: Sequence[Anchored]) -> IsAnswer:
    """What tells whether something in the text only sounds like a question.

    It does where it stands in the answer to another, while the question has a control of its own elsewhere.
    """
    begins = [place.begin for place in controls]
    first = {place.key: place.begin for place in reversed(controls)}
    last = {place.key: place.end for place in controls}

    def is_answer(at: int, keys: tuple[Key, ...]) -> bool:
        around = controls[bisect_right(begins, at) - 1] if begins and begins[0] <= at else None
        return around is not None and at < around.end and all(_is_elsewhere(key, around) for key in keys)

    def _is_elsewhere(key: Key, around: Anchored) -> bool:
        return key != around.key and (first.get(key, around.begin) < around.begin or last.get(key, 0) > around.end)

    return is_answer


def anchored(
    document: WordDocument, form: Form, controls: Sequence[Anchored], asked: Sequence[int]
) -> tuple[Anchored, ...]:
    """Every place to answer a question of the form, in the order of the document; `asked` is where else one is asked.

    A control that holds a question, its own or another, is one that some program drew too wide; it answers nothing.
    """
    questions = sorted([*((place.begin, place.key) for place in controls), *((at, _ASKED) for at in asked)])
    narrow = [place for place in controls if not _is_wide(place, questions)]
    there = {place.key for place in narrow}
    bare = [place for place in _bare_bookmarks(document, form) if place.key not in there]
    return tuple(sorted([*narrow, *bare], key=lambda place: place.begin))


def without_prompt(text: str, form: Form) -> str:
    """The text without the prompt that stood there before; empty when nobody has typed anything."""
    for prompt in prompts(form):
        if text.startswith(prompt):
            text = text[len(prompt) :]
        elif len(text) <= LONGEST_TERM and folded(text) == folded(prompt):
            return ""
    return text


def _of_field(document: WordDocument, form: Form, field: Field) -> Anchored | None:
    if field.kind is FieldKind.OTHER or (found := _named(form, field)) is None:
        return None
    key, anchor = found
    text = without_prompt(_text(document, form, key, field), form)
    return Anchored(key, anchor, text, field.begin, field.end, field)


def _named(form: Form, field: Field) -> tuple[Key, Anchor] | None:
    names = _names(form)
    told = (
        (field.key, Anchor.BINDING),
        (field.tag, Anchor.TAG),
        *((b, Anchor.BOOKMARK) for b in field.bookmarks[::-1]),
    )
    for name, anchor in told:
        if name in names:
            return names[name], anchor
    keys = (
        questions_by_label(form).get(folded(without_number(field.alias)), ())
        if len(field.alias) <= LONGEST_TERM
        else ()
    )
    return (keys[0], Anchor.TITLE) if len(keys) == 1 else None


@cache
def _names(form: Form) -> Mapping[str, Key]:
    """What we call the place of an answer, in a binding, a tag and a bookmark."""
    return {
        name: (sheet.key, question.key)
        for sheet in form.sheets
        if sheet.layout is Layout.FIELDS
        for question in sheet.questions
        for name in (anchors.tag(sheet, question), anchors.bookmark(sheet, question))
    }


def _text(document: WordDocument, form: Form, key: Key, field: Field) -> str:
    """What one sees, with the line ends of our own part, where LibreOffice keeps them when the two say the same.

    That it is a prompt is believed of our own only: some programs leave the word when somebody has typed over it.
    """
    bound = document.bound.get(".".join(key), "")
    if field.prompt and not without_prompt(field.text, form):
        return bound
    return bound if "".join(bound.split()) == "".join(field.text.split()) else field.text


def _is_wide(place: Anchored, questions: Sequence[tuple[int, Key]]) -> bool:
    first = bisect_left(questions, (place.begin, ("", "")))
    inside = takewhile(lambda question: question[0] < place.end, islice(questions, first, None))
    return any(key != place.key for _, key in inside)


def _bare_bookmarks(document: WordDocument, form: Form) -> Iterator[Anchored]:
    names = _names(form)
    for name, (begin, end) in document.spans.items():
        if name in names:
            text = without_prompt(document.text[begin:end], form)
            yield Anchored(names[name], Anchor.BOOKMARK, text, begin, end)
