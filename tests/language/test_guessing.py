"""The small words of a text tell its language; where they do not, what was asked for counts."""

import pytest

from pipeline.language.guessing import guessed_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Toen ik dat zei was het stil.", "nl"),
        ("TOEN IK DAT ZEI WAS HET STIL", "nl"),
        ("Then she said that it was fine.", "en"),
        ("Dann habe ich das nicht gesagt und bin gegangen.", "de"),
        ("Yazan en Xiuwen waren er niet, zei Kwame.", "nl"),
        ("Ich sprach mit Agnieszka, weil sie nicht kam.", "de"),
    ],
)
def test_the_language_is_told_by_small_words(text: str, language: str) -> None:
    assert guessed_language(text, "?") == language


@pytest.mark.parametrize("text", ["", "Fatima", "12 34", "und the het", "\U0001f642"])
def test_what_does_not_tell_is_in_the_language_that_was_asked_for(text: str) -> None:
    assert guessed_language(text, "en") == "en"
    assert guessed_language(text, "de") == "de"
