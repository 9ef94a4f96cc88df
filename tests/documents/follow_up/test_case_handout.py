"""A case on paper: its six parts, the frame of reference beside it, one question and room to write (M89, M99)."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import HANDOUTS
from pipeline.documents.contents import Aside, Big, Heading, Page, Points, Ruled
from pipeline.documents.follow_up.case_handout import case_handout
from pipeline.documents.follow_up.case_room import of_length
from pipeline.documents.follow_up.deck import follow_up_deck
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.cases import QUESTIONS, Case
from pipeline.ttr.frame import FrameOfReference
from pipeline.ttr.programme import FOLLOW_UPS, Meeting
from pipeline.ttr.records import TeamYear
from tests.documents.case_stories import FRAMES, case, longest_case
from tests.documents.frame_texts import frame_of
from tests.documents.teams import full_year
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

GOLDEN = Path(__file__).parents[1] / "golden"
TEMPLATES = Path(__file__).parents[3] / "templates_office"


def year_with(language: str, *cases: Case, frame: bool = True) -> TeamYear:
    return replace(full_year(language), cases=cases, frame=FRAMES[language] if frame else None)


def handout(language: str, one: Case | None = None, *, frame: bool = True) -> Page:
    page = case_handout("follow_up_1", year_with(language, one or case(language), frame=frame), catalogue(language))
    assert page is not None
    return page


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handout_says_what_its_golden_file_says(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"case-handout.{language}.txt"
    written = page_written(handout(language))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_without_a_case_for_the_meeting_there_is_no_handout() -> None:
    words = catalogue("nl")
    for cases in ((), (case("nl", "follow_up_2"),), (case("nl", None),)):
        assert case_handout("follow_up_1", year_with("nl", *cases), words) is None


def test_two_cases_for_one_meeting_give_no_handout() -> None:
    cases = (case("nl"), replace(case("nl"), code="C-2A3B4"))
    assert case_handout("follow_up_1", year_with("nl", *cases), catalogue("nl")) is None


def test_each_follow_up_has_its_own_handout_in_its_own_folder() -> None:
    assert list(HANDOUTS) == list(FOLLOW_UPS)
    assert [document.file for document in HANDOUTS.values()] == [
        "3_follow_up_1/case-handout-1.docx",
        "4_follow_up_2/case-handout-2.docx",
        "5_follow_up_3/case-handout-3.docx",
    ]
    year = year_with("nl", case("nl", "follow_up_2"))
    made = [key for key, document in HANDOUTS.items() if document.compose(year, catalogue("nl")) is not None]
    assert made == ["follow_up_2"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_that_was_left_open_is_left_out(language: str, question: str) -> None:
    whole = case(language)
    without = replace(whole, answers={**whole.answers, question: " \n "})
    heading = catalogue(language).say(f"case.handout.question.{question}")
    assert heading in headings(handout(language, whole))
    assert heading not in headings(handout(language, without))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [None, "student", "teacher", "both"])
def test_it_says_of_what_kind_the_case_is(language: str, kind: str | None) -> None:
    first = headings(handout(language, replace(case(language), kind=kind)))[0]
    assert first == catalogue(language).say(f"case.handout.kind.{kind or 'open'}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fictional_case_says_so_and_no_other_does(language: str) -> None:
    said = catalogue(language).say("case.handout.fictional")
    assert said in page_written(handout(language, replace(case(language), origin="fictional")))
    assert said not in page_written(handout(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_is_the_one_of_the_deck(language: str) -> None:
    words = catalogue(language)
    [asked] = [block for block in handout(language).blocks if isinstance(block, Big)]
    deck = follow_up_deck(full_year(language), Meeting("follow_up_1"), words)
    assert asked.text in [block.text for slide in deck.slides for block in slide.blocks if isinstance(block, Big)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_not_to_be_passed_on_and_names_neither_the_code_nor_who_wrote_the_case(language: str) -> None:
    page = handout(language)
    assert page.footer == catalogue(language).say("case.handout.keep")
    written = page_written(page)
    assert case(language).code not in written
    assert catalogue(language).say("choices.case_author.mentor") not in written


def test_the_frame_of_reference_stands_beside_a_case_and_above_a_very_short_one() -> None:
    frame = FRAMES["nl"]
    [beside] = [block for block in handout("nl").blocks if isinstance(block, Aside)]
    assert (beside.text, beside.points) == (frame.definition, frame.conditions)
    short = handout("nl", replace(case("nl"), answers={"problem": "Kort."}))
    assert [block.items for block in short.blocks if isinstance(block, Points)] == [frame.conditions]
    assert not any(isinstance(block, Aside) for block in short.blocks)
    bare = page_written(handout("nl", frame=False))
    assert frame.definition not in bare
    assert catalogue("nl").say("case.handout.frame") not in bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_longer_than_the_page_stands_in_brief_beside_the_case(language: str) -> None:
    words, frame = catalogue(language), frame_of(language, 449)
    year = replace(year_with(language, case(language)), frame=frame)
    page = case_handout("follow_up_1", year, words)
    assert page is not None
    [beside] = [block for block in page.blocks if isinstance(block, Aside)]
    assert beside.heading == words.say("case.handout.frame_in_brief")
    for told, whole in zip((beside.text, *beside.points), frame.texts, strict=True):
        assert told.endswith(".")
        assert whole.startswith(told)
        assert len(told) < len(whole)


def test_a_long_frame_that_cannot_be_told_in_brief_stands_above_the_case() -> None:
    endless = FrameOfReference("woord " * 200, ("a", "b", "c", "woord " * 200))
    page = case_handout("follow_up_1", replace(year_with("nl", case("nl", times=5)), frame=endless), catalogue("nl"))
    assert page is not None
    assert not any(isinstance(block, Aside) for block in page.blocks)
    assert catalogue("nl").say("case.handout.frame") in headings(page)


def test_a_meeting_without_a_day_or_a_programme_still_has_its_handout() -> None:
    year = TeamYear(cases=(case("nl", "follow_up_3"),))
    page = case_handout("follow_up_3", year, catalogue("nl"))
    assert page is not None
    assert page.subtitle == ""


def test_a_case_that_takes_more_than_two_pages_is_noted_and_still_made() -> None:
    [finding] = of_length(year_with("nl", longest_case("nl"), case("nl", "follow_up_2")), catalogue("nl"))
    assert (finding.key, finding.stops) == ("case_long", False)
    assert list(of_length(year_with("nl", replace(longest_case("nl"), meeting=None)), catalogue("nl"))) == []
    for language in LANGUAGES:
        assert catalogue(language).problem(finding)
        assert catalogue(language).remedy(finding)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_valid_accessible_document_of_one_or_two_pages(language: str, tmp_path: Path) -> None:
    made: dict[Path, int] = {}
    for most, one in ((1, case(language)), (2, case(language, times=3))):
        for name, frame in (("none", None), ("short", FRAMES[language]), ("long", frame_of(language, 449))):
            year = replace(year_with(language, one), frame=frame)
            page = case_handout("follow_up_1", year, catalogue(language))
            assert page is not None
            path = tmp_path / f"at-most-{most}-{name}.docx"
            path.write_bytes(page_file(page, TEMPLATES)[0])
            made[path] = most
    assert complaints(list(made)) == []
    seen = {pdf.stem: len(pictures(pdf, tmp_path)) for pdf in pdfs(list(made), tmp_path / "seen")}
    assert seen == {path.stem: most for path, most in made.items()}


def test_the_word_file_holds_all_of_it_in_reading_order() -> None:
    page = handout("nl")
    document = docx.Document(BytesIO(page_file(page, TEMPLATES)[0]))
    texts = [paragraph.text for paragraph in document.paragraphs]
    at = [texts.index(text) for text in (page.title, *headings(page))]
    assert at == sorted(at)
    assert FRAMES["nl"].definition in texts
    [ruled] = [block for block in page.blocks if isinstance(block, Ruled)]
    assert sum(not text for text in texts[texts.index(headings(page)[-1]) :]) == ruled.lines


signs = st.text(st.characters(codec="utf-8"), max_size=400)


@given(st.fixed_dictionaries(dict.fromkeys(QUESTIONS, signs)), signs, st.sampled_from(LANGUAGES))
def test_whatever_a_case_says_it_can_be_written_and_leaves_room_to_write(
    answers: dict[str, str], definition: str, language: str
) -> None:
    frame = FrameOfReference(definition, ("a", "b", "c", definition))
    year = replace(year_with(language, Case("C-7K4M2", answers, meeting="follow_up_1")), frame=frame)
    page = case_handout("follow_up_1", year, catalogue(language))
    assert page is not None
    assert page_file(page, TEMPLATES) == page_file(page, TEMPLATES)
    [ruled] = [block for block in page.blocks if isinstance(block, Ruled)]
    assert 3 <= ruled.lines <= 12
