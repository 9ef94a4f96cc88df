"""What only paper serves for: a box beside the text, to keep in view, and lines to write on."""

from typing import Any, assert_never

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.documents.contents import Aside, Ruled
from pipeline.outbox.normalising import legal

_PALE, _EDGE = "F1F6F9", "4C8FB0"
_EDGES = (("top", 4, _PALE, 1), ("left", 24, _EDGE, 5), ("bottom", 4, _PALE, 1), ("right", 4, _PALE, 1))
_ASIDE_WIDTH = 3119  # 5.5 cm in twentieths of a point
_ASIDE_GAP = 255
_INDENT = '<w:ind w:left="170" w:right="170"/>'
_HANGING = '<w:ind w:left="454" w:right="170" w:hanging="284"/>'
_RULE_HEIGHT = 510  # 9 mm, as in an exercise book
_KEPT_TOGETHER = 3


def add_for_paper(document: Any, block: Aside | Ruled) -> None:
    """A box at the right margin, around which flows what comes next; or lines over the whole width."""
    match block:
        case Aside():
            _add_aside(document, block)
        case Ruled():
            _add_ruled(document, block)
        case _:
            assert_never(block)


def _add_aside(document: Any, aside: Aside) -> None:
    """A frame of paragraphs and no text box: it is read in its place, keeps its heading, and opens everywhere."""
    _framed(document, aside.heading, "Heading 2", _INDENT)
    _framed(document, aside.text, "Body Text", _INDENT)
    for number, point in enumerate((point for point in aside.points if legal(point).strip()), 1):
        _framed(document, f"{number}.\t{point}", "Body Text", _HANGING)


def _add_ruled(document: Any, ruled: Ruled) -> None:
    """The first few lines keep together with what stands above them."""
    for number in range(1, ruled.lines + 1):
        kept = "<w:keepNext/>" if number < min(ruled.lines, _KEPT_TOGETHER) else ""
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_EDGE}"/>' for side in ("bottom", "between")
        )
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{_RULE_HEIGHT}" w:lineRule="exact"/>'
        _set(document.add_paragraph(), f"{kept}<w:pBdr>{edges}</w:pBdr>{spacing}")


def _framed(document: Any, text: str, style: str, indent: str) -> None:
    """One paragraph of the box; those beside each other with the same frame are one box."""
    if not legal(text).strip():
        return
    frame = (
        f'<w:framePr w:w="{_ASIDE_WIDTH}" w:hSpace="{_ASIDE_GAP}" w:wrap="around" w:vAnchor="text"'
        ' w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
    )
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, size, colour, space in _EDGES
    )
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{_PALE}"/>'
    spacing = '<w:spacing w:before="40" w:after="100" w:line="252" w:lineRule="auto"/>'
    _set(document.add_paragraph(legal(text), style), f"{frame}<w:pBdr>{edges}</w:pBdr>{shading}{spacing}{indent}")


def _set(paragraph: Any, properties: str) -> None:
    """Properties that python-docx does not know, in the order of the schema."""
    for made in parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>"):
        paragraph._p.get_or_add_pPr().append(made)  # noqa: SLF001 - the paragraph's own element
