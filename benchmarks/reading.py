"""Reading a thousand filled sign-up forms, beside only unzipping and parsing them."""

import tempfile
from pathlib import Path

from invented import asked, team_in_many_forms
from measuring import medians, python, say

FORMS = 1000
ROUNDS = 3

_FLOOR = """
import pathlib, sys, zipfile
from lxml import etree
for path in pathlib.Path(sys.argv[1]).glob("*.xlsx"):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
"""


def main(folder: Path) -> None:
    """Print what reading costs, as ratios to the floor."""
    few, many = team_in_many_forms(folder / "few", 10), team_in_many_forms(folder / "many", FORMS)
    taken = medians(
        {
            f"unzip and parse {FORMS} forms": lambda: python("-c", _FLOOR, str(many / "inbox")),
            f"ttr check, {FORMS} forms": lambda: asked(many, "check"),
            "ttr check, 10 forms": lambda: asked(few, "check"),
        },
        ROUNDS,
    )
    floor, *_ = taken.values()
    say([("whole process", "x floor"), *((name, f"{time / floor:.2f}") for name, time in taken.items())])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
