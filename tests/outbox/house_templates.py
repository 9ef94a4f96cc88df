"""PowerPoint files as invented universities have them: narrow, in German, as a template proper, or broken."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation

from tests.office.packages import packed, parts_of

SHIPPED = Path(__file__).parents[2] / "templates_office"
GERMAN = {
    "Title Slide": "Titelfolie",
    "Title and Content": "Titel und Inhalt",
    "Section Header": "Abschnittsüberschrift",
    "Title Only": "Nur Titel",
    "Blank": "Leer",
}


@cache  # python-pptx stamps the clock on what it saves
def narrow_german() -> bytes:
    """A 4:3 file with German layout names, no kinds of layout noted, and slides of its own with notes."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        layout.name = GERMAN.get(layout.name, layout.name)
        layout._element.attrib.pop("type", None)
    for number in (1, 2):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Alte Folie {number}"
        slide.notes_slide.notes_text_frame.text = "Alte Notiz"
    return _saved(deck)


def template_without(*names: str, suffix_of: str = "template") -> bytes:
    """Our own look as a .potx, without the layouts of these names, and in other colours and letters."""
    deck = Presentation(str(SHIPPED / "session-deck.pptx"))
    for layout in [layout for layout in deck.slide_layouts if layout.name in names]:
        deck.slide_layouts.remove(layout)
    parts = parts_of(_saved(deck))
    main = b"presentationml.presentation.main+xml"
    kinds = parts["[Content_Types].xml"].replace(main, f"presentationml.{suffix_of}.main+xml".encode())
    theme = parts["ppt/theme/theme1.xml"].replace(b"08415C", b"5A1E4A").replace(b"Calibri", b"Verdana")
    return packed({**parts, "[Content_Types].xml": kinds, "ppt/theme/theme1.xml": theme})


def with_names(names: Sequence[str]) -> bytes:
    """A file whose first layouts bear these names and tell nothing else about themselves."""
    deck = Presentation()
    for layout, name in zip(deck.slide_layouts, names, strict=False):
        layout.name = name
        layout._element.attrib.pop("type", None)
    return _saved(deck)


def without_layouts() -> bytes:
    """A file that opens but has nothing to make a slide with."""
    deck = Presentation()
    for layout in list(deck.slide_layouts):
        deck.slide_layouts.remove(layout)
    return _saved(deck)


def _saved(deck: Any) -> bytes:
    target = BytesIO()
    deck.save(target)
    return target.getvalue()
