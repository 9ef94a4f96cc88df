"""A box beside the text stays one box, read in its place, and lines to write on keep together."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import Aside, Heading, Page, Paragraph, Ruled
from pipeline.outbox.pages.word import page_file
from tests.office.judgement import complaints

TEMPLATES = Path(__file__).parents[3] / "templates_office"
BOX = Aside("In view", "What we agreed.", ("First", "Second"))


def file_with(*blocks: Any) -> bytes:
    return page_file(Page("A page", "en", (Heading("A part"), *blocks)), TEMPLATES)[0]


def paragraphs(content: bytes) -> list[Any]:
    return list(docx.Document(BytesIO(content)).paragraphs)


def framed(content: bytes) -> dict[str, str]:
    """The frame of each paragraph that has one, by its text."""
    found = {}
    for paragraph in paragraphs(content):
        frame = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
        if frame is not None:
            found[paragraph.text] = str(sorted(frame.items()))
    return found


def test_the_box_is_one_frame_with_a_heading_and_numbered_points() -> None:
    frames = framed(file_with(BOX, Paragraph("The story.")))
    assert list(frames) == ["In view", "What we agreed.", "1.\tFirst", "2.\tSecond"]
    assert len(set(frames.values())) == 1
    styles = {one.text: one.style.name for one in paragraphs(file_with(BOX))}
    assert styles["In view"] == "Heading 2"


def test_what_comes_after_the_box_is_ordinary_text_in_its_order() -> None:
    texts = [one.text for one in paragraphs(file_with(BOX, Paragraph("The story."))) if one.text]
    assert texts == ["A page", "A part", "In view", "What we agreed.", "1.\tFirst", "2.\tSecond", "The story."]


def test_a_part_of_the_box_that_says_nothing_takes_no_room() -> None:
    assert list(framed(file_with(Aside("In view", " ", ("", "Second"))))) == ["In view", "1.\tSecond"]


def test_there_are_as_many_lines_as_asked_and_the_first_keep_together() -> None:
    for asked in (0, 1, 2, 12):
        ruled = [
            one
            for one in paragraphs(file_with(Ruled(asked)))
            if one._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
        ]
        assert len(ruled) == asked
        kept = [one._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in ruled]
        assert kept == [True] * min(2, max(0, asked - 1)) + [False] * (asked - min(2, max(0, asked - 1)))


def test_a_page_with_both_is_valid_and_accessible(tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    path.write_bytes(file_with(BOX, Paragraph("The story."), Ruled(6)))
    assert complaints([path]) == []


@given(st.text(max_size=80), st.text(max_size=80), st.lists(st.text(max_size=40), max_size=5))
def test_whatever_it_says_the_box_can_be_written(heading: str, text: str, points: list[str]) -> None:
    block = Aside(heading, text, tuple(points))
    assert file_with(block) == file_with(block)
