import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from pipeline.documents.contents import (
    BarChart,
    Big,
    Block,
    Card,
    Cards,
    Deck,
    Grid,
    Heading,
    Look,
    Notes,
    NotesLabels,
    Paragraph,
    Points,
    Section,
    Series,
    Slide,
    Space,
)
from pipeline.documents.intro.deck import intro_deck
from pipeline.findings import Finding
from pipeline.language.catalogue import LANGUAGES, catalogue, catalogues
from pipeline.outbox.slides.house_style import HouseStyle, house_style
from pipeline.outbox.slides.powerpoint import deck_file
from pipeline.ttr.people import Participant
from pipeline.ttr.programme import Mode
from templates_office import make_session_deck
from tests.documents.teams import full_year, intro_meeting
from tests.office.accessibility import barriers
from tests.office.package_rules import breaches
from tests.office.packages import parts_of
from tests.office.rendering import blank_pages, pages
from tests.office.validator import faults
from tests.outbox.house_templates import SHIPPED, narrow_german, template_without

LABELS = NotesLabels("Say", "Minutes", "If needed", "together with the slide before")
SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "Arbeitsunfähigkeitsversicherungsgesellschaft und Studierendenvertretungswahlordnung " * 3
EVERY_BLOCK: tuple[Block, ...] = (
    Paragraph("Running text."),
    Points(("One", "Two"), numbered=True),
    Cards((Card("Heading", "Text", "1"), Card("Heading", "Text", "13:30"))),
    Grid(("Time", "Part"), (("13:30", "Welcome"), ("13:40", "Power Walk")), "Two parts"),
    Big("A sentence", "before", "after"),
    Space("Here", "An empty place"),
    BarChart("Chart", ("a", "b"), (Series("how many", (1, None)),), "people", "A bar a letter"),
    Heading("A heading"),
)


@pytest.fixture(scope="module")
def shipped() -> HouseStyle:
    return house_style(SHIPPED, Path("nowhere"))[0]


