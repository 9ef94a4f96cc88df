"""A sentence in the wrong language is noticed, one in the right language is left alone."""

from itertools import combinations

import pytest

from tests.house.languages import UNMISTAKABLE, foreign_words

SENTENCES = {
    "nl": "Het is een stap die je ook als team kunt zetten, maar niet zonder {the} tijd.",
    "de": "Das ist ein Schritt, den ihr auch als Team gehen könnt, aber nicht ohne Zeit und Ruhe.",
    "en": "This is a step that you can take as a team, with time and over the year.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_belongs_to_its_own_language_alone(language: str) -> None:
    for other, sentence in SENTENCES.items():
        assert (foreign_words(sentence, language) == []) == (other == language)


def test_no_word_is_claimed_by_two_languages() -> None:
    for one, other in combinations(UNMISTAKABLE.values(), 2):
        assert not one & other
