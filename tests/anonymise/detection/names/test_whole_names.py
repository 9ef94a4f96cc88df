"""A name that was found in part is masked as far as it reaches, and no further."""

import pytest

from pipeline.anonymise.detection.names.whole_names import whole_names
from pipeline.anonymise.detection.spans import Label, Rank, Span
from pipeline.anonymise.detection.tokens import Text
from tests.anonymise.detection.spans_found import shown


def reaching(content: str, part: str, *, asked: bool = False, language: str = "nl", label: Label = Label.NAME) -> str:
    """How far the name reaches of which one part was found."""
    start = content.index(part)
    span = Span(start, start + len(part), label, asked=asked, rank=Rank.LISTED)
    (found,) = shown(content, whole_names(Text(content, language), [span]), label)
    return found


@pytest.mark.parametrize(
    ("content", "part", "whole"),
    [
        ("Toen kwam Nadia Oduya binnen.", "Nadia", "Nadia Oduya"),
        ("Toen kwam Nadia Oduya binnen.", "Oduya", "Nadia Oduya"),
        ("Volgens J. Oduya mag dat.", "Oduya", "J. Oduya"),
        ("Ik zag Dewi P. in de gang.", "Dewi", "Dewi P."),
        ("Toen kwam Sanne van der Wielen binnen.", "Sanne", "Sanne van der Wielen"),
        ("Toen kwam Sanne van der Wielen binnen.", "Wielen", "Sanne van der Wielen"),
        ("Dat is Ana de la Cruz.", "Ana", "Ana de la Cruz"),
        ("Ik zag Nguyen Thi Mai daar.", "Thi", "Nguyen Thi Mai"),
        ("Ik sprak Al-Khatib daar.", "Khatib", "Al-Khatib"),
        ("Ik sprak Wei-Ling daar.", "Wei", "Wei-Ling"),
        ("Ik zag mehmet demir.", "demir", "mehmet demir"),
        ("Volgens van Dijk mag dat.", "Dijk", "van Dijk"),
    ],
)
def test_a_name_reaches_over_initials_particles_and_hyphens(content: str, part: str, whole: str) -> None:
    assert reaching(content, part) == whole


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("Ik sprak de zus van Fatima.", "Fatima"),
        ("Het boek van Dijk lag daar.", "Dijk"),
        ("Mevrouw Oduya belde.", "Oduya"),
        ("Ik sprak Mehmet. Daarna niets.", "Mehmet"),
        ("Ik zag Kofi en Amina.", "Kofi"),
    ],
)
def test_a_name_does_not_reach_to_what_is_no_part_of_it(content: str, part: str) -> None:
    assert reaching(content, part) == part


@pytest.mark.parametrize(
    ("content", "part", "whole"),
    [
        ("Sem van der Meer kwam.", "Sem", "Sem van der Meer"),
        ("mark ollerton belde", "ollerton", "mark ollerton"),
        ("Ik ken de Vries.", "Vries", "?de Vries"),
        ("Roos zei niets.", "Roos", "?Roos"),
    ],
)
def test_a_doubtful_name_is_sure_with_a_surname_tied_to_it(content: str, part: str, whole: str) -> None:
    assert reaching(content, part, asked=True) == whole


@pytest.mark.parametrize("between", [" ", "\n", "  ", "-"])
def test_two_people_who_are_known_stay_apart(between: str) -> None:
    content = f"Nadia{between}Oduya"
    spans = [Span(0, 5, Label.NAME, person="a"), Span(len(content) - 5, len(content), Label.NAME, person="b")]
    assert shown(content, whole_names(Text(content, "nl"), spans)) == ["Nadia", "Oduya"]


def test_only_names_reach_further() -> None:
    assert reaching("Bij Den Haag Centraal.", "Haag", label=Label.PLACE) == "Haag"
