"""The team's wording takes the place of ours where it fits, and never brings a name with it."""

import pytest

from pipeline.language.catalogue import catalogue, placeholders
from tests.anonymise.answers_made import keys, own_words, person, programme, said_of, sign_up, through

KEY = "programme.name"
WITH_GAP = "terms.minutes.other"
FATIMA = sign_up(person("Fatima el Amrani", "f.elamrani@x.test"))


def test_a_wording_passes_for_the_language_of_its_form() -> None:
    found = through(
        programme(),
        own_words((KEY, " Samen\n leren "), (WITH_GAP, "{count} min."), ("terms.online", ""), language="nl"),
        own_words((KEY, "Learning together"), file="inbox/en.xlsx", language="en"),
    )
    assert keys(found) == []
    assert found.year.own_words == {
        "nl": {KEY: "Samen leren", WITH_GAP: "{count} min."},
        "en": {KEY: "Learning together"},
    }


def test_a_form_without_language_is_in_that_of_the_team() -> None:
    assert through(programme(language="de"), own_words((KEY, "Zusammen"), language=None)).year.own_words == {
        "de": {KEY: "Zusammen"}
    }
    assert through(own_words((KEY, "Zusammen"), language=None)).year.own_words == {}


def test_one_line_of_a_list_can_be_worded() -> None:
    assert through(own_words(("programme.credits.1", "Met dank aan ECHO"))).year.own_words["nl"] == {
        "programme.credits.1": "Met dank aan ECHO"
    }


def test_our_own_wording_is_not_repeated() -> None:
    assert through(own_words((KEY, catalogue("nl").say(KEY)))).year.own_words == {}


@pytest.mark.parametrize("key", ["programme.nothing", "programme.credits", "programme.credits.99"])
def test_an_unknown_text_is_said(key: str) -> None:
    found = through(own_words((key, "Iets")))
    assert found.year.own_words == {}
    assert said_of(found, "own_word_unknown").place.cell == "A2"


@pytest.mark.parametrize(
    "text",
    [
        "minuten",
        "{count} {more}",
        "{Count}",
        "{count",
        "count}",
        "{count:>999999999}",
        "{count!r}",
        "{count.__class__}",
        "{count[0]}",
        "{}",
        "{0}",
        "{count:{count}}",
    ],
)
def test_a_wording_with_other_gaps_does_not_pass(text: str) -> None:
    found = through(own_words((WITH_GAP, text)))
    assert found.year.own_words == {}
    finding = said_of(found, "own_word_placeholders")
    assert (finding.place.cell, finding.values) == ("C2", {"gaps": ("{count}",)})
    assert placeholders(catalogue("nl").say(WITH_GAP)) == {"count"}


def test_braces_where_nothing_is_filled_in_do_not_pass() -> None:
    found = through(own_words((KEY, "Samen {leren}")))
    assert found.year.own_words == {}
    assert said_of(found, "own_word_braces").place.cell == "C2"


@pytest.mark.parametrize("text", ["Het boek van Fatima", "fatima el amrani", "Mail f.elamrani@x.test"])
def test_a_wording_that_names_somebody_does_not_pass(text: str) -> None:
    found = through(FATIMA, own_words((KEY, text)))
    assert found.year.own_words == {}
    finding = said_of(found, "own_word_names_somebody")
    assert (finding.place.cell, finding.about, finding.stops) == ("C2", "own_words", False)


def test_of_two_forms_the_later_counts_and_that_is_said() -> None:
    found = through(
        own_words((KEY, "Een"), ("terms.online", "op afstand"), file="inbox/1.xlsx"),
        own_words((KEY, "Twee"), file="inbox/2.xlsx"),
    )
    assert found.year.own_words == {"nl": {KEY: "Twee", "terms.online": "op afstand"}}
    finding = said_of(found, "own_words_twice")
    assert (finding.place.file, finding.values) == ("inbox/2.xlsx", {"first": "inbox/1.xlsx"})
