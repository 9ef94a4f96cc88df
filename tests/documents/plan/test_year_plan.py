"""The year plan says what happens when, by whom and how each day was found (M22-M38, M102, G01-G09)."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents.contents import Grid, Page
from pipeline.documents.plan.words import activity_name, doers, rule_said, when
from pipeline.documents.plan.year_plan import (
    COLUMNS,
    SOON,
    PlanSheet,
    PlanState,
    plan_page,
    plan_sheet,
)
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.pages.word import page_file
from pipeline.ttr.academic_year import SEASONS
from pipeline.ttr.plan import Activity, DayRule, Doer, PlanRow, year_plan
from pipeline.ttr.programme import FOLLOW_UPS, INTRO, MEETINGS, Meeting, Programme
from pipeline.ttr.records import TeamYear
from pipeline.workspace import shipped_templates
from tests.documents.plans import TODAY, later_year, long_year, open_year, planned_year, proposed_year
from tests.documents.written import page_written
from tests.office.judgement import complaints
from tests.office.rendering import pdfs, pictures

GOLDEN = Path(__file__).parents[1] / "golden"
YEARS = {"usual": planned_year, "proposed": proposed_year, "later": later_year, "open": open_year}


def sheet_of(year: TeamYear, language: str) -> PlanSheet:
    sheet = plan_sheet(year, catalogue(language))
    assert sheet is not None
    return sheet


def page_of(year: TeamYear, language: str) -> Page:
    page = plan_page(year, catalogue(language))
    assert page is not None
    return page


def text_of(year: TeamYear, language: str) -> str:
    return page_written(page_of(year, language))


def rows_of(year: TeamYear) -> tuple[PlanRow, ...]:
    assert year.programme is not None
    return year_plan(year.programme)


def sheet_text(sheet: PlanSheet) -> str:
    """The workbook as one reads it."""
    lines = [sheet.title, sheet.subtitle, sheet.read, "", " | ".join(sheet.header)]
    for line in sheet.rows:
        marks = ("*" if line.is_meeting else "") + ("~" if line.proposed else "")
        cells = (
            getattr(line, column) if column != "state" else sheet.states[line.state(sheet.today)] for column in COLUMNS
        )
        lines.append(f"{' | '.join(str(cell or '') for cell in cells)} {marks}".rstrip())
    lines += ["", *(text for _, text in sheet.legend)]
    for note in sheet.notes:
        lines += ["", f"# {note.heading}", *(f"- {point}" for point in note.points)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", YEARS)
def test_sheet_and_page_say_what_their_golden_files_say(name: str, language: str, *, rewrite_golden: bool) -> None:
    year = YEARS[name](language)
    for kind, written in (("sheet", sheet_text(sheet_of(year, language))), ("page", text_of(year, language))):
        golden = GOLDEN / f"year-plan-{kind}-{name}.{language}.txt"
        if rewrite_golden:
            golden.write_text(written, encoding="utf-8")
        assert written == golden.read_text(encoding="utf-8")


def test_without_a_programme_there_is_no_plan() -> None:
    assert plan_sheet(TeamYear(), catalogue("nl")) is None
    assert plan_page(TeamYear(), catalogue("nl")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_activity_doer_rule_and_season_has_words(language: str) -> None:
    words = catalogue(language)
    assert all(f"rules.season.{season}" in words for season in SEASONS)
    for activity in Activity:
        for meeting in MEETINGS:
            assert activity_name(PlanRow(activity, (), DayRule.OWN, meeting=meeting), words)
    said = {doers(PlanRow(Activity.SCAN, (doer,), DayRule.OWN), words) for doer in Doer}
    assert len(said) == len(Doer)
    assert len({rule_said(PlanRow(Activity.SCAN, (), rule), words) for rule in DayRule}) == len(DayRule)


def test_a_row_names_the_session_it_belongs_to_as_one_says_it() -> None:
    row = PlanRow(Activity.REPORT, (Doer.TEAM_LEAD,), DayRule.AFTER_MEETING, meeting="follow_up_2")
    assert [activity_name(row, catalogue(language)) for language in LANGUAGES] == [
        "Verslag van vervolgsessie\u00a02",
        "Report of follow-up\u00a02",
        "Bericht über Folgetreffen\u00a02",
    ]
    assert activity_name(replace(row, activity=Activity.FOLLOW_UP), catalogue("nl")) == "Vervolgsessie 2"


def test_who_does_it_is_told_as_a_list() -> None:
    row = PlanRow(Activity.FOLLOW_UP, (Doer.STAFF, Doer.MANAGEMENT, Doer.TEAM_LEAD), DayRule.PLANNED)
    assert doers(row, catalogue("nl")) == "Team, management en teamleiders"


def test_a_day_a_last_day_and_a_period_are_told_apart() -> None:
    words, day = catalogue("en"), date(2027, 9, 23)
    meeting = PlanRow(Activity.INTRO, (), DayRule.PLANNED, day)
    deadline = PlanRow(Activity.LETTERS, (), DayRule.WEEK_BEFORE, day)
    period = replace(deadline, begin=date(2027, 9, 6))
    told = [when(row, words).replace("\N{NO-BREAK SPACE}", " ") for row in (meeting, deadline, period)]
    assert told == ["Thu 23 Sept", "By Thu 23 Sept", "6 Sept to Thu 23 Sept"]
    assert when(replace(deadline, begin=day), words) == when(deadline, words)
    assert when(replace(deadline, day=None), words) == "No date yet"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_proposed_is_marked_by_a_word_wherever_it_hangs_on_a_proposal(language: str) -> None:
    words = catalogue(language)
    mark = words.say("plan.rule_proposed", rule="").strip(" ()").casefold()
    for row in rows_of(proposed_year(language)):
        assert (mark in rule_said(row, words).casefold()) is row.proposed
    names = [words.say(f"plan.meeting.{meeting}") for meeting in MEETINGS]
    text = text_of(proposed_year(language), language)
    assert words.say("plan.proposals.meetings", meetings=words.listed(names)) in text
    assert words.say("plan.proposals.heading") not in text_of(planned_year(language), language)


def test_what_cannot_be_known_yet_is_told_and_not_made_up() -> None:
    text = text_of(open_year("nl"), "nl")
    assert catalogue("nl").say("plan.proposals.unknown") in text
    assert "Vervolgsessie 2 | Winter | Datum nog te plannen | Nog te kiezen" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_manual_says_otherwise_is_told_only_where_it_matters(language: str) -> None:
    words = catalogue(language)
    usual, later = text_of(planned_year(language), language), text_of(later_year(language), language)
    assert words.say("plan.differences.last_follow_up") in usual
    assert words.say("plan.differences.last_follow_up") not in later
    assert words.say("plan.differences.without_intro") in later
    assert words.say("plan.differences.without_intro") not in usual
    for key in ("plan.tasks.frame", "plan.rules.frame", "plan.results.frame"):
        assert words.say(key) in usual
        assert words.say(key) not in later
    assert words.say("plan.tasks.frame_again") in later
    keys = ("scan", "letters", "hand_out", "dialogue_days", "mentoring")
    added = words.listed([words.say(f"plan.differences.row.{key}") for key in keys])
    assert words.say("plan.differences.ours", rows=added) in usual


def test_the_results_of_the_year_stand_with_their_days() -> None:
    results = (
        text_of(planned_year("nl"), "nl").replace("\N{NO-BREAK SPACE}", " ").partition("# Wat het jaar oplevert")[2]
    )
    assert [line for line in results.partition("#")[0].splitlines() if line] == [
        "- Referentiekader, een halve tot één bladzijde: do 7 okt 2027",
        "- Verslag van vervolgsessie 1: do 23 dec 2027",
        "- Verslag van vervolgsessie 2: do 2 mrt 2028",
        "- Verslag van vervolgsessie 3: ma 29 mei 2028",
        "- Jaarverslag: di 20 jun 2028",
    ]


def test_a_follow_up_without_a_regular_meeting_says_so_and_no_other_row_does() -> None:
    sheet = sheet_of(planned_year("nl"), "nl")
    assert [line.what for line in sheet.rows if line.regular_meeting == "Nog te kiezen"] == ["Vervolgsessie 3"]
    assert sum(line.regular_meeting == "teamoverleg" for line in sheet.rows) == 2


def test_the_state_of_a_row_follows_from_its_days() -> None:
    line = next(line for line in sheet_of(planned_year("nl"), "nl").rows if line.begin)
    assert line.begin is not None
    assert line.day is not None
    far = replace(line, day=line.begin + timedelta(60))
    assert far.day is not None
    assert line.state(line.day + timedelta(1)) is PlanState.PAST
    assert line.state(line.day) is PlanState.SOON
    assert far.state(far.day - timedelta(SOON)) is PlanState.SOON
    assert far.state(far.day - timedelta(SOON + 1)) is PlanState.RUNNING
    assert far.state(line.begin - timedelta(1)) is PlanState.LATER
    assert far.state(None) is PlanState.LATER
    assert replace(line, day=None).state(TODAY) is PlanState.OPEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_is_in_the_sheet_and_on_the_page(language: str) -> None:
    year = planned_year(language)
    sheet, page = sheet_of(year, language), page_of(year, language)
    _, activities = [block for block in page.blocks if isinstance(block, Grid)]
    assert len(sheet.rows) == len(activities.rows) == len(rows_of(year))
    assert [line.what for line in sheet.rows] == [what for _, what, _, _ in activities.rows]
    assert len(sheet.header) == len(COLUMNS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_takes_two_pages_and_every_page_is_sound(language: str, tmp_path: Path) -> None:
    paths = []
    for name, make in {**YEARS, "long": long_year}.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(page_file(page_of(make(language), language), shipped_templates())[0])
    assert complaints(paths) == []
    counts = {pdf.stem: len(pictures(pdf, tmp_path)) for pdf in pdfs(paths, tmp_path / "seen")}
    assert all(counts[name] == 2 for name in YEARS)
    assert counts["long"] <= 3


days = st.none() | st.dates(date(2026, 1, 1), date(2029, 8, 31))
meetings = st.lists(st.builds(Meeting, st.sampled_from(MEETINGS), days), max_size=4, unique_by=lambda one: one.key)


@given(
    st.builds(
        Programme, meetings=meetings.map(tuple), first_teaching_day=days, academic_year=st.none() | st.just("2026-2027")
    ),
    days,
    st.sampled_from(LANGUAGES),
)
def test_whatever_is_planned_there_is_a_plan(programme: Programme, today: date | None, language: str) -> None:
    year, words = TeamYear(programme, today=today), catalogue(language)
    sheet, page = plan_sheet(year, words), plan_page(year, words)
    assert sheet is not None
    assert page is not None
    rows = year_plan(programme)
    assert [line.day for line in sheet.rows] == [row.day for row in rows]
    assert {row.meeting for row in rows if row.is_meeting} <= {INTRO, *FOLLOW_UPS}
