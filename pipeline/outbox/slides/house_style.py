"""The look of a deck: our own, or the PowerPoint file (.pptx, .potx) that a university put among the templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.parts.presentation import PresentationPart

from pipeline.documents.contents import Look
from pipeline.findings import Finding, Place, Word, note
from pipeline.outbox.slides.layouts import Layout, choices
from pipeline.outbox.slides.template import LARGEST_FILE, opened
from pipeline.outbox.slides.theme import Theme, theme_of

SHIPPED_DECK: Final = "session-deck.pptx"
SUFFIXES: Final = frozenset({".pptx", ".potx"})
WIDE: Final = 1.5
"""A slide that is less than this many times as wide as high is of the old shape, 4:3."""

OTHER_KINDS: Final = frozenset({".ppt", ".pot", ".pptm", ".potm", ".odp", ".otp", ".thmx"})


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A look that decks can be made in; `template` is the file itself, `layouts` has one for every look."""

    template: bytes
    layouts: Mapping[Look, Layout]
    theme: Theme


def house_style(shipped: Path, templates: Path) -> tuple[HouseStyle, tuple[Finding, ...]]:
    """The look of the organisation's own file in `templates`, or else the one in `shipped`; both are folders.

    A file that cannot be used is said, and the shipped look serves.
    """
    ours = (shipped / SHIPPED_DECK).read_bytes()
    candidates, findings = _candidates(templates, ours)
    if not candidates:
        return _style(opened(ours), ours), findings
    chosen = candidates[0]
    if len(candidates) > 1:
        others = tuple(path.name for path in candidates[1:])
        findings = (*findings, note("templates_several", Place(chosen.name), others=others))
    style = _own_style(chosen)
    if style is None:
        return _style(opened(ours), ours), (*findings, note("template_unreadable", Place(chosen.name)))
    return style[0], (*findings, *style[1])


def _candidates(folder: Path, ours: bytes) -> tuple[list[Path], tuple[Finding, ...]]:
    """The organisation's files by name, and a note on those of a kind that we cannot use."""
    try:
        names = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(("~$", ".")))
    except OSError:
        return [], ()
    fitting = [path for path in names if path.suffix.lower() in SUFFIXES and not _is(path, ours)]
    others = tuple(note("template_kind", Place(path.name)) for path in names if path.suffix.lower() in OTHER_KINDS)
    return fitting, others


def _is(path: Path, ours: bytes) -> bool:
    try:
        return path.stat().st_size == len(ours) and path.read_bytes() == ours
    except OSError:
        return False


def _own_style(path: Path) -> tuple[HouseStyle, tuple[Finding, ...]] | None:
    """The style of the organisation's file with what is to be said about it; None when it cannot be used."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None
        content = path.read_bytes()
        presentation = opened(content)
        return _style(presentation, content), tuple(_said(presentation, Place(path.name)))
    except Exception:  # noqa: BLE001 - a broken package fails in more ways than can be listed
        return None


def _style(presentation: PresentationPart, content: bytes) -> HouseStyle:
    layouts = {look: choice.layout for look, choice in choices(presentation).items()}
    master = presentation.presentation.slide_masters[0]
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    return HouseStyle(content, layouts, theme_of(parse_xml(theme.blob), master._element))  # noqa: SLF001 - its XML


def _said(presentation: PresentationPart, place: Place) -> list[Finding]:
    """What the organisation's file lacks; a layout for statements is ours alone, so nobody misses it."""
    findings = [
        note("layout_missing", place, look=Word(f"findings.layout.{look.value}"), layout=choice.layout.name)
        for look, choice in choices(presentation).items()
        if choice.instead and look is not Look.STATEMENT
    ]
    slides = presentation.presentation
    if (slides.slide_width or 0) < WIDE * (slides.slide_height or 1):
        findings.append(note("template_narrow", place))
    return findings
