"""Days are found in figures and words; what only looks like one is left alone."""

import pytest

from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Het gebeurde op {DATE|12 oktober} in de les.",
    "Op {DATE|dinsdag 12 oktober 2027} sprak ik haar.",
    "Van {DATE|12 t/m 14 oktober} was hij ziek.",
    "Op {DATE|12 en 13 mei} kwam ze niet.",
    "De toets was op {DATE|12-10-2027}, de herkansing op {DATE|3/2/2028}.",
    "Sinds {DATE|12/10} is ze er niet.",
    "Op {DATE|ma 12-10} en {DATE|vrijdag 15/10} was er les.",
    "{DATE|De twaalfde oktober} was zijn eerste dag.",
    "Op {DATE|3 mrt. 2027} begon het.",
    "Op {DATE|1 april} dacht iedereen aan een grap.",
    "Verslag van {DATE|2027-10-12}.",
    "Hij is geboren op {DOB|3 mei 2004} in een dorp.",
    "Geboortedatum: {DOB|03-05-2004}.",
    "Ze (geb. {DOB|3-5-'04}) woont nog thuis.",
    "It happened on {DATE|October 12th}.",
    "On {DATE|Tuesday, 12 October 2027} she left.",
    "On {DATE|12th of October} and on {DATE|May 3, 2027} he called.",
    "On {DATE|the twelfth of October} we met.",
    "Łukasz (van {DOB|5-12-2005}) werkt 's nachts.",
    "She was born on {DOB|12 May 2004}.",
    "Date of birth: {DOB|12/05/2004}.",
    "Es war {DATE|am 12. Oktober}.",
    "{DATE|Am Dienstag, dem 12. Oktober 2027}, kam er zu spät.",
    "Vom {DATE|12.10.2027} bis zum {DATE|15.10.2027} war sie krank.",
    "Seit dem {DATE|12.10.} fehlt er.",
    "Sie ist am {DOB|3. Mai 2004} geboren.",
    "Geboren am {DOB|3. März 2004}.",
    "Das war {DATE|am zwölften Oktober}.",
    "In {?DATE|oktober 2027} begon ze.",
)
TRAPS = (
    "In 2019 begon de opleiding, en in 2019-2020 groeide ze.",
    "Het duurde 10 minuten, van 13:30 tot 14.15 uur.",
    "De helpdesk is 24/7 open en werkt 1 op 1.",
    "Een 7/10 vond ze mooi, en 3/4 van de groep ook.",
    "Stap 3 is klaar, zie hoofdstuk 3.2.1 en paragraaf 4.12.",
    "Het kostte € 12,50 en was 50% goedkoper.",
    "De uitslag was 2-1, en het ging om 8-10 studenten.",
    "In mei was ze er niet. In maart wel.",
    "Versie 3.11.2 van het programma, ISBN 978-90-1234-567-8.",
    "Vorige week dinsdag was hij ziek.",
    "You may 12 times ask the same.",
    "Im Oktober begann das Semester.",
    "Jan 12 jaar geleden was dat anders.",
    "Op een schaal van 1-10, of 1/10, gaf ze weinig.",
    "Er waren op 10-12 studenten na geen problemen.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_day_is_found_with_its_weekday(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_day_is_left_alone(text: str) -> None:
    assert found(text) == []
