"""How much of the team was there the year before, in lines to read and for a program: numbers alone (M106, G36)."""

from collections.abc import Iterator

from pipeline.language.catalogue import Catalogue
from pipeline.ttr.overlap import LARGELY_THE_SAME, Overlap


def lines(found: Overlap, words: Catalogue) -> Iterator[str]:
    """The counts, and what they advise."""
    yield words.say("next.overlap.heading")
    yield f"  {words.say('next.overlap.before', count=found.before)}"
    yield f"  {words.say('next.overlap.now', count=found.now)}"
    if found.percent is not None:
        yield f"  {words.say('next.overlap.both', count=found.both, percent=found.percent)}"
        yield f"  {words.say('next.overlap.newcomers', count=found.newcomers)}"
    yield words.say(f"next.overlap.{_outcome(found)}", limit=LARGELY_THE_SAME)
    if found.percent is not None:
        yield words.say("next.overlap.kept")


def as_json(found: Overlap) -> dict[str, object]:
    """The same for a program."""
    return {
        "before": found.before,
        "now": found.now,
        "both": found.both,
        "newcomers": found.newcomers,
        "percent": found.percent,
        "advice": found.advice.value if found.advice else None,
    }


def _outcome(found: Overlap) -> str:
    if found.advice is not None:
        return f"advice.{found.advice.value}"
    return "open.now" if not found.now else "open.before"
