"""Whatever lies in the inbox is read or named, cell by cell, and lies there unchanged afterwards."""

from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

import pytest

from pipeline.findings import Level, Place, Word
from pipeline.forms import PROGRAMME, SIGN_UP, WORKBOOK_FORMS
from pipeline.forms.questions import Form
from pipeline.inbox.answers import Received, Source
from pipeline.inbox.office_sheets import office_workbook
from pipeline.inbox.raw import RawSheet
from pipeline.inbox.receiving import received
from pipeline.language.catalogue import LANGUAGES, catalogue
from pipeline.outbox.forms.workbook import form_workbook
from tests import attacks
from tests.workbooks import (
    PEOPLE,
    Formula,
    Hidden,
    Serial,
    Table,
    Value,
    arrived,
    keys,
    only,
    plain,
    the,
    told,
    workbook,
)

SIGN_UP_MARK = "ttr:sign_up:1:nl"
PROGRAMME_MARK = "ttr:programme:1:nl"
HEADER = PEOPLE[0]


def sign_up(tmp_path: Path, *rows: Sequence[Value], sheet: str = "Aanmeldingen") -> Received:
    return arrived(tmp_path, {"a.xlsx": workbook({sheet: rows}, SIGN_UP_MARK)})


def meetings(tmp_path: Path, *rows: Sequence[Value]) -> Received:
    header = ("Bijeenkomst", "Datum", "Begintijd", "Minuten", "Vorm")
    return arrived(tmp_path, {"p.xlsx": workbook({"Bijeenkomsten": (header, *rows)}, PROGRAMME_MARK)})


def names(result: Received) -> list[object]:
    return [plain(row["name"]) for row in only(result).sheets["participants"]]


# What lies there


def test_an_empty_inbox_is_said(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    assert keys(received(tmp_path / "inbox")) == ["inbox_empty"]


def test_an_inbox_that_is_not_there_is_said_in_the_same_words(tmp_path: Path) -> None:
    assert keys(received(tmp_path / "inbox")) == ["inbox_empty"]


@pytest.mark.parametrize(
    ("name", "content", "key", "level"),
    [
        ("menu.xlsx", workbook({"Blad1": (("Gerecht", "Prijs"), ("Soep", 3))}), "form_unknown", Level.STOP),
        (
            "verlof.xlsx",
            workbook({"Blad1": (("Van", "Tot", "Reden"), ("ma", "di", "vrij"))}),
            "form_unknown",
            Level.STOP,
        ),
        ("notitie.txt", b"Zomaar een briefje van Thandiwe.", "form_unknown", Level.NOTE),
        ("brief.docx", attacks.good_document(), "document_not_read", Level.NOTE),
        ("leeg.xlsx", workbook({}), "form_unknown", Level.STOP),
        ("nieuw.xlsx", workbook({"X": PEOPLE}, "ttr:sign_up:99:nl"), "form_newer", Level.STOP),
        ("anders.xlsx", workbook({"X": PEOPLE}, "ttr:something:1:nl"), "form_newer", Level.STOP),
        ("kaal.xlsx", workbook({"X": (("a",), ("b",))}, SIGN_UP_MARK), "form_without_sheets", Level.STOP),
        ("blanco.xlsx", form_workbook(SIGN_UP, catalogue("nl")), "form_blank", Level.NOTE),
        ("blanco.xlsx", form_workbook(PROGRAMME, catalogue("de")), "form_blank", Level.STOP),
    ],
)
def test_what_is_no_filled_form_is_named_and_not_read(
    name: str, content: bytes, key: str, level: Level, tmp_path: Path
) -> None:
    result = arrived(tmp_path, {name: content})
    assert result.forms == ()
    (finding,) = result.findings
    assert (finding.key, finding.level, finding.place) == (key, level, Place(f"inbox/{name}"))


@pytest.mark.parametrize("attack", attacks.ATTACKS, ids=lambda attack: attack.name)
def test_a_bad_file_is_one_finding_and_does_not_hold_up_the_others(attack: attacks.Attack, tmp_path: Path) -> None:
    result = arrived(tmp_path, {attack.name: attack.content(), "goed.xlsx": workbook({"X": PEOPLE}, SIGN_UP_MARK)})
    assert keys(result) == [attack.key]
    assert len(only(result).sheets["participants"]) == 2


def test_damaged_copies_of_a_form_never_end_the_reading(tmp_path: Path) -> None:
    form = form_workbook(PROGRAMME, catalogue("nl"), {"meetings": [{"meeting": "intro", "minutes": 110}]})
    arrived(tmp_path, {f"{number}.xlsx": content for number, content in enumerate(attacks.mutants(form, 60))})


def test_two_files_with_the_same_content_are_read_once(tmp_path: Path) -> None:
    content = workbook({"X": PEOPLE}, SIGN_UP_MARK)
    result = arrived(tmp_path, {"a.xlsx": content, "b.xlsx": content})
    assert names(result) == ["Fatima El Khattabi", "Mehmet Yıldız"]
    assert the(result, "same_file").values == {"other": "inbox/a.xlsx"}
    assert set(result.workbooks) == {"inbox/a.xlsx"}


def test_what_the_listing_and_the_opening_say_is_passed_on(tmp_path: Path) -> None:
    linked = attacks.with_relationship(
        workbook({"X": PEOPLE}, SIGN_UP_MARK),
        "xl/_rels/workbook.xml.rels",
        f"{attacks.OFFICE_RELATIONSHIP}/externalLink",
        "file:///elders.xlsx",
    )
    result = arrived(tmp_path, {"a.xlsx": linked, "b (conflicted copy 2027-09-01 101112).xlsx": b"x"})
    assert sorted(keys(result)) == ["conflict_copy", "file_links_outside"]
    assert only(result).digest


# Our own forms, however they come back


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_of_ours_is_known_by_its_mark(language: str, tmp_path: Path) -> None:
    person = {"name": "Ayaan Warsame", "email": "a@school.test", "role": "mentor", "first_year": "no"}
    content = form_workbook(SIGN_UP, catalogue(language), {"participants": [person]})
    result = arrived(tmp_path, {"Kopie van iets.bak": content})
    assert only(result).source is Source.OURS
    assert only(result).language == language
    assert [told(row) for row in only(result).sheets["participants"]] == [person]
    assert keys(result) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WORKBOOK_FORMS, ids=lambda form: form.key)
