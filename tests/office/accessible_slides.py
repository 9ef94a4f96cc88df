"""What bars the way into a slide deck."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER

from tests.office.alt_text import is_silent
from tests.office.colours import ENOUGH, Colour, contrast
from tests.office.packages import A, P
from tests.office.slide_styles import PICTURE, Inheritance, filling

SMALLEST = 18
SMALLEST_AT_THE_EDGE = 10

_AT_THE_EDGE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_PLAIN_TABLES = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
_ALWAYS_SAY = tuple(f"{{{P}}}{name}" for name in ("pic", "graphicFrame", "cxnSp"))


@dataclass(frozen=True, slots=True)
class Said:
    """A run of text on a slide, as it appears: size in points, colour, what is behind it, language."""

    text: str
    size: float
    ink: Colour
    ground: tuple[Colour, ...]
    language: str
    smallest: int = SMALLEST


def deck_barriers(content: bytes, language: str) -> Iterator[str]:
    """Slides without a title of their own, silent pictures, small or faint text, text in another language."""
    deck = pptx.Presentation(io.BytesIO(content))
    yield from _titles(deck)
    for number, slide in enumerate(deck.slides, 1):
        inherited = Inheritance.of(deck, slide)
        for shape in shapes_of(slide.shapes):
            yield from (f"slide {number}: {barrier}" for barrier in _shape(shape))
            for said in _said(inherited, shape):
                yield from (f"slide {number}: {said.text[:40]!r} {barrier}" for barrier in _run(said, language))
        yield from (f"slide {number}: {barrier}" for barrier in _notes(slide, language))


def shapes_of(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups too, from the back to the front."""
    for shape in shapes:
        yield shape
        if shape._element.tag == f"{{{P}}}grpSp":
            yield from shapes_of(shape.shapes)


def _titles(deck: Any) -> Iterator[str]:
    titles = ["" if slide.shapes.title is None else slide.shapes.title.text_frame.text for slide in deck.slides]
    said = [" ".join(title.split()).casefold() for title in titles]
    yield from (f"slide {number}: no title" for number, title in enumerate(said, 1) if not title)
    yield from (
        f"the title {title!r} stands on {count} slides" for title, count in Counter(said).items() if title and count > 1
    )


def _shape(shape: Any) -> Iterator[str]:
    element = shape._element
    text = "".join(element.itertext(f"{{{A}}}t")).strip()
    properties = next(element.iter(f"{{{P}}}cNvPr"))
    mute = element.tag == f"{{{P}}}sp" and not text
    if mute and shape.is_placeholder:
        yield f"the placeholder {shape.name!r} is empty"
    elif (mute or element.tag in _ALWAYS_SAY) and is_silent(properties):
        yield f"{shape.name!r} has no alt text"
    if getattr(shape, "has_table", False) and not shape.table.first_row:
        yield f"the table {shape.name!r} has no header row"
    if getattr(shape, "has_chart", False):
        sizes = [int(size) for size in shape.chart._chartSpace.xpath(".//a:defRPr/@sz | .//a:rPr/@sz")]
        yield from (f"the chart {shape.name!r} has text of {size / 100:g} pt" for size in sizes if size < 1000)


def _run(said: Said, language: str) -> Iterator[str]:
    if said.size < said.smallest:
        yield f"is small: {said.size:g} pt"
    if said.language.partition("-")[0].lower() != language:
        yield f"is said to be in {said.language or 'no language'}"
    if said.ground == PICTURE:
        yield "stands on a ground whose colour cannot be told"
    else:
        worst = min(contrast(said.ink, colour) for colour in said.ground)
        if worst < ENOUGH:
            yield f"is faint: contrast {worst:.1f}"


def _notes(slide: Any, language: str) -> Iterator[str]:
    if not slide.has_notes_slide:
        return
    for run in slide.notes_slide._element.iter(f"{{{A}}}r"):
        properties = run.find(f"{{{A}}}rPr")
        tag = "" if properties is None else properties.get("lang", "")
        if _text(run).strip() and tag.partition("-")[0].lower() != language:
            yield f"the note {_text(run)[:40]!r} is said to be in {tag or 'no language'}"


