"""How a team words what belonging asks, put together where it says the same: where the plenary begins (M73, M79)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording, and how many people and small groups gave it; whose it is nobody keeps."""

    text: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Wordings that say the same, the most frequent first; `number` is what the lead sees and corrects."""

    number: int
    wordings: tuple[Wording, ...]

    @property
    def heading(self) -> str:
        """The wording that stands for the group."""
        return self.wordings[0].text

    @property
    def times(self) -> int:
        """How often the group was given in all its wordings."""
        return sum(wording.times for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class TeamWordings:
    """All that came in, the largest group first; `people` and `groups` count who gave something."""

    conditions: tuple[WordingGroup, ...] = ()
    concepts: tuple[WordingGroup, ...] = ()
    people: int = 0
    groups: int = 0
