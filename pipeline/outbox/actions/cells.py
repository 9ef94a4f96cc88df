"""Where the points of the action list stand, as its formulas name them."""

from dataclasses import dataclass

from pipeline.forms.action_list import ACTION_LIST
from pipeline.outbox.forms.sheets import LAST_ROW
from pipeline.outbox.forms.words import FormWords
from pipeline.ttr.follow_ups import ActionState

SHEET = ACTION_LIST.sheet("actions")
FIRST_ROW = 3
"""Counted from 1; above it stand the header and the example."""

ENDED = tuple(state for state in ActionState if not state.waits)


@dataclass(frozen=True, slots=True)
class PointCells:
    """The cells by question: a whole column as another sheet calls it, or the first cell for a rule of their own."""

    words: FormWords

    def column(self, question: str) -> str:
        """All cells with this answer."""
        letter, tab = _letter(question), quoted(self.words.tab(SHEET), "'")
        return f"{tab}!${letter}${FIRST_ROW}:${letter}${LAST_ROW}"

    def first(self, question: str) -> str:
        """The first cell with this answer, from which a rule counts on downwards."""
        return f"${_letter(question)}{FIRST_ROW}"

    def state(self, state: ActionState) -> str:
        """The state as it is chosen, to be compared with."""
        return quoted(self.words.shipped.say(f"choices.action_state.{state.value}"))


def area(first: str, last: str) -> str:
    """The cells of all points from one question to another."""
    return f"{_letter(first)}{FIRST_ROW}:{_letter(last)}{LAST_ROW}"


def quoted(text: str, mark: str = '"') -> str:
    """A text as a formula holds it."""
    return f"{mark}{text.replace(mark, mark * 2)}{mark}"


def _letter(question: str) -> str:
    return "ABCDEFGHIJ"[SHEET.questions.index(SHEET.question(question))]
