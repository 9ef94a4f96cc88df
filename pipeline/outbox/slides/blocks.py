"""Blocks of a slide as shapes in an area: cards, tables, large sentences, empty places, charts and text.

Everything is placed within the area that the layout leaves free, whatever the size of the slide.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.documents.contents import (
    BarChart,
    Big,
    Block,
    Cards,
    DotField,
    Grid,
    Heading,
    LaneChart,
    Paragraph,
    Points,
    Space,
)
from pipeline.outbox.slides.cards import card_shapes
from pipeline.outbox.slides.fitting import (
    EMU_PER_POINT,
    Fit,
    Text,
    largest,
    sizes_from,
    texts_fit,
    texts_height,
)
from pipeline.outbox.slides.shapes import Area, Box, ChartFrame, Shape
from pipeline.outbox.slides.tables import table
from pipeline.outbox.slides.theme import Theme

GAP: Final = 228_600
LARGEST_SENTENCE = 54
LARGEST_TEXT = 26
_BETWEEN_POINTS = 10.0
_ACTION_HEIGHT, _KICKER_HEIGHT = 0.2, 0.16  # of the area


def block_shapes(blocks: Sequence[Block], area: Area, theme: Theme) -> tuple[Shape, ...]:
    """The blocks one below the other: text takes what it needs, the rest share what is left."""
    if not blocks:
        return ()
    heights = _heights(blocks, area, theme)
    shapes: list[Shape] = []
    top = area.top
    for block, height in zip(blocks, heights, strict=True):
        shapes += _shapes(block, Area(area.left, top, area.width, height), theme)
        top += height + GAP
    return tuple(shapes)


def texts_of(block: Block) -> tuple[Text, ...]:
    """A block of running text as paragraphs, for a placeholder; of other blocks nothing."""
    match block:
        case Paragraph(text):
            return (Text(text, marker="none"),)
        case Heading(text):
            return (Text(text, bold=True, marker="none"),)
        case Points(items, numbered):
            return tuple(Text(item, marker="number" if numbered else "") for item in items)
        case Big(text, kicker, action):
            return tuple(Text(part, marker="none") for part in (kicker, text, action) if part)
        case _:
            return ()


def fitted(
    texts: Sequence[Text], area: Area, theme: Theme, size: float, inset: int = 0
) -> tuple[tuple[Text, ...], Fit]:
    """The paragraphs at the largest size up to `size` at which they fit in the area."""
    width, height = area.points(inset)

    def set_at(chosen: int) -> tuple[Text, ...]:
        return tuple(
            Text(text.text, chosen, text.bold, text.colour, text.align, text.before, text.marker) for text in texts
        )

    fit = largest(sizes_from(size), lambda chosen: texts_fit(_broad(set_at(chosen)), width / theme.breadth, height))
    return set_at(fit.size), fit


def _broad(texts: Iterable[Text]) -> tuple[Text, ...]:
    """The paragraphs without their markers' room, which counts as a few letters more."""
    return tuple(
        Text(
            f"mm{text.text}" if text.marker in {"bullet", "number"} else text.text,
            text.size,
            text.bold,
            before=text.before,
        )
        for text in texts
    )


def _heights(blocks: Sequence[Block], area: Area, theme: Theme) -> list[int]:
    needed = [_needed(block, area, theme) if len(blocks) > 1 else 0 for block in blocks]
    left = area.height - GAP * (len(blocks) - 1) - sum(needed)
    shares = needed.count(0)
    return [height or max(left // shares, 0) for height in needed]


def _needed(block: Block, area: Area, theme: Theme) -> int:
    """The height that running text needs; 0 for what takes the room there is."""
    if not isinstance(block, Paragraph | Heading | Points):
        return 0
    texts = [Text(text.text, 22, text.bold, before=_BETWEEN_POINTS) for text in texts_of(block)]
    return round(texts_height(texts, area.points()[0] / theme.breadth) * EMU_PER_POINT)


def _shapes(block: Block, area: Area, theme: Theme) -> Iterable[Shape]:
    match block:
        case Cards(cards):
            return card_shapes(cards, area, theme)
        case Grid():
            return (table(block, area, theme),)
        case Big():
            return _big(block, area, theme)
        case Space():
            return (_space(block, area, theme),)
        case BarChart() | LaneChart() | DotField():
            return (
                Box("Card", area, fill=theme.paper, line=theme.line),
                ChartFrame(_within(area, GAP // 2), block),
            )
        case Paragraph() | Heading() | Points():
            return (_running(block, area, theme),)


def _running(block: Block, area: Area, theme: Theme) -> Box:
    size = LARGEST_TEXT if len(texts_of(block)) > 1 else 22
    texts = [
        Text(text.text, 0, text.bold, theme.ink, "", _BETWEEN_POINTS if number else 0, text.marker or "bullet")
        for number, text in enumerate(texts_of(block))
    ]
    placed, fit = fitted(texts, area, theme, size)
    return Box("Text", area, placed, overfull=not fit.fits)


def _big(block: Big, area: Area, theme: Theme) -> Iterable[Shape]:
    kicker = round(area.height * _KICKER_HEIGHT) if block.kicker else 0
    action = round(area.height * _ACTION_HEIGHT) if block.action else 0
    if block.kicker:
        text = Text(block.kicker, bold=True, colour=theme.strong)
        yield _line("Kicker", text, Area(area.left, area.top, area.width, kicker), theme)
    middle = Area(area.left, area.top + kicker, area.width, area.height - kicker - action - (GAP if action else 0))
    yield _line("Sentence", Text(block.text, bold=True, colour=theme.ink), middle, theme)
    if block.action:
        place = Area(area.left, area.bottom - action, area.width, action)
        yield Box("Strip", Area(place.left, place.top, GAP // 3, place.height), fill=theme.accent)
        place = Area(place.left + GAP // 3, place.top, place.width - GAP // 3, place.height)
        texts, fit = fitted((Text(block.action, colour=theme.ink_on_paper),), place, theme, 24, GAP // 2)
        yield Box("Action", place, texts, theme.paper, theme.line, anchor="ctr", inset=GAP // 2, overfull=not fit.fits)


def _line(name: str, text: Text, area: Area, theme: Theme) -> Box:
    sentence = name == "Sentence"
    texts, fit = fitted((text,), area, theme, LARGEST_SENTENCE if sentence else 24)
    return Box(name, area, texts, anchor="ctr" if sentence else "t", overfull=not fit.fits)


def _space(block: Space, area: Area, theme: Theme) -> Box:
    text = Text(block.text, colour=theme.ink_on_paper, align="ctr")
    texts, fit = fitted((text,), area, theme, 28, GAP)
    return Box(
        "Space",
        area,
        texts,
        fill=theme.paper,
        line=theme.accent,
        dashed=True,
        anchor="ctr",
        inset=GAP,
        alt=block.alt,
        overfull=not fit.fits,
    )


def _within(area: Area, inset: int) -> Area:
    return Area(area.left + inset, area.top + inset, max(area.width - 2 * inset, 1), max(area.height - 2 * inset, 1))
