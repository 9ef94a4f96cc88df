"""The sheet that is not seen, on which an overview of wordings leans: how large each group is, and what it says (M73).

Each row of the form's sheet is ranked by the number of its group, then by how often it was given. Only functions that
every Excel and LibreOffice knows; each formula holds the value that it has as long as nobody changes anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, TypeAlias

from pipeline.outbox.normalising import legal
from pipeline.outbox.scores.cells import Formula, area, cell, quoted
from pipeline.ttr.wordings import Wording, WordingGroup

Row: TypeAlias = tuple[Formula | int | str, ...]

HEADER: Final = tuple("abcdefghijklmno")
"""Of columns that nobody sees; none is a word of the form, or they would be read as part of it."""
(GROUP, TIMES, RANK, PLACE, GROUP_AT, NTH, ALSO, NUMBER, SIZE, COUNT, WEIGHT, SHOWN, FROM, HEADING, OTHERS) = range(15)

MOST_OTHERS: Final = 4
"""So many other wordings of a group are shown; the form's sheet has them all."""
LONGEST_HEADING, LONGEST_OTHER = 120, 80

_BETWEEN: Final = " \N{MIDDLE DOT} "
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"
_ABOVE = 2  # rows of the form's sheet: the header and the example
_SPARE_ROWS = 40
_MOST_TIMES, _MOST_ROWS, _MOST_NUMBERS = 9_999, 10_000, 1_000
_PER_GROUP = _MOST_ROWS * _MOST_ROWS
_APART = _MOST_NUMBERS * _PER_GROUP


@dataclass(frozen=True, slots=True)
class Grouping:
    """What stands on the form's sheet `tab`: wordings with the number of their group, 0 for none.

    `numbers` is the highest that can be chosen.
    """

    tab: str
    wordings: tuple[tuple[Wording, int], ...]
    numbers: int

    @property
    def rows(self) -> int:
        """How many rows are counted: those that are there, and some for what a lead adds."""
        return len(self.wordings) + _SPARE_ROWS

    def column(self, column: int) -> str:
        """A column of the form's sheet, for a formula on another one."""
        return f"{quoted(self.tab)}!{area((_ABOVE, column), (_ABOVE + self.rows - 1, column), fixed=True)}"


def in_rows(groups: Sequence[WordingGroup], highest: int) -> tuple[tuple[Wording, int], ...]:
    """The wordings in the order in which they stand on the form's sheet."""
    ordered = sorted(groups, key=lambda group: group.number)
    return tuple(
        (replace(wording, text=legal(wording.text)), group.number if group.number <= highest else 0)
        for group in ordered
        for wording in group.wordings
    )


