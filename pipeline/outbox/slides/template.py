"""A PowerPoint file that decks are made with: opened, its own slides taken out, ready to be filled.

It comes from the organisation, so it is trusted, but it may be broken, or a template proper (.potx), which
python-pptx refuses by itself.
"""

from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

LARGEST_FILE: Final = 100_000_000  # bytes
MOST_PARTS: Final = 5_000
LARGEST_UNPACKED: Final = 500_000_000

_OPENED_AS: Final = {
    CONTENT_TYPE.PML_PRESENTATION_MAIN,
    CONTENT_TYPE.PML_TEMPLATE_MAIN,
    CONTENT_TYPE.PML_SLIDESHOW_MAIN,
}
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def opened(content: bytes) -> PresentationPart:
    """The presentation without any slide; ValueError and much else for a file that is none.

    Whoever calls this with a file from outside catches whatever it raises: a broken package fails in many ways.
    """
    _guard(content)
    part = Package.open(BytesIO(content)).main_document_part
    if part._content_type not in _OPENED_AS:  # noqa: SLF001 - the public one, once read, cannot be changed any more
        raise ValueError("not a presentation")
    part._content_type = CONTENT_TYPE.PML_PRESENTATION_MAIN  # noqa: SLF001 - the only way to open a .potx
    _drop_slides(part)
    return part


def relation_id(element: etree._Element) -> str:
    """The relation that an element points along."""
    return element.get(f"{_R}id", "")


def _guard(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            raise ValueError("too large")


def _drop_slides(part: PresentationPart) -> None:
    """Take out the slides and everything that points at them, so that no part of them is written."""
    root = part._element  # noqa: SLF001 - python-pptx cannot remove a slide
    for name in ("sldIdLst", "custShowLst"):
        for listed in root.findall(f"{_P}{name}"):
            root.remove(listed)
    for extensions in root.findall(f"{_P}extLst"):
        for extension in [found for found in extensions if found.get("uri") == _SECTIONS]:
            extensions.remove(extension)
        if not len(extensions):
            root.remove(extensions)
    _forget(part)
    for other in [found for found in part.package.iter_parts() if isinstance(found, XmlPart)]:
        _forget(other)


def _forget(part: Part) -> None:
    """Drop what points from `part` at a slide: the slide itself, or a button that jumps to it."""
    dropped = {key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.SLIDE}
    for key in dropped:
        part.rels.pop(key)
    if dropped and isinstance(part, XmlPart):
        for element in list(part._element.iter(etree.Element)):  # noqa: SLF001 - there is no public way to its XML
            if relation_id(element) in dropped and (parent := element.getparent()) is not None:
                parent.remove(element)