def _said(inherited: Inheritance, shape: Any) -> Iterator[Said]:
    if getattr(shape, "has_table", False):
        plain = shape.table._tbl.findtext(f"{{{A}}}tblPr/{{{A}}}tableStyleId") in (None, *_PLAIN_TABLES)
        behind = _behind(inherited, shape)
        for cell in shape.table._tbl.iter(f"{{{A}}}tc"):
            properties = cell.find(f"{{{A}}}tcPr")
            fill = None if properties is None else filling(properties)
            own = None if fill is None else inherited.colours_of(fill)
            ground = own if own is not None else behind if plain or fill is not None else PICTURE
            yield from _runs(inherited, None, cell.find(f"{{{A}}}txBody"), ground)
    elif shape.has_text_frame:
        ground = inherited.fill(shape)
        yield from _runs(
            inherited, shape, shape._element.txBody, _behind(inherited, shape) if ground is None else ground
        )


def _runs(inherited: Inheritance, shape: Any, body: etree._Element, ground: tuple[Colour, ...]) -> Iterator[Said]:
    edge = shape is not None and shape.is_placeholder and shape.placeholder_format.type in _AT_THE_EDGE
    shrunk = next((int(fit.get("fontScale", 100_000)) / 100_000 for fit in body.iter(f"{{{A}}}normAutofit")), 1.0)
    for paragraph in body.iter(f"{{{A}}}p"):
        properties = paragraph.find(f"{{{A}}}pPr")
        level = 0 if properties is None else int(properties.get("lvl", "0"))
        manners = list(inherited.manners(shape, level))
        for run in paragraph.iter(f"{{{A}}}r", f"{{{A}}}fld"):
            own = run.find(f"{{{A}}}rPr")
            if _text(run).strip():
                yield Said(
                    _text(run),
                    _size(own, manners) * shrunk,
                    _ink(inherited, shape, own, manners),
                    ground,
                    "" if own is None else own.get("lang", ""),
                    SMALLEST_AT_THE_EDGE if edge else SMALLEST,
                )


def _size(own: etree._Element | None, manners: list[etree._Element]) -> float:
    sizes = [holder.get("sz") for holder in ([] if own is None else [own]) + manners]
    return int(next((size for size in sizes if size), "1800")) / 100


def _ink(inherited: Inheritance, shape: Any, own: etree._Element | None, manners: list[etree._Element]) -> Colour:
    holders = ([] if own is None else [own]) + manners
    by_theme = None if shape is None else shape._element.find(f"{{{P}}}style/{{{A}}}fontRef")
    if by_theme is not None and len(by_theme):
        # The style of a drawn shape comes before what all text of the deck has, which is the last in the row.
        holders = holders[: len(holders) - _common(inherited)] if len(holders) else []
    for holder in holders:
        colour = inherited.colour(holder.find(f"{{{A}}}solidFill"))
        if colour is not None:
            return colour
    themed = inherited.colour(by_theme)
    return inherited.scheme("tx1") if themed is None else themed


def _common(inherited: Inheritance) -> int:
    return len(list(inherited.manners(None, 0)))


def _behind(inherited: Inheritance, shape: Any) -> tuple[Colour, ...]:
    """What is seen behind a shape: the nearest filled one under its middle, or the background."""
    slide = inherited.slide
    own = [other for other in shapes_of(slide.shapes) if other._element.tag != f"{{{P}}}grpSp"]
    below = own[: next((place for place, other in enumerate(own) if other._element is shape._element), 0)]
    drawn = [
        other for side in (slide.slide_layout.slide_master, slide.slide_layout) for other in shapes_of(side.shapes)
    ]
    for other in reversed([*(other for other in drawn if not other.is_placeholder), *below]):
        if _covers(other, shape):
            if other._element.tag == f"{{{P}}}pic":
                return PICTURE
            fill = inherited.fill(other) if other._element.tag == f"{{{P}}}sp" else None
            if fill is not None:
                return fill
    return inherited.background()


def _covers(below: Any, above: Any) -> bool:
    sides = (below.left, below.top, below.width, below.height, above.left, above.top, above.width, above.height)
    if any(side is None for side in sides):
        return False
    across, down = above.left + above.width / 2, above.top + above.height / 2
    return below.left <= across <= below.left + below.width and below.top <= down <= below.top + below.height


def _text(run: etree._Element) -> str:
    return run.findtext(f"{{{A}}}t") or ""
