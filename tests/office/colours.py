"""Colours as Office writes them, and how well one can be read on another (WCAG 2)."""

import colorsys
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from tests.office.packages import A

Colour: TypeAlias = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
ENOUGH = 4.5


def from_hex(text: str) -> Colour:
    """`08415C`, or with its transparency before it, as a colour."""
    red, green, blue = bytes.fromhex(text[-6:])
    return red / 255, green / 255, blue / 255


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def drawn(holder: etree._Element | None, scheme: Callable[[str], Colour]) -> Colour | None:
    """The colour in a fill of DrawingML (`a:solidFill` and the like); `scheme` knows the theme's colours by name."""
    if holder is None or not len(holder):
        return None
    element = holder[0]
    match etree.QName(element).localname:
        case "srgbClr":
            colour = from_hex(element.get("val", "000000"))
        case "sysClr":
            colour = from_hex(element.get("lastClr", "000000"))
        case "schemeClr":
            colour = scheme(element.get("val", "tx1"))
        case _:
            return None
    for change in element:
        colour = _changed(colour, etree.QName(change).localname, int(change.get("val", "100000")) / 100_000)
    return colour


def tinted(colour: Colour, tint: float) -> Colour:
    """A colour made lighter (up to 1) or darker (down to -1), as Excel does."""
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return colorsys.hls_to_rgb(hue, light, saturation)


def theme_colours(theme: bytes) -> dict[str, Colour]:
    """The colours of a theme by name: dk1, lt1, dk2, lt2, accent1 ..."""
    scheme = next(etree.fromstring(theme).iter(f"{{{A}}}clrScheme"))
    found = {etree.QName(slot).localname: drawn(slot, lambda _: BLACK) for slot in scheme}
    return {name: colour for name, colour in found.items() if colour is not None}


def _changed(colour: Colour, change: str, amount: float) -> Colour:
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    match change:
        case "lumMod":
            return colorsys.hls_to_rgb(hue, light * amount, saturation)
        case "lumOff":
            return colorsys.hls_to_rgb(hue, min(1.0, light + amount), saturation)
        case "shade":
            return (colour[0] * amount, colour[1] * amount, colour[2] * amount)
        case "tint":
            red, green, blue = (1 - (1 - part) * amount for part in colour)
            return red, green, blue
        case _:
            return colour


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
