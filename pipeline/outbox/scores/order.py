"""The sheet that is not seen, on which the live chart leans: who is where by now, or how many are (M56, G21, G22).

Rows are ranked by a whole number, a thousand times the total less the number of the row: equals keep their order, and
rows without a total drop to the end. Where no row may be told from another, only counts stand here.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pipeline.outbox.scores.cells import Entries, Formula, area, cell, ranked
from pipeline.ttr.bands import Band, band, limits
from pipeline.ttr.walk_figures import BANDS, SMALLEST_GROUP

Row: TypeAlias = tuple[Formula | int | str, ...]

KEY, PLACE, CODE, TOTAL, LABEL, FRONT, MIDDLE, BACK, TO_GO, ACROSS, UP_FRONT, UP_MIDDLE, UP_BACK = range(13)
"""The columns of `places`."""
OUT_OF_SIGHT = -10
"""How high a dot is that is not to be seen: below the chart. A gap would make LibreOffice count 1, 2, 3 instead."""

GROUPS = 3
"""The rows of `groups` that the chart shows."""

_THOUSAND = 1000
_NONE, _FRONT_MIDDLE, _MIDDLE_BACK, _ALL = range(1, 5)


def places(entries: Entries) -> tuple[Row, ...]:
    """A row for each place in the walk, the first one first: lane and dot of who stands there."""
    return tuple(_place(entries, at) for at in range(len(entries.scores)))


def _place(entries: Entries, at: int) -> Row:
    order, totals = ranked(entries.totals), entries.totals
    who, total = order[at], totals[order[at]]
    maximum, code = entries.sheet.maximum, entries.sheet.rows[who]
    row, keys = at + 1, area((1, KEY), (len(totals), KEY), fixed=True)
    place, name, mine = cell(row, PLACE), cell(row, CODE), cell(row, TOTAL)
    inside = _inside(mine, maximum)
    here = None if total is None else band(total, maximum)
    height = sum(totals[other] == total for other in order[: at + 1])
    above = f"{cell(1, TOTAL, fixed=True)}:{mine}"
    return (
        _key(entries, at),
        Formula(f"=MATCH(LARGE({keys},{at + 1}),{keys},0)", who + 1),
        Formula(f"=INDEX({entries.labels()},{place})", code),
        Formula(f"=INDEX({entries.all_totals()},{place})", "" if total is None else total),
        Formula(f'=IF({mine}="","",{name}&" \u00b7 "&{mine})', "" if total is None else f"{code} \u00b7 {total}"),
        *(Formula(f'=IF({mine}="",0,IF({inside[one]},{mine},0))', total or 0 if one is here else 0) for one in BANDS),
        Formula(f'=IF({mine}="",0,{maximum}-{mine})', 0 if total is None else maximum - total),
        Formula(f'=IF({mine}="",0,{mine})', total or 0),
        *(
            Formula(
                f'=IF({mine}="",{OUT_OF_SIGHT},IF({inside[one]},COUNTIF({above},{mine}),{OUT_OF_SIGHT}))',
                height if one is here else OUT_OF_SIGHT,
            )
            for one in BANDS
        ),
    )


def _key(entries: Entries, at: int) -> Formula:
    """What a row is ranked by; below nought as long as it has no total."""
    base = max(_THOUSAND, 10 ** len(str(len(entries.scores))))
    mine, total = entries.total_at(at), entries.totals[at]
    return Formula(
        f'=IF({mine}="",{-at - 1},{mine}*{base}+{base - at - 1})',
        -at - 1 if total is None else total * base + base - at - 1,
    )


def _inside(total: str, maximum: int) -> dict[Band, str]:
    """The condition under which a total lies in a band."""
    middle, front = limits(maximum)
    return {
        Band.FRONT: f"{total}>={front}",
        Band.MIDDLE: f"AND({total}>={middle},{total}<{front})",
        Band.BACK: f"{total}<{middle}",
    }


def distribution(entries: Entries) -> tuple[Row, ...]:
    """A row for each total there can be, with how many have it, in the column of its band."""
    return tuple(_occurrences(entries))


def _occurrences(entries: Entries) -> Iterator[Row]:
    sheet, counts = entries.sheet, Counter(entries.totals)
    for row, total in enumerate(range(0, sheet.maximum + 1, sheet.step), 1):
        formula = Formula(
            f"=IF({_few(entries)},0,COUNTIF({entries.all_totals()},{cell(row, 0)}))",
            counts[total] if entries.shown else 0,
        )
        yield (total, *(formula if band(total, sheet.maximum) is one else 0 for one in BANDS))


def groups(entries: Entries) -> tuple[Row, ...]:
    """A row for each of at most three groups: its name, and how many are in it; a small one is joined (M65).

    Below them stands what they are counted from: front, middle and back, and which of them are joined: none (1), front
    with middle (2), middle with back (3), or all (4).
    """
    said, counts = entries.sheet.texts, _counts(entries)
    bands = [said[f"band.{one}"] for one in BANDS]
    first, second, third = bands
    front_middle, middle_back, everybody = (said[f"group.{key}"] for key in ("front_middle", "middle_back", "all"))
    joined, front, middle, back = (cell(row, 1, fixed=True) for row in (7, 4, 5, 6))
    case = _joined(counts)
    names = (
        (first, front_middle, first, everybody),
        (second, third, middle_back, ""),
        (third, "", "", ""),
    )
    sums = (
        ((front,), (front, middle), (front,), (front, middle, back)),
        ((middle,), (back,), (middle, back), ()),
        ((back,), (), (), ()),
    )
    value = dict(zip((front, middle, back), counts, strict=True))
    return (
        *(
            (
                Formula(_choice(joined, [_text(name) for name in named]), named[case - 1]),
                Formula(
                    _choice(joined, ["+".join(parts) or "0" for parts in summed]),
                    sum(value[part] for part in summed[case - 1]),
                ),
            )
            for named, summed in zip(names, sums, strict=True)
        ),
        *((name, formula) for name, formula in zip(bands, _count_formulas(entries), strict=True)),
        (said["order.joined"], Formula(_joined_formula(front, middle, back), case)),
    )


def _counts(entries: Entries) -> tuple[int, ...]:
    here = Counter(band(total, entries.sheet.maximum) for total in entries.totals if total is not None)
    return tuple(here[one] if entries.shown else 0 for one in BANDS)


def _count_formulas(entries: Entries) -> Iterator[Formula]:
    middle, front = limits(entries.sheet.maximum)
    totals = entries.all_totals()
    ways = {
        Band.FRONT: f'COUNTIF({totals},">={front}")',
        Band.MIDDLE: f'COUNTIF({totals},">={middle}")-COUNTIF({totals},">={front}")',
        Band.BACK: f'COUNT({totals})-COUNTIF({totals},">={middle}")',
    }
    for one, count in zip(BANDS, _counts(entries), strict=True):
        yield Formula(f"=IF({_few(entries)},0,{ways[one]})", count)


def _few(entries: Entries) -> str:
    return f"COUNT({entries.all_totals()})<{entries.sheet.fewest}"


def _joined(counts: Sequence[int]) -> int:
    front, middle, back = counts
    if _small(front):
        return _ALL if front + middle < SMALLEST_GROUP or _small(back) else _FRONT_MIDDLE
    if _small(middle) or _small(back):
        return _ALL if middle + back < SMALLEST_GROUP else _MIDDLE_BACK
    return _NONE


def _joined_formula(front: str, middle: str, back: str) -> str:
    small = {part: f"AND({part}>0,{part}<{SMALLEST_GROUP})" for part in (front, middle, back)}
    ahead = f"IF(OR({front}+{middle}<{SMALLEST_GROUP},{small[back]}),{_ALL},{_FRONT_MIDDLE})"
    behind = f"IF({middle}+{back}<{SMALLEST_GROUP},{_ALL},{_MIDDLE_BACK})"
    return f"=IF({small[front]},{ahead},IF(OR({small[middle]},{small[back]}),{behind},{_NONE}))"


def _small(count: int) -> bool:
    return 0 < count < SMALLEST_GROUP


def _choice(number: str, options: Sequence[str]) -> str:
    return f"=CHOOSE({number},{','.join(options)})"


def _text(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
