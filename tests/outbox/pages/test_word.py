"""A page becomes a Word document that opens, speaks its language and can be read by everybody."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

from pipeline.documents.contents import (
    BarChart,
    Big,
    Block,
    Caption,
    Card,
    Cards,
    Grid,
    Heading,
    Page,
    Paragraph,
    Points,
    Series,
    Space,
)
from pipeline.language.catalogue import LANGUAGES, catalogues
from pipeline.outbox.slides.fitting import text_width
from pipeline.outbox.pages.word import LONGEST_LEAD, page_file
from pipeline.workspace import shipped_templates

SHIPPED = shipped_templates()
GRID = Grid(("Code", "Score"), (("KTM-473", "7"), ("PBD-118",), ("=SUM(A1)", "3", "x")), "Codes en scores")
CHART = BarChart("Hoe vaak?", ("Nooit", "Vaak"), (Series("Team", (2, 5)),), "Aantal", "Nooit 2, vaak 5")
BLOCKS: tuple[Block, ...] = (
    Paragraph("R&D <HR> \"zo\" en 'zo' {{ naam }} {% if %}\x02\x0b\nNieuwe regel"),
    Heading("Een"),
    Points(("a", "b")),
    Points(("eerst", "dan"), numbered=True),
    Heading("Twee", 2),
    Points(("opnieuw",), numbered=True),
    Cards((Card("Kaart", "tekst", "13:30"), Card("Leeg"))),
    GRID,
    GRID,
    Big("Groot", "klein erboven", "doe dit"),
    Space("Ruimte", "Leeg kader"),
    CHART,
    CHART,
)
PAGE = Page("Samenvatting & <meer>", "nl", BLOCKS, "Ondertitel", "TTR · Team Verpleegkunde")


def opened(page: Page, own: Path | None = None) -> Any:
    return docx.Document(BytesIO(page_file(page, SHIPPED, own)[0]))


def part(package: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(name)


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_text_stays_as_it_is_but_for_signs_that_xml_cannot_hold() -> None:
    assert "R&D <HR> \"zo\" en 'zo' {{ naam }} {% if %}\nNieuwe regel" in texts(opened(PAGE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_its_language_everywhere(language: str) -> None:
    package, _ = page_file(replace(PAGE, language=language), SHIPPED)
    locale = {"nl": "nl-NL", "en": "en-GB", "de": "de-DE"}[language]
    styles = etree.fromstring(part(package, "word/styles.xml"))
    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:lang"))} == {locale}
    assert locale.encode() in part(package, "word/settings.xml")
    assert locale.encode() in part(package, "docProps/core.xml")


def test_the_footer_bears_its_text_and_the_number_of_the_page() -> None:
    footer = opened(PAGE).sections[0].footer
    assert footer.paragraphs[0].text == "TTR · Team Verpleegkunde\t1"
    assert b"PAGE" in etree.tostring(footer.part.element)


def test_no_heading_skips_a_level() -> None:
    page = replace(PAGE, blocks=(Heading("a", 3), Heading("b", 9), Heading("c", 0), Heading("d", 3)))
    styles = [paragraph.style.name for paragraph in opened(page).paragraphs]
    assert styles == ["Title", "Subtitle", "Heading 1", "Heading 2", "Heading 1", "Heading 2"]


def test_each_numbered_list_starts_at_one() -> None:
    numbers = [
        paragraph.paragraph_format.element.pPr.numPr.numId.val
        for paragraph in opened(PAGE).paragraphs
        if paragraph.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_every_table_has_a_header_row_whole_rows_and_words_for_who_cannot_see_it() -> None:
    tables = list(opened(PAGE).element.body.iter(qn("w:tbl")))
    assert len(tables) == 3
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblDescription')}").get(qn("w:val"))


def test_a_table_with_uneven_rows_becomes_even() -> None:
    table = opened(PAGE).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Code", "Score", ""],
        ["KTM-473", "7", ""],
        ["PBD-118", "", ""],
        ["=SUM(A1)", "3", "x"],
    ]


def test_a_short_heading_stays_on_one_line_beside_a_long_text() -> None:
    grid = Grid(
        ("Stelling", "10 punten", "5 punten", "0 punten"), (("Op school heb ik geleerd " * 5, "7", "3", "4"),), "x"
    )
    _, *narrow = opened(replace(PAGE, blocks=(grid,))).tables[0].columns
    assert all(column.width.pt >= 5 * len("0 punten") + 10 for column in narrow)


def test_no_word_or_date_of_a_narrow_column_is_broken_where_others_have_room() -> None:
    rows = (
        (
            "Iets dat lang is " * 8,
            "studieloopbaanbegeleiders, met twee studenten",
            "17\u00a0december\u00a02027",
            "gedaan",
        ),
    )
    grid = Grid(("Wat", "Wie", "Uiterlijk", "Stand"), rows, "Wat, wie, uiterlijk en stand")
    columns = opened(replace(PAGE, blocks=(grid,))).tables[0].columns
    for column, word in zip(columns, ("Iets", "studieloopbaanbegeleiders,", "17 december 2027", "gedaan"), strict=True):
        assert column.width.pt >= 5 * len(word) + 10
    assert sum(column.width.twips for column in columns) == 9070


def test_a_short_text_of_two_words_stays_on_one_line_beside_a_long_one() -> None:
    rows = (("A very long account of what the team agreed to do " * 4, "in progress"),)
    grid = Grid(("What", "Status"), rows, "What, and how it stands")
    _, state = opened(replace(PAGE, blocks=(grid,))).tables[0].columns
    assert state.width.pt >= 9.9 + text_width("in progress", 10.5, bold=True)


def test_a_sentence_that_leads_to_a_table_a_list_or_parts_is_not_left_behind_at_the_foot_of_a_page() -> None:
    grid = Grid(("What",), (("x",),), "What")
    blocks = (
        Paragraph("These:"),
        Points(("one",)),
        Paragraph("Only text."),
        Paragraph("Leads to a table."),
        Caption("Table", "What"),
        grid,
        Paragraph("x" * (LONGEST_LEAD + 1)),
        grid,
        Heading("One"),
        Paragraph("Introduces the parts."),
        Heading("A part", 2),
        Paragraph("All there is."),
        Heading("Two"),
    )
    made = opened(replace(PAGE, blocks=blocks)).paragraphs
    kept = [one.text for one in made if one.style.name == "Body Text" and one.paragraph_format.keep_with_next]
    assert kept == ["These:", "Leads to a table.", "Introduces the parts."]


def test_a_table_of_words_too_long_for_the_page_is_still_as_wide_as_the_page() -> None:
    grid = Grid(("a" * 60, "b" * 60, "c"), (("d", "e", "f"),), "Lange woorden")
    table = opened(replace(PAGE, blocks=(grid,))).tables[0]
    assert sum(column.width.twips for column in table.columns) == 9070


def test_no_two_tables_touch_and_none_ends_the_page() -> None:
    tags = [element.tag for element in opened(replace(PAGE, blocks=(GRID, GRID))).element.body]
    assert tags[2:] == [qn(f"w:{name}") for name in ("tbl", "p", "tbl", "p", "sectPr")]


def test_every_chart_has_its_own_number_its_words_and_its_workbook() -> None:
    document = opened(PAGE)
    told = list(document.element.body.iter(qn("wp:docPr")))
    assert [element.get("descr") for element in told] == [CHART.alt] * 2
    assert len({element.get("id") for element in told}) == 2
    package, _ = page_file(PAGE, SHIPPED)
    for number in (1, 2):
        assert part(package, f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx").startswith(b"PK")


def test_the_same_page_is_the_same_to_the_byte() -> None:
    assert page_file(PAGE, SHIPPED) == page_file(PAGE, SHIPPED)


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Grid((), (), ""),),
        (Grid(("A",), (), "a"),),
        (Points(()),),
        (Cards(()),),
        (Big(""),),
        (Paragraph("\x00"),),
        (BarChart("", (), (), "", ""),),
        (BarChart("Leeg", ("a",), (Series("s", ()),), "", ""),),
    ],
)
def test_blocks_with_little_or_nothing_in_them_break_nothing(blocks: tuple[Block, ...]) -> None:
    assert texts(opened(replace(PAGE, blocks=blocks)))[0] == PAGE.title


def own_template(folder: Path, content: bytes, name: str = "document.docx") -> Path:
    (folder / name).write_bytes(content)
    return folder


def saved(document: Any) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", (SHIPPED / "document.docx").read_bytes()[:4000]])
def test_a_damaged_template_is_said_and_the_shipped_one_serves(content: bytes, tmp_path: Path) -> None:
    package, findings = page_file(PAGE, SHIPPED, own_template(tmp_path, content))
    assert [finding.key for finding in findings] == ["page_template_damaged"]
    assert package == page_file(PAGE, SHIPPED)[0]
    for words in catalogues():
        assert words.problem(findings[0])
        assert words.remedy(findings[0])


def test_a_template_without_our_styles_still_gives_the_whole_page(tmp_path: Path) -> None:
    own = docx.Document()
    for name in ("Subtitle", "Body Text", "List Number"):
        own.styles[name].delete()
    own.styles["Heading 1"].font.name = "Georgia"
    package, findings = page_file(PAGE, SHIPPED, own_template(tmp_path, saved(own)))
    assert [(finding.key, finding.stops) for finding in findings] == [("page_style_missing", False)]
    assert findings[0].values["styles"] == ("Subtitle", "Body Text", "List Number")
    assert not any("{" in words.problem(findings[0]) + words.remedy(findings[0]) for words in catalogues())
    made = docx.Document(BytesIO(package))
    assert texts(made) == texts(opened(PAGE))
    assert made.styles["Heading 1"].font.name == "Georgia"


def test_a_template_whose_styles_are_of_another_kind_is_said_too(tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Title"].delete()
    own.styles.add_style("Title", WD_STYLE_TYPE.CHARACTER)
    package, findings = page_file(PAGE, SHIPPED, own_template(tmp_path, saved(own)))
    assert [finding.key for finding in findings] == ["page_template_damaged"]
    assert package == page_file(PAGE, SHIPPED)[0]


def test_nothing_that_stood_in_a_template_travels_on(tmp_path: Path) -> None:
    own = docx.Document()
    author = "Efua Mensah"
    paragraph = own.add_paragraph(f"Gemaakt door {author}")
    own.add_comment(paragraph.runs, author, author=author)
    own.sections[0].header.paragraphs[0].text = "Havenhogeschool"
    own.core_properties.author = author
    package, _ = page_file(PAGE, SHIPPED, own_template(tmp_path, saved(own)))
    with ZipFile(BytesIO(package)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert author.encode() not in everything
    assert b"Havenhogeschool" in everything


def test_a_dotx_serves_as_well(tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(SHIPPED / "document.docx") as archive, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, content.replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main"))
    own = own_template(tmp_path, target.getvalue(), "document.dotx")
    assert page_file(PAGE, SHIPPED, own) == page_file(PAGE, SHIPPED)


def test_the_shipped_template_has_the_bytes_that_its_script_makes() -> None:
    namespace: dict[str, Any] = {"__name__": "make_document"}
    exec((SHIPPED / "make_document.py").read_text(encoding="utf-8"), namespace)  # noqa: S102 - our own script
    assert namespace["package"]() == (SHIPPED / "document.docx").read_bytes()
