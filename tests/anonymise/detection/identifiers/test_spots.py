"""Rooms by a name, a letter or a floor, and by what they lie beside, are found."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Ze oefenden in {ROOM|zaal De Kuip}, zonder mij.",
    "Het tentamen was in {ROOM|Hal Oost, rij 14}, om negen uur.",
    "De borrel is in {?ROOM|de kelderbar van gebouw Zuid}, dus niet hier.",
    "Ik vond hem in {?ROOM|het lokaal naast de kantine op de derde}.",
    "Ze werkt in {?ROOM|het lab op 5-West}.",
    "We zitten in {ROOM|gebouw C}, ingang aan de kant.",
    "Hij lag op {ROOM|5-West}.",
    "De toets is in {?ROOM|collegezaal Boerhaave}.",
    "Ik zat alleen in {?ROOM|t2}, zonder les.",
    "The exam was in {ROOM|lecture theatre B}, not here.",
    "They met in the {?ROOM|Glass Room}.",
    "She sat in {?ROOM|the linen store on Level 2}.",
    "He hid in {ROOM|hut 6 behind the gym}.",
    "I sat in {?ROOM|the room next to the canteen}.",
    "It is in the {?ROOM|Ada Lovelace Building}.",
    "Im {ROOM|Hörsaal A} war es laut.",
    "Wir trafen uns in {?ROOM|das Zimmer mit dem roten Sofa, 4. OG}, allein.",
    "Sie ging in {?ROOM|den Kopierraum neben Hörsaal 2}.",
    "Er sitzt in {?ROOM|Haus 4}, ganz oben.",
    "Das war {?ROOM|das Labor im dritten Stock}.",
    "Ze zat in {ROOM|muzieklokaal 3} te wachten, of {ROOM|computerlokaal B12}.",
    "We waren in {ROOM|zaal drie} en in {ROOM|lokaal 3.12 van gebouw B}.",
    "Er ist im {ROOM|Musikraum 12}, nicht im {ROOM|Hörsaal III}.",
    "It was in {ROOM|room 4 on the second floor}.",
    "De sleutel ligt in {ROOM|b2.14} of {ROOM|C-1.08}.",
    "Naar {?ROOM|C104} toe.",
    "Ik zat in {?ROOM|2.07} met haar.",
    "Sie trafen sich im {?ROOM|Raum Hannover}.",
    "Ze wachtte in {ROOM|lokaal 4 naast de lift}.",
)
TRAPS = (
    "Haar niveau is B1, in b2 gaat het beter.",
    "Het gebouw is mooi en de zaal was vol.",
    "The hall was full and the building old.",
    "In the room there was nothing.",
    "We zijn in het lokaal blijven zitten.",
    "Ein Raum voller Leute, ein Haus ohne Tür.",
    "I met her at 9.03, outside.",
    "Een ruimte met een bank.",
    "She has a room of her own.",
    "Een huiskamer 3 keer zo groot.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_spot_in_a_building_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_a_building_in_general_is_left_alone(text: str) -> None:
    assert found(text) == []
