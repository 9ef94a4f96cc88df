"""What would name somebody is not made: the command says where the name stands, and never whose it is."""

import io
from pathlib import Path

import docx
import pptx
import pytest

from tests.journeys.team_folder import TeamFolder, with_sample

TEMPLATES = Path(__file__).parents[2] / "templates_office"
DECK = "2_introduction/session-deck-intro.pptx"
COLLEAGUE = "Agnieszka Wójcik"
YEAR_END = "2028-05-15"
ANNUAL = {
    f"annual_report/{name}.{kind}" for name in ("annual-report", "annual-report-management") for kind in ("docx", "pdf")
}


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    made = with_sample(tmp_path)
    (tmp_path / "templates_office").mkdir(exist_ok=True)
    return made


def deck_with(name: str) -> bytes:
    """The organisation's look, with somebody's name in the corner of every slide."""
    look = pptx.Presentation(str(TEMPLATES / "session-deck.pptx"))
    for layout in look.slide_layouts:
        layout.shapes._spTree.append(_box(name))
    target = io.BytesIO()
    look.save(target)
    return target.getvalue()


def _box(text: str) -> object:
    scratch = pptx.Presentation()
    slide = scratch.slides.add_slide(scratch.slide_layouts[6])
    box = slide.shapes.add_textbox(0, 0, 2_000_000, 400_000)
    box.text_frame.text = text
    return box._element


def look_with(name: str) -> bytes:
    """The organisation's look of a page, with somebody's name at the top of each."""
    look = docx.Document(str(TEMPLATES / "document.docx"))
    look.sections[0].header.paragraphs[0].text = name
    target = io.BytesIO()
    look.save(target)
    return target.getvalue()


def letter_with(sentence: str) -> bytes:
    """The team's own letter with a sentence of its own at the end."""
    template = docx.Document(str(TEMPLATES / "persona-instruction.nl.docx"))
    template.add_paragraph(sentence)
    target = io.BytesIO()
    template.save(target)
    return target.getvalue()


def test_a_deck_that_would_name_a_colleague_is_not_made(team: TeamFolder) -> None:
    (team.folder / "templates_office" / "huisstijl.pptx").write_bytes(deck_with(COLLEAGUE))
    told = team.ttr("session-deck", "intro")
    assert told.exit_code == 1
    assert DECK not in team.files()
    assert f"Gemaakt: outbox/{DECK}" not in told.output
    assert "in de opmaak" in told.output
    assert "Wójcik" not in told.output


def test_the_same_look_without_the_name_passes(team: TeamFolder) -> None:
    (team.folder / "templates_office" / "huisstijl.pptx").write_bytes(deck_with("Hogeschool Waterstad"))
    assert team.ttr("session-deck", "intro").exit_code == 0
    assert DECK in team.files()


def test_a_lead_may_put_a_name_to_the_letter(team: TeamFolder) -> None:
    """Whom to ask stands in the letter's own template, and who wrote it there chose so."""
    own = team.folder / "templates_office" / "persona-instruction.docx"
    own.write_bytes(letter_with("Vragen? Loop langs bij Joost van der Meer, kamer 2.10. Tot dan, {{ recipient }}."))
    told = team.ttr("personas")
    assert told.exit_code == 0, told.output
    letters = [name for name in team.files() if name.endswith(".docx") and name.startswith("letters/")]
    assert len(letters) == 14


@pytest.mark.parametrize("command", [("all",), ("report", "year")])
def test_annual_reports_that_would_name_a_colleague_are_not_made_and_the_old_ones_go_with_their_pdfs(
    command: tuple[str, ...], team: TeamFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.outbox.pages.pdf.pdf_of", lambda content: b"%PDF of " + content)
    team.ttr("report", "year", today=YEAR_END)
    assert set(team.files()) >= ANNUAL
    (team.folder / "templates_office" / "document.docx").write_bytes(look_with(COLLEAGUE))
    told = team.ttr(*command, today=YEAR_END)
    assert told.exit_code == 1
    assert ANNUAL.isdisjoint(team.files())
    assert "Wójcik" not in told.output
