"""The session deck, inbox to outbox, beside python-pptx alone making as many slides; and teams of all sizes."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from invented import asked, team_in_one_form
from measuring import medians, python, say

ROUNDS = 7
SIZES = (1, 10, 100, 1000)

_BARE = """
import sys, pptx
deck = pptx.Presentation()
for number in range(int(sys.argv[1])):
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = f"Slide {number}"
    slide.placeholders[1].text = "One line of text"
    slide.notes_slide.notes_text_frame.text = "What to say"
deck.save(sys.argv[2])
"""


def made_anew(team: Path) -> Callable[[], None]:
    """A task that makes the deck from the forms, into an empty outbox."""

    def make() -> None:
        shutil.rmtree(team / "outbox", ignore_errors=True)
        asked(team, "session-deck", "intro")

    return make


def slides_in(team: Path) -> int:
    """How many slides the deck has that was made."""
    [deck] = (team / "outbox").rglob("*.pptx")
    with ZipFile(deck) as archive:
        return sum(name.startswith("ppt/slides/slide") for name in archive.namelist())


def beside_bare(folder: Path) -> None:
    """What the deck costs, as ratios to less than it."""
    team = team_in_one_form(folder / "team", 12)
    make = made_anew(team)
    make()
    slides = slides_in(team)
    taken = medians(
        {
            "python -c pass": lambda: python("-c", "pass"),
            f"python-pptx alone, {slides} slides with notes": lambda: python(
                "-c", _BARE, str(slides), str(folder / "bare.pptx")
            ),
            f"ttr session-deck intro, {slides} slides with notes": make,
            "the same, nothing new in the inbox": lambda: asked(team, "session-deck", "intro"),
        },
        ROUNDS,
    )
    nothing, bare, *_ = taken.values()
    say(
        [
            ("whole process", "x python -c pass", "x python-pptx alone"),
            *((name, f"{time / nothing:.1f}", f"{time / bare:.2f}") for name, time in taken.items()),
        ]
    )


def by_size(folder: Path) -> None:
    """What a participant costs in teams of all sizes, as a ratio to one in the largest."""
    tasks = {f"{size}": made_anew(team_in_one_form(folder / f"{size}", size)) for size in SIZES}
    taken = medians(tasks, 3)
    each = {size: time / int(size) for size, time in taken.items()}
    largest = f"{SIZES[-1]}"
    print()
    say(
        [
            ("participants", "time, x the smallest team's", "time per participant, x the largest team's"),
            *((size, f"{taken[size] / taken['1']:.2f}", f"{each[size] / each[largest]:.1f}") for size in taken),
        ]
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        beside_bare(Path(place))
        by_size(Path(place))
