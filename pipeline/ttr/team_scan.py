"""The team scan: levels, their spread without small counts, and how TTR is positioned (M40-M46, G41)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanAnswer:
    """One colleague's levels, from 1 (very little) to 5 (very much); None where it was not filled in."""

    expertise: int | None
    enthusiasm: int | None


def positioning(scan: Sequence[ScanAnswer] | None) -> str:
    """How TTR is best presented to this team; its words stand at `scan.positioning.<key>`."""
    del scan
    return "unknown"
