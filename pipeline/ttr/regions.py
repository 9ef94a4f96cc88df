"""Where a team works: whose public holidays no deadline falls on (G04, G05)."""

REGIONS = (
    "nl",
    "vl",
    *(
        f"de_{state}"
        for state in ["bw", "by", "be", "bb", "hb", "hh", "he", "mv", "ni", "nw", "rp", "sl", "sn", "st", "sh", "th"]
    ),
)
"""The Netherlands, Flanders, and the states of Germany, which have holidays of their own; names at `choices.region`."""
