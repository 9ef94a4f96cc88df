"""The team scan: levels, their spread without small counts, and how TTR is positioned (M40-M46, G41).

A count of one to four persons is never shown, nor one that follows from a total minus the rest.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

LEVELS = (1, 2, 3, 4, 5)
LOW = (1, 2)
HIGH = (4, 5)
SMALLEST_COUNT = 5
UNKNOWN = "unknown"
"""The position of a team of which a scan tells too little, or that has none."""


@dataclass(frozen=True, slots=True)
class ScanAnswer:
    """One colleague's levels, from 1 (very little) to 5 (very much); None where it was not filled in."""

    expertise: int | None
    enthusiasm: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many colleagues a group of levels has: none, or at least five; its name is at `scan.level.<levels>`."""

    levels: str
    colleagues: int


@dataclass(frozen=True, slots=True)
class Scale:
    """What may be shown of one scale: its median as a whole level, and its spread; no shares when they are small."""

    typical: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What may be shown of a scan; None where the number of persons is too small to show.

    `staff` is the number of staff in year 1, when the number of colleagues left out of the scan may be known too.
    """

    colleagues: int | None = None
    staff: int | None = None
    expertise: Scale | None = None
    enthusiasm: Scale | None = None


def positioning(scan: Sequence[ScanAnswer] | None) -> str:
    """How TTR is best presented to this team; its words stand at `scan.positioning.<key>`.

    The manual names high expertise and low enthusiasm without saying when they are (M43, M44). The thresholds are ours:
    expertise is high when at least half of the answers are 4 or 5, enthusiasm low when at least half are 1 or 2. Both
    can hold; when neither does the words are ours (G41). A scale with fewer than five answers says nothing.
    """
    expertise = _known(answer.expertise for answer in scan or ())
    enthusiasm = _known(answer.enthusiasm for answer in scan or ())
    to_share = _mostly(HIGH, expertise)
    to_develop = _mostly(LOW, enthusiasm)
    if to_share and to_develop:
        return "both"
    if to_share or to_develop:
        return "expertise" if to_share else "enthusiasm"
    return "neutral" if expertise and enthusiasm else UNKNOWN


def picture(scan: Sequence[ScanAnswer], staff: int | None) -> Picture:
    """What may be shown of the scan to a team of which it covers a part."""
    given = [answer for answer in scan if _filled(answer.expertise) or _filled(answer.enthusiasm)]
    colleagues = len(given)
    if colleagues < SMALLEST_COUNT:
        return Picture()
    return Picture(
        colleagues=colleagues,
        staff=staff if staff is not None and _may_be_shown(staff - colleagues) else None,
        # The side that decides on the positioning is the last to be merged.
        expertise=_scale([answer.expertise for answer in given], ("low_middle", "high"), ("low", "middle_high")),
        enthusiasm=_scale([answer.enthusiasm for answer in given], ("low", "middle_high"), ("low_middle", "high")),
    )


def _scale(levels: Sequence[int | None], *mergers: tuple[str, ...]) -> Scale | None:
    known = _known(levels)
    if not known:
        return None
    low = sum(level in LOW for level in known)
    high = sum(level in HIGH for level in known)
    # Who has no level counts with the middle, so that the shares of both scales add up to the same total: two
    # totals that differ by one would tell that one colleague was left blank.
    middle = len(levels) - low - high
    counts = {
        "low": low,
        "middle": middle,
        "high": high,
        "low_middle": low + middle,
        "middle_high": middle + high,
    }
    for groups in (("low", "middle", "high"), *mergers):
        if all(_may_be_shown(counts[group]) for group in groups):
            return Scale(_rounded(median(known)), tuple(Share(group, counts[group]) for group in groups))
    return Scale(_rounded(median(known)), ())


def _known(levels: Iterable[int | None]) -> tuple[int, ...]:
    """The levels that were filled in; none at all when they are fewer than five."""
    known = tuple(level for level in levels if level is not None and _filled(level))
    return known if len(known) >= SMALLEST_COUNT else ()


def _filled(level: int | None) -> bool:
    return level in LEVELS


def _mostly(side: tuple[int, ...], known: Sequence[int]) -> bool:
    return bool(known) and 2 * sum(level in side for level in known) >= len(known)


def _may_be_shown(persons: int) -> bool:
    return persons == 0 or persons >= SMALLEST_COUNT


def _rounded(level: float) -> int:
    return int(level + 0.5)
