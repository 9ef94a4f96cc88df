"""What was found for each question of a Word form, in its fields and under the question, put together (M89)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from pipeline.forms.questions import YES_NO, Choice, Form, Kind
from pipeline.inbox.raw import CellValue
from pipeline.inbox.word_anchors import Anchor, Anchored, anchored, answers_in, controls_in
from pipeline.inbox.word_flow import Key, Line, Told, told_under_questions
from pipeline.inbox.word_values import Span, WordDocument, merged

_BOX = re.compile(r"([\u2610-\u2612\u2713\u2714\u25a0\u25a1]|\[[ xX]?\])")
_TICKED = frozenset("\u2611\u2612\u2713\u2714\u25a0") | {"[x]", "[X]"}
_FEWEST = 2
_MOST_LINES_OF_A_CHOICE = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What answers one question: its fields, and what else stands under it."""

    fields: tuple[Anchored, ...] = ()
    told: tuple[Told, ...] = ()
    besides: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @property
    def best(self) -> Anchored | None:
        """The field to believe: one that was filled in, by the surest anchor, the narrowest."""
        return min(self.fields, key=lambda place: (not place.text.strip(), place.anchor, len(place.text)), default=None)

    @property
    def anchor(self) -> Anchor:
        """By what the answer was found."""
        return self.best.anchor if self.best and self.best.text.strip() else Anchor.QUESTION

    @property
    def guessed(self) -> bool:
        """Whether it was found by a question that is only like ours."""
        return self.anchor is Anchor.QUESTION and any(one.guessed for one in self.told)

    @property
    def text(self) -> str:
        """All that was written: in the field, and before and after it."""
        pieces = list(self.besides)
        if self.best and self.best.text.strip():
            pieces.append((self.best.begin, self.best.text))
        return "\n".join(text for _, text in sorted(pieces)).strip()

    @property
    def times(self) -> int:
        """How often the question was asked and answered."""
        ends, count = 0, 0
        for place in self.fields:
            if place.text.strip() and place.begin >= ends:
                ends, count = max(place.end, place.begin + 1), count + 1
        return max(count, sum(1 for one in self.told if any(line.text.strip() for line in one.lines)))

    def values(self, kind: Kind) -> tuple[CellValue, ...]:
        """What may be meant, the likeliest first."""
        control = self.best.field if self.best else None
        if not isinstance(kind, Choice):
            return tuple(value for value in (self.text, control and control.day) if value)
        seen = self.best.text.strip() if self.best else ""
        ticked = (control.ticked,) if control and control.ticked is not None and kind == YES_NO else ()
        behind = control.chosen if control and seen else ""
        lines = (text.strip() for _, text in self.besides[:_MOST_LINES_OF_A_CHOICE])
        words = (ticked_word(self.text), seen, behind, *lines)
        return (*ticked, *(word for word in words if word))


def found(document: WordDocument, form: Form, besides: Sequence[int] = ()) -> Mapping[Key, Found]:
    """What was found for each question of the form that stands in the document; `besides` is where else it asks."""
    controls = controls_in(document, form)
    told = told_under_questions(document, form, answers_in(controls))
    places = anchored(document, form, controls, [*(one.at for one in told), *besides])
    covered = merged((place.begin, place.end) for place in places)
    return {
        key: _found([place for place in places if place.key == key], [one for one in told if one.key == key], covered)
        for key in dict.fromkeys([*(place.key for place in places), *(one.key for one in told)])
    }


def asked_in_several(answers: Iterable[Found]) -> bool:
    """Whether more than one form stands in the document: most of what was answered was answered twice."""
    times = [times for one in answers if (times := one.times)]
    twice = sum(1 for count in times if count > 1)
    return twice >= _FEWEST and twice * 2 >= len(times)


def ticked_word(text: str) -> str:
    """The word behind the only box that is ticked, of several; empty when there is none such."""
    parts = _BOX.split(text)
    ticked = [word.strip() for sign, word in zip(parts[1::2], parts[2::2], strict=True) if sign in _TICKED]
    return ticked[0] if len(ticked) == 1 else ""


def _found(fields: Sequence[Anchored], told: Sequence[Told], covered: Sequence[Span]) -> Found:
    besides = ((line, _uncovered(line, covered)) for one in told for line in one.lines)
    kept = [(line.begin, text) for line, text in besides if text.strip() or not line.text.strip()]
    return Found(tuple(fields), tuple(told), tuple(kept))


def _uncovered(line: Line, covered: Sequence[Span]) -> str:
    """What of the line lies in no field."""
    pieces, at = [], line.begin
    first = max(bisect_right(covered, (line.begin, line.begin)) - 1, 0)
    for begin, end in takewhile(lambda span: span[0] < line.span[1], islice(covered, first, None)):
        pieces.append(line.text[at - line.begin : max(begin - line.begin, at - line.begin)])
        at = max(at, end)
    return "".join([*pieces, line.text[at - line.begin :]])
