"""Organisations are known by the words that stand in their names."""

import pytest

from pipeline.anonymise.detection.identifiers.organisations import organisations
from pipeline.anonymise.detection.tokens import Text


def found(content: str, language: str) -> list[str]:
    return [content[span.start : span.end] for span in organisations(Text(content, language))]


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("Ik geef les aan Hogeschool Rivierenland.", "nl", ["Hogeschool Rivierenland"]),
        ("Stage bij Zorggroep De Wilgenhof, elke week.", "nl", ["Zorggroep De Wilgenhof"]),
        ("Zij studeert aan de Universiteit van Zuidoever.", "nl", ["Universiteit van Zuidoever"]),
        ("Hij zat op het Amandelcollege.", "nl", ["Amandelcollege"]),
        ("Stage op de Veldschool in de stad.", "nl", ["Veldschool"]),
        ("Sie war an der Lessing-Gesamtschule.", "de", ["Lessing-Gesamtschule"]),
        ("Zij werkt bij Albert Heijn en de HAN.", "nl", ["Albert Heijn", "HAN"]),
        ("He studied at the University of Waterstad.", "en", ["University of Waterstad"]),
        ("They met at Riverside College.", "en", ["Riverside College"]),
        ("Stage in verpleeghuis De Oude Molen, elke week.", "nl", ["verpleeghuis De Oude Molen"]),
        ("Hij werkt bij Ten Cate Techniek.", "nl", ["Ten Cate Techniek"]),
        ("Ze sport bij SV Waterkant.", "nl", ["SV Waterkant"]),
        ("She works at the Harbour Clinic.", "en", ["Harbour Clinic"]),
        ("He came from Brook Sixth Form.", "en", ["Brook Sixth Form"]),
        ("Das Praktikum war in der DRK-Kita Regenbogen.", "de", ["DRK-Kita Regenbogen"]),
        ("Er war an der Fachhochschule Seeblick.", "de", ["Fachhochschule Seeblick"]),
        ("Sie arbeitet am Institut für Wasserbau.", "de", ["Institut für Wasserbau"]),
    ],
)
def test_a_name_with_a_telling_word_is_an_organisation(content: str, language: str, names: list[str]) -> None:
    assert found(content, language) == names


@pytest.mark.parametrize(
    ("content", "language", "names"),
    [
        ("ik werk bij pakketdienst zoefie.", "nl", ["pakketdienst zoefie"]),
        ("een kamer bij de stichting de lange arm.", "nl", ["stichting de lange arm"]),
        ("naar basisschool het anker gefietst", "nl", ["basisschool het anker"]),
        ("we koken in de emmakerk, met z'n allen", "nl", ["de emmakerk"]),
        ("er spielt bei tsv waldesruh.", "de", ["tsv waldesruh"]),
    ],
)
def test_in_small_letters_it_is_asked_about(content: str, language: str, names: list[str]) -> None:
    assert found(content, language) == names
    assert all(span.asked for span in organisations(Text(content, language)))


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("in het ziekenhuis de hele dag, op de basisschool het moeilijkst", "nl"),
        ("de stichting heeft geld, een hogeschool met aandacht, de dorpskerk", "nl"),
        ("at a hospital she works nights, in the nursery the children sleep", "en"),
        ("im krankenhaus war es still, die stiftung hat geld", "de"),
        ("De hogeschool is dicht. Het college begint om negen uur, de kerk en de moskee zijn open.", "nl"),
        ("The university is closed. School starts at nine.", "en"),
        ("Die Hochschule ist zu. Das Institut schweigt. Die Grundschule und die Volkshochschule auch.", "de"),
    ],
)
def test_the_telling_word_alone_names_none(content: str, language: str) -> None:
    assert found(content, language) == []
