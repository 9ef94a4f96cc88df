"""Every barrier is found where it was put."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor as Ink
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from tests.office import samples
from tests.office.accessibility import barriers
from tests.office.packages import packed, parts_of

BOX = (Inches(1), Inches(5), Inches(3), Inches(1))


def nameless(kind: str, what: bytes) -> bytes:
    parts = parts_of(samples.good(kind))
    core = parts["docProps/core.xml"]
    return packed(parts | {"docProps/core.xml": core.replace(what, b"")})


# --- documents -------------------------------------------------------------------------------------------------


def shaded_cell(document: Any, fill: str, ink: str) -> None:
    cell = document.tables[0].cell(1, 1)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))
    cell.paragraphs[0].runs[0].font.color.rgb = Ink.from_string(ink)


def foreign_run(document: Any) -> None:
    run = document.add_paragraph().add_run("English")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB"/>'))


def picture(document: Any, description: str = "") -> None:
    run = document.add_paragraph().add_run()
    run._r.append(
        parse_xml(
            f'<w:drawing {nsdecls("w", "wp")}><wp:inline><wp:docPr id="9" name="Beeld" descr="{description}"/>'
            "</wp:inline></w:drawing>"
        )
    )


def faint_style(document: Any) -> None:
    document.styles["Normal"].font.color.rgb = Ink(0xBB, 0xBB, 0xBB)


DOCUMENTS: dict[str, tuple[Callable[[Any], object], str]] = {
    "skipped level": (lambda made: made.add_heading("Diep", 3), "of level 3 comes after level 1"),
    "empty heading": (lambda made: made.add_heading("", 1), "an empty heading"),
    "no heading": (lambda made: made.element.body.remove(made.paragraphs[0]._p), "no heading"),
    "no header row": (lambda made: made.add_table(2, 2), "has no header row"),
    "silent table": (lambda made: made.add_table(2, 2), "has no alt text"),
    "silent picture": (picture, "'Beeld' has no alt text"),
    "foreign run": (foreign_run, "is said to be in en-GB"),
    "faint in a cell": (lambda made: shaded_cell(made, "FFFF00", "FFFFFF"), "is faint"),
    "faint by style": (faint_style, "is faint"),
}

# --- decks -----------------------------------------------------------------------------------------------------


def box(deck: Any, text: str = "Los") -> Any:
    shape = deck.slides[0].shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(0x08, 0x41, 0x5C)
    if text:
        run = shape.text_frame.paragraphs[0].add_run()
        run.text = text
        run._r.get_or_add_rPr().set("lang", samples.LANGUAGE)
    return shape


def small_master(deck: Any) -> None:
    for found in deck.slide_master._element.xpath("//p:bodyStyle/a:lvl1pPr/a:defRPr"):
        found.set("sz", "1400")


def small_layout(deck: Any) -> None:
    body = deck.slides[0].slide_layout.placeholders[1]._element.txBody
    levels = parse_xml(
        '<a:lvl1pPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:defRPr sz="1200"/></a:lvl1pPr>'
    )
    body.find("{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle").append(levels)


def dark_background(deck: Any) -> None:
    fill = deck.slide_master.background.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1


def faint_on_a_box_below(deck: Any) -> None:
    box(deck, "")
    above = deck.slides[0].shapes.add_textbox(*BOX)
    above.text_frame.text = "Erop"


def table(deck: Any) -> Any:
    return deck.slides[0].shapes.add_table(2, 2, *BOX)


def filled_table(deck: Any) -> None:
    frame = table(deck)
    cell = frame.table.cell(0, 0)
    cell.text = "Kop"
    cell.fill.solid()
    cell.fill.fore_color.rgb = RGBColor(0x10, 0x10, 0x10)
    cell.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0x20, 0x20, 0x20)


def headless_table(deck: Any) -> None:
    table(deck).table.first_row = False


def styled_table(deck: Any) -> None:
    table(deck).table.cell(0, 0).text = "Kop"


def chart(deck: Any) -> Any:
    numbers = CategoryChartData()
    numbers.categories = ["a"]
    numbers.add_series("s", [1])
    return deck.slides[0].shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *BOX, numbers)


def small_chart(deck: Any) -> None:
    chart(deck).chart.font.size = Pt(8)


def foreign_note(deck: Any) -> None:
    deck.slides[0].notes_slide.notes_text_frame.text = "Without a language"


def retitled(deck: Any, text: str) -> None:
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = text


DECKS: dict[str, tuple[Callable[[Any], object], str]] = {
    "one title twice": (lambda made: retitled(made, "DIA 1"), "stands on 2 slides"),
    "no title": (lambda made: retitled(made, " "), "slide 2: no title"),
    "empty placeholder": (
        lambda made: setattr(made.slides[0].placeholders[1], "text", ""),
        "slide 1: the placeholder",
    ),
    "silent frame": (lambda made: box(made, ""), "has no alt text"),
    "silent chart": (chart, "has no alt text"),
    "silent table": (table, "has no alt text"),
    "headless table": (headless_table, "has no header row"),
    "small chart": (small_chart, "text of 8 pt"),
    "small run": (
        lambda made: setattr(box(made).text_frame.paragraphs[0].runs[0].font, "size", Pt(17)),
        "'Los' is small: 17 pt",
    ),
    "small by master": (small_master, "'Een punt' is small: 14 pt"),
    "small by layout": (small_layout, "'Een punt' is small: 12 pt"),
    "faint in a box": (
        lambda made: setattr(box(made).text_frame.paragraphs[0].runs[0].font.color, "rgb", RGBColor(0, 0, 0)),
        "'Los' is faint",
    ),
    "faint on the background": (dark_background, "'Los woord' is faint: contrast 1.0"),
    "faint on what is below": (faint_on_a_box_below, "'Erop' is faint"),
    "faint in a table": (filled_table, "'Kop' is faint"),
    "left to a table style": (styled_table, "cannot be told"),
    "no language": (foreign_note, "is said to be in no language"),
    "foreign": (
        lambda made: box(made).text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "en-GB"),
        "is said to be in en-GB",
    ),
}

# --- workbooks -------------------------------------------------------------------------------------------------


def book_chart(book: Any, sheet: Any) -> None:
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series({"values": "=Deelnemers!$B$2:$B$3"})
    sheet.insert_chart("D2", drawn)


def second_sheet(book: Any, _sheet: Any) -> None:
    other = book.add_worksheet("Blad2")
    other.write_row(0, 0, ("Kop", "Kop"))
    other.write_row(1, 0, (1, 2))


def other_open(book: Any, _sheet: Any) -> None:
    book.add_worksheet("Uitleg").activate()


def faint_rule(book: Any, sheet: Any) -> None:
    look = book.add_format({"bg_color": "#FFFFAA", "font_color": "#EEEEEE"})
    sheet.conditional_format("A1:B3", {"type": "no_blanks", "format": look})


WORKBOOKS: dict[str, tuple[Callable[[Any, Any], object], str]] = {
    "name that says nothing": (second_sheet, "Blad2: the sheet's name says nothing"),
    "no header": (second_sheet, "Blad2: no header row"),
    "merged": (lambda _, sheet: sheet.merge_range("A6:A8", "x"), "merged across data: A6:A8"),
    "cursor": (lambda _, sheet: sheet.set_selection("C5"), "the cursor stands at C5"),
    "scrolled": (lambda _, sheet: sheet.set_top_left_cell("A40"), "opens at A40"),
    "other sheet": (other_open, "another sheet"),
    "silent chart": (book_chart, "has no alt text"),
    "faint": (
        lambda book, sheet: sheet.write(4, 0, "x", book.add_format({"font_color": "#999999"})),
        "A5 is faint",
    ),
    "faint rule": (faint_rule, "the conditional format"),
}


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_good_file_has_no_barrier(kind: str) -> None:
    assert barriers(samples.good(kind)) == []


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_without_title_or_language_is_noticed(kind: str) -> None:
    assert "the file has no language" in barriers(nameless(kind, b"nl-NL"))
    title = b"Aanmelding" if kind == "xlsx" else b"Een bestand"
    assert "the file has no title" in barriers(nameless(kind, title))


@pytest.mark.parametrize("planted", DOCUMENTS)
def test_a_barrier_in_a_document_is_found(planted: str) -> None:
    plant, expected = DOCUMENTS[planted]
    assert any(expected in barrier for barrier in barriers(samples.document(plant)))


@pytest.mark.parametrize("planted", DECKS)
def test_a_barrier_in_a_deck_is_found(planted: str) -> None:
    plant, expected = DECKS[planted]
    assert any(expected in barrier for barrier in barriers(samples.deck(plant)))


@pytest.mark.parametrize("planted", WORKBOOKS)
def test_a_barrier_in_a_workbook_is_found(planted: str) -> None:
    plant, expected = WORKBOOKS[planted]
    assert any(expected in barrier for barrier in barriers(samples.workbook(plant)))


def test_dark_and_described_is_no_barrier() -> None:
    assert barriers(samples.document(lambda made: shaded_cell(made, "08415C", "FFFFFF"))) == []
    assert barriers(samples.document(lambda made: picture(made, "Een lege stoel"))) == []
    assert barriers(samples.deck(box)) == []
