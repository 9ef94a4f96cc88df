"""Addresses that are no plain street with a number are found, and where else one may live is left alone."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Hij woont op {ADDR|Hoge Weg 3-II}, bij zijn oom.",
    "Stuur het naar {ADDR|kruidtuinlaan 9 bus 4}, bedankt.",
    "We eten op {ADDR|achterom 5 hs} dus.",
    "Ze woonde eerst {ADDR|de lange nering 88}, toen niet meer.",
    "Haar adres is het {ADDR|Zwarte Pad 12} geworden.",
    "Sie wohnt in der {ADDR|Neuen Reihe 2b}.",
    "She lives at {ADDR|flat 4, 18 Tanner's Row}, with an aunt.",
    "He moved to {ADDR|Flat 12} last week.",
    "Ze woont aan de {?ADDR|korte geer}, met haar kat.",
    "Hij fietst elke dag door de {?ADDR|Lindenlaan} naar huis.",
    "De bakker in de {?ADDR|torenstraat} is dicht.",
    "Das Café in der {?ADDR|Schillerstraße} ist zu.",
    "We met off {?ADDR|Tanner's Row} and near {?ADDR|The Shambles}.",
    "Oma wil ({?ADDR|het weegje}, derde deur) haar zien.",
    "We deden interviews in de wijk {?PLACE|de zandkuil}.",
    "She is from the village of {?PLACE|Thornby}.",
    "i live at {?ADDR|14 station road} now.",
    "Via de {?ADDR|Zeeweg} en langs {ADDR|Postbus 1234}.",
    "She lives near {?PC|NG7} now.",
)
TRAPS = (
    "Ze woont op de derde verdieping van een flat.",
    "Hij woont aan de rand van de stad, op kamers.",
    "Zij woont in de stad, en hij op het platteland.",
    "Sie wohnt in der Stadt, er wohnt am Rand.",
    "She lives in a flat on the first floor, near the station.",
    "Ze staat op straat, in de laan is het stil.",
    "He lives on campus with 4 others.",
    "Ze woont al 3 jaar bij haar tante.",
    "In de wijk waar ze woont, in het dorp.",
    "The 3 Power Walk statements, in the Power Walk.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_address_of_another_kind_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_where_else_one_may_live_is_no_address(text: str) -> None:
    assert found(text) == []
