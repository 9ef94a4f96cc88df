"""Bullets and numbers of a Word document, by the template's lists; each numbered list starts at one."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

_SIGNS = {"List Bullet": ("bullet", "\N{BULLET}"), "List Number": ("decimal", "%1.")}


def add_list(document: Any, items: tuple[str, ...], style: str) -> None:
    """A list of the style `List Bullet` or `List Number`."""
    number = _list(document, style)
    for item in items:
        paragraph = document.add_paragraph(item, style)
        numbering = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = 0
        numbering.get_or_add_numId().val = number


def gap(document: Any) -> None:
    """A little air after a table or a row of cards, which also keeps it apart from the next one."""
    spacing = document.add_paragraph().paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing = Pt(8)


def _list(document: Any, style: str) -> int:
    """The number of a new list that looks like the style's own, or like ours where it has none."""
    root = document.part.numbering_part.element
    model = _model(root, document.styles[style])
    if model is None:
        model = _add_model(root, style)
    made = root.add_num(model)
    if style == "List Number":
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _model(root: Any, style: Any) -> int | None:
    told = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if told is None:
        return None
    found = root.xpath(f'./w:num[@w:numId="{told.val}"]/w:abstractNumId/@w:val')
    return int(found[0]) if found else None


def _add_model(root: Any, style: str) -> int:
    kind, sign = _SIGNS[style]
    number = max((int(value) for value in root.xpath("./w:abstractNum/@w:abstractNumId")), default=-1) + 1
    model = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
    )
    first = root.find(qn("w:num"))
    root.append(model) if first is None else first.addprevious(model)
    return number
