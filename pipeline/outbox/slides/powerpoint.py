"""A deck as a PowerPoint file in a house style: real placeholders, notes, sections, a language for every word.

python-pptx opens the template and keeps the package together; the slides are written here, because copying and
searching for each of them would make a long deck slow.
"""

import uuid
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart

from pipeline.documents.contents import Chart, Deck, Slide
from pipeline.findings import Finding, note
from pipeline.outbox.charts.chart import EXTERNAL, native_chart
from pipeline.outbox.slides.house_style import HouseStyle
from pipeline.outbox.normalising import legal, normalised
from pipeline.outbox.slides.filling import slide_shapes
from pipeline.outbox.slides.markup import notes_xml, slide_xml
from pipeline.outbox.slides.notes import notes_place, notes_shapes
from pipeline.outbox.slides.shapes import ChartFrame, Placeholder, Shape
from pipeline.outbox.slides.template import opened

FIRST_SLIDE_ID: Final = 256
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P14: Final = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SECTION_IDS: Final = uuid.UUID("6f0f2f1c-3f5c-5a53-9d3c-3a8a5d1f0a11")


@dataclass(frozen=True, slots=True)
class _Making:
    """A deck under way: the opened template and what every slide needs of it."""

    deck: Deck
    style: HouseStyle
    presentation: PresentationPart
    notes_master: Part
    notes_places: tuple[Placeholder, ...]
    layout_parts: dict[str, Part]


def deck_file(deck: Deck, style: HouseStyle) -> tuple[bytes, tuple[Finding, ...]]:
    """The deck as a .pptx, and a note for each slide that says more than fits on it."""
    making = _started(deck, style)
    findings: list[Finding] = []
    relations: list[str] = []
    for number, slide in enumerate(deck.slides, 1):
        shapes = slide_shapes(slide, deck.footer, style)
        relations.append(_add_slide(making, slide, shapes, number))
        if any(not isinstance(shape, ChartFrame) and shape.overfull for shape in shapes):
            findings.append(note("slide_overfull", slide=number))
    _list_slides(making, relations)
    target = BytesIO()
    making.presentation.package.save(target)
    return normalised(target.getvalue(), title=deck.title, language=deck.language), tuple(findings)


def _started(deck: Deck, style: HouseStyle) -> _Making:
    presentation = opened(style.template)
    layouts = (layout for master in presentation.presentation.slide_masters for layout in master.slide_layouts)
    notes_master = presentation.notes_master_part
    places = tuple(
        notes_place(_kind(shape.element), shape.placeholder_format.idx, shape.name.rstrip("0123456789 "))
        for shape in notes_master.notes_master.placeholders
    )
    parts: dict[str, Part] = {str(layout.part.partname): layout.part for layout in layouts}
    return _Making(deck, style, presentation, notes_master, places, parts)


def _kind(element: etree._Element) -> str:
    place = element.find(f".//{_P}nvPr/{_P}ph")
    return "obj" if place is None else place.get("type", "obj")


def _add_slide(making: _Making, slide: Slide, shapes: tuple[Shape, ...], number: int) -> str:
    """Put a slide with its notes in the package; gives the relation to it."""
    package, language = making.presentation.package, making.deck.language
    part = Part(PackURI(f"/ppt/slides/slide{number}.xml"), CONTENT_TYPE.PML_SLIDE, package)
    part.relate_to(making.layout_parts[making.style.layouts[slide.look].part], RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    charts = [shape.chart for shape in shapes if isinstance(shape, ChartFrame)]
    related = tuple(
        part.relate_to(_chart_part(making, chart, f"{number}_{order}"), RELATIONSHIP_TYPE.CHART)
        for order, chart in enumerate(charts, 1)
    )
    part.blob = slide_xml(shapes, language, related)
    notes = Part(PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"), CONTENT_TYPE.PML_NOTES_SLIDE, package)
    notes.blob = notes_xml(notes_shapes(slide.notes, making.deck.labels, making.notes_places), language)
    notes.relate_to(making.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
    notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
    part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
    return making.presentation.relate_to(part, RELATIONSHIP_TYPE.SLIDE)


def _chart_part(making: _Making, chart: Chart, name: str) -> Part:
    package = making.presentation.package
    native = native_chart(chart, making.deck.language)
    workbook = Part(PackURI(f"/ppt/embeddings/workbook{name}.xlsx"), CONTENT_TYPE.SML_SHEET, package, native.workbook)
    part = Part(PackURI(f"/ppt/charts/chart{name}.xml"), CONTENT_TYPE.DML_CHART, package, native.xml)
    if part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE) != EXTERNAL:
        raise AssertionError("the workbook must be the chart's first relation")
    return part


def _list_slides(making: _Making, relations: list[str]) -> None:
    """Name the slides, the notes master and the sections in the presentation, in the order of the standard."""
    root = making.presentation._element  # noqa: SLF001 - python-pptx knows no sections
    if root.find(f"{_P}notesMasterIdLst") is None:
        masters = etree.Element(f"{_P}notesMasterIdLst")
        relation = making.presentation.relate_to(making.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
        etree.SubElement(masters, f"{_P}notesMasterId").set(f"{_R}id", relation)
        next(root.iterchildren(f"{_P}sldMasterIdLst")).addnext(masters)
    slides = etree.Element(f"{_P}sldIdLst")
    for number, relation in enumerate(relations):
        listed = etree.SubElement(slides, f"{_P}sldId", id=str(FIRST_SLIDE_ID + number))
        listed.set(f"{_R}id", relation)
    next(root.iterchildren(f"{_P}handoutMasterIdLst", f"{_P}notesMasterIdLst")).addnext(slides)
    _list_sections(root, making.deck)


def _list_sections(root: etree._Element, deck: Deck) -> None:
    extensions = root.find(f"{_P}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{_P}extLst")
    extension = etree.Element(f"{_P}ext", uri=_SECTIONS)
    extensions.insert(0, extension)
    sections = etree.SubElement(extension, f"{_P14}sectionLst", nsmap={"p14": _P14[1:-1]})
    slide_id = FIRST_SLIDE_ID
    for number, section in enumerate(deck.sections):
        name = legal(section.title)
        identity = f"{{{uuid.uuid5(_SECTION_IDS, f'{number} {name}')}}}".upper()
        listed = etree.SubElement(sections, f"{_P14}section", name=name, id=identity)
        ids = etree.SubElement(listed, f"{_P14}sldIdLst")
        for _ in section.slides:
            etree.SubElement(ids, f"{_P14}sldId", id=str(slide_id))
            slide_id += 1
