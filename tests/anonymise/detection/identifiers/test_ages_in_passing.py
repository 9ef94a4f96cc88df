"""Ages that are told in passing are found: between commas, in a row, behind "when she was", in tens of years."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Ik ben trouwens {AGE|17} en mocht er niet in.",
    "ik ben zelf nog maar {AGE|18}.",
    "Till en Nadim, eerstejaars, beide {AGE|18}.",
    "They were both {AGE|19}, and shy.",
    "Wir waren alle drei {AGE|zwanzig}.",
    "sevda, net {AGE|achttien}, hield de presentatie.",
    "Toen ze {AGE|zestien} was, verhuisde ze.",
    "Sinds hij {AGE|30} is, slaapt hij slecht.",
    "Als er {AGE|17} war, zog er aus.",
    "Weil sie erst {AGE|19} ist, darf sie nicht.",
    "Toen was ik {AGE|19} en alleen.",
    "At {AGE|17} she left home.",
    "Mit {AGE|siebzehn} kam sie nach Deutschland.",
    "Met haar {AGE|52} is zij de oudste.",
    "Ze heeft kinderen van {AGE|3}, {AGE|5} en {AGE|9}.",
    "He has sons aged {AGE|8} and {AGE|11}.",
    "Sie hat Töchter ({AGE|4} und {AGE|7}).",
    "Studenten van {AGE|17} en {AGE|19} zaten samen.",
    "They are {AGE|18}, {AGE|19} and {AGE|21 years old}.",
    "Noor, de oudste, {?AGE|20} en moe, ging weg.",
    "i'm only a mentor, {?AGE|19}, second year.",
    "toen kwam yassin ({?AGE|19}) binnen.",
    "Fatou Jobe ({?AGE|21}, alleen) vroeg het.",
    "volgens ala lewandowska is {?AGE|19}, te jong.",
    "Mijn docent is {?AGE|begin veertig}.",
    "Hij is ver in de {?AGE|vijftig} en moe.",
    "She is in her {?AGE|mid-forties} and strict.",
    "He is in his {?AGE|fifties}.",
    "Sie ist {?AGE|Mitte vierzig}.",
    "Er ist in seinen {?AGE|Fünfzigern} und jongliert.",
    "Een {?AGE|veertiger} met humor, and a {?AGE|forty-something} too.",
    "Zij is de {?AGE|zestig} gepasseerd.",
    "mijn zoon job is {?AGE|negentien} en zit hier.",
    "Ze wordt {AGE|twintig}.",
    "Er ist {AGE|17} geworden.",
)
TRAPS = (
    "In the late sixties everything was different.",
    "In de jaren veertig was het oorlog.",
    "Er waren tegen de veertig studenten.",
    "In les 12, 13 en 14 was les.",
    "Stelling 3, 15, 20 en 22 waren lastig.",
    "Kinderen van drie scholen deden mee.",
    "De studenten van 2 groepen kwamen.",
    "As of now there are 20.",
    "Toen er 20 waren, begon het.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_age_in_passing_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_a_number_of_something_else_is_no_age(text: str) -> None:
    assert found(text) == []