def test_a_form_that_lost_its_mark_is_known_by_its_headers(form: Form, language: str, tmp_path: Path) -> None:
    book = office_workbook(form_workbook(form, catalogue(language)))
    tables = {sheet.name: table_of(sheet) for sheet in book.sheets if not sheet.hidden}
    result = arrived(tmp_path, {"x.xlsx": workbook(tables)})
    known = {answers.form.key for answers in result.forms} | {finding.about for finding in result.findings}
    assert known - {""} == {form.key}
    assert "form_unknown" not in keys(result)


def table_of(sheet: RawSheet) -> Table:
    rows = range(1, 1 + max(row for row, _ in sheet.cells))
    columns = range(1, 1 + max(column for _, column in sheet.cells))
    return [[cell.value if (cell := sheet.cells.get((row, column))) else None for column in columns] for row in rows]


def test_a_sheet_may_be_renamed_its_columns_moved_and_titles_put_above(tmp_path: Path) -> None:
    result = sign_up(
        tmp_path,
        ("Aanmeldingen voor onze TTR",),
        (),
        ("Graag invullen voor vrijdag, met je naam",),
        ("Rol", "E-mail", "", "Opmerkingen", "Werkt in leerjaar 1", "Naam"),
        (),
        ("docent", "y.haddad@school.test", "", "", "ja", "Youssef Haddad"),
        (),
        (" ", "", "", "\u00a0"),
        ("mentor", "l.acheampong@school.test", "", "", "nee", "Lydia Acheampong"),
        sheet="Blad 7",
    )
    assert names(result) == ["Youssef Haddad", "Lydia Acheampong"]
    first = only(result).sheets["participants"][0]
    assert first["name"].place == Place("inbox/a.xlsx", "Blad 7", "F6")
    assert first["remarks"].place.cell == "D6"
    assert keys(result) == []


