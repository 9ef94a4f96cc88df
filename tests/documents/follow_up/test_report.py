"""A follow-up is told in a page: the case and the action points, and to management never the case (M20, M103, G30)."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import Grid, Heading, Page, Paragraph, Points
from pipeline.documents.follow_up.report import follow_up_report, management_report
from pipeline.documents.follow_up.report_findings import of_reports
from pipeline.documents.sentences import opening_sentence
from pipeline.findings import Word
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.cases import QUESTIONS
from pipeline.ttr.follow_ups import HeldMeeting
from pipeline.ttr.programme import FOLLOW_UPS, Programme
from pipeline.ttr.records import TeamYear
from tests.documents.case_stories import case
from tests.documents.held_meetings import held, year_with_follow_ups
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

GOLDEN = Path(__file__).parents[1] / "golden"
TEMPLATES = Path(__file__).parents[3] / "templates_office"
READERS = {"team": follow_up_report, "management": management_report}
MADE = {f"{reader}-{number}": (reader, number) for reader in READERS for number in (1, 2)}


def report(language: str, reader: str = "team", year: TeamYear | None = None, meeting: str = "follow_up_1") -> Page:
    page = READERS[reader](meeting, year or year_with_follow_ups(language), catalogue(language))
    assert page is not None
    return page


def headings(page: Page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def with_held(year: TeamYear, one: HeldMeeting) -> TeamYear:
    return replace(year, held=(one,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MADE)
def test_the_reports_say_what_their_golden_files_say(language: str, name: str, *, rewrite_golden: bool) -> None:
    reader, number = MADE[name]
    golden = GOLDEN / f"report-{name}.{language}.txt"
    written = page_written(report(language, reader, meeting=FOLLOW_UPS[number - 1]))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", READERS)
def test_without_its_meeting_form_a_follow_up_has_no_report(reader: str) -> None:
    for meeting in ("follow_up_3", "intro"):
        assert READERS[reader](meeting, year_with_follow_ups("nl"), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2])
def test_management_reads_neither_the_case_nor_what_reflecting_on_it_brought(language: str, number: int) -> None:
    one = held(language, f"follow_up_{number}", "C-7K4M2")
    written = page_written(report(language, "management", with_held(year_with_follow_ups(language), one), one.meeting))
    story = case(language).answers
    assert not any(sentence in written for question in QUESTIONS for sentence in story[question].split(". "))
    assert not any(line in written for line in one.reflection.splitlines())
    invented = catalogue(language).say(f"deck.follow_up.case.invented.follow_up_{number}")
    assert invented not in page_written(report(language, "management", meeting=one.meeting))
    assert catalogue(language).say("report.case.left_out") in written
    assert one.strategies in written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MADE)
def test_no_report_tells_the_code_of_a_case(language: str, name: str) -> None:
    reader, number = MADE[name]
    assert case(language).code not in page_written(report(language, reader, meeting=FOLLOW_UPS[number - 1]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_team_reads_what_was_going_on_and_what_it_meant_for_belonging(language: str) -> None:
    written, story = page_written(report(language)), case(language).answers
    assert story["problem"] in written
    assert story["belonging"] in written
    assert not any(story[question] in written for question in ("involved", "teacher", "student", "others"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", [None, "student", "teacher", "both"])
def test_both_say_of_what_kind_the_case_was(language: str, reader: str, kind: str | None) -> None:
    year = replace(year_with_follow_ups(language), cases=(replace(case(language), kind=kind),))
    said = catalogue(language).say(f"report.case.kind.{kind or 'open'}")
    assert said in page_written(report(language, reader, year))


@pytest.mark.parametrize("reader", READERS)
def test_a_case_that_is_made_up_says_so(reader: str) -> None:
    year = year_with_follow_ups("nl")
    fictional = replace(year, cases=(replace(case("nl"), origin="fictional"),))
    said = catalogue("nl").say("case.handout.fictional")
    assert said in page_written(report("nl", reader, fictional))
    assert said not in page_written(report("nl", reader, year))


def test_the_code_of_a_case_is_known_however_it_was_typed() -> None:
    year = with_held(year_with_follow_ups("nl"), held("nl", code=" c-7k4m2 "))
    assert case("nl").answers["problem"] in page_written(report("nl", year=year))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", READERS)
def test_what_has_to_be_there_and_is_not_is_said_to_be_missing(language: str, reader: str) -> None:
    words = catalogue(language)
    bare = replace(
        year_with_follow_ups(language, fictional=False), action_points=(), held=(HeldMeeting("follow_up_1"),)
    )
    page = report(language, reader, bare)
    assert headings(page) == [words.say("report.case.heading"), words.say("report.actions.heading")]
    assert words.say("report.case.none") in page_written(page)
    assert words.say("report.actions.none") in page_written(page)
    assert not any(isinstance(block, Grid) for block in page.blocks)


def test_a_code_that_no_released_case_has_is_said_and_not_shown() -> None:
    year = with_held(year_with_follow_ups("nl"), held("nl", code="C-9X9X9"))
    written = page_written(report("nl", year=year))
    assert catalogue("nl").say("report.case.unknown") in written
    assert "C-9X9X9" not in written


def test_a_report_has_the_action_points_of_its_own_meeting_alone() -> None:
    year = year_with_follow_ups("nl")
    for meeting, count in (("follow_up_1", 3), ("follow_up_2", 2)):
        [grid] = [block for block in report("nl", meeting=meeting).blocks if isinstance(block, Grid)]
        assert [row[0] for row in grid.rows] == [point.what for point in year.action_points if point.meeting == meeting]
        assert len(grid.rows) == count
        assert all(cell for row in grid.rows for cell in row)


def test_parts_that_were_left_empty_are_left_out() -> None:
    whole, words = year_with_follow_ups("nl"), catalogue("nl")
    parts = {"since_intro": "inventory", "reflection": "reflection", "strategies": "strategies"}
    for part, answer in parts.items():
        heading = words.say(f"report.{part}.heading")
        without = with_held(whole, replace(held("nl"), **{answer: " \n "}))
        assert heading in headings(report("nl", year=whole))
        assert heading not in headings(report("nl", year=without))
    none_used = with_held(whole, replace(held("nl"), conditions=()))
    assert words.say("report.conditions.heading") not in headings(report("nl", year=none_used))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_condition_is_told_with_its_number_and_without_a_frame_by_it_alone(language: str) -> None:
    words, year = catalogue(language), year_with_follow_ups(language)
    assert year.frame is not None
    [points] = [block for block in report(language, year=year).blocks if isinstance(block, Points)]
    assert points.items == tuple(
        words.say("report.conditions.condition", number=number, text=year.frame.conditions[number - 1])
        for number in (2, 4)
    )
    bare = page_written(report(language, year=replace(year, frame=None)))
    assert words.say("report.conditions.numbers", count=2, numbers=words.listed(["2", "4"])) in bare


def test_the_next_meeting_is_the_next_one_that_is_planned() -> None:
    words, year = catalogue("nl"), year_with_follow_ups("nl")
    assert year.programme is not None
    assert "Vervolgsessie 2: donderdag 17 februari 2028" in page_written(report("nl"))
    planned = tuple(one for one in year.programme.meetings if one.key != "follow_up_2")
    without = replace(year, programme=replace(year.programme, meetings=planned))
    assert "Vervolgsessie 3: donderdag 11 mei 2028" in page_written(report("nl", year=without))
    undated = replace(year, programme=replace(year.programme, meetings=(replace(planned[-1], day=None),)))
    assert words.say("terms.date_open") in page_written(report("nl", year=undated))
    last = with_held(year, held("nl", "follow_up_3"))
    assert "We zien elkaar weer" not in page_written(report("nl", year=last, meeting="follow_up_3"))
    assert "We zien elkaar weer" in page_written(report("nl"))


def test_without_a_programme_there_is_still_a_report() -> None:
    year = TeamYear(held=(HeldMeeting("follow_up_2"),))
    page = report("en", year=year, meeting="follow_up_2")
    assert page.subtitle == ""
    assert page.title == "Follow-up 2: short report"


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_valid_and_accessible_and_take_about_a_page(language: str, tmp_path: Path) -> None:
    paths = []
    for name, (reader, number) in MADE.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(page_file(report(language, reader, meeting=FOLLOW_UPS[number - 1]), TEMPLATES)[0])
    assert complaints(paths) == []
    seen = {pdf.stem: len(pictures(pdf, tmp_path)) for pdf in pdfs(paths, tmp_path / "seen")}
    assert max(seen.values()) <= 2
    assert seen["management-1"] == seen["management-2"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_report_misses_is_noted_with_its_meeting(language: str) -> None:
    whole = year_with_follow_ups(language)
    assert list(of_reports(whole)) == []
    first, second = (Word(f"terms.meeting.{key}") for key in FOLLOW_UPS[:2])
    bare = replace(year_with_follow_ups(language, fictional=False), action_points=())
    found = [(one.key, one.values["meeting"], one.stops) for one in of_reports(bare)]
    assert found == [
        ("report_without_actions", first, False),
        ("report_without_case", second, False),
        ("report_without_actions", second, False),
    ]
    [unknown] = of_reports(with_held(whole, held(language, code="C-9X9X9")))
    assert unknown.key == "report_case_unknown"
    for finding in (*of_reports(bare), unknown):
        assert "C-9X9X9" not in catalogue(language).problem(finding)
        assert catalogue(language).remedy(finding)


LONG = "De eerste zin is lang genoeg om alleen te staan en zegt waar het om gaat. " + "Dan komt er nog veel meer. " * 8


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kort. En dan nog een.", "Kort. En dan nog een."),
        ("Over\n  twee regels", "Over twee regels"),
        (LONG, "De eerste zin is lang genoeg om alleen te staan en zegt waar het om gaat."),
        ("Geen einde " * 40, ("Geen einde " * 40).strip()),
    ],
)
def test_a_long_condition_is_told_by_its_first_sentence_and_never_cut(text: str, told: str) -> None:
    assert opening_sentence(text, catalogue("nl")) == told


@pytest.mark.parametrize(
    ("language", "short"),
    [("de", "z. B. Gruppen"), ("de", "bzw. Gruppen"), ("de", "am 3. Mai"), ("nl", "bijv. Groepen"), ("en", "e.g. Joy")],
)
def test_a_sentence_does_not_end_at_a_shortened_word(language: str, short: str) -> None:
    first = f"Eine Bedingung, die schon recht lang ist, {short} und noch mehr davon."
    text = f"{first} " + "Weitere Worte folgen hier. " * 8
    assert opening_sentence(text, catalogue(language)) == first


@given(st.text(max_size=600))
def test_what_is_told_of_a_text_is_its_beginning_in_whole_words(text: str) -> None:
    whole, told = " ".join(text.split()), opening_sentence(text, catalogue("de"))
    assert whole == told or whole.startswith(f"{told} ")


signs = st.text(st.characters(codec="utf-8"), max_size=300)


@given(signs, signs, signs, st.sampled_from(LANGUAGES))
def test_whatever_a_form_says_its_report_can_be_written(what: str, reflection: str, who: str, language: str) -> None:
    year = year_with_follow_ups(language)
    points = tuple(replace(point, what=what, who=who) for point in year.action_points)
    told = replace(year.held[0], reflection=reflection, strategies=what)
    changed = replace(year, action_points=points, held=(told,), programme=Programme(team=who))
    for reader in READERS:
        page = report(language, reader, changed)
        assert page_file(page, TEMPLATES) == page_file(page, TEMPLATES)
        assert any(isinstance(block, Paragraph) for block in page.blocks)
