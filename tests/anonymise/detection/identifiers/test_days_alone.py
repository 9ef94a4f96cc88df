"""Days without a month behind them, and those counted from another, are found."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Het was op {DATE|de vierde van november} in de les.",
    "On {DATE|the third of May} it rained.",
    "We spraken af op {?DATE|de negende} om drie uur.",
    "Sinds {?DATE|de zestiende} is de kamer open.",
    "The next meeting is on the {?DATE|14th} in the morning.",
    "He got it on the {?DATE|2nd}.",
    "Er fehlt seit dem {?DATE|siebten}.",
    "Bis zum {?DATE|dritten} ist Zeit.",
    "Ze kwam {DATE|de laatste dinsdag van april} langs.",
    "On {DATE|the first Friday of June} we met.",
    "Es war {DATE|der letzte Dienstag im April}.",
    "Zahlung bis {DATE|Ultimo September}, bitte.",
    "Het was {DATE|vrijdag de dertiende}, dus pech.",
    "It was {DATE|Friday the 13th}.",
    "Geboren op {DOB|drie mei tweeduizend vier} in een dorp.",
    "Es war {DATE|am dritten Mai zweitausendneunzehn}.",
    "Er fehlt seit dem {?DATE|12.} und kommt nicht.",
)
TRAPS = (
    "Ze zat op de derde verdieping en werd op de tweede plaats gezet.",
    "On the second floor, on the first day, at the third attempt.",
    "Op de eerste plaats wil ik dit, op de laatste dag dat.",
    "Am zweiten Abend war es still, zum ersten Mal.",
    "Het was de laatste les van april.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_day_alone_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_an_ordinal_of_something_else_is_no_day(text: str) -> None:
    assert found(text) == []
