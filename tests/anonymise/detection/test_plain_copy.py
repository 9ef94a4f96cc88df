"""The copy in which patterns are looked for says where each of its signs stands in the text as given."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.plain_copy import plain_copy
from pipeline.anonymise.detection.spans import Label, Span


def test_letters_are_composed_and_hidden_signs_left_out() -> None:
    assert plain_copy("Zoe\u0308 fa\u00adti\u200bma\N{NO-BREAK SPACE}\N{EN DASH}１").content == "Zoë fatima -1"


def test_a_stretch_of_the_copy_is_the_same_stretch_of_the_text() -> None:
    text = "Zoe\u0308 en fa\u00adtima zwegen."
    copy = plain_copy(text)
    at = copy.content.index("fatima")
    span = copy.as_written(Span(at, at + 6, Label.NAME))
    assert text[span.start : span.end] == "fa\u00adtima"


@given(st.text())
def test_small_letters_stand_where_the_others_stand(text: str) -> None:
    copy = plain_copy(text)
    assert len(copy.low) == len(copy.content)


@given(st.text())
def test_every_stretch_leads_back_into_the_text(text: str) -> None:
    copy = plain_copy(text)
    for at in range(len(copy.content)):
        span = copy.as_written(Span(at, at + 1, Label.NAME))
        stretch = unicodedata.normalize("NFKC", text[span.start : span.end])
        assert 0 <= span.start < span.end <= len(text)
        assert stretch
