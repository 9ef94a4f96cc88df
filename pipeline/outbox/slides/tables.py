"""A table with room around its words, its columns as wide as what stands in them."""

from collections.abc import Sequence
from typing import Final

from pipeline.documents.contents import Grid
from pipeline.outbox.slides.fitting import (
    EMU_PER_POINT,
    LINE_HEIGHT,
    SMALLEST,
    Text,
    largest,
    line_count,
    longest_word,
    text_width,
)
from pipeline.outbox.slides.shapes import Area, Cell, Table
from pipeline.outbox.slides.theme import Theme

PADDING: Final = 2 * 182_880
HIGHEST_ROW: Final = 868_680
_SIZES = (24, 22, 20, SMALLEST)
_ABOVE_AND_BELOW = 14.0  # points
_STEP: Final = EMU_PER_POINT


def table(grid: Grid, area: Area, theme: Theme) -> Table:
    """The table in its area, at the largest size at which every row fits."""
    lines = (grid.header, *grid.rows)
    fit = largest(_SIZES, lambda size: sum(_heights(lines, area, size, theme)) <= area.height)
    widths = _widths(lines, area.width, fit.size, theme)
    heights = _spread(_heights(lines, area, fit.size, theme), area.height)
    return Table(
        "Table",
        Area(area.left, area.top, area.width, sum(heights)),
        widths,
        heights,
        (_header(grid, fit.size, theme), *_rows(grid, fit.size, theme)),
        theme.line,
        grid.alt,
        overfull=not fit.fits,
    )


def _header(grid: Grid, size: int, theme: Theme) -> tuple[Cell, ...]:
    return tuple(
        Cell(Text(text, size, bold=True, colour=theme.paper, align=align), theme.strong_on_paper)
        for text, align in zip(grid.header, _aligned(grid), strict=True)
    )


def _rows(grid: Grid, size: int, theme: Theme) -> tuple[tuple[Cell, ...], ...]:
    aligned = _aligned(grid)
    return tuple(
        tuple(
            Cell(
                Text(
                    text,
                    size,
                    bold=column == 0,
                    colour=theme.ink_on_paper if column else theme.strong_on_paper,
                    align=align,
                ),
                theme.paper,
            )
            for column, (text, align) in enumerate(zip(row, aligned, strict=True))
        )
        for row in grid.rows
    )


def _aligned(grid: Grid) -> tuple[str, ...]:
    """Numbers stand on the right, but for the first column, which names its row."""
    numbers = [
        bool(grid.rows) and all(row[column].isdigit() for row in grid.rows) for column in range(len(grid.header))
    ]
    return tuple("r" if number and column else "l" for column, number in enumerate(numbers))


def _heights(lines: Sequence[Sequence[str]], area: Area, size: int, theme: Theme) -> tuple[int, ...]:
    """The height that each row needs, in EMU."""
    widths = _widths(lines, area.width, size, theme)
    rooms = [(width - PADDING) / EMU_PER_POINT / theme.breadth for width in widths]
    most = (
        max(line_count(text, size, room, bold=True) for text, room in zip(line, rooms, strict=True)) for line in lines
    )
    return tuple(round((count * size * LINE_HEIGHT + _ABOVE_AND_BELOW) * EMU_PER_POINT) for count in most)


def _spread(heights: tuple[int, ...], whole: int) -> tuple[int, ...]:
    """Rows equally high where there is room for that, else those that need less give way to those that need more."""
    even = min(whole // len(heights), HIGHEST_ROW)
    while even > 0 and sum(max(height, even) for height in heights) > whole:
        even -= _STEP
    return tuple(max(height, even) for height in heights)


def _widths(lines: Sequence[Sequence[str]], whole: int, size: int, theme: Theme) -> tuple[int, ...]:
    """Columns that are no wider than they need where others need more; the widest takes what is left."""
    wanted = [_wanted(column, size, theme) for column in zip(*lines, strict=True)]
    least = [_least(column, size, theme) for column in zip(*lines, strict=True)]
    over = sum(wanted) - whole
    if over > 0:
        slack = [want - need for want, need in zip(wanted, least, strict=True)]
        given = min(over / sum(slack), 1.0) if sum(slack) else 0.0
        wanted = [want - round(part * given) for want, part in zip(wanted, slack, strict=True)]
    widest = wanted.index(max(wanted))
    wanted[widest] += whole - sum(wanted)
    return tuple(wanted)


def _wanted(column: Sequence[str], size: int, theme: Theme) -> int:
    width = max(text_width(text, size, bold=True) for text in column)
    return round((width * theme.breadth + 1) * EMU_PER_POINT) + PADDING


def _least(column: Sequence[str], size: int, theme: Theme) -> int:
    width = max(longest_word(text, size, bold=True) for text in column)
    return round((width * theme.breadth + 1) * EMU_PER_POINT) + PADDING
