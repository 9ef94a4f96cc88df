"""One letter without a full stop is somebody where the words around it say so; "student A" is nobody."""

import pytest

from pipeline.anonymise.detection.names.single_letters import single_letters
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


@pytest.mark.parametrize(
    ("language", "content", "letters"),
    [
        ("nl", "Student K kwam te laat.", ["K"]),
        ("nl", "M vroeg of het kon.", ["M"]),
        ("nl", "docent P. zei niets", ["P"]),
        ("nl", "Groetjes,\nJ", ["J"]),
        ("nl", "groetjes,\nj", ["j"]),
        ("nl", "Groetjes,\r\nJ", ["J"]),
        ("nl", "k. mailt de ouders", ["k."]),
        ("en", "Student K was late.", ["K"]),
        ("en", "Best wishes,\nT", ["T"]),
        ("de", "Studentin K kam zu spät.", ["K"]),
        ("de", "Viele Grüße\nT", ["T"]),
    ],
)
def test_a_letter_behind_a_role_or_before_a_verb_of_saying_is_somebody(
    language: str, content: str, letters: list[str]
) -> None:
    assert shown(content, single_letters(Text(content, language))) == letters


@pytest.mark.parametrize(
    ("language", "content", "letters"),
    [
        ("nl", "Toen vroeg M of het kon.", ["?M"]),
        ("nl", "volgens K mag dat", ["?K"]),
        ("nl", "dat was M's idee", ["?M's"]),
        ("nl", "M: ik weet het niet.", ["?M"]),
        ("nl", "KL zei niets", ["?KL"]),
        ("en", "according to T it was fine", ["?T"]),
    ],
)
def test_a_letter_that_may_be_somebody_is_asked_about(language: str, content: str, letters: list[str]) -> None:
    assert shown(content, single_letters(Text(content, language))) == letters


@pytest.mark.parametrize(
    ("language", "content"),
    [
        ("nl", "student A kwam te laat."),
        ("nl", "plan B was beter."),
        ("nl", "V: hoe gaat het?"),
        ("nl", "U vroeg of het kon"),
        ("nl", "vitamine D helpt"),
        ("en", "I said so."),
        ("en", "A said no."),
        ("de", "Plan B"),
        ("de", "O sagte nichts"),
    ],
)
def test_a_letter_that_is_a_word_or_stands_for_nobody_is_left(language: str, content: str) -> None:
    assert shown(content, single_letters(Text(content, language))) == []
