"""Shapes as PowerPoint writes them: each run with its language, each picture with its description."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from pipeline.outbox.normalising import LOCALES, legal
from pipeline.outbox.slides.fitting import Text, words_of
from pipeline.outbox.slides.shapes import Area, Box, Cell, ChartFrame, Filled, Shape, Table

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TREE = (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_MARKERS = {
    "none": ('marL="0" indent="0"', "<a:buNone/>"),
    "bullet": ('marL="342900" indent="-342900"', '<a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>'),
    "number": ('marL="571500" indent="-571500"', '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'),
    "": ("", ""),
}
_CELL_INSETS = 'marL="182880" marR="182880" marT="45720" marB="45720"'


def slide_xml(shapes: tuple[Shape, ...], language: str, chart_relations: tuple[str, ...] = ()) -> bytes:
    """A slide with these shapes, read in this order; each chart in it has its relation."""
    return _sheet("p:sld", shapes, language, chart_relations)


def notes_xml(shapes: tuple[Shape, ...], language: str) -> bytes:
    """The notes page of a slide."""
    return _sheet("p:notes", shapes, language, ())


def _sheet(element: str, shapes: tuple[Shape, ...], language: str, chart_relations: tuple[str, ...]) -> bytes:
    locale = LOCALES[language]
    relations = iter(chart_relations)
    drawn = "".join(_shape(shape, number, locale, relations) for number, shape in enumerate(shapes, 2))
    return f"<{element} {NAMESPACES}>{_TREE.format(shapes=drawn)}</{element}>".encode()


def _shape(shape: Shape, number: int, locale: str, relations: Iterator[str]) -> str:
    match shape:
        case Filled():
            return _filled(shape, number, locale)
        case Box():
            return _box(shape, number, locale)
        case Table():
            return _table(shape, number, locale)
        case ChartFrame():
            return _chart(shape, number, next(relations))


def _filled(shape: Filled, number: int, locale: str) -> str:
    place = shape.placeholder
    kind = f' type="{place.kind}"' if place.kind != "obj" else ""
    index = f' idx="{place.index}"' if place.index else ""
    name = quoteattr(f"{place.name or place.kind} {number}")
    body = ""
    if place.kind != "sldImg":
        written = _slide_number(locale) if shape.is_slide_number else _paragraphs(shape.texts, locale)
        body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{written}</p:txBody>"
    locks = ' noRot="1" noChangeAspect="1"' if place.kind == "sldImg" else ""
    moved = "" if shape.area is None else _transform(shape.area)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={name}/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>{moved}</p:spPr>{body}</p:sp>"
    )


def _box(shape: Box, number: int, locale: str) -> str:
    inset = shape.inset
    insets = f'lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}"'
    body = (
        f'<p:txBody><a:bodyPr wrap="square" {insets} anchor="{shape.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{_paragraphs(shape.texts, locale)}</p:txBody>"
    )
    return (
        f"<p:sp><p:nvSpPr>{_about(shape.name, number, shape.alt, decorative=not shape.texts)}"
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_transform(shape.area)}<a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom>{_fill(shape.fill)}{_line(shape)}</p:spPr>{body}</p:sp>"
    )


def _about(name: str, number: int, alt: str, *, decorative: bool = False) -> str:
    description = f" descr={quoteattr(legal(alt))}" if alt else ""
    start = f'<p:cNvPr id="{number}" name={quoteattr(f"{name} {number}")}{description}'
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"


def _table(shape: Table, number: int, locale: str) -> str:
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in shape.widths)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(_cell(cell, shape.line, locale) for cell in row)}</a:tr>'
        for row, height in zip(shape.rows, shape.heights, strict=True)
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{_about(shape.name, number, shape.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{_transform(shape.area, 'p')}<a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1">'
        f"<a:tableStyleId>{_PLAIN_TABLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(cell: Cell, line: str, locale: str) -> str:
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    under = f'<a:lnB w="12700">{_fill(line)}</a:lnB>'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{_paragraphs((cell.text,), locale)}</a:txBody>"
        f'<a:tcPr {_CELL_INSETS} anchor="ctr">{none}{under}{_fill(cell.fill)}</a:tcPr></a:tc>'
    )


def _chart(shape: ChartFrame, number: int, relation: str) -> str:
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{_about('Chart', number, shape.chart.alt)}<p:cNvGraphicFramePr/><p:nvPr/>"
        f"</p:nvGraphicFramePr>{_transform(shape.area, 'p')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _transform(area: Area, prefix: str = "a") -> str:
    return (
        f'<{prefix}:xfrm><a:off x="{area.left}" y="{area.top}"/>'
        f'<a:ext cx="{max(area.width, 0)}" cy="{max(area.height, 0)}"/></{prefix}:xfrm>'
    )


def _fill(colour: str) -> str:
    if not colour:
        return "<a:noFill/>"
    name, _, brightness = colour.partition(":")
    change = f'<a:lumMod val="{brightness}000"/>' if brightness else ""
    return f'<a:solidFill><a:schemeClr val="{name}">{change}</a:schemeClr></a:solidFill>'


def _line(shape: Box) -> str:
    dash = '<a:prstDash val="dash"/>' if shape.dashed else ""
    width = 19050 if shape.dashed else 9525
    return f'<a:ln w="{width}">{_fill(shape.line)}{dash}</a:ln>'


def _paragraphs(texts: tuple[Text, ...], locale: str) -> str:
    return "".join(_paragraph(text, locale) for text in texts) or f'<a:p><a:endParaRPr lang="{locale}"/></a:p>'


def _paragraph(text: Text, locale: str) -> str:
    margins, marker = _MARKERS[text.marker]
    align = f' algn="{text.align}"' if text.align else ""
    before = f'<a:spcBef><a:spcPts val="{round(text.before * 100)}"/></a:spcBef>' if text.before else ""
    size = f' sz="{round(text.size * 100)}"' if text.size else ""
    bold = ' b="1"' if text.bold else ""
    colour = _fill(text.colour) if text.colour else ""
    manner = f'lang="{locale}"{size}{bold} dirty="0"'
    shown = _escaped(text.text)
    run = f"<a:r><a:rPr {manner}>{colour}</a:rPr><a:t>{shown}</a:t></a:r>" if shown else ""
    end = "" if shown else f"<a:endParaRPr {manner}>{colour}</a:endParaRPr>"
    return f"<a:p><a:pPr {margins}{align}>{before}{marker}</a:pPr>{run}{end}</a:p>"


def _slide_number(locale: str) -> str:
    return (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{locale}" dirty="0"/><a:t>#</a:t></a:fld></a:p>'
    )


def _escaped(text: str) -> str:
    """`text` on one line, as XML; a hard space stays, for what it joins is ours."""
    line = " ".join(words_of(legal(text)))
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
