"""The overview tells what comes next, where everything stands and where every file is, and names nobody."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.documents import DOCUMENTS
from pipeline.documents.contents import BarChart, DotField
from pipeline.documents.overview.files import FileLink, folders
from pipeline.documents.overview.page import Overview, overview
from pipeline.forms import FORMS
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.ttr.plan import Activity, DayRule, PlanRow
from pipeline.ttr.programme import MEETINGS, Walk
from pipeline.ttr.records import TeamYear
from pipeline.ttr.status import ActivityStatus, Keeping, Missing, Role, SignUps, Standing, Status, ToMend
from tests.documents.overviews import (
    EMPTY,
    FEW,
    MANY,
    full_status,
    missing_keys,
    rows_of,
    standings,
    usual_status,
    usual_year,
)
from tests.documents.plans import TODAY, open_year, planned_year

NL = catalogue("nl")


def page(status: Status = EMPTY, year: TeamYear | None = None, made: tuple[str, ...] = ()) -> Overview:
    return overview(status, year or TeamYear(), made, NL)


def usual() -> Overview:
    return page(usual_status(), usual_year("nl"), FEW)


def links(made: tuple[str, ...]) -> list[FileLink]:
    return [link for folder in folders(made, NL) for link in folder.files]


def standing_at(standing: Standing, day: date | None = TODAY) -> ActivityStatus:
    return ActivityStatus(PlanRow(Activity.FRAME, (), DayRule.AUTUMN_BEGINS, day), standing)


def test_what_is_late_comes_first_and_then_what_is_due() -> None:
    stood = [step.standing for step in usual().coming]
    assert set(stood) == {"late", "due"}
    assert stood == sorted(stood, key=["late", "due"].index)


def test_what_is_missing_is_told_with_whom_it_is_awaited_from() -> None:
    key = missing_keys(NL)[0]
    one = replace(standing_at(Standing.LATE), missing=(Missing(key, Role.STAFF),))
    [step] = page(Status(TODAY, (one,))).coming
    [missing] = step.missing
    assert NL.say(f"status.missing.{key}") in missing
    assert NL.say("status.role.staff") in missing


def test_without_anything_late_or_due_it_says_what_comes_after() -> None:
    done, later = standing_at(Standing.DONE), standing_at(Standing.LATER, date(2028, 2, 3))
    content = page(Status(TODAY, (done, later)))
    assert content.coming == ()
    assert content.steps[1].name in content.nothing_coming
    assert "3\N{NO-BREAK SPACE}feb" in content.nothing_coming


def test_with_all_done_or_nothing_planned_it_says_so() -> None:
    assert page(Status(TODAY, (standing_at(Standing.DONE),))).nothing_coming == NL.say("overview.nothing.done")
    assert page().nothing_coming == NL.say("status.activity.none")
    undated = standings(rows_of(open_year("nl")))
    assert page(Status(TODAY, undated)).nothing_coming == NL.say("overview.nothing.open")


def test_every_activity_stands_on_the_page_in_the_order_of_the_plan() -> None:
    assert [step.day for step in usual().steps] == [row.day for row in rows_of(planned_year("nl"))]


def test_meetings_bear_a_mark_and_nothing_else_does() -> None:
    marks = [step.mark for step in usual().steps if step.mark]
    assert marks == [NL.say(f"overview.mark.{meeting}") for meeting in MEETINGS]


def test_a_proposed_day_is_called_so_and_a_missing_one_left_out() -> None:
    said = [step.when for step in page(full_status()).steps]
    assert any("voorstel" in when for when in said)
    assert page(Status(TODAY, (standing_at(Standing.OPEN, None),))).steps[0].when == ""


def test_the_timeline_runs_over_every_month_with_a_day() -> None:
    timeline = usual().timeline
    assert timeline is not None
    assert [month.begin.month for month in timeline.months] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6]
    assert timeline.end == date(2028, 7, 1)
    assert "vrijdag 26 november 2027" in timeline.alt
    assert page().timeline is None


@given(st.lists(st.dates(date(2020, 1, 1), date(2040, 12, 31)), min_size=1, max_size=5))
def test_every_day_lies_in_a_month_of_the_timeline(days: list[date]) -> None:
    timeline = page(Status(TODAY, tuple(standing_at(Standing.LATER, day) for day in days))).timeline
    assert timeline is not None
    begins = [month.begin for month in timeline.months]
    assert all(
        (day.year, day.month) in {(begin.year, begin.month) for begin in begins} for day in (min(days), max(days))
    )
    assert begins == sorted(set(begins))
    assert begins[0] <= min(days) <= max(days) < timeline.end


def test_sign_ups_are_told_against_the_staff_as_far_as_that_is_known() -> None:
    assert usual().counts[0].said == "14 van 16"
    assert page(Status(TODAY, sign_ups=SignUps(3))).counts[0].said == "3"


def test_mentors_are_students_and_told_beside_the_staff() -> None:
    assert usual().counts[1].said == "2"
    assert len(page().counts) == len(usual().counts) - 1


def test_what_was_overtaken_is_not_said_to_be_done() -> None:
    one = replace(standing_at(Standing.DONE), overtaken=True)
    [step] = page(Status(TODAY, (one,))).steps
    assert (step.standing, step.stands) == ("over", "Voorbij")


def test_cases_are_told_from_received_to_discussed() -> None:
    assert [count.said for count in usual().counts[2:]] == ["5", "4 van 5", "3 van 5", "1 van 5"]
    assert [count.said for count in page().counts[1:]] == ["0", "0", "0", "0"]


def test_what_is_to_mend_is_told_by_form_and_by_file_where_that_names_nobody() -> None:
    first, second = usual().to_mend
    assert (first.form, first.what, first.file) == ("Aanmelding", "1 punt om te verbeteren", "aanmelding.xlsx")
    assert (second.what, second.file) == ("3 punten om te verbeteren", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_document_and_standing_has_a_name(language: str) -> None:
    words = catalogue(language)
    status = replace(
        usual_status(),
        activities=tuple(standing_at(standing) for standing in Standing),
        to_mend=tuple(ToMend(form.key, 2) for form in FORMS),
    )
    content = overview(status, TeamYear(), [document.file for document in DOCUMENTS], words)
    assert all(step.stands for step in content.steps)
    assert sum(len(folder.files) for folder in content.folders) == len(DOCUMENTS)
    assert not any("." in link.name for folder in content.folders for link in folder.files)
    assert not any(folder.name[:1].isdigit() for folder in content.folders)


def test_a_file_is_called_by_the_name_of_its_document_with_what_opens_it() -> None:
    [link] = links(("2_introduction/session-deck-intro.pptx",))
    assert link == FileLink("Het deck van de inleidende sessie", "PowerPoint", "2_introduction/session-deck-intro.pptx")


def test_another_kind_of_the_same_document_and_a_newer_one_are_told_apart() -> None:
    plain, pdf, newer = links(
        ("3_follow_up_1/report-1.docx", "3_follow_up_1/report-1.pdf", "3_follow_up_1/report-1-2.docx")
    )
    assert (plain.name, plain.kind) == ("Het verslag van vervolgsessie 1", "Word")
    assert (pdf.name, pdf.kind) == (plain.name, "PDF")
    assert newer.name == NL.say("overview.newer", name=plain.name)


def test_a_file_that_we_do_not_know_keeps_its_name() -> None:
    assert links(("iets anders.odt",)) == [FileLink("iets anders.odt", "ODT", "iets anders.odt")]


def test_letters_forms_and_copies_to_mend_are_one_line_each() -> None:
    made = ("letters/a.docx", "letters/b.docx", "letters/b.ics", "forms/x/y.xlsx", "to_mend/z.xlsx")
    [folder] = folders(made, NL)
    assert [(link.path, link.kind) for link in folder.files] == [
        ("forms/", "map met 1 bestand"),
        ("letters/", "map met 3 bestanden"),
        ("to_mend/", "map met 1 bestand"),
    ]


def test_a_folder_within_a_part_of_the_year_is_one_line_too_and_comes_last() -> None:
    found = links(("1_prepare/calendar/all.ics", "1_prepare/calendar/intro.ics", "1_prepare/team-scan.docx"))
    assert [(link.name, link.path) for link in found] == [
        ("De samenvatting van de teamscan", "1_prepare/team-scan.docx"),
        ("Agendabestanden", "1_prepare/calendar/"),
    ]


def test_nothing_private_or_hidden_is_listed_nor_the_page_itself() -> None:
    hidden = ("private/send-list.xlsx", ".made.json", "letters/.made.json", "overview.html", "overview-2.html")
    assert folders(hidden, NL) == ()
    assert page(made=hidden).no_files
    assert not usual().no_files


def test_the_parts_of_the_year_follow_each_other() -> None:
    names = [folder.name for folder in folders(MANY, NL)]
    assert names[0] == "Voor het hele jaar"
    assert names[-1] == "Mappen om te openen"
    assert names[1:6] == ["Voorbereiding", "Inleidende sessie", "Vervolgsessie 1", "Vervolgsessie 2", "Vervolgsessie 3"]


@given(st.permutations(MANY))
def test_the_order_in_which_files_were_made_does_not_matter(made: list[str]) -> None:
    assert folders(made, NL) == folders(MANY, NL)


@pytest.mark.parametrize("walk", [Walk.PERSONA, Walk.ANONYMOUS])
def test_the_power_walk_is_shown_in_dots_without_a_code(walk: Walk) -> None:
    year = usual_year("nl", walk=walk)
    picture = page(year=year).walk
    assert picture is not None
    assert isinstance(picture.chart, DotField)
    assert year.scores is not None
    codes = [row.code for row in year.scores.rows if row.code]
    assert codes
    assert not any(code in repr(picture) for code in codes)
    assert sum(int(row[1]) for row in picture.table.rows) == len(picture.chart.dots)
    assert "zonder codes" in picture.lead


def test_who_walked_as_themselves_are_shown_in_groups_without_a_total() -> None:
    picture = page(year=usual_year("nl", 20, Walk.ONESELF)).walk
    assert picture is not None
    assert isinstance(picture.chart, BarChart)
    assert all(len(row) == 2 for row in picture.table.rows)


def test_of_so_few_that_one_would_know_whose_is_whose_there_is_no_picture() -> None:
    few = usual_year("nl", 3)
    assert page(year=few).walk is None
    assert page().walk is None


def test_with_the_outcome_of_the_walk_the_page_is_for_the_team_only() -> None:
    assert usual().footer == NL.say("overview.footer_team")
    assert page().footer == NL.say("overview.footer")


def test_it_says_how_long_things_may_be_kept_and_when_that_is_over() -> None:
    assert "31 augustus 2028" in usual().keeping
    assert page().keeping == NL.say("status.keeping.open")
    over = page(Status(TODAY, keeping=Keeping(date(2027, 8, 31), expired=True)))
    assert over.expired
    assert "ttr forget" in over.keeping


def test_the_page_bears_the_name_of_the_team_and_the_day_on_which_it_was_made() -> None:
    assert usual().subtitle == "Docententeam leerjaar 1 · Verpleegkunde · Hogeschool Waterkant · 2027-2028"
    assert usual().as_of == "Stand op vrijdag 26 november 2027"
    assert page().subtitle == ""
