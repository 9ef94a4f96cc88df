"""Cards come out on A4, none of their words lost, each where it can be cut out and heard."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.walk.card_sheets import Boxes, CardBody, CardSheet, Line, Lines, OnAPage, PaperCard, Sentence
from pipeline.documents.contents import Heading, Page, Points
from pipeline.documents.walk.offline_kit import statement_cards, tally_card
from pipeline.documents.walk.persona_cards import persona_cards
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.card_pages import card_file
from pipeline.ttr.people import Participant
from pipeline.ttr.power_walk import EXAMPLES, Statement
from pipeline.workspace import shipped_templates
from tests.documents.teams import CODES, full_year
from tests.office.judgement import complaints
from tests.office.rendering import blank_pages, pages, pdfs
from tests.office.tools import require

SHIPPED = shipped_templates()
GUIDE = Page("Kaarten", "nl", (Heading("Zo werkt het"), Points(("Knip ze uit.",))), "Om te knippen", "TTR")
ODD = "R&D <HR> \"zo\" en 'zo' {{ naam }} {% if %}\x02"
LINES = Lines((Line("gender", "Je bent een man."), Line("R&D <HR>", ODD)))
LONG = "Ik leg thuis steeds weer uit waarom studeren zo veel tijd kost. " * 3
LONGEST = (LONG + "Ook dat nog.")[:200]
KINDS: dict[str, CardBody] = {
    "lines": Lines(tuple(Line("beperking of chronische ziekte", LONGEST[:80]) for _ in range(4))),
    "wide": Lines((*(Line("gender", "W" * 80) for _ in range(2)), *LINES.lines)),
    "sentence": Sentence(LONGEST, "Geldt dit voor je persona?", "Let op, andersom"),
    "boxes": Boxes("Kruis aan.", tuple(map(str, range(1, 26))), ("Totaal (0 tot 25)", "Personacode")),
}


def sheet(bodies: Iterable[CardBody], on_a_page: OnAPage = OnAPage.FOUR) -> CardSheet:
    cards = tuple(PaperCard(f"Kaart {number}", body, "Ruilen mag.") for number, body in enumerate(bodies, 1))
    return CardSheet(GUIDE, cards, on_a_page)


def opened(made: CardSheet, own: Path | None = None) -> Any:
    return docx.Document(BytesIO(card_file(made, SHIPPED, own)[0]))


def said(made: CardSheet) -> list[str]:
    """What stands in each cell, line by line."""
    cells = (cell for table in opened(made).tables for cell in table.row_cells(0))
    return ["|".join(paragraph.text for paragraph in cell.paragraphs) for cell in cells]


def test_every_word_of_a_card_stands_on_it_but_for_signs_that_xml_cannot_hold() -> None:
    odd = ODD.rstrip("\x02")
    assert said(sheet((LINES, LINES))) == [
        f"Kaart {number}|gender|Je bent een man.|R&D <HR>|{odd}|Ruilen mag." for number in (1, 2)
    ]
    assert said(sheet((Sentence("Ik leen.", "Klopt dit?", "Andersom"),), OnAPage.TWO)) == [
        "Kaart 1|Andersom|Klopt dit?|Ik leen.|Ruilen mag."
    ]
    (boxes,) = said(sheet((Boxes("Kruis aan.", ("1", "2", "3", "4", "5", "16"), ("Totaal",)),), OnAPage.TWO))
    assert re.sub(r"[^\S\t]", "", boxes) == "Kaart1|Kruisaan.|1\t2\t3\t4\t5|16|Totaal\t|Ruilenmag."


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=120), max_size=5), st.sampled_from(OnAPage))
def test_whatever_stands_on_the_cards_the_file_opens_and_holds_a_cell_for_each(
    texts: list[str], on_a_page: OnAPage
) -> None:
    made = opened(sheet((Sentence(text, text) for text in texts), on_a_page))
    headings = [cell.paragraphs[0].text for table in made.tables for cell in table.row_cells(0)]
    assert [heading for heading in headings if heading] == [f"Kaart {number}" for number in range(1, len(texts) + 1)]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    made = sheet(KINDS.values())
    assert card_file(made, SHIPPED) == card_file(made, SHIPPED)


def test_a_row_of_cards_is_a_table_of_one_row_that_names_them() -> None:
    tables = opened(sheet((LINES,) * 3)).tables
    assert [(len(table.rows), len(table.columns)) for table in tables] == [(1, 2), (1, 2)]
    assert [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in tables] == [
        "Kaart 1 · Kaart 2",
        "Kaart 3",
    ]


def test_the_cards_lie_on_a4_with_nothing_above_or_below_them_after_the_guide() -> None:
    first, second = opened(sheet((LINES,))).sections
    assert first.footer.paragraphs[0].text == "TTR\t1"
    assert (round(second.page_width.cm, 1), round(second.page_height.cm, 1)) == (21.0, 29.7)
    assert [part.paragraphs[0].text for part in (second.header, second.footer)] == ["", ""]


def test_a_template_of_another_shape_with_chapters_on_new_pages_gives_the_same_cards(tmp_path: Path) -> None:
    own = docx.Document(str(SHIPPED / "document.docx"))
    section = own.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(27.9), Cm(21.6)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = section.header.paragraphs[0].text = "Hogeschool Waterkant"
    own.styles["Heading 1"].paragraph_format.page_break_before = True
    own.save(str(tmp_path / "document.docx"))
    made = sheet((LINES,) * 8)
    content, findings = card_file(made, SHIPPED, tmp_path)
    assert findings == ()
    file = tmp_path / "kaarten.docx"
    file.write_bytes(content)
    assert complaints([file]) == []
    assert len(pages(file, tmp_path / "pages")) == 2 + 2  # the guide's heading begins a page, those of the cards do not


def test_a_damaged_template_is_said_and_the_shipped_one_serves(tmp_path: Path) -> None:
    (tmp_path / "document.docx").write_bytes(b"PK\x03\x04")
    content, findings = card_file(sheet((LINES,)), SHIPPED, tmp_path)
    assert [finding.key for finding in findings] == ["page_template_damaged"]
    assert content == card_file(sheet((LINES,)), SHIPPED)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_fullest_card_stays_within_its_part_of_the_page(kind: str, tmp_path: Path) -> None:
    on_a_page = OnAPage.TWO if kind == "sentence" else OnAPage.FOUR
    file = tmp_path / f"{kind}.docx"
    file.write_bytes(card_file(sheet((KINDS[kind],) * 3 * on_a_page, on_a_page), SHIPPED)[0])
    made = pages(file, tmp_path / "pages")
    assert len(made) == 1 + 3
    assert blank_pages(made) == []


@pytest.mark.parametrize("boxes", [4, 8, 12, 25])
def test_five_boxes_stand_in_a_row(boxes: int, tmp_path: Path) -> None:
    labels = [str(number) for number in range(1, boxes + 1)]
    file = tmp_path / "telkaart.docx"
    file.write_bytes(card_file(sheet((Boxes("Kruis aan.", tuple(labels)),), OnAPage.FOUR), SHIPPED)[0])
    (pdf,) = pdfs([file], tmp_path)
    run = subprocess.run([require("pdftotext"), "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    rows = [line.split() for line in run.stdout.splitlines() if re.fullmatch(r"[\d\s]*\d\s*", line)]
    assert rows == [labels[first : first + 5] for first in range(0, boxes, 5)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_to_print_is_valid_accessible_without_codes_and_as_long_as_it_should_be(
    language: str, tmp_path: Path
) -> None:
    year = full_year(language)
    year = replace(year, statements=(*EXAMPLES, Statement(text=LONGEST), Statement(text="R&D <HR>")))
    files = []
    for compose, expected in ((persona_cards, 1 + 4), (statement_cards, 1 + 6), (tally_card, 1 + 4)):
        made = compose(year, catalogue(language))
        assert made is not None
        files.append(tmp_path / f"{compose.__name__}.docx")
        files[-1].write_bytes(card_file(made, SHIPPED)[0])
        pictures = pages(files[-1], tmp_path / "pages")
        assert len(pictures) == expected
        assert blank_pages(pictures) == []
    assert complaints(files, CODES) == []


def test_two_hundred_participants_have_their_cards(tmp_path: Path) -> None:
    people = tuple(Participant(f"KTM-{number:03d}") for number in range(200))
    files = []
    for compose in (persona_cards, tally_card):
        made = compose(replace(full_year("de"), participants=people), catalogue("de"))
        assert made is not None
        assert len(opened(made).tables) == 100
        files.append(tmp_path / f"{compose.__name__}.docx")
        files[-1].write_bytes(card_file(made, SHIPPED)[0])
    assert complaints(files) == []
