"""How a slide looks where nothing is said on it: what layout, master and theme hand down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from tests.office.colours import WHITE, Colour, drawn, theme_colours
from tests.office.packages import NAMESPACES, A, P

PICTURE: tuple[Colour, ...] = ()
"""A ground whose colour cannot be told."""

_TITLES = ("title", "ctrTitle")
_OUTSIDE_THE_BODY = ("dt", "ftr", "sldNum")
_FILLS = tuple(f"{{{A}}}{name}" for name in ("solidFill", "gradFill", "blipFill", "noFill", "pattFill"))


@dataclass(frozen=True, slots=True)
class Inheritance:
    """A slide with its layout, its master and the colours of its theme."""

    deck: Any
    slide: Any
    theme: dict[str, Colour]
    names: dict[str, str]

    @classmethod
    def of(cls, deck: Any, slide: Any) -> "Inheritance":
        """What `slide` of `deck` inherits."""
        master = slide.slide_layout.slide_master
        names = dict(master._element.find(f"{{{P}}}clrMap").attrib)
        for element in (slide.slide_layout._element, slide._element):
            names |= {
                key: value for found in element.iter(f"{{{A}}}overrideClrMapping") for key, value in found.items()
            }
        theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
        return cls(deck, slide, theme_colours(theme), names)

    def scheme(self, name: str) -> Colour:
        """A colour of the theme, by the name that a slide uses for it."""
        return self.theme.get(self.names.get(name, name), WHITE)

    def colour(self, holder: etree._Element | None) -> Colour | None:
        """The colour of a solid fill."""
        return drawn(holder, self.scheme)

    def manners(self, shape: Any, level: int) -> Iterator[etree._Element]:
        """What a paragraph of that level in `shape` (None: in a table) inherits for its letters, nearest first."""
        place = f"a:lvl{level + 1}pPr/a:defRPr"
        holders = [body for element in (shape, *bases(shape)) for body in _lists(element._element)] if shape else []
        if shape is not None and shape.is_placeholder:
            kind = _kind(shape)
            styles = "titleStyle" if kind in _TITLES else "otherStyle" if kind in _OUTSIDE_THE_BODY else "bodyStyle"
            holders += self.slide.slide_layout.slide_master._element.findall(f"{{{P}}}txStyles/{{{P}}}{styles}")
        holders += self.deck._element.findall(f"{{{P}}}defaultTextStyle")
        yield from (found for holder in holders for found in holder.xpath(place, **_prefixes(holder)))

    def fill(self, shape: Any) -> tuple[Colour, ...] | None:
        """The colours that a shape is filled with: None for none, PICTURE when they cannot be told."""
        for element in (shape, *bases(shape)):
            properties = element._element.find(f"{{{P}}}spPr")
            found = None if properties is None else filling(properties)
            if found is not None:
                return self.colours_of(found)
        by_theme = shape._element.find(f"{{{P}}}style/{{{A}}}fillRef")
        colour = None if by_theme is None or by_theme.get("idx") == "0" else self.colour(by_theme)
        return None if colour is None else (colour,)

    def colours_of(self, fill: etree._Element) -> tuple[Colour, ...] | None:
        """All colours of a fill element."""
        match etree.QName(fill).localname:
            case "noFill":
                return None
            case "solidFill":
                colour = self.colour(fill)
                return PICTURE if colour is None else (colour,)
            case "gradFill":
                stops = [self.colour(stop) for stop in fill.iter(f"{{{A}}}gs")]
                return tuple(colour for colour in stops if colour is not None)
            case _:
                return PICTURE

    def background(self) -> tuple[Colour, ...]:
        """What lies under everything on the slide."""
        layout = self.slide.slide_layout
        for element in (self.slide._element, layout._element, layout.slide_master._element):
            for found in element.iterfind(f"{{{P}}}cSld/{{{P}}}bg/*"):
                if found.tag == f"{{{P}}}bgRef":
                    colour = self.colour(found)
                    return (WHITE,) if colour is None else (colour,)
                fill = filling(found)
                return (WHITE,) if fill is None else self.colours_of(fill) or (WHITE,)
        return (WHITE,)


def filling(properties: etree._Element) -> etree._Element | None:
    """The fill among the properties of a shape, cell or background, if one is given."""
    return next((child for child in properties if child.tag in _FILLS), None)


def bases(shape: Any) -> Iterator[Any]:
    """The placeholders of layout and master that a shape takes after."""
    base = getattr(shape, "_base_placeholder", None) if shape.is_placeholder else None
    while base is not None:
        yield base
        base = getattr(base, "_base_placeholder", None)


def _kind(shape: Any) -> str:
    found = shape._element.find(f".//{{{P}}}ph")
    return str(found.get("type", "obj"))


def _lists(element: etree._Element) -> list[etree._Element]:
    return list(element.iterfind(f"{{{P}}}txBody/{{{A}}}lstStyle"))


def _prefixes(element: etree._Element) -> dict[str, Any]:
    # python-pptx's own elements know the prefixes and take no others.
    return {} if type(element) is not etree._Element else {"namespaces": NAMESPACES}
