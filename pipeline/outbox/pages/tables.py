"""Tables of a Word document: a header row that repeats, whole rows, and words for who cannot see them."""

from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.documents.contents import Grid, Space
from pipeline.outbox.slides.fitting import text_width, words_of
from pipeline.outbox.pages.lists import gap

_DARK, _MIDDLE, _LINE, _WHITE = "08415C", "4C8FB0", "A9CCE0", "FFFFFF"
_KEPT_TOGETHER = 8  # rows
_SPACE_HEIGHT = 2268  # 4 cm in twentieths of a point
_TITLE_LENGTH = 80
_EMU = 635  # in a twentieth of a point
_LIGHTEST, _HEAVIEST = 6, 80  # letters that a column counts for
_POINT, _MARGINS = 20, 200  # in twentieths of a point: one, and what is left free around a text
_SIZE = 10.5  # points, of the style Table Text
_SHORT = 12  # letters that stay on one line, such as `in progress` or `13 Apr 2028`


def add_grid(document: Any, grid: Grid) -> None:
    """A table as wide as the page, its columns as wide as their texts ask."""
    rows = _even((grid.header, *grid.rows))
    if not rows[0]:
        return
    widths = _widths(rows, _room(document))
    numeric = [number > 0 and _is_numeric(column[1:]) for number, column in enumerate(zip(*rows, strict=True))]
    style = document.styles["Table Text"].style_id
    lines = []
    for number, texts in enumerate(rows):
        heading = number == 0
        kept = heading or (len(rows) <= _KEPT_TOGETHER and number < len(rows) - 1)
        cells = (
            _cell(_paragraph(text, style, heading=heading, kept=kept, right=right), width, heading=heading)
            for text, width, right in zip(texts, widths, numeric, strict=True)
        )
        lines.append(_row(cells, "<w:tblHeader/>" if heading else ""))
    _put(document, _table(document, widths, _borders(("top", "bottom", "insideH"), 4, _LINE), grid.alt), lines)


def add_space(document: Any, space: Space) -> None:
    """A frame to write in."""
    room = _room(document)
    style = document.styles["Table Text"].style_id
    cell = _cell(_paragraph(space.text, style), room)
    row = _row((cell,), f'<w:trHeight w:val="{_SPACE_HEIGHT}" w:hRule="atLeast"/><w:tblHeader/>')
    borders = _borders(("top", "left", "bottom", "right"), 8, _MIDDLE)
    _put(document, _table(document, [room], borders, space.alt), [row])


def _put(document: Any, opening: str, rows: list[str]) -> None:
    table = parse_xml(f"{opening}{''.join(rows)}</w:tbl>")
    document.element.body.sectPr.addprevious(table)
    gap(document)


def _table(document: Any, widths: list[int], borders: str, alt: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{document.styles["Table Grid"].style_id}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={quoteattr(alt[:_TITLE_LENGTH])}/>'
        f"<w:tblDescription w:val={quoteattr(alt)}/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def _row(cells: Iterable[str], more: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(paragraph: str, width: int, *, heading: bool = False) -> str:
    """Shaded directly, so that the contrast holds whatever the style says."""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{_DARK if heading else _WHITE}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shading}</w:tcPr>{paragraph}</w:tc>'


def _paragraph(text: str, style: str, *, heading: bool = False, kept: bool = False, right: bool = False) -> str:
    keep = "<w:keepNext/>" if kept else ""
    aligned = '<w:jc w:val="right"/>' if right else ""
    look = '<w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>' if heading else ""
    said = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    run = f'<w:r>{look}<w:t xml:space="preserve">{said}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{aligned}</w:pPr>{run}</w:p>'


def _borders(sides: tuple[str, ...], size: int, colour: str) -> str:
    """Lines where we want them and none elsewhere, whatever a team's table style draws."""
    line = f'w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"'
    every = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f"<w:{side} {line}/>" if side in sides else f'<w:{side} w:val="nil"/>' for side in every)


def _even(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    width = max(map(len, rows))
    return tuple(row + ("",) * (width - len(row)) for row in rows)


def _room(document: Any) -> int:
    """The width between the margins, in twentieths of a point."""
    section = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin) // _EMU


def _widths(rows: tuple[tuple[str, ...], ...], room: int) -> list[int]:
    weights = [_weight(column) for column in zip(*rows, strict=True)]
    widths = [room * weight // sum(weights) for weight in weights]
    widths[-1] += room - sum(widths)
    return _with_whole_words(widths, [_least(column) for column in zip(*rows, strict=True)])


def _with_whole_words(widths: list[int], least: list[int]) -> list[int]:
    """A column too narrow for its longest word gets room from those that have more than they need, if they have."""
    lacking = sum(max(need - width, 0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(widths, least, strict=True))
    if not lacking or lacking > spare:
        return widths
    made = [
        need if width <= need else width - (width - need) * lacking // spare
        for width, need in zip(widths, least, strict=True)
    ]
    made[made.index(max(made))] += sum(widths) - sum(made)
    return made


def _least(texts: tuple[str, ...]) -> int:
    words = (*(text for text in texts if len(text) <= _SHORT), *(word for text in texts for word in words_of(text)))
    width = max((text_width(word, _SIZE, bold=True) for word in words), default=0)
    return _MARGINS + round(width * _POINT)


def _weight(texts: tuple[str, ...]) -> int:
    """How much room a column asks: its longest word whole, its longest text within bounds."""
    word = max((len(word) for text in texts for word in words_of(text)), default=0)
    return max(min(max(*map(len, texts), word + 2), _HEAVIEST), _LIGHTEST)


def _is_numeric(texts: tuple[str, ...]) -> bool:
    known = [text.strip(" %") for text in texts if text.strip()]
    return bool(known) and all(text.replace(",", "").replace(".", "").isdigit() for text in known)
