"""What cannot be seen does not make a difference, and what can be seen stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.inbox.cleaning import cleaned, folded, on_one_line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("\u00a0 Błażej\u202f", "Błażej"),
        ("Zoe\u0308", "Zoë"),
        ("\u202eابراهيم\u202c", "ابراهيم"),
        ("Ng\u200bo\u200dzi\ufeff", "Ngozi"),
        ("a\x00b\x07c", "abc"),
        ("één\r\ntwee\u2028drie", "één\ntwee\ndrie"),
        ("\u2800\u3164", ""),
        ("👩\u200d🏫 en 👩🏽\u200d🏫", "👩\u200d🏫 en 👩🏽\u200d🏫"),
        ("🏳\ufe0f\u200d🌈", "🏳\ufe0f\u200d🌈"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_signs_without_a_picture_go_and_all_others_stay(typed: str, meant: str) -> None:
    assert cleaned(typed) == meant


def test_a_name_stands_on_one_line() -> None:
    assert on_one_line(" Priya\n\t van  der Meer ") == "Priya van der Meer"


def test_a_header_is_known_without_case_dashes_and_signs_around_it() -> None:
    assert folded("\u00a0E\u2011MAIL *: ") == "e-mail"
    assert folded("„Naam“?") == "naam"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert folded(text[:200]) == folded(cleaned(text[:200]))
