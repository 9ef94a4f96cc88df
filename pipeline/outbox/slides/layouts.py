"""Which layout of a PowerPoint file serves which look of a slide, and what place it leaves.

A layout is found by its name in one of the languages of Office, else by the kind that PowerPoint notes in it, else by
its placeholders.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.parts.presentation import PresentationPart
from pptx.slide import SlideLayout

from pipeline.documents.contents import Look
from pipeline.outbox.slides.shapes import Area, Placeholder

NAMES: Final = {
    Look.TITLE: ("Title Slide", "Titeldia", "Titelfolie", "Title", "Titel"),
    Look.SECTION: ("Section Header", "Sectiekop", "Abschnittsüberschrift", "Section", "Sectie", "Kapitel", "Hoofdstuk"),
    Look.CONTENT: ("Title and Content", "Titel en object", "Titel und Inhalt", "Titel en inhoud", "Titel en tekst"),
    Look.OPEN: ("Title Only", "Alleen titel", "Nur Titel", "Enkel titel"),
    Look.STATEMENT: ("Statement", "Stelling", "Aussage"),
}
"""What Office and universities call the layouts, in English, Dutch and German."""

STATEMENT_PARTS: Final = (11, 12, 13)
"""The placeholders of our own Statement layout: the line above, the sentence, what to do."""

SUBTITLE_INDEX: Final = 14
"""The placeholder of our own layouts that stands small under the title."""

_KINDS: Final = {Look.TITLE: "title", Look.SECTION: "secHead", Look.CONTENT: "obj", Look.OPEN: "titleOnly"}
_NEXT_BEST: Final = {
    Look.TITLE: (Look.SECTION, Look.CONTENT, Look.OPEN),
    Look.SECTION: (Look.TITLE, Look.OPEN, Look.CONTENT),
    Look.CONTENT: (Look.OPEN, Look.TITLE, Look.SECTION),
    Look.OPEN: (Look.CONTENT, Look.SECTION, Look.TITLE),
    Look.STATEMENT: (Look.OPEN, Look.CONTENT, Look.SECTION, Look.TITLE),
}
_TITLES: Final = frozenset({"title", "ctrTitle"})
_BODIES: Final = frozenset({"body", "obj", "subTitle"})
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_GAP: Final = 0.03  # of the slide's height
_MARGIN: Final = 0.06
_LEAST: Final = 0.4


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout as slides use it: `part` is its name in the package, `area` is where boxes go."""

    name: str
    part: str
    placeholders: tuple[Placeholder, ...]
    area: Area

    @property
    def title(self) -> Placeholder | None:
        """The place of the title."""
        return next((place for place in self.placeholders if place.kind in _TITLES), None)

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """The places of running text, the first one first."""
        return tuple(place for place in self.placeholders if place.kind in _BODIES)

    def at(self, index: int) -> Placeholder | None:
        """The place of text with this index."""
        return next((place for place in self.bodies if place.index == index), None)

    def of_kind(self, kind: str) -> Placeholder | None:
        """The place of this kind: `ftr` is the footer, `sldNum` the slide number."""
        return next((place for place in self.placeholders if place.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Choice:
    """The layout of a look; `instead` where the look has none of its own."""

    layout: Layout
    instead: bool


def choices(presentation: PresentationPart) -> dict[Look, Choice]:
    """A layout for every look; LookupError for a file that has no layout at all."""
    slides = presentation.presentation
    layouts = [layout for master in slides.slide_masters for layout in master.slide_layouts]
    if not layouts:
        raise LookupError("no layouts")
    size = Area(0, 0, int(slides.slide_width or 12_192_000), int(slides.slide_height or 6_858_000))
    found = {look: layout for look in Look if (layout := _found(look, layouts)) is not None}
    return {look: _choice(look, found, layouts, size) for look in Look}


def _choice(look: Look, found: dict[Look, SlideLayout], layouts: Sequence[SlideLayout], size: Area) -> Choice:
    if look in found:
        return Choice(_layout(found[look], size), instead=False)
    nearest = next((found[other] for other in _NEXT_BEST[look] if other in found), layouts[0])
    return Choice(_layout(nearest, size), instead=True)


def _found(look: Look, layouts: Sequence[SlideLayout]) -> SlideLayout | None:
    names = [_plain(name) for name in NAMES[look]]
    by_name = (layout for name in names for layout in layouts if _plain(layout.name) == name)
    by_kind = (layout for layout in layouts if look in _KINDS and _kind(layout) == _KINDS[look])
    by_places = (layout for layout in layouts if _has_places_of(look, layout))
    return next(by_name, None) or next(by_kind, None) or next(by_places, None)


def _plain(name: str) -> str:
    """A layout's name without the number that PowerPoint or somebody put before it."""
    return re.sub(r"^\d+[\s_.)-]*", "", name.strip()).casefold()


def _kind(layout: SlideLayout) -> str:
    kind: str = layout._element.get("type", "")  # noqa: SLF001 - python-pptx does not tell it
    return kind


def _has_places_of(look: Look, layout: SlideLayout) -> bool:
    kinds = [_place_kind(shape) for shape in _places(layout)]
    bodies = sum(kind in {"body", "obj"} for kind in kinds)
    match look:
        case Look.TITLE:
            return bool(_TITLES & set(kinds)) and "subTitle" in kinds
        case Look.CONTENT:
            return "title" in kinds and bodies == 1
        case Look.OPEN:
            return "title" in kinds and not bodies and "subTitle" not in kinds and "pic" not in kinds
        case Look.SECTION | Look.STATEMENT:
            return False


def _layout(layout: SlideLayout, size: Area) -> Layout:
    places = tuple(_placeholder(shape, layout, size) for shape in _places(layout))
    return Layout(layout.name, str(layout.part.partname), places, _area(places, layout, size))


def _placeholder(shape: Any, layout: SlideLayout, size: Area) -> Placeholder:
    kind = _place_kind(shape)
    manner, bold = _type_size(shape, layout, kind)
    return Placeholder(
        kind,
        shape.placeholder_format.idx,
        _box(shape, size),
        manner,
        bold,
        shape.name.rstrip("0123456789 "),
    )


def _places(holder: Any) -> tuple[Any, ...]:
    return tuple(holder.placeholders)


def _place_kind(shape: Any) -> str:
    element = shape._element.find(f".//{_P}nvPr/{_P}ph")  # noqa: SLF001 - its XML
    return str(element.get("type", "obj"))


def _box(shape: Any, size: Area) -> Area:
    """Where a placeholder stands; python-pptx asks the master when the layout does not say."""
    sides = tuple(getattr(shape, side) for side in ("left", "top", "width", "height"))
    if None in sides:
        margin = round(size.width * _MARGIN)
        return Area(margin, round(size.height * 0.28), size.width - 2 * margin, round(size.height * 0.6))
    return Area(*(int(side) for side in sides))


def _type_size(shape: Any, layout: SlideLayout, kind: str) -> tuple[float, bool]:
    """The size in points and the weight of a placeholder's first level, from the layout or its master."""
    master = layout.slide_master
    style = {"title": "titleStyle", "ctrTitle": "titleStyle"}.get(kind, "bodyStyle")
    levels = [
        *_levels(shape._element),  # noqa: SLF001 - its XML
        *(level for base in _bases(master, kind) for level in _levels(base)),
        *master._element.iterfind(f"{_P}txStyles/{_P}{style}/{_A}lvl1pPr/{_A}defRPr"),  # noqa: SLF001
    ]
    size = next((level.get("sz") for level in levels if level.get("sz")), "1800")
    bold = next((level.get("b") for level in levels if level.get("b")), "0")
    return int(size or 1800) / 100, bold in {"1", "true"}


def _levels(element: etree._Element) -> Iterable[etree._Element]:
    return element.iterfind(f"{_P}txBody/{_A}lstStyle/{_A}lvl1pPr/{_A}defRPr")


def _bases(master: Any, kind: str) -> list[etree._Element]:
    wanted = {"title": "title", "ctrTitle": "title"}.get(kind, kind if kind in {"ftr", "sldNum", "dt"} else "body")
    return [shape._element for shape in _places(master) if _place_kind(shape) == wanted]  # noqa: SLF001 - its XML


def _area(places: Sequence[Placeholder], layout: SlideLayout, size: Area) -> Area:
    """The room below the title and above the footer, as wide as the master's body."""
    body = _master_body(layout, size)
    small = [place.area for place in places if place.index == SUBTITLE_INDEX]
    titles = [place.area for place in places if place.kind in _TITLES]
    feet = [
        place.area.top
        for place in places
        if place.kind in {"ftr", "sldNum", "dt"} and place.area.top > size.height // 2
    ]
    gap = round(size.height * _GAP)
    top = max(
        [
            body.top,
            *(above.bottom + gap // 2 for above in (*small, *titles) if above.bottom < size.height * (1 - _LEAST)),
        ]
    )
    bottom = min([body.bottom, *(foot - gap // 2 for foot in feet)])
    if bottom - top < size.height * _LEAST:
        top = round(size.height * 0.28)
        bottom = round(size.height * 0.9)
    return Area(body.left, top, body.width, bottom - top)


def _master_body(layout: SlideLayout, size: Area) -> Area:
    bodies = [shape for shape in _places(layout.slide_master) if shape.placeholder_format.type == PP_PLACEHOLDER.BODY]
    box = _box(bodies[0], size) if bodies else _box(None, size)
    usable = box.width > size.width * _LEAST and box.right <= size.width
    margin = round(size.width * _MARGIN)
    return box if usable else Area(margin, box.top, size.width - 2 * margin, box.height)