def test_a_header_may_be_another_word_for_the_same(tmp_path: Path) -> None:
    result = sign_up(
        tmp_path, ("VOLLEDIGE  NAAM *", "Mail", "Functie:", "Leerjaar 1?"), ("Sanne", "s@school.test", "docent", "ja")
    )
    assert told(only(result).sheets["participants"][0])["role"] == "teacher"
    assert keys(result) == []


def test_a_misspelt_header_is_understood_and_said(tmp_path: Path) -> None:
    result = sign_up(
        tmp_path, ("Naam", "E-mail", "Rol", "Wrekt in leerjaar 1"), ("Sanne", "s@school.test", "docent", "ja")
    )
    assert told(only(result).sheets["participants"][0])["first_year"] == "yes"
    said = the(result, "header_guessed")
    assert said.place.cell == "D1"
    assert said.values == {"question": Word("forms.sign_up.participants.first_year.label")}


def test_a_header_that_is_not_clear_is_not_guessed(tmp_path: Path) -> None:
    result = sign_up(
        tmp_path, ("Naam", "E-mail", "Rol", "Werkt in leerjaar 2"), ("Sanne", "s@school.test", "docent", "ja")
    )
    assert sorted(keys(result)) == ["columns_not_read", "header_missing"]
    assert the(result, "header_missing").place.cell == "A1"
    assert only(result).sheets["participants"][0]["first_year"].value is None


