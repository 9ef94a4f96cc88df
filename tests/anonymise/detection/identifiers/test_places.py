"""Towns are masked, countries asked about with a wider wording; words and people of the same name stay."""

import pytest

from pipeline.anonymise.detection.identifiers.places import WIDER, places
from pipeline.anonymise.detection.tokens import Text


def found(content: str, language: str) -> list[str]:
    return [("?" if span.asked else "") + content[span.start : span.end] for span in places(Text(content, language))]


@pytest.mark.parametrize(
    ("content", "language", "towns"),
    [
        ("Zij woont in Den Haag en komt uit Al Hoceima.", "nl", ["Den Haag", "Al Hoceima"]),
        ("Via Paramaribo naar Alphen aan den Rijn.", "nl", ["Paramaribo", "Alphen aan den Rijn"]),
        ("Hij woont in Best en werkt te Echt.", "nl", ["Best", "Echt"]),
        ("ze komt uit groningen", "nl", ["groningen"]),
        ("She moved from New York to Stoke.", "en", ["New York", "Stoke"]),
        ("Der Bus aus Herne kam nicht.", "de", ["Herne"]),
        ("Er wohnt in 59065 Hamm.", "de", ["Hamm"]),
    ],
)
def test_towns_are_masked(content: str, language: str, towns: list[str]) -> None:
    assert found(content, language) == towns


@pytest.mark.parametrize(
    ("content", "language", "country"),
    [
        ("Zijn ouders komen uit Marokko.", "nl", "?Marokko"),
        ("Her parents are from Sierra Leone.", "en", "?Sierra Leone"),
        ("Seine Eltern kommen aus Syrien.", "de", "?Syrien"),
    ],
)
def test_countries_are_asked_about(content: str, language: str, country: str) -> None:
    assert found(content, language) == [country]
    (span,) = places(Text(content, language))
    assert span.wider == WIDER


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("Dat was best lastig. Best aardig, echt.", "nl"),
        ("Toen kwam Jan Breukelen binnen.", "nl"),
        ("Das Essen war gut. Im Namen aller.", "de"),
    ],
)
def test_words_and_people_are_no_towns(content: str, language: str) -> None:
    assert found(content, language) == []
