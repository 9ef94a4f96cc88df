"""A team lead makes the whole year at once, moves a meeting, and runs it again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from pipeline.documents import (
    ACTION_LIST,
    ANNUAL_REPORT,
    ANNUAL_REPORT_FOR_MANAGEMENT,
    DOCUMENTS,
    REPORTS,
    SESSION_DECKS,
    YEAR_PLAN,
)
from pipeline.forms import LESSONS
from pipeline.language.catalogue import LANGUAGES, catalogue
from tests import sample
from tests.journeys.team_folder import TeamFolder, with_sample
from tests.journeys.test_year import text_of
from tests.office.canaries import canaries_in
from tests.office.judgement import complaints
from tests.year import in_inbox
from tests.year.texts import Told, year_texts

AFTER = "2028-05-15"
CALENDAR = "1_prepare/calendar/follow-up-2.ics"
ALL_MEETINGS = "1_prepare/calendar/all-meetings.ics"
WEEK = timedelta(days=7)


@pytest.fixture
def team(tmp_path: Path) -> TeamFolder:
    return with_sample(tmp_path)


@pytest.fixture(scope="module", params=LANGUAGES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> TeamFolder:
    team = with_sample(tmp_path_factory.mktemp(request.param))
    told = team.ttr("all", today=AFTER, language=request.param)
    assert told.exit_code == 0, told.output
    return team


def language_of(year: TeamFolder) -> str:
    return year.folder.name.rstrip("0123456789")


def whole_names() -> list[str]:
    """Everybody's name and address."""
    return [text for person in sample.TEAM for text in (person.name, person.email)]


def events(content: bytes) -> dict[str, tuple[int, date]]:
    """The number and the day of every meeting in a calendar file, by its identifier."""
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(one["uid"]): (int(str(one["sequence"])), one.decoded("dtstart").date()) for one in found}


