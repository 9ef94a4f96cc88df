"""A first name with a surname beside it is a name, also in small letters and at the opening of a sentence."""

import pytest

from pipeline.anonymise.detection.names.listed_pairs import listed_pairs
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


def found(content: str, language: str) -> list[str]:
    return shown(content, listed_pairs(Text(content, language)))


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("Gisteren kwam pim de vries langs.", "nl", ["pim de vries"]),
        ("Fleur van der Meer kwam.", "nl", ["Fleur van der Meer"]),
        ("Will and Fatima were late.", "en", ["?Will"]),
        ('"Storm", riep ik.', "nl", ["?Storm"]),
        ("toen zei roos niets.", "nl", ["?roos"]),
    ],
)
def test_two_words_tell_more_than_one(content: str, language: str, names: list[str]) -> None:
    assert found(content, language) == names


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("Will you come?", "en"),
        ("Een roos is geen bloem.", "nl"),
        ("Beste Fatima", "nl"),
        ("Storm was voorspeld.", "nl"),
    ],
)
def test_words_alone_are_left_alone(content: str, language: str) -> None:
    assert found(content, language) == []
