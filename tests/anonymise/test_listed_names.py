"""Names that are typed into one answer are taken apart as people list them (M90, M91)."""

import pytest

from pipeline.anonymise.listed_names import names_in


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
