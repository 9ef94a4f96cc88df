"""A slide's content in the places of its layout, in the order in which it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from pipeline.documents.contents import (
    Big,
    Block,
    DotField,
    Heading,
    LaneChart,
    Look,
    Paragraph,
    Points,
    Slide,
)
from pipeline.outbox.slides.house_style import HouseStyle
from pipeline.outbox.slides.blocks import block_shapes, fitted, texts_of
from pipeline.outbox.slides.fitting import EMU_PER_POINT, LINE_HEIGHT, SMALLEST, Text, text_width
from pipeline.outbox.slides.layouts import STATEMENT_PARTS, SUBTITLE_INDEX, Layout
from pipeline.outbox.slides.shapes import Area, Box, Filled, Placeholder, Shape

SUBTITLE_SIZE: Final = 22
FOOTER_SIZE: Final = 12
_TITLE_WITHOUT_PLACE: Final = Placeholder("title", 0, Area(0, 0, 0, 0), 32, name="Title")
_PADDING: Final = 91_440


def slide_shapes(slide: Slide, footer: str, style: HouseStyle) -> tuple[Shape, ...]:
    """Everything on a slide, in the order in which it is read."""
    layout = style.layouts[slide.look]
    shapes = (_title(slide, layout, style), *_content(slide, layout, style))
    return (*shapes, *_foot(footer, layout, style))


def _title(slide: Slide, layout: Layout, style: HouseStyle) -> Shape:
    place = layout.title
    if place is None:
        area = Area(layout.area.left, layout.area.top // 4, layout.area.width, layout.area.top // 2)
        return replace(_filled(_TITLE_WITHOUT_PLACE, (Text(slide.title),), style, area), area=area)
    return _filled(place, (Text(slide.title),), style)


def _content(slide: Slide, layout: Layout, style: HouseStyle) -> Iterable[Shape]:
    match slide.look:
        case Look.TITLE | Look.SECTION:
            return _opening(slide, layout, style)
        case Look.STATEMENT:
            return _statement(slide, layout, style)
        case Look.CONTENT | Look.OPEN:
            return _ordinary(slide, layout, style)


def _opening(slide: Slide, layout: Layout, style: HouseStyle) -> Iterable[Shape]:
    """A title or section slide: its line and its running text in the places for text, boxes where there is room."""
    texts = [Text(slide.subtitle, marker="none")] if slide.subtitle else []
    texts += [text for block in slide.blocks if _runs(block) for text in texts_of(block)]
    places = layout.bodies
    if places:
        first, rest = (texts[:1], texts[1:]) if len(places) > 1 else (texts, [])
        for place, own in zip(places, (first, rest), strict=False):
            if own:
                yield _filled(place, own, style)
    elif texts:
        placed, fit = fitted(_inked(texts, style), layout.area, style.theme, SUBTITLE_SIZE)
        yield Box("Text", layout.area, placed, overfull=not fit.fits)
    yield from block_shapes([block for block in slide.blocks if not _runs(block)], layout.area, style.theme)


def _statement(slide: Slide, layout: Layout, style: HouseStyle) -> Iterable[Shape]:
    places = [layout.at(index) for index in STATEMENT_PARTS]
    match slide.blocks:
        case (Big(text, kicker, action),) if all(places) and not slide.subtitle:
            for place, part in zip(places, (kicker, text, action), strict=True):
                if place is not None and part:
                    yield _filled(place, (Text(part),), style)
        case _:
            yield from _ordinary(slide, layout, style)


def _ordinary(slide: Slide, layout: Layout, style: HouseStyle) -> Iterable[Shape]:
    area = layout.area
    if slide.subtitle:
        under = layout.at(SUBTITLE_INDEX)
        if under is not None:
            yield _filled(under, (Text(slide.subtitle),), style)
        else:
            subtitle, area = _subtitle(slide.subtitle, area, style)
            yield subtitle
    elif any(isinstance(block, LaneChart | DotField) for block in slide.blocks):
        area = _with_room_of_subtitle(layout)
    body = _body(layout)
    running = [block for block in slide.blocks if _runs(block)]
    if slide.look is Look.CONTENT and body is not None and running and len(running) == len(slide.blocks):
        texts = [text for block in running for text in texts_of(block)]
        moved = None if area is layout.area else body.area.below(area.top)
        yield _filled(body, texts, style, moved)
    else:
        yield from block_shapes(slide.blocks, area, style.theme)


def _with_room_of_subtitle(layout: Layout) -> Area:
    """A track with many lanes needs all the room there is."""
    unused = layout.at(SUBTITLE_INDEX)
    area = layout.area
    return area if unused is None else replace(area, top=unused.area.top, height=area.bottom - unused.area.top)


def _body(layout: Layout) -> Placeholder | None:
    return next((place for place in layout.bodies if place.index != SUBTITLE_INDEX), None)


def _subtitle(text: str, area: Area, style: HouseStyle) -> tuple[Box, Area]:
    """The line under the title where the layout has no place for it, and the room that is left below it."""
    height = round(SUBTITLE_SIZE * LINE_HEIGHT * EMU_PER_POINT * 1.4)
    width = area.width / EMU_PER_POINT / style.theme.breadth
    if text_width(text, SUBTITLE_SIZE) > width:
        height *= 2
    line = Area(area.left, area.top, area.width, height)
    texts, fit = fitted(_inked([Text(text)], style), line, style.theme, SUBTITLE_SIZE)
    return Box("Subtitle", line, texts, overfull=not fit.fits), area.below(line.bottom)


def _foot(footer: str, layout: Layout, style: HouseStyle) -> Iterable[Shape]:
    place = layout.of_kind("ftr")
    if place is not None and footer:
        yield Filled(place, (Text(_shortened(footer, place, style), max(FOOTER_SIZE - place.size, 0) and FOOTER_SIZE),))
    number = layout.of_kind("sldNum")
    if number is not None:
        yield Filled(number, (), is_slide_number=True)


def _shortened(footer: str, place: Placeholder, style: HouseStyle) -> str:
    """The footer on as many lines as its place holds; a longer one ends in dots."""
    width, height = place.area.points()
    size = max(place.size, FOOTER_SIZE)
    lines = max(int(height // (size * LINE_HEIGHT)), 1)
    room = (width - 2 * _PADDING / EMU_PER_POINT) / style.theme.breadth * (lines - 0.15 * (lines > 1))
    text = footer
    while text_width(text, size) > room and len(text) > 1:
        text = text.removesuffix("…")[:-1].rstrip() + "…"
    return text


def _filled(place: Placeholder, texts: Sequence[Text], style: HouseStyle, area: Area | None = None) -> Filled:
    """A placeholder at its own size where the text fits, else smaller, never below what can be read."""
    box = area or place.area
    weighted = [replace(text, bold=text.bold or place.bold) for text in texts]
    room = Area(box.left, box.top, max(box.width - 2 * _PADDING, 1), max(box.height - _PADDING, 1))
    placed, fit = fitted(weighted, room, style.theme, place.size)
    size = 0 if fit.size == place.size and fit.size >= SMALLEST else fit.size
    own = tuple(replace(text, size=size, bold=text.bold) for text, _ in zip(texts, placed, strict=True))
    return Filled(place, own, area, overfull=not fit.fits)


def _inked(texts: Sequence[Text], style: HouseStyle) -> tuple[Text, ...]:
    return tuple(replace(text, colour=style.theme.ink) for text in texts)


def _runs(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading | Points | Big)
