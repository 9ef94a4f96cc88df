"""Whether a drawing says what it shows."""

from lxml import etree

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def is_silent(properties: etree._Element) -> bool:
    """Whether a drawing (its `docPr` or `cNvPr`) has neither an alt text nor a mark that it is decoration."""
    if (properties.get("descr") or "").strip():
        return False
    marks = properties.iter(f"{{{_DECORATIVE}}}decorative")
    return not any(mark.get("val") in ("1", "true") for mark in marks)
