"""Of stretches that overlap one is chosen, and no letter that was marked is uncovered."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.anonymise.detection.settling import settled
from pipeline.anonymise.detection.spans import Label, Rank, Span
from tests.anonymise.detection.spans_found import covered, shown

CONTENT = "Ik sprak Fatima El Amrani, de enige vrouw uit Deventer, op fatima@school.example."


def at(words: str, label: Label = Label.NAME, *, asked: bool = False, rank: Rank = Rank.UNKNOWN) -> Span:
    start = CONTENT.index(words)
    return Span(start, start + len(words), label, asked=asked, rank=rank)


def test_the_surer_one_wins_and_the_rest_of_the_other_stays() -> None:
    spans = settled(
        CONTENT, [at("Fatima", rank=Rank.KNOWN), at("Fatima El", Label.ORG), at("Amrani, de enige", Label.QUASI)]
    )
    assert shown(CONTENT, spans) == ["Fatima"]
    assert shown(CONTENT, spans, Label.ORG) == ["El"]
    assert shown(CONTENT, spans, Label.QUASI) == ["Amrani, de enige"]


def test_the_longer_of_two_that_are_as_sure_wins() -> None:
    spans = settled(
        CONTENT, [at("fatima", rank=Rank.PATTERN), at("fatima@school.example", Label.EMAIL, rank=Rank.PATTERN)]
    )
    assert shown(CONTENT, spans, Label.EMAIL) == ["fatima@school.example"]
    assert shown(CONTENT, spans) == []


def test_masked_goes_before_asked_however_sure() -> None:
    asked = at("de enige vrouw uit Deventer", Label.QUASI, asked=True, rank=Rank.PATTERN)
    spans = settled(CONTENT, [asked, at("Deventer", Label.PLACE)])
    assert shown(CONTENT, spans, Label.QUASI) == ["?de enige vrouw uit"]
    assert shown(CONTENT, spans, Label.PLACE) == ["Deventer"]


def test_what_is_left_of_a_stretch_has_lost_its_wording() -> None:
    whole = Span(30, 50, Label.QUASI, asked=True, wider="wider.only")
    (left,) = (span for span in settled(CONTENT, [whole, Span(40, 50, Label.PLACE)]) if span.label is Label.QUASI)
    assert (left.wider, left.end) == ("", 39 if CONTENT[39] == " " else 40)


def test_names_beside_each_other_are_one() -> None:
    spans = settled(CONTENT, [at("Fatima"), at("El Amrani", asked=True)])
    assert shown(CONTENT, spans) == ["Fatima El Amrani"]


def test_two_people_beside_each_other_stay_two() -> None:
    one, other = (Span(9, 15, Label.NAME, person="a"), Span(16, 25, Label.NAME, person="b"))
    assert shown(CONTENT, settled(CONTENT, [other, one])) == ["Fatima", "El Amrani"]


_SPANS = st.builds(
    lambda start, length, label, asked, rank, person: Span(
        start, start + length, label, asked=asked, rank=rank, person=person
    ),
    st.integers(0, 30),
    st.integers(1, 12),
    st.sampled_from([Label.NAME, Label.PLACE, Label.QUASI]),
    st.booleans(),
    st.sampled_from(list(Rank)),
    st.sampled_from(["", "a", "b"]),
)


@given(st.text(alphabet="ab .-\n", min_size=42, max_size=42), st.lists(_SPANS, max_size=8))
def test_nothing_overlaps_and_nothing_that_says_something_is_uncovered(content: str, spans: list[Span]) -> None:
    chosen = settled(content, spans)
    assert all(one.end <= other.start for one, other in itertools.pairwise(chosen))
    saying = {place for place in covered(spans) if content[place].isalnum()}
    assert saying <= covered(chosen)
    masked = {place for place in covered(span for span in spans if not span.asked) if content[place].isalnum()}
    assert masked <= covered(span for span in chosen if not span.asked)
    assert settled(content, chosen) == chosen


@pytest.mark.parametrize("spans", [[], [Span(0, 2, Label.NAME)]])
def test_what_does_not_overlap_stays_as_it_is(spans: list[Span]) -> None:
    assert settled(CONTENT, spans) == tuple(spans)