@pytest.fixture
def a_week_later(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The programme form of the sample with follow-up 2 a week later."""
    moved = [(*row[:1], row[1] + WEEK, *row[2:]) if row[0] == "follow_up_2" else row for row in sample.MEETINGS]
    with monkeypatch.context() as patch:
        patch.setattr(sample, "MEETINGS", tuple(moved))
        return sample.programme_form()


def test_every_document_of_the_year_is_there(year: TeamFolder) -> None:
    walked_on_site = {"tally_sheet", "statement_cards", "tally_card"}
    came_back = {"meeting_form_1", "meeting_form_2", "meeting_form_3", "year_form"}
    first_year = {"last_year"}
    no_case_of_our_own = {"case_handout_3"}
    not_made = walked_on_site | came_back | first_year | no_case_of_our_own
    assert {one.file for one in DOCUMENTS if one.key not in not_made} <= set(year.files())
    assert {"overview.html", CALENDAR, ALL_MEETINGS} <= set(year.files())


def test_every_document_is_valid_and_accessible(year: TeamFolder) -> None:
    kept_out = ("to_mend/", "letters/")
    office = [name for name in year.files() if name.endswith(("x", "m")) and not name.startswith(kept_out)]
    assert complaints([year.folder / "outbox" / name for name in office]) == []


def test_nobody_is_named_in_anything_that_may_be_shared(year: TeamFolder) -> None:
    for name, content in year.files().items():
        if not name.startswith(("to_mend/", "letters/")):
            assert canaries_in(content, whole_names()) == [], name


def test_the_annual_report_is_complete_and_holds_each_report_once_and_in_order(year: TeamFolder) -> None:
    texts, words = year_texts(language_of(year)), catalogue(language_of(year))
    told = " ".join(text_of(year.files()[ANNUAL_REPORT.file], "word/document").split())
    meetings = (texts.first_meeting, texts.second_meeting, texts.third_meeting)
    if words.language == "nl":  # the sample is in Dutch, whatever language the report is in
        openings = [str(meeting["discussion"][0]["inventory"])[:60] for meeting in meetings]
        assert [told.count(opening) for opening in openings] == [1, 1, 1]
        assert sorted(openings, key=told.index) == openings
        for lesson in texts.lessons["lessons"][0].values():
            assert str(lesson)[:60] in told
        assert str(texts.new_frame["frame"][0]["definition"])[:60] in told


def test_management_reads_no_case_and_no_code(team: TeamFolder) -> None:
    team.ttr("all", today=AFTER)
    mine, theirs = (
        text_of(team.files()[one.file], "word/document") for one in (ANNUAL_REPORT, ANNUAL_REPORT_FOR_MANAGEMENT)
    )
    assert "te gast was in zijn eigen groepje" in mine
    assert "te gast was in zijn eigen groepje" not in theirs
    codes = {path.stem for path in (team.folder / "outbox" / "letters").glob("*.docx")}
    assert codes
    assert not [code for code in codes if code in theirs or code in mine]


def test_management_reads_the_cases_once_the_lead_says_so(team: TeamFolder) -> None:
    told = year_texts("nl").lessons
    [about] = told["about"]
    allowed = {**told, "about": [{**about, "cases_for_management": "yes"}]}
    team.drop(in_inbox.YEAR_FORM, in_inbox.made(LESSONS, allowed))
    team.ttr("report", "year", today=AFTER)
    told_management = text_of(team.files()[ANNUAL_REPORT_FOR_MANAGEMENT.file], "word/document")
    assert "te gast was in zijn eigen groepje" in told_management


def test_a_second_run_makes_nothing_and_writes_no_document(year: TeamFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    before = {name: (year.folder / "outbox" / name).stat().st_mtime_ns for name in year.files()}
    private = year.files("private")
    for place in (
        "pipeline.outbox.office_file.office_file",
        "pipeline.outbox.letters.template.letter_template",
        "pipeline.outbox.overview.page.overview_page",
        "pipeline.outbox.pages.laying_out.pages_of",
        "pipeline.outbox.pages.pdf.pdf_of",
        "pipeline.post.review_document.review_document",
    ):
        monkeypatch.setattr(place, never)
    told = year.told("all", today=AFTER, language=language_of(year))
    assert {name: (year.folder / "outbox" / name).stat().st_mtime_ns for name in year.files()} == before
    assert year.files("private") == private
    assert told["all"]["made"] == []  # type: ignore[index]


def test_each_command_makes_what_all_of_them_together_make(year: TeamFolder) -> None:
    before = year.files()
    language = language_of(year)
    for command in (("plan",), ("scan",), ("personas",), ("power-walk",), ("session-deck", "intro"), ("frame",),
                    ("review",), ("session-deck", "2"), ("report", "1"), ("report", "year"), ("status",)):  # fmt: skip
        told = year.ttr(*command, today=AFTER, language=language)
        assert told.exit_code == 0, told.output
    changed = {name for name, content in year.files().items() if before.get(name) != content}
    assert changed - {"overview.html"} == set()


def test_a_meeting_that_moves_takes_everything_along(team: TeamFolder, a_week_later: bytes) -> None:
    team.ttr("all", today="2027-12-10")
    before = team.files(), team.files("private")
    team.drop("programma.xlsx", a_week_later)
    team.ttr("all", today="2027-12-10")
    after = team.files(), team.files("private")
    [(uid, (sequence, day))] = events(before[0][CALENDAR]).items()
    assert events(after[0][CALENDAR]) == {uid: (sequence + 1, day + WEEK)}
    others = {key: one for key, one in events(before[0][ALL_MEETINGS]).items() if key != uid}
    assert others.items() <= events(after[0][ALL_MEETINGS]).items()
    for name in (YEAR_PLAN.file, SESSION_DECKS["follow_up_2"].file, CALENDAR):
        assert before[0][name] != after[0][name], name
    assert "10 februari 2028" in text_of(after[0][SESSION_DECKS["follow_up_2"].file], "ppt/slides/slide")
    assert b"10 februari 2028" in after[1]["case_mails/case-mail-2.txt"]
    assert before[0][SESSION_DECKS["intro"].file] != after[0][SESSION_DECKS["intro"].file]
    told = team.told("status", today="2027-12-10")["status"]
    days = {one["key"]: one["day"] for one in told["activities"]}  # type: ignore[index]
    assert (days["collect_2"], days["hand_out_2"], days["follow_up_2"]) == ("2028-01-28", "2028-02-03", "2028-02-10")


def test_what_waits_is_told_with_the_form_that_it_waits_for(team: TeamFolder) -> None:
    (team.folder / "inbox" / in_inbox.THIRD_MEETING).unlink()
    (team.folder / "inbox" / in_inbox.YEAR_FORM).unlink()
    told = team.told("all", today="2028-02-20")["all"]
    assert {"document": "follow_up_report_3", "form": "meeting"} in told["waiting"]  # type: ignore[index]
    assert {"document": "annual_report", "form": "lessons"} in told["waiting"]  # type: ignore[index]
    assert "annual_report/year-form.docx" in team.files()
    said = team.ttr("all", today="2028-02-20").output
    assert "Wacht op een formulier" in said
    assert "Het jaarverslag: Jaarformulier" in said


def test_before_the_year_there_is_only_what_the_introductory_session_needs(team: TeamFolder) -> None:
    for name in in_inbox.files({"follow_up_1": "", "follow_up_2": ""}):
        (team.folder / "inbox" / name).unlink()
    team.ttr("all", today="2027-09-01")
    made = set(team.files())
    assert SESSION_DECKS["intro"].file in made
    later = {one.file for one in (*REPORTS.values(), ACTION_LIST, ANNUAL_REPORT)}
    assert not made & (later | {one.file for key, one in SESSION_DECKS.items() if key != "intro"})


def test_a_faulty_form_holds_up_what_is_made_of_it_and_nothing_else(team: TeamFolder) -> None:
    team.drop(in_inbox.YEAR_FORM, in_inbox.made(LESSONS, replaced_release()))
    told = team.ttr("all", today=AFTER)
    assert told.exit_code == 1
    assert ANNUAL_REPORT.file not in team.files()
    assert SESSION_DECKS["follow_up_3"].file in team.files()
    assert "Eerst te verbeteren" in told.output


def replaced_release() -> Told:
    return {**year_texts("nl").lessons, "release": [{"release": "not_yet"}]}
