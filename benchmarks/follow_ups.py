"""The follow-ups of the sample, inbox to outbox, and like wordings put together for teams of all sizes."""

import shutil
import tempfile
from collections.abc import Callable
from itertools import cycle, islice, product
from pathlib import Path

from invented import asked
from measuring import ROOT, medians, python, say

from pipeline.ttr.grouping import grouped

ROUNDS = 5
SIZES = (250, 500, 1000, 2000, 4000)

_WHO = ("teachers", "students", "mentors", "tutors", "we all", "colleagues", "first-years", "the team")
_WHAT = ("know", "learn", "pronounce", "use", "ask about", "respect", "share", "write down", "explain", "remember")
_OF_WHAT = ("names", "rules", "stories", "mistakes", "questions", "differences", "feedback", "expectations", "doubts")
_WHEN = ("in week one", "every lesson", "on purpose", "without judging", "in small groups", "together", "out loud")


def sample(folder: Path) -> Path:
    """A folder with the invented team in it."""
    shutil.copytree(ROOT / "inbox" / "sample", folder / "inbox")
    (folder / "private").mkdir()
    shutil.copy(ROOT / "private" / "sample.key", folder / "private")
    return folder


def made_anew(team: Path, *command: str) -> Callable[[], None]:
    """A task that gives a command with an empty outbox."""

    def make() -> None:
        shutil.rmtree(team / "outbox", ignore_errors=True)
        asked(team, *command)

    return make


def whole_commands(folder: Path) -> None:
    """What the commands around a follow-up cost, as ratios to Python doing nothing."""
    team = sample(folder / "team")
    tasks = {"python -c pass": lambda: python("-c", "pass")}
    commands = (("session-deck", "intro"), ("session-deck", "2"), ("report", "2"), ("check",))
    tasks |= {f"ttr {' '.join(command)}": made_anew(team, *command) for command in commands}
    taken = medians(tasks, ROUNDS)
    nothing = taken["python -c pass"]
    say(
        [
            ("whole process, the sample", "x python -c pass"),
            *((name, f"{t / nothing:.1f}") for name, t in taken.items()),
        ]
    )


def wordings() -> None:
    """What a wording costs to be put with its like, as a ratio to one of the smallest number."""
    texts = [" ".join(words) for words in product(_WHO, _WHAT, _OF_WHAT, _WHEN)]
    spread = list(islice(cycle(texts[at % len(texts)] for at in range(0, 997 * SIZES[-1], 997)), SIZES[-1]))
    taken = medians({f"{size}": lambda size=size: grouped(spread[:size], {}) and None for size in SIZES}, 3)
    smallest = taken[f"{SIZES[0]}"]
    print()
    say(
        [
            ("wordings", "time, x the smallest number's", "time per wording, x the smallest number's"),
            *(
                (size, f"{time / smallest:.1f}", f"{time / smallest * SIZES[0] / int(size):.1f}")
                for size, time in taken.items()
            ),
        ]
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        whole_commands(Path(place))
        wordings()
