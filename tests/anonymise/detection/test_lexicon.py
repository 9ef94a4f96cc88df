"""Words are known just as they are written; what stands in a list of names never makes a word of a name."""

import pytest

from pipeline.anonymise.detection.gazetteers import is_country, is_given_name, is_name, is_place, is_surname
from pipeline.anonymise.detection.lexicon import Known, lexicon
from pipeline.anonymise.detection.stores import store, typed_list
from pipeline.anonymise.folding import folded

LANGUAGES = ("nl", "en", "de")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "gesprekken onvoldoende studentenhuis eerstejaars dé zó herkansing ofzo bieb"),
        ("en", "colleagues seminar behaviour color placement resit"),
        ("de", "Prüfungsamt Gruppenarbeit gingen schöner Straße Strasse fuer Lernzentrum"),
    ],
)
def test_inflected_words_and_compounds_are_words(language: str, words: str) -> None:
    assert [word for word in words.split() if not lexicon(language).is_word(word)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name",
    [
        "Wiegersma",
        "Vanlangenhove",
        "Bentaleb",
        "Hatipoğlu",
        "Soekhnandan",
        "Koeyers",
        "Nkansah",
        "Alqassab",
        "Xiuwen",
        "Lekatompessy",
        "Zdanowicz",
        "Fothergill",
        "Fatima",
        "fatima",
        "Youssef",
        "mehmet",
        "Kwame",
        "Agnieszka",
        "Annegret",
    ],
)
def test_a_name_that_is_no_word_is_unknown_whatever_its_origin(language: str, name: str) -> None:
    assert lexicon(language).known(name) is Known.NOT


def test_case_decides_what_is_a_word() -> None:
    assert lexicon("nl").is_word("roos")
    assert not lexicon("nl").is_word("Roos")
    assert lexicon("de").is_word("Gruppe")
    assert not lexicon("de").is_word("gruppe")


def test_a_compound_that_ends_as_surnames_do_is_no_word() -> None:
    assert lexicon("nl").is_word("lesgebouw")
    assert not lexicon("nl").is_word("lespoortveld")
    assert not lexicon("de").is_word("Kursfeldermann")


def test_months_of_one_language_are_names_in_another() -> None:
    assert not lexicon("nl").is_allowed("June")
    assert lexicon("en").is_allowed("June")


@pytest.mark.parametrize(
    "name", ["Gülşen", "gulsen", "GÜLŞEN", "Łukasz", "lukasz", "Khadija", "Zoë", "Ndiaye", "N'Diaye"]
)
def test_a_listed_name_is_found_in_every_case_and_without_accents(name: str) -> None:
    assert is_name(name)


def test_given_names_surnames_towns_and_countries_are_told_apart() -> None:
    assert is_given_name("Kwame")
    assert not is_given_name("Latuperissa")
    assert is_surname("Latuperissa")
    assert is_place("Paramaribo")
    assert not is_country("Paramaribo")
    assert is_country("Marokko")
    assert is_country("Türkei")


def test_every_typed_name_stands_in_the_store() -> None:
    rather_countries = {"asia", "africa", "america", "china", "india", "kuba", "europa"}
    for kind, key in (("given", "g"), ("surname", "s")):
        typed = (folded(name) for origin in typed_list("names").values() for name in origin[kind].split())
        missing = {name for name in typed if len(name) > 1 and name.isalpha() and key + name not in store("names")}
        assert missing <= rather_countries


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_typed_word_of_talk_stands_in_the_store(language: str) -> None:
    typed = typed_list("allowed")[f"informal_{language}"].split()
    assert [word for word in typed if word.isalpha() and word not in store(f"words-{language}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_common_words_are_words(language: str) -> None:
    common = store(f"common-{language}").keys()
    words = store(f"words-{language}")
    assert [word for word in common if word.lstrip("!") not in words] == []
