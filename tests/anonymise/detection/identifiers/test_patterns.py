"""All patterns together: nothing is marked twice, every place is one of the text as given, every wording exists."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.identifiers.patterns import pattern_spans
from pipeline.anonymise.detection.spans import Label, Span
from pipeline.anonymise.detection.tokens import Text
from pipeline.language.catalogue import LANGUAGES, catalogue
from tests.anonymise.detection.identifiers import (
    test_addresses_online,
    test_ages,
    test_ages_in_passing,
    test_days_alone,
    test_homes,
    test_numbers,
    test_places_by_number,
    test_quasi,
    test_rooms_and_codes,
    test_spots,
    test_times,
)
from tests.anonymise.detection.marked_sentences import expected, found, plain

MODULES = (
    test_addresses_online,
    test_ages,
    test_ages_in_passing,
    test_days_alone,
    test_homes,
    test_numbers,
    test_places_by_number,
    test_quasi,
    test_rooms_and_codes,
    test_spots,
    test_times,
)
SENTENCES = tuple(sentence for module in MODULES for sentence in module.SENTENCES)
ALL_TOGETHER = "\n\n".join(plain(sentence) for sentence in SENTENCES)


def spans_of(text: str) -> list[Span]:
    return sorted(pattern_spans(Text(text, "nl")), key=lambda span: span.start)


def masked(text: str) -> list[Span]:
    return [span for span in spans_of(text) if not span.asked]


def test_a_text_of_many_sentences_holds_what_each_of_them_holds() -> None:
    each = [stretch for sentence in SENTENCES for _, _, _, stretch in expected(sentence)[1]]
    assert [one.stretch for one in found(ALL_TOGETHER)] == each


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stretch_has_a_wording_in_every_language(language: str) -> None:
    words = catalogue(language)
    for span in spans_of(ALL_TOGETHER):
        assert words.say(span.wider or f"wider.{span.label.lower()}", **dict(span.values)).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_has_a_plain_wording(language: str) -> None:
    assert [label for label in Label if f"wider.{label.lower()}" not in catalogue(language)] == []


def test_a_quasi_identifier_is_always_asked_about_and_what_has_a_number_of_its_own_never() -> None:
    asked = {span.label for span in spans_of(ALL_TOGETHER) if span.asked}
    assert asked <= {Label.QUASI, Label.DATE, Label.AGE, Label.ROOM, Label.ADDR, Label.PC, Label.CODE, Label.PLACE}
    assert all(span.asked for span in spans_of(ALL_TOGETHER) if span.label is Label.QUASI)


def test_decomposed_letters_and_odd_blanks_change_nothing_about_what_is_found() -> None:
    for written in (unicodedata.normalize("NFD", ALL_TOGETHER), ALL_TOGETHER.replace(" ", "\N{NO-BREAK SPACE}")):
        assert [one.label for one in found(written)] == [one.label for one in found(ALL_TOGETHER)]


def test_a_dash_a_full_width_digit_or_a_round_apostrophe_hides_nothing() -> None:
    text = "Bel 06\N{EN DASH}12345678, op 12\N{NON-BREAKING HYPHEN}10\N{NON-BREAKING HYPHEN}2027, ０６１２３４５６７８."
    assert [one.label for one in found(text)] == ["PHONE", "DATE", "PHONE"]
    assert [one.stretch for one in found("She\N{RIGHT SINGLE QUOTATION MARK}s 34.")] == ["34"]


@given(st.text(max_size=200))
def test_whatever_is_written_the_masked_stretches_lie_in_the_text_and_never_overlap(text: str) -> None:
    spans = masked(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(
    st.lists(st.sampled_from([plain(sentence) for sentence in SENTENCES]), min_size=1, max_size=3),
    st.text(st.sampled_from("aé1 .,-@\n'\u00ad\u0301"), max_size=12),
)
def test_odd_signs_between_sentences_break_nothing(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(text))


@pytest.mark.parametrize(
    "piece",
    [
        "a@",
        "1 ",
        "a.",
        "AB12 ",
        "12 mei ",
        "insta: ",
        "Van de ",
        "straat 1 ",
        "hij is 1",
        "de enige a b c in de ",
        "kinderen van 3, 5, ",
        "12, 13, ",
        "mid-",
        "woont op de ",
        "het lokaal naast ",
        "flat 4, ",
        "op de eerste ",
        "0-",
        "9 ",
    ],
)
def test_a_hostile_text_is_read_to_its_end(piece: str) -> None:
    assert len(masked(piece * (10_000 // len(piece)))) >= 0