@pytest.fixture(scope="module", params=["narrow and German", "a template with gaps"])
def other_style(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HouseStyle:
    folder = tmp_path_factory.mktemp("templates")
    if request.param == "narrow and German":
        (folder / "hochschule.pptx").write_bytes(narrow_german())
    else:
        (folder / "hochschule.potx").write_bytes(template_without("Section Header", "Title Only", "Statement"))
    return house_style(SHIPPED, folder)[0]


def _intro(language: str = "nl", mode: Mode = Mode.ONLINE) -> Deck:
    return intro_deck(full_year(language, mode), intro_meeting(mode), catalogue(language))


def _deck(*slides: Slide, language: str = "en") -> Deck:
    return Deck("A deck", language, (Section("Part", slides),), LABELS, "A footer")


def _slide(look: Look, *blocks: Block, title: str = "A title", subtitle: str = "") -> Slide:
    return Slide(look, title, Notes(("Say this.",), 2, ("Do that.",)), blocks, subtitle)


def _opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def _shown(slide: Any) -> str:
    return "\n".join(text.text or "" for text in slide._element.iter(f"{DRAWING}t"))


@pytest.mark.parametrize(("language", "mode"), list(zip(LANGUAGES, Mode, strict=True)))
def test_the_deck_is_sound_and_can_be_read_by_everybody(shipped: HouseStyle, language: str, mode: Mode) -> None:
    content, findings = deck_file(_intro(language, mode), shipped)
    assert not findings
    assert breaches(content) == []
    assert barriers(content) == []


def test_the_deck_is_as_sound_in_an_organisations_own_look(other_style: HouseStyle) -> None:
    content, findings = deck_file(_intro("de"), other_style)
    assert not findings
    assert breaches(content) == []
    assert barriers(content) == []
    assert "Alte Folie" not in "".join(_shown(slide) for slide in _opened(content).slides)


def test_the_deck_keeps_to_the_rules_of_microsofts_validator(
    shipped: HouseStyle, other_style: HouseStyle, tmp_path: Path
) -> None:
    every_look = _deck(*(_slide(look, *EVERY_BLOCK, title=look.value, subtitle="under it") for look in Look))
    paths = []
    for number, (deck, style) in enumerate(
        [(_intro("de"), shipped), (_intro("de"), other_style), (every_look, shipped), (every_look, other_style)]
    ):
        path = tmp_path / f"deck{number}.pptx"
        path.write_bytes(deck_file(deck, style)[0])
        paths.append(path)
    assert faults(paths) == []


def test_every_slide_can_be_drawn_and_none_is_blank(shipped: HouseStyle, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_file(_intro(), shipped)[0])
    drawn = pages(path, tmp_path)
    assert len(drawn) == len(_intro().slides)
    assert blank_pages(drawn) == []


def test_the_same_deck_gives_the_same_bytes(shipped: HouseStyle) -> None:
    assert deck_file(_intro(), shipped)[0] == deck_file(_intro(), shipped)[0]


def test_the_look_is_the_one_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "session-deck.pptx"
    make_session_deck.main(made)
    assert made.read_bytes() == (SHIPPED / "session-deck.pptx").read_bytes()


def test_title_subtitle_statement_footer_and_number_stand_in_real_placeholders(shipped: HouseStyle) -> None:
    big = _slide(Look.STATEMENT, Big("A sentence", "before", "after"))
    text = _slide(Look.CONTENT, Points(("one", "two")), title="Another", subtitle="small")
    statement, content = _opened(deck_file(_deck(big, text), shipped)[0]).slides
    assert [shape.text_frame.text for shape in statement.shapes][:4] == [
        "A title",
        "before",
        "A sentence",
        "after",
    ]
    assert [shape.text_frame.text for shape in content.shapes][:3] == ["Another", "small", "one\ntwo"]
    for slide in (statement, content):
        assert all(shape.is_placeholder for shape in slide.shapes)
        kinds = [shape.placeholder_format.type.name for shape in slide.shapes]
        assert kinds[-2:] == ["FOOTER", "SLIDE_NUMBER"]


@pytest.mark.parametrize("look", Look)
def test_every_block_finds_a_place_on_every_look(shipped: HouseStyle, other_style: HouseStyle, look: Look) -> None:
    for style in (shipped, other_style):
        content, _ = deck_file(_deck(_slide(look, *EVERY_BLOCK, subtitle="under it")), style)
        (slide,) = _opened(content).slides
        shown = _shown(slide)
        for text in (
            "A title",
            "under it",
            "Running text.",
            "Two",
            "13:30",
            "Welcome",
            "A sentence",
            "Here",
            "A heading",
        ):
            assert text in shown
        assert any(shape.has_chart for shape in slide.shapes)


@pytest.mark.parametrize("look", Look)
def test_a_slide_with_a_title_alone_is_a_slide(shipped: HouseStyle, other_style: HouseStyle, look: Look) -> None:
    for style in (shipped, other_style):
        content, findings = deck_file(_deck(_slide(look)), style)
        assert not findings
        assert breaches(content) == []
        assert barriers(content) == []


def test_every_slide_lies_in_exactly_one_section(shipped: HouseStyle) -> None:
    deck = _intro()
    presentation = etree.fromstring(parts_of(deck_file(deck, shipped)[0])["ppt/presentation.xml"])
    sections = list(presentation.iter(f"{SECTIONS}section"))
    listed = [slide.get("id") for section in sections for slide in section.iter(f"{SECTIONS}sldId")]
    slides = [slide.get("id") for slide in presentation.find("{*}sldIdLst")]
    assert [section.get("name") for section in sections] == [section.title for section in deck.sections]
    assert [len(section.findall("*/*")) for section in sections] == [len(section.slides) for section in deck.sections]
    assert listed == slides


def test_the_notes_have_their_parts_labelled(shipped: HouseStyle) -> None:
    with_minutes = _slide(Look.OPEN)
    without = replace(with_minutes, title="Other", notes=Notes(("Say this.",)))
    first, second = _opened(deck_file(_deck(with_minutes, without), shipped)[0]).slides
    assert first.notes_slide.notes_text_frame.text == "Minutes: 2\nSay\nSay this.\nIf needed\nDo that."
    assert second.notes_slide.notes_text_frame.text == "Minutes: together with the slide before\nSay\nSay this."


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB"), ("de", "de-DE")])
def test_every_word_on_slides_and_in_notes_has_its_language(shipped: HouseStyle, language: str, locale: str) -> None:
    content, _ = deck_file(_intro(language), shipped)
    for name, part in parts_of(content).items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            spoken = [run.get("lang") for run in etree.fromstring(part).iter(f"{DRAWING}rPr")]
            assert spoken, name
            assert set(spoken) == {locale}, name


def test_tables_have_a_header_row_and_a_description(shipped: HouseStyle) -> None:
    grid = Grid(("Time", "Part"), (("13:30", "Welcome"),), "What happens when")
    (slide,) = _opened(deck_file(_deck(_slide(Look.OPEN, grid)), shipped)[0]).slides
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    assert frame.table.first_row
    assert frame._element._nvXxPr.cNvPr.get("descr") == "What happens when"
    assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [["Time", "Part"], ["13:30", "Welcome"]]


def test_a_date_joined_by_hard_spaces_stays_on_one_line_where_a_column_is_narrow(shipped: HouseStyle) -> None:
    date = "17\u00a0december\u00a02027"
    grid = Grid(
        ("Wat", "Uiterlijk"), (("Een leidraad schrijven voor de eerste bijeenkomst " * 3, date),), "Wat, wanneer"
    )
    (slide,) = _opened(deck_file(_deck(_slide(Look.OPEN, grid)), shipped)[0]).slides
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    assert table.cell(1, 1).text == date
    assert table.columns[1].width.pt > 18 * 0.5 * len(date)


def test_boxes_lie_on_the_slide_and_do_not_overlap(shipped: HouseStyle, other_style: HouseStyle) -> None:
    for style in (shipped, other_style):
        deck = _opened(deck_file(_intro("de"), style)[0])
        for slide in deck.slides:
            boxes = [shape for shape in slide.shapes if not shape.is_placeholder]
            for box in boxes:
                assert box.left >= 0
                assert box.top >= 0
                assert box.left + box.width <= deck.slide_width
                assert box.top + box.height <= deck.slide_height
            for number, one in enumerate(boxes):
                assert not any(_overlap(one, other) for other in boxes[number + 1 :]), slide.shapes.title.text


def _overlap(one: Any, other: Any) -> bool:
    return bool(
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


@pytest.mark.parametrize("look", Look)
def test_a_long_text_gets_smaller_letters_but_never_under_eighteen_points(
    shipped: HouseStyle, other_style: HouseStyle, look: Look
) -> None:
    for style in (shipped, other_style):
        content, _ = deck_file(_deck(_slide(look, Big(LONG, "before", "after"), title=LONG)), style)
        assert [barrier for barrier in barriers(content) if "point" in barrier.lower()] == []


def test_a_slide_that_says_more_than_fits_is_said_in_every_language(shipped: HouseStyle) -> None:
    fine, crammed = _slide(Look.OPEN), _slide(Look.STATEMENT, Big(LONG * 12), title="Full")
    _, findings = deck_file(_deck(fine, crammed), shipped)
    assert findings == (Finding(findings[0].level, "slide_overfull", values={"slide": 2}),)
    assert not findings[0].stops
    for words in catalogues():
        assert "2" in words.problem(findings[0])


@pytest.mark.parametrize(
    "text", ["a < b & \"c\" > 'd'", "\x00\x0b\ud800 odd", "line\nbreak\ttab", "=1+1", "{{ x }}", " "]
)
def test_whatever_is_typed_is_text(shipped: HouseStyle, text: str) -> None:
    block = Cards((Card(text, text, text), Card(text, text)))
    deck = Deck(text, "nl", (Section(text, (_slide(Look.OPEN, block, title=text, subtitle=text),)),), LABELS, text)
    content, _ = deck_file(deck, shipped)
    assert "{" not in _shown(_opened(content).slides[0]) or "{{ x }}" in text


def test_a_very_long_team_name_does_not_spill_over_the_footer(shipped: HouseStyle) -> None:
    deck = replace(_deck(_slide(Look.OPEN)), footer="Team " * 200)
    (slide,) = _opened(deck_file(deck, shipped)[0]).slides
    footer = next(shape for shape in slide.placeholders if shape.placeholder_format.type.name == "FOOTER")
    assert footer.text_frame.text.endswith("…")
    assert len(footer.text_frame.text) < 300


def test_a_thousand_participants_get_their_slides(shipped: HouseStyle) -> None:
    codes = tuple(Participant(f"A{letter}A-{number:03d}") for letter in "BCDFGHJKLM" for number in range(100))
    deck = intro_deck(replace(full_year("nl"), participants=codes), intro_meeting(), catalogue("nl"))
    content, findings = deck_file(deck, shipped)
    assert not findings
    assert len(_opened(content).slides) == len(deck.slides)
