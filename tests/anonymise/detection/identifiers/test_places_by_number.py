"""Streets with a number, and postcodes, are found; other numbers behind a word are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Ze woont op de {ADDR|Kerkstraat 12a} in de stad.",
    "Hij woont aan de {ADDR|Lange Nieuwstraat 5 bis}, {PC|3512 PA} Utrecht.",
    "Adres: {ADDR|kerkstraat 12}, {PC|1234ab} Amsterdam.",
    "Van {ADDR|Laan van Meerdervoort 112} naar {ADDR|Burgemeester de Vlugtlaan 7-3}.",
    "Zij woont op {ADDR|Prinsengracht 263}, {PC|1016 GV}.",
    "Op {ADDR|Singel 10} en {ADDR|Hoofdweg 34} staan huizen.",
    "Hij kwam naar de {ADDR|'s-Gravenhagestraat 5}.",
    "Post naar {ADDR|Markt 3} graag.",
    "Sie wohnt in der {ADDR|Hauptstr. 12}, {PC|50667} Köln.",
    "Er wohnt {ADDR|Am Markt 3} in {PC|48143} Münster.",
    "Die {ADDR|Schillerstraße 5a} und der {ADDR|Alexanderplatz 1}.",
    "Sie zog in die {ADDR|Lange Gasse 7}.",
    "She lives at {ADDR|12 High Street} in town.",
    "He moved to {ADDR|221b Baker Street}, London {PC|NW1 6XE}.",
    "From {ADDR|7 Old Mill Lane} to here.",
    "Postcode {PC|1012 AB}, of {PC|9711LX} in Groningen.",
    "PLZ {PC|10115}.",
    "{ADDR|Veldstraat 8}, {PC|9000} Gent.",
    "Hij komt uit {PC|2800} Mechelen, zij uit {PC|4821kz}.",
    "She lives at {PC|bn7 4qx} now.",
    "Naar {ADDR|Parkweg 9 bus 4} en {ADDR|Hoge Weg 3-II}.",
    "Adres: {ADDR|Dorpsweg 2}, {PC|1234 AB} {PLACE|Zandwijk aan Zee}.",
    "She is at {ADDR|Flat 2, 14 The Crescent}, {PC|LE2 1AB}.",
    "Zu {PC|8010} Graz, aus {PC|1020} Wien.",
    "She lives in Wilson Hall, {PC|LS2 9JT}, by room {PC|NG7 2RD}.",
)
TRAPS = (
    "Onderweg 3 keer gebeld, en op de terugweg 2 keer.",
    "Stap 3 van het plan, pagina 12 van het boek.",
    "In 2024 EU-regels, en 1000 mensen.",
    "In 2019 de les, in 2020 AI in de klas.",
    "Er waren 1500 studenten.",
    "Am Montag 3 Stunden, im Semester 2.",
    "The 3 Power Walk statements took 12 minutes.",
    "Op het plein 3 mensen.",
    "Ze liep een straat 5 minuten lang op en neer.",
    "In 10000 Fällen geht es gut.",
    "Auf dem Weg 3 Mal angerufen.",
    "Het duurde 2000km, met 1500kg en 1024mb.",
    "In 2019 Amsterdam, in 2024 Gent: dat is lang geleden.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_address_is_found_from_its_first_word_to_its_number(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_a_number_behind_another_word_is_no_address(text: str) -> None:
    assert found(text) == []


_LETTERS = st.text(st.characters(categories=["L", "P", "Zs"]), max_size=30)


@given(
    st.integers(1000, 9999),
    st.from_regex("[A-Z]{2}", fullmatch=True).filter(lambda pair: pair not in ("SA", "SD", "SS")),
    _LETTERS,
    _LETTERS,
)
def test_no_postcode_with_its_street_and_town_gets_through(number: int, pair: str, before: str, behind: str) -> None:
    for code in (f"{number} {pair}", f"{number}{pair}"):
        front = f"{before} Kerkstraat 5, "
        text = f"{front}{code} Zwolle {behind}"
        covered = {place for one in found(text) for place in range(one.start, one.end)}
        assert set(range(len(front), len(front) + len(code))) <= covered | {text.index(" ", len(front))}
