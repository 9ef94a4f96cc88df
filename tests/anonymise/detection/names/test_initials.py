"""Letters that stand for somebody are found; lists, plans and abbreviations are left alone."""

import pytest

from pipeline.anonymise.detection.names.initials import initialled_names
from pipeline.anonymise.detection.names.single_letters import single_letters
from pipeline.anonymise.detection.settling import settled
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


def found(content: str, language: str = "nl") -> list[str]:
    text = Text(content, language)
    return shown(content, settled(content, (*initialled_names(text), *single_letters(text))))


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Ik sprak met S. over de opdracht.", ["S."]),
        ("Ik sprak met student K. Daarna ging ze weg.", ["K."]),
        ("De student K kwam te laat.", ["K"]),
        ("Volgens M. el A. mag dat.", ["M. el A."]),
        ("M vroeg of het mocht.", ["M"]),
        ("Volgens M de Vries mag dat.", ["M de Vries"]),
        ("Zulke grappen zijn niet leuk. L.", ["L."]),
        ("de ouders zijn boos. k. mailt ze.", ["k."]),
        ("Groetjes,\nJ", ["J"]),
        ("Xhosani, de, F. was er niet.", ["Xhosani, de, F."]),
        ("Volgens J.P. mag dat.", ["J.P."]),
        ("Volgens J.P. Zoltar mag dat.", ["J.P. Zoltar"]),
        ("Volgens A. van den Xhosani mag dat.", ["A. van den Xhosani"]),
    ],
)
def test_initials_are_names(content: str, names: list[str]) -> None:
    assert found(content) == names


@pytest.mark.parametrize(
    "content",
    [
        "Dan maar plan B. Dat werkte.",
        "Optie A. of optie C. is goed.",
        "Dit is student A en dat persoon X.",
        "Hij werkt bij een B.V. en bij de N.V.",
        "A. Eerste punt\nB. Tweede punt",
        "P.S. Ik kom later.",
        "Vitamine C. helpt niet.",
    ],
)
def test_other_letters_are_none(content: str) -> None:
    assert found(content) == []


def test_in_english_i_is_nobody() -> None:
    assert found("She left and so did I. We went home.", "en") == []
