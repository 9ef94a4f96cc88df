"""A word is known as a word, as a name or as both, whatever capital it is written with."""

import pytest

from pipeline.anonymise.detection.standing import Standing, capital_tells, is_determined, is_shouting, standing
from pipeline.anonymise.detection.tokens import Text, Token


def word_in(content: str, word: str, language: str) -> tuple[Text, Token]:
    text = Text(content, language)
    return text, next(token for token in text.tokens if token.plain == word)


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("nl", "gesprek", Standing.WORD),
        ("nl", "Gesprek", Standing.WORD),
        ("nl", "Storm", Standing.WORD_AND_NAME),
        ("nl", "wil", Standing.WORD_AND_NAME),
        ("nl", "Teams", Standing.ALLOWED),
        ("nl", "Fatima", Standing.NAME),
        ("nl", "fatima", Standing.NAME),
        ("nl", "Hatipoğlu", Standing.UNKNOWN),
        ("en", "Grace", Standing.WORD_AND_NAME),
        ("en", "Monday", Standing.ALLOWED),
        ("en", "Xiuwen", Standing.UNKNOWN),
        ("de", "Klausur", Standing.WORD),
        ("de", "Wolf", Standing.WORD_AND_NAME),
        ("de", "Montag", Standing.ALLOWED),
        ("de", "Kowalczyk", Standing.NAME),
    ],
)
def test_every_word_has_its_standing(language: str, word: str, expected: Standing) -> None:
    assert standing(word, language) is expected


@pytest.mark.parametrize(
    ("language", "content", "word", "determined"),
    [
        ("nl", "Dat was de storm.", "storm", True),
        ("nl", "Toen kwam storm.", "storm", False),
        ("nl", "Ik wil dat mulder kijkt.", "mulder", False),
        ("de", "Da kam ein Engel.", "Engel", True),
        ("nl", "storm", "storm", False),
    ],
)
def test_an_article_before_a_word_says_that_a_thing_is_meant(
    language: str,
    content: str,
    word: str,
    determined: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert is_determined(*word_in(content, word, language)) is determined


def test_a_capital_tells_but_for_that_of_a_german_noun() -> None:
    assert capital_tells(word_in("Die Gruppe", "Gruppe", "nl")[1], "nl")
    assert not capital_tells(word_in("Die Gruppe", "Gruppe", "de")[1], "de")
    assert capital_tells(word_in("Frau Kowalczyk", "Kowalczyk", "de")[1], "de")


def test_capitals_tell_nothing_among_capitals() -> None:
    assert is_shouting(Text("DIT IS EEN HEEL BOZE MAIL VAN FATIMA", "nl"), 7)
    assert not is_shouting(Text("Dit is geen BOZE mail van mij", "nl"), 3)
