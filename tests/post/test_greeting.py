"""People are greeted by the name they gave, never by initials and never by a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.post.greeting import spoken, typed


@pytest.mark.parametrize(
    "name",
    [
        "Fatima Bouzid",
        "Joost van der Meer",
        "Emre Yıldız",
        "Nour al-Khatib",
        "Mei-Ling Zhou",
        "周美玲",
        "Suharto",
        "Agnieszka Wójcik",
        "Jürgen Großmann",
        "Jan P. de Vries",
        "Kwame Boateng",
        "Li Wei",
    ],
)
def test_a_name_is_said_as_it_was_typed(name: str) -> None:
    assert spoken(name) == name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bouzid, Fatima", "Fatima Bouzid"),
        ("Vries, Jan de", "Jan de Vries"),
        ("Meer, Joost van der", "Joost van der Meer"),
        ("Jan de Vries, MSc", "Jan de Vries"),
        ("J. (Jan) de Vries", "Jan de Vries"),
        ("Johanna Maria (Annemiek) Claeys", "Annemiek Claeys"),
        ("Radjesh Ramdin (HR)", "Radjesh Ramdin"),
        ("  Shurendy\n Martina ", "Shurendy Martina"),
    ],
)
def test_a_name_is_put_in_the_order_of_speech(name: str, said: str) -> None:
    assert spoken(name) == said


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "J. de Vries",
        "J.P. de Vries",
        "Vries, J. de",
        "F. Bouzid",
        "Chr. Janssen",
        "e.yildiz@waterstad.example",
        "K",
        "?",
    ],
)
def test_initials_an_address_or_nothing_is_no_name_to_greet_by(name: str) -> None:
    assert spoken(name) == ""


@given(st.text(max_size=60))
def test_what_is_said_stands_in_what_was_typed_and_on_one_line(text: str) -> None:
    said = spoken(text)
    assert said == " ".join(said.split())
    assert set(said) <= set(typed(text)) | {" "}
    assert typed(typed(text)) == typed(text)