def test_a_doubled_header_is_said_and_weighs_more_when_its_columns_differ(tmp_path: Path) -> None:
    header = (*HEADER[:4], "Rol")
    same = sign_up(
        tmp_path,
        header,
        ("Sanne", "s@school.test", "", "ja", "docent"),
        ("Bram", "b@school.test", "mentor", "ja", "Mentor"),
    )
    assert told(only(same).sheets["participants"][0])["role"] == "teacher"
    assert (the(same, "header_doubled").level, the(same, "header_doubled").place.cell) == (Level.NOTE, "E1")
    differ = sign_up(tmp_path, header, ("Sanne", "s@school.test", "mentor", "ja", "docent"))
    assert (the(differ, "header_doubled").level, the(differ, "header_doubled").place.cell) == (Level.STOP, "E2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_row_is_nobody(language: str, tmp_path: Path) -> None:
    person = {"name": "Ayaan Warsame", "email": "a@school.test", "role": "mentor", "first_year": "no"}
    content = form_workbook(SIGN_UP, catalogue(language), {"participants": [person]})
    assert names(arrived(tmp_path, {"a.xlsx": content})) == ["Ayaan Warsame"]


def test_a_row_that_began_as_the_example_is_somebody(tmp_path: Path) -> None:
    say = catalogue("nl").say
    example = [say(f"forms.sign_up.participants.{key}.example") for key in ("name", "email", "role", "first_year")]
    assert names(sign_up(tmp_path, HEADER, ("Rachid Bouzid", *example[1:]))) == ["Rachid Bouzid"]


def test_a_meeting_on_the_day_of_our_example_is_a_meeting(tmp_path: Path) -> None:
    result = meetings(tmp_path, ("Inleidende sessie", date(2027, 9, 23), time(13, 30), 110, "op locatie"))
    assert len(only(result).sheets["meetings"]) == 1


def test_a_header_repeated_on_the_next_page_is_nobody(tmp_path: Path) -> None:
    assert names(sign_up(tmp_path, *PEOPLE, HEADER, *PEOPLE[1:])) == ["Fatima El Khattabi", "Mehmet Yıldız"] * 2


def test_hidden_answers_are_read_and_said(tmp_path: Path) -> None:
    hidden = Hidden(frozenset({"Aanmeldingen"}), frozenset({2}), frozenset({2}))
    content = workbook({"Aanmeldingen": PEOPLE}, SIGN_UP_MARK, hidden)
    result = arrived(tmp_path, {"a.xlsx": content})
    assert names(result) == ["Fatima El Khattabi", "Mehmet Yıldız"]
    assert sorted(keys(result)) == ["columns_hidden", "rows_hidden", "sheet_hidden"]
    assert the(result, "rows_hidden").place.cell == "A3"
    assert the(result, "columns_hidden").values == {"columns": ("C",), "count": 1}
    assert all(finding.level is Level.NOTE for finding in result.findings)


def test_a_sheet_that_was_copied_is_read_along(tmp_path: Path) -> None:
    content = workbook({"Aanmeldingen": PEOPLE[:2], "Aanmeldingen (2)": (HEADER, *PEOPLE[2:])}, SIGN_UP_MARK)
    result = arrived(tmp_path, {"a.xlsx": content})
    assert names(result) == ["Fatima El Khattabi", "Mehmet Yıldız"]
    assert the(result, "sheet_twice_rows").place.sheet == "Aanmeldingen (2)"


def test_a_sheet_of_somebodys_own_is_named(tmp_path: Path) -> None:
    content = workbook({"Aanmeldingen": PEOPLE, "Lunch": (("soep", 3),), "Uitleg": (("Lees dit",),)}, SIGN_UP_MARK)
    assert the(arrived(tmp_path, {"a.xlsx": content}), "sheet_not_read").place.sheet == "Lunch"


# Sheets of fields


def test_answers_are_found_beside_their_questions_wherever_those_stand(tmp_path: Path) -> None:
    table: Table = (
        ("Formulier",),
        ("", "Vraag", "Let op", "Antwoord", "Toelichting"),
        ("", "Sprache", "x", "Engels", "De taal"),
        ("", "Studiejaar", "x", "2027/28"),
        ("", "Eerste lesdga", "x", "6 september 2027"),
        ("", "Team", "x", "Team \u202eאביב\u202c", "Team"),
        ("", "Instelling", "", "", "Hogeschool"),
    )
    result = arrived(tmp_path, {"p.xlsx": workbook({"Blad1": table}, PROGRAMME_MARK)})
    (row,) = only(result).sheets["programme"]
    assert told(row) == {
        "language": "en",
        "academic_year": "2027-2028",
        "first_teaching_day": date(2027, 9, 6),
        "team": "Team אביב",
    }
    assert row["institution"].place == Place("inbox/p.xlsx", "Blad1", "D7")
    assert the(result, "header_guessed").place.cell == "B5"
    assert the(result, "answer_missing").place.cell == "D7"
    missing = {finding.values["question"] for finding in result.findings if finding.key == "question_missing"}
    assert Word("forms.programme.programme.lead_1.label") in missing
    assert Word("forms.programme.programme.lead_2.label") not in missing
    assert all(finding.stops for finding in result.findings if finding.key in {"answer_missing", "question_missing"})


def test_a_question_that_stands_there_twice_has_to_be_answered_once(tmp_path: Path) -> None:
    table: Table = (("Team", ""), ("Team", "Team 1"), ("Taal", "Duits"), ("Taal", "Engels"))
    result = arrived(tmp_path, {"p.xlsx": workbook({"Programma": table}, PROGRAMME_MARK)})
    assert told(only(result).sheets["programme"][0]) == {"team": "Team 1", "language": "de"}
    doubled = [finding for finding in result.findings if finding.key == "header_doubled"]
    assert [(finding.level, finding.place.cell) for finding in doubled] == [(Level.NOTE, "A2"), (Level.STOP, "A4")]


def test_a_second_sheet_of_fields_is_not_mixed_in(tmp_path: Path) -> None:
    content = workbook(
        {"A": (("Team", "Een"), ("Taal", "Duits")), "B": (("Team", "Twee"), ("Taal", "Engels"))}, PROGRAMME_MARK
    )
    result = arrived(tmp_path, {"p.xlsx": content})
    assert told(only(result).sheets["programme"][0])["team"] == "Een"
    assert the(result, "sheet_twice_fields").stops


# Answers with something about them


def test_every_finding_names_the_cell_and_weighs_what_depends_on_it(tmp_path: Path) -> None:
    result = meetings(
        tmp_path,
        ("Inleidende sessie", "3/4/2027", "half twee", "1.234", "op lokatie"),
        ("Vervolgsessie 1", "", Formula("=1+1"), "", ""),
        ("", Serial(60), "13.30 uur", 7, "online"),
    )
    found = {finding.place.cell: (finding.key, finding.level) for finding in result.findings if finding.place.cell}
    assert found == {
        "B2": ("date_unclear", Level.STOP),
        "C2": ("clock_unclear", Level.STOP),
        "D2": ("number_unclear", Level.STOP),
        "E2": ("choice_close", Level.STOP),
        "C3": ("formula_not_read", Level.STOP),
        "D3": ("answer_missing", Level.NOTE),
        "E3": ("answer_missing", Level.NOTE),
        "A4": ("answer_missing", Level.STOP),
        "B4": ("date_outside", Level.STOP),
        "D4": ("number_outside", Level.STOP),
    }
    assert all(finding.about == "programme" for finding in result.findings)


def test_in_a_list_of_people_one_odd_row_holds_nothing_up(tmp_path: Path) -> None:
    result = sign_up(
        tmp_path,
        HEADER,
        ("Sanne", "geen", "docnt", "misschien", Formula("=A1")),
        (Formula("=A1"), "", "docent", "ja", ""),
        ("", "", "docent", "", ""),
        ("", "b@school.test", "docent", "ja", ""),
    )
    assert [told(row).get("name") for row in only(result).sheets["participants"]] == ["Sanne", None]
    assert [(finding.key, finding.place.cell) for finding in result.findings] == [
        ("address_odd", "B2"),
        ("choice_close", "C2"),
        ("choice_unknown", "D2"),
        ("formula_not_read", "E2"),
        ("formula_not_read", "A3"),
        ("row_without_person", "C4"),
        ("answer_missing", "A5"),
    ]
    assert not any(finding.stops for finding in result.findings)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("Zoe\u0308 van Dijk", "Zoë van Dijk"),
        ("\u202eنور الهدى\u202c", "نور الهدى"),
        ("Ng\u200bozi\ufeff 🌻", "Ngozi 🌻"),
        ("Ka\x07rim", "Karim"),
    ],
)
def test_odd_signs_in_a_name_change_nothing_but_what_cannot_be_seen(typed: str, kept: str, tmp_path: Path) -> None:
    assert names(sign_up(tmp_path, HEADER, (typed, "x@school.test", "docent", "ja"))) == [kept]


