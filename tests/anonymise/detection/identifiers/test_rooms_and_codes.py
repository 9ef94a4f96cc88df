"""Rooms and the codes of courses and classes are found; levels, versions and standards are none."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "De les was in {ROOM|lokaal B2.14}.",
    "We zaten in {ROOM|H.3.07} en later in {ROOM|A1.23}.",
    "Ze wachtte bij {ROOM|kamer 3.12} op hem.",
    "Die Sitzung war in {ROOM|Raum 204}.",
    "Im {ROOM|Hörsaal 3} war es laut.",
    "It was in {ROOM|room 3.12}, not in {ROOM|classroom B12}.",
    "Hij zit in {CODE|klas 1B}, zij in {CODE|groep EV1C}.",
    "The student in {CODE|class 1B} left.",
    "Sie ist in der {CODE|Klasse 2a}.",
    "Het ging over {CODE|SW1A} en {CODE|BIO1234}.",
    "Voor {CODE|vak INF-101} haalde ze een vijf.",
    "The {CODE|module CS-204} was hard.",
    "Das {CODE|Modul BW101} war schwer.",
    "Voor {CODE|INF-101} was geen plek.",
    "Ze zit in {?CODE|2B}, hij zit in {?CODE|V4b}.",
    "The course {?CODE|CS 204} was hard.",
    "Uit {CODE|klas 2A} en {CODE|2C}, {?CODE|tutorgroep 7} en {?CODE|klas C}.",
    "Hij zit in {CODE|klas 3A}/{CODE|3B}.",
    "Ze kwam uit {?CODE|groep DT 2B} en bleef.",
)
TRAPS = (
    "De klas was stil, de groep ook, en het lokaal leeg.",
    "HBO-3, TTR, COVID-19, ISO 9001 en ISO-9001 zeggen niets.",
    "Haar Nederlands is op niveau B1.2, later B2.",
    "Groep 3 was eerder klaar dan groep 4.",
    "Een zaal 20 minuten lang, een kamer 3 uur.",
    "In klas staan 24 stoelen.",
    "Versie V2.14 is nieuw.",
    "A class of 24, a room for 30.",
    "Die Gruppe hat 12 Personen, Raum für 20 Leute.",
    "Een A4 en een MP3, CO2 en H2O.",
    "Versie v3 en iPhone 15, en ISO 900.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_room_or_code_is_found_with_the_word_before_it(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_what_names_no_room_and_no_group_is_left_alone(text: str) -> None:
    assert found(text) == []
