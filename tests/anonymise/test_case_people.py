"""Names that are given in a case form are taken apart as people list them (M90, M91)."""

import pytest

from pipeline.anonymise.case_people import names_in
from tests.anonymise.cases_made import case_form, everybody


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ilham Bouzid, Wei en Jan-Willem de Vries", [("Ilham Bouzid",), ("Wei",), ("Jan-Willem de Vries",)]),
        ("Zeynep Karataş\n\nKwame", [("Zeynep Karataş",), ("Kwame",)]),
        (
            "Agnieszka und Jürgen; Harriet and Dewi / Soerin",
            [("Agnieszka",), ("Jürgen",), ("Harriet",), ("Dewi",), ("Soerin",)],
        ),
        ("Vries, J. de", [("J. de Vries",)]),
        ("- moeder van Yara", [("van Yara",)]),
        ("docent: de heer Haanstra (docent)", [("Haanstra",)]),
        ("Kofi (Kof), Ayşe 'Ash' Yıldız", [("Kofi", "Kof"), ("Ayşe Yıldız", "Ash")]),
        ("小明, 王芳", [("小明",), ("王芳",)]),
        ("ilham bouzid; kwame", [("ilham bouzid",), ("kwame",)]),
        ("Jan d'Ancona", [("Jan d'Ancona",)]),
        ("Elif, die Schwester von Mehmet", [("Elif",), ("von Mehmet",)]),
        ("Mutter von Ali\nDozentin Anna Weber", [("von Ali",), ("Anna Weber",)]),
        ("Mother of Kofi", [("Kofi",)]),
        ("Wei, ben, Al", [("Wei",), ("ben",), ("Al",)]),
    ],
)
def test_names_in_a_list_are_told_apart(text: str, names: list[tuple[str, ...]]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text", ["", " \n ", "geen", "Geen.", "n.v.t.", "n/a", "none", "keine Namen", "-", "student", "...", "12"]
)
def test_a_list_of_nobody_is_empty(text: str) -> None:
    assert names_in(text) == []


def test_somebody_who_signed_up_keeps_one_identity_and_roles_are_told() -> None:
    names = {"students": "Yara (Yaya)\nIlham", "teachers": "van der Meer, Joost", "others": "Omar"}
    _, people = everybody(case_form(names=names))
    told = {one.name: (one.key, one.role) for one in people}
    assert {name: role for name, (_, role) in told.items()} == {
        "Joost van der Meer": "teacher",
        "Ilham Benchekroun": "teacher",
        "Joost": "teacher",
        "van der Meer": "teacher",
        "Yara": "student",
        "Yaya": "student",
        "Ilham": "student",
        "Omar": "other",
    }
    assert told["Yara"][0] == told["Yaya"][0] != told["Omar"][0]
    assert told["Joost"][0] == told["van der Meer"][0] == told["Joost van der Meer"][0]
    assert told["Ilham"][0] != told["Ilham Benchekroun"][0]


def test_somebody_who_is_named_again_beside_another_stays_one_person() -> None:
    form = case_form(names={"students": "Bilal Achahbar, Gülay Şimşek", "others": "Naima, de zus van Bilal"})
    keys = {person.name: (person.key, person.role) for person in everybody(form)[1]}
    assert keys["Bilal"] == keys["Bilal Achahbar"]
    assert keys["Naima"][1] == "other"
