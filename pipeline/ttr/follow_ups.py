"""What came of the follow-ups: how each was held, and the action points of the year (M20, M94, M98-M103)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pipeline.findings import Place


class ActionState(StrEnum):
    """How an action point stands."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def waits(self) -> bool:
        """Whether something is still to be done."""
        return self in {ActionState.OPEN, ActionState.BUSY}


@dataclass(frozen=True, slots=True)
class ActionPoint:
    """One step that the team agreed on; `number` is that of its meeting and its own: `1.2`.

    `who` is a role or a code. `meeting` is the key of the follow-up; None for one that the lead added to the list.
    """

    number: str
    what: str
    meeting: str | None = None
    who: str | None = None
    due: date | None = None
    state: ActionState = ActionState.OPEN
    place: Place = field(default=Place(), compare=False)

    def is_late(self, day: date | None) -> bool:
        """Whether it should have been done before this day."""
        return self.state.waits and self.due is not None and day is not None and self.due < day


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A follow-up that took place, as its form tells; `meeting` is its key.

    `case` is the code of the case that was discussed, None for none of ours. `conditions` are the numbers (1 to 4) of
    the conditions that were used. A text may have several paragraphs, a line each; empty for one that was left out.
    """

    meeting: str
    day: date | None = None
    present: int | None = None
    case: str | None = None
    conditions: tuple[int, ...] = ()
    inventory: str = ""
    reflection: str = ""
    strategies: str = ""
    place: Place = field(default=Place(), compare=False)
