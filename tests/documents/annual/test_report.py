"""A year is told in one report: what came in, each thing once and in order, and what is missing as missing (M104)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.documents.annual.gaps import annual_findings
from pipeline.documents.annual.report import annual_report, annual_report_for_management
from pipeline.documents.contents import BarChart, Caption, Grid, Heading, Page, PageBlock, Paragraph
from pipeline.findings import Place
from pipeline.language.catalogue import LANGUAGES, Catalogue, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.cases import QUESTIONS
from pipeline.ttr.follow_ups import ActionPoint, ActionState
from pipeline.ttr.frame import CONDITIONS
from pipeline.ttr.lessons import LESSONS, LessonsLearned
from pipeline.ttr.programme import FOLLOW_UPS, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.scores import Score, Scores
from pipeline.ttr.walk_figures import SMALLEST_GROUP
from pipeline.ttr.year_counts import year_counts
from pipeline.workspace import shipped_templates
from tests.documents.annual_years import bare_year, overfull_year, whole_year
from tests.documents.case_stories import case
from tests.documents.teams import CODES
from tests.documents.walks import walked
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import blank_pages, pages

GOLDEN = Path(__file__).parents[1] / "golden"
READERS: dict[str, Callable[[TeamYear, Catalogue], Page | None]] = {
    "team": annual_report,
    "management": annual_report_for_management,
}
readers = pytest.mark.parametrize("reader", READERS)
languages = pytest.mark.parametrize("language", LANGUAGES)


def report(language: str = "nl", reader: str = "team", year: TeamYear | None = None) -> Page:
    page = READERS[reader](year or whole_year(language), catalogue(language))
    assert page is not None
    return page


def read(page: Page) -> str:
    """All that stands in a report, its title page and its captions too."""

    def plain(block: PageBlock) -> PageBlock:
        return Paragraph(f"[{block.label}] {block.text}") if isinstance(block, Caption) else block

    assert page.cover is not None
    cover = "\n".join((*(f"{label}: {told}" for label, told in page.cover.lines), page.cover.note, page.contents))
    return f"{cover}\n{page_written(replace(page, blocks=tuple(map(plain, page.blocks))))}"


def headings(page: Page, level: int) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading) and block.level == level]


def grids(page: Page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def counted(page: Page) -> dict[str, str]:
    """The first table of a report, which has a name and a count on each row."""
    return {row[0]: row[1] for row in grids(page)[0].rows}


def of(key: str, language: str = "nl", **values: str | int | date) -> str:
    return catalogue(language).say(f"annual.{key}", **values)


@languages
@readers
def test_the_reports_say_what_their_golden_files_say(language: str, reader: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"annual-{reader}.{language}.txt"
    written = read(report(language, reader))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@languages
def test_a_year_with_nothing_in_it_says_so_in_each_chapter(language: str, *, rewrite_golden: bool) -> None:
    golden = GOLDEN / f"annual-bare.{language}.txt"
    written = read(report(language, year=bare_year()))
    if rewrite_golden:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@readers
def test_without_a_programme_there_is_no_report(reader: str) -> None:
    assert READERS[reader](replace(whole_year("nl"), programme=None), catalogue("nl")) is None


@languages
@readers
def test_its_chapters_are_numbered_and_hold_what_the_manual_asks(language: str, reader: str) -> None:
    keys = ("figures", "frame", "walk", "follow_ups", "actions", "lessons", "sources")
    titles = [f"{number}. {of(f'{key}.title', language)}" for number, key in enumerate(keys, 1)]
    for year in (whole_year(language), bare_year()):
        assert headings(report(language, reader, year), 1) == titles


@languages
def test_each_follow_up_is_told_once_and_in_order(language: str) -> None:
    year = whole_year(language)
    shuffled = replace(year, held=(year.held[0], *year.held[2:0:-1]))
    names = [catalogue(language).say(f"terms.meeting.{key}") for key in FOLLOW_UPS]
    told = [text.partition(" · ")[0] for text in headings(report(language, year=shuffled), 2)]
    assert [name for name in told if name in names] == names


@readers
def test_a_follow_up_without_a_form_is_a_gap_and_one_that_is_to_come_is_none(reader: str) -> None:
    year = whole_year("nl")
    missing = replace(year, held=year.held[:2])
    day = date(2028, 5, 11)
    assert of("follow_ups.missing_planned", day=day) in read(report(reader=reader, year=missing))
    assert of("figures.meetings_table.no_report") in read(report(reader=reader, year=missing))
    ahead = replace(missing, today=date(2028, 3, 1))
    assert of("follow_ups.to_come", day=day) in read(report(reader=reader, year=ahead))
    assert of("follow_ups.missing_planned", day=day) not in read(report(reader=reader, year=ahead))


@languages
def test_management_reads_no_case_unless_the_year_form_says_so_and_never_the_reflection(language: str) -> None:
    story = [sentence for question in QUESTIONS for sentence in case(language).answers[question].split(". ")]
    shown = ("problem", "belonging")
    hidden = read(report(language, "management"))
    assert not any(sentence in hidden for sentence in story)
    chosen = read(report(language, "management", whole_year(language, cases_for_management=True)))
    assert all(case(language).answers[question] in chosen for question in shown)
    team = read(report(language))
    for one in whole_year(language).held:
        lines = one.reflection.splitlines()
        assert all(line in team for line in lines)
        assert not any(line in hidden or line in chosen for line in lines)
    assert of("footer.management", language) not in chosen


@languages
@readers
def test_no_code_of_anybody_no_case_code_and_no_file_is_told(language: str, reader: str) -> None:
    year = whole_year(language)
    assert year.scores is not None
    written = read(report(language, reader, year))
    secret = [*CODES, case(language).code, *(row.code for row in year.scores.rows if row.code)]
    secret += [aspect for row in year.scores.rows for aspect in row.persona]
    assert [one for one in secret if one in written] == []
    assert [name for name in ("inbox/", "Aïcha", "Shurendy", ".docx", ".xlsx") if name in written] == []


def chart_of(page: Page) -> BarChart | None:
    return next((block for block in page.blocks if isinstance(block, BarChart)), None)


@given(
    st.lists(st.sampled_from(range(0, 101, 5)), max_size=30),
    st.sampled_from(Walk),
    st.sampled_from(sorted(READERS)),
)
@settings(deadline=None)
def test_the_power_walk_shows_no_one_of_whom_a_total_could_be_known(totals: list[int], walk: Walk, reader: str) -> None:
    rows = tuple(Score(f"QXZ-{100 + number}", only_total=total) for number, total in enumerate(totals))
    year = walked("en", Scores(rows, tuple(range(1, 11))), walk)
    chart = chart_of(report("en", reader, year))
    if len(totals) < 8:
        assert chart is None
        assert of("walk.few", "en") in read(report("en", reader, year))
        return
    assert chart is not None
    values = chart.series[0].values
    assert sum(value or 0 for value in values) == len(totals)
    assert all(not value or value >= SMALLEST_GROUP for value in values)
    assert "QXZ-" not in read(report("en", reader, year))


@readers
@pytest.mark.parametrize("walk", Walk)
def test_a_joined_group_is_explained_and_who_walked_as_themselves_are_no_personas(reader: str, walk: Walk) -> None:
    rows = tuple(Score(None, only_total=total) for total in (100, *(50,) * 5, *(0,) * 4))
    written = read(report(reader=reader, year=walked("nl", Scores(rows, tuple(range(1, 11))), walk)))
    assert of("walk.reading.joined") in written
    as_themselves = walk is Walk.ONESELF
    assert (of("walk.reading.oneself") in written) == as_themselves
    assert (of("walk.reading.persona") in written) != as_themselves
    assert (f"[{catalogue('nl').say('annual.figure')}] {of('walk.caption_oneself')}" in written) == as_themselves


def test_without_scores_a_line_says_why_there_is_no_picture() -> None:
    page = report(year=replace(whole_year("nl"), scores=None))
    assert chart_of(page) is None
    assert of("walk.no_scores") in read(page)


def test_all_action_points_stand_in_a_table_by_their_state_what_waits_by_its_day() -> None:
    page, year = report(), whole_year("nl")
    tables = [grid for grid in grids(page) if grid.header[0] == of("actions.number")]
    assert [[row[0] for row in table.rows] for table in tables] == [["1.1", "1.2", "L.1", "2.1"], ["1.3"], ["2.2"]]
    assert sum(len(table.rows) for table in tables) == len(year.action_points)
    assert all(cell for table in tables for row in table.rows for cell in row)


@languages
def test_the_figures_tell_in_one_line_how_many_and_of_which_kind(language: str) -> None:
    year, words = whole_year(language), catalogue(language)
    told = counted(report(language, year=year))
    actions = year_counts(year).actions
    states = (ActionState.DONE, ActionState.BUSY, ActionState.OPEN, ActionState.DROPPED)
    stand = [of(f"figures.action.{state}", language, count=getattr(actions, state)) for state in states]
    said = of("figures.actions_stand", language, count=actions.total, states=words.listed(stand))
    assert told[of("figures.actions", language)] == said
    unused = of("figures.condition_unused", language, number=2)
    assert told[of("figures.conditions", language)].count("; ") == CONDITIONS - 1
    assert unused not in told[of("figures.conditions", language)]
    fewer = replace(year, held=tuple(replace(one, conditions=(1,)) for one in year.held))
    assert unused in counted(report(language, year=fewer))[of("figures.conditions", language)]


@languages
def test_that_nothing_was_done_yet_is_said_in_words(language: str) -> None:
    year = whole_year(language)
    points = tuple(replace(one, state=ActionState.OPEN) for one in year.action_points)
    cells = [cell for row in grids(report(language, year=replace(year, action_points=points)))[1].rows for cell in row]
    count = sum(one.meeting == "follow_up_1" for one in points)
    assert of("figures.meetings_table.none_done", language, count=count) in cells


def test_every_table_and_chart_has_a_caption_before_it() -> None:
    blocks = report().blocks
    for before, block in pairwise(blocks):
        if isinstance(block, Grid | BarChart):
            assert isinstance(before, Caption)


@languages
def test_lessons_are_told_under_the_three_horizons_and_open_questions_as_gaps(language: str) -> None:
    titles = [of(f"lessons.heading.{lesson}", language) for lesson in LESSONS]
    whole = report(language)
    assert [text for text in headings(whole, 2) if text in titles] == titles
    assert of("lessons.open", language) not in read(whole)
    year = whole_year(language)
    assert year.lessons is not None
    some = report(language, year=replace(year, lessons=replace(year.lessons, skills=" \n", process="")))
    assert [text for text in headings(some, 2) if text in titles] == titles
    assert read(some).count(of("lessons.open", language)) == 2
    none = report(language, year=replace(year, lessons=None))
    assert of("lessons.missing", language) in read(none)
    assert not set(titles) & set(headings(none, 2))


def source_rows(page: Page) -> list[tuple[str, ...]]:
    table = next((grid for grid in grids(page) if grid.header[-1] == of("sources.digest")), None)
    return list(table.rows) if table else []


def test_the_appendix_tells_the_form_the_place_and_the_fingerprint_of_each_part() -> None:
    rows, year = source_rows(report()), whole_year("nl")
    digests = {source.form: source.digest[:12] for source in year.sources}
    titles = catalogue("nl")
    for key, form in (("frame.title", "frame"), ("lessons.title", "lessons"), ("sources.participants", "sign_up")):
        assert (of(key), titles.say(f"forms.{form}.title"), digests[form]) in rows
    assert (of("sources.walk"), of("sources.scores.title"), digests["scores"]) in rows
    where = f"{of('sources.sheet', sheet='Actiepunten')}, {of('sources.cells', first='C3', last='C8')}"
    form = f"{titles.say('forms.action_list.title')}, {where}"
    assert (of("sources.actions"), form, digests["action_list"]) in rows


def test_a_sheet_that_bears_a_name_of_its_own_is_not_named() -> None:
    year = whole_year("nl")
    place = Place(year.action_points[0].place.file, "Lijst van Shurendy", "B11")
    points = (replace(year.action_points[0], place=place),)
    page = report(year=replace(year, action_points=points))
    form = catalogue("nl").say("forms.action_list.title")
    assert f"{form}, {of('sources.cell', cell='B11')}" in [row[1] for row in source_rows(page)]
    assert "Shurendy" not in read(page)


def test_what_came_from_nowhere_has_no_source() -> None:
    assert source_rows(report(year=bare_year())) == []
    unknown = replace(whole_year("nl"), sources=())
    assert {row[-1] for row in source_rows(report(year=unknown))} == {of("not_known")}


@languages
def test_what_is_missing_is_listed_in_the_appendix_and_noted_with_a_remedy(language: str) -> None:
    year = whole_year(language)
    assert list(annual_findings(year)) == []
    learned = LessonsLearned("2027-2028", "a", "", "c", "d", "", place=Place("inbox/jaar.docx"))
    holey = replace(year, frame=None, held=year.held[:1], lessons=learned, scores=None)
    found = list(annual_findings(holey))
    keys = ("annual_without_frame", "annual_without_recipient", *["annual_lesson_open"] * 2)
    assert tuple(one.key for one in found) == keys
    words = catalogue(language)
    assert all(words.say(one.place.question) for one in found[1:])
    assert all(one.place.file == "inbox/jaar.docx" for one in found[1:])
    assert all(words.problem(one) and words.remedy(one) and not one.stops for one in found)
    assert [one.key for one in annual_findings(bare_year())] == ["annual_without_frame", "annual_without_lessons"]
    written = read(report(language, year=holey))
    for key in ("frame", "walk", "recipient"):
        assert of(f"sources.gap.{key}", language) in written


def test_the_title_page_tells_for_whom_it_is_or_that_nobody_said() -> None:
    cover = report().cover
    assert cover is not None
    assert (of("cover.recipient"), "de opleidingscommissie") in cover.lines
    bare = report(year=bare_year()).cover
    assert bare is not None
    assert (of("cover.recipient"), of("cover.recipient_open")) in bare.lines


@readers
def test_the_day_on_which_it_is_made_changes_nothing_once_the_year_is_over(reader: str) -> None:
    year = whole_year("nl")
    late = replace(year, today=date(2029, 1, 1))
    assert report(reader=reader, year=year) == report(reader=reader, year=late)


def test_no_chapter_begins_a_page_for_itself() -> None:
    for year in (whole_year("nl"), bare_year()):
        assert not any(block.new_page for block in report(year=year).blocks if isinstance(block, Heading))


signs = st.text(st.characters(codec="utf-8"), max_size=200)


@given(signs, signs, st.sampled_from(LANGUAGES), st.sampled_from(sorted(READERS)))
@settings(deadline=None)
def test_whatever_the_forms_say_there_is_a_report(text: str, other: str, language: str, reader: str) -> None:
    year = whole_year(language)
    assert year.programme is not None
    points = (ActionPoint("1.1", text, "follow_up_1", other), ActionPoint("L.1", other, state=ActionState.DROPPED))
    changed = replace(
        year,
        programme=replace(year.programme, team=text, institution=other),
        action_points=points,
        held=tuple(replace(one, inventory=text, reflection=other, strategies=text) for one in year.held),
        lessons=LessonsLearned(None, text, other, text, other, text, other),
    )
    assert headings(report(language, reader, changed), 1)


@languages
@pytest.mark.parametrize("which", ["team", "management", "bare", "overfull"])
def test_they_are_valid_and_accessible_and_no_page_is_blank(language: str, which: str, tmp_path: Path) -> None:
    years = {"bare": bare_year(), "overfull": overfull_year(language)}
    page = report(language, "management" if which == "management" else "team", years.get(which))
    path = tmp_path / f"{which}.docx"
    path.write_bytes(page_file(page, shipped_templates())[0])
    assert complaints([path]) == []
    assert blank_pages(pages(path, tmp_path / "seen")) == []
