"""Each colleague counts once in the team scan, and the names stay behind (M40-M46)."""

from pipeline.findings import Place
from pipeline.ttr.team_scan import ScanAnswer
from tests.anonymise.answers_made import Said, keys, person, programme, said_of, scan, sign_up, through


def colleague(name: str | None, expertise: int | None, enthusiasm: int | None) -> Said:
    return {"name": name, "expertise": expertise, "enthusiasm": enthusiasm}


def test_without_a_form_the_scan_is_not_known_and_an_empty_form_is_an_empty_scan() -> None:
    assert through(programme()).year.scan is None
    assert through(programme(), scan()).year.scan == ()


def test_answers_stand_in_an_order_that_tells_nothing() -> None:
    rows = [colleague("Aylin Demir", 5, 1), colleague("Kofi Mensah", None, 3), colleague("Mei Chen", 2, None)]
    expected = (ScanAnswer(None, 3), ScanAnswer(2, None), ScanAnswer(5, 1))
    assert through(scan(colleagues=rows)).year.scan == expected
    assert through(scan(colleagues=rows[::-1])).year.scan == expected


def test_a_talk_weighs_more_than_the_web_where_it_has_a_level() -> None:
    found = through(
        programme(),
        scan(colleagues=[colleague("Aylin Demir", 2, 2)], talks=[colleague("Demir, Aylin", 4, None)]),
    )
    assert found.year.scan == (ScanAnswer(4, 2),)
    assert keys(found) == []


def test_the_same_colleague_in_two_files_and_spellings_counts_once() -> None:
    found = through(
        programme(),
        sign_up(person("Aylin Demir", "a.demir@x.test")),
        scan("inbox/1.xlsx", colleagues=[colleague("Aylin Demir", 2, None)]),
        scan("inbox/2.xlsx", colleagues=[colleague("A. Demir", None, 3), colleague("Kofi Mensah", 1, 1)]),
    )
    assert found.year.scan == (ScanAnswer(1, 1), ScanAnswer(2, 3))


def test_two_levels_in_one_sheet_are_said_and_the_first_counts() -> None:
    found = through(scan(colleagues=[colleague("Mei Chen", 2, 2), colleague("Mei Chen", 4, 2)]))
    assert found.year.scan == (ScanAnswer(2, 2),)
    finding = said_of(found, "scan_levels_differ")
    assert finding.place == Place("inbox/scan.xlsx", "colleagues", "B3")
    assert finding.values == {"first": "inbox/scan.xlsx, colleagues, B2"}


def test_a_name_without_a_level_is_no_answer_and_a_level_without_a_name_is_one() -> None:
    rows = [colleague("Mei Chen", None, None), colleague(None, 3, 3), colleague(None, 3, 3)]
    assert through(scan(colleagues=rows)).year.scan == (ScanAnswer(3, 3), ScanAnswer(3, 3))
