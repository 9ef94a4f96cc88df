"""Sign-ups made with Microsoft Forms or Google Forms are read in every language and from every kind of file."""

from datetime import datetime
from pathlib import Path

import pytest

from pipeline.forms import SIGN_UP
from pipeline.inbox.answers import Received, Row, Source
from tests.workbooks import Formula, Table, arrived, keys, only, the, told, workbook

MOMENT = datetime(2027, 9, 1, 10, 11, 12)

MICROSOFT = {
    "nl": (
        ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Tijd van laatste wijziging"),
        ("Wat is je rol in het team?", "Geef je les in leerjaar 1?\u00a0", "Heb je nog opmerkingen? "),
        ("docent", "Ja"),
    ),
    "en": (
        ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time"),
        ("What is your role?", "Do you teach in year 1?", "Comments"),
        ("Teacher", "Yes"),
    ),
    "de": (
        ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"),
        ("Welche Rolle haben Sie?", "Unterrichten Sie im ersten Studienjahr?", "Anmerkungen"),
        ("Lehrende", "Ja"),
    ),
    "de, other words": (
        ("ID", "Startzeit", "Abschlusszeit", "E-Mail", "Name"),
        ("Rolle", "Lehre im ersten Studienjahr", "Kommentar"),
        ("Lehrende", "Ja"),
    ),
    "unknown language": (
        ("ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom"),
        ("Rol", "Werkt in leerjaar 1", "Opmerkingen"),
        ("docent", "ja"),
    ),
}


def export(
    front: tuple[str, ...], questions: tuple[str, ...], answers: tuple[str, ...], email: str = "s.okafor@school.test"
) -> Table:
    row = (1, MOMENT, MOMENT, email, "Sade Okafor", MOMENT)[: len(front)]
    return ((*front, *questions), (*row, *answers, ""))


def people(result: Received) -> list[dict[str, object]]:
    rows: tuple[Row, ...] = only(result).sheets["participants"]
    return [dict(told(row)) for row in rows]


@pytest.mark.parametrize("language", MICROSOFT)
def test_an_export_of_microsoft_forms_is_a_sign_up_of_whoever_answered(language: str, tmp_path: Path) -> None:
    result = arrived(tmp_path, {"Export.xlsx": workbook({"Sheet1": export(*MICROSOFT[language])})})
    assert only(result).source is Source.MICROSOFT_FORMS
    assert only(result).form == SIGN_UP
    assert people(result) == [
        {"name": "Sade Okafor", "email": "s.okafor@school.test", "role": "teacher", "first_year": "yes"}
    ]
    assert keys(result) == []


def test_what_the_form_asked_itself_goes_before_what_the_export_knows(tmp_path: Path) -> None:
    front, questions, answers = MICROSOFT["nl"]
    table = export(
        front,
        ("Naam2", "E-mail2", *questions),
        ("Wei Chen", "w.chen@school.test", *answers),
    )
    result = arrived(tmp_path, {"x.xlsx": workbook({"Blad": table})})
    assert people(result)[0]["name"] == "Wei Chen"
    assert people(result)[0]["email"] == "w.chen@school.test"


def test_an_anonymous_export_has_no_addresses_and_says_so_once(tmp_path: Path) -> None:
    front, questions, answers = MICROSOFT["en"]
    table = export(front, ("Your full name", *questions), ("Agnieszka Nowak", *answers), "anonymous")
    result = arrived(tmp_path, {"x.xlsx": workbook({"Blad": [*table, *table[1:]]})})
    assert [person["name"] for person in people(result)] == ["Agnieszka Nowak"] * 2
    assert all("email" not in person for person in people(result))
    assert the(result, "header_missing").place.cell == "D1"


def test_an_export_of_another_questionnaire_is_no_sign_up(tmp_path: Path) -> None:
    front, _, answers = MICROSOFT["nl"]
    result = arrived(tmp_path, {"x.xlsx": workbook({"Blad": export(front, ("Hoe was de lunch?", "Waarom?"), answers)})})
    assert result.forms == ()
    assert keys(result) == ["form_unknown"]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("header", ["Tijdstempel", "Timestamp", "Zeitstempel"])
def test_a_google_form_comes_as_csv_in_every_charset(charset: str, delimiter: str, header: str, tmp_path: Path) -> None:
    lines = (
        (header, "E-mailadres", "Wat is je naam? ", "Rol", "Jaar 1"),
        ("1-9-2027 10:11:12", "i.wibowo@school.test", "Indah Wíbowo", "docent", "ja"),
    )
    text = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    result = arrived(tmp_path, {"antwoorden.csv": text.encode(charset)})
    assert only(result).source is Source.GOOGLE_FORMS
    assert people(result) == [
        {"name": "Indah Wíbowo", "email": "i.wibowo@school.test", "role": "teacher", "first_year": "yes"}
    ]
    assert keys(result) == []


def test_a_google_form_comes_as_a_workbook(tmp_path: Path) -> None:
    table: Table = (
        ("Timestamp", "Email Address", "Full name", "Role", "First year"),
        (MOMENT, "kofi.mensah@school.test", "Kofi Mensah", "mentor", "no"),
    )
    result = arrived(tmp_path, {"responses.xlsx": workbook({"Form Responses 1": table})})
    assert only(result).source is Source.GOOGLE_FORMS
    assert people(result)[0]["role"] == "mentor"


def test_a_plain_list_with_names_and_addresses_is_a_sign_up(tmp_path: Path) -> None:
    result = arrived(tmp_path, {"lijst.csv": b"Mail;Naam\nj.mulder@school.test;Joke Mulder\n"})
    assert only(result).source is Source.TABLE
    assert only(result).language is None
    assert people(result) == [{"name": "Joke Mulder", "email": "j.mulder@school.test"}]
    assert keys(result) == ["header_missing", "header_missing"]
    row = only(result).sheets["participants"][0]
    assert row["email"].place.cell == "A2"
    assert row["role"].place.cell == "A1"


def test_a_name_in_parts_is_put_together(tmp_path: Path) -> None:
    lines = (
        "Achternaam;Voornaam;Tussenvoegsel;E-mail\nBerg;Chantal;van den;c@school.test\nTsang;Chi-Wai;;t@school.test\n"
    )
    result = arrived(tmp_path, {"lijst.csv": lines.encode()})
    assert [person["name"] for person in people(result)] == ["Chantal van den Berg", "Chi-Wai Tsang"]


def test_a_name_with_a_part_that_cannot_be_read_is_not_half_a_name(tmp_path: Path) -> None:
    table: Table = (("Voornaam", "Achternaam", "E-mail"), ("Chantal", Formula("=A1"), "c@school.test"))
    result = arrived(tmp_path, {"lijst.xlsx": workbook({"Blad1": table})})
    assert people(result) == [{"email": "c@school.test"}]
    assert the(result, "formula_not_read").place.cell == "A2"


def test_columns_of_somebody_elses_questions_are_named_and_left(tmp_path: Path) -> None:
    result = arrived(tmp_path, {"lijst.csv": b"Naam;E-mail;Dieet;Leeg;Auto\nJoke;j@school.test;vis;;ja\n"})
    found = the(result, "columns_not_read")
    assert found.values == {"columns": ("C", "E"), "count": 2}
    assert found.place.cell == "C1"
