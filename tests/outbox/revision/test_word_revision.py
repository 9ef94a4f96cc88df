"""Accepting all changes of a revision gives the new page, rejecting all the old one, paragraph by paragraph (M109)."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from pipeline.documents.contents import Card, Cards, Density, Grid, Heading, Page, PageBlock, Paragraph, Points
from pipeline.documents.frame.frame_of_reference import frame_revision
from pipeline.documents.frame.revision import Revision
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.revision.tracked_changes import AUTHOR, MOMENTS
from pipeline.outbox.pages.word import page_file
from pipeline.outbox.revision.word_revision import revision_file
from pipeline.workspace import shipped_templates
from tests.documents.frame_texts import former_frame, frame
from tests.documents.teams import full_year
from tests.office.judgement import complaints
from tests.outbox.revised_pages import Read, accepted, pages, rejected

SHIPPED = shipped_templates()
PAGE = Page("Ons kader", "nl", (Paragraph("Elke student hoort erbij."), Paragraph("Dat is alles.")), "Team 1", "Voet")


def made(old: Page, new: Page) -> bytes:
    return revision_file(Revision(old, new), SHIPPED)[0]


def plain(page: Page) -> list[Read]:
    """The page as the page writer writes it: there is nothing in it to accept."""
    return accepted(page_file(page, SHIPPED)[0])


def changes(content: bytes) -> list[tuple[str, str]]:
    """What goes and what comes, in order."""
    body = docx.Document(BytesIO(content)).element.body
    found = [one for one in body.iter(qn("w:ins"), qn("w:del")) if one.getparent().tag == qn("w:p")]
    return [
        (one.tag.rpartition("}")[2], "".join(text.text for text in one.iter(qn("w:t"), qn("w:delText"))))
        for one in found
    ]


def with_blocks(*blocks: PageBlock) -> Page:
    return replace(PAGE, blocks=blocks)


@settings(deadline=None)
@given(pages())
def test_accepting_all_gives_the_new_page_and_rejecting_all_the_old_one(two: tuple[Page, Page]) -> None:
    old, new = two
    content = made(old, new)
    assert accepted(content) == plain(new)
    assert rejected(content) == plain(old)


def test_a_change_within_a_paragraph_is_marked_word_by_word() -> None:
    new = with_blocks(Paragraph("Elke nieuwe student hoort erbij."), Paragraph("Dat is alles."))
    assert changes(made(PAGE, new)) == [("ins", " nieuwe")]


def test_a_paragraph_that_goes_or_comes_is_marked_as_a_whole_with_its_end() -> None:
    first, last = PAGE.blocks
    more = with_blocks(first, Heading("Groepen"), Paragraph("Wij stellen groepen samen."), last)
    for old, new, kind in ((PAGE, more, "ins"), (more, PAGE, "del")):
        body = docx.Document(BytesIO(made(old, new))).element.body
        ends = [next(iter(mark)).tag for mark in body.iter(qn("w:rPr")) if mark.getparent().tag == qn("w:pPr")]
        assert ends == [qn(f"w:{kind}")] * 2
        assert changes(made(old, new)) == [(kind, "Groepen"), (kind, "Wij stellen groepen samen.")]


def test_title_and_subtitle_change_too_and_the_rest_is_of_the_new_page() -> None:
    new = replace(PAGE, title="Het kader", subtitle="Team 1, versie 2", footer="Nieuwe voet")
    content = made(PAGE, new)
    assert changes(content) == [("del", "Ons"), ("ins", "Het"), ("ins", ", versie 2")]
    document = docx.Document(BytesIO(content))
    assert document.core_properties.title == "Het kader"
    assert document.sections[0].footer.paragraphs[0].text.startswith("Nieuwe voet")


def test_a_list_counts_from_one_with_all_changes_and_without_any() -> None:
    last = PAGE.blocks[-1]
    old = with_blocks(Points(("Naam", "Vraag", "Groep", "Regel"), numbered=True), last)
    new = with_blocks(Points(("Naam", "Iets heel anders", "Groep", "Nog een", "Regel"), numbered=True), last)
    content = made(old, new)
    assert [read.number for read in accepted(content)][2:] == [1, 2, 3, 4, 5, None]
    assert [read.number for read in rejected(content)][2:] == [1, 2, 3, 4, None]


def test_two_pages_that_are_the_same_have_no_change() -> None:
    assert changes(made(PAGE, PAGE)) == []
    assert made(PAGE, PAGE) == page_file(PAGE, SHIPPED)[0]


def test_changes_bear_no_name_no_day_and_each_its_own_number() -> None:
    content = made(former("nl"), newest("nl"))
    marks = list(docx.Document(BytesIO(content)).element.body.iter(qn("w:ins"), qn("w:del")))
    assert {mark.get(qn("w:author")) for mark in marks} == {AUTHOR}
    assert {mark.get(qn("w:date")) for mark in marks} <= set(MOMENTS)
    assert len({mark.get(qn("w:id")) for mark in marks}) == len(marks) > 10


def test_changes_of_two_paragraphs_below_each_other_never_bear_the_same_moment() -> None:
    """LibreOffice would take them for one change, and join the paragraphs when it is rejected."""
    old = with_blocks(Paragraph("Elke student."), Paragraph("Dat is alles."))
    new = with_blocks(Paragraph("Elke student. Ook jij."), Paragraph("Ja. Dat is alles."))
    marks = list(docx.Document(BytesIO(made(old, new))).element.body.iter(qn("w:ins")))
    assert len({mark.get(qn("w:date")) for mark in marks}) == len(marks) == 2


def test_the_same_pages_give_the_same_bytes() -> None:
    assert made(former("de"), newest("de")) == made(former("de"), newest("de"))


def test_it_has_the_look_of_a_team_of_its_own(tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Body Text"].font.name = "Georgia"
    own.save(str(tmp_path / "document.docx"))
    content, findings = revision_file(Revision(PAGE, replace(PAGE, title="Kader")), SHIPPED, tmp_path)
    assert docx.Document(BytesIO(content)).styles["Body Text"].font.name == "Georgia"
    assert [read.text for read in accepted(content)] == [
        "Kader",
        "Team 1",
        "Elke student hoort erbij.",
        "Dat is alles.",
    ]
    assert not any(finding.stops for finding in findings)


def test_a_damaged_template_is_said_and_the_shipped_one_serves(tmp_path: Path) -> None:
    (tmp_path / "document.docx").write_bytes(b"no zip")
    content, findings = revision_file(Revision(PAGE, PAGE), SHIPPED, tmp_path)
    assert [finding.key for finding in findings] == ["page_template_damaged"]
    assert content == made(PAGE, PAGE)


def test_a_table_cannot_be_shown_as_it_changes() -> None:
    with pytest.raises(ValueError, match="table"):
        made(PAGE, with_blocks(Grid(("a",), (("b",),), "c")))


def newest(language: str) -> Page:
    return revision(language).new


def former(language: str) -> Page:
    return revision(language).old


def revision(language: str) -> Revision:
    year = replace(full_year(language), frame=frame(language), former_frame=former_frame(language))
    shown = frame_revision(year, catalogue(language))
    assert shown is not None
    return shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_valid_document_that_is_open_to_everybody(language: str, tmp_path: Path) -> None:
    turned = Revision(
        with_blocks(Heading("Eén"), Cards((Card("Kaart", "Tekst"),)), Points(("a", "b"), numbered=True)),
        with_blocks(Points(("b", "c")), Paragraph("Twee."), Heading("Eén"), Paragraph("Drie.")),
    )
    paths = []
    for name, shown in (("frame", revision(language)), ("turned", turned)):
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(revision_file(shown, SHIPPED)[0])
    assert complaints(paths) == []


def test_it_is_set_as_close_as_the_new_page() -> None:
    close = replace(PAGE, density=Density.CLOSEST)
    sections = [docx.Document(BytesIO(made(PAGE, page))).sections[0] for page in (PAGE, close)]
    assert sections[1].top_margin < sections[0].top_margin
