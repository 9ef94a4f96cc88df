"""A page that is set closer holds more, in any look, and can still be read."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Cm, Pt

from pipeline.documents.contents import Density, Heading, Page, Paragraph
from pipeline.outbox.pages.word import page_file
from pipeline.workspace import shipped_templates

PAGE = Page("Ons kader", "nl", (Heading("Wat wij willen"), Paragraph("Elke student hoort erbij.")))
USED = ("Title", "Subtitle", "Heading 1", "Body Text", "List Number", "Card Text")


def styles(density: Density, own: Path | None = None) -> Any:
    return opened(density, own).styles


def opened(density: Density, own: Path | None = None) -> Any:
    return docx.Document(BytesIO(page_file(replace(PAGE, density=density), shipped_templates(), own)[0]))


def test_an_open_page_is_as_the_template_has_it() -> None:
    shipped = docx.Document(str(shipped_templates() / "document.docx"))
    assert [sizes(shipped.styles, name) for name in USED] == [sizes(styles(Density.OPEN), name) for name in USED]


def sizes(among: Any, name: str) -> tuple[Any, ...]:
    spaces = among[name].paragraph_format
    return among[name].font.size, spaces.space_before, spaces.space_after, spaces.line_spacing


def test_the_closer_it_is_set_the_less_room_everything_takes() -> None:
    looks = [styles(density) for density in Density]
    for name in USED:
        for looser, closer in pairwise(looks):
            assert all(one >= other for one, other in zip(sizes(looser, name), sizes(closer, name), strict=True))
    assert len({opened(density).sections[0].top_margin for density in Density}) == 3


def test_no_letter_becomes_too_small_to_read_and_headings_stay_the_largest() -> None:
    closest = styles(Density.CLOSEST)
    assert min(closest[name].font.size for name in USED) >= Pt(10)
    running = closest["Body Text"].font.size
    assert closest["Title"].font.size > closest["Heading 1"].font.size > running


def test_a_teams_own_look_is_set_closer_as_far_as_it_says_how_it_is_set(tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Heading 1"].font.size = None
    own.styles["Body Text"].font.size = Pt(9)
    own.styles["Title"].paragraph_format.space_after = Pt(20)
    own.sections[0].top_margin = Cm(1)
    own.save(str(tmp_path / "document.docx"))
    made = opened(Density.CLOSEST, tmp_path)
    assert made.styles["Title"].paragraph_format.space_after == Pt(12)
    assert made.styles["Heading 1"].font.size is None
    assert made.styles["Body Text"].font.size == Pt(9)
    assert made.sections[0].top_margin.cm == pytest.approx(1, abs=0.01)