def test_an_endless_text_is_kept_where_no_document_uses_it_and_refused_elsewhere(tmp_path: Path) -> None:
    result = sign_up(tmp_path, HEADER, ("Sanne", "s@school.test", "docent", "ja", "é" * 30_000))
    assert keys(result) == []
    long = sign_up(tmp_path, HEADER, *PEOPLE[1:], ("x" * 30_000, "y" * 30_000, "z" * 30_000, "z" * 30_000, ""))
    assert keys(long) == ["text_too_long", "address_odd", "choice_unknown", "choice_unknown"]
    assert len(names(long)) == 2


def test_no_finding_quotes_what_somebody_wrote(tmp_path: Path) -> None:
    canary = "Ngozi Kanarie-Vogel"
    result = sign_up(
        tmp_path, (*HEADER, canary), (canary,) * 6, ("", canary, canary, canary, canary, canary), sheet="Kanarie"
    )
    shown = [
        text
        for words in map(catalogue, LANGUAGES)
        for f in result.findings
        for text in (words.problem(f), words.remedy(f))
    ]
    assert shown
    assert not any(canary in text for text in (*shown, repr(result.findings), repr(result.forms)))


def test_cells_far_away_cost_nothing(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c>'
        f'<c r="B{row}" t="inlineStr"><is><t>{mail}</t></is></c></row>'
        for row, name, mail in ((1, "Naam", "E-mail"), (1_048_576, "Sanne", "s@school.test"))
    )
    result = arrived(tmp_path, {"a.xlsx": attacks.with_sheet(cells, before='<dimension ref="A1:XFD1048576"/>')})
    assert names(result) == ["Sanne"]
    assert only(result).sheets["participants"][0]["name"].place.cell == "A1048576"


def test_a_list_of_thousands_is_read_to_the_end(tmp_path: Path) -> None:
    lines = "".join(f"Deelnemer {n};d{n}@school.test;docnt {n % 7};ja\n" for n in range(3_000))
    result = arrived(tmp_path, {"a.csv": ("Naam;E-mail;Rol;Jaar 1\n" + lines).encode()})
    assert len(names(result)) == 3_000
