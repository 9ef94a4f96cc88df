"""What may point at one person is asked about, never masked, with a wording that tells less."""

import pytest

from pipeline.anonymise.detection.identifiers.patterns import pattern_spans
from pipeline.anonymise.detection.tokens import Text
from pipeline.language.catalogue import catalogue
from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Ze was {?QUASI|de enige vrouw in de groep}.",
    "Hij is {?QUASI|de enige Marokkaanse man} die dat zei.",
    "Zij kwam {?QUASI|als enige} niet.",
    "{?QUASI|De enige} die zweeg, was hij.",
    "{?QUASI|Het enige meisje in de klas} zei niets.",
    "Daarna belde {?QUASI|de decaan}.",
    "{?QUASI|De opleidingsmanager} wist van niets, {?QUASI|de conciërge} wel.",
    "Ze heeft {?QUASI|sikkelcelziekte} en hij {?QUASI|MS}.",
    "Het gebeurde {?QUASI|in week 42}.",
    "Ze is {?QUASI|zwanger}, en hij is {?QUASI|statushouder}.",
    "Ze heeft {?QUASI|drie kinderen}.",
    "Zijn ouders zijn {?QUASI|Jehova's getuigen}.",
    "Zij is {?QUASI|topsporter}, {?QUASI|Nederlands kampioen} zelfs.",
    "Hij stond {?QUASI|in de krant}.",
    "She was {?QUASI|the only woman in the class}.",
    "{?QUASI|The dean} phoned {?QUASI|the head of department}.",
    "He has {?QUASI|epilepsy} and is a {?QUASI|refugee}.",
    "Er war {?QUASI|der einzige Mann in der Gruppe}.",
    "Die {?QUASI|Dekanin} und der {?QUASI|Studiengangsleiter} kamen.",
    "Sie kam {?QUASI|in KW 42}, schwer krank: {?QUASI|Epilepsie}.",
    "Sie ist {?QUASI|alleinerziehend} mit {?QUASI|zwei Kindern}.",
    "Ze loopt {?QUASI|op krukken} en zit {?QUASI|al 31 jaar} aan de kassa.",
    "She is on a {?QUASI|hardship bursary} and walks with {?QUASI|two sticks}.",
    "Sie ist {?QUASI|seit 31 Jahren} hier und bekommt {?QUASI|Bürgergeld}.",
)
TRAPS = (
    "Het enige wat ik wil, is rust.",
    "De enige manier is praten, de enige reden was tijd.",
    "In week 3 van de periode, en week 12 van het blok.",
    "The only thing that helps, the only way out.",
    "Der einzige Weg, das einzige Problem.",
    "Het team had drie lessen en twee groepen.",
    "Enige tijd later kwam ze terug.",
    "Ms Jansen said nothing.",
    "Ze deed haar best, met enige moeite.",
    "Elke week was er les.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_may_point_at_one_person_is_asked_about(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_nothing_is_asked_where_nobody_is_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("nl", "Het gebeurde in week 42.", "Het gebeurde in het najaar."),
        ("en", "It happened in week 4.", "It happened in the course of a term."),
        ("de", "Das war in KW 4.", "Das war im Winter."),
        ("en", "It happened in week 16.", "It happened in the spring."),
        ("de", "Das war in KW 28.", "Das war im Sommer."),
        ("nl", "Ze heeft drie kinderen.", "Ze heeft een aantal kinderen."),
        ("nl", "Ze was de enige vrouw in de groep.", "Ze was een van de weinigen."),
    ],
)
def test_the_wider_wording_fits_in_its_place(language: str, before: str, after: str) -> None:
    text = before
    for span in pattern_spans(Text(before, language)):
        wording = catalogue(language).say(span.wider, **dict(span.values))
        text = text[: span.start] + wording + text[span.end :]
    assert text == after
