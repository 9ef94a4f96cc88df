"""Sets a Word document closer, by its own styles, so that a longer text still stands on one page."""

from dataclasses import dataclass
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Length, Pt

from pipeline.documents.contents import Density

_RUNNING_TEXT: Final = "Body Text"
_SMALLEST: Final = Pt(10)
"""Nothing is made smaller than this; what is smaller in the template stays."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """`gaps` and `headings` are shares of what the template has: of its white, and of what stands out in size."""

    gaps: float
    headings: float
    line: float
    margin: Length
    smaller: Length


_SETTINGS: Final = {
    Density.CLOSE: _Setting(gaps=0.65, headings=0.6, line=1.06, margin=Cm(2.2), smaller=Pt(0)),
    Density.CLOSEST: _Setting(gaps=0.6, headings=0.5, line=1.0, margin=Cm(2), smaller=Pt(0.5)),
}


def set_close(document: Any, density: Density) -> None:
    """The styles and margins of `document` as `density` asks."""
    setting = _SETTINGS.get(density)
    if setting is None:
        return
    running = document.styles[_RUNNING_TEXT].font.size
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_spaces(style.paragraph_format, setting)
            if running and style.font.size:
                style.font.size = _size(style.font.size, running, setting)
    section = document.sections[0]
    section.top_margin = min(section.top_margin, setting.margin)
    section.bottom_margin = min(section.bottom_margin, setting.margin)


def _set_spaces(spaces: Any, setting: _Setting) -> None:
    for side in ("space_before", "space_after"):
        if white := getattr(spaces, side):
            setattr(spaces, side, Pt(round(white.pt * setting.gaps * 2) / 2))
    if isinstance(spaces.line_spacing, float):
        spaces.line_spacing = min(spaces.line_spacing, setting.line)


def _size(size: Length, running: Length, setting: _Setting) -> Length:
    """What is larger than running text comes nearer to it; all of it becomes a little smaller."""
    nearer = size - round(max(size - running, 0) * (1 - setting.headings)) - setting.smaller
    halves = round(Length(nearer).pt * 2)  # Word counts in half points
    return max(Pt(halves / 2), min(size, _SMALLEST))
