"""A team's frame of reference: what belonging is to it, and what brings it about (M71-M78)."""

from dataclasses import dataclass, field

from pipeline.findings import Place


@dataclass(frozen=True, slots=True)
class FrameOfReference:
    """What the team agreed on: one definition of belonging and four conditions for it."""

    definition: str
    conditions: tuple[str, str, str, str]
    place: Place = field(default=Place(), compare=False)
