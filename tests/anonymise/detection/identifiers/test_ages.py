"""Ages are found in figures and words, and what only lasts for years is left alone."""

import pytest

from pipeline.anonymise.detection.identifiers.age_numbers import rounded
from pipeline.anonymise.detection.identifiers.patterns import pattern_spans
from pipeline.anonymise.detection.tokens import Text
from pipeline.language.catalogue import LANGUAGES, catalogue
from tests.anonymise.detection.marked_sentences import expected, found

SENTENCES = (
    "Een student van {AGE|19 jaar} voelde zich alleen.",
    "Ze is {AGE|19 jaar oud} en hij is {AGE|21 jaar}.",
    "Een {AGE|negentienjarige} student uit de groep.",
    "De {AGE|19-jarige} kwam niet meer.",
    "Zij was toen {AGE|zeventien jaar}.",
    "Hij is {AGE|34}, en zij is net {AGE|negentien}.",
    "Mijn moeder is {AGE|52}.",
    "Een vrouw van {AGE|34} begon aan de studie.",
    "Leeftijd: {AGE|19}.",
    "Fatima ({AGE|19}) zat achterin.",
    "Kofi, {AGE|22}, zei niets.",
    "Haar zoontje van {AGE|3 jaar oud} was ziek.",
    "Zijn {AGE|driejarige} dochter was ziek.",
    "Op haar {AGE|negentiende} verliet ze het huis.",
    "Voor zijn {AGE|18e} verjaardag kreeg hij niets.",
    "She is {AGE|19 years old}.",
    "A {AGE|19-year-old} student and a {AGE|nineteen-year-old} friend.",
    "He was aged {AGE|nineteen}, she's {AGE|34}.",
    "At the age of {AGE|17} she left home.",
    "A woman of {AGE|34} started.",
    "He turned {AGE|twenty-one}.",
    "She is {AGE|twenty  one}.",
    "She is {AGE|twenty\n one years old}.",
    "It was her {AGE|20th} birthday.",
    "Er ist {AGE|19 Jahre alt}.",
    "Eine {AGE|neunzehnjährige} Studentin und ein {AGE|19-jähriger} Student.",
    "Sie ist {AGE|34}.",
    "Im Alter von {AGE|siebzehn} zog er aus.",
    "Eine Frau von {AGE|einundvierzig} begann.",
)
TRAPS = (
    "Ze wachtte twee jaar lang, en 3 jaar geleden begon het.",
    "Hij werkt er al 15 jaar en heeft 20 jaar ervaring.",
    "Na 16 jaar is hij docent.",
    "Het 25-jarig bestaan werd gevierd met een driejarig plan.",
    "De score is 34 en het gemiddelde is 21.",
    "De vierjarige opleiding telt 19 studenten.",
    "Ze is 15 minuten te laat, hij is 20 euro kwijt.",
    "She has worked here for 15 years.",
    "Fifteen years ago it was different.",
    "Er arbeitet seit 15 Jahren hier.",
    "Das zweijährige Programm hat 24 Plätze.",
    "In jaar 2 en na 18 jaar werk.",
    "Opdracht (12) en bijlage (19) zijn af.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_age_is_found(sentence: str) -> None:
    text, marks = expected(sentence)
    assert found(text) == marks


@pytest.mark.parametrize("text", TRAPS)
def test_what_lasts_or_counts_is_no_age(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_age_has_a_rounder_wording(language: str) -> None:
    assert all(rounded(age) in catalogue(language) for age in range(120))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("nl", "Een student van 19 jaar.", "Een student van twintig of jonger."),
        ("nl", "Zij is 21.", "Zij is begin twintig."),
        ("nl", "Een negentienjarige student.", "Een ongeveer 20-jarige student."),
        ("en", "She is 25 years old.", "She is about twenty-five."),
        ("en", "An 18-year-old student.", "An approximately 20-year-old student."),
        ("de", "Er ist 38 Jahre alt.", "Er ist Ende dreißig."),
        ("de", "Ein 19-jähriger Student.", "Ein etwa 20-jähriger Student."),
    ],
)
def test_the_rounder_wording_fits_in_its_place(language: str, before: str, after: str) -> None:
    (span,) = pattern_spans(Text(before, language))
    wording = catalogue(language).say(span.wider, **dict(span.values))
    assert before[: span.start] + wording + before[span.end :] == after
