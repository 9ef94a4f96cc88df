"""The frame of reference on paper: half a page to one page, with how it came about and what it serves for (M85)."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import FRAME, FRAME_REVISION
from pipeline.documents.contents import Cards, Density, Heading, Page, Points
from pipeline.documents.frame.frame_of_reference import frame_of_reference, frame_revision
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.frame import FEWEST_WORDS, MOST_WORDS, FrameOfReference
from pipeline.ttr.programme import Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import shipped_templates
from tests.documents.frame_texts import AGREED_ON, former_frame, frame, frame_of
from tests.documents.teams import full_year
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

GOLDEN = Path(__file__).parents[1] / "golden"
TEMPLATES = shipped_templates()
LENGTHS = (FEWEST_WORDS, 220, 300, 380, MOST_WORDS - 1)


def page(language: str, one: FrameOfReference | None = None) -> Page:
    made = frame_of_reference(replace(full_year(language), frame=one or frame(language)), catalogue(language))
    assert made is not None
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["frame", "frame-before"])
def test_the_document_says_what_its_golden_file_says(language: str, name: str, *, rewrite_golden: bool) -> None:
    shown = frame(language) if name == "frame" else replace(former_frame(language), agreed=None)
    golden, written = GOLDEN / f"{name}.{language}.txt", page_written(page(language, shown))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_without_a_frame_there_is_no_document() -> None:
    assert frame_of_reference(full_year("nl"), catalogue("nl")) is None
    assert frame_revision(full_year("nl"), catalogue("nl")) is None


def test_both_documents_are_held_up_by_a_frame_that_is_to_be_mended() -> None:
    assert all("frame" in document.made_from for document in (FRAME, FRAME_REVISION))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_conditions_are_numbered_and_one_with_paragraphs_stays_under_its_number(language: str) -> None:
    first, *others = frame(language).conditions
    shown = page(language, replace(frame(language), conditions=(f" {first}\n\n  {first}\n", *others)))
    [conditions] = [block for block in shown.blocks if isinstance(block, Points)]
    assert conditions == Points((f"{first}\n{first}", *others), numbered=True)


def test_a_definition_with_paragraphs_stays_in_one_box() -> None:
    shown = page("nl", replace(frame("nl"), definition="Eén.\n\nTwee.\n"))
    [box] = [block for block in shown.blocks if isinstance(block, Cards)]
    assert [card.text for card in box.cards] == ["Eén.\nTwee."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_since_when_the_team_agrees_or_that_it_is_still_asked_to(language: str) -> None:
    words, shown = catalogue(language), frame(language)
    agreed, open_day = page_written(page(language, shown)), page_written(page(language, replace(shown, agreed_on=None)))
    assert words.say("frame.agreement.on", day=AGREED_ON) in agreed
    assert words.plain_date(AGREED_ON) in agreed.splitlines()[1]
    assert words.say("frame.agreement.given") in open_day
    for agreement in (False, None):
        asked = page_written(page(language, replace(shown, agreed=agreement)))
        assert words.say("frame.agreement.asked") in asked
        assert words.say("frame.proposal") in asked.splitlines()[1]
        assert not {words.long_date(AGREED_ON), words.plain_date(AGREED_ON)} & set(asked.split(" · "))
        assert words.long_date(AGREED_ON) not in asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_where_it_comes_from_of_which_version_it_is_and_what_it_serves_for(language: str) -> None:
    words = catalogue(language)
    for version, written in ((1, "first"), (2, "later"), (7, "later")):
        said = page_written(page(language, replace(frame(language), version=version)))
        assert words.say(f"frame.written.{written}") in said
        assert words.say("frame.serves") in said
        assert all(words.say("frame.version", version=version) in line for line in said.splitlines()[1:3])


def test_it_names_nobody_who_wrote_it() -> None:
    shown = frame("nl")
    assert not any(str(lead.code) in page_written(page("nl", shown)) for lead in shown.authors)


def test_a_team_of_which_nothing_else_is_known_has_its_frame() -> None:
    for programme in (None, Programme()):
        made = frame_of_reference(TeamYear(programme, frame=frame("en")), catalogue("en"))
        assert made is not None
        assert made.subtitle == "version 2 · 14\N{NO-BREAK SPACE}October\N{NO-BREAK SPACE}2027"
        assert made.footer == "Team Teacher Reflection · version 2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fills_half_a_page_to_one_page(language: str, tmp_path: Path) -> None:
    made = {}
    for length in LENGTHS:
        path = tmp_path / f"{length}.docx"
        path.write_bytes(page_file(page(language, frame_of(language, length)), TEMPLATES)[0])
        made[length] = path
    assert complaints(list(made.values())) == []
    for pdf in pdfs(list(made.values()), tmp_path / "seen"):
        [picture] = pictures(pdf, tmp_path)
        assert 0.5 < filled(picture) < 0.96


def filled(picture: Path) -> float:
    """How far down the page the text reaches, of what lies above the footer."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - only what is looked at needs it

    with Image.open(picture) as shown:
        grey = shown.convert("L")
    above_footer = grey.crop((0, 0, grey.width, int(grey.height * 0.93)))
    box = ImageChops.invert(above_footer).point(lambda shade: 255 * (shade > 40)).getbbox()
    assert box is not None
    return float(box[3] / above_footer.height)


def test_the_longer_it_is_the_closer_it_is_set() -> None:
    for language in LANGUAGES:
        steps = [list(Density).index(page(language, frame_of(language, length)).density) for length in LENGTHS]
        assert steps == sorted(steps)
        assert steps[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_changes_are_those_from_the_former_version(language: str) -> None:
    year = replace(full_year(language), frame=frame(language), former_frame=former_frame(language))
    revision = frame_revision(year, catalogue(language))
    assert revision is not None
    assert revision.new == page(language)
    former = page(language, former_frame(language))
    assert revision.old == replace(former, density=revision.new.density)
    assert [one for one in revision.old.blocks if isinstance(one, Heading)] == [
        one for one in revision.new.blocks if isinstance(one, Heading)
    ]


def test_a_version_that_says_the_same_has_no_changes_to_show() -> None:
    same = replace(frame("nl"), version=1, agreed=None, agreed_on=None)
    for former in (None, same):
        year = replace(full_year("nl"), frame=frame("nl"), former_frame=former)
        assert frame_revision(year, catalogue("nl")) is None


signs = st.text(st.characters(codec="utf-8"), max_size=200)


@given(signs, st.tuples(signs, signs, signs, signs), st.sampled_from(LANGUAGES))
def test_whatever_a_frame_says_it_can_be_written(
    definition: str, conditions: tuple[str, str, str, str], language: str
) -> None:
    made = page_file(page(language, FrameOfReference(definition, conditions)), TEMPLATES)
    assert made == page_file(page(language, FrameOfReference(definition, conditions)), TEMPLATES)
