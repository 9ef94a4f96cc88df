"""Titles, roles, greetings and the like say that a name follows; words that the language knows stay."""

import pytest

from pipeline.anonymise.detection.names.cues import cued_names
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


def found(content: str, language: str) -> list[str]:
    return shown(content, cued_names(Text(content, language)))


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("Ik sprak mevrouw Qadir en dhr. Xhosani.", "nl", ["Qadir", "Xhosani"]),
        ("Ik sprak meneer van den Oudenrijn gisteren.", "nl", ["van den Oudenrijn"]),
        ("Ik sprak mevrouw Storm.", "nl", ["Storm"]),
        ("ik sprak meneer wolf en student xamira.", "nl", ["wolf", "xamira"]),
        ("Ze heet Xamira en haar broer is genaamd Zoltar.", "nl", ["Xamira", "Zoltar"]),
        ("Beste Xamira,\nkom je?\n\nGroetjes,\nZoltar Bexley", "nl", ["Xamira", "Zoltar Bexley"]),
        ("Mijn collega Zoltar en tante Fatma waren er.", "nl", ["Zoltar", "Fatma"]),
        ("Ik ben Zoltar, student.", "nl", ["Zoltar"]),
        ("Mrs Qadir asked Dr. Xhosani about student Zoltar.", "en", ["Qadir", "Xhosani", "Zoltar"]),
        ("Dear Xamira,\n\nBest wishes,\nZoltar", "en", ["Xamira", "Zoltar"]),
        ("A girl called Xamira met my classmate Zoltar.", "en", ["Xamira", "Zoltar"]),
        ("Frau Dr. Qadir und Herr von der Zoltar kamen.", "de", ["Qadir", "von der Zoltar"]),
        ("Frau Müller fragte den Studenten Zoltar.", "de", ["Müller", "Zoltar"]),
        ("Liebe Xamira,\n\nviele Grüße\nZoltar", "de", ["Xamira", "Zoltar"]),
    ],
)
def test_what_follows_is_a_name(content: str, language: str, names: list[str]) -> None:
    assert found(content, language) == names


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("Een student vroeg dat. De docent wist het niet.", "nl"),
        ("Beste collega's, de student is ziek.", "nl"),
        ("Hij is docent Engels en student verpleegkunde.", "nl"),
        ("Elke student. Dat heet leren.", "nl"),
        ("Die Studentin Hilfe suchte der Lehrer.", "de"),
        ("Liebe Kolleginnen, das heißt Arbeit.", "de"),
        ("Dear colleagues, the student left.", "en"),
    ],
)
def test_words_that_follow_are_no_names(content: str, language: str) -> None:
    assert found(content, language) == []