def order(grouping: Grouping) -> tuple[Row, ...]:
    """The rows of the sheet: what is reckoned for each row of the form, and beside it for each number."""
    ranked = _ranked(grouping)
    groups = _groups(grouping, ranked)
    left = zip(_given(grouping), _sorted(grouping, ranked), strict=True)
    right = zip(_counted(grouping, groups), _shown(grouping, groups), strict=True)
    nothing: tuple[Row, Row] = ("",) * NUMBER, ("",) * (len(HEADER) - NUMBER)
    joined = zip_longest(((*one, *other) for one, other in left), ((*one, *other) for one, other in right))
    return tuple((*(one or nothing[0]), *(other or nothing[1])) for one, other in joined)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A row of the form that comes as number `at`: the `nth` of its group, with what else was said up to it."""

    row: int
    wording: Wording
    number: int
    rank: int
    at: int = 0
    nth: int = 0
    also: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """All rows of a number, by rank; none where it is free."""

    number: int
    rows: tuple[_Ranked, ...]

    @property
    def times(self) -> int:
        return sum(one.wording.times for one in self.rows)

    @property
    def weight(self) -> int:
        """By what the groups are put in order: the largest first, then the lowest number; what is free comes last."""
        return self.times * _MOST_NUMBERS + _MOST_NUMBERS - self.number if self.rows else -self.number


def _ranked(grouping: Grouping) -> tuple[_Ranked, ...]:
    found: list[_Ranked] = []
    before = _Ranked(0, Wording("", 0), 0, 0)
    for at, one in enumerate(sorted(_rows(grouping), key=lambda one: one.rank), 1):
        nth = 0 if not one.number else before.nth + 1 if one.number == before.number else 1
        before = replace(one, at=at, nth=nth, also=_also(before.also, nth, one.wording.text))
        found.append(before)
    return tuple(found)


def _rows(grouping: Grouping) -> Iterator[_Ranked]:
    empty = ((Wording("", 0), 0),) * (grouping.rows - len(grouping.wordings))
    for row, (wording, number) in enumerate((*grouping.wordings, *empty), 1):
        rank = number * _PER_GROUP - min(wording.times, _MOST_TIMES) * _MOST_ROWS + row if number else _APART + row
        yield _Ranked(row, wording, number, rank)


def _groups(grouping: Grouping, ranked: Sequence[_Ranked]) -> tuple[_Group, ...]:
    found: dict[int, list[_Ranked]] = {number: [] for number in range(grouping.numbers + 1)}
    for one in ranked:
        found[one.number].append(one)
    return tuple(_Group(number, tuple(rows)) for number, rows in found.items() if number)


def _also(before: str, nth: int, text: str) -> str:
    if nth < 2:
        return ""
    if nth > MOST_OTHERS + 1:
        return before
    return f"{before}{_BETWEEN if before else ''}{_cut(text, LONGEST_OTHER)}"


def _given(grouping: Grouping) -> Iterator[Row]:
    """For each row of the form: its group where that can be, how often it was given, and its rank."""
    numbers = _numbers(grouping, NUMBER)
    texts, times, groups = (grouping.column(column) for column in range(3))
    for one in _rows(grouping):
        row, group, often = one.row, cell(one.row, GROUP), cell(one.row, TIMES)
        known = f'IFERROR(MATCH(VALUE(INDEX({groups},{row})),{numbers},0),"")'
        rank = f"{group}*{_PER_GROUP}-MIN({often},{_MOST_TIMES})*{_MOST_ROWS}+{row}"
        yield (
            Formula(f'=IF(LEN(INDEX({texts},{row}))=0,"",{known})', one.number or ""),
            Formula(f"=IFERROR(MAX(0,VALUE(INDEX({times},{row}))),0)", one.wording.times),
            Formula(f'=IF({group}="",{_APART + row},{rank})', one.rank),
        )


def _sorted(grouping: Grouping, ranked: Sequence[_Ranked]) -> Iterator[Row]:
    """The rows of the form by rank: which it is, of which group, the how manieth, and what else was said up to it."""
    ranks, groups, texts = _slots(grouping, RANK), _slots(grouping, GROUP), grouping.column(0)
    for one in ranked:
        at, above = one.at, one.at - 1
        place, group, nth = (cell(at, column) for column in (PLACE, GROUP_AT, NTH))
        said, text = cell(above, ALSO), _cut_by(f"INDEX({texts},{place})", LONGEST_OTHER)
        joined = f'IF({nth}=2,"",{said}&"{_BETWEEN}")&{text}'
        yield (
            Formula(f"=MATCH(SMALL({ranks},{at}),{ranks},0)", one.row),
            Formula(f"=INDEX({groups},{place})", one.number or ""),
            Formula(f'=IF({group}="",0,IF({group}={cell(above, GROUP_AT)},{cell(above, NTH)}+1,1))', one.nth),
            Formula(f'=IF({nth}<2,"",IF({nth}>{MOST_OTHERS + 1},{said},{joined}))', one.also),
        )


def _counted(grouping: Grouping, groups: Sequence[_Group]) -> Iterator[Row]:
    """For each number: how many wordings it has, how often they were given, and by what it is put in order."""
    slots, times = _slots(grouping, GROUP), _slots(grouping, TIMES)
    for one in groups:
        number, size, often = one.number, cell(one.number, SIZE), cell(one.number, COUNT)
        weight = f"{often}*{_MOST_NUMBERS}+{_MOST_NUMBERS - number}"
        yield (
            number,
            Formula(f"=COUNTIF({slots},{number})", len(one.rows)),
            Formula(f"=SUMIF({slots},{number},{times})", one.times),
            Formula(f"=IF({size}=0,-{number},{weight})", one.weight),
        )


def _shown(grouping: Grouping, groups: Sequence[_Group]) -> Iterator[Row]:
    """For each row of the overview: which number is shown in it, where its wordings begin, and what it says."""
    weights, sizes = _numbers(grouping, WEIGHT), _numbers(grouping, SIZE)
    starts, also, places = (_slots(grouping, column) for column in (GROUP_AT, ALSO, PLACE))
    for at, one in enumerate(sorted(groups, key=lambda group: -group.weight), 1):
        here, first, size = cell(at, SHOWN), cell(at, FROM), f"INDEX({sizes},{cell(at, SHOWN)})"
        heading = _cut_by(f"INDEX({grouping.column(0)},INDEX({places},{first}))", LONGEST_HEADING)
        more = f'IF({size}>{MOST_OTHERS + 1},"{_BETWEEN}+"&({size}-{MOST_OTHERS + 1}),"")'
        largest = f"LARGE({weights},{at})"
        yield (
            Formula(f"=IF({largest}<0,0,MATCH({largest},{weights},0))", one.number if one.rows else 0),
            Formula(f"=IF({here}=0,0,MATCH({here},{starts},0))", one.rows[0].at if one.rows else 0),
            Formula(f'=IF({here}=0,"",{heading})', _heading(one)),
            Formula(f'=IF({here}=0,"",INDEX({also},{first}+{size}-1)&{more})', _others(one)),
        )


def _heading(group: _Group) -> str:
    return _cut(group.rows[0].wording.text, LONGEST_HEADING) if group.rows else ""


def _others(group: _Group) -> str:
    left = len(group.rows) - MOST_OTHERS - 1
    return (group.rows[-1].also if group.rows else "") + (f"{_BETWEEN}+{left}" if left > 0 else "")


def _slots(grouping: Grouping, column: int) -> str:
    return area((1, column), (grouping.rows, column), fixed=True)


def _numbers(grouping: Grouping, column: int) -> str:
    return area((1, column), (grouping.numbers, column), fixed=True)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}{_CUT}"


def _cut_by(text: str, longest: int) -> str:
    """The formula that does the same."""
    return f'IF(LEN({text})>{longest},LEFT({text},{longest - 1})&"{_CUT}",{text}&"")'
