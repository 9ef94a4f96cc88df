"""A text is cut into words that know where they stand and whether their capital tells."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.tokens import Text, token_at


def plain(content: str) -> list[str]:
    return [token.plain for token in Text(content, "nl").tokens]


def opening(content: str) -> list[str]:
    return [token.plain for token in Text(content, "nl").tokens if token.opens_sentence]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Fatima's laptop, d’Hondts fiets", ["Fatima's", "laptop", "d’Hondts", "fiets"]),
        ("'Aylin' en _Moh_ en @noor", ["Aylin", "en", "Moh", "en", "noor"]),
        ("bij Am-\nrani thuis", ["bij", "Amrani", "thuis"]),
        ("bij Anne-\nMarie", ["bij", "Anne-Marie"]),
        ("studie-\nen beroepskeuze", ["studie", "en", "beroepskeuze"]),
        ("Fa\u200bti\u00adma", ["Fatima"]),
        ("Fa\ufe0fti\u2068ma\U000e0101", ["Fatima"]),
        (unicodedata.normalize("NFD", "Ayşe Çelik"), ["Ayşe", "Çelik"]),
        ("ณัฐวุฒิ முத்து রহিম પ્રિયા ສົມສັກ", ["ณัฐวุฒิ", "முத்து", "রহিম", "પ્રિયા", "ສົມສັກ"]),
        ("שָׂרָה مُحَمَّد प्रियंका 𞤊𞤢𞥄𞤼", ["שָׂרָה", "مُحَمَّد", "प्रियंका", "𞤊𞤢𞥄𞤼"]),
        ("", []),
        ("… 🙂 !", []),
    ],
)
def test_words_are_read_as_they_are_meant(content: str, words: list[str]) -> None:
    assert plain(content) == words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Roos zei dat Wil kwam. Mark niet.", ["Roos", "Mark"]),
        ("Toen kwam dhr. Storm met J. Beer binnen.", ["Toen"]),
        ("Ze riep: Wil komt. Hij riep 'Wil komt'.", ["Ze", "Wil", "Hij", "Wil"]),
        ("Aanwezig waren:\n- Roos\n- Wil", ["Aanwezig", "Roos", "Wil"]),
        ("Dit is een lange regel die de editor heeft afgebroken voor\nRoos kwam.", ["Dit"]),
        ("Groetjes,\nRoos", ["Groetjes", "Roos"]),
    ],
)
def test_a_capital_tells_nothing_where_a_sentence_or_a_line_of_its_own_begins(content: str, words: list[str]) -> None:
    assert opening(content) == words


def test_parts_of_a_hyphenated_word_have_places_of_their_own() -> None:
    content = "De Amrani-groep en Anne-\nMarie"
    parts = [part for token in Text(content, "nl").tokens for part in token.parts]
    assert [part.text for part in parts] == ["De", "Amrani", "groep", "en", "Anne", "Marie"]
    assert all(content[part.start : part.end] == part.text for part in parts)


@given(st.text())
def test_every_word_stands_where_it_says(content: str) -> None:
    tokens = Text(content, "nl").tokens
    assert all(content[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))
    assert {at for at, sign in enumerate(content) if sign.isalnum()} <= {
        at for token in tokens for at in range(token.start, token.end)
    }


@given(st.text(alphabet="ab .\n-'"), st.integers(0, 40))
def test_a_word_is_found_by_its_place(content: str, start: int) -> None:
    tokens = Text(content, "nl").tokens
    at = token_at(Text(content, "nl"), start)
    assert all(token.start < start for token in tokens[:at])
    assert all(token.start >= start for token in tokens[at:])
