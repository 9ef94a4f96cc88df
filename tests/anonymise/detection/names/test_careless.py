"""Without capitals the words beside a word tell whether it is a name; where they do not, it is left alone or asked."""

import pytest

from pipeline.anonymise.detection.names.careless import careless_names
from pipeline.anonymise.detection.settling import settled
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


def found(content: str, language: str = "nl") -> list[str]:
    return shown(content, settled(content, careless_names(Text(content, language))))


def test_a_text_is_careless_when_most_sentences_begin_small() -> None:
    assert Text("ik was er niet. jij wel. Zij ook.", "nl").is_careless
    assert not Text("Ik was er niet. jij wel. Zij ook.", "nl").is_careless


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("dat vond ik ook. toen zei roos dat het kon.", ["roos"]),
        ("dat vond ik ook. we zaten met bas, sanne en mark aan tafel.", ["?bas", "?sanne", "?mark"]),
        ("dat heeft r. vos gezegd.", ["r. vos"]),
        ("dat heeft mulder, f. gezegd.", ["mulder, f."]),
        ("ik sprak xamirov. later kwam xamirov weer.", ["xamirov", "xamirov"]),
    ],
)
def test_names_are_found_in_small_letters(content: str, names: list[str]) -> None:
    assert found(content) == names


@pytest.mark.parametrize(
    "content",
    [
        "een roos is een bloem. ik wil dat ze kan.",
        "ze zegt dat de bakker er is.",
        "Toen zei Roos dat een roos rood is.",
    ],
)
def test_everyday_words_are_left_alone(content: str) -> None:
    assert found(content) == []
