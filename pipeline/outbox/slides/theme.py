"""The colours and the letters of a house style, chosen so that text can be read on what lies behind it.

Colours are named as the theme names them (`tx1`, `accent2`; `bg1:85` is `bg1` at 85 % brightness), so that a
university's own theme colours everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

ENOUGH = 4.5
CALIBRI = frozenset({"calibri", "carlito", "calibri light", "aptos narrow"})
WIDE_FONTS = frozenset({"verdana", "tahoma", "trebuchet ms", "montserrat", "century gothic", "poppins", "lucida sans"})
USUAL_BREADTH = 1.13
WIDE_BREADTH = 1.32

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_STRONG = ("tx2", "accent1", "accent2", "accent5", "accent6")
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class Theme:
    """How boxes are coloured; `breadth` is how much wider the letters are than Calibri's."""

    ground: str
    ink: str
    strong: str
    paper: str = "bg1"
    ink_on_paper: str = "tx1"
    strong_on_paper: str = "tx1"
    line: str = "bg1:85"
    accent: str = "accent2"
    breadth: float = 1.0


def theme_of(theme: etree._Element, master: etree._Element) -> Theme:
    """The theme of a slide master; what it does not say is taken as Office has it."""
    colours = _colours(theme, master)
    ground = _ground(master)
    ink = "tx1" if _readable(colours, "tx1", ground) else "bg1"
    return Theme(
        ground=ground,
        ink=ink,
        strong=_first_readable(colours, ground, ink),
        strong_on_paper=_first_readable(colours, "bg1", "tx1"),
        breadth=_breadth(theme),
    )


def contrast(one: str, other: str) -> float:
    """How well one colour is read on the other (WCAG 2): 1 is the same, 21 is black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _first_readable(colours: Mapping[str, str], ground: str, ink: str) -> str:
    return next((name for name in _STRONG if _readable(colours, name, ground)), ink)


def _readable(colours: Mapping[str, str], name: str, ground: str) -> bool:
    return name in colours and contrast(colours[name], colours.get(ground, "FFFFFF")) >= ENOUGH


def _colours(theme: etree._Element, master: etree._Element) -> dict[str, str]:
    """The theme's colours by the names that slides use."""
    own: dict[str, str] = {}
    for slot in theme.iterfind(f".//{_A}clrScheme/*"):
        colour = slot[0].get("lastClr") or slot[0].get("val") if len(slot) else None
        if colour and len(colour) == 6:
            own[etree.QName(slot).localname] = colour
    mapped = master.find(f"{_P}clrMap")
    names = _USUAL_MAP | ({} if mapped is None else {str(name): str(slot) for name, slot in mapped.attrib.items()})
    return own | {name: own[slot] for name, slot in names.items() if slot in own}


def _ground(master: etree._Element) -> str:
    background = master.find(f"{_P}cSld/{_P}bg")
    colour = None if background is None else background.find(f".//{_A}schemeClr")
    return "bg1" if colour is None or len(colour) else colour.get("val", "bg1")


def _breadth(theme: etree._Element) -> float:
    fonts = [font.get("typeface", "").casefold() for font in theme.iterfind(f".//{_A}fontScheme/*/{_A}latin")]
    if any(font in WIDE_FONTS for font in fonts):
        return WIDE_BREADTH
    return 1.0 if fonts and all(font in CALIBRI for font in fonts) else USUAL_BREADTH


def _luminance(colour: str) -> float:
    try:
        parts = [part / 255 for part in bytes.fromhex(colour)]
    except ValueError:
        return 1.0
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
