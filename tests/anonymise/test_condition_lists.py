"""What somebody writes into the four places for the conditions is counted as it was meant (M14, M81)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.condition_lists import conditions_in, without_mark

FOUR = ("We luisteren.", "We leren namen.", "We vragen door.", "We maken fouten.")


def flat(*places: str) -> tuple[str, ...]:
    return tuple(part for place in conditions_in(places) for part in place)


@pytest.mark.parametrize(
    "places",
    [
        FOUR,
        ("1. We luisteren.", "2) We leren namen.", "(3) We vragen door.", "4: We maken fouten."),
        ("Voorwaarde 1: We luisteren.", "Condition 2 - We leren namen.", "Bedingung 3\nWe vragen door.", FOUR[3]),
        ("- We luisteren.", "• We leren namen.", "– We vragen door.", "* We maken fouten."),
        ("\n".join(FOUR), "", "", ""),
        ("", "\n\n".join(FOUR), "", ""),
        ("\n".join(f"{number}. {text}" for number, text in enumerate(FOUR, 1)), "", "", ""),
        (" ".join(f"{number}. {text}" for number, text in enumerate(FOUR, 1)), "", "", ""),
        ("Onze vier voorwaarden:\n" + "\n".join(f"- {text}" for text in FOUR), "", "", ""),
        (
            "Onze voorwaarden\n" + "\n".join(f"{sign}) {text}" for sign, text in zip("abcd", FOUR, strict=True)),
            "",
            "",
            "",
        ),
        ("We luisteren.\n2. We leren namen.\n3. We vragen door.\n4. We maken fouten.", "", "", ""),
        ("1. We luisteren.\n2. We leren namen.", "3. We vragen door.\n4. We maken fouten.", "", ""),
    ],
)
def test_four_conditions_are_four_however_they_were_typed(places: tuple[str, ...]) -> None:
    assert flat(*places) == FOUR


@pytest.mark.parametrize(
    "fifth", ["5. En we eten samen.", "Voorwaarde 5: En we eten samen.", "Bedingung 5\nEn we eten samen."]
)
def test_a_fifth_at_the_end_of_the_last_place_is_counted(fifth: str) -> None:
    assert flat(*FOUR[:3], f"{FOUR[3]}\n{fifth}") == (*FOUR, "En we eten samen.")


def test_three_in_one_place_are_three() -> None:
    assert flat("1. een\n2. twee\n3. drie", "", "", "") == ("een", "twee", "drie")


def test_a_list_behind_a_line_that_leads_to_it_belongs_to_its_condition() -> None:
    listed = "We doen drie dingen:\n1. luisteren\n2. kijken\n3. vragen"
    assert conditions_in((listed, *FOUR[1:])) == ((listed,), *((text,) for text in FOUR[1:]))


def test_points_within_a_point_stay_with_it() -> None:
    assert flat("1. We luisteren:\n- in de les\n- in het overleg\n2. We vragen door.", "", "", "") == (
        "We luisteren:\n- in de les\n- in het overleg",
        "We vragen door.",
    )


def test_paragraphs_of_one_condition_are_one() -> None:
    assert flat("Een alinea.\n\nNog een alinea.", *FOUR[1:])[0] == "Een alinea.\nNog een alinea."


@pytest.mark.parametrize(
    "text", ["1.5 uur per week praten we", "10:30 uur begint de les", "Wir treffen uns am 2. Dezember"]
)
def test_a_number_that_marks_no_point_stays(text: str) -> None:
    assert flat(text, *FOUR[1:])[0] == text
    assert without_mark(text) == text


def test_nothing_is_no_condition() -> None:
    assert conditions_in(("", " \n ", "", "")) == ((), (), (), ())


LINES = st.lists(
    st.sampled_from(["1. een", "2. twee", "- drie", "a) vier", "Voorwaarde 5: vijf", "zes", "", "kop:", "6. a. 7. b"]),
    max_size=6,
).map("\n".join)


@given(st.lists(st.text(max_size=60) | LINES, min_size=4, max_size=4))
def test_nothing_is_added_and_the_order_stays(places: list[str]) -> None:
    for place, parts in zip(places, conditions_in(places), strict=True):
        rest = iter(unicodedata.normalize("NFC", place))
        assert all(sign in rest for part in parts for sign in part if not sign.isspace())
        assert all(part.strip() for part in parts)
