"""A long document has a title page, and its tables and charts have captions that stay with them."""

from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from pipeline.documents.contents import Caption, Cover, Grid, Heading, Page, Paragraph
from pipeline.outbox.pages.word import page_file
from pipeline.workspace import shipped_templates
from tests.office.judgement import complaints
from tests.office.rendering import pages

COVER = Cover((("Team", "R&D <HR>"), ("Studiejaar", "2027-2028")), "Geef dit niet door.")
GRID = Grid(("Wat", "Aantal"), (("Sessies", "3"),), "Hoe vaak")
PAGE = Page(
    "Jaarverslag", "nl", (Heading("Eén"), Paragraph("Tekst")), "Van het team", "TTR", cover=COVER, contents="In"
)


def opened(page: Page, own: Path | None = None) -> Any:
    return docx.Document(BytesIO(page_file(page, shipped_templates(), own)[0]))


def told(document: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.text]


def test_a_title_page_tells_title_lines_and_note_in_this_order() -> None:
    assert told(opened(PAGE))[:5] == [
        ("Title", "Jaarverslag"),
        ("Subtitle", "Van het team"),
        ("Cover Line", "Team\tR&D <HR>"),
        ("Cover Line", "Studiejaar\t2027-2028"),
        ("Card Text", "Geef dit niet door."),
    ]


def test_without_a_note_or_a_subtitle_there_is_no_empty_line() -> None:
    bare = replace(PAGE, subtitle=" ", cover=Cover(()))
    assert told(opened(bare))[0] == ("Title", "Jaarverslag")
    assert told(opened(bare))[1][0] == "Heading 1"


def test_a_title_page_has_no_footer_unless_the_template_has_a_header(tmp_path: Path) -> None:
    assert opened(PAGE).sections[0].different_first_page_header_footer
    assert not opened(replace(PAGE, cover=None)).sections[0].different_first_page_header_footer
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Hogeschool Waterkant"
    own.save(str(tmp_path / "document.docx"))
    assert not opened(PAGE, tmp_path).sections[0].different_first_page_header_footer


def test_captions_are_counted_by_their_label_and_stay_with_what_they_stand_over() -> None:
    blocks = (
        Heading("Eén"),
        *(Caption("Tabel", "eerst"), GRID, Caption("Figuur", "dan"), Paragraph("x"), Caption("Tabel", "<nog> & een")),
        GRID,
    )
    document = opened(replace(PAGE, blocks=blocks))
    captions = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    assert [one.text for one in captions] == ["Tabel 1: eerst", "Figuur 1: dan", "Tabel 2: <nog> & een"]
    assert all(one.paragraph_format.keep_with_next for one in captions)
    asked = [found.text.strip() for one in captions for found in one._p.iter(qn("w:instrText"))]
    assert Counter(asked) == {r"SEQ Tabel \* ARABIC": 2, r"SEQ Figuur \* ARABIC": 1}


def test_a_label_of_two_words_names_a_field_that_word_understands() -> None:
    document = opened(replace(PAGE, blocks=(Heading("A"), Caption("Onze tabel", "x"), GRID)))
    [asked] = [one.text.strip() for one in document.element.body.iter(qn("w:instrText")) if "SEQ" in one.text]
    assert asked == r"SEQ Onzetabel \* ARABIC"


def test_a_heading_begins_a_page_where_it_is_asked_to() -> None:
    document = opened(replace(PAGE, blocks=(Heading("A", new_page=True), Heading("B"))))
    breaks = [one.paragraph_format.page_break_before for one in document.paragraphs if one.style.name == "Heading 1"]
    assert breaks == [True, None]


def test_it_is_valid_and_accessible_and_the_title_has_a_page_of_its_own(tmp_path: Path) -> None:
    blocks = (Heading("Eén", new_page=True), Caption("Tabel", "Hoe vaak"), GRID)
    path = tmp_path / "cover.docx"
    path.write_bytes(page_file(replace(PAGE, blocks=blocks), shipped_templates())[0])
    assert complaints([path]) == []
    assert len(pages(path, tmp_path / "seen")) == 3
