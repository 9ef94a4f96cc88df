"""`ttr all` on the sample year: everything made, and a second run with nothing changed beside reading alone."""

import tempfile
from pathlib import Path

from follow_ups import made_anew, sample
from invented import asked
from measuring import medians, python, say

ROUNDS = 5


def whole_year(folder: Path) -> None:
    """What a run over the whole year costs, as ratios to Python doing nothing and to reading everything."""
    team, again = sample(folder / "team"), sample(folder / "again")
    asked(again, "all")
    asked(again, "check")
    taken = medians(
        {
            "python -c pass": lambda: python("-c", "pass"),
            "ttr check: start up, read, copies to mend": lambda: asked(again, "check"),
            "ttr all, nothing changed": lambda: asked(again, "all"),
            "ttr all, into an empty outbox": made_anew(team, "all"),
        },
        ROUNDS,
    )
    nothing, reading = taken["python -c pass"], taken["ttr check: start up, read, copies to mend"]
    rows = ((name, f"{time / nothing:.1f}", f"{time / reading:.2f}") for name, time in taken.items())
    say([("whole process, the sample year", "x python -c pass", "x reading alone"), *rows])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        whole_year(Path(place))
