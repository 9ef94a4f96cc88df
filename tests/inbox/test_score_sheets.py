"""The filled score sheet is read however it was saved, and so are exports with a column for each statement."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from pipeline.inbox.answers import RawScores, Received, ScoreSource
from pipeline.language.catalogue import catalogues
from pipeline.ttr.power_walk import EXAMPLE_STATEMENTS
from tests.workbooks import Formula, Table, Value, arrived, keys, the, workbook

STATEMENTS = {
    words.language: [words.say(f"programme.statement.{key}") for key in EXAMPLE_STATEMENTS] for words in catalogues()
}
MARK = "ttr:scores:1:nl"
MOMENT = datetime(2027, 9, 23, 14, 20)
ROW = (10, 5, 0, 10, 10, 0, 5, 5, 10, 0)


def sheet(*rows: Sequence[Value], language: str = "nl", first: str = "Code") -> Table:
    """As our own score sheet lies: a title, how it works, the header, then a row for each code."""
    header = [first, *(f"{n}. {text}" for n, text in enumerate(STATEMENTS[language], 1)), "Totaal", "Ingevuld"]
    return (
        ("Scoreblad van de Power Walk",),
        ("Kies 10, 5 of 0.",),
        header,
        *((*row, Formula("=SUM(B4:K4)"), Formula("=COUNT(B4:K4)")) for row in rows),
    )


def scored(result: Received) -> RawScores:
    (only,) = result.scores
    return only


def table(result: Received) -> dict[str, tuple[int | None, ...]]:
    return {row.who[0].reveal(): row.points for row in scored(result).rows}


def one(tmp_path: Path, rows: Table, mark: str = MARK, **more: Table) -> Received:
    return arrived(tmp_path, {"x.xlsx": workbook({"Scores": rows, **more}, mark)})


def as_csv(rows: Table, delimiter: str) -> bytes:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows(
        [["" if isinstance(cell, Formula) or cell is None else cell for cell in row] for row in rows]
    )
    return target.getvalue().encode()


@pytest.mark.parametrize("mark", [MARK, ""])
def test_a_filled_sheet_is_read_by_its_mark_or_by_its_shape(mark: str, tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", *ROW), ("DFG-234", *[None] * 10), ("HJL-567", *[10] * 10)), mark)
    raw = scored(result)
    assert table(result) == {"KTM-473": ROW, "HJL-567": (10,) * 10}
    assert (raw.source, raw.steps, raw.numbered) == (ScoreSource.SHEET, False, False)
    assert raw.language == ("nl" if mark else None)
    assert [column.number for column in raw.columns] == list(range(1, 11))
    assert [column.text.reveal() for column in raw.columns] == STATEMENTS["nl"]
    assert (raw.rows[1].place.cell, raw.columns[0].place.cell) == ("A6", "B3")
    assert keys(result) == []
    assert "inbox/x.xlsx" in result.workbooks


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_sheet_that_was_saved_as_text_is_the_same(delimiter: str, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"x.csv": as_csv(sheet(("KTM-473", *ROW)), delimiter)})
    assert table(result) == {"KTM-473": ROW}
    assert keys(result) == []


def test_a_sheet_with_short_headers_is_known_by_its_shape(tmp_path: Path) -> None:
    rows = (("code", "S1", "S2", "S3", "Total"), ("KTM-473", 10, "5 punten", "nul", 15))
    assert table(one(tmp_path, rows, "")) == {"KTM-473": (10, 5, 0)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", 10),
        ("10 punten", 10),
        ("vijf", 5),
        ("10 – ja", 10),
        (10.0, 10),
        ("5,0", 5),
        ("zehn Punkte", 10),
        ("", None),
    ],
)
def test_points_are_understood_as_people_type_them(typed: Value, meant: int | None, tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", typed, *ROW[1:])))
    assert table(result)["KTM-473"] == (meant, *ROW[1:])


@pytest.mark.parametrize("typed", [7, -5, 1e9, "1e9", "ja", True, "5-10", MOMENT, 2.5, "x" * 400])
def test_a_score_that_is_none_is_named_with_its_cell(typed: Value, tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", 10, typed, *ROW[2:])))
    assert table(result)["KTM-473"] == (10, None, *ROW[2:])
    finding = the(result, "score_outside")
    assert (finding.place.cell, finding.about, finding.stops) == ("C4", "scores", False)


def test_a_formula_is_not_believed(tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", 10, Formula("=5+5"), *ROW[2:])))
    assert table(result)["KTM-473"] == (10, None, *ROW[2:])
    assert the(result, "score_formula").place.cell == "C4"


def test_a_half_filled_row_is_named_at_its_first_gap(tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", 10, None, 5, None, *ROW[4:])))
    assert the(result, "score_half_filled").place.cell == "C4"
    assert the(result, "score_half_filled").values == {"count": 2}


def test_merged_cells_leave_gaps_that_are_named(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook({"Scores": sheet(("KTM-473", *ROW))}, MARK)))
    book["Scores"].merge_cells("B4:D4")
    target = io.BytesIO()
    book.save(target)
    result = arrived(tmp_path, {"x.xlsx": target.getvalue()})
    assert table(result)["KTM-473"] == (10, None, None, *ROW[3:])
    assert the(result, "score_half_filled").place.cell == "C4"


def test_a_deleted_and_an_added_column_leave_the_others_as_they_are(tmp_path: Path) -> None:
    title, how, header, row = sheet(("KTM-473", *ROW))
    rows: Table = (title, how, (*header[:3], "Hoe voelde dat?", *header[4:]), (*row[:3], "raar", *row[4:]))
    result = one(tmp_path, rows)
    assert [column.number for column in scored(result).columns] == [1, 2, *range(4, 11)]
    assert table(result)["KTM-473"] == (10, 5, *ROW[3:])
    finding = the(result, "score_column_added")
    assert (finding.place.cell, finding.values) == ("D3", {"column": "D"})


def test_sums_below_the_table_and_a_repeated_header_are_no_rows(tmp_path: Path) -> None:
    rows: Table = (*sheet(("KTM-473", *ROW)), sheet()[2], ("Totaal", *[Formula("=SUM(B4:B4)")] * 10))
    result = one(tmp_path, rows)
    assert table(result) == {"KTM-473": ROW}
    assert keys(result) == []


@pytest.mark.parametrize("mark", ["ttr:tally:1:nl", ""])
def test_a_tally_holds_steps(mark: str, tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", 1, 0, 1, 1, 1, 0, 0, 0, 1, 0)), mark)
    assert scored(result).steps
    assert table(result)["KTM-473"] == (10, 0, 10, 10, 10, 0, 0, 0, 10, 0)


def test_points_in_a_tally_and_steps_in_a_sheet_are_named(tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("KTM-473", 1, 10, *[0] * 8)), "ttr:tally:1:nl")
    assert the(result, "score_step_outside").place.cell == "C4"
    (tmp_path / "b").mkdir()
    result = one(tmp_path / "b", sheet(("KTM-473", 1, 10, *[0] * 8)))
    assert the(result, "score_outside").place.cell == "B4"


def test_numbered_rows_stand_for_nobody(tmp_path: Path) -> None:
    result = one(tmp_path, sheet(("1", *ROW), (2, *ROW), first="Rij"))
    assert scored(result).numbered
    assert [row.who for row in scored(result).rows] == [(), ()]


def test_a_blank_sheet_and_one_without_statements_say_so(tmp_path: Path) -> None:
    result = arrived(
        tmp_path,
        {
            "a.xlsx": workbook({"Scores": sheet(("KTM-473", *[None] * 10))}, MARK),
            "b.xlsx": workbook({"Scores": (("iets", "anders"), ("KTM-473", 5))}, MARK),
            "c.xlsx": workbook({"Scores": sheet(("KTM-473", *ROW))}, "ttr:scores:2:nl"),
        },
    )
    assert result.scores == ()
    assert [(f.key, f.stops) for f in result.findings] == [
        ("score_sheet_blank", False),
        ("score_sheet_unreadable", True),
        ("form_newer", True),
    ]


def test_the_personas_for_the_reveal_come_along(tmp_path: Path) -> None:
    reveal = (
        ("Code", "Aspect 1", "Aspect 2", "Aspect 3", "Aspect 4", "Wijst niemand aan"),
        ("KTM-473", "moslima", "eerste in de familie", "", "mantelzorger", "ja"),
        ("HJL-567", "doof", "", "", "", "nee"),
        ("DFG-234", "", "", "", "", "ja"),
    )
    result = one(tmp_path, sheet(("KTM-473", *ROW)), Persona=reveal)
    first, second = scored(result).personas
    assert [aspect.reveal() for aspect in first.aspects] == ["moslima", "eerste in de familie", "mantelzorger"]
    assert (first.names_nobody, first.place.cell, first.release.cell) == (True, "B2", "F2")
    assert (second.names_nobody, second.who.reveal()) == (False, "HJL-567")
    assert "moslima" not in repr(result)


def microsoft(language: str, *questions: str) -> tuple[str, ...]:
    front = {
        "nl": ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"),
        "en": ("ID", "Start time", "Completion time", "Email", "Name"),
        "de": ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
    }
    return (*front[language], *questions)


ANSWERS = {
    "nl": ("10 – ja", "5 – een beetje", "0 – nee"),
    "en": ("10 points", "five", "0 - does not apply"),
    "de": ("10 Punkte", "fünf", "0 – trifft nicht zu"),
}


@pytest.mark.parametrize("language", ["nl", "en", "de"])
@pytest.mark.parametrize("header", ["{n}. {text}", "{text}\u00a0", "S{n}: {text}", "Stellingen [{text}]"])
def test_an_export_of_microsoft_forms_gives_points_and_who_answered(language: str, header: str, tmp_path: Path) -> None:
    texts = [header.format(n=n, text=text) for n, text in enumerate(STATEMENTS[language], 1)]
    ten, five, nought = ANSWERS[language]
    row = (
        1,
        MOMENT,
        MOMENT,
        "s.okafor@school.test",
        "Sade Okafor",
        ten,
        five,
        nought,
        10.0,
        ten,
        0,
        "5",
        five,
        ten,
        nought,
    )
    result = arrived(tmp_path, {"x.xlsx": workbook({"Sheet1": (microsoft(language, *texts), row)})})
    raw = scored(result)
    assert raw.source is ScoreSource.EXPORT
    assert {who.reveal() for who in raw.rows[0].who} == {"s.okafor@school.test", "Sade Okafor"}
    assert raw.rows[0].points == ROW
    assert result.workbooks == {}
    assert keys(result) == []


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_an_export_of_google_forms_asks_for_the_code(language: str, tmp_path: Path) -> None:
    stamp = {"nl": "Tijdstempel", "en": "Timestamp", "de": "Zeitstempel"}[language]
    asked = {"nl": "Wat is de code van je persona?", "en": "What is your persona code?", "de": "Wie lautet Ihr Code?"}
    ten, five, nought = ANSWERS[language]
    header = (stamp, asked[language], *STATEMENTS[language])
    row = ("23-9-2027 14:20:00", "ktm-473", ten, five, nought, ten, ten, nought, five, five, ten, nought)
    result = arrived(tmp_path, {"x.csv": as_csv((header, row), ",")})
    assert table(result) == {"ktm-473": ROW}
    assert scored(result).source is ScoreSource.EXPORT


def test_statements_of_the_teams_own_are_known_by_their_answers_and_a_quiz_by_its_questions(tmp_path: Path) -> None:
    own = ["Ik woon dichtbij.", "Ik heb een eigen kamer.", "Ik ken hier veel mensen."]
    header = microsoft("nl", own[0], f"Punten - {own[0]}", own[1], own[2], "Hoe was het?")
    row = (1, MOMENT, MOMENT, "anonymous", "Sade Okafor", "10 – ja", 1, "5", "0 – nee", "fijn")
    result = arrived(tmp_path, {"x.xlsx": workbook({"Sheet1": (header, row)})})
    assert [column.text.reveal() for column in scored(result).columns] == own
    assert [who.reveal() for who in scored(result).rows[0].who] == ["Sade Okafor"]
    assert scored(result).rows[0].points == (10, 5, 0)


@pytest.mark.parametrize(
    "header", [("Naam", "Totaal"), ("Code", "Score"), ("Name", "Points"), ("E-Mail", "Summe"), None]
)
def test_a_list_of_totals_is_read_with_or_without_a_header(header: tuple[str, str] | None, tmp_path: Path) -> None:
    rows: list[tuple[str, str]] = [("Wei Chen", "45"), ("KTM-473", "50 punten"), ("Ayşe Yıldız", "65/100")]
    result = arrived(tmp_path, {"x.csv": as_csv([header, *rows] if header else rows, ";")})
    raw = scored(result)
    assert raw.source is ScoreSource.LIST
    assert [(row.who[0].reveal(), row.total) for row in raw.rows] == [
        ("Wei Chen", 45),
        ("KTM-473", 50),
        ("Ayşe Yıldız", 65),
    ]
    assert result.workbooks == {}


def test_a_total_in_a_list_that_is_none_is_named_with_its_cell(tmp_path: Path) -> None:
    rows = (
        ("Naam", "Totaal", "Opmerking"),
        ("Wei Chen", 45, "x"),
        ("Jan", 7, ""),
        ("Piet", -5, ""),
        ("Ali", Formula("=5"), ""),
    )
    result = arrived(tmp_path, {"x.xlsx": workbook({"Lijst": rows})})
    assert [row.total for row in scored(result).rows] == [45]
    assert [(f.key, f.place.cell) for f in result.findings] == [
        ("score_total_unclear", "B3"),
        ("score_total_unclear", "B4"),
        ("score_formula", "B5"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Naam", "E-mail", "Rol", "Werkt in leerjaar 1"), ("Wei Chen", "w@x.test", "docent", "ja")),
        (("1. vraag", "2. vraag"), ("ja", "nee")),
        (("Vak", "Week"), ("Anatomie", 5)),
    ],
)
def test_another_table_holds_no_scores(rows: Table, tmp_path: Path) -> None:
    assert arrived(tmp_path, {"x.xlsx": workbook({"Blad": rows})}).scores == ()


def test_nothing_that_is_said_of_a_table_holds_what_stands_in_it(tmp_path: Path) -> None:
    rows = (("Naam", *(f"S{n}" for n in range(1, 6))), ("Canária Ñandú", 7, "Canária", Formula("=1"), None, 10))
    result = arrived(tmp_path, {"x.xlsx": workbook({"Blad": rows})})
    assert len(result.findings) > 2
    for words in catalogues():
        assert not [f for f in result.findings if "Can" in words.problem(f) + words.remedy(f)]
    assert "Can" not in repr(result)
